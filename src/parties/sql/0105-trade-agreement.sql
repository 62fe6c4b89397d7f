-- What buyer and supplier have agreed for the orders between them. One side proposes, the other confirms; the terms are
-- never changed, a new agreement takes the place of the old.
create table app.trade_agreement (
  id uuid primary key,
  buyer_id uuid not null references app.organisation,
  supplier_id uuid not null references app.organisation,
  number text not null check (length(number) between 1 and 50),
  -- The number without blanks, dashes and case, so that two spellings of it are one.
  number_key text not null check (length(number_key) between 1 and 100),
  status text not null default 'PROPOSED' check (status in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'ENDED')),
  version int not null default 1,
  proposed_by uuid not null,
  decided_by uuid,
  valid_from date not null,
  valid_to date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price_basis text not null check (price_basis in ('NET', 'TAX_INCLUSIVE')),
  rounding text not null check (rounding in ('PER_LINE', 'PER_DOCUMENT')),
  term_days int not null check (term_days between 0 and 365),
  term_basis text not null check (term_basis in ('DELIVERY', 'ACCEPTANCE', 'INVOICE_RECEIVED', 'MONTH_END', 'CONFIRMED_STATEMENT')),
  -- Why a large buyer pays later than the law's term; demanded by the rules where it does.
  term_reason text check (length(term_reason) between 1 and 500),
  inspection_days int not null check (inspection_days between 0 and 365),
  over_tolerance numeric(6,4) not null check (over_tolerance between 0 and 1),
  under_tolerance numeric(6,4) not null check (under_tolerance between 0 and 1),
  price_tolerance numeric(6,4) not null check (price_tolerance between 0 and 1),
  late_rate numeric(8,6) check (late_rate between 0 and 1),
  answer_hours int not null check (answer_hours between 1 and 2160),
  sme_declared boolean,
  -- As they stood when the second side signed; the law fixes the size of a firm at that moment.
  buyer_class text check (buyer_class in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
  supplier_class text check (supplier_class in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
  buyer_ownership text check (buyer_ownership in ('PRIVATE', 'STATE_OWNED', 'PUBLIC_BODY')),
  lpr_at_signing numeric(8,6),
  signed_on date,
  ended_on date,
  created_at timestamptz not null default clock_timestamp(),
  unique (id, buyer_id, supplier_id),
  check (buyer_id <> supplier_id),
  check (valid_to >= valid_from),
  constraint proposed_by_party check (proposed_by in (buyer_id, supplier_id)),
  constraint decided_by_other check (status not in ('IN_FORCE', 'REFUSED', 'ENDED')
    or coalesce(decided_by in (buyer_id, supplier_id) and decided_by <> proposed_by, false)),
  constraint signed_whole check (status not in ('IN_FORCE', 'ENDED')
    or num_nulls(signed_on, buyer_class, supplier_class, buyer_ownership, sme_declared) = 0)
);
-- A refused or withdrawn proposal frees its number.
create unique index trade_agreement_number on app.trade_agreement (buyer_id, supplier_id, number_key) where status in ('PROPOSED', 'IN_FORCE', 'ENDED');
create index trade_agreement_buyer on app.trade_agreement (buyer_id, created_at, id);
create index trade_agreement_supplier on app.trade_agreement (supplier_id, created_at, id);
call app.protect('app.trade_agreement', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
-- The terms are not among what may change.
revoke update on app.trade_agreement from hub_app, hub_worker;
grant update (status, version, decided_by, sme_declared, buyer_class, supplier_class, buyer_ownership, lpr_at_signing, signed_on, ended_on)
  on app.trade_agreement to hub_app;

insert into app.lifecycle_pair (machine, from_status, to_status) values
  ('tradeAgreement', '', 'PROPOSED'), ('tradeAgreement', 'PROPOSED', 'IN_FORCE'), ('tradeAgreement', 'PROPOSED', 'REFUSED'),
  ('tradeAgreement', 'PROPOSED', 'WITHDRAWN'), ('tradeAgreement', 'IN_FORCE', 'ENDED');
create trigger lifecycle before insert or update on app.trade_agreement for each row execute function app.follow_lifecycle('tradeAgreement');
create trigger relate after insert on app.trade_agreement for each row execute function app.relate_parties();

-- Proposer and decider are who they say they are, and what was signed stays as it was signed.
create function app.agreement_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.proposed_by is distinct from app.me() then
      raise exception 'a proposal is made in one''s own name' using errcode = '42501';
    end if;
  elsif new.decided_by is distinct from old.decided_by and (old.decided_by is not null or new.decided_by is distinct from app.me()) then
    raise exception 'a decision is made once and in one''s own name' using errcode = '42501';
  elsif old.status <> 'PROPOSED' and (new.sme_declared, new.buyer_class, new.supplier_class, new.buyer_ownership, new.lpr_at_signing, new.signed_on)
      is distinct from (old.sme_declared, old.buyer_class, old.supplier_class, old.buyer_ownership, old.lpr_at_signing, old.signed_on) then
    raise exception 'what was signed is never changed' using errcode = '23514', constraint = 'history_is_kept';
  elsif new.status = 'WITHDRAWN' and old.status = 'PROPOSED' and old.proposed_by is distinct from app.me() then
    raise exception 'only the proposer withdraws' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger hands before insert or update on app.trade_agreement for each row execute function app.agreement_hands();

-- Each step of an agreement as a fact, beside the current view above.
create table app.trade_agreement_step (
  id uuid primary key,
  agreement_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  status text not null check (status in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'ENDED')),
  by_id uuid not null,
  actor_id uuid not null,
  note text check (length(note) between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  constraint by_party check (by_id in (buyer_id, supplier_id)),
  foreign key (agreement_id, buyer_id, supplier_id) references app.trade_agreement (id, buyer_id, supplier_id)
);
create index trade_agreement_step_agreement on app.trade_agreement_step (agreement_id, at, id);
call app.protect('app.trade_agreement_step', parties => array['buyer_id', 'supplier_id'], writes => array['insert']);
create policy in_own_name on app.trade_agreement_step as restrictive for insert to hub_app, hub_worker with check (coalesce(by_id = (select app.me()), false));
