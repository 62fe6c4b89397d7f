import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.js';
import { Cursor, DateTime } from '../../platform/graphql/scalars.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { CredentialStatus, PersonDuty, PersonLocale, ViewerKind } from '../api-enums.js';
import { Organisation } from '../organisation/api-types.js';
import { Person } from '../people/api-types.js';

@ObjectType({ description: 'Who asks, and what the caller may do.' })
export class Viewer {
  @Field(() => Organisation, { description: 'The organisation for which the caller acts.' })
  organisation!: Organisation;

  @Field(() => Person, { nullable: true, description: 'The person; null for a key.' })
  person?: Person;

  @Field(() => ViewerKind, { description: 'Person, key or job.' })
  kind!: string;

  @Field(() => [PersonDuty], { description: 'Duties of the person for the organisation.' })
  duties!: string[];

  @Field(() => [String], { description: 'What the caller may do, such as `orders:read`.' })
  scopes!: string[];

  @Field(() => PersonLocale, { description: 'Language of messages.' })
  locale!: string;

  @Field(() => Cursor, { description: 'The place behind the newest event of the feed: take it, read what you show, then follow from it.' })
  feedCursor!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the credential ends.' })
  expiresAt?: string;
}

@ObjectType({ implements: Node, description: 'A key by which a machine acts for the organisation. Its secret is shown once and not kept.' })
export class ApiKey extends Node {
  @Field({ description: 'What the key is for.' })
  name!: string;

  @Field(() => [String], { description: 'What the key may do, such as `orders:read`.' })
  scopes!: string[];

  @Field(() => CredentialStatus, { description: 'Whether it was revoked.' })
  status!: string;

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt!: string;

  @Field(() => DateTime, { description: 'From when on it opens nothing: its expiry, or earlier by rotation or revocation.' })
  endsAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked.' })
  revokedAt?: string;

  @Field(() => ApiKey, { nullable: true, description: 'The key that this one follows.' })
  rotatedFrom?: ApiKey;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;
}

@ObjectType({ implements: Node, description: 'A log-in of a person for the organisation.' })
export class Session extends Node {
  @Field(() => Person, { description: 'Who logged in.' })
  person!: Person;

  @Field(() => CredentialStatus, { description: 'Whether it was ended.' })
  status!: string;

  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt!: string;

  @Field(() => DateTime, { description: 'When it ends by itself.' })
  expiresAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was ended before.' })
  endedAt?: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;
}

@ObjectType({ description: 'Answer of `apiKeyCreate`.' })
export class ApiKeyCreatePayload extends Payload {
  @Field(() => ApiKey, { nullable: true, description: 'The key.' })
  apiKey?: ApiKey;

  @Field({ nullable: true, description: 'Its secret, shown here once: send it as `Authorization: Bearer rt_…`.' })
  secret?: string;
}

@ObjectType({ description: 'Answer of `apiKeyRotate`.' })
export class ApiKeyRotatePayload extends Payload {
  @Field(() => ApiKey, { nullable: true, description: 'The new key.' })
  apiKey?: ApiKey;

  @Field({ nullable: true, description: 'Its secret, shown here once.' })
  secret?: string;
}

@ObjectType({ description: 'Answer of `apiKeyRevoke`.' })
export class ApiKeyRevokePayload extends Payload {
  @Field(() => ApiKey, { nullable: true, description: 'The key revoked.' })
  apiKey?: ApiKey;
}

@ObjectType({ description: 'Answer of `sessionEnd`.' })
export class SessionEndPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The session ended.' })
  sessionId?: string;
}

@InputType({ description: 'Which keys to list.' })
export class ApiKeyFilter {
  @Field(() => Boolean, { nullable: true, description: 'Whether they were revoked.' })
  revoked?: boolean;
}

@InputType({ description: 'Which sessions to list.' })
export class SessionFilter {
  @Field(() => Boolean, { nullable: true, description: 'Whether they were ended before their time.' })
  ended?: boolean;
}

export const ApiKeyConnection = connectionOf('ApiKey', () => ApiKey);
export const SessionConnection = connectionOf('Session', () => Session);
