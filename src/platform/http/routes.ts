import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Authenticator } from '../auth/authenticate.js';
import type { Viewer } from '../auth/viewer.js';
import type { DownloadRequest } from './download.js';

/** What pages of a room work with: they are clients of the hub's own API, in the same process. */
export interface Desk {
  /** Logged in as `hub_app`, for what happens before anybody is known. */
  readonly pool: Pool;
  readonly authenticator: Authenticator;
  /** Told that events were appended. */
  readonly wake: () => void;
  /** Whether browsers reach the hub by https. */
  readonly secureCookies: boolean;
  /** Asks as somebody, with that one's rights and budget. @throws GraphQLError when it is refused */
  askAs(viewer: Viewer, requestId: string): DownloadRequest['ask'];
}

/** Adds routes of a room, in a scope of their own. */
export type Routes = (app: FastifyInstance, desk: Desk) => void;
