-- A file that a party put beside a document of the trade. It is never taken away again; a later fact may say that another took its place.
alter table app.acceptance add unique (id, buyer_id, supplier_id);
alter table app.dispute add unique (id, buyer_id, supplier_id);

create table app.attachment (
  id uuid primary key,
  buyer_id uuid not null,
  supplier_id uuid not null,
  -- Who attached it.
  owner_id uuid not null,
  actor_id uuid not null,
  file_id uuid not null,
  kind text not null check (kind in ('CONTRACT', 'ORDER', 'DELIVERY_NOTE', 'RECEIPT', 'ACCEPTANCE_RECORD', 'INVOICE', 'PHOTO', 'OTHER')),
  note text check (length(note) between 1 and 1000),
  -- The document: exactly one, and of the same two parties.
  order_id uuid,
  despatch_id uuid,
  receipt_id uuid,
  acceptance_id uuid,
  return_id uuid,
  invoice_id uuid,
  credit_note_id uuid,
  dispute_id uuid,
  statement_id uuid,
  payment_id uuid,
  subject_id uuid generated always as (coalesce(order_id, despatch_id, receipt_id, acceptance_id, return_id, invoice_id, credit_note_id,
    dispute_id, statement_id, payment_id)) stored,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, owner_id, buyer_id, supplier_id),
  unique (id, subject_id),
  constraint attached_to_one check (num_nonnulls(order_id, despatch_id, receipt_id, acceptance_id, return_id, invoice_id, credit_note_id, dispute_id,
    statement_id, payment_id) = 1),
  constraint attached_by_party check (owner_id in (buyer_id, supplier_id)),
  constraint attached_once unique (file_id, subject_id),
  foreign key (file_id, owner_id) references app.file (id, org_id),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id),
  foreign key (despatch_id, buyer_id, supplier_id) references app.despatch_advice (id, buyer_id, supplier_id),
  foreign key (receipt_id, buyer_id, supplier_id) references app.receipt_advice (id, buyer_id, supplier_id),
  foreign key (acceptance_id, buyer_id, supplier_id) references app.acceptance (id, buyer_id, supplier_id),
  foreign key (return_id, buyer_id, supplier_id) references app.goods_return (id, buyer_id, supplier_id),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id),
  foreign key (credit_note_id, buyer_id, supplier_id) references app.credit_note (id, buyer_id, supplier_id),
  foreign key (dispute_id, buyer_id, supplier_id) references app.dispute (id, buyer_id, supplier_id),
  foreign key (statement_id, buyer_id, supplier_id) references app.statement (id, buyer_id, supplier_id),
  foreign key (payment_id, buyer_id, supplier_id) references app.payment (id, buyer_id, supplier_id)
);
create index attachment_subject on app.attachment (subject_id, at, id);
create index attachment_buyer on app.attachment (buyer_id, at, id);
create index attachment_supplier on app.attachment (supplier_id, at, id);
call app.protect('app.attachment', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
create policy by_owner on app.attachment as restrictive for insert to hub_app, hub_worker with check (coalesce(owner_id = (select app.me()), false));

-- Its owner says that it counts no more, and which other file of the same document took its place.
create table app.attachment_superseded (
  id uuid primary key,
  attachment_id uuid not null,
  -- The document of both.
  subject_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  owner_id uuid not null,
  actor_id uuid not null,
  by_id uuid,
  reason text not null check (length(reason) between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint superseded_once unique (attachment_id),
  check (by_id <> attachment_id),
  foreign key (attachment_id, owner_id, buyer_id, supplier_id) references app.attachment (id, owner_id, buyer_id, supplier_id),
  foreign key (attachment_id, subject_id) references app.attachment (id, subject_id),
  foreign key (by_id, subject_id) references app.attachment (id, subject_id)
);
call app.protect('app.attachment_superseded', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
create policy by_owner on app.attachment_superseded as restrictive for insert to hub_app, hub_worker
  with check (coalesce(owner_id = (select app.me()), false));

-- The evidence of an invoice as it stood: the canonical text of the list and its digest, which the text must bear out.
create table app.evidence_seal (
  id uuid primary key,
  invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  -- Who sealed it.
  owner_id uuid not null,
  actor_id uuid not null,
  list text not null check (length(list) between 2 and 20000000),
  sha256 bytea not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint seal_bears_out check (sha256 = sha256(convert_to(list, 'UTF8'))),
  constraint sealed_by_party check (owner_id in (buyer_id, supplier_id)),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id)
);
create index evidence_seal_invoice on app.evidence_seal (invoice_id, at, id);
call app.protect('app.evidence_seal', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
create policy by_owner on app.evidence_seal as restrictive for insert to hub_app, hub_worker with check (coalesce(owner_id = (select app.me()), false));
