import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What one request is answered with. */
export interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly location?: string;
}

/** An HTTP server that keeps what it was posted. */
export interface Gateway {
  readonly origin: string;
  readonly posts: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }[];
  /** What the next requests are answered with; then 200 and `{"errcode":0}`. */
  readonly answers: Reply[];
  close(): Promise<void>;
}

export async function openGateway(): Promise<Gateway> {
  const posts: Gateway['posts'] = [];
  const answers: Reply[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      posts.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      const { status, body = '{"errcode":0}', location } = answers.shift() ?? { status: 200 };
      response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    posts,
    answers,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
