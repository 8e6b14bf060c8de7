import type { ServerResponse } from 'node:http';

import type { Person } from '../double/world.ts';
import { sightOf, type House } from './sight.ts';

/** Many changes within this time are told once. */
const GATHER_MS = 40;
/** So that a browser, or something between, does not take a quiet line for a dead one. */
const HEARTBEAT_MS = 15_000;

/** The lines to the pages that are open: each is told all that its person sees, whenever that changes. */
export function openStreams(house: () => House) {
  const ends = new Set<() => void>();
  const { changes } = house().double;
  return {
    open: (person: Person, response: ServerResponse): void => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      let told = '';
      let timer: NodeJS.Timeout | undefined;
      const tell = () => {
        timer = undefined;
        const sight = JSON.stringify(sightOf(house(), person));
        if (sight !== told) response.write(`data: ${sight}\n\n`);
        told = sight;
      };
      const changed = () => (timer ??= setTimeout(tell, GATHER_MS));
      const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
      const end = () => {
        changes.off('change', changed);
        clearTimeout(timer);
        clearInterval(heartbeat);
        ends.delete(end);
        response.end();
      };
      changes.on('change', changed);
      response.on('close', end);
      ends.add(end);
      tell();
    },
    close: (): void => {
      for (const end of ends) end();
    },
  };
}
