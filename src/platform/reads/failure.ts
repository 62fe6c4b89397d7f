import { GraphQLError } from 'graphql';

const refusal = (code: string, status: number, message: string, details: Readonly<Record<string, unknown>>): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...details, http: { status, headers: new Map() } } });

/** A value that cannot be used. @param argument `Type.field(argument:)` */
export const badInput = (message: string, argument: string): GraphQLError => refusal('BAD_USER_INPUT', 400, message, { argument });

/** A selection that needs a scope which the caller does not have. */
export const forbidden = (coordinate: string, scope: string): GraphQLError =>
  refusal('FORBIDDEN', 403, `${coordinate} needs the right ${scope}.`, { coordinate, scope });

export const tooCostly = (cost: number, limit: number): GraphQLError =>
  refusal('TOO_COSTLY', 400, `This document costs ${cost}; at most ${limit} is answered. Select fewer fields or shorter lists.`, {
    cost,
    limit,
  });

/** An error of graphql-js about the caller's values; it names no code by itself. */
export const asBadInput = (error: unknown): unknown =>
  error instanceof GraphQLError && error.extensions.code === undefined
    ? new GraphQLError(error.message, {
        nodes: error.nodes,
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400, headers: new Map() } },
      })
    : error;
