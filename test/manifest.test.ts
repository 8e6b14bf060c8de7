import { globSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { readConfig } from '../src/config.ts';
import { flagMessageShortcut, flagShortcut } from '../src/features/flag/flag.ts';
import { features } from '../src/features/index.ts';
import { metadataType } from '../src/platform/slack/attempt.ts';
import { command, shortcuts } from '../src/playground/start.ts';

const root = new URL('..', import.meta.url).pathname;

/** As far as the code has a say in it. */
const manifest = z.object({
  features: z.object({
    app_home: z.object({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.object({ display_name: z.string(), always_online: z.boolean() }),
    shortcuts: z.array(z.object({ name: z.string(), type: z.string(), callback_id: z.string() })),
    slash_commands: z.array(
      z.object({
        command: z.string(),
        description: z.string(),
        usage_hint: z.string(),
        should_escape: z.boolean(),
      }),
    ),
  }),
  oauth_config: z.object({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.strictObject({
      request_url: z.string(),
      bot_events: z.array(z.string()),
      metadata_subscriptions: z.array(z.strictObject({ app_id: z.string(), event_type: z.string() })),
    }),
    interactivity: z.object({ is_enabled: z.boolean() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const raw = {
  http: parse(readFileSync(`${root}manifest.yml`, 'utf8')) as unknown,
  socket: parse(readFileSync(`${root}manifest.socket.yml`, 'utf8')) as unknown,
};
const http = manifest.parse(raw.http);

/** The bot's own source, without the Slack that runs on this machine. */
const source = globSync('src/**/*.ts', { cwd: root })
  .filter((path) => !path.startsWith('src/playground/'))
  .map((path) => readFileSync(`${root}${path}`, 'utf8'))
  .join('\n');

function found(pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map(([, ...parts]) => parts.join('.')))].toSorted();
}

/** What a bot needs for each: https://docs.slack.dev/reference/methods and …/reference/events. */
const scopeOfMethod: Readonly<Record<string, string | null>> = {
  'auth.test': null,
  'chat.delete': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'users.info': 'users:read',
  'users.list': 'users:read',
  'views.open': null,
  'views.publish': null,
  'views.update': null,
};

const scopeOfEvent: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  message_metadata_posted: 'metadata.message:read',
  user_change: 'users:read',
};

const methods = found(/\bclient\s*\.(\w+)\s*\.(\w+)\(/g);
const events = found(/\bon\(app, '(\w+)'/g);

describe('what the code uses is declared, and nothing more', () => {
  test('the command, with mentions sent as ids', () => {
    const { commandName } = readConfig({}).settings;
    expect(http.features.slash_commands).toEqual([
      { command: commandName, description: command.does, usage_hint: command.hint, should_escape: true },
    ]);
  });

  test('its hint names every word that it knows', () => {
    const known = features.flatMap((feature) => Object.keys(feature.commands ?? {}));
    const named = command.hint.split(/\W+/);
    expect(known.filter((word) => word !== '' && !named.includes(word))).toEqual([]);
  });

  test('the shortcuts, under the names and of the kinds that the playground has them', () => {
    const declared = http.features.shortcuts;
    const listened = features.flatMap((feature) => Object.keys(feature.shortcuts ?? {}));
    expect(declared.map(({ callback_id: id }) => id).toSorted()).toEqual(listened.toSorted());
    expect(declared).toEqual(
      shortcuts.map(({ name, type, callbackId }) => ({ name, type, callback_id: callbackId })),
    );
    expect(declared).toEqual([
      { name: 'Flag as an issue', type: 'global', callback_id: flagShortcut },
      { name: 'Flag as an issue', type: 'message', callback_id: flagMessageShortcut },
    ]);
  });

  test('the events, and the metadata that brings back where our messages stand', () => {
    const { bot_events: declared, metadata_subscriptions: metadata } = http.settings.event_subscriptions;
    expect(declared.toSorted()).toEqual(events);
    expect(found(/\bapp\s*\.event\((\S)/g)).toEqual(['n']);
    expect(found(/\bapp\s*\.(message|assistant|function|options)\(/g)).toEqual([]);
    expect(metadata).toEqual([{ app_id: '*', event_type: metadataType }]);
  });

  test('the scopes', () => {
    expect(methods).toEqual(Object.keys(scopeOfMethod));
    expect(events).toEqual(Object.keys(scopeOfEvent));
    const needed = [
      'commands',
      ...methods.map((method) => scopeOfMethod[method] ?? null),
      ...events.map((event) => scopeOfEvent[event] ?? null),
    ];
    const distinct = [...new Set(needed.filter((scope) => scope !== null))];
    expect(http.oauth_config.scopes.bot.toSorted()).toEqual(distinct.toSorted());
  });

  test('Home, a direct message nobody writes in, and buttons', () => {
    const { app_home: home, bot_user: bot } = http.features;
    expect(home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: true,
    });
    expect(bot).toEqual({ display_name: 'Flagpost', always_online: false });
    const { interactivity, org_deploy_enabled, token_rotation_enabled } = http.settings;
    expect(interactivity.is_enabled).toBe(true);
    expect([org_deploy_enabled, token_rotation_enabled]).toEqual([false, false]);
  });
});

/** Everything in it that is an address, by where it stands. */
function addresses(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return /^https?:/.test(value) ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => addresses(one, `${path}/${key}`));
}

/** The same without the addresses, in Socket Mode. */
function onSocket(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(onSocket);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, one]) => addresses(one).every(([path]) => path !== ''));
  return Object.fromEntries(
    kept.map(([key, one]) => [key, key === 'socket_mode_enabled' ? true : onSocket(one)]),
  );
}

describe('two ways to reach the same bot', () => {
  test('over HTTP all of Slack’s requests come to /slack/events', () => {
    expect(addresses(raw.http)).toEqual([
      ['/features/slash_commands/0/url', 'https://flagpost.example.com/slack/events'],
      ['/settings/event_subscriptions/request_url', 'https://flagpost.example.com/slack/events'],
      ['/settings/interactivity/request_url', 'https://flagpost.example.com/slack/events'],
    ]);
    expect(http.settings.socket_mode_enabled).toBe(false);
  });

  test('over a socket nothing differs but that there is no address', () => {
    expect(addresses(raw.socket)).toEqual([]);
    expect(raw.socket).toEqual(onSocket(raw.http));
  });
});
