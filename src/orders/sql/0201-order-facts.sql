-- Every revision that an order has had; which of them were in force stands in order_agreement.
create table app.order_revision (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  revision int not null check (revision > 0),
  origin text not null check (origin in ('ISSUED', 'REPLACED', 'CHANGED')),
  -- The accepted proposal that made it.
  proposal_id uuid,
  org_id uuid not null,
  actor_id uuid not null,
  header jsonb not null,
  header_changes jsonb not null default '[]',
  total app.amount not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint revision_once unique (order_id, revision),
  check ((origin = 'CHANGED') = (proposal_id is not null)),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
call app.protect('app.order_revision', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- The lines that a revision set; a line not among them stood as before.
create table app.order_revision_line (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  revision int not null,
  line_no text not null,
  position int not null,
  kind text not null check (kind in ('ADDED', 'CHANGED', 'ENDED', 'REFUSED', 'REOPENED')),
  content jsonb not null check (content->>'state' in ('ACTIVE', 'ENDED', 'REFUSED')),
  changes jsonb not null default '[]',
  amount app.amount,
  unique (order_id, revision, line_no),
  foreign key (order_id, revision) references app.order_revision (order_id, revision),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
call app.protect('app.order_revision_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- That both sides agreed on a revision, and when.
create table app.order_agreement (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  revision int not null,
  org_id uuid not null,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (order_id, revision),
  foreign key (order_id, revision) references app.order_revision (order_id, revision),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
call app.protect('app.order_agreement', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

alter table app.orders
  add constraint revision_exists foreign key (id, revision) references app.order_revision (order_id, revision) deferrable initially deferred,
  add constraint agreement_exists foreign key (id, agreed_revision) references app.order_agreement (order_id, revision) deferrable initially deferred;

-- A change of the next revision that one side proposes on a stated base. Its content never changes, only its fate, once.
create table app.order_proposal (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  side text not null check (side in ('BUYER', 'SUPPLIER')),
  base_revision int not null,
  status text not null default 'OPEN' check (status in ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
  version int not null default 1 check (version > 0),
  ends_order boolean not null,
  number text check (length(number) between 1 and 100),
  number_key text check (length(number_key) between 1 and 200),
  note text check (length(note) between 1 and 4000),
  header_before jsonb not null,
  header_after jsonb not null,
  header_changes jsonb not null default '[]',
  total_before app.amount not null,
  total_after app.amount not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  decision_reason text check (length(decision_reason) between 1 and 4000),
  decided_by uuid,
  decided_at timestamptz,
  unique (id, order_id, buyer_id, supplier_id),
  check ((number is null) = (number_key is null)),
  check ((status = 'OPEN') = (decided_at is null)),
  constraint proposal_number_once unique (order_id, side, number_key),
  foreign key (order_id, base_revision) references app.order_revision (order_id, revision),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create unique index proposal_one_open on app.order_proposal (order_id, side) where status = 'OPEN';
create index order_proposal_order on app.order_proposal (order_id, at, id);
create index order_proposal_buyer on app.order_proposal (buyer_id, status, at, id);
create index order_proposal_supplier on app.order_proposal (supplier_id, status, at, id);
call app.protect('app.order_proposal', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke update on app.order_proposal from hub_app, hub_worker;
grant update (status, version, decision_reason, decided_by, decided_at) on app.order_proposal to hub_app, hub_worker;

alter table app.order_revision
  add foreign key (proposal_id, order_id, buyer_id, supplier_id) references app.order_proposal (id, order_id, buyer_id, supplier_id);
create unique index order_revision_proposal on app.order_revision (proposal_id) where proposal_id is not null;

create table app.order_proposal_line (
  id uuid primary key,
  proposal_id uuid not null,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  line_no text not null,
  position int not null,
  kind text not null check (kind in ('ADDED', 'CHANGED', 'ENDED', 'REFUSED', 'REOPENED')),
  before jsonb,
  after jsonb not null,
  changes jsonb not null default '[]',
  unique (proposal_id, line_no),
  check ((kind = 'ADDED') = (before is null)),
  foreign key (proposal_id, order_id, buyer_id, supplier_id) references app.order_proposal (id, order_id, buyer_id, supplier_id)
);
call app.protect('app.order_proposal_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- What the supplier answered, word by word (UN/EDIFACT 4343), and what it came to.
create table app.order_response (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  revision int not null,
  code text not null check (code in ('AB', 'AP', 'RE', 'CA')),
  outcome text not null check (outcome in ('NOTED', 'ACCEPTED', 'REFUSED', 'COUNTERED', 'CHANGE_ACCEPTED', 'CHANGE_REFUSED')),
  -- The buyer's change that it answers, and the change that it proposes.
  answers_id uuid,
  proposes_id uuid,
  number text check (length(number) between 1 and 100),
  number_key text check (length(number_key) between 1 and 200),
  note text check (length(note) between 1 and 4000),
  sales_order_number text check (length(sales_order_number) between 1 and 200),
  promised_from date,
  promised_to date,
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, order_id, buyer_id, supplier_id),
  constraint response_number_once unique (order_id, number_key),
  foreign key (order_id, revision) references app.order_revision (order_id, revision),
  foreign key (answers_id, order_id, buyer_id, supplier_id) references app.order_proposal (id, order_id, buyer_id, supplier_id),
  foreign key (proposes_id, order_id, buyer_id, supplier_id) references app.order_proposal (id, order_id, buyer_id, supplier_id),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
create index order_response_order on app.order_response (order_id, at, id);
call app.protect('app.order_response', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

create table app.order_response_line (
  id uuid primary key,
  response_id uuid not null,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  line_no text not null,
  position int not null,
  action text not null check (action in ('1', '3', '5', '7', '42')),
  note text check (length(note) between 1 and 4000),
  unique (response_id, line_no),
  foreign key (response_id, order_id, buyer_id, supplier_id) references app.order_response (id, order_id, buyer_id, supplier_id)
);
create index order_response_line_order on app.order_response_line (order_id, line_no);
call app.protect('app.order_response_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- That the buyer took an offer back before it was agreed. An agreed order ends by a proposal instead.
create table app.order_cancellation (
  id uuid primary key,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  revision int not null,
  number text check (length(number) between 1 and 100),
  reason text check (length(reason) between 1 and 4000),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (order_id),
  foreign key (order_id, revision) references app.order_revision (order_id, revision),
  foreign key (order_id, buyer_id, supplier_id) references app.orders (id, buyer_id, supplier_id)
);
call app.protect('app.order_cancellation', parties => array['buyer_id'], writes => array['insert']);
create policy supplier_select on app.order_cancellation for select to hub_app, hub_worker using (coalesce(supplier_id = (select app.me()), false));
