import { lazily } from '../lazily.ts';
import type { WordLists } from '../pattern.ts';

const words = (text: string): ReadonlySet<string> => lazily(() => text.trim().split(/\s+/u));

/** What people do on any day, and nobody minds: it sets a limit to wide phrases. */
export const everyday: WordLists = {
  // Where people sit, or what they do sitting.
  seat: words(`his her their a an top either both opposite standby call the_floor the_ground the_chair the_bed the_edge the_bench the_sofa the_steps
    the_stairs the_wall the_kerb the_bus the_train the_lid the_committee the_board the_panel the_jury the_desk the_table the_grass`),
  // Where somebody or something lies, plays or hides.
  'lying-there': new Set(
    'lying playing hiding stalling'
      .split(' ')
      .flatMap((it) =>
        'in on at under there around by next beside behind flat low still down with across outside'
          .split(' ')
          .map((where) => `${it}_${where}`),
      ),
  ),
  // What somebody "just" did a moment ago.
  newly: words(
    'started joined left arrived came got had been missed needed wanted finished happened asked told said called rang saw went became moved followed kept stayed worked waited tried meant managed stopped helped did used read copied repeated trusted obeyed',
  ),
  // What somebody gets out of it.
  'own-gain': words(
    'weekend bonus target targets commission numbers own skin back holiday quota figures score pocket rating stats beer pint tee game',
  ),
  // What one is truly kind to do.
  kindness:
    words(`help stay come bring cover lend wait offer share give drive carry take make send find call ring check warn ask say do let join stop step fetch
    think remember pick look swap fill show teach explain tidy clean fix mend repair open visit volunteer donate donated notice sort work invite feed collect go
    be hold keep leave agree reply answer write pop lift dig shovel sit hang hand translate train spend teach thank walk greet`),
  // Where one is meant to drive.
  parking: words(
    'bay bays dock docks yard garage space spaces slot station harbour berth port building town city site corner road street lane position place depot warehouse workshop traffic',
  ),
  // What somebody did about it.
  coped: words(
    'caught found saved stopped fixed stayed helped spotted noticed reported rang called cleared shut closed cancelled rebuilt restored restarted retired moved worked waited came slept',
  ),
};
