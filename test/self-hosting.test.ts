import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { ConfigFault, readConfig } from '../src/config.ts';
import { makeKeyRing } from '../src/platform/keys.ts';

const root = new URL('..', import.meta.url).pathname;
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

const service = z.object({
  environment: z.record(z.string(), z.string()),
  env_file: z.string().optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const { services, volumes } = z
  .object({
    services: z.object({ postgres: service, flagpost: service }),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parse(read('compose.yml')));

/** Of `.env.example`: those to be filled in, and those that may be left out. */
const example = read('.env.example').split('\n');
const namesOf = (pattern: RegExp): string[] => example.flatMap((line) => pattern.exec(line)?.[1] ?? []);
const asked = namesOf(/^([A-Z_]+)=$/);
const offered = namesOf(/^#([A-Z_]+)=$/);

function namedBy(environment: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    return [...error.message.matchAll(/^ {2}- ([A-Z_]+) /gm)].map(([, name = '']) => name);
  }
  return [];
}

test('what the bot needs in production, compose.yml sets or .env.example asks for', () => {
  const needed = namedBy({ NODE_ENV: 'production' });
  const set = Object.keys(services.flagpost.environment);
  expect(needed.filter((name) => !set.includes(name) && !asked.includes(name))).toEqual([]);
  const filled = {
    NODE_ENV: 'production',
    ...services.flagpost.environment,
    SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99fffaaa85a5',
    SLACK_BOT_TOKEN: 'xoxb-1',
    ENCRYPTION_KEYS: makeKeyRing(),
  };
  expect(namedBy(filled)).toEqual([]);
});

test('.env.example names nothing that nobody reads', () => {
  const values = Object.fromEntries([...asked, ...offered].map((name) => [name, ' ?']));
  const known = [...namedBy({ ...values, PORT: '0' }), 'POSTGRES_PASSWORD'];
  expect([...asked, ...offered].filter((name) => !known.includes(name))).toEqual([]);
  expect(services.flagpost.env_file).toBe('.env');
});

test('the bot starts when its Postgres answers, which keeps its data in a volume of its own', () => {
  const { postgres, flagpost } = services;
  expect(flagpost.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  expect(postgres.healthcheck?.test).toContain('pg_isready');
  expect(postgres.volumes).toEqual(['database:/var/lib/postgresql/data']);
  expect(Object.keys(volumes)).toEqual(['database']);
  const { POSTGRES_USER: user, POSTGRES_DB: database, POSTGRES_PASSWORD: password } = postgres.environment;
  expect(flagpost.environment['DATABASE_URL']).toBe(
    `postgresql://${user}:${password}@postgres:5432/${database}`,
  );
});

test('the bot is reached at the port that it listens at, from this machine alone', () => {
  const { PORT: port } = services.flagpost.environment;
  expect(services.flagpost.ports).toEqual([`127.0.0.1:3000:${port}`]);
  expect(read('Dockerfile')).toContain(`EXPOSE ${port}`);
  expect(services.postgres.ports).toEqual([]);
});
