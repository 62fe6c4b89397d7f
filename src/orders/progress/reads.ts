import { connection, derived, instant, int, json, need, one, type ReadDeclaration, root, type } from '../../platform/reads/declare.js';

export const progressReads: readonly ReadDeclaration[] = [
  type(
    'OrderProgress',
    { table: 'app.order_progress', need: 'orders:read' },
    {
      buyer: one('Organisation', 'buyer_id'),
      supplier: one('Organisation', 'supplier_id'),
      issued: int('issued'),
      acknowledged: int('acknowledged'),
      countered: int('countered'),
      inForce: int('in_force'),
      refused: int('refused'),
      cancelled: int('cancelled'),
      waitsForBuyer: int('waits_for_buyer'),
      waitsForSupplier: int('waits_for_supplier'),
      oldestWait: instant('oldest_wait'),
      openValue: need(
        'amounts:read',
        derived({ value: json('open_value') }, ({ value }: { value: unknown }) => value, { size: 2 }),
      ),
      computedAt: instant('computed_at'),
    },
  ),
  root({
    orderProgress: connection('OrderProgress', { party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' }, orders: { ID: ['id'] } }),
  }),
];
