import { byExample } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Said of somebody as if it were them all over: typical, as usual, here we go again. */
export const typical: Rule = {
  id: 'general-typical',
  ...byExample({
    "Give Otis a deadline and he'll miss it.":
      '[ give|hand|tell|ask|lend|show <whom> ... and he|she|they will|would miss|forget|lose|break|find_a|spoil|drop|ruin|<bad-base> ]',
    'Gone by half past three, that is our Waldemar.': ', [ that is our|your <named> ] $',
    'Hamid keeps swapping his shifts behind our backs.':
      "[ <folk> .... behind my|our|his|her|their|everyone|everybody 's? back|backs ]",
    'Mehwish disappears whenever a bed needs making.':
      '[ <folk> disappears|vanishes|disappear|vanish whenever|when|as_soon|the_moment|every|the_minute|each ]',
    'Each Monday the same circus with the sports teachers.':
      '[ every|each|always ... the_same !day|week|time|way <any>? <any>? with <whom> ]',
    'Third time this month with that nurse.':
      '[ second|third|fourth|fifth|sixth|umpteenth|nth time this|in|since ... with <whom> ]',
    'Every single month Tunde sends the file late.':
      '[ every|each single|bloody|damn|blooming|flipping <any> ,? <who> ]',
    'The office closed it unread, like they do with everything.':
      '[ like|as they|he|she always|usually? do|does|did with everything|everyone|everybody|anything ]',
    'Ivo being Ivo, the keys are in Lisbon.': '[ <likely> being <likely> ] ,',
    'Late again, as is his custom.': '[ as is|was his|her|their <any>? habit|way|custom|wont ]',
    'Kwabena does this every time.':
      '[ <folk> do|does|did this|that|it all_the_time|every_single_time|every_time|constantly ] $',
    "The trays come back dirty, that's what they are like.": "[ that is|'s what they|he|she are|is like ]",
    'Not a week goes by without a complaint from Otto.':
      '[ not a <any> goes_by|passes|goes without <any> <any>? <any>? from|by|in <whom> ]',
    "That's what comes of having temps.":
      "[ this|that is|'s what you? get|gets|happens|comes with|when|from|of having|giving|that|those|these <whom> ]",
    'As usual with the agency, nobody came.':
      '[ as_ever|as_usual|as_always|always_the_same with|from <whom> ]',
    'He will moan about anything.':
      '[ <who> will|would complain|moan|whinge|argue about|over anything|everything ]',
    "The doors stood open all night, that's how she is.":
      "[ that is|'s how|what they|he|she|you are|is|'s ] $",
    'Every month the same with the planners.': '[ every <any> the_same with|from <whom> ]',
    'This is the third time the landlord has promised.':
      '[ this|that is|was the <any>? second|third|fourth|fifth|sixth|tenth|umpteenth|hundredth time that? <who> has|have|had <soft>* <harm>|<harmed>|<did-wrong>|parked|locked|promised|cancelled|been_late|turned_up|sent|not ]',
    'These are typical idiots.': '[ typical <insult> ]',
    "They don't listen.": '[ <named>|they|he|she <soft>* do|does not read|listen|think|learn|look|care ] $',
    'The landlord only ever calls when the rent is due.': '[ <who> only_ever <any> ... when|if|to|because ]',
    "He can't say a thing right.": '[ <likely> can|could not do|say anything|a_thing right ]',
    'The neighbour parks across our gate week in, week out.':
      '[ <folk> <soft>* <any> .... week_in_week_out|week_in_,_week_out|day_in_day_out|day_in_,_day_out|year_in_year_out|week_after_week|month_after_month ]',
    'Every weekend, without fail, the band leaves its cables out.':
      '[ every <any> , without_exception|without_fail ,? <folk> ]',
    'He handed it back half done, like Ansgar does with everything.':
      '[ , as|like <whom>|he|she|they always? do|does|did with everything|everyone|every|always|most ]',
    "With Anselm it's always the same.": "[ with <whom> it is|'s always? the_same ]",
    'Not one ladder that the decorators have brought back.':
      '[ not a|one <any> <any>? <any>? that <whom> has|have ]',
    'There is not a ladder the decorators have not bent.':
      "[ there is|'s|was not a <any> <any>? <any>? <any>? that? <whom> has|have not? ]",
    "That's the second drill Casimir has broken.":
      '[ the <any> <any>? <any>? <named> has|have got_through|ruined|wrecked|killed|broken|lost|gone_through|been_through|written_off ]',
    'Forty pounds short: Marcel, as usual.': '[ : <whom> , as_per|as_usual|as_ever|again|who_else ]',
    "That's what comes of trusting an agency.":
      "[ this|that is|'s what you? get|gets|happens|comes with|when|from|of letting|trusting|hiring|leaving ]",
    "That's what you get with Reinhold.":
      "[ this|that is|'s what you get with|from that|those|these|them|him|her|<whom> ]",
    'The agency has done this to us before.':
      '[ <folk> has|have done|did this|that|it to us|me before|again|twice|already ]',
    "That's what happens when you trust an agency.":
      "[ this|that is|'s what you_get|happens when|if you|we|they let|trust|leave|put|hire|give|ask <whom>|<calling> ]",
    'Every spring the same, the surveyors turn up in June.': '[ every <any> the_same , <folk> ]',
    'It was Benedikt again.': '[ it was <named> again ]',
    'Procurement always goes for the cheapest.':
      '[ <folk> always <soft>* goes|go|going for the cheapest|cheap|easy|easiest|quickest ]',
    'The evening crew always expects us to tidy up.':
      '[ <folk> always <soft>* assumes|assume|assumed|expects|expect|expected we|i|somebody|someone|others|us|people|everyone ]',
    "That was Lorenz's call and now look at the roof.":
      "[ that was <named> 's call|decision|choice|idea and ]",
    'Trust the council to lose the form.':
      '[ trust|leave_it_to|count_on <whom> to ] get|forget|<harm-base>|<bad-base>',
    'Nothing gets done unless Marguerite is there.':
      '[ nothing gets|happens|works done? when|while|unless <whom> is|are ]',
    'Since Halima took over nothing works.':
      'since|ever_since [ <others> took_over|started|joined|arrived|came|began ] ... nothing|nobody|no_one',
    "Whenever the safe is open it's Gideon.": "every_time|whenever|always ... [ it is|'s always? <named> ] $",
    "That's the third time Fiona has broken it.":
      '[ the <any> time that? <named> has|have|had <soft>* <harm>|<harmed>|<did-wrong> ]',
    'The trustees can never agree on a date.':
      '[ <who> can never ever? keep|remember|finish|be_bothered|be_trusted|be_on|admit|wait|agree|decide|organise|shut ]',
    'Two hours for one bulb, that is so Melvin.': '[ that|this is so <named> ] $',
    "The deputy can't go a shift without losing the keys.":
      '[ <whoever> <soft>* can not go a|an|one|two|five <any>? day|week|shift|month|hour|minute|minutes|weeks without ]',
    "She just can't leave things alone.":
      '[ <whoever> <soft>* can not leave well|things|it|anything|us alone ]',
    "The barista can't help himself, the jar was open.":
      '[ <whoever> <soft>* can not help himself|herself|themselves ] $',
    "It's always the same with the couriers.":
      "[ it is|'s always? the_same|the_same_story|the_same_thing with <whom> ]",
    'Time and again the bakers park on the ramp.':
      '[ time_and_again|time_and_time_again|over_and_over ,? <named> ]',
    'Without fail, the agency sends us someone who cannot drive.': '[ without_fail ,? <who> ]',
    'Maureen has a habit of walking off.':
      '[ <who> <soft>* has|have a|this|the habit|knack|tendency|talent|gift of|for <ruining>|<bad-ing>|<harm-base>|being_late|walking|wandering|not|showing_up_late ]',
    'The tutor is late more often than not.':
      '[ !guests|customers|users|people|patients|visitors <who> <be> ... more_often_than_not|nine_times_out_of_ten ]',
    'The planners will never learn.': '[ <others> will|would|can not|never ever? learn|change|listen ]',
    "It was the traffic, Dorian's usual excuse.":
      "[ <whom> 's usual|same_old|favourite|old trick|tricks|excuse|excuses|stunt !is|was|about|for ]",
    'The auditors do nothing but count pens.': '[ <who> <soft>* does|do|did nothing but <any> ]',
    'Forgotten twice in a day, typical of Marjan.': '[ typical of|for <whom> ]',
    'Typical agency, gone by noon.': '^ [ typical <whom> ]',
    'Classic Ferdinand, no lid on the paint.': '^ [ classic <likely> ] /',
    'Once again the surveyors came on the wrong day.':
      '[ as_usual|as_always|as_ever|yet_again|once_again|once_more|predictably|par_for_the_course ,? <others> ]',
    'Every time Rune is on, the float is short.':
      '[ every_time|whenever|each_time <named> is|was|works|touches|deploys|covers|cooks|has_the|closes|closed|locks|serves|teaches|cleans|does ... ] , ...',
    'Dispatch got the street wrong.': '[ <others> gets|get|got ... wrong ]',
    'Halima can never get the totals right.': '[ <likely> can|could not|never ever? get ... right ]',
    'Every single week the agency sends the wrong person.':
      '[ every <any>? month|week|day|time|shift|year|morning|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend ,? <who> <soft>* <does-wrong>|<harm>|<did-wrong>|finds_some|finds_a|finds_new|manages ]',
    'As always, the painters took our ladder.': '[ as_usual|as_always|as_ever ,? <others> ]',
    "You can't rely on that courier.": '[ you|we can not rely|depend|count|trust on? <whom> ]',
    'There goes Hector again.': '[ there goes|go <likely> again ]',
    'It is always the same couriers.': "[ it is|'s always the_same <any>? <whom> ]",
    "It's always Tobias.": "[ it is|'s always <named> ] $",
    "It's always Tobias who parks across two bays.":
      "[ it is|'s always <named> ] who|that|with !notices|spots|helps|finds|stays|saves|remembers|brings|fixes|cheers|sorts|knows|picks|comes|gets|has_to",
    'The lodger pulls this every month.': '[ <others> does|do|did|did|pulls this|it|that every|each|again ]',
    'Not for the first time the courier scratched a door.': '[ not|and for_the_first_time ,? <who> ]',
    'Not the first time the movers chipped a frame.':
      '[ not_the_first|not_for_the_first time|time_that <who> ]',
    'The agent only ever replies at night.':
      '[ <who> only_ever reply|replies|answer|answers|respond|responds|call|calls|come|comes|turn|turns|show|shows|care|cares|help|helps|listen ]',
    'The baker, as usual, took the van home.': '[ <who> , as_usual|as_always|as_ever|yet_again|once_again ]',
    'Here we go again with the scaffolders.': '[ here_we_go_again with ]',
    'Same old story from the council.': '[ same_old|same_story|same_again ... with|from|at <whom> ]',
    'Every bloody time the movers chip the paint.': '[ every single_time|bloody_time|damn_time ,? <who> ]',
    'Every single time the couriers ring the wrong bell.':
      '[ every_single_time|every_bloody_time|every_damn_time <who> ]',
    'Whenever the intern touches the press something jams.':
      '[ whenever|every_time|each_time <others> does|is|deploys|touches|works|runs|covers|cooks ... ] somebody|someone|something|everything|nothing|things|we|it|i|the',
    'Second time this week the tenant has lost his key.':
      '[ <any> time this_week|this_month|today|this_year <who> has|have ]',
    'Third day in a row the cleaners skipped our floor.':
      '[ <any> time|week|month|day|shift|year|night|weekend in_a_row|running ... <who> <soft>* <any> ]',
    'Not once has Petronella said sorry.': '[ not_once has|have|did|do|does <likely> ]',
    'There is not a week goes by without the lodgers ringing at two.':
      "[ there is|'s not a <any> goes_by|passes without <whom> ]",
    'The fitters not once did the sweeping.': '[ <who> <soft>* not_once has|have|did ]',
    'We say sorry at once, the vendor never has.': '[ <who> never has|have|did ] $',
    'Nobody at the depot ever answers.':
      '[ nobody|no_one|none in|at|from|on <any> <any>? <any>? ever <any> ]',
    'Nobody ever answers at the depot.':
      '[ nobody|no_one ever <soft>* answers|listens|replies|tells|checks|cleans|cares|helps|reads|does|comes|asks|bothers|fixes|picks ]',
    'There they go again.': '[ there_they|there_he|there_she go|goes again ]',
  }),

  leftAlone: [
    'The 8:15 is never on time.',
    'Just like Hana, to have two chairs is all we want.',
    'Since Halima joined we have two people on nights.',
    'This is the third time the belt has broken.',
    "The fridge can't go a day without power.",
    'Residents cannot help themselves from the trolley.',
    'Whenever Raj opens the page, it crashes.',
    'Every time a customer pays by card, the till prints twice.',
    'Hana has a knack for finding bugs.',
    'Once again the lift stopped between floors.',
    'This is the third time this month the lift has stopped.',
    'We met on Monday as usual.',
    'Every night someone wipes the staging database.',
    'Every morning the cleaners sweep the yard.',
    'Typical weather for May.',
    'Not a day goes by without rain.',
    "It's always the same key that sticks.",
    'Time and again the lift stops between floors.',
  ],
};
