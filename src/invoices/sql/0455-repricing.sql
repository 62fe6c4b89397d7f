-- What a changed price of a frame agreement means for what was invoiced already: a signed list, agreed by both sides, and the
-- documents that settle it. Amounts below zero are the buyer's.
create table app.repricing (
  id uuid primary key,
  buyer_id uuid not null references app.organisation,
  supplier_id uuid not null references app.organisation,
  -- The frame agreement, and its revision that changed prices.
  order_id uuid not null,
  revision int not null check (revision > 1),
  -- REPLACED: computed anew before anybody agreed.
  status text not null default 'PROPOSED' check (status in ('PROPOSED', 'AGREED', 'SETTLED', 'REPLACED')),
  version int not null default 1 check (version > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  line_count int not null check (line_count between 1 and 20000),
  net app.amount not null,
  tax app.amount not null,
  total app.amount not null,
  -- The invoices whose sum is above zero, and those below, each as a positive sum.
  surplus app.amount not null check (surplus >= 0),
  deficit app.amount not null check (deficit >= 0),
  -- Present view, kept by the guard on settlements: of both, what documents cover.
  surplus_settled app.amount not null default 0 check (surplus_settled >= 0),
  deficit_settled app.amount not null default 0 check (deficit_settled >= 0),
  buyer_agreed_on date,
  supplier_agreed_on date,
  agreed_on date,
  settled_on date,
  actor_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, buyer_id, supplier_id),
  constraint repricing_sums check (total = net + tax and total = surplus - deficit),
  constraint repricing_agreed check (case when status in ('AGREED', 'SETTLED')
    then coalesce(agreed_on = greatest(buyer_agreed_on, supplier_agreed_on) and num_nulls(buyer_agreed_on, supplier_agreed_on) = 0, false)
    else agreed_on is null end),
  constraint repricing_settled check ((status = 'SETTLED') = (settled_on is not null)
    and (status = 'SETTLED') = (surplus_settled = surplus and deficit_settled = deficit and status <> 'REPLACED' and agreed_on is not null)),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id),
  foreign key (order_id, revision) references app.order_agreement (order_id, revision)
);
-- One list of a revision is under discussion; what it left out, a later one takes up.
create unique index repricing_proposed_once on app.repricing (order_id, revision) where status = 'PROPOSED';
create index repricing_order on app.repricing (order_id, created_at, id);
create index repricing_buyer on app.repricing (buyer_id, created_at, id);
create index repricing_supplier on app.repricing (supplier_id, created_at, id);
call app.protect('app.repricing', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke update on app.repricing from hub_app, hub_worker;
grant update (status, version, buyer_agreed_on, supplier_agreed_on, agreed_on, settled_on) on app.repricing to hub_app, hub_worker;

-- The list by invoice.
create table app.repricing_invoice (
  id uuid primary key,
  repricing_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  invoice_id uuid not null,
  position int not null check (position between 1 and 20000),
  net app.amount not null,
  tax app.amount not null,
  total app.amount not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  settled app.amount not null default 0,
  unique (id, repricing_id, buyer_id, supplier_id),
  unique (repricing_id, invoice_id),
  check (total = net + tax),
  constraint repricing_not_over check (settled between 0 and abs(total)),
  foreign key (repricing_id, buyer_id, supplier_id) references app.repricing (id, buyer_id, supplier_id),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id)
);
create index repricing_invoice_list on app.repricing_invoice (repricing_id, position, id);
create index repricing_invoice_invoice on app.repricing_invoice (invoice_id);
call app.protect('app.repricing_invoice', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
drop trigger history on app.repricing_invoice;
create trigger history before delete or truncate on app.repricing_invoice for each statement execute function app.refuse_change();

-- The list by line: (new price - old price) x invoiced quantity, posted, with its tax.
create table app.repricing_line (
  id uuid primary key,
  repricing_id uuid not null,
  repricing_invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  invoice_line_id uuid not null,
  invoice_id uuid not null,
  -- The frame and revision of the list, the frame's line, and the call-off's line that was invoiced.
  frame_id uuid not null,
  revision int not null,
  frame_line_id uuid not null,
  order_id uuid not null,
  order_line_id uuid not null,
  position int not null check (position between 1 and 20000),
  -- The day whose price holds: on which the call-off was issued.
  priced_on date not null,
  -- Invoiced and not credited, in the unit of the call-off's line; prices are for one of it.
  quantity app.quantity not null,
  unit text not null check (unit ~ '^[0-9A-Z]{1,3}$'),
  old_price numeric not null check (old_price >= 0),
  new_price numeric not null check (new_price >= 0),
  net app.amount not null,
  tax_rate app.price not null,
  tax app.amount not null,
  total app.amount not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Whether it holds its invoice line: not once its list is replaced.
  live boolean not null default true,
  check (old_price <> new_price),
  check (total = net + tax),
  foreign key (repricing_invoice_id, repricing_id, buyer_id, supplier_id) references app.repricing_invoice (id, repricing_id, buyer_id, supplier_id),
  foreign key (invoice_line_id, invoice_id, buyer_id, supplier_id) references app.invoice_line (id, invoice_id, buyer_id, supplier_id),
  foreign key (frame_line_id, frame_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id),
  foreign key (order_line_id, order_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id)
);
-- An invoiced line is priced anew once for a revision.
create unique index repricing_line_once on app.repricing_line (invoice_line_id, frame_id, revision) where live;
create index repricing_line_list on app.repricing_line (repricing_id, position, id);
create index repricing_line_invoice on app.repricing_line (repricing_invoice_id, position, id);
call app.protect('app.repricing_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
drop trigger history on app.repricing_line;
create trigger history before delete or truncate on app.repricing_line for each statement execute function app.refuse_change();

-- That a side agreed.
create table app.repricing_agreement (
  id uuid primary key,
  repricing_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  side text not null check (side in ('BUYER', 'SUPPLIER')),
  note text check (length(note) between 1 and 1000),
  org_id uuid not null,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint repricing_agreed_once unique (repricing_id, side),
  foreign key (repricing_id, buyer_id, supplier_id) references app.repricing (id, buyer_id, supplier_id)
);
call app.protect('app.repricing_agreement', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- Which document settles which part: a further invoice what is above zero, a credit note or red invoice what is below.
create table app.repricing_settlement (
  id uuid primary key,
  repricing_id uuid not null,
  repricing_invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  invoice_id uuid,
  credit_note_id uuid,
  amount app.amount not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  org_id uuid not null,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  -- Since when it settles no more, because its invoice was rejected or voided. Set by the guard alone.
  released_at timestamptz,
  check (num_nonnulls(invoice_id, credit_note_id) = 1),
  unique nulls not distinct (repricing_invoice_id, invoice_id, credit_note_id),
  foreign key (repricing_invoice_id, repricing_id, buyer_id, supplier_id) references app.repricing_invoice (id, repricing_id, buyer_id, supplier_id),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id),
  foreign key (credit_note_id, buyer_id, supplier_id) references app.credit_note (id, buyer_id, supplier_id)
);
create index repricing_settlement_list on app.repricing_settlement (repricing_id, at, id);
create index repricing_settlement_invoice on app.repricing_settlement (invoice_id) where invoice_id is not null;
create index repricing_settlement_credit on app.repricing_settlement (credit_note_id) where credit_note_id is not null;
call app.protect('app.repricing_settlement', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
drop trigger history on app.repricing_settlement;
create trigger history before delete or truncate on app.repricing_settlement for each statement execute function app.refuse_change();
