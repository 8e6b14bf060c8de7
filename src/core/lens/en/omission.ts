import type { RuleFile } from '../rule.ts';

export const omission: RuleFile = {
  category: 'omission',
  catches: 'What somebody did not do, given as the explanation: forgot, overlooked, skipped, never checked.',
  leavesAlone:
    'A thing that fails or forgets; one’s own admission; somebody who could not know, see or hear; a reason outside the person.',
  why: 'This explains it by what somebody did not do.',
  question: 'What let it go unnoticed, or made it easy to leave out?',
  source:
    'Etsy Debriefing Facilitation Guide, chapter 3; Dekker, The Field Guide to Understanding Human Error',
  rules: [
    {
      id: 'omission-forgot',
      phrases: [
        '[ <whoever> <soft>* forgot|forgotten|neglected|disregarded|omitted !my|our|every ]',
        '[ <who> disregards|ignores|neglects|overlooks ]',
        '[ <whom> forgetting|neglecting|omitting|disregarding|overlooking|not_checking|not_looking|not_reading ]',
        '[ <who> who <soft>* forgot|overlooked|neglected|disregarded|ignored|skipped|never|omitted ]',
        '[ <who> who <soft>* did not <duty> ]',
      ],
      isExcusedByReason: true,
      caught: [
        'Imran forgot about the second delivery.',
        'It went out unsigned as Ravi forgot.',
        'Our account manager neglected the renewal.',
        'Bashir forgot to plug in the freezer.',
      ],
      leftAlone: [
        'Imran forgot about the second delivery because it is not on the sheet.',
        'I forgot the second page.',
        'The scheduler forgot its settings after the restart.',
      ],
    },
    {
      id: 'omission-ignored',
      phrases: [
        '[ <who> <soft>* overlooked|ignored|skipped|missed|disobeyed|bypassed !nothing|to|<own-ride>|lunch|breakfast|dinner|the_meeting|ahead|the_queue|class|school ]',
        '[ <likely> <soft>* overlooked|disregarded|disobeyed !nothing ]',
        '[ <who> <soft>* left_out|omitted ]',
        '[ <who> <soft>* walked|drove|went|sailed|cycled|scrolled|breezed straight|right|just|merrily past|by|through|over ]',
        '[ failure|inability|refusal|reluctance by|of|from <whom> to ]',
        '[ not_one|none of <whom> <soft>* !forgot|ignored|skipped|missed|overlooked|neglected|<harm> <acted> ]',
        'since|as|because [ <likely> <soft>* ignored|skipped|missed|forgot|overlooked ]',
        '[ <who> <soft>* paid|gave no|zero|little attention|heed|notice|thought ]',
        '[ <who> <soft>* turned_a_blind_eye|looked_the_other_way|looked_away|closed_their_eyes|shrugged ]',
        '[ <who> <soft>* slept_through|overslept|dozed_off|fell_asleep ]',
        '[ <who> <soft>* let ... slip|lapse|slide|expire|rot|go_to_waste|go_off|go_bad|go_cold|go_stale|go_by|go_unanswered|go_unnoticed ]',
      ],
      isExcusedByReason: true,
      caught: [
        'the on-call engineer slept through four pages',
        'Gustavo overlooked a decimal point in the tender.',
        'They skipped the fire check again.',
        'The chef ignored the allergy card.',
      ],
      leftAlone: [
        'Petra skipped lunch to finish the count.',
        'Marek missed his train.',
        'The parser ignored the second sheet.',
        'The owner let it go, and it needs another.',
        'The surgeon skipped to step 9 on the list.',
        'Paolo missed the call because he was on the other line with the hospital.',
        'I skipped step 4 as I thought it was only for new starters.',
      ],
    },
    {
      id: 'omission-failed',
      phrases: [
        '[ <likely> <soft>* failed|omitted|neglected|refused to <any> ]',
        '[ <likely> <soft>* failed|neglected to ]',
      ],
      isExcusedByReason: true,
      caught: [
        'The PM failed to book the room, so forty people stood in the hall.',
        'The locksmith omitted to test the second key.',
        'The ward failed to pass on the allergy.',
        'The host failed to tell the kitchen about the nut allergy.',
      ],
      leftAlone: [
        'Rosa declined to sign until she had read it.',
        'The hoist failed its inspection twice this year.',
        'The backup failed to start.',
        'We failed to see how the two forms differ.',
      ],
    },
    {
      id: 'omission-did-not',
      phrases: [
        '[ <likely> has|have|had not <soft>* even|bothered ]',
        '[ <likely> has|have|had not <past> a_single ]',
        '[ <whoever> <soft>* did not <soft>* bother|think_to|care_to ]',
        '[ <likely> <soft>* did not <soft>* even ]',
        '[ <likely> <soft>* did not <soft>* <duty> !any_problem|any_problems|any_issue|any_issues ]',
        '[ <likely> <soft>* never <soft>* <duty> ]',
        '[ <whoever> <soft>* never <soft>* bothered|looked|asked|rang|phoned|thought|apologised|wondered|listened|questioned ]',
        '[ <likely> <soft>* never <soft>* bothered|checked|read|looked|asked|told|called|rang|answered|replied|came_back|did|filed|logged|tested|reported|signed|cleaned|followed|mentioned|warned|informed|updated|wrote|recorded|put|took|fitted|tagged|locked|closed|sent|said|showed|turned|gave|confirmed|tightened|filled|returned|verified|opened|passed|got_round|weighed|listened|submitted|finished|raised|flagged|noticed ]',
        '[ <whoever> <soft>* could not be bothered|arsed|assed ]',
      ],
      isExcusedByReason: true,
      caught: [
        "Nobody got paid on the 28th because Leticia didn't submit the file.",
        "The carers didn't turn Mr Adair for nine hours.",
        'You never replied to the parents.',
        "Facilities haven't bothered to fix the ramp.",
      ],
      leftAlone: [
        "Amina didn't see the note, it was under the keyboard.",
        'The teacher did not get the list until noon.',
        "Mehmet didn't wear gloves since the store had been out of his size for a month.",
        'We never tested the restore on the new disk.',
      ],
    },
    {
      id: 'omission-nobody',
      phrases: [
        '[ nobody|no_one|not_one_of_them|none_of_them ] <soft>* bothered|cared|thought !of',
        '[ nobody|no_one in|on|at|from|over <any> <any>? <any>? !<eventless> <acted> ]',
        '[ not_a_single|not_one person|soul|<calling> ... !<eventless> <acted> ]',
        '[ not_one_of|none_of <whom> <soft>* bothered|checked|looked|read|noticed|asked|tested|answered|told|thought|fitted|locked|signed|reported|followed|cleaned|confirmed|verified|replied|picked|took|wrote|counted ]',
        'because|as|since|that|cause|: [ nobody|no_one <soft>* bothered|checked|looked|read|noticed|asked|tested|answered|fitted|locked|signed|reported|followed|cleaned|confirmed|verified|replied|counted ]',
      ],
      isExcusedByReason: true,
      caught: [
        'The alarm rang for an hour because no one bothered to look.',
        'Wrong marks went out to 212 students as no one in the exams office checked the totals.',
        'Cause of the spill: nobody on the dock checked the bung.',
        'The samples thawed because nobody on the late shift refilled the nitrogen.',
      ],
      leftAlone: [
        'Nobody on the team had used the new form before.',
        'Nobody told the cook about the allergy.',
        'Nobody should work alone in the cold store.',
        'Something went wrong that nobody had thought of.',
      ],
    },
    {
      id: 'omission-without',
      phrases: [
        '[ <who> <soft>* <past> ... without <soft>* checking|reading|looking|asking|telling|testing|thinking|locking|reporting|signing|following|confirming|verifying|warning|waiting|closing|informing|acknowledging|calling|logging|permission|authorisation|authorization|approval|noticing|bothering|so_much|measuring|saving|cleaning|counting|securing|wearing|even|a_word|notice|backing ]',
        '[ <who> <soft>* <past> ... without <soft>* <undoing> ]',
        '[ <likely> <soft>* never <soft>* !complained|lost|had|got|received|heard|saw|knew|met|came|stopped|failed|missed|gave|rushed|let|wavered|hesitated|made|raised_her|raised_his|once|been|used|worked|arrived|reached <acted> ]',
        '[ <who> <soft>* did|do not follow|stick|adhere|comply ]',
      ],
      isExcusedByReason: true,
      caught: [
        'The evening chef left without switching off the fryer.',
        'Ewa never handed over the keys, so the hall stayed shut.',
        'Omar walked straight past the alarm panel without acknowledging it.',
        'the caretaker never salted the steps',
      ],
      leftAlone: [
        'The chef switched off the fryer and left.',
        'Pupils may never be left in the lab without an adult.',
        'She never received the second page.',
      ],
    },
    {
      id: 'omission-passive',
      phrases: [
        '[ was|were|been not <past> by <whom> ]',
        '[ forgotten|overlooked|ignored|missed|skipped|neglected|omitted|disregarded by <whom> ]',
      ],
      isExcusedByReason: true,
      caught: [
        'Lot 17 was not weighed by Farhan, so it went out nine kilos short.',
        'The alarm was ignored by the night desk.',
      ],
      leftAlone: ['Lot 17 was weighed by Farhan at nine.', 'The change was not picked up by the sensor.'],
    },
  ],
};
