import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { command } from '../../platform/commands/index.js';
import { escalationInput, settingInput, timesInput } from './inputs.js';
import { kindFaults, timesFaults } from './rules.js';

/** How the caller is told of one kind of thing. @returns refusals PERSON_ONLY, KIND_UNKNOWN */
export const noticeSettingSet = command({
  name: 'noticeSettingSet',
  need: 'authenticated',
  key: 'optional',
  input: settingInput,
  async run(ctx, { kind, mode, channels }): Promise<Verdict<{ settingId: string }>> {
    const { orgId, actorId, kind: who } = ctx.viewer;
    if (who !== 'PERSON') return refused({ code: 'PERSON_ONLY' });
    const faults = kindFaults([kind], 'kind');
    if (faults.length > 0) return refused(...faults);
    const [row] = await ctx.sql<{ id: string }>(
      `insert into app.notice_setting (id, org_id, person_id, kind, mode, channels) values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint notice_setting_once do update set mode = excluded.mode, channels = excluded.channels returning id`,
      [ctx.newId(), orgId, actorId, kind, mode, [...new Set(channels)]],
    );
    return ok({ settingId: row?.id ?? '' });
  },
});

/** When the caller is told. @returns refusals PERSON_ONLY, ZONE_UNKNOWN, CLOCK_INVALID, QUIET_HALF */
export const noticeTimesSet = command({
  name: 'noticeTimesSet',
  need: 'authenticated',
  key: 'optional',
  input: timesInput,
  async run(ctx, times): Promise<Verdict<{ timesId: string }>> {
    const { orgId, actorId, kind: who } = ctx.viewer;
    if (who !== 'PERSON') return refused({ code: 'PERSON_ONLY' });
    const faults = timesFaults(times);
    if (faults.length > 0) return refused(...faults);
    const { zone, digestHour, quietFrom, quietTo } = times;
    const [row] = await ctx.sql<{ id: string }>(
      `insert into app.notice_times (id, org_id, person_id, zone, digest_hour, quiet_from, quiet_to) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint notice_times_once do update set zone = excluded.zone, digest_hour = excluded.digest_hour,
         quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to returning id`,
      [ctx.newId(), orgId, actorId, zone, digestHour, quietFrom, quietTo],
    );
    return ok({ timesId: row?.id ?? '' });
  },
});

/** Whom the organisation tells when its answer does not come, and what its group is told. @returns refusals OWNER_UNKNOWN, KIND_UNKNOWN */
export const noticeEscalationSet = command({
  name: 'noticeEscalationSet',
  need: 'parties:admin',
  key: 'optional',
  input: escalationInput,
  async run(ctx, { ownerId, afterHours, groupKinds }): Promise<Verdict<{ escalationId: string }>> {
    const { orgId } = ctx.viewer;
    const owner =
      ownerId === undefined ? [] : await ctx.sql('select from app.membership where org_id = $1 and person_id = $2', [orgId, ownerId]);
    if (ownerId !== undefined && owner.length === 0) return refused({ code: 'OWNER_UNKNOWN', field: ['ownerId'] });
    const faults = kindFaults(groupKinds, 'groupKinds');
    if (faults.length > 0) return refused(...faults);
    const [row] = await ctx.sql<{ id: string }>(
      `insert into app.notice_escalation (id, org_id, person_id, after_hours, group_kinds) values ($1, $2, $3, $4, $5)
       on conflict on constraint notice_escalation_once do update
         set person_id = excluded.person_id, after_hours = excluded.after_hours, group_kinds = excluded.group_kinds returning id`,
      [ctx.newId(), orgId, ownerId, afterHours, [...new Set(groupKinds)]],
    );
    return ok({ escalationId: row?.id ?? '' });
  },
});
