import { Field, ObjectType } from 'type-graphql';
import { CurrencyCode, Decimal } from './scalars.js';

@ObjectType({ description: 'An exact amount in one currency.' })
export class Money {
  @Field(() => Decimal, { description: 'The amount, with as many decimal places as it was posted with.' })
  amount!: string;

  @Field(() => CurrencyCode, { description: 'The currency of the amount.' })
  currency!: string;
}
