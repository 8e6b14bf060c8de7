import { LogLevel } from '@slack/bolt';
import type { Logger } from '@slack/bolt';
import { pino } from 'pino';
import type { DestinationStream, LogFn, Logger as Log } from 'pino';

export type { Log };

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Never printed, wherever they stand: what people typed, who they are in Slack, and secrets. */
const redact = {
  paths: [
    'token',
    'text',
    'params',
    'query',
    'body',
    'headers',
    'secret',
    'user',
    'slackUser',
    'slackUserId',
  ].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
  remove: true,
};

export function openLog(level: (typeof logLevels)[number], destination?: DestinationStream): Log {
  const options = {
    level,
    redact,
    base: { app: 'flagpost' },
    serializers: { err: describeError },
    hooks: { logMethod: withSentence },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Where an error comes without a sentence, pino would print the error's own message as one. */
function withSentence(this: Log, args: Parameters<LogFn>, print: LogFn): void {
  const [first] = args;
  if (typeof first === 'object' && args.length === 1) print.call(this, first, '');
  else print.apply(this, args);
}

interface Described {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: Described;
}

/**
 * An error for the log: kinds, codes and places, never contents. drizzle's messages carry the query and its
 * parameters, which are what people typed; Postgres's `detail` and Slack's bodies carry them too.
 */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  return {
    type: error.constructor.name,
    message: speaksOfContents(error) ? '(left out: it may quote what people typed)' : error.message,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** The places alone. The stack begins with the message, whose lines may look like places; if it can't be found, none. */
function framesOf({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  if (at === -1) return '';
  const below = stack.slice(at + message.length).split('\n');
  return below.filter((line) => /^\s+at /.test(line)).join('\n');
}

/** Errors made from data: drizzle's, Postgres's, zod's, and JSON's, which quotes what it could not read. */
function speaksOfContents(error: Error): boolean {
  return (
    error.constructor.name === 'DrizzleQueryError' ||
    error.constructor.name === 'DatabaseError' ||
    error.name === 'ZodError' ||
    error instanceof SyntaxError
  );
}

/** Bolt logs error objects with the request in them, so only its own sentences pass. */
export function boltLogger(log: Log): Logger {
  const own = log.child({ part: 'bolt' });
  const say = (args: readonly unknown[]): string => args.filter((it) => typeof it === 'string').join(' ');
  return {
    debug: () => undefined,
    info: (...args) => own.debug(say(args)),
    warn: (...args) => own.warn(say(args)),
    error: (...args) => own.error(say(args)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
