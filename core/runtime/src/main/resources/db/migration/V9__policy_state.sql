-- What was done to versions of packs, and by whom. A version is a draft until it is activated; the latest activated version
-- of a pack is in force; an end that was confirmed holds for the version it was proposed for.
create table policy_event (
    id           bigint generated always as identity primary key,
    pack         text not null,
    version      integer not null,
    kind         text not null check (kind in
        ('PROPOSED', 'ACTIVATED', 'REJECTED', 'END_PROPOSED', 'END_CONFIRMED', 'END_WITHDRAWN')),
    file         text,
    last_month   date check (extract(day from last_month) = 1),
    remark       text,
    account      text not null,
    full_name    text not null,
    recorded_at  timestamptz not null default now(),
    foreign key (pack, version) references policy_version,
    check ((kind in ('END_PROPOSED', 'END_CONFIRMED')) = (last_month is not null)),
    check (kind not in ('REJECTED', 'END_PROPOSED') or remark <> '')
);
create index policy_event_version on policy_event (pack, version);
-- The last guard against two officials who activate at once.
create unique index policy_event_activated on policy_event (pack, version) where kind = 'ACTIVATED';
comment on column policy_event.account is 'system is the platform: what bundles and dropped files bring';
comment on column policy_event.file is 'where a proposed version came from';

-- Until now whatever arrived was in force.
insert into policy_event (pack, version, kind, file, account, full_name, recorded_at)
select pack, version, 'PROPOSED', pack, 'system', 'Hệ thống', stored_at from policy_version order by pack, version;
insert into policy_event (pack, version, kind, remark, account, full_name, recorded_at)
select pack, version, 'ACTIVATED', 'Đã áp dụng từ trước khi có bước kích hoạt.', 'system', 'Hệ thống', stored_at
from policy_version order by pack, version;

create trigger policy_event_never_changes before update or delete or truncate on policy_event
    for each statement execute function payroll_never_changes();
