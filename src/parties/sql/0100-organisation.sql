-- GB 32100-2015: 17 characters of its alphabet and the check character that they demand.
create function app.is_uscc(code text) returns boolean language sql immutable strict parallel safe set search_path = '' as $$
  select code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'
    and (select sum((array[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28,1])[i]
                    * (position(substr(code, i, 1) in '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)) % 31 = 0
         from generate_series(1, 18) i)
$$;
grant execute on function app.is_uscc(text) to public;

-- The card of an organisation. What only the organisation itself may read stands in organisation_private.
create table app.organisation (
  id uuid primary key,
  country text not null default 'CN' check (country ~ '^[A-Z]{2}$'),
  uscc text unique check (app.is_uscc(uscc)),
  legal_name text not null check (length(legal_name) between 1 and 200),
  name_zh text not null check (length(name_zh) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 100),
  size_class text not null check (size_class in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
  innovation_tier text not null default 'NONE' check (innovation_tier in ('NONE', 'INNOVATIVE', 'SPECIALISED', 'LITTLE_GIANT')),
  ownership text not null default 'PRIVATE' check (ownership in ('PRIVATE', 'STATE_OWNED', 'PUBLIC_BODY')),
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['BUYER', 'SUPPLIER', 'FINANCIER', 'WAREHOUSE_KEEPER',
    'SERVICE_BODY', 'GOVERNMENT', 'ASSOCIATION', 'OPERATOR']),
  status text not null default 'CLAIMED' check (status in ('CLAIMED', 'VERIFIED')),
  version int not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  constraint uscc_of_chinese check ((country = 'CN') = (uscc is not null))
);
create index organisation_name on app.organisation (legal_name collate "C", id);
insert into app.lifecycle_pair (machine, from_status, to_status) values ('organisation', '', 'CLAIMED'), ('organisation', 'CLAIMED', 'VERIFIED');
create trigger lifecycle before insert or update on app.organisation for each row execute function app.follow_lifecycle('organisation');
create unique index one_operator on app.organisation ((true)) where 'OPERATOR' = any(roles);

create table app.organisation_private (
  id uuid primary key references app.organisation,
  internal_note text not null default '' check (length(internal_note) <= 2000)
);
call app.protect('app.organisation_private', parties => array['id'], writes => array['insert', 'update']);

-- Who may see whose card. Both directions are written together by the first document that binds the two.
create table app.relationship (
  org_id uuid not null references app.organisation,
  other_id uuid not null references app.organisation,
  since timestamptz not null default clock_timestamp(),
  primary key (org_id, other_id),
  check (org_id <> other_id)
);
call app.protect('app.relationship', parties => array['org_id'], writes => array[]::text[]);
create policy guard_select on app.relationship for select to hub_guard using (true);
create policy guard_insert on app.relationship for insert to hub_guard with check (true);
grant select, insert on app.relationship to hub_guard;

-- Evidence on which the operator has verified an organisation; the licence itself is a file kept by the operator.
create table app.organisation_evidence (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  operator_id uuid not null references app.organisation,
  actor_id uuid not null,
  kind text not null check (kind in ('BUSINESS_LICENCE', 'AUTHORITY_LETTER', 'REGISTER_EXTRACT', 'OTHER')),
  reference text not null check (length(reference) between 1 and 200),
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null
);
create index organisation_evidence_org on app.organisation_evidence (org_id, at, id);
create index organisation_evidence_operator on app.organisation_evidence (operator_id, at, id);

-- Names by which an organisation is addressed in documents: a GLN (0088), a number of a national register (0192), …
-- One given by the organisation itself is shown but finds nobody until the operator has confirmed it: else a rival could
-- have the documents of another sent to itself.
create table app.organisation_identifier (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  scheme text not null check (scheme ~ '^[A-Z0-9:._-]{1,35}$'),
  value text not null check (value ~ '^[A-Z0-9:._/+-]{1,50}$'),
  confirmed boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  unique (org_id, scheme, value)
);
create unique index organisation_identifier_found on app.organisation_identifier (scheme, value) where confirmed;

create function app.operates() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from app.organisation o where o.id = app.me() and 'OPERATOR' = any(o.roles))
$$;
create function app.hub_is_empty() returns boolean language sql stable security definer set search_path = '' as $$
  select not exists (select from app.organisation)
$$;

-- Exact look-up of a counterparty: the id only, and only for somebody who knows the whole code.
create function app.find_organisation(scheme text, value text) returns uuid language sql stable security definer set search_path = '' as $$
  select o.id from app.organisation o where scheme = 'USCC' and o.uscc = value and app.me() is not null
  union all
  select i.org_id from app.organisation_identifier i
  where i.scheme = find_organisation.scheme and i.value = find_organisation.value and i.confirmed and app.me() is not null
  limit 1
$$;

create function app.relate(a uuid, b uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  if a is null or b is null or app.me() is null or app.me() not in (a, b) then
    raise exception 'only a party relates itself' using errcode = '42501';
  end if;
  insert into app.relationship (org_id, other_id) values (a, b), (b, a) on conflict do nothing;
end $$;

-- For tables with buyer_id and supplier_id: the first document makes the two visible to each other.
create function app.relate_parties() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform app.relate(new.buyer_id, new.supplier_id);
  return null;
end $$;

-- A status is never set by hand: evidence of the operator sets it.
create function app.verify_by_evidence() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.organisation set status = 'VERIFIED', version = version + 1 where id = new.org_id and status = 'CLAIMED';
  return null;
end $$;

grant execute on function app.operates(), app.hub_is_empty(), app.find_organisation(text, text), app.relate(uuid, uuid) to hub_app, hub_worker;
grant execute on function app.operates() to hub_auth;
create trigger verify after insert on app.organisation_evidence for each row execute function app.verify_by_evidence();
alter function app.operates() owner to hub_guard;
alter function app.hub_is_empty() owner to hub_guard;
alter function app.find_organisation(text, text) owner to hub_guard;
alter function app.relate(uuid, uuid) owner to hub_guard;
alter function app.relate_parties() owner to hub_guard;
alter function app.verify_by_evidence() owner to hub_guard;
-- Later migrations attach this one to their own tables.
set local role hub_guard;
grant execute on function app.relate_parties() to hub_owner;
set local role hub_owner;

alter table app.organisation enable row level security;
alter table app.organisation force row level security;
create policy owner_all on app.organisation to hub_owner using (true) with check (true);
create policy guard_select on app.organisation for select to hub_guard using (true);
create policy guard_verify on app.organisation for update to hub_guard using (true) with check (true);
create policy card_select on app.organisation for select to hub_app, hub_worker using (coalesce(
  id = (select app.me())
  or exists (select from app.relationship r where r.org_id = (select app.me()) and r.other_id = organisation.id)
  or (select app.operates()), false));
-- The first organisation of a hub is its operator, and enters itself; every other one is entered by the operator.
create policy card_insert on app.organisation for insert to hub_app with check (coalesce(
  status = 'CLAIMED' and ((select app.operates()) or (id = (select app.me()) and 'OPERATOR' = any(roles) and (select app.hub_is_empty()))), false));
create policy card_update on app.organisation for update to hub_app
  using (coalesce(id = (select app.me()) or (select app.operates()), false))
  with check (coalesce(id = (select app.me()) or (select app.operates()), false));
grant select on app.organisation to hub_app, hub_worker, hub_guard;
grant insert on app.organisation to hub_app;
grant update (name_zh, name_en, size_class, version) on app.organisation to hub_app;
grant update (status, version) on app.organisation to hub_guard;

alter table app.organisation_evidence enable row level security;
alter table app.organisation_evidence force row level security;
create policy owner_all on app.organisation_evidence to hub_owner using (true) with check (true);
create policy evidence_select on app.organisation_evidence for select to hub_app, hub_worker
  using (coalesce(org_id = (select app.me()) or operator_id = (select app.me()), false));
create policy evidence_insert on app.organisation_evidence for insert to hub_app
  with check (coalesce(operator_id = (select app.me()) and (select app.operates()), false));
grant select on app.organisation_evidence to hub_app, hub_worker;
grant insert on app.organisation_evidence to hub_app;
create trigger history before update or delete or truncate on app.organisation_evidence
  for each statement execute function app.refuse_change();

alter table app.organisation_identifier enable row level security;
alter table app.organisation_identifier force row level security;
create policy owner_all on app.organisation_identifier to hub_owner using (true) with check (true);
create policy guard_select on app.organisation_identifier for select to hub_guard using (true);
create policy identifier_select on app.organisation_identifier for select to hub_app, hub_worker using (coalesce(
  org_id = (select app.me())
  or exists (select from app.relationship r where r.org_id = (select app.me()) and r.other_id = organisation_identifier.org_id)
  or (select app.operates()), false));
create policy identifier_insert on app.organisation_identifier for insert to hub_app
  with check (coalesce((org_id = (select app.me()) and not confirmed) or (select app.operates()), false));
create policy identifier_confirm on app.organisation_identifier for update to hub_app
  using ((select app.operates())) with check ((select app.operates()));
grant select on app.organisation_identifier to hub_app, hub_worker, hub_guard;
grant insert, update (confirmed) on app.organisation_identifier to hub_app;
