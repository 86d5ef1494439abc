-- Versions of procedures, as their files were. Case files go on under the version they began with, whatever becomes of the bundle.
create table procedure_version (
    id         bigint generated always as identity primary key,
    procedure  text        not null,
    version    text        not null,
    program    text        not null,
    file       text        not null,
    source     text        not null,
    digest     text        not null,
    stored_at  timestamptz not null default now(),
    unique (procedure, version)
);
comment on column procedure_version.file is 'where it came from, for people';

create trigger procedure_version_never_changes before update or delete or truncate on procedure_version
    for each statement execute function payroll_never_changes();
