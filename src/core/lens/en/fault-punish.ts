import { byExample } from '../rule.ts';
import type { RuleFile } from '../rule.ts';
import { punishing } from './punishing.ts';

export const faultPunish: RuleFile = {
  category: 'fault_punish',
  catches: 'Guilt or punishment: at fault, to blame, must pay, sack, discipline, retrain this one person.',
  leavesAlone:
    'Saying that nobody is to blame; a machine’s fault; training for all; who is in charge of a task.',
  why: 'This speaks of guilt or punishment. Neither keeps it from happening again.',
  question: 'What change would make this hard to repeat for whoever comes next?',
  source: 'Google SRE Workbook, “Postmortem Culture”; Marx, Just Culture',
  rules: [
    {
      id: 'fault-is',
      ...byExample({
        'The guilty one is the pharmacist.': '[ guilty one|person|party <be> <whom> ]',
        "This one's squarely on Mwangi.":
          "[ this|that|it|these|those <any>? is|'s|are|was squarely|firmly|entirely|totally|100%|all|solely|purely|fully|clearly on <whom> ]",
        'The carrier is liable for every box.':
          '[ <folk> <be> <soft>* liable for every|all|this|the_whole|the_lot ]',
        'The mistake was his alone.':
          '[ responsibility|fault|blame|mistake ... is|was <soft>* theirs|his|hers|yours ] $|alone|and|entirely',
        'Parents who answer no message are to blame for half of it.':
          '[ <folk> who .... <be> <very>* to_blame|at_fault ]',
        'Put this squarely on the planners.':
          '[ put|lay|lays|hang|pin this|it|that|all_of_it|the_blame|all_this squarely|firmly|solely|entirely on|at|with <whom> ]',
        'The tiler is the one at fault here.':
          '[ <whoever> <be> the one|ones|person|party at_fault|to_blame|responsible_for_this ]',
        'The guilty party is in the kitchen.': '[ the? guilty_party is|was ]',
        'The mistake lies with the florist.':
          '[ error|mistake|problem|failure lies|rests|sits|lay with <whom> ]',
        'The bursar has a lot to answer for.': '[ <whoever> has|have a_lot|plenty|much|lots to answer ]',
        'Both of them have some explaining to do.': '[ <likely> has|have some|a_lot_of explaining to_do ]',
        'Find out who is responsible for this.':
          "[ find|finding out who is|was|'s responsible|to_blame|behind|guilty ] and|for_this|for_that",
        'Whoever signed it should be ashamed.': '[ <likely> should|ought_to|must be ashamed|embarrassed ]',
        'Kofi has only himself to blame.':
          '[ only himself|herself|themselves|yourself|itself to_blame|to_thank ]',
        'I hold the head teacher personally responsible.':
          '[ hold|holds|held !people|everyone|everybody|each|our|all|teams|ourselves <whom> <any>? responsible|accountable|liable ]',
        "Lorenz's fingerprints are all over this.":
          "[ <whom> 's fingerprints|name|initials <be> all over it|this|that ]",
        "It's entirely the driver's fault.": "[ <whom> 's <very>* <any>? fault ]",
        'It was their own fault.': '[ his|her|their|your <very>* <any>? fault ]',
        'The blame lies with procurement.':
          '[ fault|blame|guilt|responsibility_for_this|responsibility_for_that|full_responsibility|the_responsibility ... lies|rests|falls|sits|belongs|is <soft>* entirely|fully|clearly|firmly|mostly|wholly|partly|all? with|on|upon|squarely|solely|entirely !it|its|the_machine|site|them|time|hand|paper|demand|monday|file|the_list ]',
        'Responsibility for the breach rests squarely with the agency.':
          '[ responsibility ... lies|rests|falls|sits|belongs <soft>* squarely|solely|entirely|fully|firmly|wholly ]',
        'Responsibility for the loss rests with Mr Lund alone.':
          '[ responsibility ... lies|rests|falls|sits|belongs with <whom> alone ]',
        'The outage is the fault of the administrator.': '[ fault|fault_is of|<be> <whom> ]',
        'Rune is to blame.':
          '[ <likely> <soft>* <be> <soft>* <very>* to_blame|at_fault|guilty|culpable|in_the_wrong ]',
        'Dmitri is responsible for this mess.':
          '[ <likely> <soft>* <be> <soft>* <very>* responsible|accountable|answerable for !<ing> <any>? <any>? <any>? mess|disaster|outage|loss|lost|damage|delay|failure|failures|error|errors|accident|incident|this|chaos|breach|fine|leak|spill|shambles|fiasco|problem|problems|breakdown|complaint|complaints|broken|missing|breakage ]',
        'Raj has to answer for the lost crates.':
          '[ <likely> has|have|must|needs|should|ought to? answer|apologise|apologize|atone|resign for ]',
        'Whoever closed it owes the customer an apology.':
          '[ <likely> <soft>* owes|owe ... apology|explanation|answers ]',
        'Point the finger at estates for the cold classrooms.':
          '[ blame|pin|point <any>? <any>? finger|fingers|it|this on|at <whom> ]',
        'I blame the planners.': '[ i|we|the_report|report blame|blames|blamed <likely> ]',
        'We need to catch the guilty party.':
          'find|name|identify|catch|who|to|by|with ... [ guilty_party|guilty_parties|guilty_one|guilty_person|real_culprit ]',
        'Shame on the caterers.': '[ shame_on <whom> ]',
        'Blame for the crush goes to the head steward.': '[ blame for ... on|with|to <whom> ]',
        'The porter is the culprit.': '[ <who> <be> the? <any>? culprit|guilty ]',
        "The lost contract is on Valentina's conscience.": "[ on <whom> 's head|watch|conscience ]",
      }),

      leftAlone: [
        'It is nobody’s fault that the sign fell.',
        "The party wall is the landlord's responsibility.",
        'The fault was in the cable behind the desk.',
      ],
    },
    ...punishing,
  ],
};
