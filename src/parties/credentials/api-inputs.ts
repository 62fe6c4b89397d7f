import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A key to create.' })
export class ApiKeyCreateInput {
  @Field({ description: 'What the key is for, up to 100 characters.' })
  name!: string;

  @Field(() => [String], {
    description:
      'What it may do: `orders:read`, `orders:write`, `invoices:read`, `invoices:write`, `amounts:read`, `parties:read`, `parties:admin`, `files:write`, `feed:read`, `audit:read`, and for the operator `operator`.',
  })
  scopes!: string[];

  @Field(() => Int, { defaultValue: 365, description: 'Days until it expires, 1 to 730.' })
  validDays!: number;
}

@InputType({ description: 'A key to give a successor.' })
export class ApiKeyRotateInput {
  @Field(() => ID, { description: 'The key.' })
  apiKeyId!: string;

  @Field(() => Int, { defaultValue: 24, description: 'Hours for which the old secret still works, 0 to 168.' })
  overlapHours!: number;

  @Field(() => Int, { defaultValue: 365, description: 'Days until the new key expires, 1 to 730.' })
  validDays!: number;
}

@InputType({ description: 'A key to revoke.' })
export class ApiKeyRevokeInput {
  @Field(() => ID, { description: 'The key.' })
  apiKeyId!: string;

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}

@InputType({ description: 'A session to end.' })
export class SessionEndInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field({ nullable: true, description: 'Key under which a repetition of this call does nothing twice.' })
  idempotencyKey?: string;
}
