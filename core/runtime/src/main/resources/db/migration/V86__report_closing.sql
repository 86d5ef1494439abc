-- Reports that are sent up. A draft is a unit's own to compute and correct; once sent, neither its figures nor its reasons nor its
-- files change by anybody: a report that was given back stays as it was, and the next try is a row of its own.
create table ansinh.report_closing (
    id            bigint generated always as identity primary key,
    report        text        not null,
    title         text        not null,
    version       text        not null,
    program       text,
    permission    text        not null,
    unit_id       bigint      not null references ansinh.unit,
    cadence       text        not null check (cadence in ('DAY', 'MONTH', 'HALF_YEAR')),
    period        date        not null,
    turn          integer     not null check (turn > 0),
    state         text        not null check (state in ('DRAFT', 'SENT', 'RECEIVED', 'RETURNED')),
    revision      integer     not null check (revision > 0),
    groups        text[]      not null,
    as_of         timestamptz not null,
    drafted_by    text        not null,
    drafted_name  text        not null,
    drafted_at    timestamptz not null,
    sent_by       text,
    sent_name     text,
    sent_at       timestamptz,
    sha256        text check (sha256 ~ '^[0-9a-f]{64}$'),
    decided_by    text,
    decided_name  text,
    decided_at    timestamptz,
    reason        text check (btrim(reason) <> ''),
    unique (report, unit_id, period, turn),
    check ((state = 'DRAFT') = (sent_by is null)),
    check (num_nulls(sent_by, sent_name, sent_at, sha256) in (0, 4)),
    check ((state in ('RECEIVED', 'RETURNED')) = (decided_by is not null)),
    check (num_nulls(decided_by, decided_name, decided_at) in (0, 3)),
    check ((state = 'RETURNED') = (reason is not null)),
    constraint report_closing_two_people check (decided_by <> sent_by)
);
create unique index report_closing_one on ansinh.report_closing (report, unit_id, period) where state <> 'RETURNED';
create index report_closing_unit on ansinh.report_closing (unit_id, period);
comment on table ansinh.report_closing is 'what a unit reports, or reported, for a period';
comment on column ansinh.report_closing.turn is '1 for the first time, one more each time that it was given back';
comment on column ansinh.report_closing.as_of is 'the moment whose data it shows';
comment on column ansinh.report_closing.sha256 is 'of everything that was sent, in the order in which it stands here';
comment on column ansinh.report_closing.decided_by is 'who took it up or, with a reason, gave it back';

-- Definitions come and go with their files: what was sent is read without them.
create table ansinh.report_closing_column (
    closing_id  bigint  not null references ansinh.report_closing,
    ord         integer not null,
    name        text    not null,
    title       text    not null,
    band        text,
    type        text    not null,
    width       integer not null,
    total       boolean not null,
    primary key (closing_id, ord)
);

create table ansinh.report_closing_row (
    closing_id  bigint  not null references ansinh.report_closing,
    ord         integer not null,
    kind        text    not null check (kind in ('DETAIL', 'GROUP', 'SUBTOTAL', 'TOTAL')),
    computed    text[]  not null,
    corrected   text[],
    primary key (closing_id, ord)
);
comment on column ansinh.report_closing_row.computed is 'what the data said; cells begin with n, d or t: number, day, text';
comment on column ansinh.report_closing_row.corrected is 'what counts, where a correction changed something in the row';

create table ansinh.report_closing_correction (
    closing_id    bigint      not null references ansinh.report_closing,
    row_key       text        not null,
    column_name   text        not null,
    corrected     bigint      not null,
    reason        text        not null check (btrim(reason) <> ''),
    account       text        not null,
    full_name     text        not null,
    at            timestamptz not null,
    primary key (closing_id, row_key, column_name)
);
comment on column ansinh.report_closing_correction.row_key is 'texts of the row, and which of the rows with the same texts';

create table ansinh.report_closing_file (
    closing_id  bigint not null references ansinh.report_closing,
    format      text   not null check (format in ('XLSX', 'DOCX', 'PDF', 'CSV')),
    sha256      text   not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content     bytea  not null,
    primary key (closing_id, format)
);

-- Which reports from below had been taken up when it was sent.
create table ansinh.report_closing_part (
    closing_id  bigint not null references ansinh.report_closing,
    part_id     bigint not null references ansinh.report_closing,
    primary key (closing_id, part_id)
);
create index report_closing_part_of on ansinh.report_closing_part (part_id);

-- The way of a report. Who acts is asked of the transaction, not believed from the row.
create function ansinh.report_closing_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
declare
    same boolean;
begin
    if tg_op = 'DELETE' then
        raise exception 'reports that are sent up are not taken away' using errcode = 'AS001';
    elsif tg_op = 'INSERT' then
        if new.state <> 'DRAFT' then
            raise exception 'a report begins as a draft' using errcode = 'AS001';
        end if;
        return new;
    end if;
    if (new.id, new.report, new.unit_id, new.period, new.turn, new.cadence)
        is distinct from (old.id, old.report, old.unit_id, old.period, old.turn, old.cadence) then
        raise exception 'a report stays that of its unit and period' using errcode = 'AS001';
    end if;
    if old.state = 'DRAFT' then
        if new.state not in ('DRAFT', 'SENT') then
            raise exception 'a draft is sent first' using errcode = 'AS001';
        end if;
        if new.state = 'SENT' and not scope_free() and new.sent_by <> scope_account() then
            raise exception 'nobody sends for somebody else' using errcode = 'AS001';
        end if;
        return new;
    end if;
    same := to_jsonb(old) - '{state,decided_by,decided_name,decided_at,reason}'::text[]
        = to_jsonb(new) - '{state,decided_by,decided_name,decided_at,reason}'::text[];
    if not same or old.state = 'RETURNED' or new.state not in ('RECEIVED', 'RETURNED')
        or new.state = old.state then
        raise exception 'report % was sent and does not change', old.id using errcode = 'AS001';
    end if;
    if not scope_free() and (new.decided_by <> scope_account() or scope_unit() = old.unit_id) then
        raise exception 'a report is taken up or given back by somebody of a unit above' using errcode = 'AS001';
    end if;
    if new.state = 'RETURNED' and exists (select from report_closing_part p join report_closing whole
            on whole.id = p.closing_id where p.part_id = old.id and whole.state in ('SENT', 'RECEIVED')) then
        raise exception 'report % went into one that was sent', old.id using errcode = 'AS001';
    end if;
    return new;
end $$;
create trigger report_closing_guard before insert or update or delete on ansinh.report_closing
    for each row execute function ansinh.report_closing_guard();

-- What belongs to a report is written while it is a draft; the row is held, so that it is not sent meanwhile.
create function ansinh.report_closing_content_guard() returns trigger language plpgsql
    set search_path = ansinh, pg_temp as $$
declare
    part record;
begin
    if tg_op = 'INSERT' then
        part := new;
    else
        part := old;
    end if;
    perform from report_closing where id = part.closing_id and state = 'DRAFT' for share;
    if not found or tg_op = 'UPDATE' and new.closing_id <> old.closing_id then
        raise exception 'report % was sent and does not change', part.closing_id using errcode = 'AS001';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

do $$
declare
    part text;
begin
    foreach part in array array['column', 'row', 'correction', 'file', 'part'] loop
        execute format('create trigger %1$I before insert or update or delete on ansinh.%2$I'
            ' for each row execute function ansinh.report_closing_content_guard()',
            'report_closing_' || part || '_guard', 'report_closing_' || part);
        execute format('alter table ansinh.%I enable row level security', 'report_closing_' || part);
        execute format('create policy %1$I on ansinh.%2$I using (
            exists (select from ansinh.report_closing c where c.id = closing_id))',
            'report_closing_' || part || '_seen', 'report_closing_' || part);
    end loop;
    foreach part in array array['report_closing', 'report_closing_column', 'report_closing_row',
            'report_closing_correction', 'report_closing_file', 'report_closing_part'] loop
        execute format('create trigger %1$I before truncate on ansinh.%2$I'
            ' for each statement execute function ansinh.payroll_never_changes()', part || '_stays', part);
    end loop;
end $$;

alter table ansinh.report_closing enable row level security;
create policy report_closing_scope on ansinh.report_closing using (
    ((select ansinh.scope_programs()) is null or program is null
        or program = any ((select ansinh.scope_programs())::text[]))
    and ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))));
