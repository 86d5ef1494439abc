-- Units come with a release, or by a resolution that officials activated. A start renews only what is the release's.
alter table unit add column source text not null default 'RELEASE' check (source in ('RELEASE', 'RESOLUTION'));
alter table unit_succession add column source text not null default 'RELEASE' check (source in ('RELEASE', 'RESOLUTION'));

create table unit_resolution (
    id           bigint generated always as identity primary key,
    number       text not null check (number <> ''),
    name         text not null,
    promulgated  date not null,
    in_force     date not null,
    file         text not null,
    source       text not null,
    digest       text not null unique,
    state        text not null check (state in ('PROPOSED', 'ACTIVE', 'REJECTED')),
    proposed_by  text not null,
    proposed_at  timestamptz not null default now(),
    decided_by   text,
    decided_at   timestamptz,
    reason       text,
    check ((state = 'PROPOSED') = (decided_by is null and decided_at is null)),
    check ((state = 'REJECTED') = (reason is not null)),
    -- Who proposes does not activate.
    check (state <> 'ACTIVE' or decided_by <> proposed_by)
);
comment on column unit_resolution.source is 'the file as it was brought';

-- What was moved at once from a unit that ended to one that took it over. Never updated.
create table unit_transfer (
    id            bigint generated always as identity primary key,
    day           date not null,
    old_id        bigint not null references unit,
    new_id        bigint not null references unit,
    people        integer not null,
    entitlements  integer not null,
    accounts      integer not null,
    why           text not null check (why <> ''),
    account       text not null,
    at            timestamptz not null default clock_timestamp()
);
create index unit_transfer_old on unit_transfer (old_id);
create trigger unit_transfer_keeps before update or delete or truncate on unit_transfer
    for each statement execute function payroll_never_changes();

-- All that a unit pays, whatever the program.
create index entitlement_of_unit on entitlement (unit_id);
