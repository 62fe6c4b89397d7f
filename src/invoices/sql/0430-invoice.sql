-- What a supplier claims, as it was written (EN 16931), with the five buckets in which its total lies: what waits for goods or a
-- decision, what is payable, disputed, retained, and what is settled. Rows of other tables move the buckets; nobody writes them.
create table app.invoice (
  id uuid primary key,
  buyer_id uuid not null references app.organisation,
  supplier_id uuid not null references app.organisation,
  agreement_id uuid,
  number text not null check (length(number) between 1 and 100),
  -- One key for all spellings of the number.
  number_key text not null check (length(number_key) between 1 and 200),
  -- UN/EDIFACT 1001.
  type_code text not null check (type_code in ('326', '380', '384', '389', '393', '751')),
  issued_on date not null,
  received_on date not null,
  tax_point_on date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price_basis text not null check (price_basis in ('NET', 'TAX_INCLUSIVE')),
  rounding text not null check (rounding in ('PER_LINE', 'PER_DOCUMENT')),
  lines_total app.amount not null,
  allowance app.amount not null default 0 check (allowance >= 0),
  charge app.amount not null default 0 check (charge >= 0),
  -- Without tax, tax, with tax.
  net_total app.amount not null,
  tax_total app.amount not null,
  total app.amount not null check (total >= 0),
  prepaid app.amount not null default 0 check (prepaid >= 0),
  -- Rounding of what is due to the coins in use (BT-114).
  rounding_amount app.amount not null default 0,
  due app.amount not null,
  buyer_reference text check (length(buyer_reference) between 1 and 200),
  note text check (length(note) between 1 and 4000),
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  -- Allowances and charges on the whole document, and the breakdown of tax, as written.
  adjustments jsonb not null default '[]' check (jsonb_typeof(adjustments) = 'array'),
  tax_breakdown jsonb not null default '[]' check (jsonb_typeof(tax_breakdown) = 'array'),
  fapiao_kind text check (fapiao_kind in ('DIGITAL_SPECIAL', 'DIGITAL_ORDINARY', 'PAPER_SPECIAL', 'PAPER_ORDINARY', 'ELECTRONIC_SPECIAL', 'ELECTRONIC_ORDINARY')),
  fapiao_code text,
  fapiao_number text,
  fapiao_status text check (fapiao_status in ('VALID', 'RED_LETTERED', 'VOID')),
  -- The invoice that this one takes the place of or corrects.
  original_id uuid,
  status text not null default 'SUBMITTED' check (status in ('SUBMITTED', 'ACKNOWLEDGED', 'IN_PROCESS', 'UNDER_QUERY',
    'CONDITIONALLY_ACCEPTED', 'REJECTED', 'APPROVED', 'PAID', 'VOIDED')),
  version int not null default 1 check (version > 0),
  line_count int not null check (line_count between 1 and 5000),
  pending app.amount not null default 0,
  payable app.amount not null default 0,
  disputed app.amount not null default 0,
  retained app.amount not null default 0,
  settled app.amount not null default 0,
  -- What credit notes and red invoices took from the total.
  credited app.amount not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  actor_id uuid not null,
  unique (id, buyer_id, supplier_id),
  check (buyer_id <> supplier_id),
  constraint invoice_totals check (total = net_total + tax_total and due = total - prepaid + rounding_amount and prepaid <= total),
  constraint invoice_lines_total check (lines_total - allowance + charge = case price_basis when 'NET' then net_total else total end),
  constraint invoice_buckets_kept check (pending >= 0 and payable >= 0 and disputed >= 0 and retained >= 0 and settled >= 0),
  constraint invoice_buckets_add_up check (pending + payable + disputed + retained + settled = total),
  constraint invoice_not_over_credited check (credited between 0 and total),
  -- A fully digital e-invoice (数电票) has one number of 20 digits; older forms a code of 10 or 12 digits and a number of 8.
  constraint fapiao_whole check ((num_nonnulls(fapiao_kind, fapiao_number, fapiao_status) in (0, 3) and (fapiao_kind is not null or fapiao_code is null)
    and coalesce(case when fapiao_kind is null then true when fapiao_kind like 'DIGITAL%' then fapiao_number ~ '^[0-9]{20}$' and fapiao_code is null
      else fapiao_number ~ '^[0-9]{8}$' and coalesce(fapiao_code ~ '^([0-9]{10}|[0-9]{12})$', false) end, false))),
  foreign key (agreement_id, buyer_id, supplier_id) references app.trade_agreement (id, buyer_id, supplier_id),
  foreign key (original_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id)
);
-- A rejected or voided invoice frees its number, a rejected one its tax invoice too, which still counts.
create unique index invoice_number_once on app.invoice (buyer_id, supplier_id, number_key) where status not in ('REJECTED', 'VOIDED');
create unique index invoice_fapiao_once on app.invoice (supplier_id, fapiao_number, coalesce(fapiao_code, '')) where status <> 'REJECTED';
create index invoice_buyer on app.invoice (buyer_id, created_at, id);
create index invoice_supplier on app.invoice (supplier_id, created_at, id);
create index invoice_buyer_status on app.invoice (buyer_id, status, created_at, id);
create index invoice_supplier_status on app.invoice (supplier_id, status, created_at, id);
create index invoice_buyer_issued on app.invoice (buyer_id, issued_on, id);
create index invoice_supplier_issued on app.invoice (supplier_id, issued_on, id);
create index invoice_buyer_key on app.invoice (buyer_id, supplier_id, number_key);
create index invoice_original on app.invoice (original_id) where original_id is not null;
call app.protect('app.invoice', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke insert, update on app.invoice from hub_app, hub_worker;
grant insert (id, buyer_id, supplier_id, agreement_id, number, number_key, type_code, issued_on, received_on, tax_point_on, currency, price_basis,
  rounding, lines_total, allowance, charge, net_total, tax_total, total, prepaid, rounding_amount, due, buyer_reference, note, details, adjustments,
  tax_breakdown, fapiao_kind, fapiao_code, fapiao_number, fapiao_status, original_id, line_count, business_time, actor_id) on app.invoice to hub_app, hub_worker;
grant update (status, version, fapiao_kind, fapiao_code, fapiao_number, fapiao_status) on app.invoice to hub_app, hub_worker;

create table app.invoice_line (
  id uuid primary key,
  invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  line_no text not null check (length(line_no) between 1 and 50),
  position int not null check (position between 1 and 5000),
  -- The order that it claims, by what the supplier wrote; the ids are null where the hub knows no such order line.
  order_number text check (length(order_number) between 1 and 100),
  order_line_no text check (length(order_line_no) between 1 and 50),
  order_id uuid,
  order_line_id uuid,
  item_name text not null check (length(item_name) between 1 and 500),
  description text check (length(description) between 1 and 4000),
  buyer_item_id text check (length(buyer_item_id) between 1 and 200),
  seller_item_id text check (length(seller_item_id) between 1 and 200),
  standard_item_id text check (length(standard_item_id) between 1 and 200),
  quantity numeric not null check (abs(quantity) < 1e16 and scale(quantity) <= 8),
  unit text not null check (unit ~ '^[0-9A-Z]{1,3}$'),
  -- The quantity in the unit of the order's line, exactly.
  order_quantity numeric check (order_quantity > 0),
  price app.price not null,
  price_basis app.quantity not null default 1,
  allowance app.amount not null default 0 check (allowance >= 0),
  charge app.amount not null default 0 check (charge >= 0),
  adjustments jsonb not null default '[]' check (jsonb_typeof(adjustments) = 'array'),
  -- UN/EDIFACT 5305 and the rate in percent; without tax, tax, with tax.
  tax_category text not null check (tax_category in ('S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M')),
  tax_rate app.price not null check (tax_rate <= 100),
  amount app.amount not null,
  tax_amount app.amount not null,
  gross app.amount not null,
  -- The part of the invoice's total that this line carries, allowances, charges and roundings of the document with it.
  share app.amount not null check (share >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  note text check (length(note) between 1 and 4000),
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  -- Where the supplier says which receipts it claims: their lines, and no others.
  named_receipts uuid[] not null default '{}' check (cardinality(named_receipts) <= 200),
  -- Present view, kept by guards: of the share, what waits and what is disputed; what credit notes took; what was credited and claimed
  -- in the order line's unit.
  pending app.amount not null default 0,
  disputed app.amount not null default 0,
  cut app.amount not null default 0,
  credited app.amount not null default 0,
  credited_quantity numeric not null default 0,
  claimed numeric not null default 0,
  -- How it compares with order and receipts: kept by the match, which sees only what both parties see.
  match jsonb check (jsonb_typeof(match) = 'object'),
  unique (id, invoice_id, buyer_id, supplier_id),
  unique (invoice_id, line_no),
  unique (invoice_id, position),
  check (gross = amount + tax_amount),
  check ((order_id is null) = (order_line_id is null) and (order_line_id is null) = (order_quantity is null)),
  constraint invoice_line_buckets_kept check (pending >= 0 and disputed >= 0 and cut >= 0 and pending + disputed + cut <= share),
  constraint invoice_line_not_over_credited check (credited between 0 and share and credited_quantity between 0 and abs(coalesce(order_quantity, quantity))),
  constraint invoice_line_not_over_claimed check (claimed between 0 and coalesce(order_quantity, 0) - credited_quantity or claimed = 0),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id),
  foreign key (order_line_id, order_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id)
);
create index invoice_line_buyer on app.invoice_line (buyer_id, invoice_id, position);
create index invoice_line_supplier on app.invoice_line (supplier_id, invoice_id, position);
create index invoice_line_order_line on app.invoice_line (order_line_id) where order_line_id is not null;
call app.protect('app.invoice_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke insert, update on app.invoice_line from hub_app, hub_worker;
grant insert (id, invoice_id, buyer_id, supplier_id, line_no, position, order_number, order_line_no, order_id, order_line_id, item_name, description,
  buyer_item_id, seller_item_id, standard_item_id, quantity, unit, order_quantity, price, price_basis, allowance, charge, adjustments, tax_category,
  tax_rate, amount, tax_amount, gross, share, currency, note, details, named_receipts) on app.invoice_line to hub_app, hub_worker;
grant update (match) on app.invoice_line to hub_app, hub_worker;

-- Which received units a line claims. One claim may be released, whole, by a credit, a return, or the end of its invoice.
create table app.invoice_receipt (
  id uuid primary key,
  invoice_id uuid not null,
  invoice_line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  order_id uuid not null,
  order_line_id uuid not null,
  receipt_line_id uuid not null,
  -- In the unit of the order's line; of one day of delivery and one of acceptance.
  quantity app.quantity not null,
  -- The share of the price that was agreed off for these units (Civil Code art. 582); null where they are owed in full.
  price_reduction numeric check (price_reduction > 0 and price_reduction <= 1 and scale(price_reduction) <= 6),
  received_on date not null,
  accepted_on date,
  inspection_ends_on date,
  released_by uuid,
  released_at timestamptz,
  release_cause text check (release_cause in ('CREDIT', 'RED_INVOICE', 'RETURN', 'REJECTED', 'VOIDED')),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  check (num_nonnulls(released_by, released_at, release_cause) in (0, 3)),
  foreign key (invoice_line_id, invoice_id, buyer_id, supplier_id) references app.invoice_line (id, invoice_id, buyer_id, supplier_id),
  foreign key (receipt_line_id, order_id, order_line_id, buyer_id, supplier_id) references app.receipt_line (id, order_id, line_id, buyer_id, supplier_id)
);
create index invoice_receipt_line on app.invoice_receipt (invoice_line_id, at, id);
create index invoice_receipt_receipt on app.invoice_receipt (receipt_line_id);
create index invoice_receipt_order_line on app.invoice_receipt (order_line_id);
call app.protect('app.invoice_receipt', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke update on app.invoice_receipt from hub_app, hub_worker;
grant update (released_by, released_at, release_cause) on app.invoice_receipt to hub_app, hub_worker;

-- The supplier's own name for an invoice, of which the other side learns nothing.
create table app.invoice_reference (
  id uuid primary key,
  org_id uuid not null,
  invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  reference text not null check (length(reference) between 1 and 200),
  constraint invoice_reference_once unique (org_id, reference),
  unique (org_id, invoice_id),
  check (org_id in (buyer_id, supplier_id)),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id)
);
create index invoice_reference_invoice on app.invoice_reference (invoice_id, org_id);
call app.protect('app.invoice_reference', parties => array['org_id'], writes => array['insert']);

create function app.invoice_by_reference(name text) returns uuid language sql stable set search_path = '' as $$
  select r.invoice_id from app.invoice_reference r where r.org_id = app.me() and r.reference = name
$$;
grant execute on function app.invoice_by_reference(text) to hub_app, hub_worker;
