-- Scans and produced papers. In the database, so that a file comes and goes with what it belongs to, on every node and in every
-- backup, as files of notices do.

-- Equal contents once. What a scanner says is said of the content, wherever it is named.
create table document_content (
    sha256      text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size        integer not null check (size between 1 and 67108864),
    content     bytea check (length(content) = size),
    state       text not null check (state in ('CLEAN', 'UNSCANNED', 'QUARANTINED', 'INFECTED')),
    scanned_by  text,
    scanned_at  timestamptz,
    infection   text,
    stored_at   timestamptz not null,
    check ((state = 'INFECTED') = (content is null)),
    check ((state = 'INFECTED') = (infection is not null)),
    check ((state in ('CLEAN', 'INFECTED')) = (scanned_by is not null))
);
alter table document_content alter column content set storage external;
create index document_content_waiting on document_content (stored_at) where state in ('UNSCANNED', 'QUARANTINED');
comment on column document_content.content is 'thrown away when it turns out to be infected';
comment on column document_content.stored_at is 'when it was last brought: what nobody names is swept a while later';

create table document (
    id           bigint generated always as identity primary key,
    name         text not null check (name <> '' and length(name) <= 200),
    media_type   text not null,
    size         integer not null,
    sha256       text not null,
    held         text references document_content,
    owner_kind   text not null check (owner_kind <> ''),
    owner_id     bigint not null,
    unit_id      bigint references unit,
    program      text,
    paper        text,
    sensitive    boolean not null,
    added_by     text not null,
    added_at     timestamptz not null,
    certificate  text,
    signed_by    text,
    signed_at    timestamptz,
    removed_by   text,
    removed_at   timestamptz,
    removed_why  text,
    check (num_nulls(certificate, signed_by, signed_at) in (0, 3)),
    check (num_nulls(removed_by, removed_at, removed_why) in (0, 3)),
    check (held is not null or removed_at is not null)
);
create index document_owner on document (owner_kind, owner_id, id);
create index document_held on document (held);
create index document_unit on document (unit_id);
create index document_removed on document (removed_at) where held is not null and removed_at is not null;
comment on column document.held is 'its content; null once that was swept after the document was taken away';
comment on column document.unit_id is 'whose officials see it; null for the whole country';
comment on column document.program is 'whose officials see it; null for all';
comment on column document.paper is 'which paper it is in its owner''s list';
comment on column document.sensitive is 'reveals health, HIV or abuse';

alter table document enable row level security;
create policy document_read on document for select using (
    ((select ansinh.scope_programs()) is null or program is null
        or program = any ((select ansinh.scope_programs())::text[]))
    and ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))));
create policy document_added on document for insert with check (
    ((select ansinh.scope_programs()) is null or program is null
        or program = any ((select ansinh.scope_programs())::text[]))
    and ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))));
create policy document_changed on document for update using (
    ((select ansinh.scope_programs()) is null or program is null
        or program = any ((select ansinh.scope_programs())::text[]))
    and ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))));
create policy document_removed on document for delete using ((select ansinh.platform()));

-- Read through a document that one sees; written above the policies, after the official's right was checked.
alter table document_content enable row level security;
create policy document_content_read on document_content for select using (
    (select ansinh.scope_unit()) = 0
    or exists (select from ansinh.document d where d.held = document_content.sha256));
create policy document_content_added on document_content for insert with check ((select ansinh.scope_unit()) = 0);
create policy document_content_changed on document_content for update using ((select ansinh.scope_unit()) = 0);
create policy document_content_removed on document_content for delete using ((select ansinh.platform()));
