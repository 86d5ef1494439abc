-- What units set beside what programs declare: stricter rules, more time for one unit, and what a unit says it has done.
create table deadline_rule (
    id           bigint generated always as identity primary key,
    deadline     text        not null,
    unit_id      bigint      not null references unit,
    cadence      text        not null check (cadence in ('DAY', 'MONTH', 'HALF_YEAR')),
    months       integer     not null,
    day          integer     not null check (day between 0 and 31),
    working_day  integer     not null check (working_day between 0 and 20),
    due_time     time        not null,
    cut_off      boolean     not null,
    from_period  date        not null,
    reason       text        not null check (btrim(reason) <> ''),
    account      text        not null,
    set_at       timestamptz not null,
    ended_at     timestamptz,
    ended_by     text,
    end_reason   text
);
create unique index deadline_rule_one on deadline_rule (deadline, unit_id, from_period) where ended_at is null;
comment on column deadline_rule.unit_id is 'for this unit and all below it';
comment on column deadline_rule.due_time is '24:00 for the end of the day';

create table deadline_extension (
    id        bigint generated always as identity primary key,
    deadline  text        not null,
    unit_id   bigint      not null references unit,
    period    date        not null,
    until     timestamptz not null,
    reason    text        not null check (btrim(reason) <> ''),
    account   text        not null,
    given_at  timestamptz not null
);
create index deadline_extension_of on deadline_extension (deadline, period, unit_id);

create table deadline_report (
    deadline    text        not null,
    unit_id     bigint      not null references unit,
    period      date        not null,
    note        text        not null check (btrim(note) <> ''),
    account     text        not null,
    reported_at timestamptz not null,
    primary key (deadline, period, unit_id)
);

-- Everybody goes by the rules of the units above, so everybody reads them; they are set by whoever has the unit.
alter table deadline_rule enable row level security;
create policy deadline_rule_read on deadline_rule for select using (true);
create policy deadline_rule_add on deadline_rule for insert
    with check ((select scope_unit()) = 0 or unit_id = any ((select scope_units())::bigint[]));
create policy deadline_rule_end on deadline_rule for update
    using ((select scope_unit()) = 0 or unit_id = any ((select scope_units())::bigint[]));

-- More time is given from above: nobody gives it to the own unit.
alter table deadline_extension enable row level security;
create policy deadline_extension_read on deadline_extension for select
    using ((select scope_unit()) = 0 or unit_id = any ((select scope_units())::bigint[]));
create policy deadline_extension_give on deadline_extension for insert
    with check ((select scope_unit()) = 0
        or unit_id <> (select scope_unit()) and unit_id = any ((select scope_units())::bigint[]));

alter table deadline_report enable row level security;
create policy deadline_report_scope on deadline_report
    using ((select scope_unit()) = 0 or unit_id = any ((select scope_units())::bigint[]));
