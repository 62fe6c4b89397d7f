-- What rules.ts says of statements, said again where raw SQL cannot pass by.
insert into app.lifecycle_pair (machine, from_status, to_status) values
  ('statement', '', 'DRAFT'), ('statement', 'DRAFT', 'SENT'), ('statement', 'DRAFT', 'WITHDRAWN'), ('statement', 'SENT', 'DISPUTED'),
  ('statement', 'SENT', 'CONFIRMED'), ('statement', 'SENT', 'WITHDRAWN'), ('statement', 'DISPUTED', 'SENT'), ('statement', 'DISPUTED', 'WITHDRAWN');
create trigger lifecycle before insert or update on app.statement for each row execute function app.follow_lifecycle('statement');

create policy guard_select on app.statement for select to hub_guard using (true);
create policy guard_count on app.statement for update to hub_guard using (true) with check (true);
grant select, update (status, line_count, excluded_count, buyer_ticked, supplier_ticked, open_disputes, opening, received, returned, price_difference,
  invoiced, credited, paid, closing, uninvoiced, buyer_confirmed_on, supplier_confirmed_on) on app.statement to hub_guard;
create policy guard_select on app.statement_line for select to hub_guard using (true);
create policy guard_mark on app.statement_line for update to hub_guard using (true) with check (true);
grant select, update (live, excluded, buyer_mark, supplier_mark) on app.statement_line to hub_guard;

-- One acts in one's own name: its drafter sends and withdraws, each side confirms for itself, and on the day that it is.
create function app.statement_hands() returns trigger language plpgsql set search_path = '' as $$
declare
  before app.statement;
begin
  new.changed_at := clock_timestamp();
  if tg_op = 'INSERT' then
    if new.drafted_by is distinct from app.me() or new.line_count <> 0 or new.opening <> 0 or new.received <> 0 or new.returned <> 0
        or new.price_difference <> 0 or new.invoiced <> 0 or new.credited <> 0 or new.paid <> 0
        or num_nonnulls(new.buyer_confirmed_on, new.supplier_confirmed_on, new.sent_on) > 0 then
      perform app.wrong_hands('a statement begins empty, in the name of its drafter');
    end if;
    return new;
  end if;
  if old.status in ('CONFIRMED', 'WITHDRAWN') then
    raise exception 'a statement that is confirmed or withdrawn stays as it is' using errcode = '23514', constraint = 'history_is_kept';
  end if;
  if new.status <> old.status and (old.status = 'DRAFT' or new.status = 'WITHDRAWN') and new.drafted_by is distinct from app.me() then
    perform app.wrong_hands('its drafter sends and withdraws a statement');
  end if;
  if new.buyer_confirmed_on is distinct from old.buyer_confirmed_on then
    perform app.statement_confirms(new, new.buyer_id, new.buyer_confirmed_on, new.buyer_ticked, new.excluded_count > old.excluded_count);
  end if;
  if new.supplier_confirmed_on is distinct from old.supplier_confirmed_on then
    perform app.statement_confirms(new, new.supplier_id, new.supplier_confirmed_on, new.supplier_ticked, new.excluded_count > old.excluded_count);
  end if;
  if new.status = 'CONFIRMED' and new.previous_id is not null then
    select * into before from app.statement where id = new.previous_id;
    if before.status is distinct from 'CONFIRMED' or before.closing is distinct from new.opening then
      raise exception 'a statement begins with what the one before confirmed' using errcode = '23514', constraint = 'statement_opening_confirmed';
    end if;
  end if;
  return new;
end $$;

create function app.statement_confirms(s app.statement, side_id uuid, confirmed date, ticked int, set_aside boolean) returns void
language plpgsql set search_path = '' as $$
begin
  if confirmed is null then
    -- What was confirmed is no longer what stands there.
    if s.open_disputes = 0 and not set_aside then perform app.wrong_hands('a confirmation binds'); end if;
  elsif app.me() is distinct from side_id or s.status not in ('SENT', 'CONFIRMED') or confirmed <> app.business_date()
      or ticked <> s.line_count - s.excluded_count then
    perform app.wrong_hands('a side confirms for itself, today, what it has ticked');
  end if;
end $$;
grant execute on function app.statement_confirms(app.statement, uuid, date, int, boolean) to hub_app, hub_worker, hub_guard;
create trigger hands before insert or update on app.statement for each row execute function app.statement_hands();

-- Lines come with their draft, each from a document of the two parties of its day: within the period, or set aside before.
create function app.statement_line_hands() returns trigger language plpgsql set search_path = '' as $$
declare
  s app.statement;
  subject record;
begin
  select * into s from app.statement d where d.id = new.statement_id and d.status = 'DRAFT' and d.drafted_by = app.me() and d.xmin = pg_current_xact_id()::xid;
  if not found or not new.live or new.excluded or num_nonnulls(new.buyer_mark, new.supplier_mark) > 0 then
    perform app.wrong_hands('the lines of a statement are written with it');
  end if;
  if new.kind = 'OPENING' then
    if s.previous_id is null then
      if new.subject_id <> s.id then perform app.wrong_hands('the first opening balance is its own'); end if;
    elsif new.subject_id <> s.previous_id or new.amount is distinct from (select p.closing from app.statement p where p.id = s.previous_id) then
      raise exception 'a statement begins with the balance of the one before' using errcode = '23514', constraint = 'statement_opening';
    end if;
    return new;
  end if;
  select v.* into subject from app.statement_subject v where v.kind = new.kind and v.subject_id = new.subject_id;
  if not found or (subject.buyer_id, subject.supplier_id, subject.day, subject.currency, subject.document_type, subject.document_id)
      is distinct from (new.buyer_id, new.supplier_id, new.day, new.currency, new.document_type, new.document_id) or new.currency <> s.currency
      or subject.quantity is distinct from new.quantity or (subject.amount is not null and subject.amount is distinct from new.amount) then
    raise exception 'a line says what its document says' using errcode = '23514', constraint = 'statement_line_true';
  end if;
  if new.carried_from is not null then
    if not exists (select from app.statement_line l where l.id = new.carried_from and l.excluded and (l.kind, l.subject_id) = (new.kind, new.subject_id)) then
      raise exception 'what comes again was set aside before' using errcode = '23514', constraint = 'statement_line_carried';
    end if;
  elsif new.day not between s.period_from and s.period_to then
    raise exception 'a line lies in the period' using errcode = '23514', constraint = 'statement_line_in_period';
  end if;
  return new;
end $$;
create trigger hands before insert on app.statement_line for each row execute function app.statement_line_hands();

create function app.statement_mark_hands() returns trigger language plpgsql set search_path = '' as $$
declare
  l app.statement_line;
  s app.statement;
begin
  select * into l from app.statement_line where id = new.line_id;
  select * into s from app.statement where id = new.statement_id;
  if new.side is distinct from app.my_side(new.buyer_id, new.supplier_id) or new.org_id is distinct from app.me() then
    perform app.wrong_hands('a side marks in its own name');
  end if;
  if s.status not in ('SENT', 'DISPUTED') or l.excluded or new.currency <> s.currency
      or (new.side = 'BUYER' and s.buyer_confirmed_on is not null) or (new.side = 'SUPPLIER' and s.supplier_confirmed_on is not null) then
    raise exception 'lines are marked while the statement is open' using errcode = '23514', constraint = 'statement_open';
  end if;
  if new.kind = 'EXCLUDE' and (case new.side when 'BUYER' then l.supplier_mark else l.buyer_mark end) is distinct from 'DISPUTED' then
    raise exception 'a line is set aside by agreement' using errcode = '23514', constraint = 'exclusion_agreed';
  end if;
  return new;
end $$;
create trigger hands before insert on app.statement_mark for each row execute function app.statement_mark_hands();

create function app.statement_step_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.side is distinct from app.my_side(new.buyer_id, new.supplier_id) or new.org_id is distinct from app.me() then
    perform app.wrong_hands('a step is taken in one''s own name');
  end if;
  return new;
end $$;
create trigger hands before insert on app.statement_step for each row execute function app.statement_step_hands();

-- Sums and counts of a statement from its lines. What is set aside counts nowhere.
create function app.statement_count(ids uuid[]) returns void language sql set search_path = '' as $$
  update app.statement s set
    line_count = n.lines, excluded_count = n.excluded, buyer_ticked = n.buyer_ticked, supplier_ticked = n.supplier_ticked, open_disputes = n.disputes,
    opening = n.opening, received = n.received, returned = n.returned, price_difference = n.price_difference,
    invoiced = n.invoiced, credited = n.credited, paid = n.paid,
    closing = n.opening + n.invoiced - n.credited - n.paid,
    uninvoiced = n.received - n.returned + n.price_difference - n.invoiced + n.credited,
    status = case when s.status in ('SENT', 'DISPUTED') then case when n.disputes > 0 then 'DISPUTED' else 'SENT' end else s.status end,
    -- A dispute, or a line less, takes away what was confirmed before.
    buyer_confirmed_on = case when n.disputes = 0 and n.excluded = s.excluded_count then s.buyer_confirmed_on end,
    supplier_confirmed_on = case when n.disputes = 0 and n.excluded = s.excluded_count then s.supplier_confirmed_on end
  from (
    select l.statement_id, count(*)::int as lines, (count(*) filter (where l.excluded))::int as excluded,
      (count(*) filter (where not l.excluded and l.buyer_mark = 'TICKED'))::int as buyer_ticked,
      (count(*) filter (where not l.excluded and l.supplier_mark = 'TICKED'))::int as supplier_ticked,
      (count(*) filter (where not l.excluded and 'DISPUTED' in (l.buyer_mark, l.supplier_mark)))::int as disputes,
      coalesce(sum(l.amount) filter (where not l.excluded and l.kind = 'OPENING'), 0) as opening,
      coalesce(sum(l.amount) filter (where not l.excluded and l.kind = 'RECEIPT'), 0) as received,
      coalesce(sum(l.amount) filter (where not l.excluded and l.kind = 'RETURN'), 0) as returned,
      coalesce(sum(l.amount) filter (where not l.excluded and l.kind = 'PRICE_DIFFERENCE'), 0) as price_difference,
      coalesce(sum(l.amount) filter (where not l.excluded and l.kind = 'INVOICE'), 0) as invoiced,
      coalesce(sum(l.amount) filter (where not l.excluded and l.kind = 'CREDIT'), 0) as credited,
      coalesce(sum(l.amount) filter (where not l.excluded and l.kind = 'PAYMENT'), 0) as paid
    from app.statement_line l where l.statement_id = any(ids) group by l.statement_id
  ) n where n.statement_id = s.id
$$;
grant execute on function app.statement_count(uuid[]) to hub_guard;

create function app.statement_lines_counted() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform app.statement_count(array(select distinct a.statement_id from added a));
  return null;
end $$;
create trigger counted after insert on app.statement_line referencing new table as added
  for each statement execute function app.statement_lines_counted();
alter function app.statement_lines_counted() owner to hub_guard;

-- The newest mark of each side is how it looks at the line.
create function app.statement_marks_counted() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.statement_line l set
    buyer_mark = case when m.buyer is null then l.buyer_mark else m.buyer end,
    supplier_mark = case when m.supplier is null then l.supplier_mark else m.supplier end,
    excluded = l.excluded or m.excluded,
    live = l.live and not m.excluded
  from (
    select a.line_id,
      case (array_agg(a.kind order by a.at desc, a.id desc) filter (where a.side = 'BUYER' and a.kind <> 'EXCLUDE'))[1] when 'TICK' then 'TICKED' when 'DISPUTE' then 'DISPUTED' end as buyer,
      case (array_agg(a.kind order by a.at desc, a.id desc) filter (where a.side = 'SUPPLIER' and a.kind <> 'EXCLUDE'))[1] when 'TICK' then 'TICKED' when 'DISPUTE' then 'DISPUTED' end as supplier,
      bool_or(a.kind = 'EXCLUDE') as excluded
    from added a group by a.line_id
  ) m where m.line_id = l.id;
  perform app.statement_count(array(select distinct a.statement_id from added a));
  return null;
end $$;
create trigger counted after insert on app.statement_mark referencing new table as added
  for each statement execute function app.statement_marks_counted();
alter function app.statement_marks_counted() owner to hub_guard;

-- A statement that is withdrawn lets go of its documents, unless a later one begins with its balance.
create function app.statement_let_go() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from app.statement n where n.previous_id = new.id and n.status <> 'WITHDRAWN') then
    raise exception 'a later statement begins with this one' using errcode = '23514', constraint = 'statement_followed';
  end if;
  update app.statement_line set live = false where statement_id = new.id and live;
  return null;
end $$;
create trigger let_go after update of status on app.statement for each row
  when (new.status = 'WITHDRAWN' and old.status <> 'WITHDRAWN') execute function app.statement_let_go();
alter function app.statement_let_go() owner to hub_guard;
