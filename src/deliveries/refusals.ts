import type { Catalogue } from '../kernel/refusal.js';

/** Why a document about goods was not taken. */
export const deliveryRefusals = {} as const satisfies Catalogue;
