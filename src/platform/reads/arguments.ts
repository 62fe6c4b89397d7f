import { getArgumentValues } from 'graphql/execution/values.js';
import { asBadInput } from './failure.js';
import type { Site } from './plan.js';

/** The coerced arguments of a field. */
export const argumentsAt = ({ field, node }: Site, variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    throw asBadInput(error);
  }
};
