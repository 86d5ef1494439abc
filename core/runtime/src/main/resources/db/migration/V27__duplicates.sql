-- Records that may speak of one person, and the merging of those that do.

create table duplicate_candidate (
    id        bigint generated always as identity primary key,
    a_id      bigint not null references person on delete cascade,
    b_id      bigint not null references person on delete cascade,
    reason    text not null,
    state     text not null default 'OPEN' check (state in ('OPEN', 'DIFFERENT')),
    why       text,
    decided_by  text,
    found_at  timestamptz not null default now(),
    unique (a_id, b_id),
    check (a_id < b_id),
    check ((state = 'OPEN') = (decided_by is null))
);
create index duplicate_candidate_b on duplicate_candidate (b_id);
comment on column duplicate_candidate.state is 'DIFFERENT: an official looked, they are two people';

create table person_merge (
    id           bigint generated always as identity primary key,
    kept_id      bigint not null references person on delete cascade,
    gone_id      bigint not null references person on delete cascade,
    before       jsonb not null,
    after        jsonb not null,
    why          text not null check (why <> ''),
    merged_at    timestamptz not null default now(),
    merged_by    text not null,
    undone_at    timestamptz,
    undone_by    text,
    undone_why   text,
    check (num_nulls(undone_at, undone_by, undone_why) in (0, 3))
);
create unique index person_merge_gone on person_merge (gone_id) where undone_at is null;
create index person_merge_kept on person_merge (kept_id);
comment on column person_merge.before is 'the kept record before the merge, by column; after is the same after it';

-- Every row that changed hands, so that an undo gives back exactly those.
create table person_merge_row (
    merge_id  bigint not null references person_merge on delete cascade,
    kind      text not null check (kind in
        ('ENTITLEMENT', 'DECISION', 'FACT_GONE', 'FACT_KEPT', 'FACT_NEW', 'MEMBER', 'HEAD', 'RECORD')),
    row_id    bigint not null,
    primary key (merge_id, kind, row_id)
);
comment on column person_merge_row.kind is
    'FACT_GONE and FACT_KEPT were retracted from either record, FACT_NEW was recorded for the kept one; RECORD was merged into the other record before';

-- Rights do not go to a record that is no more.
create function entitlement_holder_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if exists (select from person where id = new.person_id and deleted_at is not null) then
        raise exception 'the record was removed or merged' using errcode = 'AS001';
    end if;
    return null;
end $$;
create trigger entitlement_holder_guard after update on entitlement
    for each row when (old.person_id is distinct from new.person_id) execute function entitlement_holder_guard();
