import { UnrecoverableError } from 'bullmq';
import type { Refusal } from '../../kernel/refusal.js';
import { codeOf, constraintOf } from '../database/errors.js';

export type Cause = 'REFUSED' | 'FAILED' | 'STALLED';

/** A job whose command was refused: its rules said no, and would say so again. */
export class JobRefused extends UnrecoverableError {
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((r) => r.code).join(' '));
    this.name = 'JobRefused';
  }
}

/** A job whose processes died one after the other while they ran it. */
export class JobKills extends UnrecoverableError {
  constructor() {
    super('its process died');
    this.name = 'JobKills';
  }
}

const MAX = 200;

/**
 * Why a job failed, in words that hold no value of any document: codes of refusals, of the database and of the system, and names
 * of constraints and of kinds of error. The whole error is in the log only.
 */
export function describeFailure(error: unknown): { readonly cause: Cause; readonly error: string } {
  if (error instanceof JobRefused) return { cause: 'REFUSED', error: error.message.slice(0, MAX) };
  if (error instanceof JobKills) return { cause: 'STALLED', error: error.message };
  const name = error instanceof Error ? error.name : typeof error;
  const words = [name, codeOf(error), constraintOf(error)].filter((word) => word !== undefined && /^[\w.-]{1,64}$/.test(word));
  return { cause: 'FAILED', error: words.join(' ').slice(0, MAX) || 'unknown' };
}
