import { startApp } from './app.ts';
import type { AppOptions, RunningApp } from './app.ts';

export interface RenewableApp extends RunningApp {
  /** Ends the app, lets `empty` delete what it has kept, and starts it again at the same port. */
  renew(empty: () => Promise<void>): Promise<void>;
}

/** An app that can begin anew, for trying things out. One thing at a time: a stop waits for a renewal. */
export async function startRenewable(options: AppOptions): Promise<RenewableApp> {
  let app: RunningApp | null = await startApp(options);
  const { port } = app;
  let last: Promise<void> = Promise.resolve();
  const afterwards = (next: () => Promise<void>): Promise<void> => {
    const before = last.catch(() => undefined);
    last = (async () => {
      await before;
      await next();
    })();
    return last;
  };
  const end = async (): Promise<void> => {
    await app?.stop();
    app = null;
  };
  return {
    port,
    isIdle: async () => app !== null && (await app.isIdle()),
    nextDue: async () => (await app?.nextDue()) ?? null,
    lookNow: () => app?.lookNow(),
    timeZone: async () => (await app?.timeZone()) ?? options.settings.timeZone,
    stop: () => afterwards(end),
    renew: (empty) =>
      afterwards(async () => {
        await end();
        await empty();
        app = await startApp({ ...options, port });
      }),
  };
}
