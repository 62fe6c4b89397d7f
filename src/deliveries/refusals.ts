import type { Catalogue } from '../kernel/refusal.js';
import { acceptanceRefusals } from './acceptance/refusals.js';
import { returnRefusals } from './returns/refusals.js';
import { warrantyRefusals } from './warranty/refusals.js';

/** Why a document about goods was not taken. */
export const deliveryRefusals = {
  ORDER_NOT_AGREED: {
    en: 'Order {number} is {status}. Only goods of an order that both sides agreed on can move.',
    zh: '订单 {number} 状态为 {status}，仅双方已达成一致的订单可收发货。',
  },
  FRAME_NOT_DELIVERED: {
    en: 'Order {number} is a frame agreement. Deliver against its call-offs.',
    zh: '订单 {number} 为框架协议，请针对其调用订单收发货。',
  },
  LINE_CLOSED: {
    en: 'Line {lineId} was closed on {closedOn}. The buyer reopens it where more is wanted.',
    zh: '行 {lineId} 已于 {closedOn} 关闭，如需继续收发货请由买方重新打开。',
  },
  LINE_NOT_CLOSED: { en: 'Line {lineId} is not closed; there is nothing to reopen.', zh: '行 {lineId} 未关闭，无需重新打开。' },
  LINE_IN_TRANSIT: {
    en: '{inTransit} {unit} of line {lineId} are under way. Record what came of them, or that it is short, and close it then.',
    zh: '行 {lineId} 尚有 {inTransit} {unit} 在途，请先登记到货或短缺，再关闭。',
  },
  UNIT_NOT_CONVERTIBLE: {
    en: 'Line {lineId} is ordered in {orderUnit}, into which {unit} cannot be converted.',
    zh: '行 {lineId} 的订购单位为 {orderUnit}，{unit} 无法换算为该单位。',
  },
  DESPATCH_OVER_TOLERANCE: {
    en: 'Of line {lineId} only {remaining} {unit} may still be sent, {asked} are announced. Agree on more first, or send less.',
    zh: '行 {lineId} 仅可再发 {remaining} {unit}，本次通知 {asked}，请先变更订单或减少发货。',
  },
  RECEIPT_OVER_TOLERANCE: {
    en: 'Of line {lineId} only {remaining} {unit} may still be kept, {asked} are told. Reject the rest with reason OVER_SUPPLY.',
    zh: '行 {lineId} 仅可再收 {remaining} {unit}，本次登记 {asked}，超出部分请以 OVER_SUPPLY 拒收。',
  },
  RECEIVED_IN_FUTURE: {
    en: 'Today is {today}; goods cannot have come on {receivedOn}.',
    zh: '今天是 {today}，到货日期不能为 {receivedOn}。',
  },
  NOTHING_SAID: {
    en: 'The line says nothing: give a quantity received, short or rejected.',
    zh: '该行没有任何数量，请填写实收、短缺或拒收数量。',
  },
  DESPATCH_EXISTS: { en: 'A despatch advice {number} was sent to this buyer already.', zh: '已向该买方发送过发货通知 {number}。' },
  RECEIPT_EXISTS: { en: 'A receipt advice {number} was recorded with this supplier already.', zh: '已对该供应商登记过收货单 {number}。' },
  DESPATCH_RECEIVED: {
    en: 'A receipt speaks of this despatch already; it cannot be taken back any more.',
    zh: '该发货通知已有收货记录，不能撤销。',
  },
  DESPATCH_WAS_CANCELLED: {
    en: 'The despatch was taken back. Record what came without it.',
    zh: '该发货通知已撤销，请不引用它登记收货。',
  },
  DESPATCH_LINE_AMBIGUOUS: {
    en: 'The despatch announces line {lineId} more than once. Name its own line by id.',
    zh: '发货通知中行 {lineId} 出现多次，请以标识指明具体行。',
  },
  PARTIES_DIFFER: {
    en: 'All lines of a document are of orders between the same two parties.',
    zh: '同一单据的各行须属于相同买卖双方的订单。',
  },
  WRONG_SIDE: {
    en: 'In order {number} you stand on the other side: the supplier despatches, the buyer receives.',
    zh: '您在订单 {number} 中是另一方：由供应商发货、买方收货。',
  },
  DELIVERY_REFERENCE_TAKEN: {
    en: 'Another document of yours of this kind carries this external reference already.',
    zh: '该外部编号已用于您的另一张同类单据。',
  },
  SCHEDULE_UNKNOWN: { en: 'The line has no part {scheduleId}.', zh: '该行没有交付计划 {scheduleId}。' },
  SCHEDULE_SETTLED: { en: 'Nothing more is awaited of part {scheduleId}.', zh: '交付计划 {scheduleId} 已无待交数量。' },
  PROMISED_IN_PAST: {
    en: 'Today is {today}; a delivery cannot be promised for {promisedOn}.',
    zh: '今天是 {today}，不能承诺在 {promisedOn} 交货。',
  },
  ...acceptanceRefusals,
  ...returnRefusals,
  ...warrantyRefusals,
} as const satisfies Catalogue;
