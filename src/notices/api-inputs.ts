import { Field, ID, InputType, Int } from 'type-graphql';
import { NoticeChannel, NoticeKind, NoticeMode } from './api-enums.js';

const KEY = { nullable: true, description: 'Key under which a repetition of this call does nothing twice.' } as const;

@InputType({ description: 'An address to be told at.' })
export class NoticeAddressAddInput {
  @Field(() => NoticeChannel, { description: 'The road.' })
  channel!: string;

  @Field({
    description: 'An e-mail address; a telephone number, of China or with its country; the key or address of the robot of a WeCom group.',
  })
  address!: string;

  @Field({ defaultValue: false, description: 'Whether it is the group of the organisation. Administrators only.' })
  group!: boolean;

  @Field(KEY)
  idempotencyKey?: string;
}

@InputType({ description: 'An address and the code that was sent to it.' })
export class NoticeAddressVerifyInput {
  @Field(() => ID, { description: 'The address.' })
  addressId!: string;

  @Field({ description: 'The code, six digits.' })
  code!: string;
}

@InputType({ description: 'One of the own addresses.' })
export class NoticeAddressInput {
  @Field(() => ID, { description: 'The address.' })
  addressId!: string;
}

@InputType({ description: 'How the caller wants to be told of one kind of thing.' })
export class NoticeSettingSetInput {
  @Field(() => NoticeKind, { description: 'The kind.' })
  kind!: string;

  @Field(() => NoticeMode, { description: 'When.' })
  mode!: string;

  @Field(() => [NoticeChannel], { defaultValue: ['EMAIL'], description: 'By which roads; none: in the list on the hub only.' })
  channels!: string[];

  @Field(KEY)
  idempotencyKey?: string;
}

@InputType({ description: 'When the caller wants to be told.' })
export class NoticeTimesSetInput {
  @Field({ defaultValue: 'Asia/Shanghai', description: 'Time zone.' })
  zone!: string;

  @Field(() => Int, { defaultValue: 9, description: 'Full hour of the digest, 0 to 23.' })
  digestHour!: number;

  @Field({ nullable: true, description: 'Begin of the quiet hours, `HH:MM`; may lie before midnight and the end after it.' })
  quietFrom?: string;

  @Field({ nullable: true, description: 'End of the quiet hours, `HH:MM`. Neither: there are none.' })
  quietTo?: string;

  @Field(KEY)
  idempotencyKey?: string;
}

@InputType({ description: 'Whom the organisation tells when its own answer does not come.' })
export class NoticeEscalationSetInput {
  @Field(() => ID, { nullable: true, description: 'The owner; the administrators when absent.' })
  ownerId?: string;

  @Field(() => Int, { defaultValue: 24, description: 'Hours after the reminder, 1 to 720.' })
  afterHours!: number;

  @Field(() => [NoticeKind], { defaultValue: [], description: 'Kinds that the WeCom group of the organisation is told too.' })
  groupKinds!: string[];

  @Field(KEY)
  idempotencyKey?: string;
}
