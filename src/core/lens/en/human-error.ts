import type { RuleFile } from '../rule.ts';

export const humanError: RuleFile = {
  category: 'human_error',
  catches: '“Human error”, “operator error”, a mistake or a lapse of somebody, given as the cause.',
  leavesAlone:
    'The same words on a screen or in a title; saying that the label hides the cause; a slip in how we set something up.',
  why: 'This gives somebody’s mistake as the cause. It is where the question begins.',
  question: 'What made the mistake easy to make, or hard to notice?',
  source: 'Dekker; Etsy Debriefing Facilitation Guide; PagerDuty, “The Blameless Postmortem”',
  rules: [
    {
      id: 'human-error-label',
      phrases: [
        "[ <kind-of-person> 's? error|mistake|inattention|negligence|carelessness|misuse|blunder|oversight|fault|slip|incompetence|stupidity ]",
        '[ pebkac|id10t|layer_8 ]',
      ],
      caught: [
        'Closed as user error.',
        'The mix up was due to staff error on the night shift.',
        'This is a clear case of operator error.',
        'The report blames pilot error.',
      ],
      leftAlone: [
        'Writing this off as user error would teach us nothing.',
        'The screen said "user error, contact admin".',
        'The pump display reads OPERATOR ERROR 7 when the line is blocked.',
      ],
    },
    {
      id: 'human-error-of',
      phrases: [
        '[ <lapse> by|of|from|in|at|among|on_the_part_of <whom> ]',
        'puts|put|down|due|owing|thanks|boils|comes|came|attributed|blamed|caused|because|result|plain|pure|sheer|case to|of|by|on|it_to? [ <lapse> ]',
        '[ human failure|failing|failings|weakness|lapse|lapses|stupidity|carelessness ]',
        '[ <slip> by|on_the_part_of <whom> ] /',
        '[ <slip> of|from <whom> ] $',
        "[ <whom> 's <any>? <slip> ]",
        '[ lapse|lack|loss|want of|in concentration|attention|care|diligence|judgement|judgment|focus|thought by|of|from|on_the_part_of <whom> ]',
        '[ lapse|lack|loss|want of|in concentration|attention|care|diligence|judgement|judgment|focus|vigilance ]',
        '[ inadequate|insufficient|poor judgement|judgment|decision|decisions|planning|communication|care|attention|diligence|work|workmanship|supervision by|of|from|on_the_part_of <whom> ]',
        '[ <who> <soft>* made|committed|makes a|an|another|the <any>? <slip> ]',
        '[ <slip> ... on_the_part_of|on_the_side_of ]',
        "[ fault|error|mistake on <whom> 's side|part|end ]",
        '[ not|too_little paying|paid <any>? attention ]',
      ],
      caught: [
        'The audit puts it down to sloppiness in the accounts team.',
        'Caused by sheer inattention, says the report.',
        'A mistake by Gustavo cost us the slot.',
        'Analysis: lack of attention on the part of the operator.',
        'The wrong file went out due to a mistake by the intern.',
        'It came down to poor judgement by the site manager.',
      ],
      leftAlone: [
        'The course is about human error and complacency.',
        'The policy covers loss caused by fire.',
        'Saying the user made a mistake tells us nothing about the menu.',
        'The delay came from the customs scanner.',
        "It wasn't Gustavo's mistake that broke it.",
      ],
    },
  ],
};
