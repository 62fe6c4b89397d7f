import { z } from 'zod';
import { idOf, text } from '../../platform/commands/index.js';
import { CHANNELS } from '../../platform/outgoing/index.js';
import { MODES } from '../times/rules.js';

const channels = z.array(z.enum(CHANNELS)).max(CHANNELS.length);

export const settingInput = z.object({ kind: text(60), mode: z.enum(MODES), channels: channels.default(['EMAIL']) });
export const timesInput = z.object({
  zone: text(60).default('Asia/Shanghai'),
  digestHour: z.int().min(0).max(23).default(9),
  quietFrom: text(5).optional(),
  quietTo: text(5).optional(),
});
export const escalationInput = z.object({
  ownerId: idOf('psn').optional(),
  afterHours: z.int().min(1).max(720).default(24),
  groupKinds: z.array(text(60)).max(200).default([]),
});
