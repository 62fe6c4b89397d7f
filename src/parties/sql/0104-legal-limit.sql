-- Limits and rates of the law as dated rows with their source: a figure that used one names it, a new law is a new row.
-- The day that a rule names (here: of signing) picks the row. Nothing of a party stands here; only migrations write.
create table app.legal_limit (
  code text not null check (code in ('PUBLIC_BODY_TERM_CAP', 'LARGE_BUYER_TERM', 'LATE_RATE_DAILY', 'LPR_1Y')),
  valid_from date not null,
  valid_to date,
  value numeric not null,
  unit text not null check (unit in ('DAYS', 'PER_DAY', 'PER_YEAR')),
  source text not null,
  primary key (code, valid_from),
  check (valid_to >= valid_from)
);
alter table app.legal_limit enable row level security;
alter table app.legal_limit force row level security;
create policy owner_all on app.legal_limit to hub_owner using (true) with check (true);
create policy everyone_reads on app.legal_limit for select using (true);
grant select on app.legal_limit to hub_app, hub_worker;

insert into app.legal_limit (code, valid_from, value, unit, source) values
  ('PUBLIC_BODY_TERM_CAP', '2025-06-01', 60, 'DAYS', '保障中小企业款项支付条例 (Order 802) art. 9(1)'),
  ('LARGE_BUYER_TERM', '2025-06-01', 60, 'DAYS', '保障中小企业款项支付条例 (Order 802) art. 9(2)'),
  ('LATE_RATE_DAILY', '2025-06-01', 0.0005, 'PER_DAY', '保障中小企业款项支付条例 (Order 802) art. 17');

-- One-year loan prime rate, published by the National Interbank Funding Center; each stands until the next.
insert into app.legal_limit (code, valid_from, valid_to, value, unit, source)
select 'LPR_1Y', day, lead(day) over (order by day) - 1, rate, 'PER_YEAR', '全国银行间同业拆借中心 LPR 1Y'
from (values
  (date '2019-08-20', 0.0425), ('2019-09-20', 0.0420), ('2019-11-20', 0.0415), ('2020-02-20', 0.0405), ('2020-04-20', 0.0385),
  ('2021-12-20', 0.0380), ('2022-01-20', 0.0370), ('2022-08-22', 0.0365), ('2023-06-20', 0.0355), ('2023-08-21', 0.0345),
  ('2024-07-22', 0.0335), ('2024-10-21', 0.0310), ('2025-05-20', 0.0300)) as published (day, rate);
