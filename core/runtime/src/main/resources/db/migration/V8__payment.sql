-- Numbers of orders by unit and year, taken by locking the row: no gap, no number twice.
create table payment_number (
    unit_id  bigint not null references unit,
    year     integer not null,
    last     integer not null,
    primary key (unit_id, year)
);

create table payment_order (
    id               bigint generated always as identity primary key,
    number           text not null unique,
    program          text not null,
    unit_id          bigint not null references unit,
    method           text not null,
    month            date not null check (extract(day from month) = 1),
    last_month       date not null check (last_month in (month, month + interval '1 month')),
    state            text not null check (state in ('DRAFT', 'SENDING', 'SENT', 'SETTLED', 'WITHDRAWN')),
    items            integer not null default 0,
    closed           bigint not null default 0 check (closed >= 0),
    retried          bigint not null default 0 check (retried >= 0),
    paid_items       integer not null default 0,
    paid             bigint not null default 0 check (paid >= 0),
    unpaid_items     integer not null default 0,
    unpaid           bigint not null default 0 check (unpaid >= 0),
    send_by          date not null,
    results_by       date not null,
    channel          text,
    channel_cursor   text,
    asked_at         timestamptz,
    note             text,
    created_by       text not null,
    created_at       timestamptz not null,
    sent_by          text,
    sent_at          timestamptz,
    results_at       timestamptz,
    settled_by       text,
    settled_at       timestamptz,
    withdrawn_by     text,
    withdrawn_at     timestamptz,
    -- Who makes an order does not send it.
    check (sent_by <> created_by),
    check ((state in ('SENDING', 'SENT', 'SETTLED')) = (sent_by is not null and sent_at is not null)),
    check ((state = 'SETTLED') = (settled_by is not null)),
    check (paid + unpaid <= closed + retried and paid_items + unpaid_items <= items)
);
create index payment_order_unit on payment_order (unit_id, id desc);
create index payment_order_open on payment_order (id) where state in ('SENDING', 'SENT');
comment on column payment_order.channel_cursor is 'how far the channel''s results have been read';
comment on column payment_order.asked_at is 'when a node last took it upon itself to send or to ask for results';
comment on column payment_order.results_at is 'when the last result came';

-- The closed payrolls whose lines an order pays for the first time. One that has left (SENDING, SENT, SETTLED) keeps them from
-- being annulled.
create table payment_order_payroll (
    order_id    bigint not null references payment_order,
    payroll_id  bigint not null references payroll,
    lines       integer not null,
    amount      bigint not null,
    primary key (order_id, payroll_id)
);
create index payment_order_payroll_payroll on payment_order_payroll (payroll_id);

-- One payment: everything an order brings to one beneficiary in one way. Written by one statement per order, so it has no
-- foreign keys and is checked by the guards below. The row is what left: it never changes but for its result.
create table payment_item (
    month           date not null,
    order_id        bigint not null,
    item            integer not null,
    person_id       bigint not null,
    unit_id         bigint not null,
    name            text not null,
    id_number       text,
    address         text,
    account_number  text,
    bank            text,
    payee_name      text,
    payee_number    text,
    amount          bigint not null check (amount > 0),
    retried         bigint not null check (retried between 0 and amount),
    state           text not null default 'WAITING' check (state in ('WAITING', 'PAID', 'UNPAID')),
    reason          text,
    day             date,
    collected_by    text,
    source          text,
    recorded_by     text,
    recorded_at     timestamptz,
    retaken         boolean not null default false,
    primary key (month, order_id, item),
    check ((state = 'WAITING') = (day is null and recorded_by is null)),
    check ((state = 'UNPAID') = (reason is not null)),
    check (not retaken or state = 'UNPAID')
) partition by range (month);
create index payment_item_person on payment_item (person_id);
create index payment_item_unpaid on payment_item (unit_id) where state = 'UNPAID';
comment on column payment_item.month is 'of its order';
comment on column payment_item.retaken is 'a later order holds lines of it, so this result is final';

-- Which closed lines a payment holds. A line is in a second order only after the first brought it back: attempt 2, and so on.
create table payment_item_line (
    month     date not null,
    line_id   bigint not null,
    attempt   smallint not null check (attempt > 0),
    order_id  bigint not null,
    item      integer not null,
    amount    bigint not null check (amount > 0),
    -- A line is in one order at a time, whatever happens above.
    primary key (month, line_id, attempt)
) partition by range (month);
create index payment_item_line_item on payment_item_line (order_id, item);
comment on column payment_item_line.month is 'of the line';
comment on column payment_item_line.amount is 'the line''s amount less what was cancelled when it was ordered';

-- Results that were corrected, as they stood before.
create table payment_result_former (
    id            bigint generated always as identity primary key,
    order_id      bigint not null references payment_order,
    item          integer not null,
    state         text not null,
    reason        text,
    day           date,
    collected_by  text,
    source        text,
    recorded_by   text,
    recorded_at   timestamptz,
    replaced_by   text not null,
    replaced_at   timestamptz not null
);
create index payment_result_former_order on payment_result_former (order_id);

-- Where each closed line's money is, by its latest attempt: PLANNED in a draft order, WAITING for a result, PAID, UNPAID. A line
-- that is not here has never been ordered.
create view payment_line as
select l.month, l.line_id, l.attempt, l.order_id, l.item, l.amount,
    case when o.state = 'DRAFT' then 'PLANNED' else t.state end as state, t.payee_name, t.collected_by, t.day
from payment_item_line l
    join payment_order o on o.id = l.order_id
    join payment_item t on t.month = o.month and t.order_id = l.order_id and t.item = l.item
where not exists (select from payment_item_line n
    where n.month = l.month and n.line_id = l.line_id and n.attempt = l.attempt + 1);

-- Partitions for an order of a month, as for payroll_line.
create function payment_partition(cycle date) returns void
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
            if session_user <> current_user then
                execute format('revoke all on ansinh.%I from %I', name, session_user);
            end if;
        end if;
    end loop;
end $$;

create function payment_never_changes() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    raise exception 'rows of % never change', tg_table_name using errcode = 'AS001';
end $$;
create trigger payment_item_never_changes
    before update of month, order_id, item, person_id, unit_id, name, id_number, address, account_number, bank,
        payee_name, payee_number, amount, retried on payment_item
    for each statement execute function payment_never_changes();
create trigger payment_item_never_goes before truncate on payment_item
    for each statement execute function payment_never_changes();
create trigger payment_item_line_never_changes before update or truncate on payment_item_line
    for each statement execute function payment_never_changes();
create trigger payment_order_never_goes before delete or truncate on payment_order
    for each statement execute function payment_never_changes();
create trigger payment_result_former_never_changes before update or delete or truncate on payment_result_former
    for each statement execute function payment_never_changes();

-- Only a draft gets payments, and only a draft's may go.
create function payment_draft_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if exists (select from (select distinct order_id from touched) t
            left join payment_order o on o.id = t.order_id and o.state = 'DRAFT' where o.id is null) then
        raise exception 'what is in an order that is no draft stays as it is' using errcode = 'AS001';
    end if;
    return null;
end $$;
create trigger payment_item_insert_guard after insert on payment_item
    referencing new table as touched for each statement execute function payment_draft_guard();
create trigger payment_item_delete_guard after delete on payment_item
    referencing old table as touched for each statement execute function payment_draft_guard();
create trigger payment_item_line_delete_guard after delete on payment_item_line
    referencing old table as touched for each statement execute function payment_draft_guard();
create trigger payment_order_payroll_insert_guard after insert on payment_order_payroll
    referencing new table as touched for each statement execute function payment_draft_guard();
create trigger payment_order_payroll_delete_guard after delete on payment_order_payroll
    referencing old table as touched for each statement execute function payment_draft_guard();
create trigger payment_order_payroll_never_changes before update or truncate on payment_order_payroll
    for each statement execute function payment_never_changes();

-- A payment holds closed lines only, never more than a line is worth, and a second time only what came back. Month by month,
-- so that each look reaches one partition.
create function payment_item_line_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
declare
    cycle date;
begin
    if exists (select from (select distinct order_id from added) t
            left join payment_order o on o.id = t.order_id and o.state = 'DRAFT' where o.id is null) then
        raise exception 'only a draft gets payments' using errcode = 'AS001';
    end if;
    for cycle in select distinct a.month from added a loop
        if exists (select from added a
                left join payroll_line l on l.month = cycle and l.id = a.line_id
                left join payroll y on y.id = l.payroll_id and y.state = 'CLOSED'
                where a.month = cycle and (y.id is null or a.amount > l.amount)) then
            raise exception 'a payment holds closed lines only, and no more than they are worth' using errcode = 'AS001';
        end if;
        if exists (select from added a
                left join payment_item_line f
                    on f.month = cycle and f.line_id = a.line_id and f.attempt = a.attempt - 1
                left join payment_order o on o.id = f.order_id
                left join payment_item t
                    on t.month = o.month and t.order_id = f.order_id and t.item = f.item and t.state = 'UNPAID' and t.retaken
                where a.month = cycle and a.attempt > 1 and t.item is null) then
            raise exception 'a line goes out again only after it came back' using errcode = 'AS001';
        end if;
    end loop;
    return null;
end $$;
create trigger payment_item_line_insert_guard after insert on payment_item_line
    referencing new table as added for each statement execute function payment_item_line_guard();

-- An order leaves once. Back to a draft only when the channel has refused it.
create function payment_order_guard() returns trigger language plpgsql set search_path = ansinh, pg_temp as $$
begin
    if old.state <> new.state and (old.state, new.state) not in (
            ('DRAFT', 'SENDING'), ('DRAFT', 'SENT'), ('DRAFT', 'WITHDRAWN'),
            ('SENDING', 'SENT'), ('SENDING', 'DRAFT'), ('SENT', 'SETTLED')) then
        raise exception 'order % cannot go from % to %', old.id, old.state, new.state using errcode = 'AS001';
    end if;
    if (old.number, old.program, old.unit_id, old.method, old.month, old.last_month, old.created_by)
            is distinct from (new.number, new.program, new.unit_id, new.method, new.month, new.last_month, new.created_by)
        or old.state <> 'DRAFT' and (old.items, old.closed, old.retried) is distinct from (new.items, new.closed, new.retried)
        or old.state in ('SETTLED', 'WITHDRAWN') then
        raise exception 'order % stays as it is', old.id using errcode = 'AS001';
    end if;
    return new;
end $$;
create trigger payment_order_guard before update on payment_order
    for each row execute function payment_order_guard();
