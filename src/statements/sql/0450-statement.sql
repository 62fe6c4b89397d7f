-- How many working days the other side has for its answer to a statement where the agreement names none. No law says so: the value
-- is the hub's own, dated like any other, so that another one is a new row.
create table app.statement_default (
  valid_from date primary key,
  answer_days int not null check (answer_days between 1 and 90),
  source text not null check (length(source) between 1 and 200)
);
alter table app.statement_default enable row level security;
alter table app.statement_default force row level security;
create policy owner_all on app.statement_default to hub_owner using (true) with check (true);
create policy everyone_reads on app.statement_default for select using (true);
grant select on app.statement_default to hub_app, hub_worker;
insert into app.statement_default (valid_from, answer_days, source) values ('2025-01-01', 5, 'Convention of the hub');

-- The account between a buyer and a supplier for a period (对账单). Its amounts are kept by the guard on its lines alone.
create table app.statement (
  id uuid primary key,
  buyer_id uuid not null references app.organisation,
  supplier_id uuid not null references app.organisation,
  agreement_id uuid,
  number text not null check (length(number) between 1 and 100),
  number_key text not null check (length(number_key) between 1 and 200),
  period_from date not null,
  period_to date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  status text not null default 'DRAFT' check (status in ('DRAFT', 'SENT', 'DISPUTED', 'CONFIRMED', 'WITHDRAWN')),
  version int not null default 1 check (version > 0),
  drafted_by uuid not null,
  -- The statement whose closing balance this one begins with.
  previous_id uuid,
  note text check (length(note) between 1 and 4000),
  answer_days int not null check (answer_days between 1 and 90),
  sent_on date,
  -- The last day for the other side's answer; provisional where the calendar of its year is not published yet.
  answer_due_on date,
  answer_due_provisional boolean not null default false,
  -- The day on which the other side first confirmed or disputed.
  answered_on date,
  waits_for text check (waits_for in ('BUYER', 'SUPPLIER')),
  waits_since timestamptz,
  buyer_confirmed_on date,
  supplier_confirmed_on date,
  confirmed_on date,
  line_count int not null default 0 check (line_count >= 0),
  excluded_count int not null default 0 check (excluded_count >= 0),
  buyer_ticked int not null default 0 check (buyer_ticked >= 0),
  supplier_ticked int not null default 0 check (supplier_ticked >= 0),
  open_disputes int not null default 0 check (open_disputes >= 0),
  opening app.amount not null default 0,
  received app.amount not null default 0,
  returned app.amount not null default 0,
  price_difference app.amount not null default 0,
  invoiced app.amount not null default 0,
  credited app.amount not null default 0,
  paid app.amount not null default 0,
  -- What the buyer owes by invoices at the end of the period.
  closing app.amount not null default 0,
  -- What was received in the period and is not invoiced by it; below zero where more was invoiced.
  uninvoiced app.amount not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  actor_id uuid not null,
  unique (id, buyer_id, supplier_id),
  check (buyer_id <> supplier_id),
  check (drafted_by in (buyer_id, supplier_id)),
  constraint statement_period check (period_from <= period_to),
  constraint statement_closing check (closing = opening + invoiced - credited - paid),
  constraint statement_uninvoiced check (uninvoiced = received - returned + price_difference - invoiced + credited),
  constraint statement_counts check (excluded_count + greatest(buyer_ticked, supplier_ticked, open_disputes) <= line_count),
  constraint statement_sent check ((status in ('DRAFT', 'WITHDRAWN') or num_nulls(sent_on, answer_due_on) = 0) and (status <> 'DRAFT' or sent_on is null)),
  constraint statement_disputed check ((status = 'DISPUTED') = (status in ('SENT', 'DISPUTED', 'CONFIRMED') and open_disputes > 0)),
  constraint statement_confirmed check (case status when 'CONFIRMED'
    then coalesce(confirmed_on = greatest(buyer_confirmed_on, supplier_confirmed_on) and num_nulls(buyer_confirmed_on, supplier_confirmed_on) = 0
      and least(buyer_ticked, supplier_ticked) = line_count - excluded_count, false)
    else confirmed_on is null end),
  check ((waits_for is null) = (waits_since is null)),
  foreign key (agreement_id, buyer_id, supplier_id) references app.trade_agreement (id, buyer_id, supplier_id),
  foreign key (previous_id, buyer_id, supplier_id) references app.statement (id, buyer_id, supplier_id)
);
create unique index statement_number_once on app.statement (buyer_id, supplier_id, number_key) where status <> 'WITHDRAWN';
-- The balances of a pair make one chain: a statement is followed by one, and one begins it.
create unique index statement_chain on app.statement (buyer_id, supplier_id, currency, previous_id) nulls not distinct where status <> 'WITHDRAWN';
create index statement_previous on app.statement (previous_id) where previous_id is not null;
create index statement_buyer on app.statement (buyer_id, created_at, id);
create index statement_supplier on app.statement (supplier_id, created_at, id);
create index statement_buyer_period on app.statement (buyer_id, period_to, id);
create index statement_supplier_period on app.statement (supplier_id, period_to, id);
create index statement_buyer_status on app.statement (buyer_id, status, created_at, id);
create index statement_supplier_status on app.statement (supplier_id, status, created_at, id);
create index statement_buyer_waits on app.statement (buyer_id, waits_since, id) where waits_for is not null;
create index statement_supplier_waits on app.statement (supplier_id, waits_since, id) where waits_for is not null;
call app.protect('app.statement', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke update on app.statement from hub_app, hub_worker;
grant update (status, version, sent_on, answer_due_on, answer_due_provisional, answered_on, waits_for, waits_since,
  buyer_confirmed_on, supplier_confirmed_on, confirmed_on) on app.statement to hub_app, hub_worker;

-- One line of the account: what it is about, how much, and how each side looks at it.
create table app.statement_line (
  id uuid primary key,
  statement_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  position int not null check (position between 1 and 20000),
  kind text not null check (kind in ('OPENING', 'RECEIPT', 'RETURN', 'PRICE_DIFFERENCE', 'INVOICE', 'CREDIT', 'PAYMENT')),
  -- What it holds: a document, or a line of one that tells of goods; of an opening balance, the statement before.
  subject_id uuid not null,
  -- Where that is shown: a GraphQL type and its id.
  document_type text not null check (document_type ~ '^[A-Z][A-Za-z]{1,59}$'),
  document_id uuid not null,
  day date not null,
  reference text not null check (length(reference) between 1 and 200),
  reference_key text not null check (length(reference_key) between 1 and 400),
  order_id uuid,
  order_line_id uuid,
  quantity numeric check (quantity > 0),
  unit text check (unit ~ '^[0-9A-Z]{1,3}$'),
  -- Tax included. Null where goods have no agreed price: no data is not zero.
  amount app.amount,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- The line of an earlier statement that was set aside and comes again here.
  carried_from uuid,
  -- Whether it holds its subject: not once it is set aside or its statement is withdrawn.
  live boolean not null default true,
  excluded boolean not null default false,
  buyer_mark text check (buyer_mark in ('TICKED', 'DISPUTED')),
  supplier_mark text check (supplier_mark in ('TICKED', 'DISPUTED')),
  unique (id, statement_id, buyer_id, supplier_id),
  unique (statement_id, position),
  check ((quantity is null) = (unit is null)),
  check (amount is not null or kind in ('RECEIPT', 'RETURN')),
  check (kind in ('OPENING', 'PRICE_DIFFERENCE') or amount >= 0),
  check (not (live and excluded)),
  constraint opening_not_set_aside check (not (excluded and kind = 'OPENING')),
  foreign key (statement_id, buyer_id, supplier_id) references app.statement (id, buyer_id, supplier_id),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id),
  foreign key (order_line_id, order_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id),
  foreign key (carried_from) references app.statement_line (id)
);
-- A document stands in one live statement only; what begins with a balance is kept by the chain of statements.
create unique index statement_subject_once on app.statement_line (kind, subject_id) where live and kind <> 'OPENING';
create index statement_line_statement on app.statement_line (statement_id, position, id);
create index statement_line_subject on app.statement_line (subject_id);
create index statement_line_buyer on app.statement_line (buyer_id, statement_id);
create index statement_line_supplier on app.statement_line (supplier_id, statement_id);
call app.protect('app.statement_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
-- How each side looks at a line changes by the guard, which is not among the acting roles.
drop trigger history on app.statement_line;
create trigger history before delete or truncate on app.statement_line for each statement execute function app.refuse_change();

-- What a side says of a line, in the order in which it was said.
create table app.statement_mark (
  id uuid primary key,
  line_id uuid not null,
  statement_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  side text not null check (side in ('BUYER', 'SUPPLIER')),
  -- EXCLUDE: agrees that a line which the other side disputes waits for the next statement.
  kind text not null check (kind in ('TICK', 'DISPUTE', 'EXCLUDE')),
  -- Whether a comparison with the side's own ledger ticked it.
  by_match boolean not null default false,
  reason text check (length(reason) between 1 and 1000),
  -- What the side's own books say instead.
  claimed app.amount,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  org_id uuid not null,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint dispute_has_reason check (kind <> 'DISPUTE' or reason is not null),
  check (not by_match or kind = 'TICK'),
  check (claimed is null or kind = 'DISPUTE'),
  foreign key (line_id, statement_id, buyer_id, supplier_id) references app.statement_line (id, statement_id, buyer_id, supplier_id)
);
create index statement_mark_line on app.statement_mark (line_id, at, id);
create index statement_mark_statement on app.statement_mark (statement_id, at, id);
call app.protect('app.statement_mark', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- Each step of a statement as a whole.
create table app.statement_step (
  id uuid primary key,
  statement_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  -- LAPSED: a confirmation that a later dispute took away.
  kind text not null check (kind in ('DRAFTED', 'SENT', 'CONFIRMED', 'LAPSED', 'WITHDRAWN')),
  side text not null check (side in ('BUYER', 'SUPPLIER')),
  note text check (length(note) between 1 and 1000),
  org_id uuid not null,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  foreign key (statement_id, buyer_id, supplier_id) references app.statement (id, buyer_id, supplier_id)
);
create index statement_step_statement on app.statement_step (statement_id, at, id);
call app.protect('app.statement_step', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
