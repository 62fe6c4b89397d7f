import type { Locale } from '../platform/auth/viewer.js';

/** What a text may say of a thing: its number, who is on the other side, and where it is to be seen. Never a price or an amount. */
export interface Told {
  readonly kind: string;
  readonly number: string;
  readonly counterparty: string;
}

type Sentence = Readonly<Record<Locale, string>>;
const say = (zh: string, en: string): Sentence => ({ zh, en });

/** One sentence per kind: `{number}` of the document, `{counterparty}` on the other side. */
export const SENTENCES: Readonly<Record<string, Sentence>> = {
  ORDER_ISSUED: say('{counterparty} 发来订单 {number}，请答复', '{counterparty} sent order {number}; please answer'),
  ORDER_REPLACED: say('{counterparty} 更改了订单 {number}，请重新答复', '{counterparty} replaced order {number}; please answer anew'),
  ORDER_ACKNOWLEDGED: say('{counterparty} 已收到订单 {number}', '{counterparty} has received order {number}'),
  ORDER_ACCEPTED: say('{counterparty} 已接受订单 {number}', '{counterparty} has accepted order {number}'),
  ORDER_REFUSED: say('{counterparty} 拒绝了订单 {number}', '{counterparty} has refused order {number}'),
  ORDER_COUNTERED: say(
    '{counterparty} 对订单 {number} 提出变更，请决定',
    '{counterparty} proposes changes to order {number}; please decide',
  ),
  ORDER_CANCELLED: say('{counterparty} 取消了订单 {number}', '{counterparty} has cancelled order {number}'),
  ORDER_CHANGE_PROPOSED: say(
    '{counterparty} 提议变更订单 {number}，请决定',
    '{counterparty} proposes a change of order {number}; please decide',
  ),
  ORDER_CHANGE_ACCEPTED: say('{counterparty} 接受了订单 {number} 的变更', '{counterparty} has accepted the change of order {number}'),
  ORDER_CHANGE_REFUSED: say('{counterparty} 拒绝了订单 {number} 的变更', '{counterparty} has refused the change of order {number}'),
  ORDER_CHANGE_WITHDRAWN: say(
    '{counterparty} 撤回了订单 {number} 的变更提议',
    '{counterparty} has withdrawn its proposal on order {number}',
  ),
  ORDER_REMINDED: say('订单 {number}（{counterparty}）等待贵方答复', 'Order {number} of {counterparty} awaits your answer'),
  ORDER_ANSWER_DUE: say('订单 {number} 的答复期限已到，{counterparty} 尚未答复', 'The answer of {counterparty} to order {number} is due'),
  DESPATCH_SENT: say('{counterparty} 已发货，发货通知 {number}', '{counterparty} has despatched goods, advice {number}'),
  DESPATCH_CANCELLED: say('{counterparty} 取消了发货通知 {number}', '{counterparty} has cancelled despatch advice {number}'),
  RECEIPT_RECORDED: say('{counterparty} 已登记收货 {number}', '{counterparty} has recorded receipt {number}'),
  LINE_CLOSED: say('{counterparty} 结束了订单 {number} 的未交部分', '{counterparty} has closed what was open of order {number}'),
  LINE_LATE: say('订单 {number}（{counterparty}）有逾期未交的行', 'Order {number} with {counterparty} has a line that is late'),
  ACCEPTANCE_RECORDED: say('{counterparty} 已验收 {number}', '{counterparty} has recorded the acceptance of {number}'),
  ACCEPTANCE_DUE: say('收货 {number}（{counterparty}）的检验期届满', 'The inspection period of receipt {number} of {counterparty} ends'),
  GOODS_RETURNED: say('{counterparty} 退回了货物，退货单 {number}', '{counterparty} has returned goods, return {number}'),
  WARRANTY_CLAIMED: say('{counterparty} 提出质保索赔 {number}', '{counterparty} makes warranty claim {number}'),
  INVOICE_SUBMITTED: say('{counterparty} 提交了发票 {number}', '{counterparty} has submitted invoice {number}'),
  INVOICE_DISPUTED: say(
    '发票 {number}（{counterparty}）有异议，请处理',
    'Invoice {number} with {counterparty} is disputed; please see to it',
  ),
  DISPUTE_ANSWERED: say('{counterparty} 答复了发票 {number} 的异议', '{counterparty} has answered the dispute on invoice {number}'),
  DISPUTE_RESOLVED: say('发票 {number} 的异议已解决（{counterparty}）', 'The dispute on invoice {number} with {counterparty} is resolved'),
  INVOICE_RESPONDED: say('{counterparty} 答复了发票 {number}', '{counterparty} has responded to invoice {number}'),
  INVOICE_RESPONSE_DUE: say('发票 {number}（{counterparty}）等待贵方答复', 'Invoice {number} of {counterparty} awaits your response'),
  INVOICE_APPROVED: say('{counterparty} 已批准发票 {number}', '{counterparty} has approved invoice {number}'),
  INVOICE_VOIDED: say('{counterparty} 作废了发票 {number}', '{counterparty} has voided invoice {number}'),
  CREDIT_NOTE_ISSUED: say('{counterparty} 开具了红字发票或贷记单 {number}', '{counterparty} has issued credit note {number}'),
  PAYABLE_DUE: say('发票 {number}（{counterparty}）的款项今日到期', 'Payment of invoice {number} of {counterparty} is due'),
  PAYABLE_OVERDUE: say('发票 {number}（{counterparty}）的款项已逾期', 'Payment of invoice {number} with {counterparty} is overdue'),
  RETENTION_RELEASED: say(
    '发票 {number} 的质保金已释放（{counterparty}）',
    'The retention of invoice {number} with {counterparty} is released',
  ),
  PAYMENT_ADVISED: say('{counterparty} 发来付款通知 {number}', '{counterparty} sent payment advice {number}'),
  STATEMENT_SENT: say('{counterparty} 发来对账单 {number}，请核对', '{counterparty} sent statement {number}; please check it'),
  STATEMENT_CONFIRMED: say('{counterparty} 确认了对账单 {number}', '{counterparty} has confirmed statement {number}'),
  STATEMENT_DISPUTED: say('{counterparty} 对对账单 {number} 提出异议', '{counterparty} disputes statement {number}'),
  STATEMENT_ANSWER_DUE: say('对账单 {number}（{counterparty}）等待贵方核对', 'Statement {number} of {counterparty} awaits your check'),
  ANSWER_OVERDUE: say(
    '{counterparty} 的 {number} 已过答复期限，贵方仍未答复',
    '{number} of {counterparty} is past its time and your side has not answered',
  ),
};

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Line ends and other controls have no place in a subject line, wherever the number came from. */
const oneLine = (text: string): string => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** What is told, in one line: the subject of a message, and the title in a list. */
export const sentenceOf = ({ kind, number, counterparty }: Told, locale: Locale): string =>
  oneLine(fill(SENTENCES[kind]?.[locale] ?? '{counterparty} {number}', { number, counterparty }));

const WORDS = {
  brand: say('融通', 'Rongtong'),
  many: say('{count} 条通知', '{count} notices'),
  stop: say('如需调整通知方式，请在平台的通知设置中修改。', 'How you are told can be changed in your notice settings on the hub.'),
  codeSubject: say('验证码', 'Your code'),
  code: say(
    '您的验证码是 {code}，30 分钟内有效。若非本人操作，请忽略此消息。',
    'Your code is {code}. It is good for 30 minutes. If you did not ask for it, ignore this message.',
  ),
  invitation: say(
    '{counterparty} 向贵方发出订单 {number}，请查看并答复',
    '{counterparty} sent you order {number}; please see and answer it',
  ),
  invitationHow: say(
    '无需注册即可查看并答复这一份订单。链接只能使用一次，有效期至 {until}（北京时间）。请勿转发。',
    'You can see and answer this one order without an account. The link works once and until {until} (Beijing time). Do not pass it on.',
  ),
} as const;

/** A message without its address. */
export interface Message {
  readonly subject: string;
  readonly text: string;
}

const branded = (subject: string, locale: Locale): string => `${subject} - ${WORDS.brand[locale]}`;

/** One notice, or all that waited for the same hour, each with its link. */
export const noticeMessage = (told: readonly (Told & { readonly link: string })[], locale: Locale): Message => {
  const lines = told.map((one) => `${sentenceOf(one, locale)}\n${one.link}`);
  const [only] = told;
  const subject = told.length === 1 && only ? sentenceOf(only, locale) : fill(WORDS.many[locale], { count: String(told.length) });
  return { subject: branded(subject, locale), text: [...lines, WORDS.stop[locale]].join('\n\n') };
};

export const codeMessage = (code: string, locale: Locale): Message => ({
  subject: branded(WORDS.codeSubject[locale], locale),
  text: fill(WORDS.code[locale], { code }),
});

/** @param until the last moment of the link, as people write it */
export const invitationMessage = (
  {
    number,
    counterparty,
    link,
    until,
  }: { readonly number: string; readonly counterparty: string; readonly link: string; readonly until: string },
  locale: Locale,
): Message => {
  const subject = oneLine(fill(WORDS.invitation[locale], { number, counterparty }));
  return { subject: branded(subject, locale), text: [subject, link, fill(WORDS.invitationHow[locale], { until })].join('\n\n') };
};
