import type { Language } from '../language.ts';
import { accusatoryQuestion } from './accusatory-question.ts';
import { isAsked } from './asked.ts';
import { counterfactual } from './counterfactual.ts';
import { deflection } from './deflection.ts';
import { isDenied } from './denied.ts';
import { excusesIn } from './excuse.ts';
import { faultPunish } from './fault-punish.ts';
import { generalisation } from './generalisation.ts';
import { hindsight } from './hindsight.ts';
import { humanError } from './human-error.ts';
import { isEnglish } from './is-english.ts';
import { judgement } from './judgement.ts';
import { absolving, praising } from './left-alone.ts';
import { lists } from './lists.ts';
import { motive } from './motive.ts';
import { namedAgent } from './named-agent.ts';
import { rewordingOf, thoughtOf } from './offer.ts';
import { omission } from './omission.ts';
import { roles } from './roles.ts';
import { sarcasm } from './sarcasm.ts';
import { selfBlame } from './self-blame.ts';
import { spelling } from './spelling.ts';
import { teamBlame } from './team-blame.ts';
import { peopleIn } from './who.ts';

export const english: Language = {
  lists,
  spelling,
  roles,
  peopleIn,
  isDenied,
  excusesIn,
  isAsked,
  isIn: isEnglish,
  rewordingOf,
  thoughtOf,
  absolving,
  praising,
  files: [
    selfBlame,
    faultPunish,
    judgement,
    motive,
    sarcasm,
    accusatoryQuestion,
    humanError,
    counterfactual,
    hindsight,
    generalisation,
    omission,
    namedAgent,
    teamBlame,
    deflection,
  ],
};
