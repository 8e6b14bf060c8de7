import { writeFileSync } from 'node:fs';

import { lens } from '../../src/core/lens/lens.ts';
import { itemsIn, ownSets, unitsOf } from './labelled.ts';
import type { Item, Span } from './labelled.ts';
import { score } from './score.ts';

const usage = `npm run eval:lens                           the project's own sets
npm run eval:lens -- SET.jsonl              another set of the same format
npm run eval:lens -- --predict IN OUT       writes {"id","spans":[[start,end]…]} for each line of IN`;

function predict(text: string): Span[] {
  return lens(text, 'en').map(({ start, end }) => [start, end]);
}

function report(name: string, items: readonly Item[]): string {
  const { precision, recall, f05, falseAlarmRate, falseAlarms, blameful, ok, byCategory } = score(
    unitsOf(items, predict),
  );
  const head = [
    `${name}: ${blameful + ok} sentences, ${blameful} blameful and ${ok} ok`,
    `  precision ${percent(precision)}  recall ${percent(recall)}  F0.5 ${percent(f05)}  false alarms on ok text ${percent(falseAlarmRate)} (${falseAlarms})`,
  ];
  const lines = [...byCategory].map(
    ([category, { count, found }]) =>
      `  ${category.padEnd(24)} ${category.startsWith('ok') ? 'alarms' : 'found '} ${`${found}/${count}`.padStart(8)}`,
  );
  return [...head, ...lines].join('\n');
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

function run(words: readonly string[]): string {
  const [first, input, output] = words;
  if (first === '--predict') {
    if (input === undefined || output === undefined) return usage;
    const items = itemsIn(input);
    writeFileSync(
      output,
      items.map(({ id, text }) => `${JSON.stringify({ id, spans: predict(text) })}\n`).join(''),
    );
    return `${items.length} predictions are in ${output}.`;
  }
  if (first?.startsWith('-') === true) return usage;
  if (first !== undefined) return report(first, itemsIn(first));
  const { seen, held } = ownSets();
  const isDocument = (item: Item): boolean => 'sentences' in item;
  return [
    report(
      'Held back, documents',
      held.filter((it) => isDocument(it)),
    ),
    report(
      'Held back, single sentences',
      held.filter((it) => !isDocument(it)),
    ),
    report('Seen while the rules were written', seen),
  ].join('\n\n');
}

process.stdout.write(`${run(process.argv.slice(2))}\n`);
