import { byExample } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Omissions that say something of whoever left it undone: walked past, passed the buck, did not bother. */
export const shirking: readonly Rule[] = [
  {
    id: 'omission-owed',
    ...byExample({
      'The bereavement office had not told switchboard anything all morning.':
        '[ !<callers> <named>|he|she had <soft>* not !been|seen|heard|received|got|had|met|known|eaten|slept|worked|expected|used|arrived|come|started|finished|noticed|happened|moved|changed|left|gone|complained|lost|broken|planned|wanted|meant|asked_for|needed|liked|thought_of|tried|realised|realized|found|agreed|dealt|lived|covered <acted> ]',
      'Whoever did the Sunday visit did not reorder.':
        '[ !<callers> <folk> <soft>* did|do|does|would|will not <soft>* <owed> ]',
      "The carers didn't turn Mr Adair for nine hours.":
        '[ !<callers> <named>|he|she <soft>* did not !<not-owed> <any> ]',
      "He hadn't even read the brief.": '[ <folk> <soft>* had <soft>* not <soft>* <duty-done> ]',
      'Regional never lift a finger.': '[ <folk> <soft>* never <soft>* <owed> ]',
      "Facilities haven't bothered to fix the ramp.":
        '[ <folk> <soft>* has|have <soft>* not <soft>* bothered|lifted|so_much_as|even|done_a|done_his|done_her|done_their ]',
    }),
    isExcusedByReason: true,
    leftAlone: [
      'The carer did not see the note.',
      'The nurse did not panic.',
      'The timer did not turn off.',
      'The night carer did not use the hoist because it was broken.',
    ],
  },
  {
    id: 'omission-shirked',
    ...byExample({
      'The hire place fobbed us off with a voucher.': '[ <folk> <soft>* <shirk> ]',
      'The night team are passing the buck again.':
        '[ <folk> <soft>* <be>|been|keeps|keep|kept|started|prefers|prefer|preferred <soft>* <shirking> ]',
      'The clerk who turned a blind eye sits upstairs.': '[ <folk> who|that <soft>* <shirk> ]',
      'The catering firm swapped the dish and told no one.':
        '[ <folk> <soft>* <past>|was|were|is|are .... and|but|then|so|, <soft>* <misdeed> ]',
      'The estates office sat on the leak reports until the ceiling came down.':
        '[ <folk> <soft>* sat|sits|sitting|sit|slept on !<seat> <any> <any>? <any>? ]',
      'The fitter took one look at it and drove off.':
        '[ <folk> took one look ... and ] walked|left|drove|went|said|turned|shut|closed',
      'It took the landlord three weeks to answer.':
        '[ it took them|him|her|<whom> <any> <any>? weeks|months|days|years to answer|reply|respond|admit|notice|decide|read|open|look|call ]',
      'The landlord took three weeks to answer.':
        '[ <folk> took <any> <any>? weeks|months|days|years to answer|reply|respond|admit|notice|decide|read|open|look|call|send ]',
      'The clerk laughed when I asked for a form.':
        '[ <folk> <soft>* laughed|sniggered|smirked|giggled when|at i|we|us|me|her|him|the_question ]',
      'Nights have left the ward in a filthy state.': '[ <folk> <soft>* left ... in a <any> state|mess ]',
      'The steward wandered off halfway through the match.':
        '[ <folk> <soft>* walked_out|walked_off|went_home|left|wandered_off|strolled_off halfway|mid-shift|mid-service|before_the_end|in_the_middle_of !the_night ]',
      'Nobody from the council has been back since.':
        '[ nobody|no_one from|at|in|on <any> <any>? <any>? has|have <soft>* been|come|looked back|near|round|since ]',
      'The billing devs shipped it at five and vanished.':
        '[ <folk> <soft>* !<eventless> <past> ... and|then <soft>* vanished|disappeared|went_quiet|went_silent|went_awol ] $',
      'Platform renamed the path and strolled off.':
        '[ <folk> <soft>* <past> ... and|then <soft>* strolled|wandered|swanned|sauntered|waltzed|buggered|cleared|sloped off|out|away|in ]',
      'Ferhat felt the wind and put his gang up there regardless.':
        '[ <folk> <soft>* <past> .... and|but|yet <past> .... anyway|regardless ]',
      'The crew were warned twice and still loaded it.':
        '[ <folk> was|were|had_been told|warned|asked|reminded|instructed|shown .... and|but|yet <who>? <soft>* did_not|had_not|has_not|still|never|forgot|ignored|shrugged|laughed|carried|left|walked|went_home ]',
      'Facilities knew about the crack from the start.':
        '[ <folk> <soft>* knew|has_known|have_known|had_known about|that|it|of .... since|for_weeks|for_months|for_days|for_years|all_along|the_whole_time|from_the_start ] !then|we|i|the|it',
      'The vet knew about the wrong dose in May and told no one.':
        '[ <folk> <soft>* knew|knows .... and|but|yet <soft>* kept_quiet|kept_it|kept_going|kept_schtum|said_nothing|told_no_one|told_nobody|sat|let_it|let_us|let_them|hid ]',
      'The guard saw it and said not a word.':
        '[ <folk> <soft>* saw|knew|noticed|heard|watched|read <any>? <any>? <any>? and|but|yet <soft>* said|did|told|reported nothing|nowt|zilch|no_one|nobody|sod_all|bugger_all|not_a_word ]',
      'The porters looked at the bell and did precisely nothing.':
        '[ <folk> .... and|then did <any> nothing ]',
      'The guard chose to sit in the cab rather than walk through.':
        '[ <folk> .... preferred|chose to stay|sit|watch|hide|sleep|gossip|scroll|stand ]',
      'IT have been promising a fix since May.':
        '[ <folk> has|have been promising|ignoring|dodging|avoiding|fobbing|stalling ]',
      'The unit lead promised a folder in May and did nothing about it.':
        '[ <folk> <soft>* promised|swore|assured|guaranteed|vowed|pledged ... and|but|then|yet never|nothing|did_not|did_nothing|forgot|went_quiet|went_silent|vanished|disappeared|no ]',
      'The helpdesk gave us three different answers.':
        '[ <folk> <soft>* gave|gives <left-one> <any>? <any>? different|conflicting|contradictory answers|stories|versions ]',
      'The morning carer took the key home in her pocket.':
        '[ <likely> <soft>* took the|our|my|both <any>? key|keys|laptop|card|code|list|sheet|badge|remote|charger home|with_him|with_her|with_them ]',
      'The gaffer told us to skip the test.':
        '[ <folk> <soft>* told|asked|made|ordered|instructed <left-one> to? skip|ignore|lie|fudge|leave_out|backdate|hide|bypass the|it|this|that|about|a|every <any>? test|tests|check|checks|step|alarm|alarms|form|rule|rules|warning|handover|count|log|lock|interlock|list|date|dates|numbers ]',
      'The plumber never came out.':
        '[ <folk> <soft>* never <soft>* came|comes down|out|round|over|near|by ]',
      "The landlord's only reaction was to laugh.":
        "[ <whom> 's only|first|sole reaction|response|answer|contribution|thought was|is to ]",
      'The driver set off without the ramp.':
        '[ <folk> <soft>* set_off|turned_up|drove_off|went_out without the|his|her|their|any <any> <any>? ]',
      'Saskia was scrolling on her phone when the light went red.':
        '[ <folk> <be> <soft>* <any>? gossiping|chatting|texting|scrolling|smoking|daydreaming|skiving|slacking|snoozing|napping|dozing|flirting|faffing|dithering|lounging|loafing|loitering instead|while|when|and|again|on|somewhere|outside|off|with|at|in|$ ]',
      'The lifeguard was on his phone the whole time.':
        '[ <folk> was|were <soft>* on his|her|their phone|mobile while|when|instead|and|again|the_whole_time|all ]',
      'The caretaker would not lend us the key.':
        '[ !<callers> <folk> <soft>* would not <soft>* listen|answer|talk|speak|share|lend|help|accept|admit|hear|budge|engage !if|until|because ] !until',
      'The crew hoped it would hold.':
        '[ <folk> <soft>* hoped|hopes|hope it|nobody|no_one|we|someone|somebody would|will ]',
      'The clerk clicked through the warning.':
        '[ <folk> <soft>* clicked|swiped|tapped|scrolled through|past|away <left-one>? <any>? warning|warnings|prompt|prompts|message|messages|alert|alerts ]',
      'It was noon before the landlord deigned to look.':
        '[ before <whom>|anyone|anybody|someone ... deigned|condescended|bothered|saw_fit|could_be_bothered to? ]',
      'Nobody at head office answers the emergency line.':
        '[ nobody|no_one in|on|at|from|over <any> <any>? <any>? reads|checks|answers|listens|tells|looks|cleans|tests|replies|thinks|bothers|owns_up ]',
      'Nobody upstairs had so much as opened the register.':
        '[ nobody|no_one in|on|at|from|over|upstairs|downstairs <any>? <any>? <any>? <soft>* so_much_as ]',
      'Nobody took responsibility for the list.':
        '[ nobody|no_one <soft>* took|takes responsibility|ownership|charge|the_blame|the_trouble ]',
      'You can tell nobody checked it.':
        '[ you_can|one_can|we_can see|tell nobody|no_one|they|he|she <soft>* <past>|did ]',
      'The warden let the apprentice drive the lift.':
        '[ <folk> <soft>* let|lets|left a|an|the student|trainee|junior|apprentice|intern|temp|child|kid|volunteer <any>? do|run|drive|use|handle|sign|operate|cover|mix|cut ]',
      'The agency changes the times without telling anyone.':
        '[ <folk> <soft>* change|changes|move|moves|swap|swaps|cancel|cancels|close|closes|switch|switches|book|books|order|orders ... without telling|asking|warning|checking|consulting ]',
      'It happened because Noor clicked send before the list was ready.':
        '[ <folk> <soft>* pressed|hit|clicked send|enter|delete|submit|publish|ok|yes before|without !i_could|we_could|it_was ]',
      'The cook never so much as looked.': '[ <folk> <soft>* never|not so_much_as ]',
      'The cause is failure to test by the fitters.': '[ failure to <any> ... by <whom> ]',
      'Each shift thought somebody else would do it.':
        '[ <folk> thought|assumed|hoped|figured|expected <any> <any>? else|other <any>? <any>? <any>? would|will|was ]',
    }),
    isExcusedByReason: true,
    leftAlone: [
      'The pump sat on its base for three weeks.',
      'Lotte sat on the committee for two years and then moved on.',
      'If staff look the other way, the alarm will not help.',
      'We let it slide for a month.',
      'Nobody turned a blind eye here.',
      'The kids were messing about in the yard, all good.',
    ],
  },
  {
    id: 'omission-left',
    ...byExample({
      'He just sat there.': '[ <folk> just|simply !<newly> <past> ]',
      'The relief carer left Mr Ekström sitting on the commode.':
        '[ <likely> <soft>* left|abandoned|dumped <left-one> <any>? <any>? <any>? waiting|sitting_for|sitting_on_the|sitting_in|sitting_there|standing_in|standing_for|standing_out|standing_there|lying_in|lying_on_the|lying_for|stranded|stuck|alone|hanging|unattended|dangling|wondering|guessing|scrambling|freezing|soaking|soaked|wandering|crying|screaming|struggling|to_wait|to_fend|to_rot|to_find|to_cope|to_guess|to_struggle|to_drown|to_die|in_the_rain|in_the_cold|in_the_dark|in_the_corridor|in_the_lurch|out_in|out_all|out_for|on_all|on_the_commode|on_the_toilet|on_the_floor|in_wet|in_his_own|in_her_own|in_bed_all|in_pain|without|with_no|with_nothing|half|like_a|in_a_mess|in_a_state|in_pieces|in_bits|in_tatters|in_chaos|in_ruins|in_limbo|for_dead|high_and ]',
      'The day staff leave the sluice like a pigsty.':
        '[ <folk> <soft>* leave|leaves|leaving <left-one> <any>? <any>? <any>? like_a|in_a_mess|in_a_state|in_pieces|in_bits|in_tatters|in_chaos|half_done|half_finished|half_full|in_the_lurch|to_fend|to_rot|to_cope|high_and ]',
      'Basil left the till to itself and went for a smoke.':
        '[ <likely> <soft>* left !a_note|a_message|a_card|word|a_list|instructions|the_keys|the_key|the_office|the_building|the_company|the_room|the_job|the_site|work|school|home|college ... and <soft>* went|wandered|walked|drove|buggered|cleared|disappeared|vanished|knocked|clocked|logged|swanned|headed|took_off ]',
      'The early shift walked off and left it there.':
        '[ <likely> <soft>* went|wandered|walked|drove|cleared|disappeared|vanished|knocked|clocked|logged|headed|took_off|ran off|home|away|out|early|on|for ... and <soft>* left the|a|it|him|her|them|us|everything <any>? !for ]',
      'Ferhat walked past it every morning.':
        '[ <likely> <soft>* walked|went|drove|strolled past it|this|that|them|him|her|the <any>? <any>? every|twice|three|four|five|six|all|daily|repeatedly|countless|a_dozen|and ]',
      'The agency said nothing until Friday.':
        '[ <folk> <soft>* said nothing|zilch|not_a_word|not_a_thing|diddly|sweet !wrong|was|is|unusual|to_worry ]',
      'The security firm kept no record of it.':
        '[ <folk> <soft>* made|did|ran|carried_out|kept|took|wrote|left no checks|check|record|records|note|notes|handover|inspection|test|tests|count|enquiries|attempt|effort ]',
      'Not a word from the transport office all day.':
        '[ not_a_word|not_a_peep|not_a_single_word|not_one_word|radio_silence|total_silence|deafening_silence|no_reply|no_answer|no_word|zero_response|nothing_but_silence from|out_of !you <whom>|him|her|them ]',
      'Legal has yet to meet a single deadline.':
        '[ <folk> has|have yet to reply|meet|finish|manage|produce|file|keep|turn_up|answer|respond|return|apologise|apologize|explain|fix|lift|pay|show|deliver|visit|read|bother ]',
    }),
    isExcusedByReason: true,
    leftAlone: [
      'The carer left a note on the table and went home.',
      'The nurse left the patient in the care of the day team.',
      'Hana left the office at five and went to the station.',
      'Hana just arrived, ask her.',
      'The pump left the tank half full.',
      'The inspector said nothing was wrong.',
    ],
  },
];
