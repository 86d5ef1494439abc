-- What is installed, in which version: what every node follows. No person is in these tables.
create table ansinh.plugin (
    id           text        not null check (id ~ '^[a-z0-9][a-z0-9._-]{0,80}$'),
    version      text        not null,
    kind         text        not null check (kind in ('JAR', 'KAR', 'SHIPPED')),
    digest       text        not null, -- SHA-256 of the content in hex; blank for what lies in the distribution
    name         text        not null,
    description  text        not null,
    file         text        not null, -- as it was called by who brought it
    api          text        not null,
    signer       text,                 -- null: no signature of a trusted key; installed from the console
    content      bytea,                -- null for what lies in the distribution
    state        text        not null check (state in ('INSTALLING', 'INSTALLED', 'REMOVED', 'FAILED')),
    installed_by text        not null,
    installed_at timestamptz not null,
    primary key (id, version)
);
-- one version of a thing at a time
create unique index plugin_one_installed on ansinh.plugin (id) where state = 'INSTALLED';

create table ansinh.plugin_event (
    id      bigint      generated always as identity primary key,
    plugin  text        not null,
    version text        not null,
    what    text        not null check (what in ('INSTALL', 'UPDATE', 'REMOVE', 'FAIL', 'OFF', 'ON')),
    account text        not null,
    at      timestamptz not null,
    detail  text        not null default ''
);
create index plugin_event_of on ansinh.plugin_event (plugin, id);

-- Where a program was taken from the officials: they, and all below their unit.
create table ansinh.program_territory (
    program   text     primary key,
    units_off bigint[] not null
);
