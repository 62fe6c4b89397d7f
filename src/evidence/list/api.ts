import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Invoice } from '../../invoices/index.js';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { EvidenceSeal, EvidenceSealConnection, EvidenceSealInput, EvidenceSealPayload, InvoiceEvidence } from './api-types.js';
import { evidenceSeal } from './commands.js';

@Resolver(() => Invoice)
export class InvoiceEvidenceFields {
  @FieldResolver(() => InvoiceEvidence, {
    nullable: true,
    description: 'The documents on which it rests, with their digests, compared with each other. For both sides.',
  })
  evidence(): never {
    return compiled();
  }

  @FieldResolver(() => EvidenceSealConnection, { description: 'The lists of its evidence that were sealed, newest first.' })
  evidenceSeals(@Args(() => PageArgs) _page: PageArgs): never {
    return compiled();
  }
}

@Resolver()
export class EvidenceQueries {
  @Policy('invoices:read')
  @Query(() => EvidenceSeal, { nullable: true, description: 'One sealed list of the caller; null for any other.' })
  evidenceSeal(@Arg('id', () => ID, { description: 'The sealed list.' }) _id: string): EvidenceSeal {
    return compiled();
  }
}

@Resolver()
export class EvidenceMutations {
  @Policy('invoices:write')
  @Mutation(() => EvidenceSealPayload, {
    description: 'Keeps the evidence of an invoice as it stands, with its digest. Later it tells which documents have changed since.',
  })
  evidenceSeal(
    @Arg('input', () => EvidenceSealInput, { description: 'The invoice.' }) input: EvidenceSealInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EvidenceSealPayload> {
    return ctx.run(evidenceSeal, input);
  }
}
