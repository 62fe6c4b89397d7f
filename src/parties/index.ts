import type { Room } from '../platform/room.js';
import { AgreementResolver } from './agreement/api.js';
import { TradeAgreementEntity } from './agreement/model.js';
import { agreementReads } from './agreement/reads.js';
import { CredentialResolver } from './credentials/api.js';
import { ApiKeyEntity, SessionEntity } from './credentials/model.js';
import { credentialReads } from './credentials/reads.js';
import { OrganisationResolver } from './organisation/api.js';
import { OrganisationEntity } from './organisation/model.js';
import { organisationReads } from './organisation/reads.js';
import { PeopleResolver } from './people/api.js';
import { MembershipEntity, PersonEntity } from './people/model.js';
import { peopleReads } from './people/reads.js';
import { agreementRefusals, credentialRefusals, organisationRefusals, peopleRefusals } from './refusals.js';
import { partiesSeed } from './seed.js';

export const parties: Room = {
  name: 'parties',
  entities: [OrganisationEntity, PersonEntity, MembershipEntity, ApiKeyEntity, SessionEntity, TradeAgreementEntity],
  reads: [...organisationReads, ...peopleReads, ...credentialReads, ...agreementReads],
  resolvers: [OrganisationResolver, PeopleResolver, CredentialResolver, AgreementResolver],
  refusals: { ...organisationRefusals, ...peopleRefusals, ...credentialRefusals, ...agreementRefusals },
  events: [
    'ORGANISATION_CLAIMED',
    'ORGANISATION_CHANGED',
    'ORGANISATION_VERIFIED',
    'IDENTIFIER_ADDED',
    'IDENTIFIER_CONFIRMED',
    'PERSON_INVITED',
    'MEMBERSHIP_GRANTED',
    'MEMBERSHIP_ENDED',
    'PASSWORD_CHANGED',
    'PASSWORD_RESET',
    'LOGIN_REFUSED',
    'KEY_CREATED',
    'KEY_ROTATED',
    'KEY_REVOKED',
    'SESSION_OPENED',
    'SESSION_ENDED',
    'AGREEMENT_PROPOSED',
    'AGREEMENT_CONFIRMED',
    'AGREEMENT_REFUSED',
    'AGREEMENT_WITHDRAWN',
    'AGREEMENT_ENDED',
  ],
  subjects: [
    { type: 'Organisation' },
    { type: 'Person' },
    { type: 'Membership', revokes: { on: ['MEMBERSHIP_ENDED'], whom: 'people' } },
    { type: 'ApiKey', revokes: { on: ['KEY_REVOKED', 'KEY_ROTATED'], whom: 'credential' } },
    { type: 'Session', revokes: { on: ['SESSION_ENDED'], whom: 'credential' } },
    { type: 'TradeAgreement' },
  ],
  effects: [],
  seed: partiesSeed,
};

export { agreementLifecycle } from './agreement/rules.js';
export { hubFound } from './found.js';
export { canaryOf, DEMO_PASSWORD, demoKey, type DemoOrganisation, demoOrganisations, demoOrgId } from './demo.js';
export { OrganisationRefInput } from './organisation/api-inputs.js';
export { organisationOf } from './organisation/commands.js';
export { enterSupplier } from './organisation/enter.js';
export { type OrganisationRef, organisationRefInput } from './organisation/inputs.js';
export { organisationLifecycle } from './organisation/rules.js';
export { Organisation } from './organisation/api-types.js';
export { Person } from './people/api-types.js';
export { PersonLocale } from './api-enums.js';
export { TradeAgreement } from './agreement/api-types.js';
export { ApplicationOrder, PaymentInstrument, PlanKind, PriceBasis, RoundingBasis, TermBasis } from './api-enums.js';
export { tradeAgreementConfirm, tradeAgreementEnd, tradeAgreementPropose } from './agreement/commands.js';
