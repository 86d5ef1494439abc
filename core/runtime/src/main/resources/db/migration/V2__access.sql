create table account (
    id                   bigint generated always as identity primary key,
    name                 text not null unique check (name ~ '^[a-z0-9][a-z0-9.-]{1,39}$' and name <> 'system'),
    full_name            text not null check (full_name <> ''),
    password_hash        text not null,
    password_changed_at  timestamptz not null,
    unit_id              bigint references unit,
    permissions          text[] not null,
    locked_until         timestamptz,
    failures             integer not null default 0,
    created_by           text not null,
    created_at           timestamptz not null default now()
);
comment on column account.name is 'system is the platform itself and never signs in';
comment on column account.unit_id is 'subtree the account may see; null for the whole country';
comment on column account.password_hash is 'Argon2id in PHC notation';
comment on column account.failures is 'wrong passwords since the last right one';
