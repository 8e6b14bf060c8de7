import type { ChangeKind, Impact, Verdict } from '../core/issue.ts';

/** The product's words, as people see them. One word per idea, the same everywhere. */
export const impactWords: Readonly<Record<Impact, string>> = {
  annoying: 'Annoying',
  slows: 'Slows work',
  blocks: 'Blocks work',
  hurts: 'Hurts customers or safety',
};

export const changeWords: Readonly<Record<ChangeKind, string>> = {
  'removed-cause': 'Removed the cause',
  'added-guard': 'Added a guard',
  automated: 'Automated it',
  checklist: 'Checklist or training',
  'one-off': 'One-off fix',
};

export const verdictWords: Readonly<Record<Verdict, string>> = {
  fixed: 'Fixed',
  partly: 'Partly',
  'not-fixed': 'Not fixed',
  'cannot-tell': "I can't tell",
};

export function countOf(count: number, one: string, many: string): string {
  return count === 1 ? one : many.replace('#', String(count));
}

/** A sentence that may begin with *somebody*. */
export function capitalised(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** `In 5 seconds`, `In one minute`, `Within 10 minutes`; `At once` for none. */
export function pauseInWords(seconds: number, when: 'In' | 'Within'): string {
  if (seconds === 0) return 'At once';
  if (seconds % 60 !== 0) return `${when} ${countOf(seconds, 'one second', '# seconds')}`;
  return `${when} ${countOf(seconds / 60, 'one minute', '# minutes')}`;
}
