-- What the population registry answered, and what it tells of deaths and moves.

create table registry_check (
    person_id  bigint primary key references person on delete cascade,
    registry   text not null,
    outcome    text not null check (outcome in ('MATCH', 'MISMATCH', 'NOT_FOUND')),
    labels     text[] not null,
    ours       text[] not null,
    theirs     text[] not null,
    asked_at   timestamptz not null,
    asked_by   text not null,
    check (cardinality(labels) = cardinality(ours) and cardinality(labels) = cardinality(theirs))
);
comment on column registry_check.labels is 'Vietnamese names of what differs; ours and theirs in the same order';

create table registry_event (
    id           bigint generated always as identity primary key,
    registry     text not null,
    external_id  text not null,
    kind         text not null check (kind in ('DEATH', 'MOVE')),
    person_id    bigint not null references person on delete cascade,
    day          date not null,
    unit_id      bigint references unit,
    address      text,
    received_at  timestamptz not null default now(),
    state        text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'REJECTED')),
    settled_by   text,
    settled_at   timestamptz,
    why          text,
    unique (registry, external_id),
    check ((state = 'OPEN') = (settled_by is null and settled_at is null))
);
create index registry_event_person on registry_event (person_id);
create index registry_event_open on registry_event (id) where state = 'OPEN';
comment on column registry_event.unit_id is 'where the person moved to; null for a death or a place that we do not know';

create table registry_cursor (
    registry  text primary key,
    since     text not null,
    asked_at  timestamptz not null
);
