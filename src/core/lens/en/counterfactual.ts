import type { RuleFile } from '../rule.ts';

export const counterfactual: RuleFile = {
  category: 'counterfactual',
  catches: 'What somebody should or could have done: should have, was supposed to, if only, had they only.',
  leavesAlone:
    'A system that should have; our own missing safeguard (“we should have had an alert”); rules and plans; what people should have been given.',
  why: 'This says what somebody should have done, which one sees only afterwards.',
  question: 'What would have made it easy to do that?',
  source:
    'Dekker, The Field Guide to Understanding Human Error; Allspaw, “Counterfactual thinking”; Howie incident guide',
  rules: [
    {
      id: 'counterfactual-should-have',
      phrases: [
        '[ <whoever> <soft>* <should-have> <soft>* checked|asked|called|phoned|rung|rang|told|read|looked|known|warned|waited|tested|locked|spotted|noticed|caught|realised|realized|thought|reported|refused|stopped|listened|said|spoken|used ]',
        '[ <likely> <soft>* oughta|shoulda|coulda <soft>* ]',
        '[ <likely> <soft>* <should-have> <soft>* !had|got|received|ended|used|died|happened|lost|fallen|slipped|tripped|won|drowned|hit|cut|been <acted> ]',
        '[ <likely> should|ought never have|of <acted> ]',
        '[ <likely> <soft>* <should-have> <soft>* been more|aware|there|on|careful|quicker|checking|watching|able|paying|<ing> ]',
        '[ <likely> should|ought not <soft>* have|of !to ]',
        '[ that|it|this|which should|could|ought_to have been <past> by <whom> ] /',
        '[ <whoever> should|ought not|to not? have been <ing> ]',
      ],
      caught: [
        'The nurse should not have given the second dose.',
        "Amadou should've double checked before hitting send.",
        'They could at least have called.',
        'Somebody ought to have stopped him.',
      ],
      leftAlone: [
        'She could have lost a finger.',
        'The pump should not have given a second dose.',
        'We should have had a second alarm on the tank.',
        'New starters should have been given a map.',
      ],
    },
    {
      id: 'counterfactual-was-to',
      phrases: [
        '[ <likely> <soft>* needed to <duty>|isolate ... ] before|first|and|but',
        '[ <who> <soft>* was|were not? supposed|meant|expected|required|obliged|paid to !get|receive|start|meet|move|join|leave|retire|learn|become|cover|lift|carry|cope|handle|work|run|share|live|be_told|be_given|be_paid|be_trained|be_off|know|have_had|have_got ]',
        '[ <who> <soft>* was|were told <soft>* not? to <any> ] .... but|yet|and|still <who>? did|went|never|forgot|ignored|carried|skipped|left',
        '[ <who> <soft>* was|were told <any>? <any>? <any>? times|twice|repeatedly ]',
        '[ <likely> <soft>* needed to catch|spot|notice|ask|tell|warn|double-check|listen|think|read|look|be|have|check|verify|salt|put|lock|see ]',
        '[ <likely> <soft>* was|were not? supposed|meant|expected to check|ask|call|ring|tell|read|sign|lock|look|test|report|log|close|wait|watch|order|book|phone|warn|bring|collect|clean|do ]',
        '[ <likely> had_to <any> ... and did not|never ]',
        "[ it was <whom> 's job|duty|responsibility|task to ]",
      ],
      caught: [
        'The vendor was required to tell us 30 days ahead.',
        'Hideo was meant to be watching the pot.',
        "It was Magda's job to shut the gate.",
        'The caretaker needed to salt the steps.',
        'She was told to lock it and she still went home.',
      ],
      leftAlone: [
        'They were supposed to get new gloves in May.',
        'The fitter needed to cut the power.',
        'The tank was meant to be emptied by the timer.',
        'Somebody has to be on the gate when the lorry backs in.',
        'The caretaker will salt the steps from now on.',
        'The guards were told to use door 4.',
      ],
    },
    {
      id: 'counterfactual-if-only',
      phrases: [
        '[ if_only|if <likely> had <soft>* !had|been|known|got|received|seen|heard|found <past> ]',
        '[ if_only <whoever> had <soft>* <past> ]',
        '[ if_only <likely> <any> ]',
        '[ if <who> only had|<acted>|bothered ]',
        'would not|have ... [ if <likely> ]',
        'would|could have|not ... [ if <likely> <soft>* had|did|checked|looked|read|asked|told|called|used|opened|followed ]',
        'would|could|avoidable|avoided|prevented ... [ had <whom> <soft>* <past> ]',
        '[ had <whom> <soft>* <past> ] ... would|could',
        '[ had <whom> <soft>* <past> ] .... would|could',
        'yet|but|and [ had <whom> <soft>* <past> ]',
        'none_of_this ... [ if <likely> ]',
      ],
      caught: [
        "If Leticia had asked, we'd have told her.",
        'Had the nurse read the chart, we would not be here.',
        'This would not have happened if Sanne had followed the list.',
        'If only Tariq had looked at the date.',
      ],
      leftAlone: [
        'It would help if somebody told the night shift when the code changes.',
        'If a guest complains, the host should offer another room.',
        'There should have been a list by the door, we had none to print.',
        'A second sensor would have caught it.',
      ],
    },
  ],
};
