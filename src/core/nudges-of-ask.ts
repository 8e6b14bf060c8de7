import type { Ask } from './ask.ts';
import type { Issue } from './issue.ts';
import type { WantedNudge } from './nudge.ts';
import { nudgesOfContainment } from './still-containing.ts';

/**
 * Whoever is asked for support from now on is told so, and whoever has promised it, or contains the damage, is asked
 * about it in time.
 */
export function nudgesOfAsk(before: Issue | null, after: Issue): readonly WantedNudge[] {
  const already = wanted(before);
  const isNew = (it: WantedNudge): boolean =>
    !already.some(({ person, subject }) => person === it.person && subject === it.subject);
  return wanted(after).filter(isNew);
}

function wanted(issue: Issue | null): WantedNudge[] {
  return [...ofAsk(issue), ...nudgesOfContainment(issue)];
}

function ofAsk(issue: Issue | null): WantedNudge[] {
  if (issue?.state !== 'claimed' || issue.ask === null) return [];
  const { number, ask } = issue;
  return ask.standing.state === 'promised' ? ofPromise(number, ask.standing) : ofTurn(number, ask);
}

function ofTurn(number: number, { standing, to, turn }: Ask): WantedNudge[] {
  if (standing.state !== 'asked') return [];
  const subject = `${number}/${turn}`;
  return to.map((person) => ({ person, kind: 'ask', subject, isQuestion: true, when: 'now' }));
}

/** The working day before the date, and on it. */
function ofPromise(
  number: number,
  { by, on, since }: Extract<Ask['standing'], { state: 'promised' }>,
): WantedNudge[] {
  const one = { person: by, kind: 'ask-promise', isQuestion: true } as const;
  return [
    { ...one, subject: `${number}/${since}/before`, when: { before: on } },
    { ...one, subject: `${number}/${since}/on`, when: { on } },
  ];
}
