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
  expires_at timestamptz not null,
  rotated_from uuid,
  version int not null default 1,
  -- Brought forward by rotation and revocation.
  ends_at timestamptz not null check (ends_at <= expires_at),
  revoked_at timestamptz,
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
  version int not null default 1,
  ended_at timestamptz,
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

-- The ends above are the facts; membership, key and session carry what follows from them, and nobody else writes that. Update of
-- `version` is what a row lock asks for.
create function app.apply_end() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'membership_end' then
    update app.membership set ended_at = new.at, version = version + 1 where id = new.membership_id;
  elsif tg_table_name = 'session_end' then
    update app.session set ended_at = new.at, version = version + 1 where id = new.session_id;
  else
    update app.api_key set ends_at = least(ends_at, new.ends_at), version = version + 1,
      revoked_at = case new.kind when 'REVOKED' then new.at else revoked_at end where id = new.key_id;
  end if;
  return null;
end $$;
do $$
declare
  ended text;
begin
  foreach ended in array array['membership', 'session', 'api_key'] loop
    execute format('create trigger applied after insert on app.%I for each row execute function app.apply_end()', ended || '_end');
    execute format('drop trigger history on app.%I', ended);
    execute format('create policy auth_end on app.%I for update to hub_auth using (true) with check (true)', ended);
    execute format('create policy lock_row on app.%I for update to hub_app using (coalesce(org_id = (select app.me()), false))
      with check (false)', ended);
    execute format('grant update (version) on app.%I to hub_app', ended);
  end loop;
end $$;
grant update (ended_at, version) on app.membership, app.session to hub_auth;
grant update (ends_at, revoked_at, version) on app.api_key to hub_auth;
alter function app.apply_end() owner to hub_auth;

-- No job has to do with credentials.
revoke all on app.api_key, app.api_key_end, app.session, app.session_end from hub_worker;
