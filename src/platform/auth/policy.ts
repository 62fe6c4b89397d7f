import { Extensions } from 'type-graphql';
import type { Scope, Viewer } from './viewer.js';

/** What a root field asks of its caller; 'authenticated' is any viewer. */
export type PolicyName = Scope | 'authenticated';

/**
 * States on a Query, Mutation or Subscription field what it asks of the caller. A schema without it on every root field is refused.
 * @param guests whether somebody who was let in for one order may call it too, with the right and for that order
 */
export const Policy = (policy: PolicyName, { guests = false } = {}) => Extensions({ policy, guests });

export const permits = (viewer: Viewer, policy: PolicyName): boolean => policy === 'authenticated' || viewer.scopes.has(policy);
