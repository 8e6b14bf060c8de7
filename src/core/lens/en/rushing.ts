import { byExample } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Harm by haste, by meddling or by a wrong choice: cut corners, took the wrong one, left it open. */
export const rushing: readonly Rule[] = [
  {
    id: 'agent-rushed',
    ...byExample({
      'The locum gave the drops before reading the chart.':
        '[ <who> <soft>* !<eventless> <past> ... before <soft>* asking|checking|reading|testing|looking|thinking ]',
      'The porter wedged the fire door so he could smoke.':
        '[ <who> <soft>* turned|switched|taped|wedged|propped|covered|disabled|left|muted|silenced|skipped|unplugged ... so he|she|they could|would|did_not ]',
      'The vet measured the dose by eye.':
        '[ <likely> <soft>* signed|prescribed|dosed|measured|dispensed|approved|marked ... from_memory|from_his|from_her|from_home|from_the_car|by_eye|by_guesswork|blindfold ]',
      'The digger driver drilled straight through the slab.':
        '[ <likely> <soft>* drilled|dug|drove|reversed|ploughed straight|right|clean through|into|over ]',
      'The wall fell after a bad call by the site manager.':
        '[ bad|poor|terrible|stupid|daft|silly|questionable|appalling|lousy decision|decisions|call|choice|judgement|planning|advice by|from|of <whom> ]',
      'Katarzyna cut corners on the weld.':
        '[ !pupils|students|children|guests|passengers|visitors <folk> <soft>* <rush>|<meddle> ]',
      'The night team were cutting corners on the rounds.':
        '[ <folk> <soft>* <be>|been|keeps|keep|kept <soft>* <rushing>|<meddling> ]',
      'The owner likes to skimp on paint.':
        '[ <folk> <soft>* chose|decided|preferred|opted|elected|tried|tends|tend|likes|like|loves|wanted|wants to <soft>* <rush>|<meddle> ]',
      'Our supplier got us fined.':
        '[ !pupils|students|children|guests|passengers|visitors <likely> <soft>* <harming> ]',
      'The welder covered the smoke alarm to save time.':
        '[ <likely> <soft>* disabled|overrode|bypassed|defeated|taped_over|covered_up|covered|unplugged|disconnected|muted|silenced|jammed|wedged|propped|blocked|removed the|a|our|every|both <any>? <any>? <any>? alarm|alarms|guard|guards|interlock|interlocks|sensor|sensors|detector|detectors|safety|beeper|limiter|fire_door|fire_doors|fire_exit|exit ... and|so_he|so_she|so_they|again|open|because_it_annoyed|because_he|because_she|because_they|to_save_time|to_get|for_a_smoke|with_a|with_the ]',
      'The trainer strolled in around noon.':
        '[ <folk> <soft>* rolled|strolled|sauntered|swanned|waltzed|staggered|wandered|breezed|ambled|rocked in|up at|late|half|an|two|three|with|without|twenty|thirty|forty|around|after|when|halfway|as_if|like ]',
      'The fitters turned up hungover.':
        '[ <folk> <soft>* turned|turns|showed|shows up drunk|late|hungover|unprepared|with_the_wrong|without|empty-handed|an_hour_late|two_hours_late|half_an_hour_late|hours_late|whenever|with_no|reeking|smelling|stoned|half_asleep|half_drunk|half_dressed|when_it_suits !warning ]',
      'The courier parked across our gate.':
        '[ <folk> <soft>* parked|stopped|stood|stacked|left ... across|in_front_of|in_the_way|on_top_of|right_in the|my|our|us|me|of ] !because',
      'The driver went up the ramp against the advice of the yard.':
        '[ <who> <soft>* <past> ... against ... advice|instructions|orders|the_rules|policy|procedure ]',
      'The scaffolders thought it was fine to leave it open.':
        '[ <folk> <soft>* thought|decided|figured|reckoned|felt it was|would_be|is <any>? fine|ok|okay|clever|acceptable|funny|smart|a_good_idea|a_great_idea|a_bright_idea|alright to ]',
      'Night shift leaves us their mess every day.':
        '[ <who> <soft>* <does-wrong> ... every|each|all_the_time|again ]',
      'This should never have been left to the trainee.':
        '[ should|ought never|not to? have been left|given|trusted|entrusted|handed|assigned to|with <whom> ]',
      'The gardener severed the phone cable.':
        '[ <likely> <soft>* cut|severed|snapped|hit|struck|nicked|drilled the|a|our <any>? <any>? cable|cables|wire|wires|pipe|pipes|mains|rope|artery|strap ] !because|off|to|as|for|with|at',
      'The cleaner dropped a vase.':
        '[ <likely> <soft>* dropped|smashed|broke|knocked_over|sat_on|drove_over|ran_over|trod_on|stood_on the|a|an|my|our|his|her|their <any>? piano|tray|glass|glasses|vase|laptop|phone|screen|monitor|bottle|bottles|vial|vials|box|crate|pallet|patient|resident|baby|load|lot|cake|plate|plates|server|ladder|bucket|pot|urn|tv|projector|printer|camera|tablet|handset|scanner|sample|samples|stack|window|windscreen|mirror|panel ] !off|at|by|with|outside|to',
      'The agent sold our seats off.':
        '[ <likely> <soft>* gave|sold|signed|threw|chucked our|my <any> <any>? away|off|out ]',
      'Farouk snapped the key off in the lock.':
        '[ <likely> <soft>* knocked|tore|snapped|sheared|smashed|ripped <any> <any>? <any>? <any>? off|over|down|loose ] !the_old|the_list|target',
      'The plasterers left before the ceiling was dry.':
        '[ <likely> <soft>* left|went|walked_off|knocked_off|stopped|finished|drove_off before the|it|his|her|their|anyone|we|everything <any>? <any>? was|were|had|is dry|done|finished|over|ready|checked|closed|locked|in|safe|clean|complete|set ]',
      'The warden did his usual.': '[ <folk> <soft>* did|does|do|doing|done|pulled his|her|their usual ]',
      'The substitute teacher lost two of the exam papers.':
        '[ <likely> <soft>* lost <any> <any>? of our|my|the|her|his|their ]',
      'The driver took the van under the low bridge.':
        '[ <likely> <soft>* sent|put|took <any> <any>? <any>? <any>? under|into|onto|home|out|off the|with <any>? wrong|low|closed|wet|locked|empty ]',
      'The marble got etched by that cleaner with the bleach.':
        '[ etched|scratched|stained|marked|soaked|chipped|warped|scuffed|bleached|overcooked|undercooked|shrunk|dyed|torn|ripped|bent by that|this|some|the <any>? <any>? <calling> ] !for|to',
      'The roofer forced the lock open.':
        '[ <who> yanked|wrenched|forced|slammed|jerked|tore|ripped <any> <any>? <any>? off|out|open|shut|from|into ] !the_old',
      'The crew habitually skipped the checklist.':
        '[ <folk> <soft>* habitually|routinely|regularly|constantly|repeatedly skipped|ignored|missed|left|forgot|bypassed|cut|broke ]',
      'The drivers had been drinking.':
        '[ <folk> had been <soft>* drinking|smoking|texting|partying|messing|fiddling|mucking|playing|tampering|slacking|chatting|sleeping|lying|stealing|skipping|ignoring|hiding|cutting !water|for_a_charity ]',
      'The project team picked the cheapest tool going.':
        '[ <likely> <soft>* chose|picked|bought|went_for|went_with the cheapest|easy|easiest|wrong|laziest|lazy ]',
      'The council is wrecking our rounds with its permits.':
        '[ <folk> <be> wrecking|ruining|destroying|wasting|poisoning|sabotaging|killing|undermining|trashing our|my|everything|it|this|morale|the|everyone ]',
      'The painter carried on regardless.':
        '[ <who> <soft>* !<eventless> <past> ... regardless|anyway|any_old_how|willy-nilly|half-heartedly|as_if_nothing|like_it_was_nothing|without_a_thought|without_a_care|without_thinking|without_a_second|without_so_much|without_bothering|without_looking|out_of_order|blind|blindly|on_a_whim|off_the_top_of|from_memory_instead|in_a_rush|in_a_hurry|in_a_temper|in_a_strop|in_a_huff|in_a_mood ] !got|worked|came',
      'Marlon put those there.':
        '[ <who> <soft>* put|left|parked|stacked|dumped|placed|stored|stuck|piled those|them|it|that|these there|here|in_the_way|in_front|across|on_top|right_where|where_it|where_they|exactly_where ] !so|for|because|as|to|until|on',
    }),
    isExcusedByReason: true,

    leftAlone: [
      'The saw cuts corners at 45 degrees.',
      'We rushed it because the lorry was waiting.',
      'The pump put the wrong amount in.',
      'If a guest picks up the wrong key, swap it at the desk.',
      'The team chose to wait.',
      'The plumber turned up at nine.',
    ],
  },
  {
    id: 'agent-wrong',
    ...byExample({
      'We are over budget since Margit ordered double.':
        '[ !<callers> <who> <soft>* ordered|booked|printed|sent|billed|paid|packed|made|cooked|bought|shipped <any>? double|twice_as|too_many|too_much|too_few|too_little ]',
      'Incident closed, user did it wrong.': '[ <kind-of-person>|<who> did it|this|that|everything wrong ]',
      'A junior doctor gave double the dose.':
        '[ <who> <soft>* ordered|prescribed|gave|dosed|mixed|injected twice|double|ten_times|five_times|three_times the dose|amount|strength|dosage ]',
      'Ines has broken the plotter.':
        '[ <likely> has|have|had <soft>* broken|wiped|ruined|wrecked|botched|bungled|messed_up|screwed_up|crashed|smashed|trashed|damaged|dented|cracked|flooded|overwritten|misplaced|mislaid|muddled|misread|misfiled|double-booked ]',
      'The clerk left the postcode off.': '[ <who> <soft>* left the|it|his|her|their|a ... off|blank ] $',
      'The porter picked up the wrong chart.':
        '[ !<callers> <who> <soft>* !been|noticed|spotted|saw|found|reported|flagged|caught|corrected|fixed|heard|got|was|were|had|received|asked|said|told|stayed|worked|slept|set_off <past> ... wrong|incorrect|wrongly|incorrectly|incorrectly|by_mistake|too_late|too_early|upside_down|back_to_front|in_error|for_no_reason|on_the_wrong|twice_over ]',
      'We got fined since Brett filed the return late.':
        '[ <who> <soft>* !stayed|worked|slept|played|opened|rang|called|arrived|came|got|was|were|had <past> ... late !at|in|on|night|shift|fee|bus ]',
      'The scaffolders left the hatch unbolted.':
        '[ <who> <soft>* <past> <any> <any>? <any>? <undone>|wide_open|half_empty ]',
      'The auditor left the safe open.':
        '[ <who> <soft>* left ... open|<undone>|behind|running|out|lying|down|exposed|full|empty|dirty ]',
      'The caretaker left the heater on.': '[ <who> <soft>* left ... on ] $',
    }),
    isExcusedByReason: true,

    leftAlone: [
      'The frost has broken the pipe.',
      'The doctor gave half the dose again at noon, as planned by the plan on the wall.',
      'The lamp left the corner dark.',
      'The customer opened the ticket late at night.',
      'We got this one wrong and we are sorry.',
      'The error bars on slide 4 are too wide.',
      'The plumbers left a note on the door.',
      'The order went out, Leon stayed late.',
    ],
  },
];
