import { Field, Int, ObjectType } from 'type-graphql';
import { Decimal } from '../platform/graphql/scalars.js';
import { Payload } from '../platform/graphql/user-error.js';
import { StatementLineKind } from './api-enums.js';
import { Statement } from './api-types.js';

@ObjectType({ description: 'What every command on one statement answers.' })
class StatementPayload extends Payload {
  @Field(() => Statement, { nullable: true, description: 'The statement afterwards; null when the command was refused.' })
  statement?: Statement;
}

@ObjectType({ description: 'What came of drafting a statement.' })
export class StatementDraftPayload extends StatementPayload {}

@ObjectType({ description: 'What came of sending a statement.' })
export class StatementSendPayload extends StatementPayload {}

@ObjectType({ description: 'What came of taking a statement back.' })
export class StatementWithdrawPayload extends StatementPayload {}

@ObjectType({ description: 'What came of confirming a statement.' })
export class StatementConfirmPayload extends StatementPayload {
  @Field(() => Int, { nullable: true, description: 'How many payables got their due date by it; 0 for the first confirmation.' })
  termsStarted?: number;
}

@ObjectType({ description: 'What every command on lines of a statement answers.' })
class StatementMarkPayload extends StatementPayload {
  @Field(() => Int, { nullable: true, description: 'How many lines were marked.' })
  marked?: number;
}

@ObjectType({ description: 'What came of ticking lines.' })
export class StatementTickPayload extends StatementMarkPayload {}

@ObjectType({ description: 'What came of disputing lines.' })
export class StatementDisputePayload extends StatementMarkPayload {}

@ObjectType({ description: 'What came of setting lines aside.' })
export class StatementExcludePayload extends StatementMarkPayload {}

@ObjectType({ description: 'A document on which statement and ledger differ, or that one of them lacks.' })
export class StatementDifference {
  @Field({ description: 'Number of the document.' })
  number!: string;

  @Field(() => StatementLineKind, { nullable: true, description: 'Its kind; null where only the ledger has it and names none.' })
  kind?: string;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Its amount in the statement; null where it is not there, has no price, or the caller may not read amounts.',
  })
  here?: string;

  @Field(() => Decimal, { nullable: true, description: 'Its amount in the ledger; null where it is not there.' })
  there?: string;
}

@ObjectType({ description: 'What came of comparing a statement with a ledger.' })
export class StatementMatchPayload extends StatementMarkPayload {
  @Field(() => Int, { nullable: true, description: 'How many documents agree.' })
  agreed?: number;

  @Field(() => [StatementDifference], { nullable: true, description: 'What is on both sides, with different amounts.' })
  differs?: StatementDifference[];

  @Field(() => [StatementDifference], { nullable: true, description: 'What only the statement has.' })
  onlyHere?: StatementDifference[];

  @Field(() => [StatementDifference], { nullable: true, description: 'What only the ledger has.' })
  onlyThere?: StatementDifference[];
}
