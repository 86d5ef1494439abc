-- Where a right was paid before it moved: the list of a past month speaks of that month's communes.
create table entitlement_former_unit (
    id              bigint generated always as identity primary key,
    entitlement_id  bigint not null references entitlement,
    unit_id         bigint not null references unit,
    until_month     date not null check (extract(day from until_month) = 1)
);
create index entitlement_former_unit_right on entitlement_former_unit (entitlement_id, until_month);
create index entitlement_former_unit_unit on entitlement_former_unit (unit_id, until_month);
comment on column entitlement_former_unit.until_month is 'first month in which it was paid elsewhere';

alter table entitlement_former_unit enable row level security;
create policy entitlement_former_unit_seen on entitlement_former_unit for select using (
    exists (select from ansinh.entitlement e where e.id = entitlement_id));
create policy entitlement_former_unit_added on entitlement_former_unit for insert
    with check ((select ansinh.platform()));
create policy entitlement_former_unit_changed on entitlement_former_unit for update using ((select ansinh.platform()));
create policy entitlement_former_unit_removed on entitlement_former_unit for delete using ((select ansinh.platform()));
