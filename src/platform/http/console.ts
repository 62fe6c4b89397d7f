import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { packageRoot } from '../database/index.js';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

const policy = (styles: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styles}`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self'",
    "media-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/** Where the built console lies. @throws before it was built */
export const consoleFolder = (): string => {
  const folder = join(packageRoot(), 'dist/console');
  if (!existsSync(join(folder, 'index.html'))) throw new Error('The console is not built: run npm run build.');
  return folder;
};

/** Answers with the console's page where a browser asks for one, else with nothing. */
export type ShowPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined;

const HTML = 'text/html; charset=utf-8';
const wantsPage = ({ method, headers }: FastifyRequest): boolean => method === 'GET' && (headers.accept ?? '').includes('text/html');

/**
 * The console: its files under `/console/`, whose names change with their content, the explorer, and one page for every other
 * address that a browser opens, so that a link into it can be kept.
 */
export async function consoleRoutes(app: FastifyInstance, folder: string): Promise<ShowPage> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const explorer = await readFile(join(folder, 'explorer.html'), 'utf8');
  for (const name of await readdir(join(folder, 'console'))) {
    const bytes = await readFile(join(folder, 'console', name));
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    app.get(`/console/${name}`, async (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(bytes),
    );
  }
  const send = (reply: FastifyReply, html: string, policy: string): FastifyReply =>
    reply.type(HTML).header('content-security-policy', policy).header('cache-control', 'no-cache').send(html);
  const show = (reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64url');
    return send(reply, page.replace('{{nonce}}', nonce), policy(`'nonce-${nonce}'`));
  };
  app.get('/', async (_request, reply) => show(reply));
  // The editor writes style elements of its own; scripts stay strict.
  app.get('/explorer', async (_request, reply) => send(reply, explorer, policy("'unsafe-inline'")));
  return (request, reply) => (wantsPage(request) ? show(reply) : undefined);
}
