import { parseOrderType, parseResponse, type ResponseCode } from '../../../kernel/uncodes.js';
import type { Refusal, Verdict } from '../../../kernel/refusal.js';
import { unless } from '../../../kernel/refusal.js';
import { lineField } from '../contradictions.js';
import type { DocumentKind, KindedDocument, TradeDocument } from '../document/index.js';
import { transactionOf } from '../peppol.js';
import type { FindingCode } from './codes.js';
import { billMessage } from './bill.js';
import { Findings } from './findings.js';
import { despatchMessage, receiptMessage } from './goods.js';
import { currencyOf, headerTerms } from './header.js';
import { identity } from './identity.js';
import { answerOf, changeOf, joined, known, lineIdOf, lineTerms, patchOf, periodOf, refuseRepeated, tidy } from './lines.js';
import { responseMessage } from './response.js';
import type { AnswerMessage, CancellationMessage, ChangeMessage, Message, OrderMessage } from './message.js';

const aboutOrder = (document: TradeDocument, findings: Findings) => ({
  ...identity(document, findings),
  order: findings.need(document.orders?.[0]?.id?.value, ['cac:OrderReference', 'cbc:ID']),
});

const order = (document: TradeDocument, findings: Findings): OrderMessage => {
  const { number: id, issuedOn } = identity(document, findings);
  const lines = document.lines ?? [];
  if (lines.length === 0) findings.refuse('DOCUMENT_FACT_MISSING', ['cac:OrderLine']);
  const code = tidy(document.orderType?.value) ?? '220';
  const orderType = parseOrderType(code);
  if (!orderType) findings.refuse('ORDER_TYPE_UNKNOWN', ['cbc:OrderTypeCode'], { orderType: code });
  const told = lines.map((line, i) => {
    const at = lineField(i);
    const terms = lineTerms(line, i, findings);
    findings.need(terms.itemName, [...at, 'cac:Item', 'cbc:Name']);
    findings.need(terms.quantity, [...at, 'cbc:Quantity']);
    findings.need(terms.unit, [...at, 'cbc:Quantity', '@unitCode']);
    return { ...terms, lineId: findings.need(line.id?.value, [...at, 'cbc:ID']) };
  });
  refuseRepeated(
    told.map((line) => line.lineId),
    findings,
  );
  return {
    kind: 'ORDER',
    number: id,
    issuedOn,
    orderType: orderType ?? '220',
    ...(orderType === '226' ? { frame: findings.need(document.contracts?.[0]?.id?.value, ['cac:Contract', 'cbc:ID']) } : {}),
    header: { ...headerTerms(document, issuedOn, findings), currency: currencyOf(document, findings) },
    lines: told,
  };
};

const change = (document: TradeDocument, findings: Findings): ChangeMessage => {
  const about = aboutOrder(document, findings);
  currencyOf(document, findings);
  const lines = (document.lines ?? []).map((line, i) => {
    const action = changeOf(line, i, findings);
    return { lineId: lineIdOf(line, i, findings), action, patch: patchOf(action, line, i, findings) };
  });
  refuseRepeated(
    lines.map((line) => line.lineId),
    findings,
  );
  const { note, ...header } = headerTerms(document, about.issuedOn, findings);
  return known({ kind: 'CHANGE' as const, ...about, note, header, lines });
};

/** An order agreement says no code: its lines say what was agreed. Any other answer without one was received and answers nothing yet. */
const codeOf = (kinded: KindedDocument, findings: Findings): ResponseCode => {
  const { responseCode, accepted } = kinded.document;
  const field = ['cbc:OrderResponseCode'];
  if (kinded.kind === 'ORDER_RESPONSE_SIMPLE') {
    if (accepted === undefined) findings.refuse('DOCUMENT_FACT_MISSING', ['cbc:AcceptedIndicator']);
    return accepted ? 'AP' : 'RE';
  }
  const said = responseCode?.value.trim();
  const code = said === undefined ? undefined : parseResponse(said);
  if (said !== undefined && !code) findings.refuse('ANSWER_CODE_UNKNOWN', field, { answer: said });
  if (code) return code;
  const assumed = transactionOf(kinded) === 'T110' ? 'CA' : 'AB';
  if (said === undefined) findings.warn('ANSWER_NOT_STATED', field, { answer: assumed });
  return assumed;
};

const AGREEING = new Set(['', '5', '42']);

/** Lines beside a code that is for the whole order: said again they change nothing, said otherwise they contradict it. */
const spareLines = ({ lines = [] }: TradeDocument, code: ResponseCode, findings: Findings): void => {
  if (lines.length > 0) findings.warn('LINES_NOT_EXPECTED', ['cac:OrderLine'], { answer: code });
  lines.forEach(({ status }, i) => {
    const said = status?.value.trim() ?? '';
    if (code === 'AP' && !AGREEING.has(said))
      findings.refuse('ANSWER_CONTRADICTS_LINES', [...lineField(i), 'cbc:LineStatusCode'], { answer: code, status: said });
  });
};

const answer = (kinded: KindedDocument, findings: Findings): AnswerMessage => {
  const { document } = kinded;
  const code = codeOf(kinded, findings);
  const promised = periodOf(document.deliveries?.[0]?.promised);
  if (code !== 'CA') spareLines(document, code, findings);
  else if (!document.lines?.length) findings.refuse('ANSWER_WITHOUT_LINES', ['cac:OrderLine']);
  const lines = (code === 'CA' ? (document.lines ?? []) : []).map((line, i) => {
    const action = answerOf(line, i, findings);
    const { note: _note, ...patch } = patchOf(action, line, i, findings);
    return known({ lineId: lineIdOf(line, i, findings), action, note: joined(line.outerNotes, line.notes), patch });
  });
  refuseRepeated(
    lines.map((line) => line.lineId),
    findings,
  );
  return known({
    kind: 'ANSWER' as const,
    ...aboutOrder(document, findings),
    change: tidy(document.orderChanges?.[0]?.id?.value),
    code,
    note: joined(document.notes, document.rejectionNotes),
    promise: known({ salesOrderNumber: tidy(document.salesOrder), promisedFrom: promised.from, promisedTo: promised.to }),
    lines,
  });
};

const cancellation = (document: TradeDocument, findings: Findings): CancellationMessage =>
  known({ kind: 'CANCELLATION' as const, ...aboutOrder(document, findings), reason: joined(document.cancellationNotes, document.notes) });

const MESSAGES: Readonly<Record<DocumentKind, (kinded: KindedDocument, findings: Findings) => Message>> = {
  ORDER: ({ document }, findings) => order(document, findings),
  ORDER_CHANGE: ({ document }, findings) => change(document, findings),
  ORDER_RESPONSE: answer,
  ORDER_RESPONSE_SIMPLE: answer,
  ORDER_CANCELLATION: ({ document }, findings) => cancellation(document, findings),
  DESPATCH_ADVICE: ({ document }, findings) => despatchMessage(document, findings),
  RECEIPT_ADVICE: ({ document }, findings) => receiptMessage(document, findings),
  INVOICE: billMessage,
  CREDIT_NOTE: billMessage,
  APPLICATION_RESPONSE: responseMessage,
};

export interface Understood {
  readonly message: Message;
  readonly warnings: readonly Refusal<FindingCode>[];
}

/** What a document asks for, or every essential fact that is missing or cannot be. */
export const understand = (kinded: KindedDocument): Verdict<Understood, FindingCode> => {
  const findings = new Findings(kinded);
  if (kinded.document.signatures || kinded.document.extensions?.includes('Signature'))
    findings.warn('SIGNATURE_NOT_CHECKED', ['cac:Signature']);
  const message = MESSAGES[kinded.kind](kinded, findings);
  return unless(findings.refusals, { message, warnings: findings.warnings });
};
