-- Whom a transaction is for, told by its first statement and believed because it is signed: whoever makes the application run
-- statements of their own can set ansinh.scope to anything, and none of it holds. Policies of tables stand on the functions
-- below, which fail where nobody acts rather than find nothing: money is not counted without the rows that were not seen.
create table scope_key (
    single  boolean primary key default true check (single),
    key     bytea not null
);
insert into scope_key (key) values (public.gen_random_bytes(32));
-- No policy: nobody but the owner of the tables reads it.
alter table scope_key enable row level security;
comment on table scope_key is 'signs ansinh.scope: unit|programs|account|hour|signature';

-- Whether the login stands above row-level security. The functions below run as the owner, so they ask who logged in.
create function scope_free() returns boolean
    language sql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
    select session_user = current_user
        or (select rolsuper or rolbypassrls from pg_roles where rolname = session_user)
$$;

create function scope_parts() returns text[]
    language plpgsql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
declare
    told text := current_setting('ansinh.scope', true);
    parts text[] := string_to_array(told, '|');
    hour bigint := floor(extract(epoch from now()) / 3600);
begin
    if cardinality(parts) = 5
        and parts[5] = encode(public.hmac(
            convert_to(left(told, length(told) - length(parts[5]) - 1), 'UTF8'), (select key from scope_key), 'sha256'), 'hex')
        and parts[4]::bigint between hour - 24 and hour + 1
    then
        return parts;
    end if;
    raise exception 'nobody acts in this transaction, so it reaches no people' using errcode = 'AS002';
end $$;

-- The unit whose subtree is reached; 0 for the whole country.
create function scope_unit() returns bigint
    language sql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
    select case when scope_free() then 0 else (scope_parts())[1]::bigint end
$$;

-- Programs whose rights and lists are reached; null for all.
create function scope_programs() returns text[]
    language sql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
    select case when scope_free() or (scope_parts())[2] = '*' then null else string_to_array((scope_parts())[2], ',') end
$$;

create function scope_account() returns text
    language sql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
    select case when scope_free() then 'system' else (scope_parts())[3] end
$$;

-- What ended units are to those after them. The tree stays as it was; whoever has succeeded a unit sees what it held, and so
-- does whoever stands above the successor.
create table unit_reach (
    ancestor_id  bigint not null references unit,
    unit_id      bigint not null references unit,
    primary key (ancestor_id, unit_id)
);
create index unit_reach_unit on unit_reach (unit_id);
comment on table unit_reach is 'an ended unit, seen from its successors and from what is above them; only pairs not in unit_closure';

create view unit_sight as
select ancestor_id, unit_id from unit_closure
union all
select ancestor_id, unit_id from unit_reach;
comment on view unit_sight is 'who sees what a unit holds';

-- The units that are reached, to be asked once in a statement: (select ansinh.scope_units()). Empty for the whole country,
-- which a policy asks before.
create function scope_units() returns bigint[]
    language sql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
    select coalesce(array_agg(unit_id), '{}') from unit_sight where ancestor_id = (select scope_unit())
$$;

-- For functions that work as the owner of the tables: they ask it before they touch what belongs to a unit.
create function in_scope(unit bigint) returns boolean
    language sql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
    select scope_unit() = 0
        or exists (select from unit_sight where ancestor_id = scope_unit() and unit_id = unit)
$$;
