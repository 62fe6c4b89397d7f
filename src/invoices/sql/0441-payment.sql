-- That the buyer says it has paid: a remittance advice. An instrument that was not agreed to settle is recorded and settles nothing
-- until the supplier has the money (Order 802 art. 11).
create table app.payment (
  id uuid primary key,
  buyer_id uuid not null references app.organisation,
  supplier_id uuid not null references app.organisation,
  number text not null check (length(number) between 1 and 100),
  number_key text not null check (length(number_key) between 1 and 200),
  paid_on date not null,
  amount app.amount not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  instrument text not null check (instrument in ('TRANSFER', 'CASH', 'CHEQUE', 'BILL', 'VOUCHER')),
  -- Why it settles or does not.
  clause text not null check (clause in ('MONEY', 'AGREED_TO_SETTLE', 'NOT_AGREED')),
  status text not null check (status in ('APPLIED', 'HELD')),
  version int not null default 1 check (version > 0),
  -- The day from which it counts: when it was paid, or when a held one turned into money.
  value_on date,
  end_to_end_id text check (length(end_to_end_id) between 1 and 35),
  note text check (length(note) between 1 and 1000),
  actor_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, buyer_id, supplier_id),
  constraint payment_number_once unique (buyer_id, supplier_id, number_key),
  -- ISO 20022 EndToEndId: what the bank reports is matched by it.
  constraint payment_end_to_end_once unique (buyer_id, end_to_end_id),
  check (buyer_id <> supplier_id),
  check ((status = 'APPLIED') = (value_on is not null)),
  check (clause = 'MONEY' or instrument in ('BILL', 'VOUCHER'))
);
create index payment_buyer on app.payment (buyer_id, created_at, id);
create index payment_supplier on app.payment (supplier_id, created_at, id);
create index payment_buyer_paid on app.payment (buyer_id, paid_on, id);
create index payment_supplier_paid on app.payment (supplier_id, paid_on, id);
call app.protect('app.payment', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
revoke update on app.payment from hub_app, hub_worker;
grant update (status, version, value_on) on app.payment to hub_app, hub_worker;
insert into app.lifecycle_pair (machine, from_status, to_status) values
  ('payment', '', 'APPLIED'), ('payment', '', 'HELD'), ('payment', 'HELD', 'APPLIED');
create trigger lifecycle before insert or update on app.payment for each row execute function app.follow_lifecycle('payment');

-- What the buyer means it for: the debtor designates (Civil Code art. 560).
create table app.payment_line (
  id uuid primary key,
  payment_id uuid not null,
  payable_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  position int not null check (position between 1 and 500),
  amount app.amount not null check (amount > 0),
  -- Costs of collection that the buyer acknowledges with it.
  costs app.amount not null default 0 check (costs >= 0 and costs <= amount),
  unique (payment_id, payable_id),
  unique (payment_id, position),
  foreign key (payment_id, buyer_id, supplier_id) references app.payment (id, buyer_id, supplier_id),
  foreign key (payable_id, buyer_id, supplier_id) references app.payable (id, buyer_id, supplier_id)
);
create index payment_line_payable on app.payment_line (payable_id, payment_id);
call app.protect('app.payment_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- Interest on a payable from one day to another at one amount, posted when a payment came between.
create table app.interest_posting (
  id uuid primary key,
  payable_id uuid not null,
  payment_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  from_on date not null,
  to_on date not null,
  days int not null check (days > 0),
  principal app.amount not null check (principal > 0),
  rule text not null check (rule in ('AGREED', 'AGREED_RAISED_TO_LPR', 'STATUTORY_DAILY', 'LPR_VOID_CLAUSE')),
  rate numeric(12,8) not null,
  rate_unit text not null check (rate_unit in ('PER_YEAR', 'PER_DAY')),
  rate_basis int,
  source text not null check (length(source) between 1 and 200),
  amount app.amount not null check (amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint posting_days check (days = to_on - from_on),
  -- Rounded to the digits of its currency, none of which is larger than one.
  constraint posting_figure check (abs(amount - principal * rate * days / coalesce(rate_basis, 1)) <= 0.5),
  constraint posting_once unique (payable_id, from_on),
  foreign key (payable_id, buyer_id, supplier_id) references app.payable (id, buyer_id, supplier_id),
  foreign key (payment_id, buyer_id, supplier_id) references app.payment (id, buyer_id, supplier_id)
);
create index interest_posting_buyer on app.interest_posting (buyer_id, payable_id, from_on);
create index interest_posting_supplier on app.interest_posting (supplier_id, payable_id, from_on);
call app.protect('app.interest_posting', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- What a payment was applied to. The sum of the applications is the payment.
create table app.payment_allocation (
  id uuid primary key,
  payment_id uuid not null,
  payable_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  position int not null check (position > 0),
  component text not null check (component in ('COSTS', 'INTEREST', 'PRINCIPAL')),
  -- The order by which the payment was split, stored with the figure.
  rule text not null check (rule in ('CIVIL_CODE_561', 'PRINCIPAL_FIRST')),
  amount app.amount not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint allocation_once unique (payment_id, payable_id, component),
  unique (payment_id, position),
  foreign key (payment_id, payable_id) references app.payment_line (payment_id, payable_id),
  foreign key (payment_id, buyer_id, supplier_id) references app.payment (id, buyer_id, supplier_id),
  foreign key (payable_id, buyer_id, supplier_id) references app.payable (id, buyer_id, supplier_id)
);
create index payment_allocation_payable on app.payment_allocation (payable_id, at, id);
create index payment_allocation_buyer on app.payment_allocation (buyer_id, payment_id, position);
create index payment_allocation_supplier on app.payment_allocation (supplier_id, payment_id, position);
call app.protect('app.payment_allocation', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- That the supplier has the money, and since when.
create table app.payment_confirmation (
  id uuid primary key,
  payment_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  received_on date not null,
  note text check (length(note) between 1 and 1000),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint payment_confirmed_once unique (payment_id),
  foreign key (payment_id, buyer_id, supplier_id) references app.payment (id, buyer_id, supplier_id)
);
create index payment_confirmation_buyer on app.payment_confirmation (buyer_id, payment_id);
create index payment_confirmation_supplier on app.payment_confirmation (supplier_id, payment_id);
call app.protect('app.payment_confirmation', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
create trigger hands before insert on app.payment_confirmation for each row execute function app.supplier_hands();

-- The buyer says that it pays; a held payment is turned into money by the supplier, who has it.
create function app.payment_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if app.me() is distinct from new.buyer_id then perform app.wrong_hands('a payment is advised by its buyer'); end if;
  elsif new.status <> old.status and not exists (select from app.payment_confirmation c where c.payment_id = new.id and c.supplier_id = app.me()) then
    perform app.wrong_hands('a held payment counts once its supplier has the money');
  elsif new.status = old.status and new.value_on is distinct from old.value_on then
    perform app.wrong_hands('the day of a payment does not change');
  end if;
  return new;
end $$;
create trigger hands before insert or update on app.payment for each row execute function app.payment_hands();

-- What the buyer designates is written with the payment, what it is applied to with its application.
create function app.payment_line_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from app.payment p where p.id = new.payment_id and p.buyer_id = app.me() and p.xmin = pg_current_xact_id()::xid) then
    perform app.wrong_hands('a payment says at once what it is for');
  end if;
  return new;
end $$;
create trigger hands before insert on app.payment_line for each row execute function app.payment_line_hands();
create function app.payment_part_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from app.payment p where p.id = new.payment_id and p.status = 'APPLIED' and p.currency = new.currency
      and p.xmin = pg_current_xact_id()::xid) then
    perform app.wrong_hands('a payment is applied at once');
  end if;
  return new;
end $$;
create trigger hands before insert on app.payment_allocation for each row execute function app.payment_part_hands();
create trigger hands before insert on app.interest_posting for each row execute function app.payment_part_hands();

-- Sum of the applications = payment; what went to principal = what was moved out of the payable for it.
create function app.payment_adds_up() returns trigger language plpgsql set search_path = '' as $$
declare
  wrong boolean;
begin
  select p.amount <> coalesce((select sum(l.amount) from app.payment_line l where l.payment_id = p.id), 0)
    or case p.status when 'HELD' then 0 else p.amount end <> coalesce((select sum(a.amount) from app.payment_allocation a where a.payment_id = p.id), 0)
    or coalesce((select sum(a.amount) from app.payment_allocation a where a.payment_id = p.id and a.component = 'PRINCIPAL'), 0)
      <> coalesce((select sum(m.amount) from app.invoice_movement m where m.cause = 'PAYMENT' and m.cause_id = p.id and m.to_bucket = 'SETTLED'), 0)
    or exists (select from app.payment_line l where l.payment_id = p.id and p.status = 'APPLIED'
      and l.amount <> (select coalesce(sum(a.amount), 0) from app.payment_allocation a where (a.payment_id, a.payable_id) = (l.payment_id, l.payable_id)))
  into wrong from app.payment p where p.id = case tg_table_name when 'payment' then new.id else (to_jsonb(new)->>'payment_id')::uuid end;
  if wrong then
    raise exception 'a payment is what it is applied to' using errcode = '23514', constraint = 'payment_adds_up';
  end if;
  return null;
end $$;
create constraint trigger adds_up after insert or update on app.payment deferrable initially deferred for each row execute function app.payment_adds_up();
create constraint trigger adds_up after insert on app.payment_line deferrable initially deferred for each row execute function app.payment_adds_up();
create constraint trigger adds_up after insert on app.payment_allocation deferrable initially deferred for each row execute function app.payment_adds_up();

-- The payable's own account of interest, kept from what was posted and paid.
create function app.interest_posted() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  p app.payable;
begin
  select * into p from app.payable where id = new.payable_id for no key update;
  if new.from_on is distinct from coalesce(p.accrued_to, p.due_on) or new.to_on > app.business_date()
    or (new.principal, new.rule, new.rate, new.rate_unit, new.rate_basis, new.currency) is distinct from
       (p.open + p.retained, p.rate_rule, p.rate, p.rate_unit, p.rate_basis, p.currency) then
    raise exception 'interest runs from where it was posted last, on what is owed' using errcode = '23514', constraint = 'interest_runs_on';
  end if;
  update app.payable set accrued_to = new.to_on, interest_posted = interest_posted + new.amount where id = p.id;
  return new;
end $$;
alter function app.interest_posted() owner to hub_guard;
create function app.interest_applied() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.payable set interest_paid = interest_paid + new.amount where id = new.payable_id;
  return new;
end $$;
alter function app.interest_applied() owner to hub_guard;
set local role hub_guard;
grant execute on function app.interest_posted(), app.interest_applied() to hub_owner;
set local role hub_owner;
create trigger posted after insert on app.interest_posting for each row execute function app.interest_posted();
create trigger applied after insert on app.payment_allocation for each row when (new.component = 'INTEREST') execute function app.interest_applied();

-- Whatever is settled is settled by a fact of its own, and by no more than that says.
create function app.settled_by_fact() returns trigger language plpgsql set search_path = '' as $$
declare
  moved numeric := (select sum(m.amount) from app.invoice_movement m
    where (m.invoice_id, m.cause, m.to_bucket) = (new.invoice_id, new.cause, 'SETTLED') and m.cause_id is not distinct from new.cause_id);
begin
  if moved is distinct from (case
    when new.cause = 'PAYMENT' then (select sum(a.amount) from app.payment_allocation a join app.payable p on p.id = a.payable_id
      where a.payment_id = new.cause_id and a.component = 'PRINCIPAL' and p.invoice_id = new.invoice_id)
    when new.cause = 'ADVANCE' then (select sum(u.amount) from app.advance_use u where (u.advance_id, u.invoice_id) = (new.cause_id, new.invoice_id))
    when new.cause in ('CREDIT', 'RED_INVOICE') then (select c.applied from app.credit_note c where (c.id, c.invoice_id) = (new.cause_id, new.invoice_id))
    when new.cause = 'PREPAID' then (select i.prepaid from app.invoice i where i.id = new.invoice_id)
    when new.cause in ('REJECTED', 'VOIDED') then (select moved from app.invoice i where (i.id, i.status) = (new.invoice_id, new.cause))
    end) then
    raise exception 'what settles an amount is a fact of its own' using errcode = '23514', constraint = 'settled_by_fact';
  end if;
  return null;
end $$;
create constraint trigger settled_by_fact after insert on app.invoice_movement deferrable initially deferred for each row
  when (new.to_bucket = 'SETTLED') execute function app.settled_by_fact();
