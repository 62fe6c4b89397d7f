-- Which documents moved goods of an order: one row for each pair, had from the lines.
create view app.order_despatch with (security_invoker = true) as
  select (array_agg(l.id order by l.position))[1] as id, l.order_id, l.despatch_id, l.buyer_id, l.supplier_id
  from app.despatch_line l group by l.order_id, l.despatch_id, l.buyer_id, l.supplier_id;
create view app.order_receipt with (security_invoker = true) as
  select (array_agg(l.id order by l.position))[1] as id, l.order_id, l.receipt_id, l.buyer_id, l.supplier_id
  from app.receipt_line l group by l.order_id, l.receipt_id, l.buyer_id, l.supplier_id;
grant select on app.order_despatch, app.order_receipt to hub_app, hub_worker;
