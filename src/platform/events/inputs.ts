import { z } from 'zod';
import { text } from '../commands/index.js';

const NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;

const consumerName = () =>
  text(63).superRefine((name, context) => {
    if (!NAME.test(name)) context.addIssue({ code: 'custom', message: 'INVALID_VALUE', params: { refusal: 'INVALID_VALUE', values: {} } });
  });

export const consumerOpenInput = z.object({ name: consumerName(), start: z.enum(['OLDEST', 'NOW']).default('OLDEST') });
export const consumerAcknowledgeInput = z.object({ name: consumerName(), cursor: text(60) });
export const consumerCloseInput = z.object({ name: consumerName() });
