-- Between whom and in which currency anything was ever payable; written by the guard with the first payable.
create table app.payable_account (
  id uuid primary key default gen_random_uuid(),
  buyer_id uuid not null references app.organisation,
  supplier_id uuid not null references app.organisation,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  at timestamptz not null default clock_timestamp(),
  constraint payable_account_once unique (buyer_id, supplier_id, currency)
);
create index payable_account_buyer on app.payable_account (buyer_id, at, id);
create index payable_account_supplier on app.payable_account (supplier_id, at, id);
call app.protect('app.payable_account', parties => array['buyer_id', 'supplier_id'], writes => array[]::text[]);
create policy guard_select on app.payable_account for select to hub_guard using (true);
create policy guard_insert on app.payable_account for insert to hub_guard with check (true);
grant select, insert on app.payable_account to hub_guard;

create function app.payable_accounted() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into app.payable_account (buyer_id, supplier_id, currency) values (new.buyer_id, new.supplier_id, new.currency)
  on conflict on constraint payable_account_once do nothing;
  return null;
end $$;
alter function app.payable_accounted() owner to hub_guard;
set local role hub_guard;
grant execute on function app.payable_accounted() to hub_owner;
set local role hub_owner;
create trigger accounted after insert on app.payable for each row execute function app.payable_accounted();

-- What stands between the two today, from the payables themselves, as the asking party sees them. Interest that runs is rounded for
-- each payable as it would be posted.
create function app.payable_figures(buyer uuid, supplier uuid, of_currency text) returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'notDue', coalesce(sum(p.open) filter (where p.due_on is null or p.due_on > today.day), 0)::text,
    'dueToday', coalesce(sum(p.open) filter (where p.due_on = today.day), 0)::text,
    'overdue', coalesce(sum(p.open) filter (where p.due_on < today.day), 0)::text,
    'retained', coalesce(sum(p.retained), 0)::text,
    'settled', coalesce(sum(p.settled), 0)::text,
    'lateInterest', (coalesce(sum(p.interest_posted - p.interest_paid), 0)
      + coalesce(sum(round((p.open + p.retained) * p.rate * (today.day - coalesce(p.accrued_to, p.due_on)) / coalesce(p.rate_basis, 1), 2))
          filter (where today.day > coalesce(p.accrued_to, p.due_on)), 0))::text,
    'perDay', coalesce(sum(round((p.open + p.retained) * p.rate / coalesce(p.rate_basis, 1), 2)) filter (where p.due_on < today.day), 0)::text,
    'overdueCount', count(*) filter (where p.due_on < today.day and p.open > 0),
    'oldestDueOn', min(p.due_on) filter (where p.open > 0))
  from app.payable p cross join (select app.business_date() as day) today
  where p.buyer_id = buyer and p.supplier_id = supplier and p.currency = of_currency
$$;
grant execute on function app.payable_figures(uuid, uuid, text) to hub_app, hub_worker;
