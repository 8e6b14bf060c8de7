/** The four questions of a lead's own mirror, in the order in which it shows them. */
export const mirrorQuestions = ['step-in', 'theirs', 'act', 'learn'] as const;
export type MirrorQuestion = (typeof mirrorQuestions)[number];

/**
 * What a lead did of late, counted for their own eyes: of the issues that they were the first to answer, and of what they
 * decided. What others made of what they took on is theirs, and stands in no mirror.
 */
export interface Mirror {
  readonly firstAnswers: number;
  /** Of those: taken on by somebody else, or by themselves. */
  readonly byOthers: number;
  readonly byYou: number;
  readonly notDoing: number;
  readonly lookAgain: number;
  /** Second looks at what others had decided, and how many of them opened it again. */
  readonly looks: number;
  readonly openedAgain: number;
  /** Of those that they were the first to answer: how many have left others something to use. */
  readonly learnings: number;
  /** Asks for support that they have answered, whatever the answer, or had promised to see to until it was solved. */
  readonly asksAnswered: number;
  /** Asks to whose owner they promised support, those that they have seen to, and those that were solved without it. */
  readonly supportPromised: number;
  readonly supportGiven: number;
  readonly supportUnneeded: number;
}

/** What only they see, whatever they share. */
export interface OwnMirror extends Mirror {
  /** Asks that ended with them: answered, or because the issue became theirs. */
  readonly asksEnded: number;
  /** Of the last of these, see `lastAsks`: what was needed they did themselves, or the issue became theirs. */
  readonly takenOver: number;
}

export const weeksInMirror = 8;

export const lastAsks = 5;

/** They take on most of what they answer, and it was more than chance: worth a question, not a verdict. */
export function takesOnMost({ byYou, byOthers }: Mirror): boolean {
  return byYou >= 3 && byYou > byOthers;
}

/** How many of the last asks they took over, where it is most of them; fewer asks tell nothing, and it is `null`. */
export function tookOver({ asksEnded, takenOver }: OwnMirror): number | null {
  return asksEnded >= lastAsks && takenOver > lastAsks / 2 ? takenOver : null;
}

/** What somebody has chosen to show of their own, as it was then. */
export interface Shared {
  /** As `chosenOf` leaves it. */
  readonly mirror: Partial<Mirror>;
  readonly questions: readonly MirrorQuestion[];
}

/** What each question is answered from. */
const figuresOf: Readonly<Record<MirrorQuestion, readonly (keyof Mirror)[]>> = {
  'step-in': ['firstAnswers', 'byOthers', 'asksAnswered'],
  theirs: ['byYou', 'supportPromised', 'supportGiven', 'supportUnneeded'],
  act: ['notDoing', 'lookAgain', 'looks', 'openedAgain'],
  learn: ['firstAnswers', 'learnings'],
};

/** With the figures of the chosen questions, and no other: what is not shared is not to be kept either. */
export function chosenOf(
  mirror: Readonly<Partial<Record<keyof Mirror, number | undefined>>>,
  questions: readonly MirrorQuestion[],
): Shared {
  const names = new Set(questions.flatMap((it) => figuresOf[it]));
  return { questions, mirror: Object.fromEntries([...names].map((name) => [name, mirror[name] ?? 0])) };
}
