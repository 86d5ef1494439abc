-- A month's table is made apart and attached: `partition of` waits for every run that is under way, and everybody who wants to
-- read a line waits behind it, also the readers for whom the run waits.
create or replace function payroll_partition(cycle date) returns void
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
declare
    first date := date_trunc('month', cycle)::date;
    name text := 'payroll_line_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass('ansinh.' || name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('ansinh.payroll_partition', 0));
    if to_regclass('ansinh.' || name) is null then
        execute format('create table ansinh.%I (like ansinh.payroll_line including defaults including constraints)', name);
        execute format('alter table ansinh.payroll_line attach partition ansinh.%I for values from (%L) to (%L)',
            name, first, (first + interval '1 month')::date);
        if session_user <> current_user then
            execute format('revoke all on ansinh.%I from %I', name, session_user);
        end if;
    end if;
end $$;
