-- Where a supplier without people on the hub is reached. The buyer's own, and erasable.
create table app.invitation_contact (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  supplier_id uuid not null references app.organisation,
  channel text not null check (channel in ('EMAIL', 'SMS')),
  address text not null check (length(address) between 3 and 500),
  locale text not null check (locale in ('zh', 'en')),
  created_at timestamptz not null default clock_timestamp(),
  constraint invitation_contact_once unique (org_id, supplier_id, channel, address)
);
call app.protect('app.invitation_contact', parties => array['org_id'], writes => array['insert', 'update', 'delete']);
revoke insert, update, delete on app.invitation_contact from hub_worker;

-- A way for the supplier of one order to read and answer it without an account. It opens one session, once. Real time, as with
-- every credential.
create table app.invitation (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  status text not null default 'OPEN' check (status in ('OPEN', 'USED', 'REVOKED')),
  version int not null default 1 check (version > 0),
  locale text not null check (locale in ('zh', 'en')),
  expires_at timestamptz not null,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  check (expires_at > at and expires_at <= at + interval '31 days'),
  check (status <> 'OPEN' or used_at is null),
  check (status <> 'USED' or used_at is not null),
  check ((status = 'REVOKED') = (revoked_at is not null)),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create index invitation_order on app.invitation (order_id, at, id);
create index invitation_buyer on app.invitation (buyer_id, at, id);
call app.protect('app.invitation', parties => array['buyer_id'], writes => array['insert', 'update']);
revoke insert, update on app.invitation from hub_app, hub_worker;
grant insert, update (status, version, revoked_at) on app.invitation to hub_app;
insert into app.lifecycle_pair (machine, from_status, to_status) values ('invitation', '', 'OPEN'), ('invitation', 'OPEN', 'USED'),
  ('invitation', 'OPEN', 'REVOKED'), ('invitation', 'USED', 'REVOKED');
create trigger lifecycle before insert or update on app.invitation for each row execute function app.follow_lifecycle('invitation');

-- SHA-256 of the secrets of its links: the one shown to the buyer, and one for each message that carried it. Any of them spends it.
create table app.invitation_link (
  id uuid primary key,
  invitation_id uuid not null references app.invitation,
  buyer_id uuid not null,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  at timestamptz not null default clock_timestamp()
);
create index invitation_link_invitation on app.invitation_link (invitation_id);
call app.protect('app.invitation_link', parties => array['buyer_id'], writes => array['insert']);

create table app.invitation_session (
  id uuid primary key,
  invitation_id uuid not null unique references app.invitation,
  token_hash bytea not null unique check (length(token_hash) = 32),
  opened_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
alter table app.invitation_session enable row level security;
alter table app.invitation_session force row level security;
create policy owner_all on app.invitation_session to hub_owner using (true) with check (true);
create policy auth_all on app.invitation_session to hub_auth using (true) with check (true);
grant select, insert, update (ended_at) on app.invitation_session to hub_auth;

alter table app.notice_delivery
  add foreign key (contact_id) references app.invitation_contact on delete set null,
  add foreign key (invitation_id) references app.invitation;

create policy auth_select on app.invitation for select to hub_auth using (true);
create policy auth_use on app.invitation for update to hub_auth using (true) with check (true);
create policy auth_select on app.invitation_link for select to hub_auth using (true);
grant select, update (status, version, used_at) on app.invitation to hub_auth;
grant select on app.invitation_link, app.lifecycle_pair to hub_auth;

-- Turns a link into a session, once; nothing for a link that is unknown, used, revoked or expired, or whose supplier has people of
-- its own by now. The buyer learns that it was used.
create function app.invitation_open(link bytea, session uuid, token bytea, hours integer, request text) returns timestamptz
  language plpgsql security definer set search_path = '' as $$
declare
  found_one app.invitation;
  until timestamptz := clock_timestamp() + make_interval(hours => hours);
begin
  select i.* into found_one from app.invitation i join app.invitation_link l on l.invitation_id = i.id
  where l.secret_hash = link and i.status = 'OPEN' and i.expires_at > clock_timestamp() for no key update of i;
  if not found or app.is_registered(found_one.supplier_id) then return null; end if;
  update app.invitation set status = 'USED', version = version + 1, used_at = clock_timestamp() where id = found_one.id;
  insert into app.invitation_session (id, invitation_id, token_hash, expires_at) values (session, found_one.id, token, until);
  perform set_config('app.org', found_one.buyer_id::text, true), set_config('app.actor', session::text, true);
  perform app.append_events(jsonb_build_array(jsonb_build_object('type', 'INVITATION_USED', 'subject', 'Invitation', 'id', found_one.id,
    'version', found_one.version + 1, 'status', 'USED', 'changed', jsonb_build_array('status', 'usedAt'),
    'parties', jsonb_build_array(found_one.buyer_id))), request, app.business_now());
  perform set_config('app.org', '', true), set_config('app.actor', '', true);
  return until;
end $$;

-- Whom a session of an invitation stands for, and for which order.
create function app.auth_invitation(token bytea)
returns table (session_id uuid, org_id uuid, order_id uuid, expires_at timestamptz, locale text)
language sql stable security definer set search_path = '' as $$
  select s.id, i.supplier_id, i.order_id, s.expires_at, i.locale
  from app.invitation_session s join app.invitation i on i.id = s.invitation_id
  where s.token_hash = token and s.ended_at is null and s.expires_at > clock_timestamp() and i.status = 'USED' and not app.is_registered(i.supplier_id)
$$;

create function app.invitation_leave(token bytea) returns void language sql security definer set search_path = '' as $$
  update app.invitation_session set ended_at = clock_timestamp() where token_hash = token and ended_at is null
$$;
revoke execute on function app.invitation_open(bytea, uuid, bytea, integer, text), app.auth_invitation(bytea), app.invitation_leave(bytea) from public;
grant execute on function app.invitation_open(bytea, uuid, bytea, integer, text), app.auth_invitation(bytea), app.invitation_leave(bytea) to hub_app;
alter function app.invitation_open(bytea, uuid, bytea, integer, text) owner to hub_auth;
alter function app.auth_invitation(bytea) owner to hub_auth;
alter function app.invitation_leave(bytea) owner to hub_auth;

-- The wall of such a session, where it is not simply the column order_id.
create function app.party_of_only_order(org uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from app.orders o where o.id = app.only_order() and org in (o.buyer_id, o.supplier_id))
$$;
revoke execute on function app.party_of_only_order(uuid) from public;
grant execute on function app.party_of_only_order(uuid) to hub_app;
alter function app.party_of_only_order(uuid) owner to hub_guard;
create policy only_order on app.orders as restrictive to hub_app
  using (case (select app.bound()) when '00000000-0000-0000-0000-000000000000' then true when id then true else false end);
create policy only_order on app.organisation as restrictive to hub_app
  using (case (select app.bound()) when '00000000-0000-0000-0000-000000000000' then true else app.party_of_only_order(id) end);
create policy only_order on app.relationship as restrictive to hub_app
  using (case (select app.bound()) when '00000000-0000-0000-0000-000000000000' then true else app.party_of_only_order(other_id) end);
create policy only_order on app.deadline as restrictive to hub_app
  using (case (select app.bound()) when '00000000-0000-0000-0000-000000000000' then true when subject_id then true else false end);
create policy only_order on app.idempotency as restrictive to hub_app
  using (case (select app.bound()) when '00000000-0000-0000-0000-000000000000' then true else actor_id = (select app.actor()) end);
call app.wall_off();
