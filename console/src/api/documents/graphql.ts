/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What can happen to an object. Types are added, never renamed: ignore those you do not know. */
export type EventType =
  /** Acceptance due. */
  | 'ACCEPTANCE_DUE'
  /** Acceptance recorded. */
  | 'ACCEPTANCE_RECORDED'
  /** Advance recorded. */
  | 'ADVANCE_RECORDED'
  /** Agreement confirmed. */
  | 'AGREEMENT_CONFIRMED'
  /** Agreement ended. */
  | 'AGREEMENT_ENDED'
  /** Agreement proposed. */
  | 'AGREEMENT_PROPOSED'
  /** Agreement refused. */
  | 'AGREEMENT_REFUSED'
  /** Agreement withdrawn. */
  | 'AGREEMENT_WITHDRAWN'
  /** Approval tiers set. */
  | 'APPROVAL_TIERS_SET'
  /** Attachment added. */
  | 'ATTACHMENT_ADDED'
  /** Attachment superseded. */
  | 'ATTACHMENT_SUPERSEDED'
  /** Calendar published. */
  | 'CALENDAR_PUBLISHED'
  /** Clock advanced. */
  | 'CLOCK_ADVANCED'
  /** Clock started. */
  | 'CLOCK_STARTED'
  /** Clock stepped. */
  | 'CLOCK_STEPPED'
  /** Credit note issued. */
  | 'CREDIT_NOTE_ISSUED'
  /** Dead letter replayed. */
  | 'DEAD_LETTER_REPLAYED'
  /** Despatch cancelled. */
  | 'DESPATCH_CANCELLED'
  /** Despatch sent. */
  | 'DESPATCH_SENT'
  /** Dispute answered. */
  | 'DISPUTE_ANSWERED'
  /** Dispute resolved. */
  | 'DISPUTE_RESOLVED'
  /** Document imported. */
  | 'DOCUMENT_IMPORTED'
  /** Evidence sealed. */
  | 'EVIDENCE_SEALED'
  /** Fapiao recorded. */
  | 'FAPIAO_RECORDED'
  /** Goods returned. */
  | 'GOODS_RETURNED'
  /** Identifier added. */
  | 'IDENTIFIER_ADDED'
  /** Identifier confirmed. */
  | 'IDENTIFIER_CONFIRMED'
  /** Invitation created. */
  | 'INVITATION_CREATED'
  /** Invitation revoked. */
  | 'INVITATION_REVOKED'
  /** Invitation used. */
  | 'INVITATION_USED'
  /** Invoice approved. */
  | 'INVOICE_APPROVED'
  /** Invoice disputed. */
  | 'INVOICE_DISPUTED'
  /** Invoice matched. */
  | 'INVOICE_MATCHED'
  /** Invoice paid. */
  | 'INVOICE_PAID'
  /** Invoice responded. */
  | 'INVOICE_RESPONDED'
  /** Invoice response due. */
  | 'INVOICE_RESPONSE_DUE'
  /** Invoice submitted. */
  | 'INVOICE_SUBMITTED'
  /** Invoice voided. */
  | 'INVOICE_VOIDED'
  /** Key created. */
  | 'KEY_CREATED'
  /** Key revoked. */
  | 'KEY_REVOKED'
  /** Key rotated. */
  | 'KEY_ROTATED'
  /** Line closed. */
  | 'LINE_CLOSED'
  /** Line late. */
  | 'LINE_LATE'
  /** Line promised. */
  | 'LINE_PROMISED'
  /** Line reopened. */
  | 'LINE_REOPENED'
  /** Login refused. */
  | 'LOGIN_REFUSED'
  /** Membership ended. */
  | 'MEMBERSHIP_ENDED'
  /** Membership granted. */
  | 'MEMBERSHIP_GRANTED'
  /** Notice due. */
  | 'NOTICE_DUE'
  /** Notice escalation due. */
  | 'NOTICE_ESCALATION_DUE'
  /** Order accepted. */
  | 'ORDER_ACCEPTED'
  /** Order acknowledged. */
  | 'ORDER_ACKNOWLEDGED'
  /** Order answer due. */
  | 'ORDER_ANSWER_DUE'
  /** Order cancelled. */
  | 'ORDER_CANCELLED'
  /** Order change accepted. */
  | 'ORDER_CHANGE_ACCEPTED'
  /** Order change lapsed. */
  | 'ORDER_CHANGE_LAPSED'
  /** Order change proposed. */
  | 'ORDER_CHANGE_PROPOSED'
  /** Order change refused. */
  | 'ORDER_CHANGE_REFUSED'
  /** Order change withdrawn. */
  | 'ORDER_CHANGE_WITHDRAWN'
  /** Order countered. */
  | 'ORDER_COUNTERED'
  /** Order disclosed. */
  | 'ORDER_DISCLOSED'
  /** Order disclosure ended. */
  | 'ORDER_DISCLOSURE_ENDED'
  /** Order issued. */
  | 'ORDER_ISSUED'
  /** Order refused. */
  | 'ORDER_REFUSED'
  /** Order reminded. */
  | 'ORDER_REMINDED'
  /** Order replaced. */
  | 'ORDER_REPLACED'
  /** Organisation changed. */
  | 'ORGANISATION_CHANGED'
  /** Organisation claimed. */
  | 'ORGANISATION_CLAIMED'
  /** Organisation verified. */
  | 'ORGANISATION_VERIFIED'
  /** Password changed. */
  | 'PASSWORD_CHANGED'
  /** Password reset. */
  | 'PASSWORD_RESET'
  /** Payable cut. */
  | 'PAYABLE_CUT'
  /** Payable due. */
  | 'PAYABLE_DUE'
  /** Payable opened. */
  | 'PAYABLE_OPENED'
  /** Payable overdue. */
  | 'PAYABLE_OVERDUE'
  /** Payable paid. */
  | 'PAYABLE_PAID'
  /** Payable recheck due. */
  | 'PAYABLE_RECHECK_DUE'
  /** Payable redated. */
  | 'PAYABLE_REDATED'
  /** Payment advised. */
  | 'PAYMENT_ADVISED'
  /** Payment confirmed. */
  | 'PAYMENT_CONFIRMED'
  /** Person invited. */
  | 'PERSON_INVITED'
  /** Receipt recorded. */
  | 'RECEIPT_RECORDED'
  /** Refusal settled. */
  | 'REFUSAL_SETTLED'
  /** Repricing agreed. */
  | 'REPRICING_AGREED'
  /** Repricing agreed by side. */
  | 'REPRICING_AGREED_BY_SIDE'
  /** Repricing proposed. */
  | 'REPRICING_PROPOSED'
  /** Repricing replaced. */
  | 'REPRICING_REPLACED'
  /** Repricing settled. */
  | 'REPRICING_SETTLED'
  /** Repricing settled in part. */
  | 'REPRICING_SETTLED_IN_PART'
  /** Retention due. */
  | 'RETENTION_DUE'
  /** Retention released. */
  | 'RETENTION_RELEASED'
  /** Return arrived. */
  | 'RETURN_ARRIVED'
  /** Session ended. */
  | 'SESSION_ENDED'
  /** Session opened. */
  | 'SESSION_OPENED'
  /** Statement answer due. */
  | 'STATEMENT_ANSWER_DUE'
  /** Statement confirmed. */
  | 'STATEMENT_CONFIRMED'
  /** Statement confirmed by side. */
  | 'STATEMENT_CONFIRMED_BY_SIDE'
  /** Statement disputed. */
  | 'STATEMENT_DISPUTED'
  /** Statement drafted. */
  | 'STATEMENT_DRAFTED'
  /** Statement lines set aside. */
  | 'STATEMENT_LINES_SET_ASIDE'
  /** Statement sent. */
  | 'STATEMENT_SENT'
  /** Statement ticked. */
  | 'STATEMENT_TICKED'
  /** Statement withdrawn. */
  | 'STATEMENT_WITHDRAWN'
  /** Table import failed. */
  | 'TABLE_IMPORT_FAILED'
  /** Table import finished. */
  | 'TABLE_IMPORT_FINISHED'
  /** Table import queued. */
  | 'TABLE_IMPORT_QUEUED'
  /** Table import stopped. */
  | 'TABLE_IMPORT_STOPPED'
  /** Warranty accepted. */
  | 'WARRANTY_ACCEPTED'
  /** Warranty claimed. */
  | 'WARRANTY_CLAIMED'
  /** Warranty closed. */
  | 'WARRANTY_CLOSED'
  /** Warranty refused. */
  | 'WARRANTY_REFUSED'
  /** Warranty remedied. */
  | 'WARRANTY_REMEDIED'
  /** Warranty reopened. */
  | 'WARRANTY_REOPENED';

/** On which side of an order an organisation stands. */
export type OrderSide =
  /** Orders. */
  | 'BUYER'
  /** Delivers. */
  | 'SUPPLIER';

/** Where an order stands. */
export type OrderStatus =
  /** The supplier has received it; an answer follows (AB). */
  | 'ACKNOWLEDGED'
  /** It was taken back, or both have agreed on its end. The end. */
  | 'CANCELLED'
  /** The supplier proposes changes (CA), which await the buyer. */
  | 'COUNTERED'
  /** Both sides have agreed. */
  | 'IN_FORCE'
  /** An offer of the buyer awaits the supplier's answer. */
  | 'ISSUED'
  /** The supplier has refused it (RE). The end. */
  | 'REFUSED';

/** Kind of an order, UN/EDIFACT 1001. */
export type OrderType =
  /** Call-off from a frame agreement (226). */
  | 'CALL_OFF'
  /** Consignment order (227). */
  | 'CONSIGNMENT'
  /** Frame agreement, from which call-offs draw (221, blanket order). */
  | 'FRAME'
  /** Order (220). */
  | 'ORDER'
  /** Purchase order (105). */
  | 'PURCHASE_ORDER';

/** What an organisation does on the hub. */
export type OrganisationRole =
  /** Trade association. */
  | 'ASSOCIATION'
  /** Places orders. */
  | 'BUYER'
  /** Finances receivables, orders or receipts. */
  | 'FINANCIER'
  /** Public authority. */
  | 'GOVERNMENT'
  /** Operates this hub. */
  | 'OPERATOR'
  /** Offers services to firms. */
  | 'SERVICE_BODY'
  /** Takes orders. */
  | 'SUPPLIER'
  /** Keeps goods and issues warehouse receipts. */
  | 'WAREHOUSE_KEEPER';

/** What a person does for an organisation. */
export type PersonDuty =
  /** Administers people, keys and agreements. */
  | 'ADMIN'
  /** Binds the organisation, such as by confirming a debt. */
  | 'APPROVER'
  /** Reads everything, including the audit trail. */
  | 'AUDITOR'
  /** Checks what another has recommended. */
  | 'CHECKER'
  /** Handles orders from day to day. */
  | 'CLERK'
  /** Handles quality tasks. */
  | 'QUALITY'
  /** Reviews and recommends. */
  | 'REVIEWER';

/** What an item of a stream says. */
export type UpdateKind =
  /** Something happened. */
  | 'EVENT'
  /** The given cursor is too old to resume from: events before this place are passed over. Read anew what you follow, then go on. */
  | 'GAP'
  /** The object that is followed as it is now, after a gap. */
  | 'SNAPSHOT';

export type StandingQueryVariables = Exact<{ [key: string]: never; }>;


export type StandingQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', feedCursor: string, scopes: Array<string>, duties: Array<PersonDuty>, organisation: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string, roles: Array<OrganisationRole> }, person: { __typename: 'Person', id: string, name: string } | null } };

export type PaletteFindQueryVariables = Exact<{
  as: OrderSide;
  number: string;
}>;


export type PaletteFindQuery = { __typename: 'Query', orders: { __typename: 'OrderConnection', nodes: Array<{ __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } }> } };

export type FeedFollowSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FeedFollowSubscription = { feed: { __typename: 'FeedItem', cursor: string, kind: UpdateKind, event: { __typename: 'Event', id: string, type: EventType, subjectType: string, subjectId: string | null, version: number, status: string | null } | null, node:
      | { __typename: 'Acceptance', id: string }
      | { __typename: 'AcceptanceLine', id: string }
      | { __typename: 'Advance', id: string }
      | { __typename: 'ApiKey', id: string }
      | { __typename: 'ApprovalPolicy', id: string }
      | { __typename: 'Attachment', id: string }
      | { __typename: 'ClockTask', id: string }
      | { __typename: 'CreditNote', id: string }
      | { __typename: 'DeadLetter', id: string }
      | { __typename: 'DeliverySchedule', id: string }
      | { __typename: 'DespatchAdvice', id: string }
      | { __typename: 'DespatchLine', id: string }
      | { __typename: 'Dispute', id: string }
      | { __typename: 'DocumentImport', id: string }
      | { __typename: 'Event', id: string }
      | { __typename: 'EvidenceSeal', id: string }
      | { __typename: 'GoodsReturn', id: string }
      | { __typename: 'Invitation', id: string }
      | { __typename: 'Invoice', id: string }
      | { __typename: 'InvoiceLine', id: string }
      | { __typename: 'InvoiceResponse', id: string }
      | { __typename: 'Membership', id: string }
      | { __typename: 'Notice', id: string }
      | { __typename: 'NoticeAddress', id: string }
      | { __typename: 'NoticeDelivery', id: string }
      | { __typename: 'NoticeSetting', id: string }
      | { __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } }
      | { __typename: 'OrderDisclosure', id: string }
      | { __typename: 'OrderLine', id: string }
      | { __typename: 'OrderProposal', id: string }
      | { __typename: 'OrderResponse', id: string }
      | { __typename: 'OrderSchedule', id: string }
      | { __typename: 'Organisation', id: string }
      | { __typename: 'Payable', id: string }
      | { __typename: 'Payment', id: string }
      | { __typename: 'Person', id: string }
      | { __typename: 'ReceiptAdvice', id: string }
      | { __typename: 'ReceiptLine', id: string }
      | { __typename: 'Repricing', id: string }
      | { __typename: 'Session', id: string }
      | { __typename: 'Statement', id: string }
      | { __typename: 'StatementLine', id: string }
      | { __typename: 'TableImport', id: string }
      | { __typename: 'TradeAgreement', id: string }
      | { __typename: 'WarrantyClaim', id: string }
      | { __typename: 'WorkCalendarYear', id: string }
     | null } };

export type OrderRowFragment = { __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } };

export type SupplierOrdersQueryVariables = Exact<{
  after?: string | null | undefined;
  status?: Array<OrderStatus> | OrderStatus | null | undefined;
}>;


export type SupplierOrdersQuery = { __typename: 'Query', orders: { __typename: 'OrderConnection', nodes: Array<{ __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } }>, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean } } };

export const OrderRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<OrderRowFragment, unknown>;
export const StandingDocument = {"__meta__":{"hash":"sha256:b283c0a8a1876d0ade831baf2306fa609f1eb80f7b7311a1c1d3074d93e659f6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Standing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"feedCursor"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"duties"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<StandingQuery, StandingQueryVariables>;
export const PaletteFindDocument = {"__meta__":{"hash":"sha256:fb6e34d0e1b29fd6f508b3ce7ac9d7a188f55aceeb2fdf06dd954b67a7f03944"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaletteFind"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"as"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderSide"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"as"},"value":{"kind":"Variable","name":{"kind":"Name","value":"as"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<PaletteFindQuery, PaletteFindQueryVariables>;
export const FeedFollowDocument = {"__meta__":{"hash":"sha256:04e941b1f19e1eef6584a44468a6d6151391103fb348f8f335bbe61226075d0d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FeedFollow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feed"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"subjectType"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<FeedFollowSubscription, FeedFollowSubscriptionVariables>;
export const SupplierOrdersDocument = {"__meta__":{"hash":"sha256:ad2d892a93a6f0e7a687aba15a471e5c3c98ad223870747dcaafbdbd19dbeed3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SupplierOrders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderStatus"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"as"},"value":{"kind":"EnumValue","value":"SUPPLIER"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<SupplierOrdersQuery, SupplierOrdersQueryVariables>;