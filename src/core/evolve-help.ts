import type { Issue, MeToo, PersonId } from './issue.ts';
import { isLive } from './stuck.ts';
import type { Help, HelpEvent } from './stuck.ts';

/** What happens to whoever is stuck. */
export function evolveHelp(issue: Issue, event: HelpEvent): Issue {
  const help = helpAfter(issue, event);
  return { ...issue, help, helpers: helpersAfter(issue, event), meToos: stuckAfter(issue, event) };
}

/** Once each, however often they helped. */
function helpersAfter({ helpers }: Issue, event: HelpEvent): readonly PersonId[] {
  return event.type !== 'helped' || helpers.includes(event.helper) ? helpers : [...helpers, event.helper];
}

function helpAfter({ help, version }: Issue, event: HelpEvent): Help | null {
  switch (event.type) {
    case 'help-promised':
      return { ...whomFor(help), state: 'promised', helper: event.helper, since: version };
    case 'helped':
      return help?.state === 'promised' ? { ...help, state: 'given', line: event.line } : help;
    case 'help-withdrawn':
      return { ...whomFor(help), state: 'wanted' };
    case 'help-wanted': {
      if (!isLive(help)) return { state: 'wanted' };
      const { isForOthers: _, ...forAll } = help;
      return forAll;
    }
    case 'stuck-too':
      return isLive(help) ? help : { state: 'wanted', isForOthers: true };
    case 'unstuck':
      return help === null || event.person !== null ? help : { ...help, isForOthers: true };
    case 'help-ended':
      return null;
  }
}

function whomFor(help: Help | null): { readonly isForOthers?: true } {
  return help?.isForOthers === true ? { isForOthers: true } : {};
}

/** Which me toos the help is for: those who were helped, or have been, are stuck no more once it begins anew. */
function stuckAfter({ help, meToos }: Issue, event: HelpEvent): readonly MeToo[] {
  switch (event.type) {
    case 'help-wanted':
      return isLive(help) ? meToos : meToos.map(notStuck);
    case 'stuck-too':
      return (isLive(help) ? meToos : meToos.map(notStuck)).map((it) =>
        it.person === event.person ? { ...it, isStuck: true } : it,
      );
    case 'unstuck':
      return meToos.map((it) => (it.person === event.person ? notStuck(it) : it));
    case 'help-ended':
      return meToos.map(notStuck);
    default:
      return meToos;
  }
}

function notStuck(meToo: MeToo): MeToo {
  const { isStuck: _, ...others } = meToo;
  return others;
}
