import { deliveries } from './deliveries/index.js';
import { evidence } from './evidence/index.js';
import { interchange, tables } from './interchange/index.js';
import { invoices } from './invoices/index.js';
import { notices } from './notices/index.js';
import { orders } from './orders/index.js';
import { parties } from './parties/index.js';
import { eventsRoom } from './platform/events/index.js';
import { graphqlRoom } from './platform/graphql/node.js';
import { queue } from './platform/queue/index.js';
import type { Room } from './platform/room.js';
import { time } from './platform/time/index.js';
import { statements } from './statements/index.js';

const domain: readonly Room[] = [time, queue, parties, orders, deliveries, invoices, statements, evidence, notices, interchange, tables];

/** Every room of the hub, lower rooms first. */
export const rooms: readonly Room[] = [graphqlRoom, eventsRoom(domain), ...domain];
