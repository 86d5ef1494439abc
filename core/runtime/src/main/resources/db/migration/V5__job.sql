create table job (
    id            bigint generated always as identity primary key,
    type          text not null,
    title         text not null,
    state         text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    parameters    jsonb not null,
    done          bigint not null default 0,
    total         bigint not null default 0,
    message       text,
    result        jsonb not null default '{}',
    account       text not null,
    node          text,
    cancel        boolean not null default false,
    input_path    text,
    output_path   text,
    output_name   text,
    output_type   text,
    submitted_at  timestamptz not null default now(),
    started_at    timestamptz,
    ended_at      timestamptz
);
create index job_open on job (id) where state in ('QUEUED', 'RUNNING');
create index job_account on job (account, id desc);
