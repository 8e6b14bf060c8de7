import { remembering } from '../remembering.ts';
import { capitalsIn, normAt } from '../text.ts';
import type { Part, Spelling, Token } from '../text.ts';

const negated =
  /^(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need|might|ai|ca|wo|sha)(n'?t)$/u;
const endings: Readonly<Record<string, string>> = {
  s: "'s",
  ve: 'have',
  d: 'would',
  ll: 'will',
  re: 'are',
  m: 'am',
};
const irregular: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall', ai: 'is' };

/** Chat's own spellings and common slips, each as the words it stands for. */
const spellings = new Map<string, readonly string[]>(
  Object.entries({
    u: ['you'],
    thx: ['thanks'],
    thnx: ['thanks'],
    tnx: ['thanks'],
    thanx: ['thanks'],
    ya: ['you'],
    ur: ['your'],
    cant: ['can', 'not'],
    cannot: ['can', 'not'],
    wont: ['will', 'not'],
    shes: ['she', "'s"],
    hes: ['he', "'s"],
    whos: ['who', "'s"],
    thats: ['that', "'s"],
    its: ['it', "'s"],
    theyre: ['they', 'are'],
    youre: ['you', 'are'],
    shouldve: ['should', 'have'],
    couldve: ['could', 'have'],
    wouldve: ['would', 'have'],
    shoulda: ['should', 'have'],
    coulda: ['could', 'have'],
    woulda: ['would', 'have'],
    im: ['i', 'am'],
    wed: ['we', 'would'],
    ive: ['i', 'have'],
    everytime: ['every', 'time'],
    noone: ['nobody'],
    cba: ['can', 'not', 'be', 'arsed'],
    gonna: ['going', 'to'],
    shoudl: ['should'],
    shold: ['should'],
    forgott: ['forgot'],
    dint: ['did', 'not'],
    didint: ['did', 'not'],
  }),
);

function partsOf(raw: string): readonly Part[] {
  const low = raw.toLowerCase().replaceAll('’', "'");
  const spelled = spellings.get(low);
  if (spelled !== undefined) return spelled.map((norm) => ({ norm, from: 0, to: raw.length }));
  const not = low.endsWith('t') ? negated.exec(low) : null;
  if (not !== null) {
    const [, verb = '', rest = ''] = not;
    const cut = raw.length - rest.length;
    return [
      { norm: irregular[verb] ?? verb, from: 0, to: cut },
      { norm: 'not', from: cut, to: raw.length },
    ];
  }
  return splitEnding(raw, low) ?? [{ norm: low, from: 0, to: raw.length }];
}

function splitEnding(raw: string, low: string): Part[] | null {
  const at = low.lastIndexOf("'");
  const norm = at > 0 ? endings[low.slice(at + 1)] : undefined;
  return norm === undefined ? null : [...partsOf(raw.slice(0, at)), { norm, from: at, to: raw.length }];
}

/** "He'd been told" is "had"; "he'd tell" is "would". "Should of" is "should have". "It's head" is its head. */
function settle(tokens: readonly Token[]): readonly Token[] {
  const settled: Token[] = [];
  tokens.forEach((token, i) => {
    if (token.norm === "'s" && isIts(tokens, i - 1)) return;
    const norm = settledNorm(tokens, i, token);
    settled.push(norm === token.norm ? token : { ...token, norm });
  });
  return settled;
}

function settledNorm(tokens: readonly Token[], i: number, { norm, start, end }: Token): string {
  if (norm === 'it' && isIts(tokens, i)) return 'its';
  if (norm === 'of') return modals.has(normAt(tokens, i - 1)) ? 'have' : norm;
  if (norm !== 'would' || end - start !== 2) return norm;
  const [next, after] = [normAt(tokens, i + 1), normAt(tokens, i + 2)];
  const verb = /ly$|^(?:just|never|not|also|even)$/u.test(next) ? after : next;
  const isIf = ['if', 'wish'].includes(normAt(tokens, i - 2)) && verb !== 'have';
  return isIf || verb === 'been' || verb === 'better' || participles.has(verb) ? 'had' : norm;
}

/** "Its head" belongs to it; "its the same" and "its not" leave a sign out. */
function isIts(tokens: readonly Token[], i: number): boolean {
  const [it, s, after] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (it?.norm !== 'it' || s?.norm !== "'s" || it.start !== s.start || after?.kind !== 'word') return false;
  return !is.has(after.norm) && !/(?:ing|ed|ly)$/u.test(after.norm);
}

const is = new Set(
  'a an the not just been on in all so very too always never my our your his her their no only still gone broken down off up out over like that this what why how who when where time hard easy good bad fine ok okay been got bloody pure sheer simple basic common obvious clear'.split(
    ' ',
  ),
);

const modals = new Set(['should', 'could', 'would', 'might', 'must']);

const participles = new Set(
  'told asked had got left gone done seen heard known taken given made forgotten missed signed rung warned said thought sent written broken put'.split(
    ' ',
  ),
);

export const spelling: Spelling = {
  settle,
  abbreviations: new Set('dr mr mrs ms no vs etc approx st e.g i.e'.split(' ')),
  writtenAs: remembering((raw) => ({ parts: partsOf(raw), ...capitalsIn(raw) })),
};
