-- Agencies in time, and what an account has beside permissions of its own.
create table agency (
    id           bigint generated always as identity primary key,
    code         text not null unique check (code ~ '^[a-z0-9][a-z0-9.-]{1,59}$'),
    recorded_by  text not null,
    recorded_at  timestamptz not null default now()
);

create table agency_version (
    agency_id    bigint not null references agency,
    valid_from   date not null,
    valid_to     date check (valid_to > valid_from),
    name         text not null check (name <> ''),
    parent_id    bigint references agency check (parent_id <> agency_id),
    unit_id      bigint references unit,
    programs     text[] not null,
    heading      text not null default '',
    end_reason   text,
    recorded_by  text not null,
    recorded_at  timestamptz not null default now(),
    primary key (agency_id, valid_from)
);
create unique index agency_version_open on agency_version (agency_id) where valid_to is null;
create index agency_version_parent on agency_version (parent_id);
comment on column agency_version.valid_to is 'day after the last; null while it lasts';
comment on column agency_version.unit_id is 'territory; null for the whole country';
comment on column agency_version.programs is '{*} for all';
comment on column agency_version.heading is 'as papers begin, lines separated by a line feed';

alter table account
    add column agency_id      bigint references agency,
    add column programs       text[] not null default '{*}',
    add column roles          text[] not null default '{}',
    add column holder         text references account (name),
    add column must_change    boolean not null default false,
    add column state          text not null default 'ACTIVE' check (state in ('ACTIVE', 'UNIT', 'LOCKED', 'OFF')),
    add column state_reason   text,
    add column state_by       text,
    add column state_at       timestamptz,
    add column former_hashes  text[] not null default '{}';
create index account_agency on account (agency_id);
create index account_holder on account (holder) where holder is not null;
comment on column account.programs is 'ids; {*} for all of its agency';
comment on column account.holder is 'unit account behind which this person works; its rights are theirs';
comment on column account.must_change is 'the password is somebody else''s: nothing else is allowed before it is changed';
comment on column account.former_hashes is 'passwords that may not come back, the latest first';
