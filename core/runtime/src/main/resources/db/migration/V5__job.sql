create table job (
    id            bigint generated always as identity primary key,
    type          text not null,
    title         text not null,
    state         text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    parameters    jsonb not null,
    done          bigint not null default 0,
    total         bigint not null default 0,
    message       text not null default '',
    result        jsonb not null default '{}',
    account       text not null,
    node          text,
    process       text,
    attempts      integer not null default 0,
    cancel        boolean not null default false,
    input_path    text,
    output_path   text,
    output_name   text,
    output_type   text,
    submitted_at  timestamptz not null,
    started_at    timestamptz,
    ended_at      timestamptz
);
create index job_open on job (id) where state in ('QUEUED', 'RUNNING');
create index job_account on job (account, id desc);
create index job_output on job (ended_at) where output_path is not null;
comment on column job.node is 'whose worker took it: a name that outlives restarts';
comment on column job.process is 'which life of that node; RUNNING under a former life means the node crashed';
comment on column job.attempts is 'how often it was begun; a job that brings the server down is not begun for ever';
comment on column job.input_path is 'relative to the directory of job files, as is output_path';
