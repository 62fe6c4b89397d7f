import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/auth/policy.js';
import { compiled } from '../../platform/graphql/compiled.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { CreationOrder, SessionOrder } from '../api-enums.js';
import { ApiKeyCreateInput, ApiKeyRevokeInput, ApiKeyRotateInput, SessionEndInput } from './api-inputs.js';
import { apiKeyCreate, apiKeyRevoke, apiKeyRotate, sessionEnd } from './commands.js';
import {
  ApiKeyConnection,
  ApiKeyCreatePayload,
  ApiKeyFilter,
  ApiKeyRevokePayload,
  ApiKeyRotatePayload,
  SessionConnection,
  SessionEndPayload,
  SessionFilter,
  Viewer,
} from './api-types.js';

@Resolver()
export class CredentialResolver {
  @Policy('authenticated')
  @Query(() => Viewer, { description: 'Who the caller is and what the caller may do.' })
  viewer(): Viewer {
    return compiled();
  }

  @Policy('parties:admin')
  @Query(() => ApiKeyConnection, { description: 'The keys of the organisation.' })
  apiKeys(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => ApiKeyFilter, { nullable: true, description: 'Which ones.' }) _filter: ApiKeyFilter,
    @Arg('orderBy', () => CreationOrder, { defaultValue: 'CREATED_AT', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('parties:admin')
  @Query(() => SessionConnection, { description: 'The sessions that people have opened for the organisation.' })
  sessions(
    @Args(() => PageArgs) _page: PageArgs,
    @Arg('filter', () => SessionFilter, { nullable: true, description: 'Which ones.' }) _filter: SessionFilter,
    @Arg('orderBy', () => SessionOrder, { defaultValue: 'OPENED_AT', description: 'In which order.' }) _orderBy: string,
  ): never {
    return compiled();
  }

  @Policy('parties:admin')
  @Mutation(() => ApiKeyCreatePayload, {
    description: 'Creates a key for a machine. Its secret is answered once; repeating the call makes another key.',
  })
  apiKeyCreate(
    @Arg('input', () => ApiKeyCreateInput, { description: 'The key.' }) input: ApiKeyCreateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ApiKeyCreatePayload> {
    return ctx.run(apiKeyCreate, input);
  }

  @Policy('parties:admin')
  @Mutation(() => ApiKeyRotatePayload, { description: 'Gives a key a successor with a new secret; the old one works for some hours more.' })
  apiKeyRotate(
    @Arg('input', () => ApiKeyRotateInput, { description: 'The key and the overlap.' }) input: ApiKeyRotateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ApiKeyRotatePayload> {
    return ctx.run(apiKeyRotate, input);
  }

  @Policy('parties:admin')
  @Mutation(() => ApiKeyRevokePayload, { description: 'Ends a key at once. Streams that it opened end within two seconds.' })
  apiKeyRevoke(
    @Arg('input', () => ApiKeyRevokeInput, { description: 'The key.' }) input: ApiKeyRevokeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ApiKeyRevokePayload> {
    return ctx.run(apiKeyRevoke, input);
  }

  @Policy('authenticated')
  @Mutation(() => SessionEndPayload, { description: "Ends a session: one's own, or as an administrator any of the organisation." })
  sessionEnd(
    @Arg('input', () => SessionEndInput, { description: 'The session.' }) input: SessionEndInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SessionEndPayload> {
    return ctx.run(sessionEnd, input);
  }
}
