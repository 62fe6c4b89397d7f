-- What rules.ts says of orders, said again where raw SQL cannot pass by. All look only at rows of the order itself, which both
-- parties see; so they run as the writer.

insert into app.lifecycle_pair (machine, from_status, to_status) values
  ('order', '', 'ISSUED'), ('order', 'ISSUED', 'ACKNOWLEDGED'), ('order', 'ISSUED', 'IN_FORCE'), ('order', 'ISSUED', 'REFUSED'),
  ('order', 'ISSUED', 'COUNTERED'), ('order', 'ISSUED', 'CANCELLED'), ('order', 'ACKNOWLEDGED', 'ISSUED'), ('order', 'ACKNOWLEDGED', 'IN_FORCE'),
  ('order', 'ACKNOWLEDGED', 'REFUSED'), ('order', 'ACKNOWLEDGED', 'COUNTERED'), ('order', 'ACKNOWLEDGED', 'CANCELLED'), ('order', 'COUNTERED', 'ISSUED'),
  ('order', 'COUNTERED', 'IN_FORCE'), ('order', 'COUNTERED', 'REFUSED'), ('order', 'COUNTERED', 'CANCELLED'), ('order', 'IN_FORCE', 'CANCELLED'),
  ('orderProposal', '', 'OPEN'), ('orderProposal', 'OPEN', 'ACCEPTED'), ('orderProposal', 'OPEN', 'REFUSED'), ('orderProposal', 'OPEN', 'WITHDRAWN'),
  ('orderProposal', 'OPEN', 'LAPSED');
create trigger lifecycle before insert or update on app.orders for each row execute function app.follow_lifecycle('order');
create trigger lifecycle before insert or update on app.order_proposal for each row execute function app.follow_lifecycle('orderProposal');
create trigger relate after insert on app.orders for each row execute function app.relate_parties();

-- Which side may take an order from one state to another.
create table app.order_step (
  from_status text not null,
  to_status text not null,
  side text not null check (side in ('BUYER', 'SUPPLIER')),
  primary key (from_status, to_status, side)
);
alter table app.order_step enable row level security;
alter table app.order_step force row level security;
create policy owner_all on app.order_step to hub_owner using (true) with check (true);
create policy everyone_reads on app.order_step for select using (true);
grant select on app.order_step to hub_app, hub_worker;
insert into app.order_step (from_status, to_status, side) values
  ('ISSUED', 'ACKNOWLEDGED', 'SUPPLIER'), ('ISSUED', 'IN_FORCE', 'SUPPLIER'), ('ISSUED', 'REFUSED', 'SUPPLIER'), ('ISSUED', 'COUNTERED', 'SUPPLIER'),
  ('ISSUED', 'CANCELLED', 'BUYER'), ('ACKNOWLEDGED', 'ISSUED', 'BUYER'), ('ACKNOWLEDGED', 'IN_FORCE', 'SUPPLIER'), ('ACKNOWLEDGED', 'REFUSED', 'SUPPLIER'),
  ('ACKNOWLEDGED', 'COUNTERED', 'SUPPLIER'), ('ACKNOWLEDGED', 'CANCELLED', 'BUYER'), ('COUNTERED', 'ISSUED', 'BUYER'), ('COUNTERED', 'ISSUED', 'SUPPLIER'),
  ('COUNTERED', 'IN_FORCE', 'BUYER'), ('COUNTERED', 'REFUSED', 'SUPPLIER'), ('COUNTERED', 'CANCELLED', 'BUYER'),
  ('IN_FORCE', 'CANCELLED', 'BUYER'), ('IN_FORCE', 'CANCELLED', 'SUPPLIER');

-- The side on which the acting organisation stands.
create function app.my_side(buyer uuid, supplier uuid) returns text language sql stable set search_path = '' as $$
  select case app.me() when buyer then 'BUYER' when supplier then 'SUPPLIER' end
$$;
grant execute on function app.my_side(uuid, uuid) to hub_app, hub_worker, hub_guard;

create function app.wrong_hands(what text) returns void language plpgsql set search_path = '' as $$
begin
  raise exception '%', what using errcode = '42501', constraint = 'wrong_hands';
end $$;
grant execute on function app.wrong_hands(text) to hub_app, hub_worker, hub_guard;

create function app.order_hands() returns trigger language plpgsql set search_path = '' as $$
declare
  mine text := app.my_side(new.buyer_id, new.supplier_id);
begin
  new.changed_at := clock_timestamp();
  if tg_op = 'INSERT' then
    if mine is distinct from 'BUYER' or new.revision <> 1 or new.agreed_revision is not null or new.called_off_value <> 0 then
      perform app.wrong_hands('an order begins with the offer of its buyer');
    end if;
    return new;
  end if;
  if new.status = old.status then return new; end if;
  if not exists (select from app.order_step s where (s.from_status, s.to_status, s.side) = (old.status, new.status, mine)) then
    perform app.wrong_hands(format('%s does not take an order from %s to %s', mine, old.status, new.status));
  end if;
  if new.status = 'CANCELLED' and old.status = 'IN_FORCE' and not exists (
      select from app.order_proposal p where p.order_id = new.id and p.ends_order and p.status = 'ACCEPTED' and p.base_revision = new.revision - 1) then
    perform app.wrong_hands('an agreed order ends by an accepted proposal');
  end if;
  return new;
end $$;
create trigger hands before insert or update on app.orders for each row execute function app.order_hands();

-- A revision is the buyer's as long as nothing is agreed; else it is what the other side's accepted proposal says.
create function app.revision_hands() returns trigger language plpgsql set search_path = '' as $$
declare
  o app.orders;
  p app.order_proposal;
  mine text := app.my_side(new.buyer_id, new.supplier_id);
begin
  select * into o from app.orders where id = new.order_id;
  if new.org_id is distinct from app.me() then perform app.wrong_hands('a revision is written in one''s own name'); end if;
  if new.revision <> 1 + coalesce((select max(r.revision) from app.order_revision r where r.order_id = new.order_id), 0) then
    raise exception 'revisions are counted' using errcode = '23514', constraint = 'revision_counted';
  end if;
  if new.proposal_id is null then
    if mine is distinct from 'BUYER' or o.agreed_revision is not null then perform app.wrong_hands('only the buyer rewrites an offer that is not agreed'); end if;
  else
    select * into p from app.order_proposal where id = new.proposal_id;
    if p.status <> 'ACCEPTED' or p.side is not distinct from mine or p.base_revision <> new.revision - 1 or p.header_after <> new.header then
      perform app.wrong_hands('a revision says what the other side''s accepted proposal says');
    end if;
  end if;
  return new;
end $$;
create trigger hands before insert on app.order_revision for each row execute function app.revision_hands();

-- Lines of a revision come with it in one transaction, or never; those of a proposal that was accepted are its own.
create function app.revision_line_hands() returns trigger language plpgsql set search_path = '' as $$
declare
  r app.order_revision;
begin
  select * into r from app.order_revision v
  where v.order_id = new.order_id and v.revision = new.revision and v.xmin = pg_current_xact_id()::xid;
  if not found then perform app.wrong_hands('a revision is written at once'); end if;
  if r.proposal_id is not null and not exists (
      select from app.order_proposal_line l where l.proposal_id = r.proposal_id and l.line_no = new.line_no and l.after = new.content) then
    perform app.wrong_hands('a revision says what the accepted proposal says');
  end if;
  return new;
end $$;
create trigger hands before insert on app.order_revision_line for each row execute function app.revision_line_hands();

-- The order as it stands is what its revisions say.
create function app.line_says_revision() returns trigger language plpgsql set search_path = '' as $$
declare
  said record;
begin
  select l.content, l.amount into said from app.order_revision_line l
  where l.order_id = new.order_id and l.revision = new.revision and l.line_no = new.line_no;
  if said.content is null
    or (new.quantity, new.price, new.price_basis, new.allowance, new.charge, new.tax_rate, new.amount)
       is distinct from ((said.content->>'quantity')::numeric, (said.content->>'price')::numeric, (said.content->>'priceBasis')::numeric,
         (said.content->>'allowance')::numeric, (said.content->>'charge')::numeric, (said.content->>'taxRate')::numeric, said.amount)
    or (new.unit, new.state, new.item_name) is distinct from (said.content->>'unit', said.content->>'state', said.content->>'itemName') then
    raise exception 'line % is not what revision % says', new.line_no, new.revision using errcode = '23514', constraint = 'line_says_revision';
  end if;
  return new;
end $$;
create trigger says_revision before insert on app.order_line for each row execute function app.line_says_revision();
create trigger nothing_called before insert on app.order_line for each row when (new.called_off <> 0) execute function app.refuse_change();
create trigger says_revision_again before update on app.order_line for each row
  when ((new.revision, new.quantity, new.unit, new.state, new.item_name, new.price, new.price_basis, new.allowance, new.charge, new.tax_rate, new.amount)
    is distinct from (old.revision, old.quantity, old.unit, old.state, old.item_name, old.price, old.price_basis, old.allowance, old.charge, old.tax_rate, old.amount))
  execute function app.line_says_revision();

create function app.schedule_says_revision() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (
      select from app.order_line l
      join app.order_revision_line r on (r.order_id, r.revision, r.line_no) = (l.order_id, l.revision, l.line_no)
      cross join jsonb_to_recordset(r.content->'schedules') as s("scheduleId" text, quantity numeric,
        "requestedFrom" date, "requestedTo" date, "promisedFrom" date, "promisedTo" date)
      where l.id = new.line_id and s."scheduleId" = new.schedule_no and s.quantity = new.quantity
        and (s."requestedFrom", s."requestedTo", s."promisedFrom", s."promisedTo")
          is not distinct from (new.requested_from, new.requested_to, new.promised_from, new.promised_to)) then
    raise exception 'schedule % is not what the revision says', new.schedule_no using errcode = '23514', constraint = 'schedule_says_revision';
  end if;
  return new;
end $$;
create trigger says_revision before insert or update on app.order_schedule for each row execute function app.schedule_says_revision();

-- At the end of a transaction the parts make up the whole.
create function app.order_adds_up() returns trigger language plpgsql set search_path = '' as $$
declare
  o app.orders;
begin
  select * into o from app.orders where id = new.id;
  if o.line_count <> (select count(*) from app.order_line l where l.order_id = o.id)
    or o.lines_total <> coalesce((select sum(l.amount) from app.order_line l where l.order_id = o.id and l.state = 'ACTIVE'), 0)
    or exists (select from app.order_line l where l.order_id = o.id and l.currency <> o.currency)
    or o.revision <> (select max(r.revision) from app.order_revision r where r.order_id = o.id)
    or not exists (select from app.order_revision r
                   where (r.order_id, r.revision) = (o.id, o.revision) and r.total = o.total and r.currency = o.currency) then
    raise exception 'the lines of an order make up its total' using errcode = '23514', constraint = 'order_adds_up';
  end if;
  return null;
end $$;
create constraint trigger adds_up after insert or update on app.orders deferrable initially deferred
  for each row execute function app.order_adds_up();

create function app.revision_taken() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (select from app.orders o where o.id = new.order_id and o.revision < new.revision) then
    raise exception 'an order stands at its newest revision' using errcode = '23514', constraint = 'revision_taken';
  end if;
  return null;
end $$;
create constraint trigger taken after insert on app.order_revision deferrable initially deferred
  for each row execute function app.revision_taken();

create function app.schedules_add_up() returns trigger language plpgsql set search_path = '' as $$
declare
  line uuid;
begin
  if tg_table_name = 'order_line' then line := new.id; elsif tg_op = 'DELETE' then line := old.line_id; else line := new.line_id; end if;
  if exists (select from app.order_line l where l.id = line
      and l.quantity <> coalesce((select sum(s.quantity) from app.order_schedule s where s.line_id = line), 0)) then
    raise exception 'the schedules of a line make up its quantity' using errcode = '23514', constraint = 'schedules_add_up';
  end if;
  return null;
end $$;
create constraint trigger adds_up after insert or update of quantity on app.order_line deferrable initially deferred
  for each row execute function app.schedules_add_up();
create constraint trigger adds_up after insert or update or delete on app.order_schedule deferrable initially deferred
  for each row execute function app.schedules_add_up();

-- One agrees to what the other said, in one's own name.
create function app.agreement_by_other() returns trigger language plpgsql set search_path = '' as $$
declare
  author text;
begin
  select coalesce(p.side, 'BUYER') into author
  from app.order_revision r left join app.order_proposal p on p.id = r.proposal_id
  where r.order_id = new.order_id and r.revision = new.revision;
  if new.org_id is distinct from app.me() or author is not distinct from app.my_side(new.buyer_id, new.supplier_id) then
    perform app.wrong_hands('nobody agrees to his own offer');
  end if;
  return new;
end $$;
create trigger hands before insert on app.order_agreement for each row execute function app.agreement_by_other();

create function app.proposal_hands() returns trigger language plpgsql set search_path = '' as $$
declare
  mine boolean := new.side is not distinct from app.my_side(new.buyer_id, new.supplier_id);
  o app.orders;
begin
  select * into o from app.orders where id = new.order_id;
  if tg_op = 'INSERT' then
    if not mine or new.base_revision <> o.revision or new.actor_id is distinct from app.actor() then
      perform app.wrong_hands('a proposal is made in one''s own name on the current revision');
    end if;
  elsif old.status <> 'OPEN' then
    raise exception 'a proposal is decided once' using errcode = '23514', constraint = 'history_is_kept';
  elsif (new.status in ('ACCEPTED', 'REFUSED') and mine) or (new.status = 'WITHDRAWN' and not mine) then
    perform app.wrong_hands('the other side decides on a proposal, its own side withdraws it');
  end if;
  return new;
end $$;
create trigger hands before insert or update on app.order_proposal for each row execute function app.proposal_hands();

-- What the other side proposes does not lapse by my wish alone.
create function app.proposal_lapsed() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from app.orders o where o.id = new.order_id and (o.revision > new.base_revision or o.status in ('REFUSED', 'CANCELLED'))) then
    perform app.wrong_hands('a proposal lapses with its base or its order');
  end if;
  return null;
end $$;
create constraint trigger lapsed after update on app.order_proposal deferrable initially deferred for each row
  when (new.status = 'LAPSED' and old.status = 'OPEN' and new.side is distinct from app.my_side(new.buyer_id, new.supplier_id))
  execute function app.proposal_lapsed();

create function app.proposal_line_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from app.order_proposal p where p.id = new.proposal_id and p.status = 'OPEN' and p.xmin = pg_current_xact_id()::xid
      and p.side = app.my_side(new.buyer_id, new.supplier_id)) then
    perform app.wrong_hands('a proposal is written at once, in one''s own name');
  end if;
  return new;
end $$;
create trigger hands before insert on app.order_proposal_line for each row execute function app.proposal_line_hands();

create function app.supplier_hands() returns trigger language plpgsql set search_path = '' as $$
begin
  if app.me() is distinct from new.supplier_id then perform app.wrong_hands('only the supplier answers'); end if;
  return new;
end $$;
create trigger hands before insert on app.order_response for each row execute function app.supplier_hands();
create trigger hands before insert on app.order_response_line for each row execute function app.supplier_hands();
