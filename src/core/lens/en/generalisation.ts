import type { RuleFile } from '../rule.ts';
import { typical } from './typical.ts';

export const generalisation: RuleFile = {
  category: 'generalisation',
  catches: 'What somebody “always”, “never” or “keeps” doing; typical, as usual, every single time.',
  leavesAlone:
    'Rules that say always or never; machines that always do; praise; what always happens to people.',
  why: 'This makes one time sound like always.',
  question: 'When did it happen, and how often?',
  source: 'PagerDuty, “The Blameless Postmortem” (fundamental attribution error)',
  rules: [
    {
      id: 'general-always',
      isExcusedByReason: true,
      phrases: [
        '[ <likely> <be> never <ing>|here|there ... on_time|when|in_time ]',
        '[ <folk> <soft>* <does-wrong> .... every_single|every_damn|every_bloody|each_and_every time|day|week|morning|night|shift|month|monday|friday|year ]',
        '[ <likely> <be> never <soft>* on_time|ready|prepared|at_his_desk|at_her_desk|at_their_desk|at_their_desks ] $',
        '[ <who> leave|leaves their|his|her ... everywhere|all_over|lying_around|lying_about ]',
        '[ <whoever> never cleans|tidies|listens|washes|wipes|puts|apologises|lifts|thinks|locks ]',
        '[ <whoever> <be> always|forever|constantly borrowing|nicking|eating|shouting|moaning|blaming|complaining|wandering|hogging|chatting|gossiping|skiving ]',
        '[ <who> <soft>* never <soft>* <duties>|balances|bothers|learns|helps|lifts !sick|in ]',
        '[ <who> <be>? <soft>* always|constantly|forever|continually|perpetually|invariably <soft>* !leaves_a|leave_a|leaves_you|drops_by|turns_up_on <always-bad>|<does-wrong>|<bad-ing>|<harm-base>|<flaw> ]',
        '[ <who> <be> <soft>* always on his|her|their phone|phones|break|breaks|holiday|mobile ]',
        '[ <who> <soft>* always leave|leaves <any>? <any>? <any>? <any>? short|open|dirty|empty|in|behind|on|off|half|out|early|unlocked ]',
        '[ !<callers> <others> <be>? <soft>* constantly|forever|continually|perpetually|invariably !improve|improves|improving|learn|learns|learning|check|checks|checking|help|helps|helping|support|supports|review|reviews|train|trains|update|updates|updating|monitor|monitors|adapt|grow|busy|on_call|in_touch|asked|told|through|for|to|grateful|kind|asking|being <any> ]',
        '[ <who> <soft>* never <duty>|wipe|sweep|rinse|refill|return|pick|move|empty|knock|sign|say|own|admit ]',
        '[ <who> here|there|everywhere never|always <any> ]',
        '[ <who> <soft>* never <soft>* know|knows|learn|learns|cleans|refills|listens|answers|tells|reads|checks|asks|replies|turns|closes|locks|tidies|signs|puts|tests|warns|bothers|want|wants|get|gets|come|comes|arrive|arrives|show|shows|pick|care|does ]',
        '[ !<callers> <folk> <be>? <soft>* keeps|keep|kept <soft>* <bad-ing> ]',
        '[ <who> <any>? <any>? <any>? <any>? every_single|every_damn|every_bloody|each_and_every time|day|week|morning|shift|month ]',
        '[ <who> <soft>* do|does|is|are|did ... time_after_time|over_and_over|again_and_again|day_in ]',
      ],
      caught: [
        'The consultants are never coming on time.',
        'The porters leave the beds in the corridor every single night.',
        'The interns leave their mugs everywhere.',
        'Ingmar never puts the ladder back.',
        'Gustavo never cleans up after himself.',
        'The warehouse always blames us.',
        "She's constantly on her phone during the round.",
        'Marketing never warns us.',
      ],
      leftAlone: [
        'Customers always ring twice.',
        'Visitors keep missing the door, the sign has gone.',
        'The night nurse always leaves a note.',
        'Leon never calls in sick.',
        'The till always rounds the deposit down.',
        'People always ask where the toilet is.',
        'Dmitri always checks the gauge twice.',
        'Devika always double checks the labels.',
      ],
    },
    typical,
  ],
};
