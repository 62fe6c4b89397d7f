import type { DocumentReference, Party } from './parties.js';
import type { LineReference } from './shipping.js';
import type { Code, Identifier, Quantity } from './values.js';

export interface Condition {
  /** What the condition is about: a business term of EN 16931 (`BT-9`), as a rule. */
  attribute?: Identifier;
  measure?: Quantity;
  descriptions?: string[];
}

export interface Clarification {
  conditionCode?: Code;
  descriptions?: string[];
  /** A reason (list `OPStatusReason`) or an action that is asked for (`OPStatusAction`). */
  code?: Code;
  reasons?: string[];
  conditions?: Condition[];
}

export interface Response {
  reference?: Identifier;
  code?: Code;
  descriptions?: string[];
  effectiveDate?: string;
  effectiveTime?: string;
  clarifications?: Clarification[];
}

export interface LineResponse {
  line?: LineReference;
  responses?: Response[];
}

/** What the receiver of a document says about it. */
export interface DocumentResponse {
  response?: Response;
  documents?: DocumentReference[];
  issuer?: Party;
  recipient?: Party;
  lines?: LineResponse[];
}

export interface Signature {
  id?: Identifier;
  reason?: Code;
  method?: string;
  signatory?: Party;
  uri?: string;
}
