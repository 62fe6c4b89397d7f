import { Field, ID, InputType, Int } from 'type-graphql';
import { OneOf } from '../../platform/graphql/one-of.js';
import { UnifiedSocialCreditCode } from '../../platform/graphql/scalars.js';
import { EvidenceKind, InnovationTier, OrganisationRole, OrganisationStatus, Ownership, SizeClass } from '../api-enums.js';

@InputType({ description: 'A name by which an organisation is addressed in documents.' })
export class OrganisationIdentifierInput {
  @Field({ description: 'Scheme: an ISO 6523 code such as `0088` (GLN) or a word.' })
  scheme!: string;

  @Field({ description: 'The identifier in that scheme.' })
  value!: string;
}

@OneOf()
@InputType({ description: 'One organisation: by id where the caller sees it already, else exactly by a code of it.' })
export class OrganisationRefInput {
  @Field(() => ID, { nullable: true, description: 'Id of an organisation that the caller sees.' })
  id?: string;

  @Field(() => UnifiedSocialCreditCode, { nullable: true, description: 'Its unified social credit code.' })
  uscc?: string;

  @Field(() => OrganisationIdentifierInput, { nullable: true, description: 'A confirmed identifier of it.' })
  identifier?: OrganisationIdentifierInput;
}

@OneOf()
@InputType({ description: 'Which organisation to read.' })
export class OrganisationByInput {
  @Field(() => ID, { nullable: true, description: 'Its id.' })
  id?: string;

  @Field(() => UnifiedSocialCreditCode, {
    nullable: true,
    description: 'Its unified social credit code as stored: 18 characters, upper case.',
  })
  uscc?: string;
}

@InputType({ description: 'Which organisations to list.' })
export class OrganisationFilter {
  @Field(() => [OrganisationStatus], { nullable: true, description: 'Any of these statuses.' })
  status?: string[];

  @Field(() => [SizeClass], { nullable: true, description: 'Any of these size classes.' })
  sizeClass?: string[];
}

@InputType({ description: 'An organisation to enter into the hub.' })
export class OrganisationClaimInput {
  @Field({ defaultValue: 'CN', description: 'Country of registration, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => UnifiedSocialCreditCode, { nullable: true, description: 'Unified social credit code; required for and reserved to China.' })
  uscc?: string;

  @Field({ description: 'Name as registered, up to 200 characters.' })
  legalName!: string;

  @Field({ nullable: true, description: 'Short name in Chinese, up to 100 characters; the legal name when absent.' })
  nameZh?: string;

  @Field({ nullable: true, description: 'Short name in English, up to 100 characters; the legal name when absent.' })
  nameEn?: string;

  @Field(() => SizeClass, { description: 'Present size class.' })
  sizeClass!: string;

  @Field(() => InnovationTier, { defaultValue: 'NONE', description: 'Tier of innovative firms.' })
  innovationTier!: string;

  @Field(() => Ownership, { defaultValue: 'PRIVATE', description: 'Who owns it.' })
  ownership!: string;

  @Field(() => [OrganisationRole], { description: 'What it does on the hub; at least one role, and not OPERATOR.' })
  roles!: string[];

  @Field(() => [OrganisationIdentifierInput], { defaultValue: [], description: 'Further identifiers, confirmed at once; up to 10.' })
  identifiers!: OrganisationIdentifierInput[];

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}

@InputType({ description: 'Changes of the own card. What is absent stays.' })
export class OrganisationUpdateInput {
  @Field({ nullable: true, description: 'Short name in Chinese.' })
  nameZh?: string;

  @Field({ nullable: true, description: 'Short name in English.' })
  nameEn?: string;

  @Field(() => SizeClass, { nullable: true, description: 'Present size class, by the own assessment.' })
  sizeClass?: string;

  @Field({ nullable: true, description: 'A note that nobody else sees, up to 2,000 characters.' })
  internalNote?: string;

  @Field(() => Int, { nullable: true, description: 'Version that the change rests on; another present version refuses it.' })
  expectedVersion?: number;

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}

@InputType({ description: 'One piece of evidence.' })
export class OrganisationEvidenceInput {
  @Field(() => EvidenceKind, { description: 'What was shown.' })
  kind!: string;

  @Field({ description: 'Number or place of what was shown, up to 200 characters.' })
  reference!: string;
}

@InputType({ description: 'Evidence by which an organisation is verified.' })
export class OrganisationVerifyInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => [OrganisationEvidenceInput], { description: 'One to ten pieces of evidence.' })
  evidence!: OrganisationEvidenceInput[];

  @Field(() => Int, { nullable: true, description: 'Version that the decision rests on.' })
  expectedVersion?: number;

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}

@InputType({ description: 'An identifier to add to an organisation.' })
export class OrganisationIdentifierAddInput {
  @Field(() => ID, { nullable: true, description: 'The organisation; the own one when absent. Only the operator names another.' })
  organisationId?: string;

  @Field({ description: 'Scheme: an ISO 6523 code such as `0088` (GLN) or a word.' })
  scheme!: string;

  @Field({ description: 'The identifier in that scheme.' })
  value!: string;

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}
