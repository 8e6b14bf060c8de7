import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

import { Double, type Keys } from './double.ts';
import { handle, type Control } from './server.ts';
import { FORMAT, newWorld, type Cast, type World } from './world.ts';

export interface SlackOptions extends Keys, Cast {
  port?: number | undefined;
  /** Where the app takes Slack's requests; also settable later by `connect`. */
  eventsUrl?: string | undefined;
  /** Read at the start if it is there, and kept up to date. */
  stateFile?: string | undefined;
}

export type Slack = Awaited<ReturnType<typeof startDouble>>;

/** A Slack workspace on 127.0.0.1, with an app installed that holds the given keys. */
export async function startDouble(options: SlackOptions, control: Control) {
  const { stateFile, appToken, eventsUrl = '', port = 0 } = options;
  const double = new Double(loadWorld(stateFile) ?? newWorld(options), options);
  double.eventsUrl = eventsUrl;
  double.keep = keepWorld(stateFile, double);
  const server = createServer((request, response) => {
    handle(double, control, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  double.url = `http://127.0.0.1:${address.port}`;
  // Only with an app token, so that nobody else needs the WebSocket package.
  const socketMode = appToken ? (await import('./socket.ts')).openSocketMode(double, server) : undefined;
  const stop = async () => {
    double.stopping.abort();
    double.releaseHeld();
    socketMode?.close();
    await new Promise((resolve) => {
      server.close(resolve).closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 500).unref();
    });
    double.keep();
  };
  const connect = (url: string) => void (double.eventsUrl = url);
  /** The same people and channels, with the same ids, nothing said yet, and the real time; kept at once. */
  const startOver = () => {
    Object.assign(double.world, { read: {}, aheadMs: 0 }, newWorld(options));
    Object.assign(double, { calls: [], notes: [], withheld: [], lastSent: new Map() });
    double.changed();
    double.keep();
  };
  return { double, url: double.url, apiUrl: `${double.url}/api/`, connect, startOver, stop };
}

function loadWorld(file: string | undefined): World | undefined {
  if (file === undefined || !existsSync(file)) return undefined;
  const world: World = JSON.parse(readFileSync(file, 'utf8'));
  if (world.format !== FORMAT) throw new Error(`${file} is of another version: delete it to start anew`);
  return world;
}

/** Writes the world soon after a change, once for many; what it returns does so at once. */
function keepWorld(file: string | undefined, double: Double): () => void {
  if (file === undefined) return () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    writeFileSync(`${file}.new`, JSON.stringify(double.world));
    renameSync(`${file}.new`, file);
  };
  double.changes.on('change', () => (timer ??= setTimeout(save, 200)));
  return save;
}
