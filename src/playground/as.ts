import { parseArgs } from 'node:util';

import { visit } from './person.ts';
import type { PersonAtSlack, Visit } from './person.ts';

const usage = `npm run -s as -- WHO DOES WHAT [--in PLACE] [--on WORDS] [--slack ADDRESS]

  WHO     ana, sam, lea or kim
  PLACE   process-gaps, learnings, general, flagpost (the messages with the bot), home, form

  ana types '/flag-issue The refund form rejects foreign IBANs'
  ana types 'The refund form is broken again' --in general
  ana sees process-gaps
  sam presses Claim --in process-gaps        in PLACE; without --in, in the form that is open
  sam chooses 'Let go for an owner who has left' --in process-gaps
  sam fills "How will we know it's solved?" 'A Dutch IBAN goes through'
  sam picks 'By when?' 2026-12-03
  sam submits                                sam closes
  ana uses 'Flag as an issue'                with --on WORDS --in general: on that message
  ana opens home
`;

interface At {
  readonly in?: string;
  readonly on?: string;
}

type Act = (person: PersonAtSlack, what: readonly string[], at: At, slack: Visit) => Promise<unknown>;

const acts: Readonly<Record<string, Act>> = {
  types: (person, [line = ''], at, slack) => type(slack, person, line, at),
  sees: (person, [place = 'process-gaps']) => look(person, place),
  presses: (person, [label = ''], at) => person.presses(label, place(at)),
  chooses: (person, [choice = ''], at) => person.chooses(choice, place(at)),
  fills: (person, [label = '', text = '']) => person.fills(label, text),
  picks: (person, [label = '', choice = '']) => person.picks(label, choice),
  submits: (person) => person.submits(),
  closes: (person) => person.closes(),
  uses: (person, [shortcut = ''], at) => person.uses(shortcut, at),
  opens: async (person) => {
    await person.opensHome();
    return await look(person, 'home');
  },
};

/** A line that is no command is an ordinary message, as in Slack. */
async function type(slack: Visit, person: PersonAtSlack, line: string, at: At): Promise<unknown> {
  if (line.startsWith('/')) return await person.types(line, at);
  const place = at.in ?? 'general';
  await slack.says(person.name, place, line);
  return await person.sees(place);
}

function place({ in: where }: At) {
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
    process.stdout.write(does === undefined ? usage : `Nobody can do that: ${does}.\n\n${usage}`);
    process.exitCode = who === undefined ? 0 : 1;
    return;
  }
  const at = { ...(values.in && { in: values.in }), ...(values.on && { on: values.on }) };
  const slack = visit(values.slack);
  const person = slack.person(who);
  const seen = await act(person, what, at, slack);
  const form = await person.seesForm();
  const opened = form === undefined || does === 'sees' ? '' : `A form is open:\n${form}`;
  const said = [seen, opened].filter((it) => typeof it === 'string' && it !== '');
  process.stdout.write(`${said.join('\n\n') || 'Done.'}\n`);
}

main().catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  const hint =
    why === 'fetch failed' ? 'Nobody answers there. Is npm start running in another terminal?' : why;
  process.stderr.write(`${hint}\n`);
  process.exitCode = 1;
});
