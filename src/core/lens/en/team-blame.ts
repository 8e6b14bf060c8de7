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
        '[ <who> <soft>* create|created|creates that|our|all_this backlog|mess|chaos|problem|queue ]',
        '[ that|this bunch|crowd|shower|mob in|at|from|upstairs|downstairs|of ]',
        '[ <who> <soft>* sold|promised something|features|things|a_feature|stuff we|that_we|nobody|that_does do_not|does_not|can_not|not|has|have ]',
        "[ this|that is|'s what happens|you_get when|with !you|customers|a_customer|users|a_user|guests|a_guest|people <who> meddle|meddles|interfere|interferes|<does-wrong>|<harm>|rush|rushes|play|plays|get|gets|do|does|decide|decides|let|lets|think|thinks|are|is ]",
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
        'This is what happens when marketing meddles with the price list.',
        'Night shift leaves us their mess every day.',
        'Blame purchasing for the cheap gloves.',
        'The suppliers let every care home in the county down over the gloves.',
        'Day staff dumped it all on nights.',
      ],
      leftAlone: [
        'That is what happens when a customer cancels on the last day.',
        'The boiler let us down twice in January.',
        'The night shift left us a note.',
        "I don't blame Hana, that gate sticks for all of us.",
      ],
    },
  ],
};
