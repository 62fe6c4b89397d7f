-- How far a line of an agreed order has come, in its unit. Written by guards alone, from the facts beside it.
create table app.line_balance (
  line_id uuid primary key,
  id uuid not null generated always as (line_id) stored,
  order_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  unit text not null check (unit ~ '^[0-9A-Z]{1,3}$'),
  -- Of the line as it stands (0 where it was ended), and the most that may be kept under the agreement's tolerance.
  ordered app.measure not null,
  ceiling app.measure not null,
  -- Share of the ordered quantity that may be missing without the line being late.
  under_tolerance numeric not null check (under_tolerance between 0 and 1),
  despatched app.measure not null default 0,
  -- Despatched, and not yet received, rejected or short.
  in_transit app.measure not null default 0,
  received app.measure not null default 0,
  rejected app.measure not null default 0,
  short app.measure not null default 0,
  accepted app.measure not null default 0,
  refused app.measure not null default 0,
  returned app.measure not null default 0,
  -- Of what came, the part that went back or was given up and is to be delivered again.
  replaced app.measure not null default 0,
  invoiced app.measure not null default 0,
  closed_on date,
  closed_reason text check (length(closed_reason) between 1 and 4000),
  -- The earliest day on which a part of it is due, and the earliest from which it is at risk. Null: nothing is open.
  due_on date,
  risk_on date,
  check ((closed_on is null) = (closed_reason is null)),
  constraint received_within_tolerance check (received - replaced <= ceiling),
  constraint line_decided_within_received check (accepted + refused <= received),
  constraint line_returned_within_received check (returned <= accepted and replaced <= received),
  constraint line_invoiced_within_accepted check (invoiced <= accepted),
  foreign key (line_id, order_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id)
) with (fillfactor = 50);
create index line_balance_order on app.line_balance (order_id);
call app.protect('app.line_balance', parties => array['buyer_id', 'supplier_id'], writes => array[]::text[]);
drop trigger history on app.line_balance;
create trigger history before delete or truncate on app.line_balance for each statement execute function app.refuse_change();

-- A schedule of an agreed order, and how much of it has come: what comes first fills the schedule that is due first.
create table app.delivery_schedule (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null,
  line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  schedule_no text not null check (length(schedule_no) between 1 and 50),
  position int not null,
  -- 0 where a later revision has no such schedule.
  quantity app.measure not null,
  received app.measure not null default 0,
  under_way app.measure not null default 0,
  open app.measure not null,
  -- Nothing more is awaited, within the tolerance of the agreement.
  settled boolean not null,
  requested_on date,
  -- What both sides agreed on: the promised day, else the requested one.
  agreed_on date,
  -- The supplier's last word, which may be later than what was agreed.
  promised_on date,
  due_on date,
  risk_on date,
  -- The same for lists: what nobody awaits, or nobody named a day for, stands at the end.
  awaited_by date not null generated always as (case when settled then 'infinity' else coalesce(due_on, 'infinity') end) stored,
  -- The day for which a deadline is set.
  armed_on date,
  unique (id, order_id, line_id, buyer_id, supplier_id),
  constraint delivery_schedule_once unique (line_id, schedule_no),
  foreign key (line_id, order_id, buyer_id, supplier_id) references app.order_line (id, order_id, buyer_id, supplier_id)
) with (fillfactor = 50);
create index delivery_schedule_line on app.delivery_schedule (line_id, position, id);
create index delivery_schedule_buyer on app.delivery_schedule (buyer_id, awaited_by, id);
create index delivery_schedule_supplier on app.delivery_schedule (supplier_id, awaited_by, id);
create index delivery_schedule_unarmed on app.delivery_schedule (supplier_id, buyer_id)
  where armed_on is distinct from case when settled then null else due_on end;
call app.protect('app.delivery_schedule', parties => array['buyer_id', 'supplier_id'], writes => array['update']);
revoke update on app.delivery_schedule from hub_app, hub_worker;
grant update (armed_on) on app.delivery_schedule to hub_worker;

-- What the guards of this room may touch.
create policy guard_select on app.despatch_advice for select to hub_guard using (true);
grant select on app.despatch_advice to hub_guard;
create policy guard_select on app.despatch_line for select to hub_guard using (true);
create policy guard_count on app.despatch_line for update to hub_guard using (true) with check (true);
grant select, update (handled) on app.despatch_line to hub_guard;
create policy guard_select on app.receipt_advice for select to hub_guard using (true);
grant select on app.receipt_advice to hub_guard;
create policy guard_select on app.receipt_line for select to hub_guard using (true);
create policy guard_count on app.receipt_line for update to hub_guard using (true) with check (true);
grant select, update (accepted, refused, returned, invoiced) on app.receipt_line to hub_guard;
create policy guard_select on app.line_closing for select to hub_guard using (true);
grant select on app.line_closing to hub_guard;
create policy guard_select on app.delivery_promise for select to hub_guard using (true);
grant select on app.delivery_promise to hub_guard;
create policy guard_all on app.line_balance to hub_guard using (true) with check (true);
grant select, insert, update on app.line_balance to hub_guard;
create policy guard_all on app.delivery_schedule to hub_guard using (true) with check (true);
grant select, insert, update on app.delivery_schedule to hub_guard;
create policy delivery_guard on app.order_agreement for select to hub_guard using (true);
grant select on app.order_agreement to hub_guard;
create policy delivery_guard on app.order_schedule for select to hub_guard using (true);
grant select on app.order_schedule to hub_guard;
create policy delivery_guard on app.trade_agreement for select to hub_guard using (true);
grant select on app.trade_agreement to hub_guard;
