-- Up to which amount how many different approvers a buyer asks for. A new policy takes the place of the old; nobody else sees it.
create table app.approval_policy (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  actor_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  unique (id, org_id)
);
create index approval_policy_org on app.approval_policy (org_id, at, id);
call app.protect('app.approval_policy', parties => array['org_id'], writes => array['insert']);

create table app.approval_tier (
  id uuid primary key,
  policy_id uuid not null,
  org_id uuid not null,
  position int not null check (position between 1 and 10),
  -- Null: any amount above the tier before.
  up_to app.amount check (up_to > 0),
  approvers int not null check (approvers between 1 and 5),
  unique (policy_id, position),
  foreign key (policy_id, org_id) references app.approval_policy (id, org_id)
);
create index approval_tier_org on app.approval_tier (org_id, policy_id, position);
call app.protect('app.approval_tier', parties => array['org_id'], writes => array['insert']);

-- Each step of the buyer's own approval of an invoice. It never moves the due date (Order 802 art. 14), and the supplier sees its
-- result alone.
create table app.invoice_approval (
  id uuid primary key,
  invoice_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  policy_id uuid not null,
  step int not null check (step > 0),
  needed int not null check (needed > 0),
  person_id uuid not null,
  note text check (length(note) between 1 and 1000),
  complete boolean not null,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  check (complete = (step >= needed)),
  constraint approval_step_once unique (invoice_id, step),
  constraint approval_person_once unique (invoice_id, person_id),
  foreign key (policy_id, buyer_id) references app.approval_policy (id, org_id),
  foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id)
);
create index invoice_approval_buyer on app.invoice_approval (buyer_id, at, id);
call app.protect('app.invoice_approval', parties => array['buyer_id'], writes => array['insert']);

-- One approves in one's own name, with the duty, one step after the other, by the newest policy, and not what is approved.
create function app.approval_hands() returns trigger language plpgsql set search_path = '' as $$
declare
  before record;
  asked int;
begin
  if new.person_id is distinct from app.actor() or app.me() is distinct from new.buyer_id or not exists (
      select from app.membership m where m.org_id = new.buyer_id and m.person_id = new.person_id and 'APPROVER' = any(m.duties)
        and app.business_date() between m.valid_from and coalesce(m.valid_to, 'infinity')
        and not exists (select from app.membership_end e where e.membership_id = m.id)) then
    perform app.wrong_hands('an approver approves in person');
  end if;
  select coalesce(max(a.step), 0) as step, coalesce(bool_or(a.complete), false) as complete into before
  from app.invoice_approval a where a.invoice_id = new.invoice_id;
  if before.complete or new.step <> before.step + 1 then
    raise exception 'approvals are counted' using errcode = '23514', constraint = 'approval_counted';
  end if;
  select coalesce((select t.approvers from app.approval_tier t where t.policy_id = p.id and i.currency = p.currency and i.total <= t.up_to
      order by t.position limit 1), (select max(t.approvers) from app.approval_tier t where t.policy_id = p.id))
  into asked from app.invoice i, app.approval_policy p
  where i.id = new.invoice_id and p.id = (select q.id from app.approval_policy q where q.org_id = new.buyer_id order by q.at desc, q.id desc limit 1);
  if asked is distinct from new.needed then
    raise exception 'the amount asks for % approvers', asked using errcode = '23514', constraint = 'approval_counted';
  end if;
  return new;
end $$;
create trigger hands before insert on app.invoice_approval for each row execute function app.approval_hands();
