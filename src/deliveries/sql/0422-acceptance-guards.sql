-- What acceptance, return and claim do to the quantities of a receipt line and of the order's line, and who may write them:
-- said where raw SQL cannot pass by. All of it runs as the guard, since the counters are the guard's.
create policy guard_select on app.inspection_window for select to hub_guard using (true);
create policy guard_select on app.acceptance for select to hub_guard using (true);
create policy guard_select on app.acceptance_line for select to hub_guard using (true);
create policy guard_select on app.refusal_settlement for select to hub_guard using (true);
create policy guard_select on app.goods_return for select to hub_guard using (true);
create policy guard_select on app.goods_return_line for select to hub_guard using (true);
create policy guard_select on app.warranty_claim for select to hub_guard using (true);
grant select on app.inspection_window, app.acceptance, app.acceptance_line, app.refusal_settlement, app.goods_return, app.goods_return_line,
  app.warranty_claim to hub_guard;

-- The buyer accepts, refuses, claims and sends back.
create policy by_buyer on app.inspection_window as restrictive for insert to hub_app, hub_worker with check (coalesce(buyer_id = (select app.me()), false));
create policy by_buyer on app.acceptance as restrictive for insert to hub_app, hub_worker with check (coalesce(buyer_id = (select app.me()), false));
create policy by_buyer on app.acceptance_line as restrictive for insert to hub_app, hub_worker with check (coalesce(buyer_id = (select app.me()), false));
create policy by_buyer on app.goods_return as restrictive for insert to hub_app, hub_worker with check (coalesce(buyer_id = (select app.me()), false));
create policy by_buyer on app.goods_return_line as restrictive for insert to hub_app, hub_worker with check (coalesce(buyer_id = (select app.me()), false));
create policy by_buyer on app.warranty_claim as restrictive for insert to hub_app, hub_worker with check (coalesce(buyer_id = (select app.me()), false));
create policy in_own_name on app.refusal_settlement as restrictive for insert to hub_app, hub_worker with check (coalesce(org_id = (select app.me()), false));

insert into app.lifecycle_pair (machine, from_status, to_status) values
  ('goodsReturn', '', 'SENT'), ('goodsReturn', 'SENT', 'ARRIVED'),
  ('warrantyClaim', '', 'CLAIMED'), ('warrantyClaim', 'CLAIMED', 'ACCEPTED'), ('warrantyClaim', 'CLAIMED', 'REFUSED'), ('warrantyClaim', 'CLAIMED', 'CLOSED'),
  ('warrantyClaim', 'ACCEPTED', 'REMEDIED'), ('warrantyClaim', 'ACCEPTED', 'CLOSED'), ('warrantyClaim', 'REFUSED', 'CLOSED'),
  ('warrantyClaim', 'REMEDIED', 'ACCEPTED'), ('warrantyClaim', 'REMEDIED', 'CLOSED');
create trigger lifecycle before insert or update on app.goods_return for each row execute function app.follow_lifecycle('goodsReturn');
create trigger lifecycle before insert or update on app.warranty_claim for each row execute function app.follow_lifecycle('warrantyClaim');

-- A window is what the agreement of the order says, counted from the day of the receipt, which is not counted (Civil Code art. 201).
create function app.window_says_agreement() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (
      select from app.orders o
      join app.trade_agreement g on g.id = o.agreement_id
      join app.receipt_advice r on r.id = new.receipt_id
      where o.id = new.order_id and g.id = new.agreement_id and g.inspection_days = new.days and new.ends_on = r.received_on + g.inspection_days) then
    raise exception 'the agreement says until when goods may be inspected' using errcode = '23514', constraint = 'window_says_agreement';
  end if;
  return new;
end $$;
create trigger says_agreement before insert on app.inspection_window for each row execute function app.window_says_agreement();

-- A plan that was made while the tables were small must not read all of them later.
create function app.acceptance_counts() returns trigger language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  bad record;
  today date := app.business_date();
begin
  select * into bad from (
    select f.line_id, w.ends_on, case
      when a.id is null then 'document_written_at_once'
      when a.accepted_on < r.received_on or a.accepted_on > today then 'accepted_in_time'
      when (a.kind = 'PROVISIONAL' and f.accepted > 0) or (a.kind <> 'PROVISIONAL' and f.noted > 0) or (a.way <> 'BY_HAND' and f.refused > 0)
        then 'passed_by_kind'
      when a.way = 'BY_HAND' and w.ends_on < today then 'accepted_by_clock'
      when (a.way = 'BY_HAND' and w.ends_on is null) or (a.way = 'ON_RECEIPT' and w.ends_on is not null)
        or (a.way = 'BY_CLOCK' and not coalesce(w.ends_on < today and a.accepted_on = w.ends_on, false)) then 'accepted_by_way' end as name
    from fresh f
    left join app.acceptance a on a.id = f.acceptance_id and a.xmin = pg_current_xact_id()::xid
    left join app.receipt_advice r on r.id = f.receipt_id
    left join app.inspection_window w on w.receipt_line_id = f.receipt_line_id) judged
  where name is not null limit 1;
  if found then
    perform app.goods_refused(bad.name, 'this cannot be accepted so', bad.line_id, jsonb_build_object('endsOn', bad.ends_on));
  end if;
  update app.line_balance b set accepted = trim_scale(b.accepted + n.accepted), refused = trim_scale(b.refused + n.refused)
  from (select line_id, sum(accepted) as accepted, sum(refused) as refused from fresh group by line_id) n where b.line_id = n.line_id;
  update app.receipt_line l set accepted = trim_scale(l.accepted + n.accepted), refused = trim_scale(l.refused + n.refused)
  from (select receipt_line_id, sum(accepted) as accepted, sum(refused) as refused from fresh group by receipt_line_id) n
  where l.id = n.receipt_line_id;
  return null;
end $$;

-- What of a refused quantity is still there: neither settled nor sent back.
create function app.refusal_left(refusal uuid) returns numeric language sql stable set search_path = '' as $$
  select l.refused - coalesce((select sum(s.quantity) from app.refusal_settlement s where s.acceptance_line_id = l.id), 0)
    - coalesce((select sum(b.quantity) from app.goods_return_line b where b.acceptance_line_id = l.id), 0)
  from app.acceptance_line l where l.id = refusal
$$;
grant execute on function app.refusal_left(uuid) to hub_app, hub_worker, hub_guard;

create function app.settlement_counts() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  kept numeric := case when new.outcome = 'SCRAPPED' then 0 else new.quantity end;
begin
  if app.my_side(new.buyer_id, new.supplier_id) is distinct from (case when new.outcome = 'REWORKED' then 'BUYER' else 'SUPPLIER' end) then
    perform app.wrong_hands('the buyer accepts what was made good, the supplier agrees to less');
  end if;
  if new.outcome = 'CONCEDED' and not exists (
      select from app.acceptance_line l where l.id = new.acceptance_line_id and l.action = 'CONCESSION' and l.price_reduction = new.price_reduction) then
    perform app.wrong_hands('the supplier agrees to the reduction that the buyer asked');
  end if;
  update app.line_balance set accepted = trim_scale(accepted + kept), refused = trim_scale(refused - kept),
    replaced = trim_scale(replaced + case when new.consequence = 'REPLACEMENT' then new.quantity else 0 end) where line_id = new.line_id;
  if app.refusal_left(new.acceptance_line_id) < 0 then
    perform app.goods_refused('refusal_settled_once', 'a refused quantity is settled once', new.line_id);
  end if;
  update app.receipt_line set accepted = trim_scale(accepted + kept), refused = trim_scale(refused - kept) where id = new.receipt_line_id;
  if new.consequence = 'REPLACEMENT' then perform app.spread_deliveries(array[new.line_id]); end if;
  return null;
end $$;

create function app.goods_return_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.status = 'ARRIVED' and old.status = 'SENT' and app.me() is distinct from new.supplier_id then
    perform app.wrong_hands('the supplier says when goods came back');
  end if;
  if old.status = 'ARRIVED' then
    raise exception 'goods arrive once' using errcode = '23514', constraint = 'history_is_kept';
  end if;
  return new;
end $$;
create trigger hands before update on app.goods_return for each row execute function app.goods_return_hands();

create function app.goods_return_counts() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  c app.warranty_claim;
begin
  if not exists (select from app.goods_return v where v.id = new.return_id and v.xmin = pg_current_xact_id()::xid) then
    perform app.goods_refused('document_written_at_once', 'a return is written at once', new.line_id);
  end if;
  update app.line_balance set returned = trim_scale(returned + case when new.claim_id is null then 0 else new.quantity end),
    replaced = trim_scale(replaced + case when new.consequence = 'REPLACEMENT' then new.quantity else 0 end) where line_id = new.line_id;
  if new.claim_id is null then
    if app.refusal_left(new.acceptance_line_id) < 0 then
      perform app.goods_refused('refusal_settled_once', 'a refused quantity goes back once', new.line_id);
    end if;
  else
    select * into c from app.warranty_claim where id = new.claim_id;
    if c.status <> 'ACCEPTED' or (c.remedy, new.consequence) not in (('REPLACE', 'REPLACEMENT'), ('RETURN', 'CREDIT')) then
      perform app.goods_refused('returned_by_claim', 'accepted goods go back by a claim that the supplier accepted', new.line_id);
    end if;
    if (select sum(b.quantity) from app.goods_return_line b where b.claim_id = c.id) > c.quantity then
      perform app.goods_refused('returned_within_claim', 'no more goes back than was claimed', new.line_id);
    end if;
    update app.receipt_line set returned = trim_scale(returned + new.quantity) where id = new.receipt_line_id;
  end if;
  if new.consequence = 'REPLACEMENT' then perform app.spread_deliveries(array[new.line_id]); end if;
  return null;
end $$;

-- What is claimed was accepted, is still there, and is not claimed twice at one time.
create function app.warranty_counts() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  line app.receipt_line;
  came_on date;
  months int;
  claimed numeric;
begin
  perform from app.line_balance where line_id = new.line_id for no key update;
  select * into line from app.receipt_line where id = new.receipt_line_id;
  select r.received_on into came_on from app.receipt_advice r where r.id = new.receipt_id;
  select coalesce(sum(c.quantity - coalesce((select sum(b.quantity) from app.goods_return_line b where b.claim_id = c.id), 0)), 0) into claimed
  from app.warranty_claim c where c.receipt_line_id = new.receipt_line_id and c.status in ('CLAIMED', 'ACCEPTED');
  if claimed > line.accepted - line.returned then
    perform app.goods_refused('claimed_within_accepted', 'only accepted goods that are still there are claimed', new.line_id);
  end if;
  select coalesce(g.warranty_months, 24) into months
  from app.orders o left join app.trade_agreement g on g.id = o.agreement_id where o.id = new.order_id;
  if new.claim_until is distinct from (came_on + make_interval(months => months))::date or new.found_on < came_on then
    perform app.goods_refused('claimed_in_time', 'a claim is made within the guarantee, else two years of the receipt', new.line_id);
  end if;
  return null;
end $$;

create function app.warranty_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.status <> old.status and app.my_side(new.buyer_id, new.supplier_id) is distinct from
      (case when new.status = 'CLOSED' or (new.status, old.status) = ('ACCEPTED', 'REMEDIED') then 'BUYER' else 'SUPPLIER' end) then
    perform app.wrong_hands('the supplier answers and remedies, the buyer closes');
  end if;
  return new;
end $$;
create trigger hands before update on app.warranty_claim for each row execute function app.warranty_hands();

create trigger hands before insert on app.acceptance for each row execute function app.own_name();
create trigger hands before insert on app.refusal_settlement for each row execute function app.own_name();
create trigger own_hands before insert on app.goods_return for each row execute function app.own_name();
create trigger own_hands before insert on app.warranty_claim for each row execute function app.own_name();
create trigger hands before insert on app.warranty_step for each row execute function app.own_name();
create trigger counts after insert on app.acceptance_line referencing new table as fresh for each statement execute function app.acceptance_counts();
create trigger counts after insert on app.refusal_settlement for each row execute function app.settlement_counts();
create trigger counts after insert on app.goods_return_line for each row execute function app.goods_return_counts();
create trigger counts after insert or update of status on app.warranty_claim for each row execute function app.warranty_counts();
alter function app.acceptance_counts() owner to hub_guard;
alter function app.settlement_counts() owner to hub_guard;
alter function app.goods_return_counts() owner to hub_guard;
alter function app.warranty_counts() owner to hub_guard;
