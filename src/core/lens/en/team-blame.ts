import type { RuleFile } from '../rule.ts';

export const teamBlame: RuleFile = {
  category: 'team_blame',
  catches: 'A group as the culprit or the butt: “you people”, “that lot”, “blame logistics”, “dumped on us”.',
  leavesAlone: 'What a team did in order of time; rules and plans for a team; systems that belong to one.',
  why: 'This makes a group the cause.',
  question: 'What in the way the work is handed over made this likely?',
  source: 'Beyer and others, Site Reliability Engineering, chapter 15 (“any individual or team”)',
  rules: [
    {
      id: 'team-people',
      phrases: [
        '[ you people|lot ] ',
        '[ <who> <soft>* create|created|creates this|these|the mess|problem|problems|backlog ]',
        '[ <who> <soft>* let ... down ]',
        '[ <who> <soft>* drove ... into_the_ground ]',
        '[ those people|idiots|clowns in|at|from|over ]',
        '[ that lot in|at|over|from|upstairs|downstairs ]',
        '^ [ blame <likely> ]',
        'i|i_would|we|just|can_only blame [ <who> ]',
        '[ <who> <soft>* dump|dumps|dumped|dumping <any>? <any>? <any>? on ]',
        '[ <who> <soft>* leave|leaves us <any> ]',
        '[ <who> <soft>* could not organise|organize|run|manage ]',
        '[ <who> <soft>* is|are|was|were to_blame ]',
        '[ <who> <soft>* got|gets us into ]',
        '[ <who> <soft>* turned|turn ... into ]',
      ].map((it) => it.trim()),
      caught: [
        'Night shift leaves us their mess every day.',
        'Blame purchasing for the cheap gloves.',
        'The suppliers let every care home in the county down over the gloves.',
        'Day staff dumped it all on nights.',
      ],
      leftAlone: [
        'The boiler let us down twice in January.',
        'The night shift left us a note.',
        "I don't blame Hana, that gate sticks for all of us.",
      ],
    },
  ],
};
