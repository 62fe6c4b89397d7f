import type { ReadDeclaration } from '../platform/reads/declare.js';

export const reads: readonly ReadDeclaration[] = [];
