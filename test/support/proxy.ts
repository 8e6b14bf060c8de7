import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/**
 * - `refuse` nobody listens, and open connections are cut
 * - `hang` nothing passes, in either direction, and new connections get no answer
 * - `hang before commit` a COMMIT does not reach the server, and so gets no answer
 * - `hang after commit` it does, and its answer is kept back
 * - `cut before commit`, `cut after commit` the same, with the connection cut instead
 */
export type Trouble =
  | 'refuse'
  | 'hang'
  | 'hang before commit'
  | 'hang after commit'
  | 'cut before commit'
  | 'cut after commit';

/** A wire to Postgres that can be made to fail. */
export interface Proxy {
  /** The database's URL, through the proxy. */
  readonly url: string;
  misbehaves(trouble: Trouble): Promise<void>;
  /** A transaction that says these words is committed, and answered; nothing passes any more from then on. */
  hangsAfter(words: string): void;
  /** What was kept back passes, if anybody still waits for it. */
  behaves(): Promise<void>;
  /** Cuts every open connection, once. */
  cuts(): void;
  /** How many connections were made since the start. */
  made(): number;
  /** How many of them are open. */
  open(): number;
  close(): Promise<void>;
}

interface Wire {
  trouble: Trouble | null;
  last: string | null;
  made: number;
  readonly sockets: Set<Socket>;
  readonly heldBack: (() => void)[];
}

/** The simple query `commit`, as `transact` sends it: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const commitQuery = Buffer.from('Q\0\0\0\x0bcommit\0');

export async function openProxy(databaseUrl: string): Promise<Proxy> {
  const wire: Wire = { trouble: null, last: null, made: 0, sockets: new Set(), heldBack: [] };
  const server = createServer((client) => carry(wire, client, databaseUrl));
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cuts = (): void => wire.sockets.forEach((socket) => socket.destroy());
  const stopListening = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return {
    url: throughPort(databaseUrl, port),
    misbehaves: async (trouble) => {
      wire.trouble = trouble;
      if (trouble !== 'refuse') return;
      cuts();
      await stopListening();
    },
    hangsAfter: (words) => {
      wire.last = words;
    },
    behaves: async () => {
      wire.trouble = null;
      wire.last = null;
      for (const pass of wire.heldBack.splice(0)) pass();
      if (!server.listening) await listen(port);
    },
    cuts,
    made: () => wire.made,
    open: () => wire.sockets.size / 2,
    close: async () => {
      wire.trouble = null;
      cuts();
      if (server.listening) await stopListening();
    },
  };
}

function throughPort(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl);
  url.searchParams.delete('host');
  url.host = `127.0.0.1:${port}`;
  return url.href;
}

function carry(wire: Wire, client: Socket, databaseUrl: string): void {
  wire.made += 1;
  const server = reach(databaseUrl);
  for (const [socket, other] of [
    [client, server],
    [server, client],
  ] as const) {
    wire.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      wire.sockets.delete(socket);
      other.destroy();
    });
  }
  client.on('data', (bytes) => fromClient(wire, client, server, bytes));
  server.on('data', (bytes) => {
    const isKept = wire.trouble === 'hang' || answersToDrop.has(server);
    if (isKept) wire.heldBack.push(() => write(client, bytes));
    else write(client, bytes);
  });
}

/** Connections that are to be the last to hear of a COMMIT. */
const last = new WeakSet<Socket>();

/** Connections whose COMMIT got through while its answer must not. */
const answersToDrop = new WeakSet<Socket>();

function fromClient(wire: Wire, client: Socket, server: Socket, bytes: Buffer): void {
  const pass = (): void => write(server, bytes);
  if (wire.trouble === 'hang') return void wire.heldBack.push(pass);
  if (wire.last !== null && bytes.includes(wire.last)) last.add(client);
  if (!bytes.includes(commitQuery)) return pass();
  if (last.has(client)) {
    last.delete(client);
    server.once('data', () => (wire.trouble = 'hang'));
  }
  switch (wire.trouble) {
    case 'hang before commit':
      return void wire.heldBack.push(pass);
    case 'cut before commit':
      return void client.destroy();
    case 'hang after commit':
      answersToDrop.add(server);
      return pass();
    case 'cut after commit':
      server.once('data', () => client.destroy());
      answersToDrop.add(server);
      return pass();
    default:
      return pass();
  }
}

function write(socket: Socket, bytes: Buffer): void {
  if (!socket.destroyed) socket.write(bytes);
}

/** Over TCP, or the Unix socket of the tests' own server. */
function reach(databaseUrl: string): Socket {
  const url = new URL(databaseUrl);
  const port = Number(url.port || 5432);
  const directory = url.searchParams.get('host');
  return directory === null
    ? connect({ host: url.hostname, port })
    : connect({ path: `${directory}/.s.PGSQL.${port}` });
}
