import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import { parseId, publicId } from '../../kernel/ids.js';
import type { Authenticator } from '../auth/authenticate.js';
import { permits } from '../auth/policy.js';
import { type FileMeta, type Files, MAX_FILE_BYTES, TooLarge } from '../files/index.js';
import { fault } from '../graphql/faults.js';
import { callerOf, refuse } from './request.js';

export interface FileDeps {
  readonly files: Files;
  readonly authenticator: Authenticator;
}

const shown = ({ id, name, mediaType, size, sha256 }: FileMeta) => ({ id: publicId('fil', id), name, mediaType, size, sha256 });

/** RFC 6266: a plain name for old readers, the true one percent-encoded. */
export const attachment = (name: string): string =>
  `attachment; filename="${name.replaceAll(/[^A-Za-z0-9._ -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;

export const notFound = (reply: FastifyReply): FastifyReply =>
  reply.code(404).send({ errors: [{ message: 'There is no such file, or you may not see it.', extensions: { code: 'NOT_FOUND' } }] });

/** `POST /files?name=…` with the bytes as its body, and `GET /files/:id`. */
export async function fileRoutes(app: FastifyInstance, { files, authenticator }: FileDeps): Promise<void> {
  await app.register(async (scope) => {
    // Whatever type the sender claims, the body is a stream of bytes.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

    scope.post('/files', { bodyLimit: MAX_FILE_BYTES }, async (request, reply) => {
      const caller = await callerOf(request, authenticator);
      if (caller instanceof GraphQLError) return refuse(reply, caller);
      if (!permits(caller.viewer, 'files:write'))
        return refuse(reply, fault('FORBIDDEN', { message: 'This needs the right files:write.' }));
      const { name } = request.query as { readonly name?: unknown };
      if (Number(request.headers['content-length']) > MAX_FILE_BYTES) return tooLarge(reply);
      try {
        const meta = await files.upload(caller.viewer, typeof name === 'string' ? name : '', (request.body ?? request.raw) as Readable);
        return await reply.code(201).send(shown(meta));
      } catch (error) {
        if (error instanceof TooLarge) return tooLarge(reply);
        throw error;
      }
    });
  });

  app.get('/files/:id', async (request, reply) => {
    const caller = await callerOf(request, authenticator);
    if (caller instanceof GraphQLError) return refuse(reply, caller);
    const id = parseId('fil', (request.params as { readonly id: string }).id);
    const file = id && (await files.find(caller.viewer, id));
    if (!file) return notFound(reply);
    return reply
      .headers({
        'content-type': file.mediaType,
        'content-length': file.size,
        'content-disposition': attachment(file.name),
        'content-security-policy': "default-src 'none'; sandbox",
        etag: `"${file.sha256}"`,
      })
      .send(file.body());
  });
}

// The rest of the body is not wanted: the connection goes with it.
const tooLarge = (reply: FastifyReply): FastifyReply =>
  reply
    .code(413)
    .header('connection', 'close')
    .send({ errors: [{ message: `A file has at most ${MAX_FILE_BYTES} bytes.`, extensions: { code: 'TOO_LARGE' } }] });
