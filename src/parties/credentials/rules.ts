import type { Refusal } from '../../kernel/refusal.js';
import type { CredentialCode } from '../refusals.js';

/** Scopes that this organisation cannot give to a key. */
export const scopeFaults = (scopes: readonly string[], operates: boolean): Refusal<CredentialCode>[] =>
  scopes.includes('operator') && !operates ? [{ code: 'SCOPE_NOT_AVAILABLE', field: ['scopes'], params: { scope: 'operator' } }] : [];
