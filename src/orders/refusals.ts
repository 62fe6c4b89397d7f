import type { Catalogue } from '../kernel/refusal.js';

/** Why a document of an order was not taken. */
export const orderRefusals = {
  STALE_REVISION: {
    en: 'This is about an older revision; the order is at revision {currentRevision}. Read it again and answer that one.',
    zh: '该操作针对旧版本，订单当前为第 {currentRevision} 版，请重新读取后对该版本作出答复。',
  },
  LINE_NOT_ANSWERED: {
    en: 'Line {lineId} is not answered. With answer CA every line needs an action.',
    zh: '行 {lineId} 未答复。以 CA 答复时须逐行给出处理意见。',
  },
  NO_OPEN_CHANGE: { en: 'There is no open proposal to decide on or withdraw.', zh: '没有待决定或可撤回的变更提议。' },
  CHANGE_ENDS_ORDER: { en: 'The open proposal ends the whole order.', zh: '待决定的提议将终止整张订单。' },
  CHANGE_KEEPS_ORDER: { en: 'The open proposal does not end the order.', zh: '待决定的提议不会终止订单。' },
  CHANGE_NOT_OPEN: {
    en: 'This proposal is {status} already and cannot be decided any more.',
    zh: '该提议已处于 {status} 状态，不能再作决定。',
  },
  NOTHING_CHANGED: { en: 'This says nothing that is not so already. Nothing was recorded.', zh: '内容与现状一致，未作记录。' },
  LINES_ONLY_WITH_CHANGES: {
    en: 'Lines are answered only with CA; {code} speaks of the order as a whole.',
    zh: '仅 CA 答复可逐行说明，{code} 针对整张订单。',
  },
  PROMISE_OUTSIDE_REQUEST: {
    en: 'The promised days lie outside the requested ones: answer CA, so that the buyer can decide.',
    zh: '承诺日期超出要求日期，请以 CA 答复，由买方决定。',
  },
  PROMISE_ONLY_BY_SUPPLIER: {
    en: 'Only the supplier promises days and names the sales order.',
    zh: '仅供应商可承诺交期并填写销售订单号。',
  },
  LINE_UNKNOWN: { en: 'The order has no line {lineId}.', zh: '订单中没有行 {lineId}。' },
  LINE_REPEATED: { en: 'Line {lineId} stands here more than once.', zh: '行 {lineId} 重复出现。' },
  LINE_EXISTS: {
    en: 'The order has a line {lineId} already. Give the new line another number.',
    zh: '行 {lineId} 已存在，新增行请使用其他行号。',
  },
  LINE_NOT_ACTIVE: {
    en: 'Line {lineId} was ended or refused. Reopen it first (action 74).',
    zh: '行 {lineId} 已终止或被拒绝，请先重新打开（74）。',
  },
  LINE_ACTIVE: { en: 'Line {lineId} is active; there is nothing to reopen.', zh: '行 {lineId} 处于有效状态，无需重新打开。' },
  LINE_INCOMPLETE: { en: 'The new line {lineId} needs {name}.', zh: '新增行 {lineId} 缺少 {name}。' },
  NO_LINES: { en: 'An order needs at least one line.', zh: '订单至少需要一行。' },
  SCHEDULE_REPEATED: { en: 'Schedule {scheduleId} stands in this line more than once.', zh: '该行的交付计划 {scheduleId} 重复。' },
  SCHEDULE_SUM: {
    en: 'The schedules of line {lineId} sum to {sum}, its quantity is {quantity}. Make them equal.',
    zh: '行 {lineId} 的交付计划合计为 {sum}，与数量 {quantity} 不符。',
  },
  PERIOD_REVERSED: { en: 'The period ends on {to}, before it begins on {from}.', zh: '期间的结束日 {to} 早于开始日 {from}。' },
  UNIT_UNKNOWN: { en: '{unit} is not a unit code of UN/ECE recommendation 20.', zh: '{unit} 不是 UN/ECE 第 20 号建议书的计量单位代码。' },
  TOTAL_NEGATIVE: { en: 'Allowances exceed the order: its total would be below zero.', zh: '折让超过订单金额，合计将为负数。' },
  PRICE_ROWS_ONLY_IN_FRAME: { en: 'Dated prices stand only in a frame agreement (type 221).', zh: '分期价格仅可用于框架协议（221）。' },
  PRICE_ROW_REPEATED: { en: 'Two prices begin on {from}.', zh: '有两个价格均自 {from} 起生效。' },
  FRAME_TERMS_ONLY_IN_FRAME: { en: 'Only a frame agreement (type 221) has a total to call off from.', zh: '仅框架协议（221）可设定总额。' },
  FRAME_NEEDS_VALIDITY: { en: 'A frame agreement needs the day on which it ends.', zh: '框架协议须注明有效期截止日。' },
  FRAME_LINE_ONLY_IN_CALL_OFF: { en: "Only a call-off (type 226) draws on a frame's line.", zh: '仅调用订单（226）可引用框架协议行。' },
  FRAME_REQUIRED: {
    en: 'A call-off (type 226) names the frame agreement it draws on, and no other order does.',
    zh: '调用订单（226）须且仅其可指明框架协议。',
  },
  FRAME_NOT_IN_FORCE: { en: 'The frame agreement is {status}, not in force.', zh: '框架协议状态为 {status}，尚未生效或已终止。' },
  FRAME_NOT_VALID: {
    en: 'On {day} the frame agreement is not valid: it runs from {validFrom} to {validTo}.',
    zh: '{day} 不在框架协议有效期 {validFrom} 至 {validTo} 内。',
  },
  FRAME_CURRENCY: { en: 'The frame agreement is in {currency}.', zh: '框架协议币种为 {currency}。' },
  FRAME_LINE_UNKNOWN: { en: 'The frame agreement has no active line {lineId}.', zh: '框架协议中没有有效的行 {lineId}。' },
  FRAME_UNIT: { en: "This unit cannot be converted to the frame's unit {unit}.", zh: '该单位无法换算为框架协议的单位 {unit}。' },
  FRAME_PRICE: { en: "On {day} the frame's price is {price} for {basis}.", zh: '{day} 的框架价格为每 {basis} 单位 {price}。' },
  FRAME_EXHAUSTED: {
    en: 'Line {lineId} of the frame has {remaining} {unit} left, {asked} are asked.',
    zh: '框架协议行 {lineId} 剩余 {remaining} {unit}，申请 {asked}。',
  },
  FRAME_VALUE_EXHAUSTED: {
    en: 'The frame has {remaining} {currency} left, {asked} are asked.',
    zh: '框架协议剩余金额 {remaining} {currency}，申请 {asked}。',
  },
  BELOW_CALLED_OFF: {
    en: '{calledOff} {unit} of line {lineId} are called off already; it cannot become less.',
    zh: '行 {lineId} 已调用 {calledOff} {unit}，不能低于该数量。',
  },
  VALUE_BELOW_CALLED_OFF: {
    en: '{calledOff} {currency} are called off already; the total cannot become less.',
    zh: '已调用金额 {calledOff} {currency}，总额不能低于该值。',
  },
  BELOW_DELIVERED: {
    en: '{delivered} {unit} of line {lineId} are under way or have come; it cannot become less, end or change its unit. Close the line, or agree on no less.',
    zh: '行 {lineId} 已有 {delivered} {unit} 在途或已到货，不能减至更少、终止或更换单位，请关闭该行或不低于该数量变更。',
  },
  ORDER_EXISTS: {
    en: 'An order {number} of this buyer with this supplier exists and says something else. Send it alone, so that it is read as a change.',
    zh: '该买卖双方的订单 {number} 已存在且内容不同，请单独发送，以作为变更处理。',
  },
  ORDER_CLOSED: {
    en: 'Order {number} ended as {status}. Use another number for a new order.',
    zh: '订单 {number} 已以 {status} 结束，新订单请使用其他编号。',
  },
  ORDER_TYPE_CHANGED: {
    en: 'Order {number} is of type {typeCode}; a document sent again cannot change that.',
    zh: '订单 {number} 类型为 {typeCode}，重发单据不能更改类型。',
  },
  CURRENCY_FIXED: {
    en: 'The order is in {currency}, and stays so. Cancel it and issue another one in the other currency.',
    zh: '订单币种为 {currency}，不可更改，请取消后以其他币种重新下单。',
  },
  ORDER_WITH_ONESELF: { en: 'Buyer and supplier must be two organisations.', zh: '买方与供应商不能是同一组织。' },
  ORDER_REPEATED: { en: 'Number {number} stands here more than once for this supplier.', zh: '该供应商的编号 {number} 在本次提交中重复。' },
  EXTERNAL_REFERENCE_TAKEN: { en: 'Another order carries this external reference already.', zh: '该外部编号已用于其他订单。' },
  DOCUMENT_REPEATED: { en: 'A document with this number was received for this order already.', zh: '该订单已收到相同编号的单据。' },
  GRANTEE_IS_PARTY: { en: 'A party to the order sees it already.', zh: '订单当事方本就可见该订单。' },
  DISCLOSURE_EXISTS: { en: 'The order is shown to this organisation already.', zh: '该订单已向该组织披露。' },
  DISCLOSURE_ENDED: { en: 'This disclosure has ended already.', zh: '该披露已终止。' },
} as const satisfies Catalogue;
