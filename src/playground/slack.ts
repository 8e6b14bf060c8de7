import { createServer } from 'node:http';

import { newDouble } from './double.ts';
import type { Keys } from './double.ts';
import { behave } from './faults.ts';
import { newWorld } from './new-world.ts';
import type { Cast } from './new-world.ts';
import { handle } from './server.ts';
import { loadWorld, openSnapshot } from './snapshot.ts';

export interface SlackOptions extends Keys, Cast {
  port?: number | undefined;
  /** Where the app takes Slack's requests; also settable later by `connect`. */
  eventsUrl?: string | undefined;
  /** Read at the start if it is there, and kept up to date. */
  stateFile?: string | undefined;
}

export interface Slack {
  url: string;
  apiUrl: string;
  connect(eventsUrl: string): void;
  stop(): Promise<void>;
}

/** A Slack workspace on 127.0.0.1, with an app installed that holds the given keys. */
export async function startSlack(options: SlackOptions): Promise<Slack> {
  const { signingSecret, botToken, appToken, stateFile } = options;
  const world = (stateFile && loadWorld(stateFile)) || newWorld(options);
  const snapshot = openSnapshot(stateFile, world);
  const double = newDouble(world, { signingSecret, botToken, appToken }, snapshot.save);
  double.eventsUrl = options.eventsUrl;
  const server = createServer((request, response) => {
    handle(double, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  double.url = `http://127.0.0.1:${address.port}`;
  // Only with an app token, so that nobody else needs the WebSocket package.
  const socketMode = appToken ? (await import('./socket.ts')).openSocketMode(double, server) : undefined;
  return {
    url: double.url,
    apiUrl: `${double.url}/api/`,
    connect: (eventsUrl) => {
      double.eventsUrl = eventsUrl;
    },
    stop: async () => {
      for (const timer of double.timers) clearTimeout(timer);
      behave(double);
      for (const wake of double.waiting) wake();
      socketMode?.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 500).unref();
      });
      snapshot.close();
    },
  };
}
