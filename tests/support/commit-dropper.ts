import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CommitDropper {
  /** The address of the database through the proxy. */
  through(url: string): string;
  /** The next COMMIT reaches the server, its reply is lost and the connection breaks. */
  dropNextReply(): void;
  readonly dropped: () => number;
  close(): Promise<void>;
}

const COMMIT = /^Q....commit;?\0/is;

/** A proxy between hub and PostgreSQL that can lose the reply to a COMMIT: the server has stored, the client does not know. */
export async function commitDropper(server: string): Promise<CommitDropper> {
  const target = new URL(server);
  const sockets = new Set<Socket>();
  let armed = false;
  let dropped = 0;
  const proxy = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    sockets.add(client).add(upstream);
    let losing = false;
    client.on('data', (chunk) => {
      if (armed && COMMIT.test(chunk.toString('latin1'))) {
        armed = false;
        losing = true;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!losing) return void client.write(chunk);
      dropped += 1;
      client.destroy();
      upstream.destroy();
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    through: (url) => Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).toString(),
    dropNextReply: () => {
      armed = true;
    },
    dropped: () => dropped,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
