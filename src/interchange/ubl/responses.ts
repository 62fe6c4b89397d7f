import type { Clarification, Condition, DocumentResponse, LineResponse, Response, Signature } from '../rules/document/index.js';
import { documentReference, party } from './parties.js';
import { lineReference } from './shipping.js';
import type { Table } from './table.js';
import { code, date, identifier, quantity, text, time } from './values.js';

const condition: Table<Condition> = [
  ['cbc:AttributeID', 'attribute', identifier],
  ['cbc:Measure', 'measure', quantity],
  ['cbc:Description*', 'descriptions', text],
];

const clarification: Table<Clarification> = [
  ['cbc:ConditionCode', 'conditionCode', code],
  ['cbc:Description*', 'descriptions', text],
  ['cbc:StatusReasonCode', 'code', code],
  ['cbc:StatusReason*', 'reasons', text],
  ['cac:Condition*', 'conditions', condition],
];

const response: Table<Response> = [
  ['cbc:ReferenceID', 'reference', identifier],
  ['cbc:ResponseCode', 'code', code],
  ['cbc:Description*', 'descriptions', text],
  ['cbc:EffectiveDate', 'effectiveDate', date],
  ['cbc:EffectiveTime', 'effectiveTime', time],
  ['cac:Status*', 'clarifications', clarification],
];

const lineResponse: Table<LineResponse> = [
  ['cac:LineReference', 'line', lineReference],
  ['cac:Response*', 'responses', response],
];

export const documentResponse: Table<DocumentResponse> = [
  ['cac:Response', 'response', response],
  ['cac:DocumentReference*', 'documents', documentReference],
  ['cac:IssuerParty', 'issuer', party],
  ['cac:RecipientParty', 'recipient', party],
  ['cac:LineResponse*', 'lines', lineResponse],
];

export const signature: Table<Signature> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:ReasonCode', 'reason', code],
  ['cbc:SignatureMethod', 'method', text],
  ['cac:SignatoryParty', 'signatory', party],
  ['cac:DigitalSignatureAttachment/cac:ExternalReference/cbc:URI', 'uri', text],
];
