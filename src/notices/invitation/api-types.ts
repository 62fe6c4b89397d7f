import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Order } from '../../orders/index.js';
import { Organisation, PersonLocale } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTime, UnifiedSocialCreditCode } from '../../platform/graphql/scalars.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { InvitationAction, InvitationStatus } from '../api-enums.js';

@ObjectType({ description: 'Whether an action is open to the caller now.' })
export class InvitationAllowedAction {
  @Field(() => InvitationAction, { description: 'The action.' })
  action!: string;

  @Field({ description: 'Whether it would be accepted now.' })
  allowed!: boolean;

  @Field({ nullable: true, description: 'Code of the reason against it.' })
  reason?: string;
}

@ObjectType({
  implements: Node,
  description: 'A way for a supplier without people on the hub to read and answer one order. Seen by its buyer. Times are real times.',
})
export class Invitation extends Node {
  @Field(() => Order, { nullable: true, description: 'The order.' })
  order?: Order;

  @Field(() => Organisation, { nullable: true, description: 'Who is invited.' })
  supplier?: Organisation;

  @Field(() => InvitationStatus, { description: 'Its state; an open one works until it expires.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;

  @Field(() => PersonLocale, { description: 'Language of the message and of the page.' })
  language!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  at!: string;

  @Field(() => DateTime, { description: 'Until when its link works.' })
  expiresAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When its link was used.' })
  usedAt?: string;

  @Field(() => DateTime, { nullable: true, description: 'When the buyer ended it.' })
  revokedAt?: string;

  @Field(() => [InvitationAllowedAction], { description: 'What the caller may do with it.' })
  allowedActions!: InvitationAllowedAction[];
}

export const InvitationConnection = connectionOf<Invitation>('Invitation', () => Invitation);

@InputType({ description: 'Which invitations to list.' })
export class InvitationFilter {
  @Field(() => [InvitationStatus], { nullable: true, description: 'In any of these states.' })
  status?: string[];

  @Field(() => ID, { nullable: true, description: 'To this order.' })
  orderId?: string;
}

@InputType({ description: 'Where somebody is reached who is not on the hub.' })
export class InvitationContactFields {
  @Field({ nullable: true, description: 'E-mail address.' })
  email?: string;

  @Field({ nullable: true, description: 'Telephone number, of China or with its country.' })
  phone?: string;
}

@InputType({ description: 'A supplier that is not on the hub.' })
export class SupplierInviteInput extends InvitationContactFields {
  @Field({ description: 'Its name as registered, up to 200 characters.' })
  name!: string;

  @Field({ defaultValue: 'CN', description: 'Country, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => UnifiedSocialCreditCode, { nullable: true, description: 'Its unified social credit code, where it is known.' })
  uscc?: string;

  @Field(() => PersonLocale, { defaultValue: 'zh', description: 'Language in which it is addressed.' })
  language!: string;

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}

@InputType({ description: 'An invitation to one order.' })
export class InvitationCreateInput extends InvitationContactFields {
  @Field(() => ID, { description: 'The order, of the caller as its buyer.' })
  orderId!: string;

  @Field(() => Int, { defaultValue: 72, description: 'Hours that the link works, 1 to 720.' })
  expiresInHours!: number;

  @Field(() => PersonLocale, { nullable: true, description: 'Language; that of the contact when absent.' })
  language?: string;
}

@InputType({ description: 'An invitation to end.' })
export class InvitationRevokeInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;

  @Field(() => Int, { nullable: true, description: 'The version that the caller knows; refused when it has changed since.' })
  expectedVersion?: number;
}

@ObjectType({ description: 'Answer of `supplierInvite`.' })
export class SupplierInvitePayload extends Payload {
  @Field(() => Organisation, { nullable: true, description: 'The supplier, to which orders can be issued now.' })
  supplier?: Organisation;
}

@ObjectType({ description: 'Answer of `invitationCreate`.' })
export class InvitationCreatePayload extends Payload {
  @Field(() => Invitation, { nullable: true, description: 'The invitation.' })
  invitation?: Invitation;

  @Field({
    nullable: true,
    description: 'The link. It is shown here once; messages carry links of their own, and the first that is used spends all.',
  })
  link?: string;
}

@ObjectType({ description: 'Answer of `invitationRevoke`.' })
export class InvitationRevokePayload extends Payload {
  @Field(() => Invitation, { nullable: true, description: 'The invitation.' })
  invitation?: Invitation;
}
