-- Word files that a unit put in the place of the platform's own templates, for itself and all units below it.
create table paper_template (
    id             bigint generated always as identity primary key,
    code           text not null,
    unit_id        bigint not null references unit,
    version        integer not null check (version > 0),
    content        bytea not null check (length(content) <= 8388608),
    sha256         text not null,
    added_by       text not null,
    added_at       timestamptz not null,
    why            text not null check (why <> ''),
    withdrawn_by   text,
    withdrawn_at   timestamptz,
    withdrawn_why  text,
    unique (code, unit_id, version),
    check (num_nulls(withdrawn_by, withdrawn_at, withdrawn_why) in (0, 3))
);
create unique index paper_template_holds on paper_template (code, unit_id) where withdrawn_at is null;
comment on column paper_template.withdrawn_at is 'when another version or the unit above took its place';

-- Used below the unit that brought it, looked at above it.
alter table paper_template enable row level security;
create policy paper_template_read on paper_template for select using ((select ansinh.scope_unit()) = 0
    or unit_id in (select ancestor_id from ansinh.unit_sight where unit_id = (select ansinh.scope_unit()))
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy paper_template_brought on paper_template for insert with check ((select ansinh.scope_unit()) = 0
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy paper_template_withdrawn on paper_template for update using ((select ansinh.scope_unit()) = 0
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy paper_template_removed on paper_template for delete using ((select ansinh.platform()));
