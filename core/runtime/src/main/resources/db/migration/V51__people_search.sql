-- Names among millions. Under row-level security no index finds words inside a name, so one function that works as the owner
-- does, and applies the scope itself. It answers with ids: the people are then read under their own policies.

-- The province of a unit, today's or an ended one. A unit never changes what it lies in, which is what makes this immutable.
create function province_of(unit bigint) returns bigint
    language sql immutable parallel safe set search_path = ansinh, pg_temp as $$
    select c.ancestor_id from unit_closure c join unit u on u.id = c.ancestor_id
    where c.unit_id = unit and u.level = 'PROVINCE'
$$;

-- The words of a name, and where its owner lives: '@' before the province.
create function person_lexemes(search_name text, unit bigint) returns tsvector
    language sql immutable parallel safe set search_path = ansinh, pg_temp as $$
    select array_to_tsvector(array_append(
        array_remove(string_to_array(search_name, ' '), ''), '@' || coalesce(province_of(unit), 0)))
$$;

drop index person_search;
create index person_lexemes on person using gin (person_lexemes(search_name, unit_id)) with (fastupdate = off);
drop index person_unit_order;
create index person_unit_order on person (unit_id, sort_key, id) include (search_name, birth_date, birth_year_only, deleted_at);

-- How frequent a word is, from a sample: only to choose a way, and to know words that are whole.
create table person_word (
    word    text collate "C" primary key,
    people  bigint not null
);
comment on table person_word is 'estimates; a word that is missing is a rare one';

create function person_words_count() returns void
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
declare
    percent numeric := (select least(100, 100 * 100000 / greatest(reltuples, 1))
        from pg_class where oid = 'ansinh.person'::regclass);
begin
    -- one at a time; who comes second finds it done
    if not pg_try_advisory_xact_lock(hashtextextended('ansinh.person_word', 0)) then
        return;
    end if;
    delete from person_word;
    insert into person_word (word, people)
    select word, count(*) * 100 / percent
    from person p tablesample system (percent) cross join lateral (
        select distinct word from string_to_table(btrim(p.search_name), ' ') word) w
    where word <> ''
    group by word;
end $$;
select person_words_count();

-- Ids of people below a unit (0: the country) in whose names all the words occur, by unit and then by name. The last word is
-- a beginning, and so are those before it that nobody has as a word.
--
-- Frequent names fill a page within a few thousand people in that order. Where 20,000 do not fill it, few have the name, and
-- the index over words finds all of them.
create function person_find(root bigint, typed text[], born_from date, born_to date, whole_day boolean,
        after_unit bigint, after_key text, after_id bigint, wanted integer)
    returns setof bigint
    language plpgsql stable security definer
    set search_path = ansinh, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
    patterns text[];
    query tsquery;
    page bigint[];
    units bigint[];
    level text := (select u.level from unit u where u.id = root);
    step integer := 20000;
begin
    if not in_scope(root) then
        return;
    end if;

    select array_agg('% ' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_')
            || case when whole then ' %' else '%' end),
        string_agg(quote_literal(word) || case when whole then '' else ':*' end, ' & ')
            filter (where people <= 200000 or whole or least_of_all)::tsquery
    into patterns, query
    from (
        select word, whole, people, people = min(people) over () as least_of_all
        from (
            select word, n < cardinality(typed) and w.people is not null as whole,
                case when n < cardinality(typed) and w.people is not null then w.people
                    else (select coalesce(sum(b.people), 0) from person_word b
                        where b.word >= t.word and b.word < t.word || chr(1114111)) end as people
            from unnest(typed) with ordinality t (word, n) left join person_word w using (word)) counted) chosen;

    if root = 0 then
        page := array(
            select id from (
                select p.id, p.unit_id, p.sort_key, p.search_name, p.birth_date, p.birth_year_only, p.deleted_at
                    from person p
                where (p.unit_id, p.sort_key, p.id) > (after_unit, after_key, after_id)
                order by p.unit_id, p.sort_key, p.id limit step) w
            where search_name like all (patterns) and birth_date between born_from and born_to
              and not (whole_day and birth_year_only) and deleted_at is null
            order by unit_id, sort_key, id limit wanted);
    else
        units := array(select s.unit_id from unit_sight s where s.ancestor_id = root and s.unit_id >= after_unit
            order by s.unit_id);
        if level <> 'PROVINCE' then
            step := null;
        end if;
        page := array(
            select id from (
                select p.* from unnest(units) with ordinality u (id, n) cross join lateral (
                    select p.id, p.unit_id, p.sort_key, p.search_name, p.birth_date, p.birth_year_only, p.deleted_at
                    from person p
                    where p.unit_id = u.id
                      and (p.unit_id > after_unit or (p.sort_key, p.id) > (after_key, after_id))
                    order by p.sort_key, p.id) p
                order by u.n, p.sort_key, p.id limit step) w
            where search_name like all (patterns) and birth_date between born_from and born_to
              and not (whole_day and birth_year_only) and deleted_at is null
            order by unit_id, sort_key, id limit wanted);
    end if;
    if cardinality(page) >= wanted or step is null then
        return query select unnest(page);
        return;
    end if;

    if root <> 0 then
        query := query && (
            select string_agg(quote_literal('@' || province), ' | ')::tsquery
            from (select distinct province_of(unit_id) as province from unit_sight where ancestor_id = root) p
            where province is not null);
    end if;
    return query
        with hit as materialized (
            select p.id, p.unit_id, p.sort_key from person p
            where person_lexemes(p.search_name, p.unit_id) @@ query and p.search_name like all (patterns)
              and p.birth_date between born_from and born_to and not (whole_day and p.birth_year_only)
              and p.deleted_at is null and (p.unit_id, p.sort_key, p.id) > (after_unit, after_key, after_id))
        select h.id from hit h
        where root = 0 or h.unit_id in (select s.unit_id from unit_sight s where s.ancestor_id = root)
        order by h.unit_id, h.sort_key, h.id limit wanted;
end $$;
