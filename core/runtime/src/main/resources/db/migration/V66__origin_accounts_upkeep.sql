-- Where people come from, to which accounts they were paid, and what keeps searching fast.

alter table person add column origin text;
comment on column person.origin is 'quê quán as on the paper; null when nobody said';

-- Vietnamese letters without their marks, small, one blank between words: to compare what was written by different hands.
create function without_marks(written text) returns text
    language sql immutable parallel safe set search_path = ansinh, pg_temp as $$
    select btrim(regexp_replace(lower(translate(normalize(written, nfc),
        'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ'
        'ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ',
        'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd'
        'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd')),
        '[^a-z0-9]+', ' ', 'g'))
$$;

-- The accounts that a right was paid to, of whoever receives it. It hangs on the right: merged, it goes with it.
create table entitlement_account (
    id              bigint generated always as identity primary key,
    entitlement_id  bigint not null references entitlement on delete cascade,
    account_number  text not null,
    bank            text,
    payee_name      text,
    from_at         timestamptz not null default now(),
    to_at           timestamptz
);
create unique index entitlement_account_now on entitlement_account (entitlement_id) where to_at is null;
create index entitlement_account_entitlement on entitlement_account (entitlement_id);
create index entitlement_account_number on entitlement_account (account_number);
comment on column entitlement_account.payee_name is 'whose account it is when not the beneficiary''s own';
comment on column entitlement_account.to_at is 'when another way of paying took its place; null while it is used';

insert into entitlement_account (entitlement_id, account_number, bank, payee_name, from_at)
select id, account_number, bank, payee_name, changed_at from entitlement where account_number is not null;

create function entitlement_account_begins() returns trigger
    language plpgsql set search_path = ansinh, pg_temp as $$
begin
    insert into entitlement_account (entitlement_id, account_number, bank, payee_name)
    select id, account_number, bank, payee_name from opened where account_number is not null;
    return null;
end $$;
create trigger entitlement_account_begins after insert on entitlement
    referencing new table as opened for each statement execute function entitlement_account_begins();

create function entitlement_account_follows() returns trigger
    language plpgsql set search_path = ansinh, pg_temp as $$
begin
    update entitlement_account set to_at = now() where entitlement_id = new.id and to_at is null;
    if new.account_number is not null then
        insert into entitlement_account (entitlement_id, account_number, bank, payee_name)
        values (new.id, new.account_number, new.bank, new.payee_name);
    end if;
    return null;
end $$;
create trigger entitlement_account_follows after update on entitlement for each row
    when ((old.account_number, old.bank, old.payee_name) is distinct from (new.account_number, new.bank, new.payee_name))
    execute function entitlement_account_follows();

alter table entitlement_account enable row level security;
create policy entitlement_account_seen on entitlement_account for select using (
    exists (select from ansinh.entitlement e where e.id = entitlement_id));
create policy entitlement_account_added on entitlement_account for insert with check ((select ansinh.platform()));
create policy entitlement_account_changed on entitlement_account for update using ((select ansinh.platform()));
create policy entitlement_account_removed on entitlement_account for delete using ((select ansinh.platform()));

-- A page of people is read from the index alone where the table's pages are marked as seen by all: autovacuum marks them.
-- At its usual 20 % it would come after 800,000 changes.
alter table person set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.02);

-- What the ways of a search are chosen by: nightly, and after many people were registered.
create function people_counted() returns void
    language plpgsql security definer set search_path = ansinh, pg_temp as $$
begin
    analyze ansinh.person;
    perform person_words_count();
end $$;
