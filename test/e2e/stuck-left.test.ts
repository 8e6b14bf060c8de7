import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { cardAbout, inAWorkspace, later, patienceMs } from './a-workspace.ts';

const people = { rob: 'Rob Vance', tom: 'Tom Lindt', max: 'Max Hofer' };

const here = inAWorkspace({
  neverNamed: [],
  prepare: async (slack) => {
    for (const [name, realName] of Object.entries(people)) {
      await slack.addPerson({ name, realName });
      await slack.join('process-gaps', name);
    }
  },
});
const patient = { timeout: 60_000 };

async function flagsStuck(by: string, text: string): Promise<void> {
  const { slack } = here();
  const person = slack.person(by);
  await later(here());
  await person.types('/flag-issue');
  await person.fills('What got in the way?', text);
  await person.picks('Is help wanted today?', 'Someone is stuck right now');
  await person.submits();
  await person.eventuallySees('form', 'It says that someone is stuck right now');
  await person.closes();
  await slack.person('kim').eventuallySees('process-gaps', text, patienceMs);
}

test(
  'whoever was stuck leaves: their cards ask for help no more, and whoever helps hears so',
  patient,
  async () => {
    const { slack } = here();
    const sam = slack.person('sam');
    await flagsStuck('rob', 'The till is dead');
    await flagsStuck('rob', 'The gate jams');
    await sam.presses('Help now', { in: 'process-gaps', containing: 'The gate' });
    await sam.eventuallySees('flagpost', 'The gate jams');
    await slack.deactivate('rob');
    await sam.eventuallySees('flagpost', 'Nobody is asked for help with #2 any more', patienceMs);
    await sam.eventuallySees('flagpost', '#2 needs no help from you just now', patienceMs);
    expect(await sam.sees('flagpost')).not.toContain('[Helped]');
    await expect.poll(() => cardAbout(here(), 'The till'), { timeout: patienceMs }).not.toContain('Help now');
    await expect
      .poll(() => cardAbout(here(), 'The gate'), { timeout: patienceMs })
      .not.toContain('helps today');
  },
);

test('one of two who are stuck leaves: whoever helps goes on, and reads for whom', patient, async () => {
  const { slack, databaseUrl } = here();
  const [sam, tom] = [slack.person('sam'), slack.person('tom')];
  await flagsStuck('max', 'The lamp flickers');
  await tom.presses('Me too', { in: 'process-gaps', containing: 'The lamp' });
  const isStuckToo = `update participants set is_stuck = true where role = 'me-too' returning 1`;
  await expect.poll(() => askDatabase(databaseUrl, isStuckToo), { timeout: patienceMs }).toHaveLength(1);
  await sam.presses('Help now', { in: 'process-gaps', containing: 'The lamp' });
  await sam.eventuallySees('flagpost', '@Max Hofer flagged it and @Tom Lindt met it as well', patienceMs);
  await slack.deactivate('max');
  await sam.eventuallySees(
    'flagpost',
    'today. @Tom Lindt met it as well, and knows who is stuck',
    patienceMs,
  );
  expect(await sam.sees('flagpost')).toContain('[Helped]');
  expect(await cardAbout(here(), 'The lamp')).toContain('helps today');
});
