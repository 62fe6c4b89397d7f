-- Exact decimals as they were written; the bounds are those of the input, so that no sum or product of them can overflow.
create domain app.quantity as numeric check (value > 0 and value < 1e16 and scale(value) <= 8);
create domain app.price as numeric check (value >= 0 and value < 1e16 and scale(value) <= 8);
create domain app.amount as numeric check (abs(value) < 1e36 and scale(value) <= 16);

-- An order between two parties as it stands: the offer until both have agreed, the revision in force afterwards.
create table app.orders (
  id uuid primary key,
  buyer_id uuid not null references app.organisation,
  supplier_id uuid not null references app.organisation,
  agreement_id uuid,
  number text not null check (length(number) between 1 and 100),
  -- One key for all spellings of the number.
  number_key text not null check (length(number_key) between 1 and 200),
  type_code text not null check (type_code in ('105', '220', '221', '226', '227')),
  issued_on date not null,
  status text not null default 'ISSUED'
    check (status in ('ISSUED', 'ACKNOWLEDGED', 'COUNTERED', 'IN_FORCE', 'REFUSED', 'CANCELLED')),
  version int not null default 1 check (version > 0),
  revision int not null default 1 check (revision > 0),
  -- The last revision that both sides agreed on.
  agreed_revision int,
  waits_for text check (waits_for in ('BUYER', 'SUPPLIER')),
  waits_since timestamptz,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  note text check (length(note) between 1 and 4000),
  buyer_reference text check (length(buyer_reference) between 1 and 200),
  sales_order_number text check (length(sales_order_number) between 1 and 200),
  deliver_from date,
  deliver_to date,
  promised_from date,
  promised_to date,
  valid_from date,
  valid_to date,
  frame_total app.price,
  allowance app.price,
  charge app.price,
  tax app.price,
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  lines_total app.amount not null,
  total app.amount not null check (total >= 0),
  payable app.amount not null,
  line_count int not null check (line_count between 1 and 5000),
  frame_id uuid,
  called_off_value numeric not null default 0 check (called_off_value >= 0),
  answer_hours int not null default 48 check (answer_hours between 1 and 2160),
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, buyer_id, supplier_id),
  check (buyer_id <> supplier_id),
  check (deliver_to >= deliver_from),
  check (promised_to >= promised_from),
  check (valid_to >= valid_from),
  check ((waits_for is null) = (waits_since is null)),
  constraint agreed_when_in_force check (status <> 'IN_FORCE' or (agreed_revision is not null and agreed_revision = revision)),
  constraint total_of_lines check ((total = lines_total - coalesce(allowance, 0) + coalesce(charge, 0) and payable = total + coalesce(tax, 0))
    or (lines_total = 0 and total = 0 and payable = 0)),
  constraint frame_only_for_call_off check ((frame_id is not null) = (type_code = '226')),
  constraint frame_terms check (type_code = '221' or (frame_total is null and called_off_value = 0)),
  constraint frame_value_kept check (called_off_value <= frame_total),
  constraint order_number_once unique (buyer_id, supplier_id, number_key),
  foreign key (agreement_id, buyer_id, supplier_id) references app.trade_agreement (id, buyer_id, supplier_id),
  foreign key (frame_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create index orders_buyer on app.orders (buyer_id, created_at, id);
create index orders_supplier on app.orders (supplier_id, created_at, id);
create index orders_buyer_status on app.orders (buyer_id, status, created_at, id);
create index orders_supplier_status on app.orders (supplier_id, status, created_at, id);
create index orders_buyer_issued on app.orders (buyer_id, issued_on, id);
create index orders_supplier_issued on app.orders (supplier_id, issued_on, id);
create index orders_buyer_deliver on app.orders (buyer_id, deliver_to, id);
create index orders_supplier_deliver on app.orders (supplier_id, deliver_to, id);
create index orders_buyer_waits on app.orders (buyer_id, waits_since, id) where waits_for is not null;
create index orders_supplier_waits on app.orders (supplier_id, waits_since, id) where waits_for is not null;
create index orders_buyer_changed on app.orders (buyer_id, changed_at);
create index orders_supplier_changed on app.orders (supplier_id, changed_at);
create index orders_frame on app.orders (frame_id, created_at, id) where frame_id is not null;
call app.protect('app.orders', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
-- Who ordered what from whom under which number is not among what may change; what is called off is counted by the guard alone.
revoke update on app.orders from hub_app, hub_worker;
grant update (status, version, revision, agreed_revision, waits_for, waits_since, currency, note, buyer_reference, sales_order_number,
  deliver_from, deliver_to, promised_from, promised_to, valid_from, valid_to, frame_total, allowance, charge, tax, details,
  lines_total, total, payable, line_count) on app.orders to hub_app, hub_worker;

-- The lines as they stand. A line is never deleted: ended or refused, it stays to be seen.
create table app.order_line (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  line_no text not null check (length(line_no) between 1 and 50),
  position int not null check (position between 1 and 5000),
  -- The revision that last set this line.
  revision int not null check (revision > 0),
  state text not null check (state in ('ACTIVE', 'ENDED', 'REFUSED')),
  item_name text not null check (length(item_name) between 1 and 500),
  description text check (length(description) between 1 and 4000),
  buyer_item_id text check (length(buyer_item_id) between 1 and 200),
  seller_item_id text check (length(seller_item_id) between 1 and 200),
  standard_item_id text check (length(standard_item_id) between 1 and 200),
  quantity app.quantity not null,
  unit text not null check (unit ~ '^[0-9A-Z]{1,3}$'),
  price app.price,
  price_basis app.quantity,
  allowance app.price,
  charge app.price,
  tax_rate app.price,
  amount app.amount,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  note text check (length(note) between 1 and 4000),
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  -- In a call-off: the frame's line that it draws on. In a frame: what is drawn, in this line's unit.
  frame_line_id uuid,
  called_off numeric not null default 0 check (called_off >= 0),
  unique (id, order_id, buyer_id, supplier_id),
  unique (order_id, line_no),
  check ((price is null) = (amount is null)),
  constraint frame_not_over_called check (called_off <= quantity),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create index order_line_buyer on app.order_line (buyer_id, order_id, position);
create index order_line_supplier on app.order_line (supplier_id, order_id, position);
create index order_line_frame on app.order_line (frame_line_id) where frame_line_id is not null;
call app.protect('app.order_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke update on app.order_line from hub_app, hub_worker;
grant update (revision, state, item_name, description, buyer_item_id, seller_item_id, standard_item_id, quantity, unit, price, price_basis,
  allowance, charge, tax_rate, amount, currency, note, details, frame_line_id) on app.order_line to hub_app, hub_worker;

create table app.order_schedule (
  id uuid primary key,
  line_id uuid not null,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  schedule_no text not null check (length(schedule_no) between 1 and 50),
  position int not null check (position between 1 and 500),
  quantity app.quantity not null,
  requested_from date,
  requested_to date,
  promised_from date,
  promised_to date,
  unique (line_id, schedule_no),
  check (requested_to >= requested_from),
  check (promised_to >= promised_from),
  foreign key (line_id, order_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id)
);
create index order_schedule_order on app.order_schedule (order_id, line_id, position);
call app.protect('app.order_schedule', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update', 'delete']);

-- Each day that the supplier promised for a schedule, in the order in which it was promised.
create table app.order_promise (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  line_no text not null,
  schedule_no text not null,
  revision int not null,
  promised_from date,
  promised_to date,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create index order_promise_order on app.order_promise (order_id, line_no, at, id);
call app.protect('app.order_promise', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- The dated prices of a frame agreement's line.
create table app.order_price (
  id uuid primary key,
  line_id uuid not null,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  valid_from date not null,
  price app.price not null,
  unique (line_id, valid_from),
  foreign key (line_id, order_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id)
);
create index order_price_order on app.order_price (order_id, line_id, valid_from);
call app.protect('app.order_price', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update', 'delete']);

-- An organisation's own name for an order, of which the other side learns nothing.
create table app.order_reference (
  id uuid primary key,
  org_id uuid not null,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  reference text not null check (length(reference) between 1 and 200),
  constraint order_reference_once unique (org_id, reference),
  unique (org_id, order_id),
  check (org_id in (buyer_id, supplier_id)),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create index order_reference_order on app.order_reference (order_id, org_id);
call app.protect('app.order_reference', parties => array['org_id'], writes => array['insert']);

-- The order that the acting organisation calls so.
create function app.order_by_reference(name text) returns uuid language sql stable set search_path = '' as $$
  select r.order_id from app.order_reference r where r.org_id = app.me() and r.reference = name
$$;
grant execute on function app.order_by_reference(text) to hub_app, hub_worker;
