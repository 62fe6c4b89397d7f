import type { RoleSettings } from '../../src/platform/database/index.js';

export const testRoles: RoleSettings = { prefix: 'hub_', password: (role) => `${role}-in-tests` };
