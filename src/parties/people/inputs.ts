import { z } from 'zod';
import { DUTIES } from '../../platform/auth/viewer.js';
import { calendarDate, idOf, listOf, text } from '../../platform/commands/index.js';

const duties = listOf(z.enum(DUTIES), DUTIES.length);
const term = { duties, validFrom: calendarDate().optional(), validTo: calendarDate().optional() };

export const inviteInput = z.object({
  organisationId: idOf('org').optional(),
  login: text(100),
  name: text(100),
  locale: z.enum(['zh', 'en']).default('zh'),
  ...term,
});

export const grantInput = z.object({ personId: idOf('psn'), delegatedFromId: idOf('mbr').optional(), ...term });

export const endInput = z.object({ membershipId: idOf('mbr') });

export const passwordChangeInput = z.object({ currentPassword: z.string().max(500), newPassword: z.string().max(500) });

export const passwordResetInput = z.object({ personId: idOf('psn') });
