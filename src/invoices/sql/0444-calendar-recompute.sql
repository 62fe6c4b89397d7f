-- When a year is published, every due date that rested on its absence falls due to be derived again: one deadline each, which the
-- ticker turns into an event and a job of the buyer.
create policy due_insert on app.deadline for insert to hub_guard with check (true);
create policy due_sooner on app.deadline for update to hub_guard using (kind = 'PAYABLE_RECHECK_DUE') with check (kind = 'PAYABLE_RECHECK_DUE');
grant insert on app.deadline to hub_guard;
create function app.calendar_redates() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into app.deadline (due_at, kind, subject, subject_id, subject_version, org_id, parties)
  select app.business_now(), 'PAYABLE_RECHECK_DUE', 'Payable', p.id, p.version, p.buyer_id, array[p.buyer_id, p.supplier_id]
  from app.payable p where p.provisional and p.status <> 'SETTLED' order by p.id
  on conflict (subject_id, kind, org_id) do update set due_at = excluded.due_at;
  return null;
end $$;
alter function app.calendar_redates() owner to hub_guard;
set local role hub_guard;
grant execute on function app.calendar_redates() to hub_owner;
set local role hub_owner;
-- After the commit the days of the year stand beside it.
create constraint trigger redates after insert on app.work_calendar_year deferrable initially deferred for each row execute function app.calendar_redates();
