-- Reports ask on two logins of their own, which may use nothing but schema published; the second reads sensitive views too. Whom a
-- report is for lies in a table that those logins neither read nor write: no statement of theirs can say anything else.

create table report_login (
    login      name primary key,
    sensitive  boolean not null
);
-- No policy: who reports log in as is told when the platform starts, by the owner.
alter table report_login enable row level security;

create table report_scope (
    pid            integer primary key,
    login          name not null,
    unit_id        bigint not null,
    programs       text not null,
    account        text not null,
    whole_numbers  boolean not null,
    expires        timestamptz not null
);
-- No policy: only the platform writes, before a connection asks, and takes it away afterwards. It writes before every question,
-- so that a process number used again never finds the scope of somebody else.
alter table report_scope enable row level security;
comment on table report_scope is 'whom the report is for that a server process works on at this moment';
comment on column report_scope.programs is 'as in ansinh.scope: names between commas, * for all';

create or replace function scope_parts() returns text[]
    language plpgsql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
declare
    told text := current_setting('ansinh.scope', true);
    parts text[] := string_to_array(told, '|');
    hour bigint := floor(extract(epoch from now()) / 3600);
begin
    if exists (select from report_login r where r.login = session_user) then
        select array[s.unit_id::text, s.programs, s.account, '', ''] into parts from report_scope s
        where s.pid = pg_backend_pid() and s.login = session_user and s.expires > now();
        if found then
            return parts;
        end if;
    elsif cardinality(parts) = 5
        and parts[5] = encode(public.hmac(
            convert_to(left(told, length(told) - length(parts[5]) - 1), 'UTF8'), (select key from scope_key), 'sha256'), 'hex')
        and parts[4]::bigint between hour - 24 and hour + 1
    then
        return parts;
    end if;
    raise exception 'nobody acts in this transaction, so it reaches no people' using errcode = 'AS002';
end $$;

create or replace function published_whole_numbers() returns boolean
    language sql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
    select coalesce((select s.whole_numbers from report_scope s
        where s.pid = pg_backend_pid() and s.login = session_user and s.expires > now()), false)
$$;

-- Keys of facts that the login of ordinary reports may read; null for every other login, which is not bound by it.
create function scope_plain_keys() returns text[]
    language sql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
    select case when exists (select from report_login where login = session_user and not sensitive)
        then coalesce((select array_agg(key) from published_fact_key where not sensitive), '{}') end
$$;
-- Below the view, so that no error of a question's own condition tells what the view leaves out.
create policy fact_plain on fact as restrictive for select using (
    (select ansinh.scope_plain_keys()) is null or key = any ((select ansinh.scope_plain_keys())::text[]));
alter view published.fact_v1 set (security_barrier = false);

-- Policies work for who may not use this schema: what they call says here, not when it runs, what its names mean.
create or replace function sees_subject(kind text, subject bigint) returns boolean
    language sql stable parallel safe
begin atomic
    select case kind when 'PERSON' then exists (select from person where id = subject) else false end;
end;

-- Gives the two logins what the published views need, down to the columns and to what policies and functions below them ask, and
-- nothing that a name could reach. Asked at every start and after every migration, by the owner: programs publish views, too.
create function report_logins(ordinary name, secret name) returns void
    language plpgsql set search_path = ansinh, pg_temp as $$
declare
    part record;
begin
    insert into report_login (login, sensitive) values (ordinary, false), (secret, true)
        on conflict (login) do update set sensitive = excluded.sensitive where report_login.sensitive <> excluded.sensitive;
    delete from report_login where login not in (ordinary, secret);
    execute format('grant usage on schema published to %I, %I', ordinary, secret);
    for part in
        select c.relname from pg_class c where c.relnamespace = 'published'::regnamespace and c.relkind = 'v'
    loop
        execute format('grant select on published.%I to %I', part.relname, secret);
        if left(part.relname, 10) <> 'sensitive_' then
            execute format('grant select on published.%I to %I', part.relname, ordinary);
        end if;
    end loop;
    for part in
        with recursive
        -- what each view, policy and function of the invoker's names
        link as (
            select r.ev_class as holder, d.refclassid, d.refobjid, d.refobjsubid
            from pg_rewrite r join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
            where d.refobjid <> r.ev_class
            union all
            select p.polrelid, d.refclassid, d.refobjid, d.refobjsubid
            from pg_policy p join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid
            where p.polcmd in ('r', '*')
            union all
            select f.oid, d.refclassid, d.refobjid, d.refobjsubid
            from pg_proc f join pg_depend d on d.classid = 'pg_proc'::regclass and d.objid = f.oid
            where not f.prosecdef),
        reached as (
            select c.oid as holder from pg_class c where c.relnamespace = 'published'::regnamespace and c.relkind = 'v'
            union
            select l.refobjid from reached r join link l on l.holder = r.holder
                left join pg_class c on l.refclassid = 'pg_class'::regclass and c.oid = l.refobjid
            where l.refclassid = 'pg_proc'::regclass or c.relkind in ('r', 'p')
                or c.relkind = 'v' and c.reloptions @> '{security_invoker=true}')
        select l.refobjid::regclass as relation, string_agg(distinct quote_ident(a.attname), ', ') as columns
        from reached r join link l on l.holder = r.holder
            join pg_class c on l.refclassid = 'pg_class'::regclass and c.oid = l.refobjid and c.relkind in ('r', 'p', 'v')
            join pg_attribute a on a.attrelid = c.oid and a.attnum = l.refobjsubid and a.attnum > 0
        where c.relnamespace not in ('published'::regnamespace, 'pg_catalog'::regnamespace)
        group by l.refobjid
    loop
        execute format('grant select (%s) on %s to %I, %I', part.columns, part.relation, ordinary, secret);
    end loop;
end $$;
revoke execute on function report_logins(name, name) from public;
