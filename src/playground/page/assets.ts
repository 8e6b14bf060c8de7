import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('browser/', import.meta.url));

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
export interface Assets {
  readonly serve: Middleware;
  readonly index: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Made for the first page that is asked for: whoever only runs the bot pays nothing for it. */
export async function openAssets(): Promise<Assets> {
  const { createServer } = await import('vite');
  const server = await createServer({
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    appType: 'custom',
    mode: 'production',
    logLevel: 'silent',
    clearScreen: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    // Preact is a module already: nothing to bundle beforehand, and nothing to keep on disk.
    optimizeDeps: { noDiscovery: true, include: [] },
    server: {
      middlewareMode: true,
      hmr: false,
      ws: false,
      watch: null,
      cors: false,
      // The keys and the database lie near by: only the page's own files and Preact's are read.
      fs: { strict: true, allow: [root, dirname(fileURLToPath(import.meta.resolve('preact/package.json')))] },
    },
  });
  return {
    serve: server.middlewares,
    index: () => readFile(`${root}index.html`, 'utf8'),
    close: () => server.close(),
  };
}
