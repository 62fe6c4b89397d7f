import { z } from 'zod';
import { SCOPES } from '../../platform/auth/viewer.js';
import { idOf, listOf, text } from '../../platform/commands/index.js';

const validDays = z.int().min(1).max(730).default(365);

export const keyCreateInput = z.object({ name: text(100), scopes: listOf(z.enum(SCOPES), SCOPES.length), validDays });

export const keyRotateInput = z.object({ apiKeyId: idOf('key'), overlapHours: z.int().min(0).max(168).default(24), validDays });

export const keyRevokeInput = z.object({ apiKeyId: idOf('key') });

export const sessionEndInput = z.object({ sessionId: idOf('ses') });
