-- Roles that a province or an agency made for its own people; the platform's lie in the bundle.
create table own_role (
    id           bigint generated always as identity primary key,
    name         text not null check (name <> ''),
    unit_id      bigint references unit,
    agency_id    bigint references agency,
    permissions  text[] not null,
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    ended_at     timestamptz,
    ended_by     text
);
create unique index own_role_name on own_role (coalesce(unit_id, 0), coalesce(agency_id, 0), lower(name))
    where ended_at is null;
comment on column own_role.unit_id is 'territory in which it may be given; null for the whole country';
comment on column own_role.agency_id is 'agency in and below which it may be given; null for all';

alter table own_role enable row level security;
create policy own_role_platform on own_role using ((select ansinh.platform()));
