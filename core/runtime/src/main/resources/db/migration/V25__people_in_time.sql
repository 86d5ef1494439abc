-- Where people lived when, records that were removed or merged, numbers for who has none yet.

-- A record that was removed or merged keeps its row and its numbers, but the 12-digit number is free again for who bears it.
alter table person add column deleted_at timestamptz;
alter table person add column deleted_by text;
alter table person add column deleted_reason text;
alter table person add column merged_into bigint references person on delete cascade;
alter table person add column temporary_number text;
alter table person add constraint person_removed check (num_nulls(deleted_at, deleted_by, deleted_reason) in (0, 3)
    and (merged_into is null or deleted_at is not null));
alter table person add constraint person_temporary check (temporary_number ~ '^T[0-9]{11}$');
alter table person drop constraint person_id_number_key;
create unique index person_id_number on person (id_number, (case when deleted_at is null then 0 else id end));
create unique index person_temporary_number on person (temporary_number) where temporary_number is not null;
create index person_merged on person (merged_into) where merged_into is not null;
create index person_deleted on person (unit_id, id) where deleted_at is not null;
comment on column person.deleted_at is 'not null for records that were removed or merged: no list shows them';
comment on column person.merged_into is 'the record that speaks for this person now; itself never merged';
comment on column person.temporary_number is 'T, commune code, year, running number: until the person has one of their own';

-- The last number given in a commune and year; its row is the lock.
create table temporary_number (
    unit_id  bigint not null references unit,
    year     integer not null,
    last     integer not null check (last between 1 and 9999),
    primary key (unit_id, year)
);

-- What was done to a person's record, in words, for who looks at it later. Never updated.
create table person_event (
    id           bigint generated always as identity primary key,
    person_id    bigint not null references person on delete cascade,
    kind         text not null check (kind in ('CHANGE', 'MOVE', 'REMOVE', 'RESTORE', 'MERGE', 'UNMERGE')),
    detail       text not null,
    reason       text not null check (reason <> ''),
    recorded_at  timestamptz not null default now(),
    recorded_by  text not null
);
create index person_event_person on person_event (person_id);
comment on column person_event.detail is 'Vietnamese: from what to what';

create table person_residence (
    person_id  bigint not null references person on delete cascade,
    unit_id    bigint not null references unit,
    hamlet     text,
    address    text,
    from_date  date,
    to_date    date check (to_date > from_date),
    unique nulls not distinct (person_id, from_date)
);
create unique index person_residence_now on person_residence (person_id) where to_date is null;
create index person_residence_unit on person_residence (unit_id, person_id);
comment on table person_residence is 'one row of a person has no end, and is where person.unit_id and address say they live';
comment on column person_residence.from_date is 'first day; null for as long as anybody knows';
comment on column person_residence.to_date is 'day after the last day; null while it lasts';

-- The hamlet or quarter that an address begins with, for instance 'Thôn 3'.
create function hamlet_of(address text) returns text
    language sql immutable parallel safe set search_path = ansinh, pg_temp as $$
    select substring(address from '^\s*((?:[Tt]hôn|[Xx]óm|[ẤấA]p|[Bb]ản|[Bb]uôn|[Ll]àng|[Kk]hóm|[Ss]óc|[Pp]hum|[Tt]ổ dân phố|TDP|[Tt]ổ|[Kk]hu phố|[Kk]hối phố|[Kk]hối|[Tt]iểu khu|[Kk]hu)\s+[^,;]*[^,;\s])')
$$;

insert into person_residence (person_id, unit_id, hamlet, address)
select id, unit_id, hamlet_of(address), address from person;

-- Every writer of a person keeps the history of residence by writing the person. Whoever knows the day writes the history
-- first: then the triggers find that it says the same already. Definer: who sends somebody elsewhere may not write there.
create function person_residence_begins() returns trigger
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
begin
    insert into person_residence (person_id, unit_id, hamlet, address)
    select id, unit_id, hamlet_of(address), address from added;
    return null;
end $$;
create trigger person_residence_begins after insert on person
    referencing new table as added for each statement execute function person_residence_begins();

create function person_residence_follows() returns trigger
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
declare
    today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
begin
    if not exists (select from gone o join changed n on n.id = o.id
            where (o.unit_id, o.address) is distinct from (n.unit_id, n.address)) then
        return null;
    end if;
    -- An address put right, or a second move on one day.
    update person_residence r set unit_id = n.unit_id, hamlet = hamlet_of(n.address), address = n.address
    from changed n
    where r.person_id = n.id and r.to_date is null and (r.unit_id = n.unit_id or r.from_date >= today)
      and (r.unit_id, r.address) is distinct from (n.unit_id, n.address);
    update person_residence r set to_date = today
    from changed n where r.person_id = n.id and r.to_date is null and r.unit_id <> n.unit_id;
    insert into person_residence (person_id, unit_id, hamlet, address, from_date)
    select n.id, n.unit_id, hamlet_of(n.address), n.address, today from changed n
    where not exists (select from person_residence r where r.person_id = n.id and r.to_date is null);
    return null;
end $$;
create trigger person_residence_follows after update on person
    referencing old table as gone new table as changed for each statement execute function person_residence_follows();

-- The last guard against money for a record that is no more.
create function entitlement_person_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if exists (select from changed c join person p on p.id = c.person_id where p.deleted_at is not null) then
        raise exception 'the record was removed or merged' using errcode = 'AS001';
    end if;
    return null;
end $$;
create trigger entitlement_person_guard after insert on entitlement
    referencing new table as changed for each statement execute function entitlement_person_guard();
