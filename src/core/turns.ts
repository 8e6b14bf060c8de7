/** Of these it has to be known who leads, since somebody above may be asked or told. */
const ladderTurns = [
  'owner-left',
  'looker-left',
  'could-use-help',
  'promise-passes',
  'ask-passes',
  'in-vain',
] as const;

/** What time brings about for an issue, rather than a person. */
export const turns = [
  'post',
  'ask-to-choose',
  'fall-silent',
  'helper-left',
  'met-left',
  ...ladderTurns,
] as const;

export type TurnType = (typeof turns)[number];
export type LadderTurnType = (typeof ladderTurns)[number];

export function needsLadder(type: string): type is LadderTurnType {
  return ladderTurns.some((it) => it === type);
}
