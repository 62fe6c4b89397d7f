import {
  bool,
  connection,
  derived,
  id,
  instant,
  int,
  isIn,
  json,
  lookup,
  many,
  need,
  one,
  payload,
  ref,
  root,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import type { ReadDeclaration } from '../../platform/reads/declare.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { organisationActions, type OrganisationStatus } from './rules.js';

const allowedActions = ({ status, viewer }: { readonly status: OrganisationStatus; readonly viewer: Viewer }) =>
  organisationActions({ status, operates: viewer.scopes.has('operator') });

const changed = (name: string): ReadDeclaration =>
  payload(name, { organisation: ref('Organisation', (result: { organisationId: string }) => result.organisationId) });

export const organisationReads: readonly ReadDeclaration[] = [
  type(
    'Organisation',
    { table: 'app.organisation', id: 'org' },
    {
      id: id('org'),
      country: word('country'),
      uscc: word('uscc'),
      legalName: text('legal_name'),
      nameZh: text('name_zh'),
      nameEn: text('name_en'),
      sizeClass: word('size_class'),
      innovationTier: word('innovation_tier'),
      ownership: word('ownership'),
      roles: json('to_json({roles})'),
      status: word('status'),
      version: int('version'),
      createdAt: instant('created_at'),
      identifiers: many('OrganisationIdentifier', 'org_id', ['scheme', 'value', 'id']),
      evidence: many('OrganisationEvidence', 'org_id', ['at', 'id']),
      private: need('parties:admin', one('OrganisationPrivate', 'id')),
      allowedActions: derived({ status: 'status', viewer: '@viewer' }, allowedActions),
    },
  ),
  type('OrganisationPrivate', { table: 'app.organisation_private' }, { internalNote: text('internal_note') }),
  type(
    'OrganisationIdentifier',
    { table: 'app.organisation_identifier' },
    {
      scheme: word('scheme'),
      value: word('value'),
      confirmed: bool('confirmed'),
    },
  ),
  type(
    'OrganisationEvidence',
    { table: 'app.organisation_evidence' },
    { kind: word('kind'), reference: text('reference'), at: instant('at') },
  ),
  root({
    organisation: lookup('Organisation', 'by', { id: 'id', uscc: '{uscc} = {@value}' }),
    organisations: connection('Organisation', {
      everyone: true,
      orders: { LEGAL_NAME: ['legal_name', 'id'], CREATED_AT: ['id'] },
      filters: { status: isIn('status'), sizeClass: isIn('size_class') },
    }),
  }),
  changed('OrganisationClaimPayload'),
  changed('OrganisationUpdatePayload'),
  changed('OrganisationVerifyPayload'),
  changed('OrganisationIdentifierAddPayload'),
];
