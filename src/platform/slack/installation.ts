import { setTimeout as pause } from 'node:timers/promises';

import type { AuthorizeResult } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

import type { Log } from '../../log.ts';
import type { Database } from '../postgres/transact.ts';
import { settleWorkspace } from '../postgres/workspaces.ts';
import type { Workspace } from '../postgres/workspaces.ts';
import { slackFault } from './faults.ts';

/** The one workspace that this process's token belongs to. */
export interface Installation {
  /** @throws until Slack has introduced us. */
  workspace(): Workspace;
  isKnown(): boolean;
  /** Resolves when Slack has introduced us, or when the process stops before it has. */
  readonly introduced: Promise<void>;
  /** Who our messages are from; `null` until Slack has introduced us. */
  botId(): string | null;
  /** Bolt's question whose request this is. @throws for anybody else's, so that it is refused. */
  authorize(source: Source): Promise<AuthorizeResult>;
}

interface Source {
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
  readonly isEnterpriseInstall: boolean;
}

const introduction = z.object({
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().default(false),
  user_id: z.string(),
  bot_id: z.string().optional(),
  url: z.string().nullish(),
});

/** A request that comes while Slack is still introducing us waits so long, and is then refused. */
const longestWaitMs = 1500;

const longestPauseSeconds = 5;

/**
 * Asks Slack who we are. Where Slack is away the process starts all the same and asks again, ever more slowly: what is
 * saved already is safe, and requests that come meanwhile are refused.
 */
export function openInstallation(
  database: Database,
  client: WebClient,
  botToken: string,
  log: Log,
  signal: AbortSignal,
): Installation {
  const known: { workspace?: Workspace; botId?: string | undefined } = {};
  const introduce = async (): Promise<void> => {
    const said = introduction.parse(await client.auth.test());
    known.botId = said.bot_id;
    known.workspace = await settleWorkspace(database, {
      slackId: said.is_enterprise_install && said.enterprise_id != null ? said.enterprise_id : said.team_id,
      botUserId: said.user_id,
      url: said.url ?? null,
    });
  };
  const workspace = (): Workspace => {
    if (known.workspace === undefined) throw new Error('Slack has not introduced us yet');
    return known.workspace;
  };
  const ready = persist(introduce, log, signal);
  return {
    workspace,
    isKnown: () => known.workspace !== undefined,
    introduced: ready,
    botId: () => known.botId ?? null,
    authorize: async (source) => {
      if (known.workspace === undefined) await Promise.race([ready, pause(longestWaitMs)]);
      const { slackId, botUserId } = workspace();
      const theirs = source.isEnterpriseInstall ? source.enterpriseId : source.teamId;
      if (theirs !== slackId) throw new Error('a request for another installation');
      return {
        botToken,
        ...(known.botId === undefined ? {} : { botId: known.botId }),
        ...(botUserId === null ? {} : { botUserId }),
      };
    },
  };
}

async function persist(introduce: () => Promise<void>, log: Log, signal: AbortSignal): Promise<void> {
  for (let seconds = 1; !signal.aborted; seconds = Math.min(longestPauseSeconds, seconds * 2)) {
    try {
      return await introduce();
    } catch (error) {
      log.error({ err: error, code: slackFault(error).code }, 'Slack does not say who we are; asking again');
      await pause(seconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }
}
