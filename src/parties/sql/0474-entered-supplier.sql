-- A supplier that is not on the hub yet is entered by the buyer that orders from it, so that the order has somebody to stand
-- against. The operator verifies it and lets its first administrator in as with any other; where only the name is known, the code
-- is not asked for.
alter table app.organisation add column unregistered boolean not null default false;
alter table app.organisation drop constraint uscc_of_chinese;
alter table app.organisation add constraint uscc_of_chinese
  check (case when country = 'CN' then uscc is not null or unregistered else uscc is null end);

-- Who entered whom, known to that buyer only.
create table app.entered_supplier (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  supplier_id uuid not null references app.organisation,
  name_key text not null check (length(name_key) between 1 and 400),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint entered_supplier_once unique (org_id, supplier_id)
);
create index entered_supplier_name on app.entered_supplier (org_id, name_key);
create index entered_supplier_day on app.entered_supplier (org_id, at);
call app.protect('app.entered_supplier', parties => array['org_id'], writes => array['insert']);
revoke insert on app.entered_supplier from hub_worker;

-- Whether an organisation has anybody who could act for it.
create function app.is_registered(org uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from app.membership m where m.org_id = org)
$$;
revoke execute on function app.is_registered(uuid) from public;
grant execute on function app.is_registered(uuid) to hub_app, hub_guard;
alter function app.is_registered(uuid) owner to hub_auth;

create policy guard_enter on app.organisation for insert to hub_guard with check (status = 'CLAIMED' and unregistered and roles = array['SUPPLIER']);
grant insert on app.organisation to hub_guard;

-- Enters a supplier as the acting buyer, or finds one that has nobody yet; null where it is registered already.
create function app.enter_supplier(new_id uuid, of_country text, of_uscc text, name text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  known uuid;
begin
  if app.only_order() is not null or not exists (select from app.organisation o where o.id = app.me() and 'BUYER' = any(o.roles)) then
    raise exception 'only a buyer enters a supplier' using errcode = '42501';
  end if;
  select o.id into known from app.organisation o where o.uscc = of_uscc;
  if known is null then
    insert into app.organisation (id, country, uscc, legal_name, name_zh, name_en, size_class, roles, unregistered)
    values (new_id, of_country, of_uscc, name, left(name, 100), left(name, 100), 'SMALL', array['SUPPLIER'], true);
    known := new_id;
  elsif known = app.me() or app.is_registered(known) then
    return null;
  end if;
  perform app.relate(app.me(), known);
  return known;
end $$;
revoke execute on function app.enter_supplier(uuid, text, text, text) from public;
grant execute on function app.enter_supplier(uuid, text, text, text) to hub_app;
alter function app.enter_supplier(uuid, text, text, text) owner to hub_guard;
