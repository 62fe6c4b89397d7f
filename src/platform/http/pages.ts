import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '../database/index.js';
import { type Demo, developersPage } from './developers.js';

export interface PageDeps {
  /** The printed schema; public. */
  readonly sdl: string;
  /** Who can be tried out; absent outside the demo. */
  readonly demo?: Demo;
}

/** The page for those who connect a machine, the published schema, and in the demo who can be tried out. Nothing comes from elsewhere. */
export async function pageRoutes(app: FastifyInstance, { sdl, demo }: PageDeps): Promise<void> {
  const style = await readFile(join(packageRoot(), 'src/platform/http/public/developers.css'));
  app.get('/developers', async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(developersPage(demo, `${request.protocol}://${request.host}`)),
  );
  app.get('/assets/developers.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(style),
  );
  app.get('/schema.graphql', async (_request, reply) => reply.type('text/plain; charset=utf-8').send(sdl));
  if (demo) app.get('/demo', async () => ({ password: demo.password, people: demo.people }));
}
