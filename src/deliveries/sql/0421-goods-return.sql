-- A claim for a defect that was found after acceptance (Civil Code art. 617, 621). It never changes what was accepted.
create table app.warranty_claim (
  id uuid primary key,
  buyer_id uuid not null,
  supplier_id uuid not null,
  receipt_id uuid not null,
  receipt_line_id uuid not null,
  order_id uuid not null,
  line_id uuid not null,
  number text not null check (length(number) between 1 and 100),
  number_key text not null check (length(number_key) between 1 and 200),
  status text not null default 'CLAIMED' check (status in ('CLAIMED', 'ACCEPTED', 'REFUSED', 'REMEDIED', 'CLOSED')),
  version int not null default 1 check (version > 0),
  quantity app.measure not null check (quantity > 0),
  defect text not null check (defect in ('VISIBLE', 'HIDDEN')),
  remedy text not null check (remedy in ('REPAIR', 'REPLACE', 'RETURN', 'PRICE_CUT')),
  price_cut app.price,
  currency text check (currency ~ '^[A-Z]{3}$'),
  description text not null check (length(description) between 1 and 4000),
  found_on date not null,
  claimed_on date not null,
  -- The last day on which such a claim is in time.
  claim_until date not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  actor_id uuid not null,
  unique (id, receipt_line_id, order_id, line_id, buyer_id, supplier_id),
  unique (id, buyer_id, supplier_id),
  constraint claim_number_once unique (buyer_id, supplier_id, number_key),
  constraint claimed_in_time check (claimed_on <= claim_until),
  check (found_on <= claimed_on),
  check ((remedy = 'PRICE_CUT') = (price_cut is not null) and (price_cut is null) = (currency is null)),
  foreign key (receipt_line_id, receipt_id) references app.receipt_line (id, receipt_id),
  foreign key (receipt_line_id, order_id, line_id, buyer_id, supplier_id)
    references app.receipt_line (id, order_id, line_id, buyer_id, supplier_id)
);
create index warranty_claim_buyer on app.warranty_claim (buyer_id, at, id);
create index warranty_claim_supplier on app.warranty_claim (supplier_id, at, id);
create index warranty_claim_receipt_line on app.warranty_claim (receipt_line_id);
create index warranty_claim_order on app.warranty_claim (order_id, line_id);
call app.protect('app.warranty_claim', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
-- What was claimed stays as it was claimed.
revoke update on app.warranty_claim from hub_app, hub_worker;
grant update (status, version) on app.warranty_claim to hub_app, hub_worker;

-- Each step of a claim as a fact, beside the current status above.
create table app.warranty_step (
  id uuid primary key,
  claim_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  status text not null check (status in ('CLAIMED', 'ACCEPTED', 'REFUSED', 'REMEDIED', 'CLOSED')),
  org_id uuid not null,
  actor_id uuid not null,
  note text check (length(note) between 1 and 4000),
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  foreign key (claim_id, buyer_id, supplier_id) references app.warranty_claim (id, buyer_id, supplier_id)
);
create index warranty_step_claim on app.warranty_step (claim_id, at, id);
call app.protect('app.warranty_step', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
create policy in_own_name on app.warranty_step as restrictive for insert to hub_app, hub_worker with check (coalesce(org_id = (select app.me()), false));

-- Goods that the buyer sends back.
create table app.goods_return (
  id uuid primary key,
  buyer_id uuid not null,
  supplier_id uuid not null,
  number text not null check (length(number) between 1 and 100),
  number_key text not null check (length(number_key) between 1 and 200),
  status text not null default 'SENT' check (status in ('SENT', 'ARRIVED')),
  version int not null default 1 check (version > 0),
  returned_on date not null,
  carrier text check (length(carrier) between 1 and 200),
  consignment text check (length(consignment) between 1 and 200),
  note text check (length(note) between 1 and 4000),
  arrived_on date,
  arrival_note text check (length(arrival_note) between 1 and 4000),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, buyer_id, supplier_id),
  constraint return_number_once unique (buyer_id, supplier_id, number_key),
  check ((status = 'ARRIVED') = (arrived_on is not null)),
  check (arrived_on >= returned_on),
  check (arrival_note is null or arrived_on is not null)
);
create index goods_return_buyer on app.goods_return (buyer_id, at, id);
create index goods_return_supplier on app.goods_return (supplier_id, at, id);
call app.protect('app.goods_return', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke update on app.goods_return from hub_app, hub_worker;
grant update (status, version, arrived_on, arrival_note) on app.goods_return to hub_app, hub_worker;

-- What of a receipt line goes back, why it may, and what follows: the price is given back, or the goods are delivered again.
create table app.goods_return_line (
  id uuid primary key,
  return_id uuid not null,
  receipt_id uuid not null,
  receipt_line_id uuid not null,
  order_id uuid not null,
  line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  position int not null check (position between 1 and 5000),
  -- The refusal or the claim by which it goes back.
  acceptance_line_id uuid,
  claim_id uuid,
  quantity app.measure not null check (quantity > 0),
  consequence text not null check (consequence in ('CREDIT', 'REPLACEMENT')),
  at timestamptz not null default clock_timestamp(),
  check (num_nonnulls(acceptance_line_id, claim_id) = 1),
  constraint return_line_once unique nulls not distinct (return_id, acceptance_line_id, claim_id),
  foreign key (return_id, buyer_id, supplier_id) references app.goods_return (id, buyer_id, supplier_id),
  foreign key (receipt_line_id, receipt_id) references app.receipt_line (id, receipt_id),
  foreign key (receipt_line_id, order_id, line_id, buyer_id, supplier_id)
    references app.receipt_line (id, order_id, line_id, buyer_id, supplier_id),
  foreign key (acceptance_line_id, receipt_line_id, order_id, line_id, buyer_id, supplier_id)
    references app.acceptance_line (id, receipt_line_id, order_id, line_id, buyer_id, supplier_id),
  foreign key (claim_id, receipt_line_id, order_id, line_id, buyer_id, supplier_id)
    references app.warranty_claim (id, receipt_line_id, order_id, line_id, buyer_id, supplier_id)
);
create index goods_return_line_return on app.goods_return_line (return_id, position);
create index goods_return_line_order on app.goods_return_line (order_id, line_id, at, id);
create index goods_return_line_receipt_line on app.goods_return_line (receipt_line_id);
create index goods_return_line_refusal on app.goods_return_line (acceptance_line_id) where acceptance_line_id is not null;
create index goods_return_line_claim on app.goods_return_line (claim_id) where claim_id is not null;
call app.protect('app.goods_return_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
