import type pg from 'pg';

// Each statement answers one row of text for each thing that is wrong.

// I7: what happened to an order stands in the feeds of both of its parties.
const COVERED: Readonly<Record<string, string>> = {
  'I7 a version without an event': `
    select o.id || ' version ' || v as what from app.orders o, generate_series(1, o.version) v
    where not exists (select from app.event e where e.subject = 'Order' and e.subject_id = o.id and e.subject_version = v)`,
  'I7 an event that a party has not, or has twice': `
    select e.id || ' ' || e.type as what from app.event e join app.orders o on o.id = e.subject_id, unnest(array[o.buyer_id, o.supplier_id]) party
    where e.subject = 'Order' and (select count(*) from app.feed f where f.org_id = party and f.event_id = e.id) <> 1`,
  'I7 a status that no event tells': `
    select o.id || ' is ' || o.status as what from app.orders o where o.status is distinct from
      (select e.status from app.event e where e.subject = 'Order' and e.subject_id = o.id and e.status is not null order by e.id desc limit 1)`,
  'I7 proposals and their events differ': `
    with said as (
      select order_id, 'ORDER_CHANGE_PROPOSED' as type from app.order_proposal
      union all
      select order_id, 'ORDER_CHANGE_' || status from app.order_proposal where status <> 'OPEN'
    ), told as (
      select subject_id as order_id, type from app.event where type like 'ORDER\\_CHANGE\\_%'
    )
    select coalesce(s.order_id, t.order_id) || ' ' || coalesce(s.type, t.type) as what
    from (select order_id, type, count(*) as n from said group by 1, 2) s
    full join (select order_id, type, count(*) as n from told group by 1, 2) t using (order_id, type) where s.n is distinct from t.n`,
};

// I9: only legal transitions, and the order as it stands is what its facts say.
const LEGAL: Readonly<Record<string, string>> = {
  'I9 a step that the life cycle does not know': `
    select t.subject_id || ' from "' || t.before || '" to ' || t.status as what
    from (select subject_id, status, coalesce(lag(status) over (partition by subject_id order by id), '') as before
          from app.event where subject = 'Order' and status is not null) t
    where t.before <> t.status and not exists (
      select from app.lifecycle_pair p where (p.machine, p.from_status, p.to_status) = ('order', t.before, t.status))`,
  'I9 a proposal with another fate than its life cycle knows': `
    select p.id || ' is ' || p.status as what from app.order_proposal p where p.status <> 'OPEN' and (p.version <> 2 or not exists (
      select from app.lifecycle_pair l where (l.machine, l.from_status, l.to_status) = ('orderProposal', 'OPEN', p.status)))`,
  'I9 a proposal that is open on nothing': `
    select p.id::text as what from app.order_proposal p join app.orders o on o.id = p.order_id
    where p.status = 'OPEN' and (p.base_revision <> o.revision or o.status not in ('COUNTERED', 'IN_FORCE'))`,
  'I9 revisions with a gap': `
    select o.id || ' at ' || o.revision || ' with ' || count(r.id) as what from app.orders o left join app.order_revision r on r.order_id = o.id
    group by o.id having o.revision <> count(r.id) or min(r.revision) <> 1 or max(r.revision) <> o.revision`,
  'I9 an agreement that is not the last': `
    select o.id::text as what from app.orders o left join app.order_agreement a on a.order_id = o.id
    group by o.id having max(a.revision) is distinct from o.agreed_revision or (o.status = 'IN_FORCE' and o.agreed_revision is distinct from o.revision)`,
  'I9 a header that is not its revision': `
    select o.id::text as what from app.orders o join app.order_revision r on (r.order_id, r.revision) = (o.id, o.revision)
    where (o.total, o.currency) is distinct from (r.total, r.currency)`,
  'I9 a line that is not its revision': `
    select l.order_id || ' line ' || l.line_no as what from app.order_line l
    left join lateral (select r.revision, r.content, r.amount from app.order_revision_line r
                       where (r.order_id, r.line_no) = (l.order_id, l.line_no) order by r.revision desc limit 1) r on true
    where (l.revision, l.state, l.item_name, l.unit, l.quantity, l.price, l.amount) is distinct from (r.revision, r.content->>'state',
      r.content->>'itemName', r.content->>'unit', (r.content->>'quantity')::numeric, (r.content->>'price')::numeric, r.amount)`,
  'I9 a line of a revision that is nowhere': `
    select r.order_id || ' line ' || r.line_no as what from app.order_revision_line r
    where not exists (select from app.order_line l where (l.order_id, l.line_no) = (r.order_id, r.line_no))`,
  'I9 a total that is not that of the lines': `
    select o.id::text as what from app.orders o left join app.order_line l on l.order_id = o.id
    group by o.id having o.line_count <> count(l.id) or o.lines_total <> coalesce(sum(l.amount) filter (where l.state = 'ACTIVE'), 0)`,
  'I9 schedules that are not the quantity': `
    select l.order_id || ' line ' || l.line_no as what from app.order_line l left join app.order_schedule s on s.line_id = l.id
    group by l.id having coalesce(sum(s.quantity), 0) <> l.quantity`,
};

// What call-offs hold of a frame is counted once, and never more than there is.
const FRAMES: Readonly<Record<string, string>> = {
  'I9 a frame that is over-called': `
    select l.order_id || ' line ' || l.line_no as what from app.order_line l where l.called_off > l.quantity
    union all
    select o.id::text from app.orders o where o.called_off_value > o.frame_total`,
  'I9 a frame that was counted wrongly': `
    select f.order_id || ' line ' || f.line_no as what from app.order_line f join app.orders o on o.id = f.order_id and o.type_code = '221'
    where f.called_off <> coalesce((select sum(c.quantity) from app.frame_consumption c where c.frame_line_id = f.id), 0)
      or f.called_off <> coalesce((select sum(app.convert_unit(l.quantity, l.unit, f.unit)) from app.order_line l join app.orders c on c.id = l.order_id
        where l.frame_line_id = f.id and l.state = 'ACTIVE' and c.status not in ('REFUSED', 'CANCELLED')), 0)`,
  'I9 a frame whose value was counted wrongly': `
    select o.id::text as what from app.orders o where o.type_code = '221'
      and o.called_off_value <> coalesce((select sum(c.value) from app.frame_consumption c where c.frame_id = o.id), 0)`,
};

/** I7 and I9 of orders, proposals and frames. The pool sees everything. */
export async function orderFaults(owner: pg.Pool): Promise<string[]> {
  const found: string[] = [];
  for (const [name, statement] of Object.entries({ ...COVERED, ...LEGAL, ...FRAMES })) {
    const { rows } = await owner.query<{ what: string }>(statement);
    found.push(...rows.map(({ what }) => `${name}: ${what}`));
  }
  return found;
}

/** Whether the summaries of progress are what counting the orders now gives: the effect of all jobs together. */
export async function progressFaults(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ what: string }>(`
    with counted as (
      select buyer_id, supplier_id, count(*) filter (where status = 'ISSUED') as issued, count(*) filter (where status = 'ACKNOWLEDGED') as acknowledged,
        count(*) filter (where status = 'COUNTERED') as countered, count(*) filter (where status = 'IN_FORCE') as in_force,
        count(*) filter (where status = 'REFUSED') as refused, count(*) filter (where status = 'CANCELLED') as cancelled
      from app.orders group by 1, 2)
    select 'progress of ' || c.buyer_id || ' with ' || c.supplier_id as what from counted c
    left join app.order_progress p on (p.buyer_id, p.supplier_id) = (c.buyer_id, c.supplier_id)
    where (c.issued, c.acknowledged, c.countered, c.in_force, c.refused, c.cancelled)
      is distinct from (p.issued, p.acknowledged, p.countered, p.in_force, p.refused, p.cancelled)`);
  return rows.map((row) => row.what);
}
