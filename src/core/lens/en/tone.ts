import type { Rule } from '../rule.ts';

/** Said by the tone alone: what somebody "conveniently" did, what they did "of course", what one cannot believe they did. */
export const tone: readonly Rule[] = [
  {
    id: 'judgement-tone',
    phrases: [
      '[ <folk> <soft>* clearly|obviously|evidently|plainly|presumably|conveniently|somehow|supposedly !<coped>|defined|marked|labelled|labeled|written|explained|stated|visible|named|meant_well|tired|upset|worried|knows_the|knew_the|cares|cared|loves|loved|thought|expected|had_no|did_their_best|did_his_best|did_her_best <acted>|<does-wrong>|never|do_not|does_not|did_not|has|have|had|is|are|wants|want ]',
      'clearly|obviously|evidently|presumably|conveniently|somehow|supposedly ,? !a_lot [ <folk> <soft>* !<coped> <acted>|<does-wrong>|<bad-ing> ]',
      'of_course|naturally|predictably ,? [ <folk> <soft>* !<coped> <acted>|<does-wrong>|never|had_to|did_not ]',
      '[ <folk> of_course|naturally|predictably !<coped> <acted>|<does-wrong>|never|had_to|did_not ]',
      'honestly|frankly|seriously ,? [ <folk> <soft>* !<coped>|did <acted>|never|<does-wrong>|keeps ]',
      '[ <folk> happily|cheerfully|merrily|blithely|blissfully|graciously|smugly|magically !<coped>|agreed|offered|accepted <acted> ]',
      'sick|tired|fed_up|weary of|with [ <whom> <ing> ]',
      'i|we can not believe|fathom|get_over that|how? [ <folk> <soft>* !<coped> <acted>|<does-wrong>|would|could|still ]',
      'it is|was <any>? unbelievable|unacceptable|outrageous|shameful|disgraceful|scandalous|laughable|unforgivable|inexcusable|a_disgrace|a_scandal|a_joke|pathetic that|how [ <folk> <soft>* <acted>|<does-wrong>|never|do_not|does_not|did_not ]',
      '[ <folk> <soft>* <past> .... ] , unbelievable|unacceptable|outrageous|shameful|disgraceful|scandalous|laughable|a_disgrace|a_scandal|a_joke|pathetic|go_figure|enough_said|you_could_not_make|need_i_say|as_you_do|if_you_please',
    ],
    isExcusedByReason: true,
    caught: [
      'The steward conveniently lost the sheet.',
      'Of course the agency sent somebody else.',
      'Seriously, Danuta parked it on the ramp.',
      'The clerks merrily stamped all forty.',
      'I am sick of the planners changing it at noon.',
      "I can't believe Noor signed that.",
      'It is unacceptable that the depot closed the gate at two.',
      'Reception put him in the corridor for two hours, shameful.',
    ],
    leftAlone: [
      'Of course the tap dripped on.',
      'The clerks gladly stamped all forty.',
      'I am sick of the printer changing the tray.',
      "I can't believe the lift stopped again.",
      'It is unacceptable that the heating goes off at two.',
      'Rohan found out why it kept tripping, nice work.',
      'Clearly the form hides the date.',
    ],
  },
];
