-- What must be known before anybody is known. Each function answers about one credential that its caller already holds.
do $$
declare
  seen text;
begin
  foreach seen in array array['organisation', 'person', 'api_key', 'session'] loop
    execute format('create policy auth_select on app.%I for select to hub_auth using (true)', seen);
    execute format('grant select on app.%I to hub_auth', seen);
  end loop;
end $$;

-- The memberships of a person that count at this moment, and until when.
create function app.live_membership(person uuid, org uuid)
returns table (duties text[], until timestamptz) language sql stable security definer set search_path = '' as $$
  select m.duties, coalesce((m.valid_to + 1)::timestamp at time zone 'Asia/Shanghai', 'infinity')
  from app.membership m
  where m.person_id = person and m.org_id = org
    and m.valid_from <= (clock_timestamp() at time zone 'Asia/Shanghai')::date
    and (m.valid_to is null or m.valid_to >= (clock_timestamp() at time zone 'Asia/Shanghai')::date)
    and m.ended_at is null
    and not exists (select from app.membership d where d.id = m.delegated_from and d.ended_at is not null)
$$;

create function app.auth_key(hash bytea)
returns table (key_id uuid, org_id uuid, scopes text[], org_roles text[], expires_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select k.id, k.org_id, k.scopes, o.roles, k.ends_at
  from app.api_key k join app.organisation o on o.id = k.org_id
  where k.secret_hash = hash and k.ends_at > clock_timestamp()
$$;

create function app.auth_session(hash bytea)
returns table (session_id uuid, person_id uuid, org_id uuid, duties text[], org_roles text[], expires_at timestamptz, locale text, initial boolean)
language sql stable security definer set search_path = '' as $$
  select s.id, s.person_id, s.org_id, l.duties, o.roles, least(s.expires_at, l.until), p.locale, s.initial
  from app.session s
  join app.person p on p.id = s.person_id
  join app.organisation o on o.id = s.org_id
  cross join lateral (
    select array_agg(distinct d) as duties, max(m.until) as until
    from app.live_membership(s.person_id, s.org_id) m, unnest(m.duties) d) l
  where s.token_hash = hash and s.expires_at > clock_timestamp() and s.ended_at is null and l.duties is not null
$$;

-- One row per organisation for which the person may act now, the home organisation first.
create function app.auth_login(name text)
returns table (person_id uuid, password_hash text, initial boolean, org_id uuid)
language sql stable security definer set search_path = '' as $$
  select p.id, x.password_hash, x.initial_until is not null, m.org_id
  from app.person p
  join app.person_secret x on x.person_id = p.id
  cross join lateral (select distinct m.org_id from app.membership m where m.person_id = p.id) m
  where p.login = lower(auth_login.name) and (x.initial_until is null or x.initial_until > clock_timestamp())
    and exists (select from app.live_membership(p.id, m.org_id))
  order by m.org_id <> p.org_id, m.org_id
$$;

-- The hash to compare with before a person changes the own password.
create function app.own_password() returns text language sql stable security definer set search_path = '' as $$
  select x.password_hash from app.person_secret x where x.person_id = app.actor()
$$;

-- Log-in and log-out happen before and after anybody acts, so these two write their own events, in the organisation's name.
create function app.session_event(type text, session uuid, person uuid, org uuid, request text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform set_config('app.org', org::text, true), set_config('app.actor', person::text, true);
  perform app.append_events(jsonb_build_array(jsonb_build_object('type', session_event.type, 'subject', 'Session', 'id', session,
    'version', 1, 'parties', array[org])), request, app.business_now());
end $$;

-- Opens a session after the password was found right; null where the person may not act for the organisation.
create function app.session_open(session uuid, person uuid, org uuid, hash bytea, expires timestamptz, request text) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from app.live_membership(person, org)) then return null; end if;
  insert into app.session (id, org_id, person_id, token_hash, initial, expires_at)
  select session, org, person, hash, x.initial_until is not null, least(expires, x.initial_until)
  from app.person_secret x where x.person_id = person;
  perform app.session_event('SESSION_OPENED', session, person, org, request);
  return session;
end $$;

-- Ends the session that the token opened, at its holder's wish; its id, or null where it had ended already.
create function app.session_end(hash bytea, request text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  ended app.session;
begin
  select * into ended from app.session s where s.token_hash = hash;
  insert into app.session_end (session_id, org_id, kind, ended_by, business_time)
  select ended.id, ended.org_id, 'LOGGED_OUT', ended.person_id, app.business_now() where ended.id is not null
  on conflict do nothing;
  if not found then return null; end if;
  perform app.session_event('SESSION_ENDED', ended.id, ended.person_id, ended.org_id, request);
  return ended.id;
end $$;

-- Sets a password: a person the own, the home organisation (or, the first time, the operator) an initial one for somebody else.
-- All sessions of the person end with the old password, for whatever organisation they were opened.
create function app.set_password(person uuid, hash text, initial_until timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  org uuid := app.me();
  actor uuid := app.actor();
  open app.session;
begin
  if not exists (select from app.person p where p.id = person
                 and ((p.id = actor and set_password.initial_until is null)
                      or (p.org_id = org and set_password.initial_until is not null)
                      or (app.operates() and set_password.initial_until is not null
                          and not exists (select from app.person_secret x where x.person_id = p.id)))) then
    raise exception 'not yours to set' using errcode = '42501';
  end if;
  insert into app.person_secret as x (person_id, password_hash, initial_until) values (person, hash, set_password.initial_until)
  on conflict (person_id) do update set password_hash = excluded.password_hash, initial_until = excluded.initial_until;
  for open in select * from app.session s where s.person_id = person and s.ended_at is null and s.expires_at > clock_timestamp() loop
    insert into app.session_end (session_id, org_id, kind, ended_by, business_time)
    values (open.id, open.org_id, 'PASSWORD_CHANGED', actor, app.business_now());
    perform app.session_event('SESSION_ENDED', open.id, person, open.org_id, '');
  end loop;
  perform set_config('app.org', org::text, true), set_config('app.actor', actor::text, true);
end $$;

-- A wrong password for an existing log-in is an event of the home organisation; for an unknown one there is nobody to tell.
create function app.login_refused(name text, request text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  known app.person;
begin
  select * into known from app.person p where p.login = lower(login_refused.name);
  if not found then return; end if;
  perform set_config('app.org', known.org_id::text, true), set_config('app.actor', known.id::text, true);
  perform app.append_events(jsonb_build_array(jsonb_build_object('type', 'LOGIN_REFUSED', 'subject', 'Person', 'id', known.id,
    'version', 1, 'parties', array[known.org_id])), request, app.business_now());
end $$;

create policy auth_insert on app.session for insert to hub_auth with check (true);
create policy auth_insert on app.session_end for insert to hub_auth with check (true);
grant insert on app.session, app.session_end to hub_auth;
grant select on app.clock to hub_auth;
grant execute on function app.business_now() to hub_auth;
set local role hub_guard;
grant execute on function app.append_events(jsonb, text, timestamptz) to hub_auth;
set local role hub_owner;

grant execute on function app.session_open(uuid, uuid, uuid, bytea, timestamptz, text), app.session_end(bytea, text),
  app.login_refused(text, text) to hub_app;
grant execute on function app.auth_key(bytea), app.auth_session(bytea), app.auth_login(text), app.own_password(),
  app.set_password(uuid, text, timestamptz) to hub_app;
alter function app.session_event(text, uuid, uuid, uuid, text) owner to hub_auth;
alter function app.session_open(uuid, uuid, uuid, bytea, timestamptz, text) owner to hub_auth;
alter function app.session_end(bytea, text) owner to hub_auth;
alter function app.login_refused(text, text) owner to hub_auth;
alter function app.live_membership(uuid, uuid) owner to hub_auth;
alter function app.auth_key(bytea) owner to hub_auth;
alter function app.auth_session(bytea) owner to hub_auth;
alter function app.auth_login(text) owner to hub_auth;
alter function app.own_password() owner to hub_auth;
alter function app.set_password(uuid, text, timestamptz) owner to hub_auth;

-- The one row that says who asks.
create view app.viewer with (security_invoker = true) as
  select o.id, app.actor() as actor_id from app.organisation o where o.id = (select app.me());
grant select on app.viewer to hub_app, hub_worker;
