import type { Effect, Subject } from '../../src/platform/room.js';

/** What the dispatchers of the tests know of rooms; the table of grants is made by the test. */
export const dispatchedForTests: { readonly subjects: readonly Subject[]; readonly effects: readonly Effect[] } = {
  subjects: [{ type: 'Thing', grants: 'select grantee_id from app.thing_grant where thing_id = $1 and ended_at is null' }],
  effects: [
    { consumer: 'of-owner', on: ['THING_CHANGED'], actAs: 'owner' },
    { consumer: 'of-parties', on: ['THING_CHANGED', 'THING_ENDED'], actAs: 'parties' },
  ],
};

export const THING_GRANTS = `create table app.thing_grant (thing_id uuid not null, grantee_id uuid not null, ended_at timestamptz);
  grant select on app.thing_grant to hub_dispatch;`;
