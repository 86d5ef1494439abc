-- Whose rows of people's rooms a transaction reaches. What hangs on a person or a household goes with them.

alter table person_residence enable row level security;
create policy person_residence_scope on person_residence using ((select ansinh.scope_unit()) = 0
    or unit_id = any ((select ansinh.scope_units())::bigint[])
    or exists (select from ansinh.person p where p.id = person_id));

alter table person_event enable row level security;
create policy person_event_scope on person_event using ((select ansinh.scope_unit()) = 0
    or exists (select from ansinh.person p where p.id = person_id));

alter table temporary_number enable row level security;
create policy temporary_number_scope on temporary_number using ((select ansinh.scope_unit()) = 0
    or unit_id = any ((select ansinh.scope_units())::bigint[]));

alter table household enable row level security;
create policy household_scope on household using ((select ansinh.scope_unit()) = 0
    or unit_id = any ((select ansinh.scope_units())::bigint[]));

alter table household_address enable row level security;
create policy household_address_scope on household_address using ((select ansinh.scope_unit()) = 0
    or exists (select from ansinh.household h where h.id = household_id));

alter table household_member enable row level security;
create policy household_member_scope on household_member using ((select ansinh.scope_unit()) = 0
    or exists (select from ansinh.household h where h.id = household_id));

alter table household_head enable row level security;
create policy household_head_scope on household_head using ((select ansinh.scope_unit()) = 0
    or exists (select from ansinh.household h where h.id = household_id));

alter table household_event enable row level security;
create policy household_event_scope on household_event using ((select ansinh.scope_unit()) = 0
    or exists (select from ansinh.household h where h.id = household_id));

-- Pairs cross units: only the platform's own login sees them, and shows what the caller may see.
alter table duplicate_candidate enable row level security;

-- A month that is computed asks who was merged.
alter table person_merge enable row level security;
create policy person_merge_scope on person_merge using ((select ansinh.scope_unit()) = 0
    or exists (select from ansinh.person p where p.id in (kept_id, gone_id)));

alter table person_merge_row enable row level security;
create policy person_merge_row_scope on person_merge_row using ((select ansinh.scope_unit()) = 0
    or exists (select from ansinh.person_merge m where m.id = merge_id));

alter table registry_check enable row level security;
create policy registry_check_scope on registry_check using ((select ansinh.scope_unit()) = 0
    or exists (select from ansinh.person p where p.id = person_id));

alter table registry_event enable row level security;
create policy registry_event_scope on registry_event using ((select ansinh.scope_unit()) = 0
    or exists (select from ansinh.person p where p.id = person_id));
