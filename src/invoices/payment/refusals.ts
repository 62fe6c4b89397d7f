import type { Catalogue } from '../../kernel/refusal.js';

/** Why a payment, an advance or its confirmation is not taken. */
export const paymentRefusals = {
  PAYMENT_EXISTS: {
    en: 'A payment advice with this number to this supplier exists already.',
    zh: '对该供应商已存在相同编号的付款通知。',
  },
  PAYMENT_REPEATED: {
    en: 'A payment with this end-to-end id was recorded already. One transfer is advised once.',
    zh: '该端到端标识的付款已登记，同一笔转账只能登记一次。',
  },
  PAYMENT_OVER_DUE: {
    en: 'Of this debt {due} {currency} are owed on {on}, interest included; {given} are more than that.',
    zh: '截至 {on}，该款项连同利息应付 {due} {currency}，付款 {given} 超出该金额。',
  },
  PAYMENT_SUM: {
    en: 'The parts sum to {sum}, the payment is {amount}. Make them equal, or leave the parts out.',
    zh: '各分配金额合计 {sum}，与付款金额 {amount} 不符，请更正或不填分配。',
  },
  PAYMENT_CURRENCY: { en: 'This debt is in {expected}, the payment in {given}.', zh: '该款项币种为 {expected}，付款币种为 {given}。' },
  PAID_IN_FUTURE: { en: 'The day {given} is yet to come; today is {today}.', zh: '日期 {given} 尚未到来，今日为 {today}。' },
  PAYMENT_OUT_OF_ORDER: {
    en: 'Interest on this debt is posted to {last}; a payment of {given} would change it. Give the day on which the money came.',
    zh: '该款项利息已计至 {last}，{given} 的付款会改变已计利息，请填写实际到账日。',
  },
  PAYMENT_NOTHING_DUE: { en: 'Nothing is owed to this supplier in {currency}.', zh: '对该供应商没有 {currency} 应付款。' },
  PAYMENT_PART_REPEATED: { en: 'The same debt stands here more than once.', zh: '同一笔应付款重复出现。' },
  PAYMENT_CONFIRMED: { en: 'This payment is confirmed already.', zh: '该付款已确认收到。' },
  RECEIVED_BEFORE_PAID: { en: 'It was paid on {paid}; it cannot be received on {given}.', zh: '付款日为 {paid}，到账日不能为 {given}。' },
  ADVANCE_EXISTS: { en: 'An advance with this number to this supplier exists already.', zh: '对该供应商已存在相同编号的预付款。' },
  ADVANCE_ORDER_NOT_IN_FORCE: {
    en: 'The order is {status}: an advance is paid for an order that both agreed on.',
    zh: '订单状态为 {status}，仅可对已生效订单登记预付款。',
  },
  ADVANCE_OVER_ORDER: {
    en: 'The order comes to {total} {currency} with tax, {before} are advanced already; {given} more are too much.',
    zh: '订单含税金额为 {total} {currency}，已预付 {before}，再预付 {given} 超出订单金额。',
  },
} as const satisfies Catalogue;
