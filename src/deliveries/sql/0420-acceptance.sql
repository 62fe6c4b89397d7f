-- A line belongs to its receipt, so that whoever names both names one thing.
alter table app.receipt_line add unique (id, receipt_id);

-- Until which day the buyer of an order may inspect what came, where both agreed on a period (Civil Code art. 620, 621).
create table app.inspection_window (
  id uuid primary key,
  receipt_id uuid not null,
  receipt_line_id uuid not null,
  order_id uuid not null,
  line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  agreement_id uuid not null,
  days int not null check (days > 0),
  -- The last day of the period; it ends when this day ends in Asia/Shanghai.
  ends_on date not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint inspected_once unique (receipt_line_id),
  foreign key (receipt_line_id, receipt_id) references app.receipt_line (id, receipt_id),
  foreign key (receipt_line_id, order_id, line_id, buyer_id, supplier_id)
    references app.receipt_line (id, order_id, line_id, buyer_id, supplier_id),
  foreign key (agreement_id, buyer_id, supplier_id) references app.trade_agreement (id, buyer_id, supplier_id)
);
create index inspection_window_receipt on app.inspection_window (receipt_id, ends_on, id);
create index inspection_window_buyer on app.inspection_window (buyer_id, ends_on, id);
create index inspection_window_supplier on app.inspection_window (supplier_id, ends_on, id);
call app.protect('app.inspection_window', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- That goods which came were found in order or not: by hand, by the end of the agreed period, or by the receipt itself.
create table app.acceptance (
  id uuid primary key,
  receipt_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  kind text not null check (kind in ('PARTIAL', 'PROVISIONAL', 'FINAL')),
  way text not null check (way in ('BY_HAND', 'BY_CLOCK', 'ON_RECEIPT')),
  accepted_on date not null,
  number text check (length(number) between 1 and 100),
  number_key text check (length(number_key) between 1 and 200),
  note text check (length(note) between 1 and 4000),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, receipt_id, buyer_id, supplier_id),
  check (way = 'BY_HAND' or (kind <> 'PROVISIONAL' and number is null)),
  check ((number is null) = (number_key is null)),
  constraint acceptance_number_once unique (buyer_id, supplier_id, number_key),
  foreign key (receipt_id, buyer_id, supplier_id) references app.receipt_advice (id, buyer_id, supplier_id)
);
create index acceptance_receipt on app.acceptance (receipt_id, at, id);
create index acceptance_buyer on app.acceptance (buyer_id, at, id);
create index acceptance_supplier on app.acceptance (supplier_id, at, id);
create index acceptance_buyer_day on app.acceptance (buyer_id, accepted_on, id);
create index acceptance_supplier_day on app.acceptance (supplier_id, accepted_on, id);
call app.protect('app.acceptance', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- Who signed, as it stands on the paper. Personal data, so it stands apart, where the buyer can erase it.
create table app.acceptance_signer (
  id uuid primary key,
  acceptance_id uuid not null unique,
  receipt_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  foreign key (acceptance_id, receipt_id, buyer_id, supplier_id) references app.acceptance (id, receipt_id, buyer_id, supplier_id)
);
call app.protect('app.acceptance_signer', parties => array['buyer_id'], writes => array['insert', 'delete']);
create policy supplier_select on app.acceptance_signer for select to hub_app, hub_worker using (coalesce(supplier_id = (select app.me()), false));

-- What was found of one receipt line, in the unit of the order's line. `noted` is what a provisional acceptance found in order
-- without passing it; it counts nowhere. A refusal is a notice in time (Civil Code art. 621), and counts in every kind.
create table app.acceptance_line (
  id uuid primary key,
  acceptance_id uuid not null,
  receipt_id uuid not null,
  receipt_line_id uuid not null,
  order_id uuid not null,
  line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  position int not null check (position between 1 and 5000),
  accepted app.measure not null,
  refused app.measure not null,
  noted app.measure not null,
  reason text check (reason in ('DAMAGED', 'WRONG_ITEM', 'QUALITY', 'DOCUMENTS', 'OTHER')),
  action text check (action in ('RETURN', 'REWORK', 'CONCESSION', 'SCRAP')),
  -- The share of the price that the buyer asks off where the goods are kept all the same (Civil Code art. 582).
  price_reduction numeric check (price_reduction > 0 and price_reduction <= 1 and scale(price_reduction) <= 6),
  note text check (length(note) between 1 and 4000),
  at timestamptz not null default clock_timestamp(),
  unique (acceptance_id, receipt_line_id),
  unique (id, receipt_line_id, order_id, line_id, buyer_id, supplier_id),
  check (accepted + refused + noted > 0),
  check ((refused > 0) = (reason is not null) and (refused > 0) = (action is not null)),
  check (coalesce(action = 'CONCESSION', false) = (price_reduction is not null)),
  foreign key (acceptance_id, receipt_id, buyer_id, supplier_id) references app.acceptance (id, receipt_id, buyer_id, supplier_id),
  foreign key (receipt_line_id, receipt_id) references app.receipt_line (id, receipt_id),
  foreign key (receipt_line_id, order_id, line_id, buyer_id, supplier_id)
    references app.receipt_line (id, order_id, line_id, buyer_id, supplier_id)
);
create index acceptance_line_receipt_line on app.acceptance_line (receipt_line_id, at, id);
create index acceptance_line_order on app.acceptance_line (order_id, line_id, at, id);
call app.protect('app.acceptance_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- What became of a refused quantity that did not go back: made good and accepted, kept at a lower price by agreement, or given up.
create table app.refusal_settlement (
  id uuid primary key,
  acceptance_line_id uuid not null,
  receipt_line_id uuid not null,
  order_id uuid not null,
  line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  outcome text not null check (outcome in ('REWORKED', 'CONCEDED', 'SCRAPPED')),
  quantity app.measure not null check (quantity > 0),
  price_reduction numeric check (price_reduction > 0 and price_reduction <= 1 and scale(price_reduction) <= 6),
  consequence text check (consequence in ('CREDIT', 'REPLACEMENT')),
  settled_on date not null,
  note text check (length(note) between 1 and 4000),
  org_id uuid not null,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  check ((outcome = 'CONCEDED') = (price_reduction is not null)),
  check ((outcome = 'SCRAPPED') = (consequence is not null)),
  foreign key (acceptance_line_id, receipt_line_id, order_id, line_id, buyer_id, supplier_id)
    references app.acceptance_line (id, receipt_line_id, order_id, line_id, buyer_id, supplier_id)
);
create index refusal_settlement_line on app.refusal_settlement (acceptance_line_id, at, id);
create index refusal_settlement_receipt_line on app.refusal_settlement (receipt_line_id);
call app.protect('app.refusal_settlement', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
