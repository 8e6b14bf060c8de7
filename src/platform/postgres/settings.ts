import { eq, sql } from 'drizzle-orm';

import { settings } from './schema/settings.ts';
import { oncePerConnection } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** How a workspace wants things. A channel is null until one is chosen. */
export interface Settings {
  readonly issuesChannel: string | null;
  readonly learningChannel: string | null;
  /** Between saving a flag and posting it. */
  readonly postingPauseSeconds: number;
  /** IANA name. */
  readonly timeZone: string;
  /** Of work, within which somebody gives a first answer. */
  readonly firstAnswerHours: number;
  /** ISO dates on which nobody works. */
  readonly holidays: readonly string[];
  /** The wording of what people write is read. */
  readonly isLensOn: boolean;
  /** 1 is Monday, 7 is Sunday. */
  readonly digestDay: number;
  /** 0 to 23, by the clock of the time zone. */
  readonly digestHour: number;
}

/** What holds where no admin has chosen, and nobody tells the process: among others, digests on Mondays at nine. */
export const usual = {
  firstAnswerHours: 4,
  holidays: [],
  isLensOn: true,
  digestDay: 1,
  digestHour: 9,
} as const;

/** The rest of it: the environment says it. */
export type Otherwise = Omit<Settings, keyof typeof usual>;

const find = oncePerConnection((tx) =>
  tx
    .select()
    .from(settings)
    .where(eq(settings.workspaceId, sql.placeholder('workspace')))
    .prepare('find_settings'),
);

/** What an admin has saved, and for the rest what the environment says. */
export async function readSettings(tx: Tx, workspace: WorkspaceId, otherwise: Otherwise): Promise<Settings> {
  const [saved] = await find(tx).execute({ workspace });
  return settingsFrom(saved ?? null, otherwise);
}

/** Unless an admin has switched it off. */
export async function isLensOn(tx: Tx, workspace: WorkspaceId): Promise<boolean> {
  const [saved] = await find(tx).execute({ workspace });
  return saved?.isLensOn ?? usual.isLensOn;
}

type Saved = typeof settings.$inferSelect | null;

export function settingsFrom(saved: Saved, otherwise: Otherwise): Settings {
  return {
    issuesChannel: saved?.issuesChannel ?? otherwise.issuesChannel,
    learningChannel: (saved?.learningChannel ?? otherwise.learningChannel) || null,
    postingPauseSeconds: saved?.postingPauseSeconds ?? otherwise.postingPauseSeconds,
    timeZone: saved?.timeZone ?? otherwise.timeZone,
    ...orUsual(saved),
  };
}

function orUsual(saved: Saved): Omit<Settings, keyof Otherwise> {
  return {
    firstAnswerHours: saved?.firstAnswerHours ?? usual.firstAnswerHours,
    holidays: saved?.holidays ?? usual.holidays,
    isLensOn: saved?.isLensOn ?? usual.isLensOn,
    digestDay: saved?.digestDay ?? usual.digestDay,
    digestHour: saved?.digestHour ?? usual.digestHour,
  };
}

/** What an admin has chosen, or was shown and saved; `null`: nobody has yet. */
export async function savedTimeZone(tx: Tx, workspace: WorkspaceId): Promise<string | null> {
  const [saved] = await find(tx).execute({ workspace });
  return saved?.timeZone ?? null;
}

/** What is left out stays as it is. */
export async function saveSettings(tx: Tx, workspace: WorkspaceId, chosen: Partial<Settings>): Promise<void> {
  /* Null would be the environment's value. */
  const none = chosen.learningChannel === null ? { learningChannel: '' } : {};
  const { holidays, ...others } = chosen;
  const days = holidays === undefined ? {} : { holidays: [...holidays] };
  const row = { workspaceId: workspace, ...others, ...days, ...none };
  await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.workspaceId, set: row });
}

/** What everybody's working time begins with; the zone is null until an admin has chosen one. */
export async function savedWorkplace(tx: Tx, workspace: WorkspaceId) {
  const [saved] = await find(tx).execute({ workspace });
  return { timeZone: saved?.timeZone ?? null, holidays: saved?.holidays ?? usual.holidays };
}

/** Whoever chooses others waits until the transaction ends, or this for them. */
export async function settingsThatStay(
  tx: Tx,
  workspace: WorkspaceId,
  otherwise: Otherwise,
): Promise<Settings> {
  await tx.execute(sql`select from workspaces where id = ${workspace} for key share`);
  return await readSettings(tx, workspace, otherwise);
}
