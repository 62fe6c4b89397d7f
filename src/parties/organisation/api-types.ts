import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTime, UnifiedSocialCreditCode } from '../../platform/graphql/scalars.js';
import { Payload } from '../../platform/graphql/user-error.js';
import {
  EvidenceKind,
  InnovationTier,
  OrganisationAction,
  OrganisationRole,
  OrganisationStatus,
  Ownership,
  SizeClass,
} from '../api-enums.js';

@ObjectType({ description: 'A name by which an organisation is addressed in documents.' })
export class OrganisationIdentifier {
  @Field({ description: 'Scheme: an ISO 6523 code such as `0088` (GLN) or a word.' })
  scheme!: string;

  @Field({ description: 'The identifier in that scheme.' })
  value!: string;

  @Field({ description: 'Whether the operator has confirmed it. Only confirmed identifiers find the organisation.' })
  confirmed!: boolean;
}

@ObjectType({ description: 'Evidence on which the operator verified an organisation. Seen by the two of them only.' })
export class OrganisationEvidence {
  @Field(() => EvidenceKind, { description: 'What was shown.' })
  kind!: string;

  @Field({ description: 'Number or place of what was shown.' })
  reference!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  at!: string;
}

@ObjectType({ description: 'What an organisation keeps for itself. Nobody else sees it.' })
export class OrganisationPrivate {
  @Field({ description: 'A free note.' })
  internalNote!: string;
}

@ObjectType({ description: 'Whether an organisation can be verified by the caller now.' })
export class OrganisationAllowedAction {
  @Field(() => OrganisationAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the first reason against it.' })
  reason?: string;
}

@ObjectType({
  implements: Node,
  description: 'A firm or public body. Seen by itself, by those it trades with, and by the operator.',
})
export class Organisation extends Node {
  @Field({ description: 'Country of registration, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => UnifiedSocialCreditCode, { nullable: true, description: 'Unified social credit code; null outside China.' })
  uscc?: string;

  @Field({ description: 'Name as registered.' })
  legalName!: string;

  @Field({ description: 'Short name in Chinese.' })
  nameZh!: string;

  @Field({ description: 'Short name in English.' })
  nameEn!: string;

  @Field(() => SizeClass, { description: 'Present size class. Agreements keep the one at their signing.' })
  sizeClass!: string;

  @Field(() => InnovationTier, { description: 'Tier of innovative firms.' })
  innovationTier!: string;

  @Field(() => Ownership, { description: 'Who owns it.' })
  ownership!: string;

  @Field(() => [OrganisationRole], { description: 'What it does on the hub.' })
  roles!: string[];

  @Field(() => OrganisationStatus, { description: 'Whether it was verified. Only verified ones confirm debts or finance.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was entered.' })
  createdAt!: string;

  @Field(() => [OrganisationIdentifier], { description: 'Identifiers by which documents address it.' })
  identifiers!: OrganisationIdentifier[];

  @Field(() => [OrganisationEvidence], { description: 'Evidence of verification; empty for others than itself and the operator.' })
  evidence!: OrganisationEvidence[];

  @Field(() => OrganisationPrivate, {
    nullable: true,
    description: 'What it keeps for itself; null for all others. Needs `parties:admin`.',
  })
  private?: OrganisationPrivate;

  @Field(() => [OrganisationAllowedAction], { description: 'What the caller can do with it now; empty for others than the operator.' })
  allowedActions!: OrganisationAllowedAction[];
}

@ObjectType({ description: 'Answer of `organisationClaim`.' })
export class OrganisationClaimPayload extends Payload {
  @Field(() => Organisation, { nullable: true, description: 'The organisation entered.' })
  organisation?: Organisation;
}

@ObjectType({ description: 'Answer of `organisationUpdate`.' })
export class OrganisationUpdatePayload extends Payload {
  @Field(() => Organisation, { nullable: true, description: 'The own organisation.' })
  organisation?: Organisation;
}

@ObjectType({ description: 'Answer of `organisationVerify`.' })
export class OrganisationVerifyPayload extends Payload {
  @Field(() => Organisation, { nullable: true, description: 'The organisation verified.' })
  organisation?: Organisation;
}

@ObjectType({ description: 'Answer of `organisationIdentifierAdd`.' })
export class OrganisationIdentifierAddPayload extends Payload {
  @Field(() => Organisation, { nullable: true, description: 'The organisation that the identifier names.' })
  organisation?: Organisation;
}

export const OrganisationConnection = connectionOf('Organisation', () => Organisation);
