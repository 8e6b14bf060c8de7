import { z } from 'zod';

import { atLeast, atMost, spread, percentile } from './figures.ts';
import type { Line } from './figures.ts';
import { startBot } from './house.ts';
import type { House } from './house.ts';
import { commandBody, load } from './load.ts';
import type { Sample, Target } from './load.ts';
import { residentMb } from './memory.ts';
import { introduction } from './processes.ts';
import type { Program } from './processes.ts';
import { teams } from './teams.ts';

/** Requests under way at any time: twice as many as the bot has connections, so that none of them waits for work. */
const atOnce = 20;
/** The three take turns, so that whatever else the machine does meets them alike. */
const rounds = 8;
/* Node compiles what runs often, and takes some ten thousand requests until it has: a process that has run for a while. */
const seconds = { warmUp: { bare: 2, one: 8, fifty: 8 }, bare: 1, flags: 1.5 };
/** Nothing is to be posted meanwhile. */
const pauseSeconds = 3600;

export interface Throughput {
  readonly lines: readonly Line[];
  /** Flags that were acknowledged, warm-up included: each must be in the database. */
  readonly acknowledged: number;
}

/** Durable flags a second, beside a Bolt command that only acknowledges, in the same run. */
export async function measureThroughput(house: House): Promise<Throughput> {
  const { signingSecret } = house;
  const counter = { next: 0, acknowledged: 0 };
  const body = (among: readonly string[]) => (): string => {
    counter.next += 1;
    return commandBody(among[counter.next % among.length] ?? '', counter.next);
  };
  const isSaved = (answer: string): boolean => {
    counter.acknowledged += 1;
    return answer.includes('Saved as *#');
  };
  const { team } = await house.slack.world();
  const bot = await startBot(house, pauseSeconds);
  const other = {
    bare: await startOther(house, 'test/bench/bare.ts'),
    fifty: await startOther(house, 'test/bench/fifty.ts'),
  };
  const targets = {
    bare: { url: other.bare.url, signingSecret, next: body([team.id]), isGood: (it: string) => it === '' },
    one: { url: bot.url, signingSecret, next: body([team.id]), isGood: isSaved },
    fifty: { url: other.fifty.url, signingSecret, next: body(teams), isGood: isSaved },
  };
  const samples = await takeTurns(targets);
  const memory = await residentMb(bot.program.pid);
  await Promise.all([bot.program, other.bare.program, other.fifty.program].map((it) => it.stop()));
  return {
    lines: [...linesOf(samples), { what: 'memory after that load', figure: `${memory} MB` }],
    acknowledged: counter.acknowledged,
  };
}

const introduced = z.object({ url: z.string() });

async function startOther(house: House, file: string): Promise<{ program: Program; url: string }> {
  const { program } = await house.start(file, pauseSeconds);
  return { program, ...introduced.parse(await introduction(program)) };
}

type Names = 'bare' | 'one' | 'fifty';

async function takeTurns(targets: Record<Names, Target>): Promise<Record<Names, Sample>> {
  for (const name of ['bare', 'one', 'fifty'] as const)
    await load(targets[name], atOnce, seconds.warmUp[name]);
  const taken: Record<Names, Sample[]> = { bare: [], one: [], fifty: [] };
  for (let round = 0; round < rounds; round += 1) {
    taken.bare.push(await load(targets.bare, atOnce, seconds.bare));
    taken.one.push(await load(targets.one, atOnce, seconds.flags));
    taken.fifty.push(await load(targets.fifty, atOnce, seconds.flags));
  }
  return { bare: together(taken.bare), one: together(taken.one), fifty: together(taken.fifty) };
}

function together(samples: readonly Sample[]): Sample {
  return {
    seconds: samples.reduce((sum, it) => sum + it.seconds, 0),
    tookMs: samples.flatMap(({ tookMs }) => tookMs),
  };
}

const perSecond = ({ tookMs, seconds }: Sample): number => tookMs.length / seconds;

function linesOf({ bare, one, fifty }: Record<Names, Sample>): Line[] {
  const line = (what: string, sample: Sample): Line => ({
    what,
    figure: `${perSecond(sample).toFixed(0)} a second`,
    more: spread(sample.tookMs),
  });
  const slowest = (what: string, sample: Sample): Line => {
    const p99 = percentile(sample.tookMs, 99);
    return { what: `${what}: p99`, figure: `${p99.toFixed(0)} ms`, target: atMost(p99, 150, '150 ms') };
  };
  const beside = (what: string, sample: Sample, least: number): Line => {
    const ratio = perSecond(sample) / perSecond(bare);
    return { what: `${what}: beside bare Bolt`, figure: ratio.toFixed(3), target: atLeast(ratio, least) };
  };
  const [single, many] = ['flags in one workspace', 'flags over fifty workspaces'];
  return [
    line('a bare Bolt command that only acks', bare),
    line(single, one),
    beside(single, one, 0.08),
    slowest(single, one),
    line(many, fifty),
    beside(many, fifty, 0.15),
    slowest(many, fifty),
  ];
}
