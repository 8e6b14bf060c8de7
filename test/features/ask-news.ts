import { isEnd, overs } from '../../src/core/ask.ts';
import type { AskEvent, SoFar } from '../../src/core/ask.ts';
import type { IssueEvent, PersonId } from '../../src/core/issue.ts';
import type { Scene } from '../../src/platform/postgres/scene.ts';
import { ana, hal, kim, sam } from '../support/builders.ts';
import { asking, lapsesAt, on, passed, promised, underWay, until, went } from './asking.ts';
import { draw, fullIssues, happened } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';
import { endedIssues } from './ends.ts';

export function askNews(words: Words): Drawings {
  const issue = asking(words);
  const told = (event: IssueEvent, reader: PersonId, it: Scene['issue'] = issue, more: Partial<Scene> = {}) =>
    draw('news', { issue: it, reader, happening: happened(event, null, 'flagpost'), ...more });
  const reads = (after: SoFar['why'] | null): AskEvent => ({
    type: 'ask-delivered',
    reader: hal,
    until,
    after,
  });
  const closed = (how: Extract<AskEvent, { type: 'ask-closed' }>['how']): AskEvent => ({
    type: 'ask-closed',
    how,
    owner: sam,
    lead: how === 'called-back' ? null : kim,
    text: ['called-back', 'taken-over', 'solved'].includes(how) ? '' : words.update,
  });
  const on1 = went(words, 'no-answer');
  const nobody: AskEvent = { ...passed, on: null };
  const promise: AskEvent = { type: 'ask-promised', by: kim, on, until: lapsesAt };
  const told1 = { lessons: new Map([['owner', 'freedom'] as const]) };
  const ended = { ...issue, ask: null };
  const solved = fullIssues(words).resolved;
  const containing: AskEvent = { type: 'containing', by: kim };
  const isContained = { ...issue, containment: underWay };
  const none = asking(words, { standing: { state: 'unanswered' } });
  const isPromised = asking(words, { standing: promised });
  return {
    ...Object.fromEntries(
      (['no-answer', 'not-there', 'passed-on', 'promise', 'left'] as const).map((why) => [
        `to its owner, who has it now: ${why}`,
        told(reads(why), sam, on1),
      ]),
    ),
    'to its owner, read when the time is over': told(reads('no-answer'), sam, on1, { now: until }),
    'to its owner, who have it now': told({ ...reads('no-answer'), reader: kim } as AskEvent, sam),
    'to the reporter, who has it now': told(reads('no-answer'), ana, on1),
    'to the reporter, whoever had it was forgotten': told(reads('no-answer'), ana, on1, {
      slackIds: new Map([[sam, 'USAM']]),
    }),
    'to its owner, nobody else is there': told(nobody, sam, none),
    'to its owner, nobody at all is there': told(nobody, sam, { ...none, ask: { ...none.ask, to: [] } }),
    'to the reporter, nobody else is there': told(nobody, ana, none),
    'to its owner, promised': told(promise, sam, isPromised),
    'to the reporter, promised': told(promise, ana, isPromised),
    'to its owner, who had it, and it was answered since': told(reads('no-answer'), sam, ended),
    'to the reporter, who had it, and others have it since': told(reads('no-answer'), ana, none),
    'to its owner, promised, and called back since': told(promise, sam, ended),
    'to whoever owned it, promised, and nobody owns it since': told(promise, sam, fullIssues(words).open),
    'to its owner, contained for now, and solved since': told(containing, sam, fullIssues(words).resolved),
    ...Object.fromEntries(
      (['answered', 'done', 'not-possible', 'called-back'] as const).flatMap((how) => [
        [`to its owner, ${how}`, told(closed(how), sam, ended)],
        ...(how === 'called-back' ? [] : [[`to whoever closed it, ${how}`, told(closed(how), kim, ended)]]),
        ...(how === 'called-back' ? [] : [[`to the reporter, ${how}`, told(closed(how), ana, ended)]]),
      ]),
    ),
    'to whoever owned it, taken-over': told(closed('taken-over'), sam, { ...ended, owner: kim }),
    'to whoever took it over': told(closed('taken-over'), kim, { ...ended, owner: kim }),
    'to its owner, who has said what would have helped': told(closed('answered'), sam, ended, told1),
    'to a lead whose offer was not needed': told({ type: 'take-declined', by: kim }, kim),
    'to its owner, who let a lead take it over': draw('news', {
      issue: { ...ended, owner: kim },
      reader: sam,
      happening: happened({ type: 'handed-over', from: sam, to: kim }, sam, 'owner'),
    }),
    'to its owner, a lead contains the damage': told(containing, sam, isContained),
    'to its owner, contained': told({ type: 'contained', by: kim, line: words.helped }, sam),
    'to its owner, not contained after all': told(
      { type: 'containment-ended', by: kim, hasLeft: false },
      sam,
    ),
    'to its owner, whoever contained it has left': told(
      { type: 'containment-ended', by: kim, hasLeft: true },
      sam,
    ),
    ...Object.fromEntries(
      overs.flatMap((over) => {
        const contained = { type: 'containment-ended', by: kim, hasLeft: false, over } as const;
        const now = isEnd(over) ? endedIssues(words)[over] : issue;
        const reply = draw('reply', { issue: ended, happening: happened(contained) });
        return [
          [`to whoever contained it, ${over}`, told(contained, kim, now)],
          ...(isEnd(over) ? [] : [[`in the thread, contained no more, ${over}`, reply]]),
          [`to whoever promised it, ${over}`, told({ type: 'support-ended', by: kim, over }, kim, now)],
        ];
      }),
    ),
    'to its owner, what was promised ends as it is solved': told(closed('solved'), sam, solved),
    'to its owner, what was asked ends as it is solved': told(
      { ...closed('solved'), lead: null } as AskEvent,
      sam,
      solved,
    ),
    'to whoever had promised it, ends as it is solved': told(closed('solved'), kim, solved),
  };
}
