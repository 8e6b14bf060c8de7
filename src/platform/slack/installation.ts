import { setTimeout as pause } from 'node:timers/promises';

import type { AuthorizeResult } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

import type { Log } from '../../log.ts';
import { persist } from '../persist.ts';
import type { Store } from '../postgres/store.ts';
import { recallToken, rememberToken } from '../postgres/tokens.ts';
import type { Introduced } from '../postgres/tokens.ts';
import { settleWorkspace } from '../postgres/workspaces.ts';
import type { Workspace } from '../postgres/workspaces.ts';
import { slackFault } from './faults.ts';

/** The one workspace that this process's token belongs to. */
export interface Installation {
  /** @throws until Slack has introduced us. */
  workspace(): Workspace;
  isKnown(): boolean;
  /** Resolves when we know whose we are, or when the process stops before that. */
  readonly introduced: Promise<void>;
  /** Who our messages are from; `null` until Slack has introduced us. */
  botId(): string | null;
  /**
   * Bolt's question whose request this is. Without a token in it: nobody can say yet.
   *
   * @throws for anybody else's, so that it is refused
   */
  authorize(source: Source, isEvent: boolean): Promise<AuthorizeResult>;
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

/** A request that comes while Slack is still introducing us waits so long; then the person is told to come again. */
const longestWaitMs = 1500;

/**
 * Asks Slack who we are. Where Slack is away the process starts all the same and asks again, ever more slowly. If Slack
 * has ever answered for this token, what it said then holds meanwhile, so that people are served.
 */
export function openInstallation(
  store: Store,
  client: WebClient,
  botToken: string,
  log: Log,
  signal: AbortSignal,
): Installation {
  let known: Introduced | null = null;
  const introduce = async (): Promise<void> => {
    const said = introduction.parse(await client.auth.test());
    const workspace = await settleWorkspace(store, {
      slackId: said.is_enterprise_install && said.enterprise_id != null ? said.enterprise_id : said.team_id,
      botUserId: said.user_id,
      url: said.url ?? null,
    });
    known = { workspace, botId: said.bot_id ?? null };
    await rememberToken(store, botToken, known);
  };
  const isRecalled = async (): Promise<boolean> => {
    known = await recallToken(store, botToken);
    return known !== null;
  };
  const workspace = (): Workspace => {
    if (known === null) throw new Error('Slack has not introduced us yet');
    return known.workspace;
  };
  const recalled = isRecalled().catch(() => false);
  const onFault = (error: unknown): void =>
    log.error({ err: error, code: slackFault(error).code }, 'Slack does not say who we are; asking again');
  const introduced = recalled.then(() => persist(introduce, onFault, signal));
  const ready = recalled.then((is) => (is ? undefined : introduced));
  return {
    workspace,
    isKnown: () => known !== null,
    introduced: ready,
    botId: () => known?.botId ?? null,
    authorize: async (source, isEvent) => {
      if (known === null) await Promise.race([ready, pause(longestWaitMs)]);
      /* Slack sends an event again by itself; a person is told. */
      if (known === null && !isEvent) return {};
      const { slackId, botUserId } = workspace();
      const theirs = source.isEnterpriseInstall ? source.enterpriseId : source.teamId;
      if (theirs !== slackId) throw new Error('a request for another installation');
      return {
        botToken,
        ...(known?.botId == null ? {} : { botId: known.botId }),
        ...(botUserId === null ? {} : { botUserId }),
      };
    },
  };
}
