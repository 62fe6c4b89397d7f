import type { TradeDocument } from '../document/index.js';
import type { Findings } from './findings.js';
import { day } from './lines.js';

/** The document's own number and day. */
export const identity = (
  document: TradeDocument,
  findings: Findings,
  rules: { readonly number?: string; readonly issued?: string } = {},
): { readonly number: string; readonly issuedOn: string } => ({
  number: findings.need(document.number?.value, ['cbc:ID'], rules.number),
  issuedOn: findings.need(day(document.issueDate), ['cbc:IssueDate'], rules.issued),
});
