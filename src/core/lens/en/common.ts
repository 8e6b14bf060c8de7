import { lazily } from '../lazily.ts';

const words = (text: string): ReadonlySet<string> => lazily(() => text.trim().split(/\s+/u));

/** After these a person is no subject. */
export const prepositions = words(
  'from of by for with to in on at about behind under over than like via into onto through between against among towards toward per beside near during amid throughout within without despite except including',
);

export const auxiliaries = words(
  "am is are was were be been being has have had do does did will would shall should can could may might must ought 's got get gets getting",
);

/** The small words that never stand inside a person's description. */
export const smallWords = words(`
and or but nor so because since although though while when whenever if unless until till before after as once that which who whom
whose where why how what then than not never no yes ok okay please i we it me us him them there here just only even also again
will may can might always often sometimes usually simply really clearly obviously still already yet too very to
`);

/** Past forms that do not end in -ed. */
export const irregularPasts = words(`
ate became began bent bit blew bought bound bred broke brought built burnt burst came cast caught chose clung cost crept cut dealt
did drank drew drove rung sung worn torn sworn drawn flown grown shown woken frozen stolen beaten bitten ridden sunk begun
withdrawn done gone been seen taken given written known spoken broken driven thrown chosen eaten fallen forgotten hidden run dug
dwelt fed fell felt fled flew fought found forbade forgot forgave froze gave got grew had heard held hid hit hung hurt kept knew
laid lay lead leant leapt learnt led left lent let lit lost made meant met misled misread mistook misunderstood overdid overslept
oversaw overran overtook paid put quit reset upset become ran rang read rode rose said sang sank sat saw sent set shook shone shot
shrank shut slept slid slipped sold sought spat sped spent spilt split spoke sprang spread spun stank stole stood struck stuck
stung swam swept swung swore taught thought threw told took tore trod understood undid unplugged went withdrew woke won wore wound
wrote
`);

/** Words that end in -ed and are no past form. */
export const notPast = words(
  'need feed speed seed bed red shed indeed hundred naked sacred weed bleed breed exceed proceed succeed embed unused used-to',
);

export function isPast(norm: string): boolean {
  return norm === 'was' || norm === 'were' || /.ed$/u.test(norm) || irregularPasts.has(norm);
}
