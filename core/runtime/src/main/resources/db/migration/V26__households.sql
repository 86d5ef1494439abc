-- Households: who lives together, under whom, where, and from when to when.

create table household (
    id          bigint generated always as identity primary key,
    unit_id     bigint not null references unit,
    from_date   date not null,
    to_date     date check (to_date >= from_date),
    created_by  text not null,
    created_at  timestamptz not null default now()
);
create index household_unit on household (unit_id, id);
comment on column household.unit_id is 'where it is now; household_address has the rest';
comment on column household.to_date is 'day after the last; null while there is somebody in it';

create table household_address (
    household_id  bigint not null references household on delete cascade,
    unit_id       bigint not null references unit,
    hamlet        text,
    address       text,
    from_date     date not null,
    to_date       date check (to_date > from_date),
    primary key (household_id, from_date)
);
create unique index household_address_now on household_address (household_id) where to_date is null;
create index household_address_unit on household_address (unit_id, household_id);

create table household_member (
    id            bigint generated always as identity primary key,
    household_id  bigint not null references household on delete cascade,
    person_id     bigint not null references person on delete cascade,
    relation      text,
    from_date     date not null,
    to_date       date check (to_date > from_date),
    exclude using gist (person_id with =, daterange(from_date, to_date) with &&)
);
create index household_member_household on household_member (household_id);
comment on column household_member.relation is 'code of list quan-he, to the head of that time; null when nobody said';

create table household_head (
    id            bigint generated always as identity primary key,
    household_id  bigint not null references household on delete cascade,
    person_id     bigint not null references person on delete cascade,
    from_date     date not null,
    to_date       date check (to_date > from_date),
    exclude using gist (household_id with =, daterange(from_date, to_date) with &&)
);
create index household_head_person on household_head (person_id);

-- What was done to a household, in words. Never updated.
create table household_event (
    id            bigint generated always as identity primary key,
    household_id  bigint not null references household on delete cascade,
    kind          text not null check (kind in ('OPEN', 'JOIN', 'LEAVE', 'HEAD', 'MOVE', 'SPLIT', 'MERGE', 'END')),
    day           date not null,
    detail        text not null,
    recorded_at   timestamptz not null default now(),
    recorded_by   text not null
);
create index household_event_household on household_event (household_id);
