import type { Clarification, DocumentResponse, KindedDocument } from '../document/index.js';
import { INVOICE_RESPONSE } from '../response.js';
import type { ClarificationTerms, ResponseMessage } from './bill-message.js';
import type { Findings } from './findings.js';
import { identity } from './identity.js';
import { day, joined, known, tidy } from './lines.js';

// Peppol's lists of status reasons and of actions.
const REASONS = new Set('NON REF LEG REC QUA DEL PRI QTY ITM PAY UNR FIN PPD OTH'.split(' '));
const ACTIONS = new Set('NOA PIN NIN CNF CNP CNA OTH'.split(' '));
const CODES = new Set('AB IP UQ CA RE AP PD'.split(' '));
const EXPLAINED = new Set(['UQ', 'CA', 'RE']);

// UN/EDIFACT 1001: what an invoice or a credit note is.
const INVOICES = new Set(
  '71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 389 393 395 553 575 623 751 780 817 870 875 876 877'.split(' '),
);

/** Which list a code is of: as it says, else the one that has it. */
const listOf = ({ code }: Clarification): 'REASON' | 'ACTION' | undefined => {
  const [value, list] = [code?.value.trim() ?? '', code?.list?.trim()];
  if (list === 'OPStatusAction') return ACTIONS.has(value) ? 'ACTION' : undefined;
  if (REASONS.has(value)) return 'REASON';
  return list === undefined && ACTIONS.has(value) ? 'ACTION' : undefined;
};

const clarificationOf = (one: Clarification, at: readonly string[], findings: Findings): ClarificationTerms[] => {
  const list = listOf(one);
  const written = tidy(one.code?.value);
  if (list === undefined) {
    if (written !== undefined) findings.warn('VALUE_NOT_READ', [...at, 'cbc:StatusReasonCode'], { value: written, type: 'OPStatusReason' });
    return [];
  }
  const conditions = (one.conditions ?? []).flatMap(({ attribute, descriptions = [] }) =>
    descriptions.map((value) => ({ attribute: tidy(attribute?.value) ?? '', value: value.trim() })),
  );
  return [known({ list, code: written ?? '', text: joined(one.reasons), conditions: conditions.length > 0 ? conditions : undefined })];
};

/** Words without a code are a reason of their own: none of the list. */
const wordsAlone = (clarifications: readonly Clarification[]): string | undefined =>
  joined(...clarifications.filter((one) => listOf(one) !== 'REASON').map((one) => one.reasons));

const explained = (
  { response = {} }: DocumentResponse,
  code: string,
  at: readonly string[],
  findings: Findings,
): readonly ClarificationTerms[] => {
  const clarifications = response.clarifications ?? [];
  const told = clarifications.flatMap((one, i) => clarificationOf(one, [...at, `cac:Status[${i + 1}]`], findings));
  if (!EXPLAINED.has(code) || told.some((one) => one.list === 'REASON')) return told;
  findings.warn('REASON_NOT_STATED', [...at, 'cac:Status', 'cbc:StatusReasonCode'], { answer: code, rule: 'OPStatusReason' });
  return [known({ list: 'REASON' as const, code: 'OTH', text: wordsAlone(clarifications) }), ...told];
};

/** An answer to something else than an invoice is none that the hub can pass on. */
const refuseOthers = ({ document }: KindedDocument, findings: Findings): void => {
  const says = tidy(document.customization?.value);
  const about = tidy(document.responses?.[0]?.documents?.[0]?.typeCode?.value);
  const rule = 'PEPPOL-T111-R003';
  if (says !== undefined && says.startsWith('urn:fdc:peppol.eu:poacc:trns:') && !says.startsWith(INVOICE_RESPONSE))
    findings.refuse('RESPONSE_NOT_TO_INVOICE', ['cbc:CustomizationID'], { about: says, rule });
  else if (about !== undefined && !INVOICES.has(about))
    findings.refuse('RESPONSE_NOT_TO_INVOICE', ['cac:DocumentResponse', 'cac:DocumentReference', 'cbc:DocumentTypeCode'], { about, rule });
};

export const responseMessage = (kinded: KindedDocument, findings: Findings): ResponseMessage => {
  const { document } = kinded;
  const [first = {}, ...others] = document.responses ?? [];
  const at = ['cac:DocumentResponse', 'cac:Response'];
  refuseOthers(kinded, findings);
  if (others.length > 0) findings.refuse('RESPONSES_SEVERAL', ['cac:DocumentResponse[2]']);
  const invoice = tidy(first.documents?.[0]?.id?.value) ?? '';
  if (invoice === '') findings.refuse('INVOICE_NOT_NAMED', ['cac:DocumentResponse', 'cac:DocumentReference', 'cbc:ID']);
  const code = findings.need(first.response?.code?.value, [...at, 'cbc:ResponseCode']);
  if (code !== '' && !CODES.has(code)) findings.refuse('ANSWER_CODE_UNKNOWN', [...at, 'cbc:ResponseCode'], { answer: code });
  return known({
    kind: 'RESPONSE' as const,
    ...identity(document, findings),
    invoice,
    code,
    effectiveOn: day(first.response?.effectiveDate),
    note: joined(
      document.remarks?.map((one) => one.value),
      first.response?.descriptions,
    ),
    clarifications: explained(first, code, at, findings),
  });
};
