import { z } from 'zod';
import { CHANNELS } from '../../platform/outgoing/index.js';
import { idOf, text } from '../../platform/commands/index.js';

export const addInput = z.object({ channel: z.enum(CHANNELS), address: text(500), group: z.boolean().default(false) });
export const verifyInput = z.object({ addressId: idOf('nta'), code: text(20) });
export const addressInput = z.object({ addressId: idOf('nta') });
