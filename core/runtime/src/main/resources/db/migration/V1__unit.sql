-- Administrative units in time. A code alone names nothing: codes were used again on 2025-07-01.
create table unit (
    id          bigint generated always as identity primary key,
    code        text not null,
    level       text not null check (level in ('PROVINCE', 'DISTRICT', 'COMMUNE')),
    name        text not null,
    parent_id   bigint references unit,
    valid_from  date not null,
    valid_to    date check (valid_to > valid_from),
    unique (code, valid_from)
);
create index unit_parent on unit (parent_id);
comment on column unit.valid_to is 'day after the last day; null while the unit lasts';

create table unit_succession (
    old_id   bigint not null references unit,
    new_id   bigint not null references unit,
    since    date not null,
    partial  boolean not null,
    primary key (old_id, new_id)
);
create index unit_succession_new on unit_succession (new_id);

-- Every unit with everything above it, itself included: the one join by which queries are scoped to a subtree.
create table unit_closure (
    ancestor_id  bigint not null references unit,
    unit_id      bigint not null references unit,
    primary key (ancestor_id, unit_id)
);
create index unit_closure_unit on unit_closure (unit_id);

-- Data sets of units that have been loaded, so that a start loads only what is new.
create table unit_source (
    digest     text primary key,
    loaded_at  timestamptz not null default now()
);
