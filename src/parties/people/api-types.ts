import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, DateTime } from '../../platform/graphql/scalars.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { PersonDuty, PersonLocale } from '../api-enums.js';

@ObjectType({ implements: Node, description: 'A person with an account. Seen by the organisations that the person acts for.' })
export class Person extends Node {
  @Field({ description: 'Log-in name.' })
  login!: string;

  @Field({ description: 'Name as the person is addressed.' })
  name!: string;

  @Field(() => PersonLocale, { description: 'Language in which the person is addressed.' })
  locale!: string;

  @Field(() => DateTime, { description: 'When the account was made.' })
  createdAt!: string;

  @Field(() => [Membership], { description: 'Duties for the organisation of the caller, ended ones too.' })
  memberships!: Membership[];
}

@ObjectType({ implements: Node, description: 'Duties of a person for an organisation, between two days.' })
export class Membership extends Node {
  @Field(() => Person, { description: 'The person.' })
  person!: Person;

  @Field(() => [PersonDuty], { description: 'What the person does.' })
  duties!: string[];

  @Field(() => CalendarDate, { description: 'First day, in Asia/Shanghai.' })
  validFrom!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null when there is none yet.' })
  validTo?: string;

  @Field(() => Membership, { nullable: true, description: 'The membership whose duties are delegated here; ends with it.' })
  delegatedFrom?: Membership;

  @Field(() => DateTime, { description: 'When it was given.' })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was ended before its last day.' })
  endedAt?: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;
}

@ObjectType({ description: 'Answer of `personInvite`.' })
export class PersonInvitePayload extends Payload {
  @Field(() => Person, { nullable: true, description: 'The person; null where only the invited organisation sees it.' })
  person?: Person;

  @Field(() => Membership, { nullable: true, description: 'The duties given.' })
  membership?: Membership;

  @Field({
    nullable: true,
    description: 'Password for the first log-in within 7 days; it is shown here once and opens nothing but its own change.',
  })
  initialPassword?: string;
}

@ObjectType({ description: 'Answer of `membershipGrant`.' })
export class MembershipGrantPayload extends Payload {
  @Field(() => Membership, { nullable: true, description: 'The duties given.' })
  membership?: Membership;
}

@ObjectType({ description: 'Answer of `membershipEnd`.' })
export class MembershipEndPayload extends Payload {
  @Field(() => Membership, { nullable: true, description: 'The duties ended.' })
  membership?: Membership;
}

@ObjectType({ description: 'Answer of `passwordChange`.' })
export class PasswordChangePayload extends Payload {
  @Field(() => Person, { nullable: true, description: 'The person. Every session of the person has ended: log in anew.' })
  person?: Person;
}

@ObjectType({ description: 'Answer of `passwordReset`.' })
export class PasswordResetPayload extends Payload {
  @Field(() => Person, { nullable: true, description: 'The person. Every session of the person has ended.' })
  person?: Person;

  @Field({
    nullable: true,
    description: 'Password for the next log-in within 7 days; it is shown here once and opens nothing but its own change.',
  })
  initialPassword?: string;
}

export const PersonConnection = connectionOf('Person', () => Person);
export const MembershipConnection = connectionOf('Membership', () => Membership);
