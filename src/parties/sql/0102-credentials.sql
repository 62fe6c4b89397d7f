-- Keys of machines. Only the SHA-256 of the secret is kept. Credentials live in real time, never in the movable business time.
create table app.api_key (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  name text not null check (length(name) between 1 and 100),
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['orders:read', 'orders:write', 'amounts:read', 'parties:read',
    'parties:admin', 'files:write', 'feed:read', 'audit:read', 'operator']),
  created_by uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz,
  rotated_from uuid,
  unique (id, org_id),
  -- A key has one successor.
  unique (rotated_from),
  foreign key (rotated_from, org_id) references app.api_key (id, org_id)
);
create index api_key_org on app.api_key (org_id, id);
call app.protect('app.api_key', parties => array['org_id'], writes => array['insert']);

-- A rotation ends the old key after an overlap, a revocation at once; a key that is being rotated can still be revoked.
create table app.api_key_end (
  key_id uuid not null,
  org_id uuid not null,
  kind text not null check (kind in ('ROTATED', 'REVOKED')),
  ends_at timestamptz not null,
  ended_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  primary key (key_id, kind),
  foreign key (key_id, org_id) references app.api_key (id, org_id)
);
call app.protect('app.api_key_end', parties => array['org_id'], writes => array['insert']);

create table app.session (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  person_id uuid not null references app.person,
  token_hash bytea not null unique check (length(token_hash) = 32),
  -- Opened with a password that an administrator gave: such a session may only change it.
  initial boolean not null default false,
  opened_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  unique (id, org_id)
);
create index session_org on app.session (org_id, id);
create index session_person on app.session (person_id);
call app.protect('app.session', parties => array['org_id'], writes => array['insert']);

create table app.session_end (
  session_id uuid primary key,
  org_id uuid not null,
  kind text not null check (kind in ('LOGGED_OUT', 'REVOKED', 'PASSWORD_CHANGED')),
  ended_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  foreign key (session_id, org_id) references app.session (id, org_id)
);
call app.protect('app.session_end', parties => array['org_id'], writes => array['insert']);
