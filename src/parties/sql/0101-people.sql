-- Personal data stands here and in person_secret only, so that it can be erased; events name people by id.
create table app.person (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  login text not null unique check (login = lower(login) and length(login) between 3 and 100 and login !~ '\s'),
  name text not null check (length(name) between 1 and 100),
  locale text not null default 'zh' check (locale in ('zh', 'en')),
  created_at timestamptz not null default clock_timestamp()
);
create index person_org on app.person (org_id, id);

-- Nobody but the functions of hub_auth reads or writes a password.
create table app.person_secret (
  person_id uuid primary key references app.person,
  password_hash text not null,
  -- Set while the password is one that an administrator gave; it opens nothing but its own change, and not for long.
  initial_until timestamptz
);
alter table app.person_secret enable row level security;
alter table app.person_secret force row level security;
create policy owner_all on app.person_secret to hub_owner using (true) with check (true);
create policy auth_all on app.person_secret to hub_auth using (true) with check (true);
grant select, insert, update on app.person_secret to hub_auth;

-- A person's duties for an organisation, between dates of the calendar of Asia/Shanghai. A delegation names the membership
-- that it stems from and has an end.
create table app.membership (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  person_id uuid not null references app.person,
  duties text[] not null check (cardinality(duties) > 0 and duties <@ array['CLERK', 'APPROVER', 'REVIEWER', 'CHECKER', 'QUALITY',
    'ADMIN', 'AUDITOR']),
  valid_from date not null,
  valid_to date,
  delegated_from uuid,
  granted_by uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  ended_at timestamptz,
  unique (id, org_id),
  foreign key (delegated_from, org_id) references app.membership (id, org_id),
  check (valid_to >= valid_from),
  constraint delegation_ends check (delegated_from is null or valid_to is not null)
);
create index membership_org on app.membership (org_id, id);
create index membership_person on app.membership (person_id, org_id);
call app.protect('app.membership', parties => array['org_id'], writes => array['insert']);

create table app.membership_end (
  membership_id uuid primary key,
  org_id uuid not null,
  ended_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  foreign key (membership_id, org_id) references app.membership (id, org_id)
);
call app.protect('app.membership_end', parties => array['org_id'], writes => array['insert']);

-- An organisation that was just entered has nobody who could invite: the operator enters its first administrator, and no more.
create policy auth_select on app.membership for select to hub_auth using (true);
grant select on app.membership to hub_auth;
create function app.awaits_administrator(org uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select app.operates() and not exists (select from app.membership m where m.org_id = org)
$$;
grant execute on function app.awaits_administrator(uuid) to hub_app;
alter function app.awaits_administrator(uuid) owner to hub_auth;

alter table app.person enable row level security;
alter table app.person force row level security;
create policy owner_all on app.person to hub_owner using (true) with check (true);
create policy person_select on app.person for select to hub_app, hub_worker using (coalesce(
  org_id = (select app.me())
  or exists (select from app.membership m where m.person_id = person.id and m.org_id = (select app.me())), false));
create policy person_insert on app.person for insert to hub_app
  with check (coalesce(org_id = (select app.me()) or app.awaits_administrator(org_id), false));
create policy person_update on app.person for update to hub_app
  using (coalesce(org_id = (select app.me()), false)) with check (coalesce(org_id = (select app.me()), false));
grant select on app.person to hub_app, hub_worker;
grant insert, update (login, name, locale) on app.person to hub_app;

create policy operator_insert on app.membership for insert to hub_app
  with check (duties = array['ADMIN'] and app.awaits_administrator(org_id));

-- Jobs read who somebody is; people are entered and let go by requests only.
revoke insert on app.membership, app.membership_end from hub_worker;
