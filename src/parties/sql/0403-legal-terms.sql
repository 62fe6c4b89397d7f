-- The term of a public body where nothing is agreed, beside its cap.
alter table app.legal_limit drop constraint legal_limit_code_check;
alter table app.legal_limit add constraint legal_limit_code_check
  check (code in ('PUBLIC_BODY_TERM', 'PUBLIC_BODY_TERM_CAP', 'LARGE_BUYER_TERM', 'LATE_RATE_DAILY', 'LPR_1Y'));
insert into app.legal_limit (code, valid_from, value, unit, source) values
  ('PUBLIC_BODY_TERM', '2025-06-01', 30, 'DAYS', '保障中小企业款项支付条例 (Order 802) art. 9(1)');

-- Terms of a sector by special law or rule of the state, which prevail over the general ones (Order 802 art. 9(3)). A new rule is a
-- new row; the day of the contract picks it.
create table app.sector_term (
  sector text not null check (sector ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  valid_from date not null,
  valid_to date,
  days int not null check (days between 0 and 365),
  source text not null check (length(source) between 1 and 200),
  primary key (sector, valid_from),
  check (valid_to >= valid_from)
);
alter table app.sector_term enable row level security;
alter table app.sector_term force row level security;
create policy owner_all on app.sector_term to hub_owner using (true) with check (true);
create policy everyone_reads on app.sector_term for select using (true);
grant select on app.sector_term to hub_app, hub_worker;
