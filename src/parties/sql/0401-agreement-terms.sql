-- How the amounts of a trade agreement are taxed, paid in parts, charged when late and settled. Every field has the default that
-- the law gives, so that an agreement which says nothing is complete.
alter table app.trade_agreement
  -- Tax rates in percent that invoices may use; empty says any.
  add column tax_rates numeric(6,4)[] not null default '{}'
    constraint tax_rates_possible check (cardinality(tax_rates) <= 20 and 0 <= all (tax_rates) and 100 >= all (tax_rates)),
  -- Civil Code art. 561 applies a payment to costs, then interest, then principal, unless the parties agree otherwise.
  add column application_order text not null default 'CIVIL_CODE_561' check (application_order in ('CIVIL_CODE_561', 'PRINCIPAL_FIRST')),
  -- Order 802 art. 11: bills and vouchers only by clear agreement.
  add column instruments text[] not null default '{TRANSFER}'
    constraint instruments_known check (cardinality(instruments) > 0 and instruments <@ array['TRANSFER', 'CASH', 'CHEQUE', 'BILL', 'VOUCHER']),
  add column bill_settles boolean not null default false,
  add column statement_day int check (statement_day between 1 and 31),
  add column statement_answer_days int check (statement_answer_days between 1 and 90),
  add column interest_basis text not null default 'ACT_365F' check (interest_basis in ('ACT_365F', 'ACT_360')),
  -- The parties may agree that a term which ends on a rest day is not moved (Civil Code art. 204).
  add column rest_days_move boolean not null default true,
  -- The period of quality guarantee after receipt; it goes before the two years of Civil Code art. 621.
  add column warranty_months int check (warranty_months between 1 and 240),
  -- The sector whose special rule on the term prevails (Order 802 art. 9(3)): see app.sector_term.
  add column sector text check (sector ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  -- The paper says that payment waits for a third party. Such a clause is void; it never becomes a term here, but the rate of
  -- late interest is then another one (SPC 法释〔2024〕11号).
  add column third_party_clause_void boolean not null default false,
  -- A bill that settles is one that was agreed on.
  add constraint bill_agreed_to_settle check (not bill_settles or instruments && array['BILL', 'VOUCHER']);

-- The parts in which an agreement's amounts are paid. None: the whole amount by the agreement's own term.
create table app.payment_plan_line (
  id uuid primary key,
  agreement_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  position int not null check (position between 1 and 10),
  kind text not null check (kind in ('ADVANCE', 'DELIVERY', 'ACCEPTANCE', 'RETENTION')),
  share numeric(6,4) not null check (share > 0 and share <= 1),
  -- The event from which the days run.
  runs_from text not null check (runs_from in ('ORDER', 'DELIVERY', 'ACCEPTANCE', 'INVOICE_RECEIVED', 'MONTH_END', 'CONFIRMED_STATEMENT')),
  days int not null check (days between 0 and 3650),
  unique (agreement_id, position),
  constraint plan_kind_once unique (agreement_id, kind),
  constraint plan_trigger_fits check (case kind when 'ADVANCE' then runs_from = 'ORDER'
    when 'RETENTION' then runs_from in ('DELIVERY', 'ACCEPTANCE', 'INVOICE_RECEIVED') else runs_from <> 'ORDER' end),
  foreign key (agreement_id, buyer_id, supplier_id) references app.trade_agreement (id, buyer_id, supplier_id)
);
create index payment_plan_line_buyer on app.payment_plan_line (buyer_id, agreement_id, position);
create index payment_plan_line_supplier on app.payment_plan_line (supplier_id, agreement_id, position);
call app.protect('app.payment_plan_line', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);

-- A plan is proposed with its agreement, by its proposer, and speaks of the whole amount.
create function app.plan_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from app.trade_agreement a where a.id = new.agreement_id and a.status = 'PROPOSED'
      and a.proposed_by = app.me() and a.xmin = pg_current_xact_id()::xid) then
    raise exception 'a plan is proposed with its agreement' using errcode = '42501', constraint = 'wrong_hands';
  end if;
  return new;
end $$;
create trigger hands before insert on app.payment_plan_line for each row execute function app.plan_hands();

create function app.plan_whole() returns trigger language plpgsql set search_path = '' as $$
begin
  if (select sum(l.share) from app.payment_plan_line l where l.agreement_id = new.agreement_id) <> 1 then
    raise exception 'the shares of a plan sum to one' using errcode = '23514', constraint = 'plan_whole';
  end if;
  return null;
end $$;
create constraint trigger whole after insert on app.payment_plan_line deferrable initially deferred
  for each row execute function app.plan_whole();
