-- Backups that were taken from this database, and whether one was restored to try it; where they lie is in the files' hands.
create table backup_record (
    id        bigint generated always as identity primary key,
    directory text        not null,
    taken_at  timestamptz not null,
    files     bigint      not null,
    bytes     bigint      not null,
    tried_at  timestamptz,
    whole     boolean,
    check ((tried_at is null) = (whole is null))
);
create index backup_record_taken on backup_record (taken_at);
-- Only the platform looks: officials have the page of operation.
alter table backup_record enable row level security;
create policy backup_record_platform on backup_record using ((select ansinh.platform()));
