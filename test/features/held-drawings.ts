import type { Finding, Offer } from '../../src/core/lens/finding.ts';
import {
  chosenAlready,
  heldReceipt,
  linkedReceipt,
  notesAreOffNow,
  released,
} from '../../src/features/flag/held-receipts.ts';
import { receipt } from '../../src/features/flag/receipt.ts';
import { heldBlocks, heldOf } from '../../src/features/held.ts';
import type { Held } from '../../src/features/held.ts';
import type { Noticed } from '../../src/platform/noticed.ts';
import { printOf } from '../../src/platform/print.ts';
import { anIssue, thursday } from '../support/builders.ts';
import { draw, settings } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';

/** Made up, so that what is drawn does not change with the rules of the lens. */
function noticed(text: string, start: number, end: number, offer: Offer): Noticed {
  const phrase = text.slice(start, end);
  const why = 'This makes a person the cause.';
  const finding: Finding = { rule: `rule-${start}`, category: 'named_agent', start, end, why, offer };
  return { finding, phrase, mark: printOf(`rule-${start} ${phrase}`) };
}

const question: Offer = { kind: 'question', text: 'What made it possible?' };
const kindWord: Offer = { kind: 'kind word', text: 'Thank you for telling. Anybody could have been there.' };

/** What was noticed at its beginning, and further on; each as long as it may be where the words are long. */
function heldWith(words: Words, offers: readonly Offer[]): Held {
  const { number, text } = words;
  const size = Math.floor(text.length / 5);
  const all = offers.map((offer, index) => noticed(text, index * size, (index + 1) * size, offer));
  return heldOf({ number, text, isStuck: false, answered: [] }, all);
}

export function heldReceipts(words: Words): Drawings {
  const { number, text } = words;
  const size = Math.floor(text.length / 5);
  const rewording: Offer = {
    kind: 'rewording',
    start: 0,
    end: size,
    text: text.slice(0, size).toUpperCase(),
  };
  const one = heldWith(words, [rewording]);
  const saved = anIssue({ state: 'saved', number, text });
  const waits = { ...saved, hold: { askAt: thursday } };
  return {
    'held, with another wording': heldReceipt('saved', one),
    'held, with a question': heldReceipt('saved', heldWith(words, [question])),
    'held, and someone is stuck': heldReceipt('saved', { ...one, isStuck: true }),
    'held, five phrases, of which three are shown': heldReceipt(
      'saved',
      heldWith(words, [rewording, question, question, question, question]),
    ),
    'held, with a kind word': heldReceipt('saved', heldWith(words, [question, kindWord])),
    'held, and nothing is noticed any more': heldReceipt('saved', heldWith(words, [])),
    'held, the same again': heldReceipt('again', one),
    'held, edited': heldReceipt('edited', one),
    'held, one is no blame': heldReceipt('disputed', one),
    'held, changed meanwhile': heldReceipt('changed', one),
    'held, and it is back': linkedReceipt(waits, 17, settings, []),
    'asked about it': draw('held', { issue: waits }),
    'nothing is asked once they have chosen': draw('held', { issue: saved }),
    'on Home': { text: 'Home', blocks: heldBlocks(one) },
    'on Home, three phrases': {
      text: 'Home',
      blocks: heldBlocks(heldWith(words, [rewording, question, question])),
    },
    'use this wording': released(saved, 'wording', settings, false),
    'post as written': released(saved, 'as-written', settings, false),
    'post as written, twice in a row': released(saved, 'as-written', settings, true),
    'no blame at all': released(saved, 'dispute', settings, false),
    'twice in a row, on Home': notesAreOffNow,
    'chosen already': chosenAlready(number),
    'not held, with a kind word': receipt(
      { number, isSaved: true, isRepeat: false, gap: { isStuck: false } },
      settings,
      kindWord.text,
    ),
  };
}
