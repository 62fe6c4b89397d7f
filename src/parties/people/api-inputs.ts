import { Field, ID, InputType } from 'type-graphql';
import { CalendarDate } from '../../platform/graphql/scalars.js';
import { PersonDuty, PersonLocale } from '../api-enums.js';

@InputType({ description: 'Which memberships to list.' })
export class MembershipFilter {
  @Field(() => Boolean, { nullable: true, description: 'Whether they were ended before their last day.' })
  ended?: boolean;
}

@InputType({ description: 'A person to give an account and duties.' })
export class PersonInviteInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The organisation; the own one when absent. The operator names another one for its first ADMIN.',
  })
  organisationId?: string;

  @Field({ description: 'Log-in name: 3 to 100 characters without blanks, such as an e-mail address.' })
  login!: string;

  @Field({ description: 'Name, up to 100 characters.' })
  name!: string;

  @Field(() => PersonLocale, { defaultValue: 'zh', description: 'Language in which the person is addressed.' })
  locale!: string;

  @Field(() => [PersonDuty], { description: 'What the person shall do.' })
  duties!: string[];

  @Field(() => CalendarDate, { nullable: true, description: 'First day; today when absent.' })
  validFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day.' })
  validTo?: string;
}

@InputType({ description: 'Duties to give to a person of the organisation.' })
export class MembershipGrantInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => ID, { nullable: true, description: 'The membership from which the duties are delegated; needs a last day.' })
  delegatedFromId?: string;

  @Field(() => [PersonDuty], { description: 'What the person shall do.' })
  duties!: string[];

  @Field(() => CalendarDate, { nullable: true, description: 'First day; today when absent.' })
  validFrom?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day.' })
  validTo?: string;

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}

@InputType({ description: 'Duties to end at once.' })
export class MembershipEndInput {
  @Field(() => ID, { description: 'The membership.' })
  membershipId!: string;

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}

@InputType({ description: "A new password of one's own." })
export class PasswordChangeInput {
  @Field({ description: 'The present password.' })
  currentPassword!: string;

  @Field({ description: 'The new one: 12 to 128 characters.' })
  newPassword!: string;
}

@InputType({ description: 'A person who has lost the password.' })
export class PasswordResetInput {
  @Field(() => ID, { description: 'The person, of the own organisation.' })
  personId!: string;
}
