-- Who changed a row of a draft has drafted it, too: of two officials who draft together neither signs.
alter table bulk_decision add column changed_by text[] not null default '{}';
alter table bulk_decision add constraint bulk_decision_changed_by_other check (decided_by <> all (changed_by));
comment on column bulk_decision.changed_by is 'accounts that mended, confirmed or left out rows';
