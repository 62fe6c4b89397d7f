import { isZone } from '../../kernel/date.js';
import type { Refusal } from '../../kernel/refusal.js';
import type { SettingCode } from '../refusals.js';
import { NOTICE_KINDS } from '../rules.js';

export const kindFaults = (kinds: readonly string[], field: string): Refusal<SettingCode>[] =>
  kinds.filter((kind) => !NOTICE_KINDS.includes(kind)).map((kind) => ({ code: 'KIND_UNKNOWN', field: [field], params: { kind } }));

export interface AskedTimes {
  readonly zone: string;
  readonly quietFrom?: string;
  readonly quietTo?: string;
}

const CLOCK = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

/** Why these times cannot be kept. */
export const timesFaults = ({ zone, quietFrom, quietTo }: AskedTimes): Refusal<SettingCode>[] => {
  const faults: Refusal<SettingCode>[] = isZone(zone) ? [] : [{ code: 'ZONE_UNKNOWN', field: ['zone'], params: { zone } }];
  for (const [name, clock] of Object.entries({ quietFrom, quietTo }))
    if (clock !== undefined && !CLOCK.test(clock)) faults.push({ code: 'CLOCK_INVALID', field: [name] });
  const half = (quietFrom === undefined) !== (quietTo === undefined);
  if (half || (quietFrom !== undefined && quietFrom === quietTo)) faults.push({ code: 'QUIET_HALF', field: ['quietTo'] });
  return faults;
};
