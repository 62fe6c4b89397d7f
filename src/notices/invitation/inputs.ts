import { z } from 'zod';
import { idOf, text } from '../../platform/commands/index.js';

const contact = { email: text(300).optional(), phone: text(40).optional() };
const language = z.enum(['zh', 'en']);

export const supplierInviteInput = z.object({
  name: text(200),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('CN'),
  uscc: text(40).optional(),
  language: language.default('zh'),
  ...contact,
});

export const invitationCreateInput = z.object({
  orderId: idOf('ord'),
  expiresInHours: z.int().min(1).max(720).default(72),
  language: language.optional(),
  ...contact,
});
export const invitationRevokeInput = z.object({ invitationId: idOf('ivt'), expectedVersion: z.int().optional() });

export interface GivenContact {
  readonly email?: string;
  readonly phone?: string;
}
