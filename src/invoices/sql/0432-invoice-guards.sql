-- What rules.ts says of invoices, said again where raw SQL cannot pass by.

insert into app.lifecycle_pair (machine, from_status, to_status) values
  ('invoice', '', 'SUBMITTED'),
  ('invoice', 'SUBMITTED', 'ACKNOWLEDGED'), ('invoice', 'SUBMITTED', 'IN_PROCESS'), ('invoice', 'SUBMITTED', 'UNDER_QUERY'),
  ('invoice', 'SUBMITTED', 'CONDITIONALLY_ACCEPTED'), ('invoice', 'SUBMITTED', 'REJECTED'), ('invoice', 'SUBMITTED', 'APPROVED'),
  ('invoice', 'SUBMITTED', 'PAID'), ('invoice', 'SUBMITTED', 'VOIDED'),
  ('invoice', 'ACKNOWLEDGED', 'IN_PROCESS'), ('invoice', 'ACKNOWLEDGED', 'UNDER_QUERY'), ('invoice', 'ACKNOWLEDGED', 'CONDITIONALLY_ACCEPTED'),
  ('invoice', 'ACKNOWLEDGED', 'REJECTED'), ('invoice', 'ACKNOWLEDGED', 'APPROVED'), ('invoice', 'ACKNOWLEDGED', 'PAID'), ('invoice', 'ACKNOWLEDGED', 'VOIDED'),
  ('invoice', 'IN_PROCESS', 'UNDER_QUERY'), ('invoice', 'IN_PROCESS', 'CONDITIONALLY_ACCEPTED'), ('invoice', 'IN_PROCESS', 'REJECTED'),
  ('invoice', 'IN_PROCESS', 'APPROVED'), ('invoice', 'IN_PROCESS', 'PAID'), ('invoice', 'IN_PROCESS', 'VOIDED'),
  ('invoice', 'UNDER_QUERY', 'CONDITIONALLY_ACCEPTED'), ('invoice', 'UNDER_QUERY', 'REJECTED'), ('invoice', 'UNDER_QUERY', 'APPROVED'),
  ('invoice', 'UNDER_QUERY', 'PAID'), ('invoice', 'UNDER_QUERY', 'VOIDED'),
  ('invoice', 'CONDITIONALLY_ACCEPTED', 'REJECTED'), ('invoice', 'CONDITIONALLY_ACCEPTED', 'APPROVED'), ('invoice', 'CONDITIONALLY_ACCEPTED', 'PAID'),
  ('invoice', 'CONDITIONALLY_ACCEPTED', 'VOIDED'),
  ('invoice', 'APPROVED', 'PAID'),
  ('dispute', '', 'OPEN'), ('dispute', 'OPEN', 'ANSWERED'), ('dispute', 'OPEN', 'ACCEPTED'), ('dispute', 'OPEN', 'WITHDRAWN'), ('dispute', 'OPEN', 'SETTLED'),
  ('dispute', 'ANSWERED', 'ACCEPTED'), ('dispute', 'ANSWERED', 'WITHDRAWN'), ('dispute', 'ANSWERED', 'SETTLED'),
  ('dispute', 'ACCEPTED', 'WITHDRAWN'), ('dispute', 'ACCEPTED', 'SETTLED');
create trigger lifecycle before insert or update on app.invoice for each row execute function app.follow_lifecycle('invoice');
create trigger lifecycle before insert or update on app.dispute for each row execute function app.follow_lifecycle('dispute');
create trigger relate after insert on app.invoice for each row execute function app.relate_parties();

-- What the guards of this room may touch.
do $$ declare target text; begin
  foreach target in array array['invoice', 'invoice_line', 'invoice_receipt', 'dispute', 'credit_note', 'credit_note_line', 'invoice_movement'] loop
    execute format('create policy guard_select on app.%I for select to hub_guard using (true)', target);
    execute format('grant select on app.%I to hub_guard', target);
  end loop;
  foreach target in array array['invoice', 'invoice_line', 'dispute'] loop
    execute format('create policy guard_count on app.%I for update to hub_guard using (true) with check (true)', target);
  end loop;
end $$;
grant update (pending, payable, disputed, retained, settled, credited) on app.invoice to hub_guard;
grant update (pending, disputed, cut, credited, credited_quantity, claimed) on app.invoice_line to hub_guard;
grant update (open) on app.dispute to hub_guard;

-- A supplier claims; the whole claim waits at first. A buyer answers; a supplier takes back.
create function app.invoice_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if app.me() is distinct from new.supplier_id or new.actor_id is distinct from app.actor() then
      perform app.wrong_hands('an invoice is submitted by its supplier');
    end if;
    new.pending := new.total;
    -- Nothing, with the digits of the currency.
    new.payable := new.total - new.total;
    new.disputed := new.payable;
    new.retained := new.payable;
    new.settled := new.payable;
    new.credited := new.payable;
    return new;
  end if;
  new.changed_at := clock_timestamp();
  if new.status <> old.status and (new.status = 'VOIDED') <> (app.me() is not distinct from new.supplier_id) and new.status <> 'PAID' then
    perform app.wrong_hands('the buyer answers an invoice, the supplier voids it');
  end if;
  if new.status = 'PAID' and old.status <> 'PAID' and new.pending + new.payable + new.disputed + new.retained > 0 then
    raise exception 'what is open is not paid' using errcode = '23514', constraint = 'paid_when_settled';
  end if;
  if new.status in ('REJECTED', 'VOIDED') and old.status <> new.status and new.pending + new.payable + new.disputed + new.retained > 0 then
    raise exception 'an invoice that ended claims nothing' using errcode = '23514', constraint = 'ended_claims_nothing';
  end if;
  return new;
end $$;
create trigger hands before insert or update on app.invoice for each row execute function app.invoice_hands();

create function app.invoice_line_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from app.invoice i where i.id = new.invoice_id and i.xmin = pg_current_xact_id()::xid and i.supplier_id = app.me()) then
    perform app.wrong_hands('an invoice is written at once, by its supplier');
  end if;
  new.pending := new.share;
  new.disputed := new.share - new.share;
  new.cut := new.disputed;
  new.credited := new.disputed;
  return new;
end $$;
create trigger hands before insert on app.invoice_line for each row execute function app.invoice_line_hands();

-- At the end of a transaction the lines make up the whole.
create function app.invoice_adds_up() returns trigger language plpgsql set search_path = '' as $$
declare
  lines record;
begin
  select count(*) as n, sum(l.share) as share, sum(case new.price_basis when 'NET' then l.amount else l.gross end) as written,
    bool_and(l.currency = new.currency) as one_currency into lines
  from app.invoice_line l where l.invoice_id = new.id;
  if (lines.n, lines.share, lines.written, lines.one_currency) is distinct from (new.line_count::bigint, new.total::numeric, new.lines_total::numeric, true) then
    raise exception 'the lines of an invoice make up its total' using errcode = '23514', constraint = 'invoice_adds_up';
  end if;
  return null;
end $$;
create constraint trigger adds_up after insert on app.invoice deferrable initially deferred
  for each row execute function app.invoice_adds_up();

-- Moves the buckets of the invoices, lines and disputes that movements name; payables move theirs. Their own checks refuse what would
-- take more than is there.
create function app.invoice_moved() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from fresh f join app.invoice i on i.id = f.invoice_id where i.currency <> f.currency) then
    raise exception 'a movement is in the currency of its invoice' using errcode = '23514', constraint = 'movement_in_currency';
  end if;
  if exists (select from fresh f join app.dispute d on d.id = f.dispute_id where d.invoice_line_id <> f.invoice_line_id) then
    raise exception 'a dispute is about its own line' using errcode = '23514', constraint = 'movement_of_dispute';
  end if;
  update app.invoice i set pending = i.pending + n.pending, payable = i.payable + n.payable, disputed = i.disputed + n.disputed,
    retained = i.retained + n.retained, settled = i.settled + n.settled
  from (select m.invoice_id, coalesce(sum(m.amount) filter (where m.bucket = 'PENDING'), 0) as pending,
      coalesce(sum(m.amount) filter (where m.bucket = 'PAYABLE'), 0) as payable, coalesce(sum(m.amount) filter (where m.bucket = 'DISPUTED'), 0) as disputed,
      coalesce(sum(m.amount) filter (where m.bucket = 'RETAINED'), 0) as retained, coalesce(sum(m.amount) filter (where m.bucket = 'SETTLED'), 0) as settled
    from (select f.invoice_id, f.to_bucket as bucket, f.amount from fresh f union all select f.invoice_id, f.from_bucket, -f.amount from fresh f) m
    group by m.invoice_id) n
  where i.id = n.invoice_id;
  update app.invoice_line l set pending = l.pending + n.pending, disputed = l.disputed + n.disputed, cut = l.cut + n.cut
  from (select f.invoice_line_id, sum(case 'PENDING' when f.to_bucket then f.amount when f.from_bucket then -f.amount else 0 end) as pending,
      sum(case 'DISPUTED' when f.to_bucket then f.amount when f.from_bucket then -f.amount else 0 end) as disputed,
      sum(case when f.to_bucket = 'SETTLED' and f.cause in ('CREDIT', 'RED_INVOICE', 'REJECTED', 'VOIDED') then f.amount else 0 end) as cut
    from fresh f where f.invoice_line_id is not null and array[f.from_bucket, f.to_bucket] && array['PENDING', 'DISPUTED'] group by f.invoice_line_id) n
  where l.id = n.invoice_line_id;
  update app.dispute d set open = d.open + n.open
  from (select f.dispute_id, sum(case when f.to_bucket = 'DISPUTED' then f.amount else -f.amount end) as open
    from fresh f where f.dispute_id is not null group by f.dispute_id) n
  where d.id = n.dispute_id;
  return null;
end $$;
create trigger moved after insert on app.invoice_movement referencing new table as fresh for each statement execute function app.invoice_moved();
alter function app.invoice_moved() owner to hub_guard;

create function app.movement_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.actor_id is distinct from app.actor() then perform app.wrong_hands('a movement is made in one''s own name'); end if;
  if new.from_bucket = 'DISPUTED' and new.cause not in ('CREDIT', 'RED_INVOICE', 'VOIDED') and app.me() is distinct from new.buyer_id
      and not exists (select from app.dispute d where d.id = new.dispute_id and d.origin = 'MATCH') then
    perform app.wrong_hands('who disputed concedes');
  end if;
  return new;
end $$;
create trigger hands before insert on app.invoice_movement for each row execute function app.movement_hands();

-- Counts live claims anew: of the receipts that were claimed or released, and with them of the order's lines and the invoice's.
create function app.count_claims(receipts uuid[]) returns void language plpgsql set search_path = '' as $$
begin
  update app.receipt_line r set invoiced = coalesce(c.quantity, 0)
  from unnest(receipts) as asked (id)
  left join (select v.receipt_line_id, sum(v.quantity) as quantity from app.invoice_receipt v
    where v.receipt_line_id = any(receipts) and v.released_by is null group by v.receipt_line_id) c on c.receipt_line_id = asked.id
  where r.id = asked.id;
end $$;
grant execute on function app.count_claims(uuid[]) to hub_guard;

-- One unit received is invoiced once: the live claims of a receipt line stay within what was accepted of it and not sent back.
create function app.receipts_claimed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform from app.line_balance b where b.line_id in (select f.order_line_id from fresh f) order by b.line_id for no key update;
  if exists (select from fresh f join app.invoice_line l on l.id = f.invoice_line_id where l.order_line_id is distinct from f.order_line_id) then
    raise exception 'a claim is of the order line that its invoice line names' using errcode = '23514', constraint = 'claim_of_order_line';
  end if;
  if exists (
      select from app.receipt_line r join app.invoice_receipt c on c.receipt_line_id = r.id and c.released_by is null
      where r.id in (select f.receipt_line_id from fresh f) group by r.id having sum(c.quantity) > r.accepted - r.returned) then
    raise exception 'a unit received is invoiced once' using errcode = '23514', constraint = 'receipt_invoiced_once';
  end if;
  -- What was conceded at a lower price is claimed as such, and nothing else is: by receipt line and reduction, 0 for none.
  if exists (select from (select c.receipt_line_id as id, coalesce(c.price_reduction, 0) as off, sum(c.quantity) as quantity from app.invoice_receipt c
        where c.receipt_line_id in (select f.receipt_line_id from fresh f) and c.released_by is null group by 1, 2) u join app.receipt_line r on r.id = u.id
      cross join lateral (select coalesce(sum(s.quantity), 0) as whole, coalesce(sum(s.quantity) filter (where s.price_reduction = u.off), 0) as same
        from app.refusal_settlement s where s.receipt_line_id = u.id and s.outcome = 'CONCEDED') k
      where u.quantity > case u.off when 0 then r.accepted - k.whole else k.same end) then
    raise exception 'a unit is claimed at the price that was agreed for it' using errcode = '23514', constraint = 'claim_at_reduced_price';
  end if;
  update app.invoice_line l set claimed = l.claimed + n.quantity
  from (select f.invoice_line_id, sum(f.quantity) as quantity from fresh f group by f.invoice_line_id) n where l.id = n.invoice_line_id;
  perform app.count_claims(array(select distinct f.receipt_line_id from fresh f));
  update app.line_balance b set invoiced = b.invoiced + n.quantity
  from (select f.order_line_id, sum(f.quantity) as quantity from fresh f group by f.order_line_id) n where b.line_id = n.order_line_id;
  return null;
end $$;
create trigger claimed after insert on app.invoice_receipt referencing new table as fresh for each statement execute function app.receipts_claimed();
alter function app.receipts_claimed() owner to hub_guard;

create function app.receipts_released() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  gone uuid[] := array(select n.id from fresh n join stale o on o.id = n.id where o.released_by is null and n.released_by is not null);
begin
  perform from app.line_balance b where b.line_id in (select f.order_line_id from fresh f where f.id = any(gone)) order by b.line_id for no key update;
  update app.invoice_line l set claimed = l.claimed - n.quantity
  from (select f.invoice_line_id, sum(f.quantity) as quantity from fresh f where f.id = any(gone) group by f.invoice_line_id) n
  where l.id = n.invoice_line_id;
  perform app.count_claims(array(select distinct f.receipt_line_id from fresh f where f.id = any(gone)));
  update app.line_balance b set invoiced = b.invoiced - n.quantity
  from (select f.order_line_id, sum(f.quantity) as quantity from fresh f where f.id = any(gone) group by f.order_line_id) n
  where b.line_id = n.order_line_id;
  return null;
end $$;
create trigger released after update on app.invoice_receipt referencing old table as stale new table as fresh for each statement
  execute function app.receipts_released();
alter function app.receipts_released() owner to hub_guard;

create function app.claim_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.released_by is not null or new.actor_id is distinct from app.actor() or not exists (
        select from app.invoice i where i.id = new.invoice_id and i.status not in ('REJECTED', 'VOIDED')) then
      perform app.wrong_hands('a live invoice claims, in the name of who matches it');
    end if;
  elsif old.released_by is not null then
    raise exception 'a claim is released once' using errcode = '23514', constraint = 'history_is_kept';
  end if;
  return new;
end $$;
create trigger hands before insert or update on app.invoice_receipt for each row execute function app.claim_hands();

-- A credit never takes back more than is left of the invoice, of each line and of its quantity.
create function app.invoice_credited() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.invoice i set credited = i.credited + new.total where i.id = new.invoice_id and i.currency = new.currency;
  if not found then
    raise exception 'a credit is in the currency of its invoice' using errcode = '23514', constraint = 'movement_in_currency';
  end if;
  return null;
end $$;
create trigger credited after insert on app.credit_note for each row execute function app.invoice_credited();
alter function app.invoice_credited() owner to hub_guard;

create function app.invoice_line_credited() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.invoice_line l set credited = l.credited + new.gross, credited_quantity = l.credited_quantity + coalesce(new.order_quantity, new.quantity, 0)
  where l.id = new.invoice_line_id;
  return null;
end $$;
create trigger credited after insert on app.credit_note_line for each row execute function app.invoice_line_credited();
alter function app.invoice_line_credited() owner to hub_guard;

create function app.credit_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if app.me() is distinct from new.supplier_id then perform app.wrong_hands('only the supplier credits'); end if;
  return new;
end $$;
create trigger hands before insert on app.credit_note for each row execute function app.credit_hands();
create function app.credit_line_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from app.credit_note c where c.id = new.credit_note_id and c.xmin = pg_current_xact_id()::xid and c.supplier_id = app.me()) then
    perform app.wrong_hands('a credit note is written at once, by its supplier');
  end if;
  return new;
end $$;
create trigger hands before insert on app.credit_note_line for each row execute function app.credit_line_hands();

create function app.credit_adds_up() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.total is distinct from (select sum(l.gross) from app.credit_note_line l where l.credit_note_id = new.id)
    or new.applied is distinct from (select coalesce(sum(m.amount), 0) from app.invoice_movement m where m.cause_id = new.id and m.invoice_id = new.invoice_id
      and m.to_bucket = 'SETTLED') then
    raise exception 'the lines of a credit note make up its total, and it is applied at once' using errcode = '23514', constraint = 'credit_adds_up';
  end if;
  return null;
end $$;
create constraint trigger adds_up after insert on app.credit_note deferrable initially deferred for each row execute function app.credit_adds_up();

-- The buyer disputes and concedes; the supplier answers. What the match disputed, the match may settle, whoever runs it.
create function app.dispute_hands() returns trigger language plpgsql set search_path = '' as $$
declare
  mine text := app.my_side(new.buyer_id, new.supplier_id);
begin
  if tg_op = 'INSERT' then
    if new.origin = 'BUYER' and mine is distinct from 'BUYER' then perform app.wrong_hands('the buyer disputes'); end if;
    if new.actor_id is distinct from app.actor() then perform app.wrong_hands('a dispute is opened in one''s own name'); end if;
    new.open := new.amount - new.amount;
    new.conceded := new.open;
  elsif new.status in ('ANSWERED', 'ACCEPTED') and new.status <> old.status and mine is distinct from 'SUPPLIER'
    or new.status in ('WITHDRAWN', 'SETTLED') and new.status <> old.status and mine is distinct from 'BUYER'
      and not (new.status = 'SETTLED' and (new.origin = 'MATCH' or new.open = 0)) then
    perform app.wrong_hands('the supplier answers a dispute, the buyer ends it');
  elsif new.status = 'WITHDRAWN' and new.open > 0 then
    raise exception 'a dispute that is withdrawn holds nothing' using errcode = '23514', constraint = 'withdrawn_holds_nothing';
  elsif new.conceded < old.conceded or (new.conceded > old.conceded and mine is distinct from 'BUYER') then
    perform app.wrong_hands('who disputed concedes');
  end if;
  return new;
end $$;
create trigger hands before insert or update on app.dispute for each row execute function app.dispute_hands();
create function app.dispute_step_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.org_id is distinct from app.me() or (new.kind in ('ACCEPT', 'CONTRADICT') and app.me() is distinct from new.supplier_id)
    or (new.kind in ('WITHDRAW', 'SETTLE') and app.me() is distinct from new.buyer_id) then
    perform app.wrong_hands('each side speaks for itself');
  end if;
  return new;
end $$;
create trigger hands before insert on app.dispute_step for each row execute function app.dispute_step_hands();

create function app.buyer_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if app.me() is distinct from new.buyer_id and new.origin <> 'PAYMENT' then perform app.wrong_hands('only the buyer answers an invoice'); end if;
  return new;
end $$;
create trigger hands before insert on app.invoice_response for each row execute function app.buyer_hands();

create policy in_own_name on app.invoice_fapiao as restrictive for insert to hub_app, hub_worker with check (coalesce(org_id = (select app.me()), false));
