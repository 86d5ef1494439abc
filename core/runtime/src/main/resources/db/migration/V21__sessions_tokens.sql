-- Who is signed in on the screens, and keys with which programs of others call the API.
create table account_session (
    id          bigint generated always as identity primary key,
    account     text not null references account (name),
    address     text not null,
    browser     text not null,
    started_at  timestamptz not null,
    seen_at     timestamptz not null,
    ended_at    timestamptz,
    ended_by    text
);
create index account_session_open on account_session (account) where ended_at is null;
comment on column account_session.ended_by is 'null: it was not used any more';

create table access_token (
    id             bigint generated always as identity primary key,
    account        text not null references account (name),
    name           text not null check (name <> ''),
    hash           bytea not null,
    permissions    text[] not null,
    unit_id        bigint references unit,
    programs       text[] not null,
    issued_at      timestamptz not null,
    expires_at     timestamptz not null check (expires_at > issued_at),
    last_used_at   timestamptz,
    revoked_at     timestamptz,
    revoked_by     text,
    revoke_reason  text
);
create index access_token_account on access_token (account, id desc);
comment on column access_token.hash is 'SHA-256 of 256 random bits: not to be guessed, so it needs no slow hash';
