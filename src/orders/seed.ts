import { publicId } from '../kernel/ids.js';
import { demoOrganisations, demoOrgId } from '../parties/index.js';
import type { Seed, Seeder } from '../platform/room.js';
import { orderRespond } from './answer/commands.js';
import { orderDisclose } from './disclosure/commands.js';
import { orderIssue } from './issue/commands.js';
import { orderCancel, orderDecideChange, orderProposeChange, orderWithdrawChange } from './proposal/commands.js';

interface Done {
  readonly orderId: string;
  readonly proposalId: string | null;
}

const line = (lineId: string, itemName: string, quantity: string, unit: string, price: string, more: object = {}) => ({
  lineId,
  itemName,
  quantity,
  unit,
  price,
  taxRate: '13',
  ...more,
});

const MOTORS = [
  line('00010', '洗衣机直驱电机 DD-420', '1200', 'C62', '186.50', { buyerItemId: 'HS-DD420', requestedTo: '2026-12-18' }),
  line('00020', '电机支架 Q235', '1200', 'C62', '12.80', {
    buyerItemId: 'HS-BR12',
    schedules: [
      { scheduleId: '1', quantity: '700', requestedTo: '2026-12-11' },
      { scheduleId: '2', quantity: '500', requestedTo: '2026-12-18' },
    ],
  }),
];
const RESIN = [
  line('10', 'ABS 树脂 757', '18', 'TNE', '9850', { buyerItemId: 'HS-ABS757' }),
  line('20', '阻燃母粒 V0', '650', 'KGM', '31.40', { buyerItemId: 'HS-FR0' }),
];
const CARTONS = [line('1', '五层瓦楞纸箱 700×650×900', '5000', 'C62', '7.35')];

/** Speaks for both sides of one order of the demo. */
const conversation = (seeder: Seeder, number: string) => {
  const on = (done: Done) => ({ orderId: publicId('ord', done.orderId) });
  let keys = 0;
  const keyed = (input: object) => ({ ...input, idempotencyKey: `demo-${number}-${keys++}` });
  return {
    issue: (supplier: string, lines: object[], more: object = {}, buyer = 'buyer') =>
      seeder.as<Done>(
        buyer,
        orderIssue,
        keyed({
          supplier: { id: publicId('org', demoOrgId(supplier)) },
          number,
          issuedOn: '2026-11-16',
          header: { currency: 'CNY', deliverTo: '2026-12-20', details: [{ name: '交货地点', value: '青岛市黄岛区 2 号库' }] },
          lines,
          ...more,
        }),
      ),
    answer: (supplier: string, order: Done, code: string, more: object = {}, revision = 1) =>
      seeder.as<Done>(supplier, orderRespond, keyed({ ...on(order), revision, code, ...more })),
    propose: (who: string, order: Done, lines: object[], more: object = {}, revision = 1) =>
      seeder.as<Done>(who, orderProposeChange, keyed({ ...on(order), revision, lines, ...more })),
    decide: (who: string, order: Done, proposal: Done, decision: 'ACCEPT' | 'REFUSE', reason?: string) =>
      seeder.as<Done>(who, orderDecideChange, { ...on(order), proposalId: publicId('prp', proposal.proposalId ?? ''), decision, reason }),
    withdraw: (who: string, order: Done, proposal: Done, reason?: string) =>
      seeder.as<Done>(who, orderWithdrawChange, { ...on(order), proposalId: publicId('prp', proposal.proposalId ?? ''), reason }),
    cancel: (who: string, order: Done, reason: string) => seeder.as<Done>(who, orderCancel, { ...on(order), reason }),
    disclose: (who: string, order: Done, grantee: string, purpose: string) =>
      seeder.as(who, orderDisclose, {
        ...on(order),
        grantee: { uscc: demoOrganisations.find((one) => one.orgKey === grantee)?.claim.uscc },
        purpose,
      }),
  };
};

const counter = [
  { lineId: '00010', action: '3', note: '产能所限，先交 900 台', change: { quantity: '900' } },
  { lineId: '00020', action: '5' },
];

/** Orders that are not agreed: waiting, acknowledged, countered, refused, cancelled. */
async function negotiations(seeder: Seeder): Promise<void> {
  const waiting = conversation(seeder, 'PO-2026-1101');
  await waiting.issue('supplier', MOTORS, { externalReference: 'SAP-4500011101' });

  const received = conversation(seeder, 'PO-2026-1102');
  await received.answer('supplier2', await received.issue('supplier2', RESIN), 'AB', { note: '已收到，两日内回复交期' });

  const countered = conversation(seeder, 'PO-2026-1103');
  await countered.answer('supplier', await countered.issue('supplier', MOTORS), 'CA', { number: 'LX-R-31', lines: counter });

  const refused = conversation(seeder, 'PO-2026-1104');
  await refused.answer('supplier4', await refused.issue('supplier4', CARTONS), 'RE', { note: '年末检修停产' });

  const cancelled = conversation(seeder, 'PO-2026-1105');
  await cancelled.cancel('buyer', await cancelled.issue('supplier3', [line('1', '散热风机 EC-90', '800', 'C62', '42')]), '产品改型');
}

/** Orders in force: as offered, by a counter, changed, with changes open on both sides, ended by agreement. */
async function agreements(seeder: Seeder): Promise<void> {
  const plain = conversation(seeder, 'PO-2026-1001');
  const order = await plain.issue('supplier2', RESIN, { externalReference: 'SAP-4500011001' });
  await plain.answer('supplier2', order, 'AP', { salesOrderNumber: 'HD-88120', promisedTo: '2026-12-15' });

  const byCounter = conversation(seeder, 'PO-2026-1002');
  const countered = await byCounter.issue('supplier', MOTORS);
  const answered = await byCounter.answer('supplier', countered, 'CA', { number: 'LX-R-27', lines: counter });
  await byCounter.decide('buyer', countered, answered, 'ACCEPT', '同意分批');
  await byCounter.propose(
    'buyer',
    countered,
    [
      {
        lineId: '00020',
        action: '3',
        change: { quantity: '900', schedules: [{ scheduleId: '1', quantity: '900', requestedTo: '2026-12-14' }] },
      },
    ],
    { number: 'PO-2026-1002-C1', note: '支架随电机减量' },
    2,
  );
  await byCounter.propose(
    'supplier',
    countered,
    [{ lineId: '00010', action: '3', change: { price: '184.00' } }],
    { note: '减量后让价，请一并确认' },
    2,
  );
  await byCounter.disclose('supplier', countered, 'bank', '订单融资预审');

  const changed = conversation(seeder, 'PO-2026-1003');
  const agreed = await changed.issue('supplier4', CARTONS);
  await changed.answer('supplier4', agreed, 'AP');
  const withdrawn = await changed.propose('supplier4', agreed, [{ lineId: '1', action: '3', change: { price: '7.90' } }]);
  await changed.withdraw('supplier4', agreed, withdrawn, '原纸价格回落');
  await changed.decide(
    'supplier4',
    agreed,
    await changed.propose('buyer', agreed, [{ lineId: '1', action: '3', change: { quantity: '6500' } }]),
    'ACCEPT',
  );

  const ended = conversation(seeder, 'PO-2026-1004');
  const over = await ended.issue('supplier3', [line('1', '排水泵 BLDC-30', '400', 'C62', '38.60')]);
  await ended.answer('supplier3', over, 'AP');
  await ended.decide('supplier3', over, await ended.cancel('buyer', over, '机型停产'), 'ACCEPT');
}

/** A frame agreement with call-offs, and an order of a supplier to its own supplier. */
async function frames(seeder: Seeder): Promise<void> {
  const frame = conversation(seeder, 'FA-2026-07');
  const yearly = await frame.issue(
    'supplier2',
    [
      {
        lineId: '10',
        itemName: 'ABS 树脂 757',
        quantity: '240',
        unit: 'TNE',
        prices: [
          { from: '2026-07-01', price: '9850' },
          { from: '2026-10-01', price: '9720' },
        ],
      },
    ],
    {
      typeCode: '221',
      issuedOn: '2026-07-01',
      header: { currency: 'CNY', validFrom: '2026-07-01', validTo: '2027-06-30', frameTotal: '2400000' },
    },
  );
  await frame.answer('supplier2', yearly, 'AP');
  const first = conversation(seeder, 'CO-2026-1001');
  await first.answer(
    'supplier2',
    await first.issue('supplier2', [{ lineId: '10', itemName: 'ABS 树脂 757', quantity: '24000', unit: 'KGM' }], {
      typeCode: '226',
      frame: { number: 'FA-2026-07' },
      issuedOn: '2026-10-12',
    }),
    'AP',
  );
  await conversation(seeder, 'CO-2026-1101').issue('supplier2', [{ lineId: '10', itemName: 'ABS 树脂 757', quantity: '36', unit: 'TNE' }], {
    typeCode: '226',
    frame: { number: 'FA-2026-07' },
  });

  const own = conversation(seeder, 'LX-B-2026-55');
  await own.answer('supplier2', await own.issue('supplier2', [line('1', 'PA66 齿轮料', '1500', 'KGM', '27.2')], {}, 'supplier'), 'AP');
}

export const seed: readonly Seed[] = [
  {
    version: 1,
    async run(seeder) {
      await negotiations(seeder);
      await agreements(seeder);
      await frames(seeder);
    },
  },
];
