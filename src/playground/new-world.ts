import { SLACKBOT, addChannel, addPerson } from './world.ts';
import type { NewChannel, NewPerson, Shortcut, World } from './world.ts';

const BOT = 'flagpost';

const PEOPLE: NewPerson[] = [
  { name: 'ana', realName: 'Ana Torres', tz: 'America/Lima' },
  { name: 'sam', realName: 'Sam Okafor', tz: 'Europe/Berlin' },
  { name: 'lea', realName: 'Lea Brandt', tz: 'Europe/Berlin' },
  { name: 'kim', realName: 'Kim Sato', tz: 'Asia/Tokyo', isAdmin: true },
];

export interface Cast {
  people?: NewPerson[] | undefined;
  channels?: NewChannel[] | undefined;
  shortcuts?: Shortcut[] | undefined;
}

export function newWorld(cast: Cast = {}): World {
  const world = emptyWorld(cast.shortcuts ?? []);
  addBots(world);
  const people = (cast.people ?? PEOPLE).map((person) => addPerson(world, person).name);
  for (const channel of cast.channels ?? channelsFor(people)) addChannel(world, channel);
  return world;
}

function channelsFor(people: string[]): NewChannel[] {
  return [
    { name: 'process-gaps', members: [...people, BOT] },
    { name: 'learnings', members: [...people, BOT] },
    { name: 'general', members: people },
  ];
}

function addBots(world: World): void {
  const bot = addPerson(world, { name: BOT, tz: 'America/Los_Angeles' });
  bot.id = world.app.botUserId;
  bot.isBot = true;
  // users.list has it, and says is_bot: false; a client has to know it by its id.
  const slackbot = addPerson(world, { name: 'slackbot', tz: 'America/Los_Angeles' });
  slackbot.id = SLACKBOT;
}

function emptyWorld(shortcuts: Shortcut[]): World {
  return {
    team: { id: 'T0PLAYGRND', name: 'Playground', domain: 'playground' },
    app: { id: 'A0FLAGPOST', botId: 'B0FLAGPOST', botUserId: 'U0FLAGPOST', shortcuts },
    people: [],
    channels: [],
    messages: [],
    views: {},
    stacks: {},
    homes: {},
    entries: {},
    triggers: {},
    hooks: {},
    lastTsMicros: 0,
    lastPostMs: {},
    sequence: 0,
    version: 0,
  };
}
