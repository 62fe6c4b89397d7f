import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '../database/index.js';
import { type Demo, landingPage } from './landing.js';

export interface PageDeps {
  /** The printed schema; public. */
  readonly sdl: string;
  /** Who can be tried out; absent outside the demo. */
  readonly demo?: Demo;
}

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const JS = 'text/javascript; charset=utf-8';

const EXPLORER_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self'",
  // The editor writes style elements; scripts stay strict.
  "style-src 'self' 'unsafe-inline'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const own = (name: string): string => join(packageRoot(), 'src/platform/http/public', name);

const require = createRequire(import.meta.url);

/** A built file of an installed package, looked for where Node looks, whatever the package exports. */
const packaged = (name: string, path: string): string => {
  const found = (require.resolve.paths(name) ?? []).map((root) => join(root, name, path)).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${name}/${path} is not installed`);
  return found;
};

/** Address, file and type of everything static. */
const ASSETS: readonly (readonly [url: string, file: () => string, type: string])[] = [
  ['/assets/landing.css', () => own('landing.css'), CSS],
  ['/assets/explorer.css', () => own('explorer.css'), CSS],
  ['/assets/explorer.js', () => own('explorer.js'), JS],
  ['/assets/graphiql.css', () => packaged('graphiql', 'graphiql.min.css'), CSS],
  ['/assets/graphiql.js', () => packaged('graphiql', 'graphiql.min.js'), JS],
  ['/assets/react.js', () => packaged('react', 'umd/react.production.min.js'), JS],
  ['/assets/react-dom.js', () => packaged('react-dom', 'umd/react-dom.production.min.js'), JS],
  ['/assets/graphql-ws.js', () => packaged('graphql-ws', 'umd/graphql-ws.min.js'), JS],
];

/** The landing page, the explorer, the published schema and what the pages load. Nothing comes from elsewhere. */
export async function pageRoutes(app: FastifyInstance, { sdl, demo }: PageDeps): Promise<void> {
  const explorer = await readFile(own('explorer.html'), 'utf8');
  app.get('/', async (request, reply) => reply.type(HTML).send(landingPage(demo, `${request.protocol}://${request.host}`)));
  app.get('/explorer', async (_request, reply) => reply.type(HTML).header('content-security-policy', EXPLORER_CSP).send(explorer));
  app.get('/schema.graphql', async (_request, reply) => reply.type('text/plain; charset=utf-8').send(sdl));
  for (const [url, file, type] of ASSETS) {
    const bytes = await readFile(file());
    app.get(url, async (_request, reply) => reply.type(type).header('cache-control', 'public, max-age=3600').send(bytes));
  }
}
