create table person (
    id               bigint generated always as identity primary key,
    full_name        text not null,
    search_name      text not null,
    sort_key         text collate "C" not null,
    birth_date       date not null,
    birth_year_only  boolean not null,
    sex              text not null check (sex in ('MALE', 'FEMALE')),
    id_number        text unique check (id_number ~ '^[0-9]{12}$'),
    old_id_number    text check (old_id_number ~ '^[0-9]{9}$'),
    ethnicity        text,
    unit_id          bigint not null references unit,
    address          text,
    deceased_on      date,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now()
);
create index person_old_id_number on person (old_id_number) where old_id_number is not null;
create index person_search on person using gin (search_name gin_trgm_ops);
-- A commune's list reads the first, a province's or the country's walks the second.
create index person_unit_order on person (unit_id, sort_key, id);
create index person_order on person (sort_key, id);
create index person_likeness on person (search_name, birth_date, sex, unit_id);
comment on column person.search_name is 'lower case without diacritics, words between blanks, a blank at either end: a search for '' an'' finds beginnings of words by trigrams';
comment on column person.sort_key is 'given name, then the rest, as a key whose byte order is Vietnamese order';

create table fact (
    id            bigint generated always as identity primary key,
    subject_kind  text not null check (subject_kind in ('PERSON', 'HOUSEHOLD')),
    subject_id    bigint not null,
    key           text not null,
    value         text not null,
    valid_from    date not null,
    valid_to      date check (valid_to > valid_from),
    source        text not null,
    recorded_at   timestamptz not null default now(),
    recorded_by   text not null,
    retracted_at  timestamptz,
    retracted_by  text
);
create index fact_subject on fact (subject_kind, subject_id) where retracted_at is null;
create index fact_recorded on fact (recorded_at);
create index fact_retracted on fact (retracted_at) where retracted_at is not null;
comment on table fact is 'never overwritten: a correction sets retracted_at and inserts anew';
