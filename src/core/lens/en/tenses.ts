import { lazily } from '../lazily.ts';

const irregular = new Map(
  `be/was become/became begin/began bend/bent bite/bit blow/blew break/broke bring/brought build/built buy/bought catch/caught choose/chose
come/came cost/cost cut/cut dig/dug do/did draw/drew drink/drank drive/drove eat/ate fall/fell feed/fed fight/fought find/found fly/flew
forget/forgot get/got give/gave go/went hang/hung have/had hide/hid hit/hit hold/held hurt/hurt keep/kept know/knew lay/laid lead/led
leave/left lend/lent let/let lie/lied lose/lost make/made mistake/mistook misunderstand/misunderstood override/overrode oversleep/overslept
pay/paid put/put quit/quit read/read ride/rode ring/rang rise/rose run/ran say/said see/saw sell/sold send/sent set/set shoot/shot
shrink/shrank shut/shut sing/sang sit/sat sleep/slept sling/slung speak/spoke speed/sped spend/spent spin/spun spit/spat split/split
stand/stood steal/stole stick/stuck sting/stung stink/stank strike/struck string/strung swear/swore sweep/swept swim/swam swing/swung
take/took teach/taught tear/tore tell/told think/thought throw/threw tread/trod underpay/underpaid undercut/undercut wake/woke wear/wore
win/won write/wrote`
    .split(/\s+/u)
    .map((pair) => pair.split('/') as [string, string]),
);

/** The last letter is written twice before an ending: "skip", "fob". */
const doubles = /^[^aeiou]*[aeiou][bdgmnprt]$/u;

function pastOf(base: string): string {
  if (irregular.has(base)) return irregular.get(base) ?? base;
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ied`;
  return doubles.test(base) ? `${base}${base.at(-1) ?? ''}ed` : `${base}ed`;
}

function thirdOf(base: string): string {
  if (base === 'have') return 'has';
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z|o)$/u.test(base) ? `${base}es` : `${base}s`;
}

function ingOf(base: string): string {
  if (base === 'lie') return 'lying';
  if (/[^eoy]e$/u.test(base)) return `${base.slice(0, -1)}ing`;
  return doubles.test(base) || ['forget', 'let', 'quit'].includes(base)
    ? `${base}${base.at(-1) ?? ''}ing`
    : `${base}ing`;
}

function deedsOf(text: string): (readonly [verb: string, rest: string])[] {
  return text
    .trim()
    .replaceAll("'s", " 's")
    .split(/\s*[,\n]\s*/u)
    .filter((deed) => deed !== '')
    .map((deed) => {
      const [verb = '', ...rest] = deed.split(' ');
      return [verb, rest.map((word) => `_${word}`).join('')];
    });
}

/** "Pass the buck" as "pass", "passes" and "passed" the buck; one word alone not in its base form, where it may be a noun. */
export function inTenses(deeds: string): ReadonlySet<string> {
  return lazily(() =>
    deedsOf(deeds).flatMap(([verb, rest]) =>
      [...(rest === '' ? [] : [verb]), thirdOf(verb), pastOf(verb)].map((form) => `${form}${rest}`),
    ),
  );
}

/** "Pass the buck" as "passed the buck" only: today it may be a plan. */
export function inPast(deeds: string): ReadonlySet<string> {
  return lazily(() => deedsOf(deeds).map(([verb, rest]) => `${pastOf(verb)}${rest}`));
}

/** "Pass the buck" as "passing the buck". */
export function inIng(deeds: string): ReadonlySet<string> {
  return lazily(() => deedsOf(deeds).map(([verb, rest]) => `${ingOf(verb)}${rest}`));
}
