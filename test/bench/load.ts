import { Agent, request } from 'node:http';

import { sign } from '../../src/playground/double/wire.ts';

export interface Target {
  /** Where Slack's requests go. */
  readonly url: string;
  readonly signingSecret: string;
  /** The body of the next request. */
  readonly next: () => string;
  /** Whether the answer is the one that was hoped for. */
  readonly isGood: (answer: string) => boolean;
}

export interface Sample {
  readonly seconds: number;
  /** How long each good answer took, in milliseconds. */
  readonly tookMs: readonly number[];
}

/**
 * Slack's side: so many requests under way at any time, each signed, and each over a connection of its own, as the
 * double sends them. Over connections that stay open the ratios are lower; see the README.
 */
export async function load(target: Target, atOnce: number, seconds: number): Promise<Sample> {
  const agent = new Agent({ keepAlive: false, maxSockets: atOnce });
  const tookMs: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      const sentAt = performance.now();
      const answer = await send(agent, target, target.next());
      if (!target.isGood(answer)) throw new Error(`An unexpected answer: ${answer.slice(0, 300)}`);
      tookMs.push(performance.now() - sentAt);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, one));
    return { seconds: (performance.now() - began) / 1000, tookMs };
  } finally {
    agent.destroy();
  }
}

const patienceMs = 10_000;

async function send(agent: Agent, { url, signingSecret }: Target, body: string): Promise<string> {
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': sign(signingSecret, timestamp, body),
  };
  return await new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers, timeout: patienceMs }, (response) => {
      const parts: string[] = [];
      response.setEncoding('utf8').on('data', (part: string) => parts.push(part));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(parts.join(''));
        else reject(new Error(`Answered with ${response.statusCode}`));
      });
    });
    sent.on('timeout', () => sent.destroy(new Error('No answer in time'))).on('error', reject);
    sent.end(body);
  });
}

/** A command as Slack sends it; no two have the same words, since those would be one flag. */
export function commandBody(team: string, count: number): string {
  const person = `U0BENCH${String(count % people).padStart(4, '0')}`;
  return new URLSearchParams({
    token: 'verification-token',
    team_id: team,
    team_domain: 'bench',
    channel_id: 'C0BENCH0001',
    channel_name: 'general',
    user_id: person,
    user_name: person.toLowerCase(),
    command: '/flag-issue',
    text: `The refund form rejects foreign IBANs, for the ${count}th time in ${team}`,
    api_app_id: 'A0FLAGPOST',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/none',
    trigger_id: `${count}.trigger`,
  }).toString();
}

const people = 40;
