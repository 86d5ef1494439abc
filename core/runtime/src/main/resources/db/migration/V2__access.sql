create table account (
    id             bigint generated always as identity primary key,
    name           text not null unique,
    full_name      text not null,
    password_hash  text not null,
    unit_id        bigint references unit,
    permissions    text[] not null,
    locked_until   timestamptz,
    failures       integer not null default 0,
    created_at     timestamptz not null default now()
);
comment on column account.unit_id is 'subtree the account may see; null for the whole country';
comment on column account.password_hash is 'Argon2id in PHC notation';
