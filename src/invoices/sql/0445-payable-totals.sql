-- What stands between two parties in one currency, from the payables themselves.
create view app.payable_total with (security_invoker = true) as
select md5(p.buyer_id::text || p.supplier_id::text || p.currency)::uuid as id, p.buyer_id, p.supplier_id, p.currency,
  sum(p.open) filter (where p.due_on is null or p.due_on > today.day) as not_due,
  sum(p.open) filter (where p.due_on = today.day) as due_today,
  sum(p.open) filter (where p.due_on < today.day) as overdue,
  sum(p.retained) as retained,
  sum(p.settled) as settled,
  min(p.due_on) filter (where p.open > 0) as oldest_due_on,
  count(*) filter (where p.due_on < today.day and p.open > 0)::int as overdue_count,
  sum(p.interest_posted - p.interest_paid) as interest_posted_open,
  -- What runs since it was last posted; each payable rounded as it would be posted.
  sum(round(p.open * p.rate * (today.day - coalesce(p.accrued_to, p.due_on)) / coalesce(p.rate_basis, 1), 2))
    filter (where p.open > 0 and today.day > coalesce(p.accrued_to, p.due_on)) as interest_running,
  sum(round(p.open * p.rate / coalesce(p.rate_basis, 1), 2)) filter (where p.due_on < today.day) as per_day
from app.payable p cross join (select app.business_date() as day) today
group by p.buyer_id, p.supplier_id, p.currency;
grant select on app.payable_total to hub_app, hub_worker;
