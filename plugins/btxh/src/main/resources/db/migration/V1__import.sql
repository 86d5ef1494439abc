-- Lists from Excel: checked here first, then written to the core in one transaction.
create sequence import_batch_seq;

create table import_batch (
    id             bigint primary key,
    unit_id        bigint not null,
    file_name      text not null,
    digest         text,
    paid_through   date check (extract(day from paid_through) = 1),
    state          text not null check (state in ('NEW', 'CHECKED', 'COMMITTED')),
    header_number  integer not null default 0,
    header_kinds   text,
    header_cells   text,
    row_count      integer not null default 0,
    errors         integer not null default 0,
    choices        integer not null default 0,
    warnings       integer not null default 0,
    correct        integer not null default 0,
    people_new     integer not null default 0,
    rights_opened  integer not null default 0,
    rights_known   integer not null default 0,
    rights_refused integer not null default 0,
    facts_new      integer not null default 0,
    created_by     text not null,
    created_at     timestamptz not null,
    committed_by   text,
    committed_at   timestamptz
);
create index import_batch_unit on import_batch (unit_id, id desc);
create index import_batch_digest on import_batch (digest) where state = 'COMMITTED';
comment on column import_batch.unit_id is 'ansinh.unit the list is for';
comment on column import_batch.paid_through is 'last month paid where a row says nothing; null: nothing was paid';
comment on column import_batch.digest is 'SHA-256 of the file';

-- A row as it stands in the file; it is read anew at every check and at the commit.
create table import_row (
    batch_id        bigint not null references import_batch on delete cascade,
    row_number      integer not null,
    kinds           text not null,
    cells           text not null,
    severity        text not null default 'OK' check (severity in ('ERROR', 'CHOICE', 'WARNING', 'OK')),
    split_code      text,
    chosen_unit_id  bigint,
    primary key (batch_id, row_number)
);
create index import_row_severity on import_row (batch_id, severity, row_number);
create index import_row_split on import_row (batch_id, split_code) where split_code is not null;
comment on column import_row.kinds is 'one letter a cell';
comment on column import_row.cells is 'texts of the cells, separated by U+001F';
comment on column import_row.split_code is 'the code of a split commune, while or after an official chose';

create table import_finding (
    batch_id    bigint not null,
    row_number  integer not null,
    place       integer not null,
    severity    text not null,
    column_key  text,
    code        text not null,
    message     text not null,
    primary key (batch_id, row_number, place),
    foreign key (batch_id, row_number) references import_row on delete cascade
);
