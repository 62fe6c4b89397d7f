import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Catalogue } from '../../kernel/refusal.js';
import type { Authenticator } from '../auth/authenticate.js';
import type { Budgets } from '../auth/budgets.js';
import { permits } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import type { Documents } from '../graphql/documents.js';
import type { Executor } from '../graphql/executor.js';
import { fault } from '../graphql/faults.js';
import { userErrors } from '../graphql/user-error.js';
import type { DownloadDeclaration, DownloadRequest } from './download.js';
import { attachment, notFound } from './files.js';
import { callerOf, refuse } from './request.js';

export interface DownloadDeps {
  readonly downloads: readonly DownloadDeclaration[];
  readonly authenticator: Authenticator;
  readonly budgets: Budgets;
  readonly documents: Documents;
  readonly executor: Executor;
  /** The texts of all refusals. */
  readonly texts: Catalogue;
}

/** Runs queries of this program as the viewer, and charges what they cost. */
export const askAs =
  (
    viewer: Viewer,
    requestId: string,
    { documents, executor, budgets }: Pick<DownloadDeps, 'documents' | 'executor' | 'budgets'>,
  ): DownloadRequest['ask'] =>
  async <Data>(query: string, variables: object): Promise<Data> => {
    const prepared = documents.prepare(query, undefined);
    if ('errors' in prepared) throw prepared.errors[0];
    const { data, errors, extensions } = await executor.execute({
      ...prepared,
      variables: variables as Record<string, unknown>,
      viewer,
      requestId,
    });
    budgets.spend(viewer.credentialId, extensions?.cost ?? 0);
    if (!data || errors?.[0]) throw errors?.[0] ?? fault('INTERNAL_SERVER_ERROR', { requestId });
    return JSON.parse(data.text) as Data;
  };

const queryOf = (query: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query as Record<string, string | readonly string[]>).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : (value.at(-1) ?? ''),
    ]),
  );

/** `GET /exports/{path}.{format}`: files that are made as they are read, under the rights of who reads. */
export function downloadRoutes(app: FastifyInstance, deps: DownloadDeps): void {
  for (const declaration of deps.downloads) {
    for (const format of declaration.formats) {
      app.get(`/exports/${declaration.path}.${format}`, async (request, reply) => {
        const caller = await callerOf(request, deps.authenticator);
        if (caller instanceof GraphQLError) return refuse(reply, caller);
        const { viewer } = caller;
        // A guest is let in for one order over GraphQL, and nowhere else.
        if (viewer.kind === 'GUEST' || !permits(viewer, declaration.need))
          return refuse(reply, fault('FORBIDDEN', { message: `This needs the right ${declaration.need}.` }));
        const wait = deps.budgets.exhausted(viewer.credentialId);
        if (wait !== undefined) return refuse(reply, fault('RATE_LIMITED', { retryAfter: wait }));
        try {
          const opened = await declaration.open({ viewer, query: queryOf(request.query), format, ask: askAs(viewer, request.id, deps) });
          if (opened === undefined) return notFound(reply);
          if ('refusals' in opened)
            return await reply.code(400).send({ errors: userErrors(opened.refusals, deps.texts, viewer.locale).map(asError) });
          const headers = {
            'content-type': opened.mediaType,
            'content-disposition': attachment(opened.name),
            'content-security-policy': "default-src 'none'; sandbox",
          };
          return await reply.headers(headers).send(opened.body);
        } catch (error) {
          if (error instanceof GraphQLError) return refuse(reply, error);
          throw error;
        }
      });
    }
  }
}

const asError = ({ message, code, params }: { readonly message: string; readonly code: string; readonly params: unknown }) => ({
  message,
  extensions: { code, params },
});
