import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';
import { laddered, passes } from './promises.ts';

const here = inAWorkspace();
const patient = { timeout: 60_000 };

const timesIn = (home: string, text: string): number => home.split(text).length - 1;

test(
  'what one is asked to answer or to take on stands on Home once, with what else can be done',
  patient,
  async () => {
    const { slack } = here();
    const [sam, lea] = [slack.person('sam'), slack.person('lea')];
    await laddered(here(), { leads: 'lea', above: 'kim', sponsor: '' });
    const number = await flagged(here(), 'ana', 'The scale drifts');
    await passes(here(), number);
    await flagged(here(), 'ana', 'The mat slips');
    await lea.opensHome();
    const asked = await lea.eventuallySees(
      'home',
      `#${number} waits for a first answer from you`,
      patienceMs,
    );
    expect(timesIn(asked, 'The scale drifts')).toBe(1);
    expect(asked).toContain(
      '[Claim] [Ask a question] [Not doing…] [Me too] [⋯ Find an owner | Look again on…]',
    );
    expect(asked).toContain('Waiting for an owner (1)');

    await claimed(here(), 'kim', 'The mat slips');
    await lea.opensHome();
    await lea.eventuallySees('home', 'No other issue waits for an owner.', patienceMs);
    await lea.chooses('Find an owner', { in: 'home' });
    await lea.picks('Who could take it on?', 'sam');
    await lea.submits();
    await sam.opensHome();
    const offered = await sam.eventuallySees('home', `#${number} is offered to you.`, patienceMs);
    expect(timesIn(offered, 'The scale drifts')).toBe(1);
    expect(offered).toContain('[Yes, I take it on] [No, thank you] [Me too]');
  },
);
