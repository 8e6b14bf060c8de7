import { expect, test } from 'vitest';

import { startFault } from '../src/start-fault.ts';

function failing(code: string): Error {
  return new Error('a query', { cause: Object.assign(new Error('pg'), { code }) });
}

test.each([
  ['28P01', 'the user or the password in DATABASE_URL'],
  ['3D000', 'does not exist; please create it first'],
  ['42501', 'it should own the database'],
  ['ECONNREFUSED', 'No Postgres answers'],
  ['EADDRINUSE', 'Its port is taken'],
  ['slack_webapi_platform_error', 'SLACK_APP_TOKEN and SLACK_BOT_TOKEN'],
])('a start that comes to nothing for %s says what to put right', (code, words) => {
  expect(startFault(failing(code))).toContain(words);
});

test('a port that is taken is named: it may be the one after PORT', () => {
  const taken = Object.assign(new Error('listen'), { code: 'EADDRINUSE', port: 3001 });
  expect(startFault(taken)).toContain('Port 3001 is taken');
});

test('what nobody has thought of is left to the log', () => {
  expect(startFault(new Error('odd'))).toBeNull();
});
