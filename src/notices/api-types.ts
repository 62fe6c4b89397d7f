import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Organisation, Person } from '../parties/index.js';
import { connectionOf } from '../platform/graphql/connection.js';
import { Node } from '../platform/graphql/node.js';
import { DateTime } from '../platform/graphql/scalars.js';
import { Payload } from '../platform/graphql/user-error.js';
import { NoticeChannel, NoticeDeliveryStatus, NoticeKind, NoticeMode, NoticePurpose } from './api-enums.js';

@ObjectType({ implements: Node, description: 'That something has happened of which a person is told. Seen by that person only.' })
export class Notice extends Node {
  @Field(() => NoticeKind, { description: 'What is told.' })
  kind!: string;

  @Field({ description: 'The same as a sentence in the language of the caller. It names no price and no amount.' })
  title!: string;

  @Field({ description: 'Number of the document that it is about.' })
  number!: string;

  @Field(() => Organisation, { nullable: true, description: 'Who is on the other side.' })
  counterparty?: Organisation;

  @Field({ description: 'GraphQL type of what it is about.' })
  subjectType!: string;

  @Field(() => ID, { description: 'Id of what it is about, to be read by `node`.' })
  subjectId!: string;

  @Field({ description: 'Whether it went to the owner because nobody had answered.' })
  escalated!: boolean;

  @Field(() => DateTime, { description: 'When it was written, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'The same in business time.' })
  businessTime!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was marked as read; null before.' })
  readAt?: string;
}

@ObjectType({ implements: Node, description: 'Where a person, or the group of an organisation, is told. Used once its code came back.' })
export class NoticeAddress extends Node {
  @Field(() => NoticeChannel, { description: 'The road.' })
  channel!: string;

  @Field({ description: 'The address. Seen by its owner; that of a group by everybody of the organisation.' })
  address!: string;

  @Field({ description: 'Whether it is the group of the organisation.' })
  group!: boolean;

  @Field({ description: 'Whether its code came back.' })
  verified!: boolean;

  @Field(() => DateTime, { description: 'When it was added.' })
  createdAt!: string;
}

@ObjectType({ implements: Node, description: 'How the caller is told of one kind of thing.' })
export class NoticeSetting extends Node {
  @Field(() => NoticeKind, { description: 'The kind.' })
  kind!: string;

  @Field(() => NoticeMode, { description: 'When.' })
  mode!: string;

  @Field(() => [NoticeChannel], { description: 'By which roads, as far as there are confirmed addresses.' })
  channels!: string[];
}

@ObjectType({ description: 'When the caller is told. Hours are those of the clock of the zone.' })
export class NoticeTimes {
  @Field({ description: 'Time zone, such as `Asia/Shanghai`.' })
  zone!: string;

  @Field(() => Int, { description: 'Full hour of the digest.' })
  digestHour!: number;

  @Field({ nullable: true, description: 'Begin of the quiet hours, `HH:MM`; null where there are none.' })
  quietFrom?: string;

  @Field({ nullable: true, description: 'End of the quiet hours, `HH:MM`.' })
  quietTo?: string;
}

@ObjectType({ description: 'Whom the organisation tells when its own answer does not come, and what its WeCom group is told.' })
export class NoticeEscalation {
  @Field(() => Person, { nullable: true, description: 'The owner; the administrators where nobody is named.' })
  owner?: Person;

  @Field(() => Int, { description: 'Hours after the reminder.' })
  afterHours!: number;

  @Field(() => [NoticeKind], { description: 'Kinds that the group is told too.' })
  groupKinds!: string[];
}

@ObjectType({ implements: Node, description: "A message to one address. Seen by its person; the organisation's own by everybody there." })
export class NoticeDelivery extends Node {
  @Field(() => NoticePurpose, { description: 'What it carries.' })
  purpose!: string;

  @Field(() => NoticeChannel, { description: 'The road.' })
  channel!: string;

  @Field(() => NoticeDeliveryStatus, { description: 'How far it has come.' })
  status!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;

  @Field(() => Int, { description: 'How often it was tried.' })
  tries!: number;

  @Field({ nullable: true, description: 'Why it was not sent, as a word; null where it was, or may be.' })
  failure?: string;

  @Field(() => DateTime, { description: 'When it is due, in business time.' })
  dueAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the next server took it, in real time.' })
  sentAt?: string;
}

export const NoticeConnection = connectionOf<Notice>('Notice', () => Notice);
export const NoticeAddressConnection = connectionOf<NoticeAddress>('NoticeAddress', () => NoticeAddress);
export const NoticeSettingConnection = connectionOf<NoticeSetting>('NoticeSetting', () => NoticeSetting);
export const NoticeDeliveryConnection = connectionOf<NoticeDelivery>('NoticeDelivery', () => NoticeDelivery);

@InputType({ description: 'Which notices to list.' })
export class NoticeFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they were read. The number of unread ones is the `totalCount` of `read: false`.',
  })
  read?: boolean;

  @Field(() => [NoticeKind], { nullable: true, description: 'Any of these kinds.' })
  kind?: string[];
}

@InputType({ description: 'Which messages to list.' })
export class NoticeDeliveryFilter {
  @Field(() => [NoticeDeliveryStatus], { nullable: true, description: 'In any of these states.' })
  status?: string[];
}

@ObjectType({ description: 'Answer of `noticeRead`.' })
export class NoticeReadPayload extends Payload {
  @Field(() => [Notice], { nullable: true, description: 'Those that were marked now.' })
  notices?: Notice[];
}

@ObjectType({ description: 'Answer of what changes an address.' })
export class NoticeAddressPayload extends Payload {
  @Field(() => NoticeAddress, { nullable: true, description: 'The address.' })
  address?: NoticeAddress;
}

@ObjectType({ description: 'Answer of `noticeAddressVerify`.' })
export class NoticeAddressVerifyPayload extends NoticeAddressPayload {
  @Field(() => Boolean, { nullable: true, description: 'Whether the code was right.' })
  verified?: boolean;

  @Field(() => Int, { nullable: true, description: 'Tries that are left with this code.' })
  triesLeft?: number;
}

@ObjectType({ description: 'Answer of `noticeAddressRemove`.' })
export class NoticeAddressRemovePayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'Whether it was erased.' })
  removed?: boolean;
}

@ObjectType({ description: 'Answer of `noticeSettingSet`.' })
export class NoticeSettingSetPayload extends Payload {
  @Field(() => NoticeSetting, { nullable: true, description: 'The setting.' })
  setting?: NoticeSetting;
}

@ObjectType({ description: 'Answer of `noticeTimesSet`.' })
export class NoticeTimesSetPayload extends Payload {
  @Field(() => NoticeTimes, { nullable: true, description: 'The times.' })
  times?: NoticeTimes;
}

@ObjectType({ description: 'Answer of `noticeEscalationSet`.' })
export class NoticeEscalationSetPayload extends Payload {
  @Field(() => NoticeEscalation, { nullable: true, description: 'What holds now.' })
  escalation?: NoticeEscalation;
}

@InputType({ description: 'Notices to mark as read.' })
export class NoticeReadInput {
  @Field(() => [ID], { description: 'Their ids, 1 to 100.' })
  noticeIds!: string[];
}
