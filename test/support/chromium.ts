import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The Chromium of this machine: the one that CHROMIUM_PATH names, or one in PATH. @throws if the named one is not there */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['CHROMIUM_PATH'];
  if (named && !isProgram(named)) throw new Error(`CHROMIUM_PATH names ${named}, which can't be run.`);
  if (named) return named;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return places.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Says once, after the tests, that those of the browser were left out. */
export const leftOut = {
  onTestRunEnd(): void {
    process.stdout.write(
      '\nThe browser tests were left out: there is no Chromium here. Install it (on Debian: apt-get install chromium), or set CHROMIUM_PATH.\n',
    );
  },
};
