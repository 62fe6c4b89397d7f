import type { Catalogue } from '../kernel/refusal.js';

/** Why a statement is not drafted, sent, marked or confirmed. */
export const statementRefusals = {
  PERIOD_NOT_OVER: {
    en: 'The period ends on {to}, after today ({today}). State a period that is over.',
    zh: '对账期间止于 {to}，晚于今天（{today}），请选择已结束的期间。',
  },
  OPENING_ONLY_FIRST: {
    en: 'This account begins with the closing balance of statement {number}. Only the first one states an opening balance.',
    zh: '本期期初余额取自对账单 {number} 的期末余额，仅首张对账单可填写期初余额。',
  },
  STATEMENT_DRAFT_EXISTS: {
    en: 'Statement {number} is a draft still. Send it or withdraw it before you draft the next one.',
    zh: '对账单 {number} 仍为草稿，请先发送或撤回后再起草下一张。',
  },
  STATEMENT_NUMBER_EXISTS: {
    en: 'A statement {number} between these parties exists already. Use another number.',
    zh: '双方之间已有对账单 {number}，请使用其他编号。',
  },
  SUBJECT_OUTSIDE_PERIOD: {
    en: '{id} is of {day}, outside the period from {from} to {to}. Leave it out, or state the period in which it lies.',
    zh: '{id} 的日期为 {day}，不在期间 {from} 至 {to} 内，请移除或选择其所在期间。',
  },
  SUBJECT_IN_STATEMENT: {
    en: '{id} stands in statement {number} already. A document stands in one statement only.',
    zh: '{id} 已列入对账单 {number}，同一单据只能列入一张对账单。',
  },
  SUBJECT_CURRENCY: { en: '{id} is not in {currency}, the currency of the statement.', zh: '{id} 的币种不是对账单币种 {currency}。' },
  STATEMENT_EMPTY: {
    en: 'There is nothing to state in this period. Choose another period or currency.',
    zh: '该期间没有可对账的内容，请选择其他期间或币种。',
  },
  STATEMENT_FOLLOWED: {
    en: 'A later statement begins with the balance of this one. Withdraw that one first.',
    zh: '后续对账单以本单余额为期初，请先撤回后续对账单。',
  },
  CONFIRMED_ALREADY: {
    en: 'You have confirmed this statement. A confirmation binds until the other side disputes a line.',
    zh: '您已确认本对账单，在对方提出异议前确认有效。',
  },
  CONFIRMED_BY_OTHER: { en: 'The other side has confirmed the statement already.', zh: '对方已确认本对账单。' },
  OTHER_NOT_CONFIRMED: { en: 'The other side has not confirmed the statement yet.', zh: '对方尚未确认本对账单。' },
  LINES_NOT_TICKED: {
    en: '{count} lines are not ticked by you. Tick or dispute each line before you confirm.',
    zh: '尚有 {count} 行未由您勾对，请逐行勾对或提出异议后再确认。',
  },
  DISPUTES_OPEN: { en: '{count} lines are disputed still.', zh: '尚有 {count} 行存在异议。' },
  PREVIOUS_NOT_CONFIRMED: {
    en: 'The statement before this one is not confirmed by both sides yet. Confirm that one first.',
    zh: '上一张对账单尚未经双方确认，请先确认上一张。',
  },
  OPENING_CHANGED: {
    en: 'The balance of the statement before is another one by now. Withdraw this one and draft it again.',
    zh: '上一张对账单的余额已变动，请撤回本单并重新起草。',
  },
  STATEMENT_LINE_UNKNOWN: { en: 'The statement has no line {lineId}.', zh: '对账单中没有行 {lineId}。' },
  LINE_SET_ASIDE: {
    en: 'Line {lineId} was set aside for the next statement and is not marked here any more.',
    zh: '行 {lineId} 已移至下期对账，不能再作标记。',
  },
  LINE_NOT_DISPUTED: {
    en: 'The other side does not dispute line {lineId}. Only a line that one side disputes is set aside by the other.',
    zh: '对方未对行 {lineId} 提出异议，只有一方提出异议的行才可由另一方同意移至下期。',
  },
  OPENING_CANNOT_WAIT: {
    en: 'An opening balance cannot be set aside: a statement begins with it. Withdraw the statement instead.',
    zh: '期初余额不能移至下期，请撤回对账单。',
  },
} as const satisfies Catalogue;
