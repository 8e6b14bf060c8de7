import { DrizzleQueryError } from 'drizzle-orm';
import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { boltLogger, describeError, openLog } from '../src/log.ts';
import type { Log } from '../src/log.ts';

const typed = 'Kim never answers the phone';
const token = 'xoxb-0123-secret';

/** What a log prints. */
function printed(say: (log: Log) => void, level: Parameters<typeof openLog>[0] = 'trace'): string {
  const lines: string[] = [];
  say(openLog(level, { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

describe('never printed', () => {
  it.each([
    ['a token', { token }],
    ['the headers of a request', { request: { headers: { authorization: `Bearer ${token}` } } }],
    ['a body', { body: { text: typed } }],
    ['what was typed after the command', { command: { text: typed } }],
    ['what was typed into a form', { view: { state: { text: typed } } }],
    ['the parameters of a query', { err: { query: { params: [typed] } }, params: [typed] }],
    ['a secret', { slack: { secret: token } }],
    ['who somebody is in Slack', { user: 'U0123ABCD', person: { slackUserId: 'U0123ABCD' } }],
    ['who is at the door', { slackUser: 'U0123ABCD', visit: { slackUser: 'U0123ABCD' } }],
  ])('%s', (_, fields) => {
    const line = printed((log) => log.error(fields, 'something came to nothing'));
    expect(line).toContain('something came to nothing');
    expect(line).not.toMatch(/Kim never|xoxb-|U0123ABCD/);
  });
});

/** As drizzle throws: the message holds the query and its parameters, the cause comes from Postgres. */
function failedQuery(): DrizzleQueryError {
  const cause = new DatabaseError('duplicate key value violates unique constraint', 1, 'error');
  cause.code = '23505';
  cause.detail = `Key (text)=(${typed}) already exists.`;
  cause.message = `invalid input syntax: "${typed}"`;
  return new DrizzleQueryError('insert into issues values ($1)', [typed], cause);
}

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('of an error, kinds and codes and places are printed, and never contents', () => {
  it.each<[string, unknown, string]>([
    ['a query', failedQuery(), 'DrizzleQueryError'],
    [
      'a fault with a query behind it',
      new Error('could not save', { cause: failedQuery() }),
      'could not save',
    ],
    ['input that zod refused', thrownBy(() => z.literal('x').parse(typed)), 'ZodError'],
    ['a key that zod does not know', thrownBy(() => z.strictObject({}).parse({ [typed]: 1 })), 'ZodError'],
    ['JSON that could not be read', thrownBy(() => JSON.parse(typed)), 'SyntaxError'],
    ['something that is no error', typed, 'not an Error'],
    ['a cause that is no error', new Error('could not save', { cause: typed }), 'could not save'],
  ])('%s', (_, err, kind) => {
    const line = printed((log) => log.error({ err }, 'a job is given up'));
    expect(line).toContain(kind);
    expect(line).not.toContain('Kim');
  });

  it('a line of what was typed that looks like a place in the code is not printed as one', () => {
    const error = new DrizzleQueryError('insert', [`so\n    at ${typed}\n    at ${typed} (a:1:2)`]);
    expect(printed((log) => log.error({ err: error }, 'a job is given up'))).not.toContain('Kim');
  });

  it('an error that comes without a sentence does not bring its own', () => {
    expect(printed((log) => log.error({ err: failedQuery() }))).not.toContain('Kim');
    expect(printed((log) => log.error(failedQuery()))).not.toContain('Kim');
    expect(printed((log) => log.child({ part: 'x' }).warn(failedQuery()))).not.toContain('Kim');
  });

  it('the code stays, so that it can be acted on', () => {
    expect(describeError(failedQuery()).cause).toMatchObject({ type: 'DatabaseError', code: '23505' });
  });

  it('the place stays', () => {
    expect(describeError(new Error('could not save')).stack).toMatch(/^\s+at .*log\.test\.ts/);
  });
});

describe('of what Bolt says', () => {
  const said = (say: (logger: ReturnType<typeof boltLogger>) => void): string =>
    printed((log) => say(boltLogger(log)));

  it('sentences are printed, objects are not', () => {
    const line = said((logger) =>
      logger.error('An unhandled error occurred', { body: { text: typed } }, typed),
    );
    expect(line).toContain('An unhandled error occurred');
  });

  it('the error with the request in it is not printed', () => {
    const error = Object.assign(new Error(typed), { original: { body: typed } });
    expect(said((logger) => logger.error(error))).not.toContain('Kim');
    expect(said((logger) => logger.warn('Careful:', error))).not.toContain('Kim');
  });

  it('bodies, which it says on the level debug, are not printed', () => {
    expect(said((logger) => logger.debug(`received ${typed}`))).toBe('');
  });
});

it('a level that is set keeps the lower ones quiet', () => {
  expect(printed((log) => log.info('up'), 'warn')).toBe('');
});
