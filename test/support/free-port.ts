import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Systems give connections that leave them their ports from 32768 (Linux) or 49152 up; one of those may be somebody's by
 * the time a server wants it, or rest for a minute after a connection has ended.
 */
const [lowest, highest] = [10_000, 32_000];

/** A port that was free a moment ago, and so was the one after it, which the playground takes. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + 2 * Math.floor((Math.random() * (highest - lowest)) / 2);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  const isTaken = await once(server, 'listening').then(
    () => false,
    () => true,
  );
  if (!isTaken) await once(server.close(), 'close');
  return !isTaken;
}
