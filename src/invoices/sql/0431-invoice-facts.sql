-- What happened to invoices: each row is a fact, and the present view in 0430 follows it.

-- That one side holds a part to be not due, and why (Peppol status reasons). The match opens disputes too: for what differs.
create table app.dispute (
  id uuid primary key,
  invoice_id uuid not null,
  invoice_line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  origin text not null check (origin in ('MATCH', 'BUYER')),
  reason text not null check (reason in ('REF', 'LEG', 'REC', 'QUA', 'DEL', 'PRI', 'QTY', 'ITM', 'PAY', 'UNR', 'FIN', 'OTH')),
  -- What the sender is asked to do (Peppol status actions).
  action text not null default 'NOA' check (action in ('NOA', 'PIN', 'NIN', 'CNF', 'CNP', 'CNA', 'OTH')),
  amount app.amount not null check (amount > 0),
  -- Present view, kept by movements; what was conceded by withdrawing or settling it.
  open app.amount not null default 0,
  conceded app.amount not null default 0 check (conceded >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Both values of what differs: quantities, prices, rates or names, as text.
  expected text check (length(expected) between 1 and 500),
  given text check (length(given) between 1 and 500),
  note text check (length(note) between 1 and 4000),
  status text not null default 'OPEN' check (status in ('OPEN', 'ANSWERED', 'ACCEPTED', 'WITHDRAWN', 'SETTLED')),
  version int not null default 1 check (version > 0),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, invoice_id, buyer_id, supplier_id),
  constraint dispute_open_kept check (open >= 0),
  foreign key (invoice_line_id, invoice_id, buyer_id, supplier_id) references app.invoice_line (id, invoice_id, buyer_id, supplier_id)
);
-- Of the match's own disputes one of a kind is live for a line.
create unique index dispute_match_once on app.dispute (invoice_line_id, reason) where origin = 'MATCH' and status in ('OPEN', 'ANSWERED', 'ACCEPTED');
create index dispute_invoice on app.dispute (invoice_id, at, id);
create index dispute_line on app.dispute (invoice_line_id);
create index dispute_buyer on app.dispute (buyer_id, at, id);
create index dispute_supplier on app.dispute (supplier_id, at, id);
call app.protect('app.dispute', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke insert, update on app.dispute from hub_app, hub_worker;
grant insert (id, invoice_id, invoice_line_id, buyer_id, supplier_id, origin, reason, action, amount, currency, expected, given, note, actor_id, business_time)
  on app.dispute to hub_app, hub_worker;
grant update (status, version, conceded) on app.dispute to hub_app, hub_worker;

-- What each side said in a dispute.
create table app.dispute_step (
  id uuid primary key,
  dispute_id uuid not null,
  invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  -- ACCEPT: a credit is promised; CONTRADICT; WITHDRAW; SETTLE: a part is conceded; RESOLVE: the difference has gone; CREDIT: made good.
  kind text not null check (kind in ('ACCEPT', 'CONTRADICT', 'WITHDRAW', 'SETTLE', 'RESOLVE', 'CREDIT')),
  org_id uuid not null,
  text text check (length(text) between 1 and 4000),
  -- What became payable again by it.
  conceded app.amount not null default 0 check (conceded >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  check (org_id in (buyer_id, supplier_id)),
  foreign key (dispute_id, invoice_id, buyer_id, supplier_id) references app.dispute (id, invoice_id, buyer_id, supplier_id)
);
create index dispute_step_dispute on app.dispute_step (dispute_id, at, id);
call app.protect('app.dispute_step', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- What takes an invoice back, in whole or in part: a credit note, or a red-letter invoice (红字发票). Amounts are written positive.
create table app.credit_note (
  id uuid primary key,
  invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  kind text not null check (kind in ('CREDIT_NOTE', 'RED_INVOICE')),
  number text not null check (length(number) between 1 and 100),
  number_key text not null check (length(number_key) between 1 and 200),
  issued_on date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  net_total app.amount not null,
  tax_total app.amount not null,
  total app.amount not null check (total > 0),
  -- What it took out of the invoice's buckets, and what it leaves to be paid back because that part was settled before.
  applied app.amount not null check (applied >= 0),
  refund app.amount not null check (refund >= 0),
  -- Whether it takes back all that was left of the invoice.
  whole boolean not null,
  fapiao_kind text check (fapiao_kind in ('DIGITAL_SPECIAL', 'DIGITAL_ORDINARY', 'PAPER_SPECIAL', 'PAPER_ORDINARY', 'ELECTRONIC_SPECIAL', 'ELECTRONIC_ORDINARY')),
  fapiao_code text check (fapiao_code ~ '^([0-9]{10}|[0-9]{12})$'),
  fapiao_number text check (fapiao_number ~ '^([0-9]{8}|[0-9]{20})$'),
  -- Number of the confirmation by both sides that a red invoice rests on (红字发票信息确认单).
  confirmation text check (length(confirmation) between 1 and 100),
  reason text check (length(reason) between 1 and 4000),
  version int not null default 1,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, invoice_id, buyer_id, supplier_id),
  unique (id, buyer_id, supplier_id),
  check (total = net_total + tax_total and total = applied + refund),
  constraint credit_note_number_once unique (buyer_id, supplier_id, number_key),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id)
);
create unique index credit_note_fapiao_once on app.credit_note (supplier_id, fapiao_number, coalesce(fapiao_code, '')) where fapiao_number is not null;
create index credit_note_invoice on app.credit_note (invoice_id, at, id);
create index credit_note_buyer on app.credit_note (buyer_id, at, id);
create index credit_note_supplier on app.credit_note (supplier_id, at, id);
call app.protect('app.credit_note', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

create table app.credit_note_line (
  id uuid primary key,
  credit_note_id uuid not null,
  invoice_id uuid not null,
  invoice_line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  position int not null check (position between 1 and 5000),
  -- In the invoice line's own unit, and in the order line's; null where only money is taken back.
  quantity numeric check (quantity > 0),
  order_quantity numeric check (order_quantity > 0),
  amount app.amount not null,
  tax_amount app.amount not null,
  gross app.amount not null check (gross > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  note text check (length(note) between 1 and 4000),
  unique (credit_note_id, invoice_line_id),
  check (gross = amount + tax_amount),
  foreign key (credit_note_id, invoice_id, buyer_id, supplier_id) references app.credit_note (id, invoice_id, buyer_id, supplier_id),
  foreign key (invoice_line_id, invoice_id, buyer_id, supplier_id) references app.invoice_line (id, invoice_id, buyer_id, supplier_id)
);
create index credit_note_line_note on app.credit_note_line (credit_note_id, position);
create index credit_note_line_line on app.credit_note_line (invoice_line_id);
call app.protect('app.credit_note_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- What the buyer answered to an invoice (Peppol BIS Invoice Response 3), word by word.
create table app.invoice_response (
  id uuid primary key,
  invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  code text not null check (code in ('AB', 'IP', 'UQ', 'CA', 'RE', 'AP', 'PD')),
  -- Whether only a part was paid (PPD); of PD alone.
  part boolean not null default false,
  origin text not null default 'BUYER' check (origin in ('BUYER', 'PAYMENT')),
  reason_codes text[] not null default '{}',
  action_codes text[] not null default '{}',
  -- [{ list: REASON | ACTION, code, text, conditions: [{ attribute, value }] }]
  clarifications jsonb not null default '[]' check (jsonb_typeof(clarifications) = 'array'),
  number text check (length(number) between 1 and 100),
  number_key text check (length(number_key) between 1 and 200),
  issued_on date not null,
  note text check (length(note) between 1 and 4000),
  status_before text not null check (status_before in ('SUBMITTED', 'ACKNOWLEDGED', 'IN_PROCESS', 'UNDER_QUERY', 'CONDITIONALLY_ACCEPTED', 'REJECTED',
    'APPROVED', 'PAID', 'VOIDED')),
  status_after text not null check (status_after in ('SUBMITTED', 'ACKNOWLEDGED', 'IN_PROCESS', 'UNDER_QUERY', 'CONDITIONALLY_ACCEPTED', 'REJECTED',
    'APPROVED', 'PAID', 'VOIDED')),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, invoice_id, buyer_id, supplier_id),
  check (not part or code = 'PD'),
  check ((number is null) = (number_key is null)),
  constraint invoice_response_number_once unique (invoice_id, number_key),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id)
);
create index invoice_response_invoice on app.invoice_response (invoice_id, at, id);
call app.protect('app.invoice_response', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- Each number and status that a tax invoice had.
create table app.invoice_fapiao (
  id uuid primary key,
  invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  kind text not null check (kind in ('DIGITAL_SPECIAL', 'DIGITAL_ORDINARY', 'PAPER_SPECIAL', 'PAPER_ORDINARY', 'ELECTRONIC_SPECIAL', 'ELECTRONIC_ORDINARY')),
  code text check (code ~ '^([0-9]{10}|[0-9]{12})$'),
  number text not null check (number ~ '^([0-9]{8}|[0-9]{20})$'),
  status text not null check (status in ('VALID', 'RED_LETTERED', 'VOID')),
  -- The red invoice that took it back.
  credit_note_id uuid,
  reason text check (length(reason) between 1 and 4000),
  org_id uuid not null,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  check (org_id in (buyer_id, supplier_id)),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id),
  foreign key (credit_note_id, invoice_id, buyer_id, supplier_id) references app.credit_note (id, invoice_id, buyer_id, supplier_id)
);
create index invoice_fapiao_invoice on app.invoice_fapiao (invoice_id, at, id);
call app.protect('app.invoice_fapiao', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- Money of an invoice going from one bucket to another. What leaves or enters PENDING or DISPUTED names its line, DISPUTED its dispute
-- too; what leaves or enters PAYABLE or RETAINED names its payable.
create table app.invoice_movement (
  id uuid primary key,
  invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  invoice_line_id uuid,
  payable_id uuid,
  dispute_id uuid,
  from_bucket text not null check (from_bucket in ('PENDING', 'PAYABLE', 'DISPUTED', 'RETAINED', 'SETTLED')),
  to_bucket text not null check (to_bucket in ('PENDING', 'PAYABLE', 'DISPUTED', 'RETAINED', 'SETTLED')),
  amount app.amount not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  cause text not null check (cause ~ '^[A-Z][A-Z_]{1,40}$'),
  -- The document or fact that caused it, of the kind that `cause` says.
  cause_id uuid,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint movement_moves check (from_bucket <> to_bucket),
  constraint movement_names_line check (invoice_line_id is not null
    or not (from_bucket in ('PENDING', 'DISPUTED') or to_bucket in ('PENDING', 'DISPUTED'))),
  constraint movement_names_dispute check ((dispute_id is not null) = ('DISPUTED' in (from_bucket, to_bucket))),
  constraint movement_names_payable check ((payable_id is not null) = (from_bucket in ('PAYABLE', 'RETAINED') or to_bucket in ('PAYABLE', 'RETAINED'))),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id),
  foreign key (invoice_line_id, invoice_id, buyer_id, supplier_id) references app.invoice_line (id, invoice_id, buyer_id, supplier_id),
  foreign key (dispute_id, invoice_id, buyer_id, supplier_id) references app.dispute (id, invoice_id, buyer_id, supplier_id)
);
create index invoice_movement_invoice on app.invoice_movement (invoice_id, at, id);
create index invoice_movement_payable on app.invoice_movement (payable_id, at, id) where payable_id is not null;
create index invoice_movement_line on app.invoice_movement (invoice_line_id);
call app.protect('app.invoice_movement', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
