-- An amount of an invoice that falls due on one day. What it is worth now is moved by invoice_movement alone, when it is due is said
-- by payable_term alone; both are kept here by the guard.
create table app.payable (
  id uuid primary key,
  invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  agreement_id uuid,
  position int not null check (position > 0),
  kind text not null check (kind in ('GOODS', 'RETENTION')),
  -- The part of the agreement's payment plan that it is; null without a plan.
  plan_kind text check (plan_kind in ('ADVANCE', 'DELIVERY', 'ACCEPTANCE', 'RETENTION')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount app.amount not null check (amount > 0),
  open numeric not null default 0 constraint payable_open_kept check (open >= 0),
  retained numeric not null default 0 constraint payable_retained_kept check (retained >= 0),
  settled numeric not null default 0 constraint payable_settled_kept check (settled >= 0),
  -- Without the date: an open one is shown as due or overdue by app.payable_state.
  status text not null default 'WAITING' check (status in ('WAITING', 'RETAINED', 'OPEN', 'SETTLED')),
  version int not null default 1 check (version > 0),
  basis text not null check (basis in ('DELIVERY', 'ACCEPTANCE', 'INVOICE_RECEIVED', 'MONTH_END', 'CONFIRMED_STATEMENT')),
  -- The dates it rests on.
  received_on date,
  accepted_on date,
  inspection_ends_on date,
  -- What its term is derived from, so that it can be derived again: the values of terms/rules.ts.
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  -- The newest payable_term.
  terms int not null default 0,
  start_on date,
  start_cause text,
  contractual_due_on date,
  statutory_due_on date,
  statutory_source text,
  gap_days int,
  governs text check (governs in ('CONTRACT', 'STATUTE')),
  due_on date,
  -- For lists: what has no due date yet comes last.
  due_key date not null generated always as (coalesce(due_on, '9999-12-31')) stored,
  provisional boolean not null default false,
  -- The late rate, fixed with the debt: a share of the amount per year or per day.
  rate_rule text not null check (rate_rule in ('AGREED', 'AGREED_RAISED_TO_LPR', 'STATUTORY_DAILY', 'LPR_VOID_CLAUSE', 'NONE')),
  rate numeric(12,8) not null check (rate between 0 and 1),
  rate_unit text not null check (rate_unit in ('PER_YEAR', 'PER_DAY')),
  rate_basis int check (rate_basis in (360, 365)),
  rate_source text not null check (length(rate_source) between 1 and 200),
  application_order text not null check (application_order in ('CIVIL_CODE_561', 'PRINCIPAL_FIRST')),
  -- Interest that was posted, up to which day, and how much of it was paid.
  accrued_to date,
  interest_posted numeric not null default 0 check (interest_posted >= 0),
  interest_paid numeric not null default 0,
  actor_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, buyer_id, supplier_id),
  unique (id, invoice_id),
  unique (invoice_id, position),
  check ((kind = 'RETENTION') = coalesce(plan_kind = 'RETENTION', false)),
  check ((rate_unit = 'PER_YEAR') = (rate_basis is not null)),
  constraint payable_not_outgrown check (open + retained + settled <= amount),
  constraint interest_not_overpaid check (interest_paid between 0 and interest_posted),
  constraint retained_is_retention check (kind = 'RETENTION' or retained = 0),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id),
  foreign key (agreement_id, buyer_id, supplier_id) references app.trade_agreement (id, buyer_id, supplier_id)
);
create index payable_invoice on app.payable (invoice_id, position);
create index payable_buyer_due on app.payable (buyer_id, due_key, id);
create index payable_supplier_due on app.payable (supplier_id, due_key, id);
create index payable_buyer_created on app.payable (buyer_id, created_at, id);
create index payable_supplier_created on app.payable (supplier_id, created_at, id);
create index payable_provisional on app.payable (id) where provisional;
call app.protect('app.payable', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
-- A row lock asks for the right to update something; nothing of a payable is changed by hand.
revoke update on app.payable from hub_app, hub_worker;
grant update (version) on app.payable to hub_app, hub_worker;
create trigger nothing_yet before insert on app.payable for each row
  when (new.open <> 0 or new.retained <> 0 or new.settled <> 0 or new.terms <> 0 or new.status <> 'WAITING' or new.version <> 1
    or num_nonnulls(new.start_on, new.due_on, new.accrued_to) > 0 or new.interest_posted <> 0 or new.interest_paid <> 0 or new.provisional)
  execute function app.refuse_change();

-- How a payable stands on a day of business.
create function app.payable_state(status text, due_on date, today date) returns text language sql immutable parallel safe set search_path = '' as $$
  select case when status <> 'OPEN' or due_on is null or today < due_on then status when today = due_on then 'DUE' else 'OVERDUE' end
$$;
grant execute on function app.payable_state(text, date, date) to hub_app, hub_worker, hub_guard;

-- Every derivation of a due date, step by step. A later one follows only where the earlier did not know the start, or rested on a
-- calendar that was not published.
create table app.payable_term (
  id uuid primary key,
  payable_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  seq int not null check (seq > 0),
  cause text not null check (cause in ('OPENED', 'STATEMENT_CONFIRMED', 'CALENDAR_PUBLISHED')),
  cause_id uuid,
  start_on date,
  start_cause text check (length(start_cause) between 1 and 60),
  contractual_due_on date,
  contractual_source text check (length(contractual_source) between 1 and 200),
  statutory_due_on date,
  statutory_source text check (length(statutory_source) between 1 and 200),
  gap_days int,
  governs text check (governs in ('CONTRACT', 'STATUTE')),
  due_on date,
  provisional boolean not null,
  steps jsonb not null check (jsonb_typeof(steps) = 'array'),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint term_counted unique (payable_id, seq),
  constraint term_governed check (due_on is not distinct from case governs when 'CONTRACT' then contractual_due_on when 'STATUTE' then statutory_due_on end),
  constraint term_gap check (gap_days is not distinct from contractual_due_on - statutory_due_on),
  constraint term_after_start check (due_on >= start_on),
  foreign key (payable_id, buyer_id, supplier_id) references app.payable (id, buyer_id, supplier_id)
);
create index payable_term_buyer on app.payable_term (buyer_id, payable_id, seq);
create index payable_term_supplier on app.payable_term (supplier_id, payable_id, seq);
call app.protect('app.payable_term', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

create policy guard_select on app.payable for select to hub_guard using (true);
create policy guard_keep on app.payable for update to hub_guard using (true) with check (true);
grant select, update on app.payable to hub_guard;

create function app.payable_termed() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  p app.payable;
begin
  select * into p from app.payable where id = new.payable_id for no key update;
  if new.seq <> p.terms + 1 or p.terms > 0 and p.due_on is not null and not p.provisional then
    raise exception 'a due date that is final is not derived again' using errcode = '23514', constraint = 'term_final';
  end if;
  if p.accrued_to is not null then
    raise exception 'interest was posted on this due date' using errcode = '23514', constraint = 'term_final';
  end if;
  update app.payable set terms = new.seq, start_on = new.start_on, start_cause = new.start_cause, contractual_due_on = new.contractual_due_on,
    statutory_due_on = new.statutory_due_on, statutory_source = new.statutory_source, gap_days = new.gap_days, governs = new.governs,
    due_on = new.due_on, provisional = new.provisional, version = case when new.seq = 1 then version else version + 1 end,
    status = case when status = 'WAITING' and open > 0 and new.due_on is not null then 'OPEN' else status end
  where id = p.id;
  return new;
end $$;
alter function app.payable_termed() owner to hub_guard;
set local role hub_guard;
grant execute on function app.payable_termed() to hub_owner;
set local role hub_owner;
create trigger termed after insert on app.payable_term for each row execute function app.payable_termed();

-- Money of the invoice going in or out of it: the same movement that moves the invoice's buckets moves the payable's.
alter table app.invoice_movement add constraint movement_of_payable foreign key (payable_id, invoice_id) references app.payable (id, invoice_id);
create function app.payable_moved() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.payable set
    open = open + case 'PAYABLE' when new.to_bucket then new.amount when new.from_bucket then -new.amount else 0 end,
    retained = retained + case 'RETAINED' when new.to_bucket then new.amount when new.from_bucket then -new.amount else 0 end,
    settled = settled + case 'SETTLED' when new.to_bucket then new.amount when new.from_bucket then -new.amount else 0 end,
    version = version + 1
  where id = new.payable_id;
  update app.payable set status = case when retained > 0 then 'RETAINED' when open = 0 then 'SETTLED' when due_on is null then 'WAITING' else 'OPEN' end
  where id = new.payable_id;
  return new;
end $$;
alter function app.payable_moved() owner to hub_guard;
set local role hub_guard;
grant execute on function app.payable_moved() to hub_owner;
set local role hub_owner;
create trigger moves_payable after insert on app.invoice_movement for each row when (new.payable_id is not null)
  execute function app.payable_moved();

-- What is payable is paid, credited or disputed; what is retained is released by its buyer, or when its time has come.
create function app.payable_movement_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.from_bucket = 'PAYABLE' and new.to_bucket not in ('SETTLED', 'DISPUTED') or new.from_bucket = 'SETTLED'
    or new.to_bucket = 'RETAINED' and new.from_bucket not in ('PENDING', 'DISPUTED') then
    perform app.wrong_hands(format('an amount does not go from %s to %s', new.from_bucket, new.to_bucket));
  end if;
  if new.from_bucket = 'RETAINED' and new.to_bucket = 'PAYABLE' and app.me() is distinct from new.buyer_id
    and not exists (select from app.payable p where p.id = new.payable_id and p.due_on <= app.business_date()) then
    perform app.wrong_hands('the buyer alone releases before the time');
  end if;
  return new;
end $$;
create trigger payable_hands before insert on app.invoice_movement for each row when (new.payable_id is not null)
  execute function app.payable_movement_hands();
