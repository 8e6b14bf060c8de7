import { byExample } from '../rule.ts';
import type { RuleFile } from '../rule.ts';

export const motive: RuleFile = {
  category: 'motive',
  catches: 'An attitude or intent put upon somebody: does not care, on purpose, covering it up.',
  leavesAlone: 'What people say themselves that they want; quotes; that somebody cares.',
  why: 'This tells why somebody did it, which only they can know.',
  question: 'What did you see or hear? What made this the sensible thing to do at the time?',
  source: 'Marx, Just Culture (imputed recklessness); Dekker (the bad apple)',
  rules: [
    {
      id: 'motive-care',
      ...byExample({
        'Someone wanted to finish early and skipped the last row.':
          '[ <folk> <soft>* wanted to ... and <harm>|skipped|left|ignored|missed|forgot|dropped|rushed|cut ]',
        'The owner is thinking only of his pocket.':
          '[ <folk> ... only of|on|about his|her|their <any>? own|pocket|pockets|bonus|wallet|profit|career|weekend|holiday|break|targets|numbers ]',
        'The laundry company think that we are stupid.':
          '[ <folk> <soft>* think|thinks|thought|believe|believes that? we|i <be> <any>? stupid|idiots|fools|mugs|blind|slaves|servants|made ]',
        "They just don't want to spend the money.":
          '[ <others> just|simply|clearly|plainly do|does|did not want to ]',
        "The landlord doesn't want to hear it.":
          '[ <named> <soft>* do|does|did not <soft>* want to help|listen|know|work|learn|hear|do|bother|take|see|pay|deal|be|understand|change|share|lift|move|get|fix|tell|admit ]',
        'They would rather watch us fail than lend us a ladder.':
          '[ !<callers> <folk> would rather|sooner|much_rather !not|have|wait|be|see_the|talk_to|speak_to <any> ... than ]',
        'The office would rather paint lines.':
          '[ !<callers> <folk> would rather|sooner paint|fill|save|spend|sit|stand|stare|gossip|moan|complain|guess|fix_nothing|do_nothing|pay_nothing|make_us|make_me|watch_us|go_home|hide|die|eat|count|tick|cut|push|shove|bin|dump|pass|shift|write_another|have_another|protect|polish|look ]',
        'She was more interested in her phone than in the queue.':
          '[ <folk> <be> <soft>* more worried|keen|focused|anxious|excited|interested|concerned|bothered about|on|in|to ... than ]',
        'Apparently setting the table is beneath the waiters.':
          'apparently|evidently|clearly|obviously|presumably ... [ <be> beneath|below <whom> ]',
        'A quick look was asking too much of the audit team.': '[ asking too_much|a_lot of <whom> ]',
        'The agency cares more about the fee than about the carers.':
          '[ <folk> cares|care|cared more|less about|for ... than ]',
        'Putting a date on it was apparently too much effort.':
          '[ <any> is|was|were <soft>* apparently|evidently|clearly|obviously|plainly|presumably|seemingly too_much_effort|too_much_trouble|too_much_work|asking_too_much|too_much_to_ask|too_much_like|too_much_hassle|beneath|optional|not_important|below|a_step_too|too_hard|too_difficult ]',
        'A second trip was evidently not worth the driver.':
          '[ is|was|were <soft>* apparently|evidently|clearly|obviously|plainly|presumably|seemingly beneath|below|too_much_effort_for|too_much_for|too_hard_for|too_difficult_for|asking_too_much_of|asking_a_lot_of|not_worth <whom> ]',
        'It was beneath the consultant to answer.': '[ beneath|below <whom> to ]',
        'The porters would rather sleep.':
          '[ <others> would rather play|chat|talk|sleep|blame|let|watch|hide|lose|argue|ignore|risk|save|drink|smoke|sit|scroll|see|break|die|leave|look|do_anything ]',
        'Nobody up there cares about us.':
          '[ nobody|no_one <any>? <any>? <any>? cares|cared|gives_a|gives_two ]',
        'Nobody in product could be arsed to answer the pager.':
          '[ nobody|no_one ... could be bothered|arsed|assed|fussed ]',
        'Nikolai thinks the rules are for other people.':
          '[ <likely> <soft>* thinks|think|thought ... rules|the_law|procedures <any>? for other|not|the_rest ]',
        'The builders put profit before our safety.':
          '[ <likely> <soft>* put|puts|putting <any>? profit|profits|money|bonus|bonuses|looks|targets|their|his|her ... before|over|above|first ]',
        'The guard switched it off because it annoyed him.':
          '[ <folk> <soft>* <past> .... because|as|since it|that|he|she|they <any>? annoyed|slowed|was_quicker|was_easier|was_faster|saved_time|saved_a|wanted_to_go|bothered|irritated|bored|fancied|felt_like|could_not_be ]',
        "They don't want to help.":
          '[ <others> <soft>* do|does|did not <soft>* want to help|listen|learn|bother|admit|hear ]',
        "You clearly don't want this to work.":
          '[ <likely> clearly|obviously|evidently do|does|did not want ]',
        'No doubt Abdul wanted to be home by six.':
          '[ i_am_sure|i_bet|clearly|obviously|no_doubt <likely> wanted|planned|intended ]',
        'The agency has no interest in our safety.':
          '[ <whoever> has|have|had no|zero interest|desire in our|his|her|their|the_safety|safety|doing|helping|fixing|us|anything|the_patients ]',
        'The landlord has no intention of fixing it.':
          '[ <whoever> has|have|had no|zero intention of fixing|helping|paying|doing|changing|replying|working|listening|sharing ]',
        'The brokers just look after themselves.':
          '[ <who> <soft>* only|just look|looks|looked after|out themselves|himself|herself|for_themselves|for_himself|for_herself|number_one ]',
        "Marta's heart is not in it.": "[ <whom> 's heart is|was not ]",
        "They don't care who has to carry it.":
          '[ <whoever> <soft>* do|does|did|could|can not <soft>* !care_about_the|care_about_these|care_about_this|care_which|care_whether care|give_a|give_two_hoots|give_two|be_bothered|be_arsed|be_fussed|want_to_know ]',
        'Magda could care less.': '[ <likely> <soft>* could not? care ]',
        'Sales only think about their bonus.':
          '[ <others> only|just|simply <soft>* cares|care|cared|thinks|think about|of|for ]',
        'Imran just wanted to go home early.':
          '[ <others> only|just|simply <soft>* wants|want|wanted !to_know|to_help|to_see|to_understand|to_ask|to_check|to_learn|to_talk|to_be_heard|to_be_told|to_say|to_use|to_get_in|to_get_to|to_find|a|an|one|some|what|two|peace|somebody|someone|it_to <any> ]',
        'The agency is only after the fee.':
          '[ <likely> <be> only|just|simply in_it|interested|after|out_for|out_to|thinking|bothered ]',
        'All the vendor wants is the fee.': '[ all <likely> cares|care|cared|wants|want|wanted ]',
        "He thinks the rules don't apply to him.": '[ <likely> think|thinks <any>? rules do not ]',
      }),

      leftAlone: [
        'Customers do not want to type it twice.',
        'They do not want to pay twice for one ticket.',
        'I do not want to bother the ward.',
        'Parents just want to know when the bus comes.',
        'The team has no interest in a third tool.',
        'The fee is only for the agency.',
        'The carers asked for gloves that fit.',
        'The drivers were too busy to walk to the desk.',
      ],
    },
    {
      id: 'motive-deceived',
      ...byExample({
        'The head chef shouted at the trainee in front of everyone.':
          '[ <who> <soft>* shouted|corrected|undressed|discussed|yelled|criticised|mocked ... in_front_of everyone|everybody|customers|patients|parents|visitors|the_whole|the_class|the_customers|the_team|the_patients|the_parents ]',
        'The fitter told us something that was not so.':
          '[ <folk> <soft>* told <any> <any>? <any>? something|things that|which was|were|is not ]',
        'The estate agent told us a pack of stories.':
          '[ <folk> <soft>* told <any> <any>? <any>? a_lie|lies|fibs|porkies|nonsense|rubbish|the_wrong|a_pack ]',
        'The crate was full when it left, which was a lie.': ', [ which|that was|is a|an <any>? lie|lies ]',
        'The vendor swore it was tested.': '[ <folk> <soft>* swore it|that|he|she|they|everything|blind|to ]',
        'The vendor claimed to have tested it.':
          '[ <folk> <soft>* swore|swears|claims|claimed blind|to_have ]',
        'Petra hid the damage from us.':
          '[ <folk> <soft>* concealed|withheld|hid|suppressed|buried the|a|his|her|their|all|its <any>? leak|damage|mistake|error|problem|loss|losses|complaint|complaints|fault|crack|truth|facts|results|numbers|evidence|breakage|spill|accident|warning|breach|dent|shortage|delay ]',
        'Marguerite pretended not to hear the call bell.':
          '[ <whoever> <soft>* pretended|lied|cheated|sulked !to_be|in|flat|on ]',
        'The office is hiding the real numbers.':
          '[ <whoever> <be> <soft>* hiding|concealing|massaging|fudging|fiddling|cooking the|their|his|her real|true|bad|actual|numbers|books|figures|truth|facts|damage ]',
        'Zeynep pretends not to see our tickets.': '[ <likely> pretends|pretend not ]',
        'The clerk hid the letter from us.': '[ <likely> hid .... so|from ]',
        'The lab faked the second reading.':
          '[ <likely> <soft>* lied|lies|covered_up|hid_it|hid_this|hid_that|hid_the_mistake|hid_the_damage|hid_the_report|hid_the_fact|hid_the_truth|hid_the_problem|hid_the_error|faked|cheated|pretended|sabotaged|sat_on_it|sat_on_this|sat_on_the_report|sat_on_the_results|buried_it|buried_the_report|buried_the_truth|swept_it|swept_this|swept_that|swept_everything ]',
        'The dealer is bluffing.':
          '[ <likely> <soft>* <be> !<lying-there> covering_up|covering_it_up|covering_this_up|covering_that_up|hiding|lying|sabotaging|cheating|faking|pretending|playing_dumb|bluffing ]',
        'Claudia buried the invoice so nobody would ask.':
          '[ <likely> <soft>* hid|buried|deleted|shredded ... so <any> would|could not|ask|find|see|know ]',
        'He left it out to cover his own back.':
          '[ to_cover|covering|protect|protecting his|her|their own? back|backs|tracks|backside|bonus|arse|ass|own ]',
        'He treats us like dirt.': '[ <folk> <soft>* <deceive>|<scorn> ]',
        'The shop is ripping us off.':
          '[ <folk> <soft>* <be>|been|keeps|keep|kept <soft>* <deceiving>|<scorning> ]',
        'The contractor wanted to pocket the difference.':
          '[ <folk> <soft>* chose|decided|preferred|opted|tried|tends|tend|likes|like|loves|wanted|wants to <soft>* <deceive>|<scorn> ]',
      }),
      isExcusedByReason: true,

      leftAlone: [
        'The banner is hiding the real total.',
        'Hana hid the presents in the store room.',
        'The form hides behind a menu.',
        'The dog barked at everyone.',
        'The film made fun of the office.',
        'Nobody pretended that the count was right.',
      ],
    },
    {
      id: 'motive-purpose',
      ...byExample({
        'Adaora was in a hurry to get to her party.':
          '[ <folk> <be> <soft>* in_a_hurry|in_such_a_hurry|in_a_rush to get|go|be|leave|reach|catch to? his|her|their party|weekend|holiday|lunch|dinner|pub|golf|date|bed|break|beer|game|match ]',
        'The owner prefers to save on locks.':
          '[ <folk> prefers|prefer|preferred to save|pocket|chat|gossip|blame|hide|guess ]',
        'The supplier is trying to squeeze another fee out of us.':
          '[ <folk> <be> <soft>* trying|out|looking to squeeze|milk|screw|con|rip|bully|scare|wear|fleece|starve|freeze ]',
        'The landlord is waiting for us to give up.':
          '[ <folk> <be> <soft>* waiting|hoping for us|me|him|her|them to give_up|fail|leave|quit|break|crack|go_away|forget|fold ]',
        'The union rep enjoys watching us sweat.':
          '[ <folk> enjoys|enjoy|enjoyed|likes|loves|relishes|relished making|watching|seeing the|us|me|people|everyone|them|others|everybody ... wait|run|sweat|beg|jump|suffer|squirm|crawl|struggle|fail|work|stand ]',
        'Rutger pushed the count forward to get his weekend.':
          '[ <folk> <soft>* <past> ... to get|have|save|catch|make|protect|finish|beat|hit his|her|their <any>? <own-gain> ]',
        'The steward moved my chair to get his own back.': '[ to get his|her|their own back ]',
        'The site manager likes to play the hero.':
          '[ <folk> likes|like|loves|love to? play|playing the hero|boss|victim|clown|martyr|big ]',
        'The consultant wanted all the credit.':
          '[ <folk> <soft>* wanted|wants|want all_the|all_of_the credit|glory|praise|limelight|spotlight ]',
        'The cook figured nobody would notice.':
          '[ <folk> <soft>* figured|hoped|reckoned|thought|assumed|banked_on nobody|no_one would|will <soft>* notice|check|see|mind|care|ask|look ]',
        'They only moved the beds to make us look bad.':
          '[ <others> only|just|simply !had|needed|wanted|went|came|called <past> ... to make_us|make_me|make_him|make_her|make_them|make_it_look|annoy|spite|look|avoid|save|impress|prove|cover|catch|win|please ]',
        'Monika did it for attention.':
          '[ <whoever> <soft>* did|does|said it|this|that for attention|fun|a_laugh|the_money|money|kicks|show ]',
        'Management is just protecting itself.':
          '[ <likely> <be> just|only|simply|clearly|obviously covering|protecting|looking_after|saving itself|himself|herself|themselves ] !from|with|by|in',
        "The supplier is hoping we won't notice.":
          '[ <likely> <be> hoping|counting_on we_will|we_do|it_goes|it_will ]',
        'Manfred only does it to wind up the cleaners.':
          '[ <whoever> only|just do|does|did it|this|that to wind|annoy|look|spite|avoid|impress|get_out|get_at|show ]',
        'They are trying to make their numbers look good.':
          '[ <likely> <be> <soft>* trying to make ... look|sound good|better|bad|stupid|small ]',
        'Tomasz was hoping nobody would see the dent.':
          '[ <likely> <be> hoping|counting_on nobody|no_one|that_nobody|we would ]',
        'The coordinator put me there only to punish me.':
          '[ <likely> ... just|only|simply|purely to_embarrass|to_annoy|to_prove|to_spite|to_punish|to_wind|to_look_good|to_impress|to_get_at|to_make_us|to_make_me ]',
        'Kwame let it fail to prove a point.': '[ <likely> ... to prove_a_point|to_spite|spite ]',
        'The guard was in such a rush to leave.':
          '[ <likely> <be> in a|too_much_of_a|such_a rush|hurry to get_home|get_out|get_away|get_off|get_to_golf|get_to_lunch|get_to_the_pub|leave|go_home|knock_off ]',
        'They knew full well the brakes were gone.':
          '[ <likely> knew|know|knows full_well|perfectly_well|damn_well ]',
        'Gustavo just wants an easy life.':
          '[ <likely> <soft>* wants|want|wanted an_easy_life|an_easy_time|an_easy_ride|the_easy|a_quiet_life|an_excuse|a_raise|a_promotion ]',
        'Ravi ignored me on purpose.':
          '[ <likely> ... on_purpose|deliberately|out_of_spite|maliciously|to_spite|just_to_annoy|to_make_a_point ] !for|as|so_that|because|,_it',
        'The agent deliberately rang at six.':
          '[ <who> deliberately|wilfully|willfully|maliciously|purposely <any> ]',
        'Erin chose to ignore the red light.':
          '[ <whoever> chose|chooses|choose|decided|decides not? to ignore|skip|hide|disregard|bury|leave_it|leave_us|leave_them|look_away|look_the_other|let_it|let_us|let_them|let_the|sit_on|keep_quiet|keep_it|not_to|not_tell ]',
        'Out of pure spite somebody swapped my days off.':
          '[ out_of|pure|sheer spite|malice|laziness|greed|jealousy ]',
        'They are trying to bury the accident report.':
          '[ <likely> <be> <soft>* trying|out|just_trying|just_looking|looking to bury|avoid_the_blame|avoid_blame|avoid_paying|avoid_work|avoid_his|avoid_her|dodge|shift|pass_the_buck|pass_it_off|pass_the_blame|cover|hide|blame|dump|get_out_of|get_away|get_rid_of|make_us|make_me|make_himself|make_herself|make_themselves|make_him|make_her|save_their|save_his|save_her|save_face|save_money|push_us|push_it|push_their|push_the_blame|catch_us|catch_me|score|trick|cheat|mislead|sabotage|undermine ]',
        'Hideo wanted us to look bad.':
          '[ <whoever> wants|want|wanted|hoped|hopes <any> <any>? to fail|look_bad|quit|leave ]',
        'Joao wanted to leave early.':
          '[ <likely> wants|want|wanted to go_home|leave_early|get_out|skive|pocket|save_money|show_off|look_good|get_rid ]',
        'These students simply want the easy way out.':
          '[ <likely> <soft>* wants|want|wanted the easy|an_easy ]',
        'My supervisor has it in for me.':
          '[ <whoever> has|have|had it_in_for|an_agenda|a_hidden|something_to_hide|a_grudge ]',
        'The choir leader refused to stop the rehearsal.': '[ <likely> refuses|refuse|refused <soft>* to ]',
        'Jess is being difficult.': '[ <likely> <be> being difficult|awkward|lazy|funny|deliberately ]',
        'Management knew and kept it quiet.':
          '[ <who> <soft>* knew|know|knows and|but|all_along kept|hid|said|did|keep ]',
        'Noura kept it quiet for a week.':
          '[ <who> <soft>* kept|keeps|keep it|this|that|us quiet|to_themselves|secret|in_the_dark ]',
        'Elena did it to get out of the audit.':
          '[ <likely> ... to get|getting back|even|revenge|out_of at|with|on|the|it ]',
        'The bank is stalling.':
          '[ <likely> <be> <soft>* !<lying-there> showing_off|playing|scheming|plotting|lying|stirring|stalling|slacking|skiving|hiding ]',
        'The sister was in a foul mood.':
          '[ in a foul|bad|filthy|stinking|vile|terrible|huff|strop mood|temper|strop|huff ]',
        'I wonder what the planners were smoking.':
          '[ what <folk> was|were thinking|smoking|drinking|playing_at|on_about ] !about',
        'The supplier is trying to pull a fast one.':
          '[ <folk> is|are|was|were <soft>* trying|hoping|looking|angling to pull|wriggle|weasel|get_out|get_away|swing|fiddle|wangle|cheat ]',
        'The traders were gambling for their bonuses.':
          '[ <folk> <be> <soft>* gambling|angling|fishing|scheming|jockeying for ]',
        'It suits the surveyors to say nothing.': '[ it suits|suited <whom> to|that ]',
        "The owner's penny-pinching left us without a spare.":
          "[ <whom> 's <any>? penny-pinching|penny_pinching|corner-cutting|dithering|empire-building|box-ticking|buck-passing|foot-dragging|greed|vanity|showboating|micromanaging|bullying|skiving ]",
        'Sales would sell their own mother for a bonus.':
          '[ <folk> would sell|throw|trample their|his|her|its|anyone|anybody <any>? <any>? ] for|to|if',
        'The painter thought he could get away with it.': '[ <likely> thought <any> could get_away ]',
      }),

      leftAlone: [
        'The ward is just protecting itself from draughts.',
        'Monika did it for the second team.',
        'Ana decided to leave the company.',
        'Ops are trying to make it faster.',
        'Petra kept the spare key in the safe.',
        'The valve is shut on purpose during the night.',
        'They are trying a new route this week.',
        'Henrik refused to sign for the damaged pallet, good call.',
      ],
    },
  ],
};
