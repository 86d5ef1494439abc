-- News, guides, answers and legal documents, told by a unit to everybody below it.
create table notice (
    id            bigint generated always as identity primary key,
    kind          text not null check (kind in ('NEWS', 'GUIDE', 'FAQ', 'LAW')),
    title         text not null check (title <> '' and length(title) <= 300),
    body          text not null check (length(body) <= 50000),
    search        text not null,
    unit_id       bigint references unit,
    program       text,
    issuer        text not null,
    pinned        boolean not null,
    from_day      date not null,
    to_day        date check (to_day >= from_day),
    law_number    text,
    law_authority text,
    law_issued    date,
    law_from      date,
    law_to        date check (law_to > law_from),
    published_by  text not null,
    published_at  timestamptz not null,
    told_at       timestamptz not null,
    withdrawn_by  text,
    withdrawn_at  timestamptz,
    withdrawn_why text,
    check ((kind = 'LAW') = (law_number is not null)),
    check (num_nulls(law_number, law_authority, law_issued, law_from) in (0, 4)),
    check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_why) in (0, 3))
);
create index notice_order on notice (pinned desc, id desc);
create index notice_unit on notice (unit_id, id);
comment on column notice.search is 'title, number and text, folded';
comment on column notice.unit_id is 'read in its subtree; null for the whole country';
comment on column notice.program is 'whose officials it is for; null for all';
comment on column notice.issuer is 'agency or unit that told it, as it was called then';
comment on column notice.to_day is 'last day on which it is shown; null for no end';
comment on column notice.law_to is 'first day on which the document holds no more; null while it does';
comment on column notice.told_at is 'whoever read it before has not read it';

create table notice_replacement (
    notice_id    bigint not null references notice,
    replaced_id  bigint not null references notice check (replaced_id <> notice_id),
    primary key (notice_id, replaced_id)
);
create index notice_replacement_replaced on notice_replacement (replaced_id);

-- In the database, so that a file comes and goes with what it belongs to, on every node and in every backup.
create table notice_file (
    id          bigint generated always as identity primary key,
    notice_id   bigint not null references notice,
    name        text not null check (name <> '' and length(name) <= 200),
    media_type  text not null,
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size        integer not null check (size between 1 and 20971520),
    content     bytea not null check (length(content) = size),
    added_by    text not null,
    added_at    timestamptz not null,
    unique (notice_id, name)
);
alter table notice_file alter column content set storage external;

create table notice_read (
    notice_id  bigint not null references notice,
    account    text not null,
    read_at    timestamptz not null,
    primary key (account, notice_id)
);

-- Who is above is heard below; who is above also sees what is told below. Written in one's own subtree.
alter table notice enable row level security;
create policy notice_read_below on notice for select using (
    ((select ansinh.scope_unit()) = 0 or unit_id is null
        or unit_id in (select ancestor_id from ansinh.unit_sight where unit_id = (select ansinh.scope_unit()))
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())))
    and (program is null or (select ansinh.scope_programs()) is null
        or program = any ((select ansinh.scope_programs())::text[])));
create policy notice_told on notice for insert with check ((select ansinh.scope_unit()) = 0
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy notice_changed on notice for update using ((select ansinh.scope_unit()) = 0
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));

alter table notice_replacement enable row level security;
create policy notice_replacement_read on notice_replacement for select using (
    exists (select from ansinh.notice n where n.id = notice_id));
create policy notice_replacement_told on notice_replacement using (
    exists (select from ansinh.notice n where n.id = notice_id and ansinh.in_scope(n.unit_id)));

alter table notice_file enable row level security;
create policy notice_file_read on notice_file for select using (
    exists (select from ansinh.notice n where n.id = notice_id));
create policy notice_file_told on notice_file using (
    exists (select from ansinh.notice n where n.id = notice_id and ansinh.in_scope(n.unit_id)));

-- Everybody's own.
alter table notice_read enable row level security;
create policy notice_read_own on notice_read using (account = (select ansinh.scope_account()));
