-- What a buyer says that came (UBL ReceiptAdvice). The truth of what came: despatches only announce it.
create table app.receipt_advice (
  id uuid primary key,
  buyer_id uuid not null references app.organisation,
  supplier_id uuid not null references app.organisation,
  despatch_id uuid,
  number text not null check (length(number) between 1 and 100),
  number_key text not null check (length(number_key) between 1 and 200),
  received_on date not null,
  -- Counts what followed from it; what it says never changes.
  version int not null default 1 check (version > 0),
  note text check (length(note) between 1 and 4000),
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  line_count int not null check (line_count between 1 and 1000),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, buyer_id, supplier_id),
  check (buyer_id <> supplier_id),
  constraint received_not_in_future check (received_on <= (business_time at time zone 'Asia/Shanghai')::date),
  constraint receipt_number_once unique (buyer_id, supplier_id, number_key),
  foreign key (despatch_id, buyer_id, supplier_id) references app.despatch_advice (id, buyer_id, supplier_id)
);
create index receipt_advice_buyer on app.receipt_advice (buyer_id, at, id);
create index receipt_advice_supplier on app.receipt_advice (supplier_id, at, id);
create index receipt_advice_buyer_received on app.receipt_advice (buyer_id, received_on, id);
create index receipt_advice_supplier_received on app.receipt_advice (supplier_id, received_on, id);
create index receipt_advice_despatch on app.receipt_advice (despatch_id) where despatch_id is not null;
call app.protect('app.receipt_advice', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke update on app.receipt_advice from hub_app, hub_worker;
grant update (version) on app.receipt_advice to hub_app, hub_worker;
create policy by_buyer on app.receipt_advice as restrictive for insert to hub_app, hub_worker
  with check (coalesce(buyer_id = (select app.me()), false));

create table app.receipt_line (
  id uuid primary key,
  receipt_id uuid not null,
  order_id uuid not null,
  line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  despatch_id uuid,
  despatch_line_id uuid,
  line_no text not null check (length(line_no) between 1 and 50),
  document_line text check (length(document_line) between 1 and 50),
  position int not null check (position between 1 and 1000),
  -- As written, in the unit as written.
  unit text not null check (unit ~ '^[0-9A-Z]{1,3}$'),
  received_written app.measure not null,
  short_written app.measure not null,
  rejected_written app.measure not null,
  -- The same, exactly, in the unit of the order's line. Received is what came and was kept.
  received app.measure not null,
  short app.measure not null,
  short_action text check (short_action in ('SEND_REST', 'CREDIT', 'CANCEL_REST', 'NONE')),
  rejected app.measure not null,
  reject_reason text check (reject_reason in ('OVER_SUPPLY', 'DAMAGED', 'WRONG_ITEM', 'QUALITY', 'TOO_EARLY', 'TOO_LATE', 'DOCUMENTS', 'OTHER')),
  reject_action text check (reject_action in ('RETURN', 'REPLACE', 'CREDIT', 'DISPOSE', 'NONE')),
  lot text check (length(lot) between 1 and 100),
  note text check (length(note) between 1 and 4000),
  -- What became of what was received: kept by guards alone.
  accepted app.measure not null default 0,
  refused app.measure not null default 0,
  returned app.measure not null default 0,
  invoiced app.measure not null default 0,
  unique (id, order_id, line_id, buyer_id, supplier_id),
  unique (receipt_id, position),
  check (received + short + rejected > 0),
  check ((short = 0) = (short_action is null)),
  check ((rejected = 0) = (reject_reason is null) and (rejected = 0) = (reject_action is null)),
  check ((despatch_line_id is null) or (despatch_id is not null)),
  constraint decided_within_received check (accepted + refused <= received),
  constraint returned_within_accepted check (returned <= accepted),
  constraint invoiced_within_accepted check (invoiced <= accepted),
  foreign key (receipt_id, buyer_id, supplier_id) references app.receipt_advice (id, buyer_id, supplier_id),
  foreign key (line_id, order_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id),
  constraint receipt_of_despatch_line foreign key (despatch_line_id, despatch_id, line_id, buyer_id, supplier_id)
    references app.despatch_line (id, despatch_id, line_id, buyer_id, supplier_id)
) with (fillfactor = 60);
create index receipt_line_line on app.receipt_line (line_id, id);
create index receipt_line_order on app.receipt_line (order_id, receipt_id);
create index receipt_line_despatch on app.receipt_line (despatch_line_id) where despatch_line_id is not null;
call app.protect('app.receipt_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
create policy by_buyer on app.receipt_line as restrictive for insert to hub_app, hub_worker
  with check (coalesce(buyer_id = (select app.me()), false));
-- The counters change by guards, which are not among the acting roles.
drop trigger history on app.receipt_line;
create trigger history before delete or truncate on app.receipt_line for each statement execute function app.refuse_change();
drop trigger history on app.despatch_line;
create trigger history before delete or truncate on app.despatch_line for each statement execute function app.refuse_change();

alter table app.delivery_reference
  add foreign key (receipt_id, buyer_id, supplier_id) references app.receipt_advice (id, buyer_id, supplier_id);

-- That the buyer wants no more of a line, or wants it again after all.
create table app.line_closing (
  id uuid primary key,
  order_id uuid not null,
  line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  closes boolean not null,
  reason text not null check (length(reason) between 1 and 4000),
  closed_on date not null,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  foreign key (line_id, order_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id)
);
create index line_closing_line on app.line_closing (line_id, at, id);
call app.protect('app.line_closing', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
create policy by_buyer on app.line_closing as restrictive for insert to hub_app, hub_worker
  with check (coalesce(buyer_id = (select app.me()), false));

-- Days that the supplier expects after the agreement, without changing what was agreed.
create table app.delivery_promise (
  id uuid primary key,
  order_id uuid not null,
  line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  schedule_no text not null check (length(schedule_no) between 1 and 50),
  promised_on date not null,
  reason_code text not null check (reason_code in ('MATERIAL', 'CAPACITY', 'QUALITY', 'TRANSPORT', 'FORCE_MAJEURE', 'BUYER', 'EARLIER', 'OTHER')),
  reason text check (length(reason) between 1 and 500),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  foreign key (line_id, order_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id)
);
create index delivery_promise_line on app.delivery_promise (line_id, schedule_no, at, id);
call app.protect('app.delivery_promise', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
create policy by_supplier on app.delivery_promise as restrictive for insert to hub_app, hub_worker
  with check (coalesce(supplier_id = (select app.me()), false));
