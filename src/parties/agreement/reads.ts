import {
  byId,
  connection,
  date,
  decimal,
  derived,
  id,
  instant,
  int,
  isIn,
  json,
  many,
  one,
  bool,
  payload,
  ref,
  root,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import type { ReadDeclaration } from '../../platform/reads/declare.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { agreementActions, agreementFlags, type AgreementStatus } from './rules.js';

interface Facts {
  readonly status: AgreementStatus;
  readonly proposedBy: string;
  readonly viewer: Viewer;
}

const changed = (name: string): ReadDeclaration =>
  payload(name, { agreement: ref('TradeAgreement', (result: { agreementId: string }) => result.agreementId) });

export const agreementReads: readonly ReadDeclaration[] = [
  type(
    'TradeAgreement',
    { table: 'app.trade_agreement', id: 'agr', need: 'parties:read' },
    {
      id: id('agr'),
      buyer: one('Organisation', 'buyer_id'),
      supplier: one('Organisation', 'supplier_id'),
      proposedBy: one('Organisation', 'proposed_by'),
      number: text('number'),
      status: word('status'),
      version: int('version'),
      validFrom: date('valid_from'),
      validTo: date('valid_to'),
      currency: word('currency'),
      priceBasis: word('price_basis'),
      rounding: word('rounding'),
      termDays: int('term_days'),
      termBasis: word('term_basis'),
      termReason: text('term_reason'),
      inspectionDays: int('inspection_days'),
      overTolerance: decimal('over_tolerance'),
      underTolerance: decimal('under_tolerance'),
      priceTolerance: decimal('price_tolerance'),
      lateRate: decimal('late_rate'),
      answerHours: int('answer_hours'),
      taxRates: derived({ rates: json('{tax_rates}::text[]') }, ({ rates }: { rates: string[] }) => rates, { size: 3 }),
      applicationOrder: word('application_order'),
      instruments: json('instruments'),
      billSettles: bool('bill_settles'),
      statementDay: int('statement_day'),
      statementAnswerDays: int('statement_answer_days'),
      interestBasis: word('interest_basis'),
      restDaysMove: bool('rest_days_move'),
      warrantyMonths: int('warranty_months'),
      sector: text('sector'),
      thirdPartyClauseVoid: bool('third_party_clause_void'),
      plan: many('PaymentPlanPart', 'agreement_id', ['position'], { size: 4 }),
      smeDeclared: bool('sme_declared'),
      buyerClass: word('buyer_class'),
      supplierClass: word('supplier_class'),
      lprAtSigning: decimal('lpr_at_signing'),
      signedOn: date('signed_on'),
      endedOn: date('ended_on'),
      createdAt: instant('created_at'),
      steps: many('TradeAgreementStep', 'agreement_id', ['at', 'id']),
      flags: derived(
        {
          termReason: 'term_reason',
          buyerClass: 'buyer_class',
          buyerOwnership: 'buyer_ownership',
          lateRate: 'late_rate',
          lprAtSigning: 'lpr_at_signing',
        },
        agreementFlags,
      ),
      allowedActions: derived({ status: 'status', proposedBy: 'proposed_by', viewer: '@viewer' }, ({ viewer, ...facts }: Facts) =>
        agreementActions({ ...facts, me: viewer.orgId }),
      ),
    },
  ),
  type(
    'PaymentPlanPart',
    { table: 'app.payment_plan_line', cols: { position: 'int' } },
    { kind: word('kind'), share: decimal('share'), trigger: word('runs_from'), days: int('days') },
  ),
  type(
    'TradeAgreementStep',
    { table: 'app.trade_agreement_step' },
    {
      status: word('status'),
      by: one('Organisation', 'by_id'),
      note: text('note'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  root({
    tradeAgreement: byId('TradeAgreement'),
    tradeAgreements: connection('TradeAgreement', {
      party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' },
      orders: { CREATED_AT: ['created_at', 'id'], NEWEST: ['-created_at', '-id'] },
      filters: {
        status: isIn('status'),
        counterparty: isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' }),
      },
    }),
  }),
  changed('TradeAgreementProposePayload'),
  changed('TradeAgreementConfirmPayload'),
  changed('TradeAgreementRefusePayload'),
  changed('TradeAgreementWithdrawPayload'),
  changed('TradeAgreementEndPayload'),
];
