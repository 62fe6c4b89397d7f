-- That a party shows an order to a third: the order, its lines and schedules as they stand, nothing of the negotiation. The
-- other party learns nothing of it. A grant ends by a written fact.
create table app.order_disclosure (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  grantor_id uuid not null,
  grantee_id uuid not null references app.organisation,
  purpose text not null check (length(purpose) between 1 and 500),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  ended_at timestamptz,
  constraint grantor_is_party check (grantor_id in (buyer_id, supplier_id)),
  constraint grantee_is_third check (grantee_id not in (buyer_id, supplier_id)),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create unique index order_disclosure_once on app.order_disclosure (order_id, grantor_id, grantee_id) where ended_at is null;
create index order_disclosure_grantee on app.order_disclosure (grantee_id, at, id);
create index order_disclosure_grantor on app.order_disclosure (grantor_id, at, id);
create index order_disclosure_live on app.order_disclosure (grantee_id, order_id) where ended_at is null;

-- Compares its own columns only: a policy that read orders would be read by the policy of orders in turn.
alter table app.order_disclosure enable row level security;
alter table app.order_disclosure force row level security;
create policy owner_all on app.order_disclosure to hub_owner using (true) with check (true);
create policy disclosure_select on app.order_disclosure for select to hub_app, hub_worker
  using (coalesce(grantor_id = (select app.me()) or grantee_id = (select app.me()), false));
create policy disclosure_insert on app.order_disclosure for insert to hub_app, hub_worker
  with check (coalesce(grantor_id = (select app.me()) and grantor_id in (buyer_id, supplier_id), false));
create policy disclosure_end on app.order_disclosure for update to hub_app, hub_worker
  using (coalesce(grantor_id = (select app.me()), false)) with check (coalesce(grantor_id = (select app.me()), false));
grant select, insert, update (ended_at) on app.order_disclosure to hub_app, hub_worker;
create trigger history before delete or truncate on app.order_disclosure for each statement execute function app.refuse_change();

create function app.disclosure_ends_once() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.ended_at is not null then
    raise exception 'a grant ends once' using errcode = '23514', constraint = 'history_is_kept';
  end if;
  return new;
end $$;
create trigger ends_once before update on app.order_disclosure for each row execute function app.disclosure_ends_once();

-- The dispatcher carries events of an order to those who may see it.
create policy dispatch_select on app.order_disclosure for select to hub_dispatch using (true);
grant select on app.order_disclosure to hub_dispatch;

create policy grantee_select on app.orders for select to hub_app, hub_worker
  using (id in (select d.order_id from app.order_disclosure d where d.grantee_id = (select app.me()) and d.ended_at is null));
create policy grantee_select on app.order_line for select to hub_app, hub_worker
  using (order_id in (select d.order_id from app.order_disclosure d where d.grantee_id = (select app.me()) and d.ended_at is null));
create policy grantee_select on app.order_schedule for select to hub_app, hub_worker
  using (order_id in (select d.order_id from app.order_disclosure d where d.grantee_id = (select app.me()) and d.ended_at is null));

-- Who is shown an order learns with whom it was made.
create policy disclosed_select on app.organisation for select to hub_app, hub_worker using (id in (
  select unnest(array[d.buyer_id, d.supplier_id]) from app.order_disclosure d where d.grantee_id = (select app.me()) and d.ended_at is null));
