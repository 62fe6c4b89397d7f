import { connection, flag, id, instant, one, payload, type ReadDeclaration, ref, root, text, type } from '../../platform/reads/declare.js';

const disclosed = (name: string): ReadDeclaration =>
  payload(name, { disclosure: ref('OrderDisclosure', (result: { disclosureId: string }) => result.disclosureId) });

export const disclosureReads: readonly ReadDeclaration[] = [
  type(
    'OrderDisclosure',
    { table: 'app.order_disclosure', id: 'dis', need: 'orders:read', cols: { at: 'timestamptz' } },
    {
      id: id('dis'),
      order: one('Order', 'order_id'),
      grantor: one('Organisation', 'grantor_id'),
      grantee: one('Organisation', 'grantee_id'),
      purpose: text('purpose'),
      at: instant('at'),
      endedAt: instant('ended_at'),
    },
  ),
  root({
    orderDisclosures: connection('OrderDisclosure', {
      party: { GRANTOR: 'grantor_id', GRANTEE: 'grantee_id' },
      orders: { NEWEST: ['-at', '-id'] },
      filters: { ended: flag('{ended_at} is not null') },
    }),
  }),
  disclosed('OrderDisclosePayload'),
  disclosed('OrderDisclosureEndPayload'),
];
