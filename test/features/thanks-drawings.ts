import type { ModalView } from '@slack/types';

import type { PersonId, Verdict } from '../../src/core/issue.ts';
import type { Thanks } from '../../src/core/thanks.ts';
import { thanksForm } from '../../src/features/confirm/thanks-form.ts';
import { ownThanksPage } from '../../src/features/confirm/thanks-message.ts';
import type { Scene } from '../../src/platform/postgres/scene.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { aMeToo, ana, hal, lea, max, sam, slackIds } from '../support/builders.ts';
import { draw, fullIssues, happened, sceneOf } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';

const seq = 7;

/** A line from the reporter, or from Lea who met it as well. */
const aLine = (more: Partial<Thanks> = {}): Thanks => ({
  seq,
  by: null,
  mayShow: false,
  isWelcome: null,
  words: seq,
  ...more,
});

/** A line of thanks, as it is brought, answered, and seen by whoever wrote it. */
export function thanks(words: Words): Drawings {
  const { confirmed, claimed } = fullIssues(words);
  const helpers = [hal];
  const bring = (
    line: Thanks,
    reader: PersonId,
    more: Partial<typeof confirmed> = {},
    scene: Partial<Scene> = {},
  ) =>
    draw('thanks', {
      issue: { ...confirmed, thanks: [line], ...more },
      reader,
      happening: happened(
        { type: 'thanked', by: line.by, text: words.comment, mayShow: line.mayShow },
        line.by,
        line.by === null ? 'reporter' : 'me-too',
        seq,
      ),
      ...scene,
    });
  const answered = (lines: readonly Thanks[], reader: PersonId, verdict: Verdict = 'fixed'): Drawing | null =>
    draw('question', {
      issue: { ...confirmed, meToos: [aMeToo(lea, verdict), aMeToo(max)], thanks: lines },
      reader,
      round: 1,
    });
  const shown = { mayShow: true, isWelcome: true };
  return {
    'from the reporter, to the owner': bring(aLine(), sam),
    'from the reporter, who agrees to the digest': bring(aLine({ mayShow: true }), sam),
    'both agree': bring(aLine(shown), sam),
    'the owner would rather not': bring(aLine({ mayShow: true, isWelcome: false }), sam),
    'from somebody who met it, to the owner': bring(aLine({ by: lea, mayShow: true }), sam),
    'from the reporter, to the owner, where somebody helped': bring(aLine(), sam, { helpers }),
    'from the reporter, to whoever helped': bring(aLine({ mayShow: true }), hal, { helpers }),
    'from somebody who met it, to whoever helped; both agree': bring(aLine({ by: lea, ...shown }), hal, {
      helpers,
    }),
    'from a reporter whom nobody knows by name': bring(aLine(), sam, {
      reporter: { person: null, hasLeft: false, verdict: 'fixed' },
    }),
    'from a reporter who was forgotten': bring(aLine(), sam, {}, { slackIds: new Map([[sam, 'USAM']]) }),
    'it came back since': draw('thanks', {
      issue: { ...claimed, reopenings: 1 },
      reader: sam,
      happening: happened(
        { type: 'thanked', by: null, text: words.comment, mayShow: true },
        null,
        'reporter',
      ),
      slackIds,
    }),
    'to the reporter, who has thanked': answered([aLine()], ana),
    'to the reporter, who agrees to the digest': answered([aLine({ mayShow: true })], ana),
    'to the reporter, and both agree': answered([aLine(shown)], ana),
    'to the reporter, whom the owner asks to keep it': answered(
      [aLine({ mayShow: true, isWelcome: false })],
      ana,
    ),
    'to somebody who met it, and has thanked': answered([aLine({ by: lea })], lea),
    'to somebody who met it, where the reporter has thanked': answered([aLine()], lea),
    'to somebody for whom it isn’t fixed': answered([], lea, 'not-fixed'),
  };
}

export function thanksForms(words: Words): Readonly<Record<string, ModalView>> {
  const { confirmed } = fullIssues(words);
  const helpers = [hal];
  const onHome = sceneOf({
    issue: { ...confirmed, thanks: [aLine({ mayShow: true })] },
    reader: sam,
    happening: happened(
      { type: 'thanked', by: null, text: words.comment, mayShow: true },
      null,
      'reporter',
      seq,
    ),
  });
  return {
    'thanks to somebody, on Home': ownThanksPage([onHome, onHome]),
    'thanks to somebody, which are over': ownThanksPage([]),
    'thanks, after Fixed': thanksForm(confirmed, true),
    'thanks, where somebody helped': thanksForm({ ...confirmed, helpers }, false),
    'thanks, for a flag without a name': thanksForm(
      { ...confirmed, helpers, reporter: { person: null, hasLeft: false, verdict: 'fixed' } },
      false,
    ),
  };
}
