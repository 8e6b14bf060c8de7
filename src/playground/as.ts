import { parseArgs } from 'node:util';

import { visit } from './person.ts';
import type { PersonAtSlack } from './person.ts';

const usage = `npm run -s as -- WHO DOES WHAT [--in PLACE] [--on WORDS] [--slack ADDRESS]

  WHO     ana, sam, lea or kim
  PLACE   process-gaps, learnings, general, flagpost (the messages with the bot), home, form

  ana types '/flag-issue The refund form rejects foreign IBANs'
  ana sees process-gaps
  sam presses Claim --in process-gaps        in PLACE; without --in, in the form that is open
  sam chooses 'Let go for an owner who has left' --in process-gaps
  sam fills "How will we know it's solved?" 'A Dutch IBAN goes through'
  sam picks 'By when?' 2026-12-03
  sam submits                                sam closes
  ana uses 'Flag as an issue'                with --on WORDS --in general: on that message
  ana opens home
`;

type Act = (
  person: PersonAtSlack,
  what: readonly string[],
  at: { in?: string; on?: string },
) => Promise<unknown>;

const acts: Readonly<Record<string, Act>> = {
  types: (person, [line = ''], at) => person.types(line, at),
  sees: (person, [place = 'process-gaps']) => look(person, place),
  presses: (person, [label = ''], at) => person.presses(label, place(at)),
  chooses: (person, [choice = ''], at) => person.chooses(choice, place(at)),
  fills: (person, [label = '', text = '']) => person.fills(label, text),
  picks: (person, [label = '', choice = '']) => person.picks(label, choice),
  submits: (person) => person.submits(),
  closes: (person) => person.closes(),
  uses: (person, [shortcut = ''], at) => person.uses(shortcut, at),
  opens: (person) => person.opensHome(),
};

function place({ in: where }: { in?: string }) {
  return where === undefined ? {} : { in: where };
}

async function look(person: PersonAtSlack, where: string): Promise<string> {
  if (where === 'home') return (await person.seesHome()) ?? '';
  if (where === 'form') return (await person.seesForm()) ?? 'No form is open.';
  return await person.sees(where);
}

/** One person does one thing in the Slack that `npm start` runs; prints what they see of it. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      in: { type: 'string' },
      on: { type: 'string' },
      slack: { type: 'string', default: 'http://127.0.0.1:3001' },
    },
  });
  const [who, does, ...what] = positionals;
  const act = acts[does ?? ''];
  if (who === undefined || act === undefined) {
    process.stdout.write(usage);
    return;
  }
  const at = { ...(values.in && { in: values.in }), ...(values.on && { on: values.on }) };
  const person = visit(values.slack).person(who);
  const seen = await act(person, what, at);
  const form = await person.seesForm();
  const opened = form === undefined || does === 'sees' ? '' : `A form is open:\n${form}`;
  process.stdout.write(
    [seen, opened].filter((it) => typeof it === 'string' && it !== '').join('\n\n') + '\n',
  );
}

main().catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  const hint =
    why === 'fetch failed' ? 'Nobody answers there. Is npm start running in another terminal?' : why;
  process.stderr.write(`${hint}\n`);
  process.exitCode = 1;
});
