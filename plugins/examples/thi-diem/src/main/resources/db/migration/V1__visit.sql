create table thi_diem.visit (
    id         bigint      generated always as identity primary key,
    unit_id    bigint      not null,
    day        date        not null,
    place      text        not null check (place <> ''),
    note       text        not null,
    account    text        not null,
    written_at timestamptz not null
);
create index visit_of_unit on thi_diem.visit (unit_id, id);
