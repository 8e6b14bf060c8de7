import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Who the database programs run as; undefined: whoever runs this process. */
export type ServerUser = { uid: number; gid: number } | undefined;

export type Program = {
  file: string;
  args: string[];
  user: ServerUser;
  /** Handed to the program as file descriptor 3. */
  directoryFd?: number;
};

/** What to do where the embedded Postgres can't be had. */
export const useYourOwn = 'Set DATABASE_URL to a Postgres of your own (15 or newer).';

export type Outcome = { isOk: boolean; output: string };

/** The server outlives this process and may run as another user: none of our secrets go along. */
export const serverEnvironment: Record<string, string> = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Runs to the end. A program that cannot be started is an outcome too, not an exception. */
export async function run(program: Program): Promise<Outcome> {
  try {
    return await runToTheEnd(program);
  } catch (error) {
    return { isOk: false, output: String(error) };
  }
}

async function runToTheEnd(program: Program): Promise<Outcome> {
  const chunks: string[] = [];
  const child = spawn(program.file, program.args, {
    ...program.user,
    cwd: '/',
    env: serverEnvironment,
    stdio: ['ignore', 'pipe', 'pipe', program.directoryFd ?? 'ignore'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  const [code] = await once(child, 'close');
  return { isOk: code === 0, output: chunks.join('').trim() };
}
