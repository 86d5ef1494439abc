-- The ledger at the scale of the country: a month carries over what nothing has touched and computes the rest.

-- Who may have become worth something else, and the transaction that did it. Whether a run saw it is asked of the snapshot
-- the run began with, never of a clock: a change whose transaction began before the run and ended after it is not seen.
create table payroll_change (
    person_id  bigint not null,
    xid        xid8 not null default pg_current_xact_id()
);
create index payroll_change_xid on payroll_change (xid);
comment on table payroll_change is 'rows that every payroll still to be carried over or closed has seen are deleted';

-- What is older than this has been deleted: a run that began before it knows nothing of it and carries nothing over.
create table payroll_change_kept (
    since  xid8 not null
);
insert into payroll_change_kept values ('0');
create unique index payroll_change_kept_once on payroll_change_kept ((true));

create function payroll_change_of_fact() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    insert into payroll_change (person_id)
    select distinct subject_id from changed where subject_kind = 'PERSON';
    return null;
end $$;
create trigger fact_added after insert on fact
    referencing new table as changed for each statement execute function payroll_change_of_fact();
create trigger fact_retracted after update on fact
    referencing new table as changed for each statement execute function payroll_change_of_fact();
create trigger fact_deleted after delete on fact
    referencing old table as changed for each statement execute function payroll_change_of_fact();

create function payroll_change_of_person() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    insert into payroll_change (person_id)
    select o.id from gone o join changed n on n.id = o.id
    where (o.birth_date, o.deceased_on) is distinct from (n.birth_date, n.deceased_on);
    return null;
end $$;
create trigger person_changed after update on person
    referencing old table as gone new table as changed for each statement execute function payroll_change_of_person();

-- For every table whose rows say something of an entitlement.
create function payroll_change_of_entitlement() returns trigger
    language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if tg_table_name = 'entitlement' then
        insert into payroll_change (person_id) select distinct person_id from changed;
    else
        insert into payroll_change (person_id)
        select distinct e.person_id from changed c join entitlement e on e.id = c.entitlement_id;
    end if;
    return null;
end $$;
create trigger entitlement_added after insert on entitlement
    referencing new table as changed for each statement execute function payroll_change_of_entitlement();
create trigger entitlement_deleted after delete on entitlement
    referencing old table as changed for each statement execute function payroll_change_of_entitlement();

-- Another commune pays from now on: not while the old or the new one is closing a month, so that neither pays what the
-- other is paying at this moment. Closing holds the rows FOR UPDATE; a run (FOR NO KEY UPDATE) does not hold anybody up.
create function payroll_change_of_entitlements() returns trigger
    language plpgsql set search_path = ansinh, pg_temp as $$
begin
    insert into payroll_change (person_id)
    select person_id from gone union select person_id from changed;
    if exists (select from gone o join changed n on n.id = o.id
            where (o.unit_id, o.program) is distinct from (n.unit_id, n.program)) then
        perform from payroll_commune c
        where exists (select from gone o join changed n on n.id = o.id
            where (o.unit_id, o.program) is distinct from (n.unit_id, n.program)
              and (c.program, c.unit_id) in ((o.program, o.unit_id), (n.program, n.unit_id)))
        order by c.unit_id for key share;
    end if;
    return null;
end $$;
create trigger entitlement_changed after update on entitlement
    referencing old table as gone new table as changed
    for each statement execute function payroll_change_of_entitlements();

-- What a run knew when it began: facts by its snapshot, law by the packs in force and the day.
alter table payroll_run add column seen pg_snapshot;
alter table payroll_run add column cluster bigint;
comment on column payroll_run.seen is 'taken before anything was read; null before the ledger carried over';
comment on column payroll_run.cluster is 'system identifier: a snapshot means nothing in another cluster';

create table payroll_run_law (
    run_id      bigint not null references payroll_run,
    pack        text not null,
    version     integer not null,
    last_month  date check (extract(day from last_month) = 1),
    primary key (run_id, pack),
    foreign key (pack, version) references policy_version
);
comment on table payroll_run_law is 'packs in force; versions are immutable, so the law of a run can be read again';
comment on column payroll_run_law.last_month is 'last month for which the pack holds, as known then; null for no end';

-- Equal months in a row are one line.
alter table payroll_line add column months smallint not null default 1 check (months between 1 and 1200);
alter table payroll_line add column steady_through date;
alter table payroll_line drop constraint payroll_line_check;
alter table payroll_line add constraint payroll_line_amount check (amount > 0 and amount = (due - paid_before) * months);
-- numbers without meaning, one per line of the country's month: taken a thousand at a time
alter table payroll_line alter column id set cache 1000;
create index payroll_line_long on payroll_line (entitlement_id) where months > 1;
comment on column payroll_line.months is 'how many months from period on, each with this due and this paid_before';
comment on column payroll_line.steady_through is
    'last month for which nothing that is known changes what the person is due; null before the ledger carried over';

create or replace function payroll_line_insert_guard() returns trigger
    language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if exists (select from (select distinct payroll_id, month from added) a
            left join payroll p on p.id = a.payroll_id and p.month = a.month and p.state = 'DRAFT'
            where p.id is null) then
        raise exception 'only a draft of the same month gets lines' using errcode = 'AS001';
    end if;
    if exists (select from (select distinct rule_id from added) a
            left join payroll_rule r on r.id = a.rule_id where r.id is null) then
        raise exception 'a line names a rule that is not there' using errcode = 'AS001';
    end if;
    -- The unique constraint keeps two lines of one first month apart; this keeps long lines from covering others.
    if exists (select from added a join payroll_line b
                on b.month = a.month and b.entitlement_id = a.entitlement_id and b.id <> a.id
            where a.months > 1
              and b.period < a.period + make_interval(months => a.months)
              and a.period < b.period + make_interval(months => b.months))
        or exists (select from payroll_line b join added a
                on b.month = a.month and b.entitlement_id = a.entitlement_id and b.id <> a.id
            where b.months > 1 and a.months = 1 and b.month = any (array(select distinct month from added))
              and a.period >= b.period and a.period < b.period + make_interval(months => b.months)) then
        raise exception 'a month of an entitlement is on two lines of a cycle' using errcode = 'AS001';
    end if;
    return null;
end $$;

-- A list closed wrongly may be annulled; then another one of the same month may be drafted.
alter table payroll drop constraint payroll_state_check;
alter table payroll add constraint payroll_state_check check (state in ('DRAFT', 'CLOSED', 'ANNULLED'));
alter table payroll drop constraint payroll_check;
alter table payroll add constraint payroll_closed_by check (
    (state <> 'DRAFT') = (closed_at is not null and closed_by is not null));
alter table payroll drop constraint payroll_program_month_unit_id_key;
create unique index payroll_once on payroll (program, month, unit_id) where state <> 'ANNULLED';

-- Base and coefficient may stand in different packs, and not every rate has a coefficient.
alter table payroll_rule disable trigger payroll_rule_never_changes;
alter table payroll_rule add column base_pack text;
alter table payroll_rule add column base_version integer;
alter table payroll_rule add column coefficient_pack text;
alter table payroll_rule add column coefficient_version integer;
alter table payroll_rule add column fund text;
update payroll_rule set base_pack = pack, base_version = version, coefficient_pack = pack, coefficient_version = version;
alter table payroll_rule alter column base_pack set not null;
alter table payroll_rule alter column base_version set not null;
alter table payroll_rule alter column coefficient_value drop not null;
alter table payroll_rule alter column coefficient_label drop not null;
alter table payroll_rule alter column coefficient_clause drop not null;
alter table payroll_rule add foreign key (base_pack, base_version) references policy_version;
alter table payroll_rule add foreign key (coefficient_pack, coefficient_version) references policy_version;
alter table payroll_rule add constraint payroll_rule_coefficient check (num_nulls(coefficient_pack, coefficient_version,
    coefficient_value, coefficient_label, coefficient_clause) in (0, 5));
alter table payroll_rule drop constraint payroll_rule_pack_version_rate_base_value_coefficient_value_key;
create unique index payroll_rule_once on payroll_rule (pack, version, rate, base_pack, base_version, base_value, base,
    coefficient_pack, coefficient_version, coefficient_value) nulls not distinct;
alter table payroll_rule enable trigger payroll_rule_never_changes;
comment on column payroll_rule.coefficient_value is 'null where the rate has none: an amount, a table';
comment on column payroll_rule.fund is 'source of funds; null for the ordinary one';

create or replace view payroll_unconfirmed_value as
select r.id as rule_id, v.pack, v.version, v.value_id, v.label
from payroll_rule r
    cross join lateral (values
        (r.base_pack, r.base_version, r.base_value, r.base_label, r.base_provisional),
        (r.coefficient_pack, r.coefficient_version, r.coefficient_value, r.coefficient_label, r.coefficient_provisional)
        ) v (pack, version, value_id, label, provisional)
where v.provisional
  and not exists (select from policy_confirmation c
      where c.pack = v.pack and c.version = v.version and c.value_id = v.value_id);
