-- Row-level security, below all checks of the application: on the application's login a statement reaches the people, rights,
-- lists and payments of its scope, whatever it says. Rights and everything with money are written by the platform alone, which
-- has checked the official before; nothing is forced, so the owner's own functions see all, and each of them is a door that
-- is guarded below. Policies ask for the scope once in a statement: (select …) and a hashed list of units.

-- For policies of what only the platform writes. It fails rather than hides: a lock that finds no row locks nothing.
create function platform() returns boolean
    language plpgsql stable parallel safe set search_path = ansinh, pg_temp as $$
begin
    if scope_account() = 'system' then
        return true;
    end if;
    raise exception 'only the platform itself does this' using errcode = 'AS003';
end $$;

create index payroll_notice_person on payroll_notice (person_id);

-- Who pays somebody that lives elsewhere sees the person, also after the right has moved on: a name is on the lists that paid.
create function pays(person bigint) returns boolean
    language sql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
    with here as materialized (
        select unit_id from unit_sight where ancestor_id = (select scope_unit())),
    program as materialized (
        select scope_programs() as reached)
    select exists (
        select from program, (
            select e.unit_id, e.program from entitlement e where e.person_id = person
            union all
            select y.unit_id, y.program from entitlement e
                join payroll_line l on l.entitlement_id = e.id join payroll y on y.id = l.payroll_id
            where e.person_id = person
            union all
            select y.unit_id, y.program from payroll_notice n join payroll y on y.id = n.payroll_id
            where n.person_id = person
            union all
            select r.unit_id, r.program from receivable r where r.person_id = person
            union all
            select t.unit_id, o.program from payment_item t join payment_order o on o.id = t.order_id
            where t.person_id = person) paid
        where paid.unit_id in (select unit_id from here)
          and (reached is null or paid.program = any (reached)))
$$;

-- A right that has moved on stays readable for who paid it: their lists name it.
create function paid(right_id bigint) returns boolean
    language sql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
    select exists (
        select from payroll_line l join payroll y on y.id = l.payroll_id
            join unit_sight s on s.unit_id = y.unit_id and s.ancestor_id = (select scope_unit())
        where l.entitlement_id = right_id)
$$;

-- A commune may ask about its part of an order of the province.
create function ordered(asked bigint, cycle date) returns boolean
    language sql stable parallel safe security definer set search_path = ansinh, pg_temp as $$
    select exists (
        select from payment_item t
            join unit_sight s on s.unit_id = t.unit_id and s.ancestor_id = (select scope_unit())
        where t.month = cycle and t.order_id = asked)
$$;

-- People are written where they live. (Policies are asked in the order of their names: the cheap one first.)
alter table person enable row level security;
create policy person_lives on person using (
    (select ansinh.scope_unit()) = 0
    or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy person_paid on person for select using (ansinh.pays(id));

-- Whose facts are told to whom; as the invoker, so that the person's own policies answer.
create function sees_subject(kind text, subject bigint) returns boolean
    language sql stable parallel safe set search_path = ansinh, pg_temp as $$
    select case kind when 'PERSON' then exists (select from person where id = subject) else false end
$$;
alter table fact enable row level security;
create policy fact_seen on fact for select using (
    (select ansinh.scope_unit()) = 0 or ansinh.sees_subject(subject_kind, subject_id));

alter table entitlement enable row level security;
create policy entitlement_seen on entitlement for select using (
    ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
    and ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))
        or exists (select from ansinh.person p where p.id = person_id and p.unit_id in (
            select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())))
        or ansinh.paid(id)));

alter table entitlement_event enable row level security;
create policy entitlement_event_seen on entitlement_event for select using (
    exists (select from ansinh.entitlement e where e.id = entitlement_id));
alter table entitlement_pause enable row level security;
create policy entitlement_pause_seen on entitlement_pause for select using (
    exists (select from ansinh.entitlement e where e.id = entitlement_id));

alter table payroll enable row level security;
create policy payroll_seen on payroll for select using (
    ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
    and ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))));

-- What a list of one's own says, and what the lists of others said of a right that is one's own now.
do $$
declare
    part text;
begin
    foreach part in array array['payroll_line', 'payroll_line_annulled', 'payroll_excess', 'payroll_cancellation'] loop
        execute format('alter table ansinh.%I enable row level security', part);
        execute format('create policy %I on ansinh.%I for select using (
            (select ansinh.scope_unit()) = 0 and (select ansinh.scope_programs()) is null
            or exists (select from ansinh.payroll y where y.id = payroll_id)
            or exists (select from ansinh.entitlement e where e.id = entitlement_id))', part || '_seen', part);
    end loop;
end $$;
alter table payroll_notice enable row level security;
create policy payroll_notice_seen on payroll_notice for select using (
    exists (select from ansinh.payroll y where y.id = payroll_id));

do $$
declare
    part text;
begin
    foreach part in array array['receivable', 'receivable_decision'] loop
        execute format('alter table ansinh.%I enable row level security', part);
        execute format('create policy %I on ansinh.%I for select using (
            ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
            and ((select ansinh.scope_unit()) = 0
                or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))))',
            part || '_seen', part);
    end loop;
    foreach part in array array['receivable_instalment', 'receivable_receipt'] loop
        execute format('alter table ansinh.%I enable row level security', part);
        execute format('create policy %I on ansinh.%I for select using (
            exists (select from ansinh.receivable_decision d where d.id = decision_id))', part || '_seen', part);
    end loop;
end $$;

alter table payment_order enable row level security;
create policy payment_order_seen on payment_order for select using (
    ((select ansinh.scope_programs()) is null or program = any ((select ansinh.scope_programs())::text[]))
    and ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit()))
        or ansinh.ordered(id, month)));
alter table payment_item enable row level security;
create policy payment_item_seen on payment_item for select using (
    ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())))
    and exists (select from ansinh.payment_order o where o.id = order_id));
alter table payment_item_line enable row level security;
create policy payment_item_line_seen on payment_item_line for select using (
    exists (select from ansinh.payment_item t
        where t.order_id = payment_item_line.order_id and t.item = payment_item_line.item));
alter table payment_order_payroll enable row level security;
create policy payment_order_payroll_seen on payment_order_payroll for select using (
    exists (select from ansinh.payroll y where y.id = payroll_id));
alter table payment_result_former enable row level security;
create policy payment_result_former_seen on payment_result_former for select using (
    exists (select from ansinh.payment_item t
        where t.order_id = payment_result_former.order_id and t.item = payment_result_former.item));
-- As its owner it would show every payment to everybody.
alter view payment_line set (security_invoker = true);

alter table job enable row level security;
create policy job_seen on job for select using (
    account = (select ansinh.scope_account()) or (select ansinh.scope_unit()) = 0);

-- Who sees what hangs on these, so nobody extends their own sight.
alter table unit enable row level security;
create policy unit_seen on unit for select using (true);
alter table unit_closure enable row level security;
create policy unit_closure_seen on unit_closure for select using (true);
alter table unit_reach enable row level security;
create policy unit_reach_seen on unit_reach for select using (true);
alter table unit_succession enable row level security;
create policy unit_succession_seen on unit_succession for select using (true);

do $$
declare
    part text;
begin
    foreach part in array array['fact', 'entitlement', 'entitlement_event', 'entitlement_pause', 'payroll', 'payroll_line',
            'payroll_line_annulled', 'payroll_notice', 'payroll_excess', 'payroll_cancellation', 'receivable',
            'receivable_decision', 'receivable_instalment', 'receivable_receipt', 'payment_order', 'payment_item',
            'payment_item_line', 'payment_order_payroll', 'payment_result_former', 'job',
            'unit', 'unit_closure', 'unit_reach', 'unit_succession'] loop
        execute format('create policy %I on ansinh.%I for insert with check ((select ansinh.platform()))',
            part || '_added', part);
        execute format('create policy %I on ansinh.%I for update using ((select ansinh.platform()))',
            part || '_changed', part);
        execute format('create policy %I on ansinh.%I for delete using ((select ansinh.platform()))',
            part || '_removed', part);
    end loop;
end $$;

-- Passwords, even hashed, are read by nobody but the platform.
alter table account enable row level security;
create policy account_platform on account using ((select ansinh.platform()));

-- A partition is reached through its table only, where the policies stand: whoever makes it, nobody holds anything on it.
create function close_partition(name text) returns void
    language plpgsql set search_path = ansinh, pg_temp as $$
declare
    holder regrole;
begin
    for holder in
        select distinct a.grantee::regrole from pg_class c cross join lateral aclexplode(c.relacl) a
        where c.oid = ('ansinh.' || quote_ident(name))::regclass and a.grantee <> c.relowner
    loop
        execute format('revoke all on ansinh.%I from %s', name, holder);
    end loop;
    execute format('alter table ansinh.%I enable row level security', name);
end $$;

create or replace function payroll_partition(cycle date) returns void
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
declare
    first date := date_trunc('month', cycle)::date;
    name text := 'payroll_line_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass('ansinh.' || name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('ansinh.payroll_partition', 0));
    if to_regclass('ansinh.' || name) is null then
        execute format('create table ansinh.%I (like ansinh.payroll_line including defaults including constraints)', name);
        perform close_partition(name);
        execute format('alter table ansinh.payroll_line attach partition ansinh.%I for values from (%L) to (%L)',
            name, first, (first + interval '1 month')::date);
    end if;
end $$;

create or replace function payment_partition(cycle date) returns void
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
declare
    first date := date_trunc('month', cycle)::date;
    parent text;
    name text;
begin
    foreach parent in array array['payment_item', 'payment_item_line'] loop
        name := parent || '_' || to_char(first, 'YYYY_MM');
        continue when to_regclass('ansinh.' || name) is not null;
        perform pg_advisory_xact_lock(hashtextextended('ansinh.payment_partition', 0));
        if to_regclass('ansinh.' || name) is null then
            execute format('create table ansinh.%I partition of ansinh.%I for values from (%L) to (%L)',
                name, parent, first, (first + interval '1 month')::date);
            perform close_partition(name);
        end if;
    end loop;
end $$;

do $$
declare
    part name;
begin
    for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where c.relkind = 'r' and i.inhparent in (
            'ansinh.payroll_line'::regclass, 'ansinh.payment_item'::regclass, 'ansinh.payment_item_line'::regclass)
    loop
        perform ansinh.close_partition(part);
    end loop;
end $$;

-- Takes a closed list back; the caller has told the official before why it may not be, this is the last guard.
create or replace function payroll_annul(closed_id bigint, why text, account text) returns integer
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
declare
    list payroll;
    moved integer;
    ordered boolean := false;
begin
    perform platform();
    select * into list from payroll where id = closed_id for update;
    if not found or list.state <> 'CLOSED' then
        raise exception 'payroll % is not closed', closed_id using errcode = 'AS001';
    end if;
    perform from payroll_commune where program = list.program and unit_id = list.unit_id and closed_through = list.month
        for update;
    if not found then
        raise exception 'payroll % is not the latest closed one', closed_id using errcode = 'AS001';
    end if;
    if to_regclass('ansinh.payment_order_payroll') is not null then
        execute 'select exists (select from ansinh.payment_order_payroll p join ansinh.payment_order o on o.id = p.order_id
            where p.payroll_id = $1 and o.state <> ''WITHDRAWN'')' into ordered using closed_id;
    end if;
    if ordered then
        raise exception 'payroll % is in a payment order', closed_id using errcode = 'AS001';
    end if;
    update payroll set state = 'ANNULLED', annulled_by = account, annulled_at = clock_timestamp(), annul_reason = why
        where id = closed_id;
    update payroll_cancellation c set annulled = true from payroll_line l
        where l.month = list.month and l.payroll_id = closed_id and c.month = l.month and c.line_id = l.id and not c.annulled;
    insert into payroll_change (person_id)
        select distinct person_id from payroll_line where month = list.month and payroll_id = closed_id;
    insert into payroll_line_annulled select * from payroll_line where month = list.month and payroll_id = closed_id;
    delete from payroll_line where month = list.month and payroll_id = closed_id;
    get diagnostics moved = row_count;
    update payroll_commune set closed_through = (
            select max(month) from payroll
            where program = list.program and unit_id = list.unit_id and state = 'CLOSED')
        where program = list.program and unit_id = list.unit_id;
    return moved;
end $$;
