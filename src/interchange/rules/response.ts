import type { Clarification, Response, TradeDocument } from './document/index.js';
import { type Broken, brokenIn, type PartRule, type Place, places, said } from './place.js';

/** What says of a document that it answers an invoice. */
export const INVOICE_RESPONSE = 'urn:fdc:peppol.eu:poacc:trns:invoice_response:3';

const EXPLAINED = new Set(['CA', 'UQ', 'RE']);
const codeOf = ({ code }: Clarification): string => code?.value.trim() ?? '';

const RESPONSE: readonly PartRule<Response>[] = [
  [
    'PEPPOL-T111-R001',
    'cac:Status/cbc:StatusReasonCode',
    ({ code, clarifications = [] }) => !EXPLAINED.has(code?.value.trim() ?? '') || clarifications.some((one) => said(one.code)),
  ],
  [
    'PEPPOL-T111-R002',
    'cac:Status/cbc:StatusReason',
    ({ clarifications = [] }) => clarifications.every((one) => codeOf(one) !== 'OTH' || (one.reasons ?? []).some(said)),
  ],
  [
    'PEPPOL-T111-R004',
    'cac:Status/cbc:StatusReason',
    ({ clarifications = [] }) => clarifications.every((one) => codeOf(one) !== 'PPD' || (one.reasons ?? []).some(said)),
  ],
  [
    'PEPPOL-T111-R005',
    'cac:Status/cbc:StatusReasonCode',
    ({ code, clarifications = [] }) => code?.value.trim() === 'PD' || clarifications.every((one) => codeOf(one) !== 'PPD'),
    'VALUE_AGAINST_RULE',
  ],
];

const responseOf = ({ responses = [] }: TradeDocument): Place<Response>[] =>
  places(responses, 'cac:DocumentResponse').map(({ part, at }) => ({ part: part.response ?? {}, at: [...at, 'cac:Response'] }));

/** The rules of Peppol BIS Invoice Response 3 (T111) that a document breaks, where it says that it follows them. */
export const brokenResponse = (document: TradeDocument): readonly Broken[] =>
  document.customization?.value.trim().startsWith(INVOICE_RESPONSE) ? responseOf(document).flatMap((one) => brokenIn(RESPONSE, one)) : [];
