import { z } from 'zod';
import { isCalendarDate } from '../../kernel/date.js';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

const isInstant = (raw: string): boolean => isCalendarDate(INSTANT.exec(raw)?.[1] ?? '');

/** A moment as ISO 8601 with seconds and an offset or `Z`. */
const instant = () =>
  z.string().transform((raw, context): string => {
    if (!isInstant(raw)) context.addIssue({ code: 'custom', message: 'INVALID_INSTANT', params: { refusal: 'INVALID_VALUE' } });
    return raw;
  });

export const clockAdvanceInput = z.object({ to: instant() });
