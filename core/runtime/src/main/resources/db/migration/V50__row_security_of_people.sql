-- Row-level security of what later rooms keep about people: whoever sees the person, or the household, sees it. What is
-- written may belong elsewhere: people and households move away.
do $$
declare
    part text;
begin
    foreach part in array array['person_event', 'person_residence', 'registry_check', 'registry_event'] loop
        execute format('alter table ansinh.%I enable row level security', part);
        execute format('create policy %I on ansinh.%I using (
            (select ansinh.scope_unit()) = 0 or exists (select from ansinh.person p where p.id = person_id))
            with check (true)', part || '_of_person', part);
    end loop;

    alter table ansinh.household enable row level security;
    create policy household_here on ansinh.household using (
        (select ansinh.scope_unit()) = 0
        or unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = (select ansinh.scope_unit())))
        with check (true);
    foreach part in array array['household_address', 'household_event', 'household_member', 'household_head'] loop
        execute format('alter table ansinh.%I enable row level security', part);
        execute format('create policy %I on ansinh.%I using (
            (select ansinh.scope_unit()) = 0 or exists (select from ansinh.household h where h.id = household_id))
            with check (true)', part || '_here', part);
    end loop;

    -- Who is whom, and who is signed in, is looked at by the platform for who may know.
    foreach part in array array['duplicate_candidate', 'person_merge', 'person_merge_row', 'account_session', 'access_token']
    loop
        execute format('alter table ansinh.%I enable row level security', part);
        execute format('create policy %I on ansinh.%I using ((select ansinh.platform()))', part || '_platform', part);
    end loop;
end $$;
