-- Questions and reports of officials to the unit above, and what became of them.
create table question (
    id          bigint generated always as identity primary key,
    kind        text not null check (kind in ('QUESTION', 'REPORT')),
    title       text not null check (title <> '' and length(title) <= 300),
    body        text not null check (body <> '' and length(body) <= 10000),
    search      text not null,
    unit_id     bigint references unit,
    program     text,
    asked_by    text not null,
    asked_name  text not null,
    asked_at    timestamptz not null,
    to_unit     bigint references unit,
    state       text not null check (state in ('WAITING', 'ANSWERED', 'CLOSED', 'WITHDRAWN')),
    waits_since date not null,
    due         date not null check (due >= waits_since),
    faq_id      bigint references notice
);
create index question_order on question (unit_id, id desc);
create index question_waiting on question (to_unit, due) where state = 'WAITING';
comment on column question.unit_id is 'who asks; null for the country';
comment on column question.to_unit is 'who is to answer; null for the country';
comment on column question.waits_since is 'day on which it came to who is to answer';
comment on column question.faq_id is 'the entry among the answers that was made of it';

-- What was said and done, in its order; never changed.
create table question_message (
    id           bigint generated always as identity primary key,
    question_id  bigint not null references question,
    kind         text not null check (kind in ('REPLY', 'MORE', 'FORWARD', 'CLOSE', 'WITHDRAW')),
    body         text not null check (length(body) <= 10000),
    unit_id      bigint references unit,
    by           text not null,
    by_name      text not null,
    at           timestamptz not null
);
create index question_message_of on question_message (question_id, id);
create trigger question_message_never_changes before update or delete or truncate on question_message
    for each statement execute function payroll_never_changes();

alter table question enable row level security;
create policy question_scope on question using (
    ((select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())))
    and (program is null or (select ansinh.scope_programs()) is null
        or program = any ((select ansinh.scope_programs())::text[])));

alter table question_message enable row level security;
create policy question_message_scope on question_message using (
    exists (select from ansinh.question q where q.id = question_id));
