import { canaryOf, demoOrgId } from '../../parties/index.js';
import { publicId } from '../../kernel/ids.js';
import type { Seed } from '../../platform/room.js';
import { tableImport } from './commands/start.js';

const table = (): string => {
  const supplier = publicId('org', demoOrgId('supplier4'));
  return [
    '\ufeff订单号,供应商,币种,行号,品名,数量,单位,单价,税率,要求交货日',
    `PO-2026-1301,${supplier},CNY,10,五层瓦楞纸箱 ${canaryOf('buyer')},2000,个,7.35,13%,2026/12/20`,
    `PO-2026-1301,${supplier},CNY,20,珍珠棉护角,8000,个,0.42,13%,2026/12/20`,
    `PO-2026-1302,${supplier},CNY,10,五层瓦楞纸箱,约500,个,7.35,13%,2026/12/24`,
    '',
  ].join('\r\n');
};

/** A table that is tried out: one order would be taken, the other has a quantity that is no number. */
export const seed: readonly Seed[] = [
  {
    version: 1,
    async run(seeder) {
      const fileId = await seeder.file('buyer', '采购订单导入.csv', Buffer.from(table()));
      await seeder.as('buyer', tableImport, { kind: 'ORDERS', fileId, dryRun: true, idempotencyKey: 'demo-table' });
    },
  },
];
