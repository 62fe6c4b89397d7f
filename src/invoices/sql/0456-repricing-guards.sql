insert into app.lifecycle_pair (machine, from_status, to_status) values
  ('repricing', '', 'PROPOSED'), ('repricing', 'PROPOSED', 'AGREED'), ('repricing', 'PROPOSED', 'REPLACED'), ('repricing', 'AGREED', 'SETTLED'),
  ('repricing', 'SETTLED', 'AGREED');
create trigger lifecycle before insert or update on app.repricing for each row execute function app.follow_lifecycle('repricing');

create policy guard_select on app.repricing for select to hub_guard using (true);
create policy guard_count on app.repricing for update to hub_guard using (true) with check (true);
grant select, update (status, version, surplus_settled, deficit_settled, settled_on) on app.repricing to hub_guard;
create policy guard_select on app.repricing_invoice for select to hub_guard using (true);
create policy guard_count on app.repricing_invoice for update to hub_guard using (true) with check (true);
grant select, update (settled) on app.repricing_invoice to hub_guard;
create policy guard_select on app.repricing_line for select to hub_guard using (true);
create policy guard_count on app.repricing_line for update to hub_guard using (true) with check (true);
grant select, update (live) on app.repricing_line to hub_guard;
create policy guard_select on app.repricing_settlement for select to hub_guard using (true);
create policy guard_release on app.repricing_settlement for update to hub_guard using (true) with check (true);
grant select, update (released_at) on app.repricing_settlement to hub_guard;

create function app.repricing_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if num_nonnulls(new.buyer_agreed_on, new.supplier_agreed_on) > 0 or new.surplus_settled + new.deficit_settled > 0 then
      perform app.wrong_hands('a list begins agreed by nobody');
    end if;
    return new;
  end if;
  -- A list that was settled opens again where its document falls away: the guard counted less.
  if old.status = 'REPLACED' or (old.status = 'SETTLED' and new.surplus_settled >= old.surplus_settled) then
    raise exception 'a list that is settled or replaced stays as it is' using errcode = '23514', constraint = 'history_is_kept';
  end if;
  if new.status = 'REPLACED' and num_nonnulls(old.buyer_agreed_on, old.supplier_agreed_on) > 0 then
    perform app.wrong_hands('a list to which a side has agreed is not replaced');
  end if;
  if (new.buyer_agreed_on is distinct from old.buyer_agreed_on
        and (old.buyer_agreed_on is not null or app.me() is distinct from new.buyer_id or new.buyer_agreed_on <> app.business_date()))
      or (new.supplier_agreed_on is distinct from old.supplier_agreed_on
        and (old.supplier_agreed_on is not null or app.me() is distinct from new.supplier_id or new.supplier_agreed_on <> app.business_date())) then
    perform app.wrong_hands('a side agrees for itself, today, once');
  end if;
  return new;
end $$;
create trigger hands before insert or update on app.repricing for each row execute function app.repricing_hands();

-- Parts come with their list, and make it up.
create function app.repricing_part_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from app.repricing r where r.id = new.repricing_id and r.status = 'PROPOSED' and r.xmin = pg_current_xact_id()::xid) then
    perform app.wrong_hands('a list is written at once');
  end if;
  return new;
end $$;
create trigger hands before insert on app.repricing_invoice for each row execute function app.repricing_part_hands();
create trigger hands before insert on app.repricing_line for each row execute function app.repricing_part_hands();
create trigger nothing_settled before insert on app.repricing_invoice for each row when (new.settled <> 0) execute function app.refuse_change();
create trigger begins_live before insert on app.repricing_line for each row when (not new.live) execute function app.refuse_change();

create function app.repricing_adds_up() returns trigger language plpgsql set search_path = '' as $$
declare
  parts record;
begin
  select sum(i.net) as net, sum(i.tax) as tax, sum(greatest(i.total, 0)) as surplus, sum(greatest(-i.total, 0)) as deficit into parts
  from app.repricing_invoice i where i.repricing_id = new.id;
  if (new.net, new.tax, new.surplus, new.deficit) is distinct from (parts.net, parts.tax, parts.surplus, parts.deficit)
    or new.line_count <> (select count(*) from app.repricing_line l where l.repricing_id = new.id)
    or exists (
      select from app.repricing_invoice i
      left join lateral (select sum(l.net) as net, sum(l.tax) as tax from app.repricing_line l
        where l.repricing_invoice_id = i.id and l.invoice_id = i.invoice_id) l on true
      where i.repricing_id = new.id and (i.net, i.tax) is distinct from (l.net, l.tax)) then
    raise exception 'the lines of a list make up its sums' using errcode = '23514', constraint = 'repricing_adds_up';
  end if;
  return null;
end $$;
create constraint trigger adds_up after insert on app.repricing deferrable initially deferred
  for each row execute function app.repricing_adds_up();

create function app.repricing_agreement_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.side is distinct from app.my_side(new.buyer_id, new.supplier_id) or new.org_id is distinct from app.me() then
    perform app.wrong_hands('a side agrees in its own name');
  end if;
  return new;
end $$;
create trigger hands before insert on app.repricing_agreement for each row execute function app.repricing_agreement_hands();

-- A document of the supplier's settles no more than it is worth, in the direction in which it goes.
create function app.repricing_settlement_hands() returns trigger language plpgsql set search_path = '' as $$
declare
  i app.repricing_invoice;
  worth numeric;
  used numeric;
begin
  if new.org_id is distinct from app.me() or app.me() is distinct from new.supplier_id or new.released_at is not null then
    perform app.wrong_hands('the supplier''s documents settle a list');
  end if;
  if not exists (select from app.repricing r where r.id = new.repricing_id and r.status = 'AGREED' and r.currency = new.currency) then
    raise exception 'a list is settled once it is agreed' using errcode = '23514', constraint = 'repricing_open';
  end if;
  select * into i from app.repricing_invoice where id = new.repricing_invoice_id;
  if new.invoice_id is not null then
    select v.total into worth from app.invoice v where v.id = new.invoice_id and v.currency = new.currency and v.id <> i.invoice_id
      and v.status not in ('REJECTED', 'VOIDED');
  else
    select c.total into worth from app.credit_note c where c.id = new.credit_note_id and c.currency = new.currency and c.invoice_id = i.invoice_id;
  end if;
  select coalesce(sum(s.amount), 0) into used from app.repricing_settlement s
  where (s.invoice_id, s.credit_note_id) is not distinct from (new.invoice_id, new.credit_note_id) and s.released_at is null;
  if worth is null or used + new.amount > worth or (new.invoice_id is not null) <> (i.total > 0) then
    raise exception 'a document settles what it is worth' using errcode = '23514', constraint = 'repricing_document_worth';
  end if;
  return new;
end $$;
create trigger hands before insert on app.repricing_settlement for each row execute function app.repricing_settlement_hands();

create function app.repricing_settles() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  plus boolean := new.invoice_id is not null;
begin
  update app.repricing_invoice set settled = settled + new.amount where id = new.repricing_invoice_id;
  update app.repricing r set
    surplus_settled = r.surplus_settled + n.plus, deficit_settled = r.deficit_settled + n.minus, version = r.version + 1,
    status = case when r.surplus_settled + n.plus = r.surplus and r.deficit_settled + n.minus = r.deficit then 'SETTLED' else r.status end,
    settled_on = case when r.surplus_settled + n.plus = r.surplus and r.deficit_settled + n.minus = r.deficit then app.business_date() end
  from (select case when plus then new.amount else 0 end as plus, case when plus then 0 else new.amount end as minus) n
  where r.id = new.repricing_id;
  return null;
end $$;
create trigger settles after insert on app.repricing_settlement for each row execute function app.repricing_settles();
alter function app.repricing_settles() owner to hub_guard;

-- A list that is replaced lets go of its lines.
create function app.repricing_let_go() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.repricing_line set live = false where repricing_id = new.id and live;
  return null;
end $$;
create trigger let_go after update of status on app.repricing for each row
  when (new.status = 'REPLACED' and old.status <> 'REPLACED') execute function app.repricing_let_go();
alter function app.repricing_let_go() owner to hub_guard;

-- What a further invoice had settled is open again when it is rejected or voided.
create function app.repricing_unsettles() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.repricing_invoice i set settled = i.settled - s.amount
  from app.repricing_settlement s where s.invoice_id = new.id and s.released_at is null and i.id = s.repricing_invoice_id;
  update app.repricing r set surplus_settled = r.surplus_settled - n.amount, status = 'AGREED', settled_on = null, version = r.version + 1
  from (select s.repricing_id, sum(s.amount) as amount from app.repricing_settlement s where s.invoice_id = new.id and s.released_at is null group by 1) n
  where r.id = n.repricing_id;
  update app.repricing_settlement set released_at = clock_timestamp() where invoice_id = new.id and released_at is null;
  return null;
end $$;
create trigger unsettles after update of status on app.invoice for each row
  when (new.status in ('REJECTED', 'VOIDED') and old.status <> new.status) execute function app.repricing_unsettles();
alter function app.repricing_unsettles() owner to hub_guard;
