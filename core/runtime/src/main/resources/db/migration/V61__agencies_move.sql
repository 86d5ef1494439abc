-- Agencies go with the unit that was their territory.
alter table unit_transfer add column agencies integer not null default 0;

-- Resolutions and moves are written by the platform, after it checked who may: raw SQL of an official's transaction makes
-- neither a proposal of somebody else's nor a move that never was.
alter table unit_resolution enable row level security;
create policy unit_resolution_seen on unit_resolution for select using (true);
create policy unit_resolution_added on unit_resolution for insert with check ((select ansinh.platform()));
create policy unit_resolution_changed on unit_resolution for update using ((select ansinh.platform()));
create policy unit_resolution_removed on unit_resolution for delete using ((select ansinh.platform()));

alter table unit_transfer enable row level security;
create policy unit_transfer_seen on unit_transfer for select using (
    (select ansinh.scope_unit()) = 0
    or old_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())));
create policy unit_transfer_added on unit_transfer for insert with check ((select ansinh.platform()));
