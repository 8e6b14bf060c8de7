import { byExample } from '../rule.ts';
import type { RuleFile } from '../rule.ts';

export const deflection: RuleFile = {
  category: 'deflection',
  catches: 'Pushing it back: not our problem, you must have, that is on the customer.',
  leavesAlone: 'Naming who can help; saying what one checked already.',
  why: 'This pushes the problem back to somebody.',
  question: 'What did each side see, and where did it fall between them?',
  source: 'Shaver (defensive attribution)',
  rules: [
    {
      id: 'deflection-not-ours',
      ...byExample({
        'The tenants need to read what they sign.':
          '[ <folk> needs|need|should|must|ought to? learn_to? read|listen|look|think what_they|before_they|what_he|what_she|before_he|before_she ]',
        'It was fine when it left.':
          '[ it|they|everything|that was|were fine|ok|okay|perfect|clean|whole|intact|good when it|they|we left|went|handed|shipped|sent|delivered ]',
        'Works on my machine.': '^ [ works on|for my|our ]',
        'We just do what the school tells us.':
          '[ we|i only|just|simply do|did what <whom> tells|told|says|said|asks|asked ]',
        'Do not look at us.': 'do|does not [ look at|to us|me ]',
        'That one is on the agency.': "[ that|this|so_that one is|'s|was <soft>* on|down_to <whom> ] $",
        'Go and ask the planners, we only drive.':
          '[ go|you_can_go and? ask|tell <whom> , we|i only|just|had|have ]',
        'Your mess, not ours.': '[ your|their|his|her problem|job|mess|issue|headache ,? not mine|ours ]',
        'One for the council to fix, not us.':
          '[ one|job|problem|matter|question for <whom> to sort|fix|explain|answer|deal ... , not us|me|ours ]',
        'The school should sort that out, not us.':
          '[ <who> should|must|can|has_to|have_to <any> ... , not us|me ]',
        'The problem is at your end.':
          '[ problem|issue|fault|error|mistake <be> <soft>* at|on|with your|their|his|her end|side ]',
        'It was working before you touched it.':
          'working|worked|fine|ok|okay|running ... [ before|until|till <whom> <soft>* touched|fiddled|messed|meddled|got_hold|got_their|came_along|stepped_in ]',
        'Please blame the agency, not us.': '[ blame <named> , not us|me ]',
        'Not our end.': '[ not my|our end|side ]',
        'Not my circus.': '[ not my|our <any>? headache|circus|monkeys ]',
        "That's above my pay grade, ask upstairs.":
          '[ above|beyond my|our pay_grade ] , bother|go|take|talk|ask|not',
        'The planners should look at themselves.':
          '[ <whom> <any>? should look at himself|herself|themselves|yourselves ]',
        'You must be reading it wrong.':
          '[ you|<named> must be holding|reading|doing|using|pressing|typing|wearing|opening it|them|this|that wrong|upside|upside_down|backwards|sideways ]',
        'Your nurses ought to learn how to fold.':
          '[ your|their <any>? <calling> <soft>* need|needs|ought|should|want|wants|could to? learn how_to|to|the|some|a_thing ]',
        'Have you tried reading the manual?':
          '[ have|has you|they|he|she|anyone tried reading|listening|asking_first|following|opening|switching|turning|plugging the|your|it|to|properly|carefully <any>? sign|manual|instructions|guide|label|notes|email|ticket|page|docs|on|in|us|me|them ]',
        'Your courier lost it.':
          '[ your <any>? <any>? <soft>* lost|broke|dropped|deleted|forgot|wiped|ruined it|them|this|that|us ]',
        "That is the vendor's affair.": "[ <whom> 's affair|headache ]",
        "It's the council's lookout.": "[ it is|'s <whom> 's mess|lookout|doing ]",
        'The caterer apparently cannot count.':
          '[ <folk> presumably|apparently|evidently|clearly|obviously can|could|did|do|does|has|have not <any> ]',
        'Tell your drivers to knock.': '[ tell your <calling> to|not ]',
        'It is the agency that will not pay.':
          "[ it is|'s|was <whom> who|that do|does|did|can|could|will not ]",
        'Rtfm, then write to us.': '[ rtfm ]',
        'Ask your own people.': '^ [ ask your own ]',
        'You had better ask your own dispatchers first.': '[ better ask your own ]',
        'We cannot be held responsible for the floor.':
          '[ can|could|will not be_held responsible|liable|accountable ] for',
        'I am not having the rap.': '[ not taking|carrying|having the rap|blame|can|fall ]',
        'We were not the ones who signed.':
          '[ i|we was|were not the_one|the_ones|the_team who|that signed|approved|broke|did|changed|deleted|left|started|touched|forgot|put|ordered ]',
        'We only followed instructions, so ask the bank.':
          '[ we|i only|just follow|followed|did|do orders|the_spec|instructions|as_told|what_we_are_told|what_we_were_told|what_i_was_told ] ,|so',
        'Throw it back to sales, they sold it.':
          '[ pass|send|throw it back|straight_back to <whom> ] , he|she|they|it_is|not',
        'Not our fault, the file was wrong when it came.':
          '[ not my|our problem|job|department|concern|issue|fault|business|responsibility|circus ]',
        'Not my department, ask upstairs.':
          '[ not my|our problem|job|department|concern|issue|fault|business|responsibility|circus ]',
        "That's not on us.": '[ not on us|me|him !to ]',
        "It's a you problem.": "[ that|it|this is|'s a you|them|him|her problem|issue ]",
        'Sounds like a you problem.': '[ <any>? sounds_like a you|your|their problem|issue ]',
        "That's your lookout.":
          "[ that|thats|that_is|it_is|this|it|the_rest|rest <soft>* is|'s|was <soft>* !a|an your|their|his|her|<whom> problem|issue|lookout|fault|doing|mess ]",
        "The damage is the courier's problem.":
          "[ that|it|this|rest|damage|blame|mistake|error <be> <soft>* <whom> 's problem|issue|lookout|mess|concern ]",
        'That has nothing to do with us.': '[ nothing_to_do_with us|me|our|my|it|<likely> ]',
        "The damp is the landlord's problem.": "[ <be> <soft>* <whom> 's problem|lookout|mess|headache ]",
        'Look at your own figures first.': '[ look_at|sort_out|start_with|blame your own ]',
        'The scale is right, check your own.': ',|;|:|not|so|and [ check|ask your own ]',
        'The vendor can sort out its own mess.':
          '[ <who> can|could|should sort|clean|clear|deal|fix out|up|with its|their|his|her own mess ]',
        'This is on facilities.':
          '[ that|this|it|thats|rest|damage|delay|loss|mess|blame <be> <soft>* on|down_to !her_desk|his_desk|their_desk|the_desk <whom> ] $',
        'The dent is down to the courier.': "[ is|'s down_to <whom> ]",
        "Don't come crying to us.": '[ do not look_at|ask|blame|come_to|come_crying us|me|to_us|to_me ]',
        'we did our bit, the rest is on them': '[ we|i did our|my part|bit|job ]',
        'Go bother the council.':
          '[ go|you_can_go and? <any>? bother|moan|shout|complain|whine|cry|yell|annoy|pester ]',
        'Go and ask someone else.':
          '[ go|you_can_go and? <any>? ask|talk|speak <any>? someone_else|somebody_else|to_someone_else|your_own|to_your_own|them ]',
        'Take it up with the landlord.': '[ take_it_up with ]',
        'That is for the agency to explain.': "[ is|'s for <whom> to explain|answer|sort|fix|justify ]",
        "It's the tenants who need to clean.": "[ it is|'s <who> who need|needs|should|must|have_to|has_to ]",
      }),

      leftAlone: [
        'Ask Hana, she has the key.',
        'Guests should ring the bell, not the phone.',
        'The problem is at the far end of the hall.',
        'It was working before the storm.',
        "It's Hana who has the key.",
        'Go and ask reception for a visitor badge.',
        'This is on the second floor.',
        "The rest is on Farid's desk.",
        'The carrier can help with that, their number is on the box.',
        'Check your own straps before each drive.',
        'It was fine in the morning.',
        'Take it up the ramp with the trolley.',
        'The headache went away by noon.',
        'Our part of the stairs is swept.',
      ],
    },
    {
      id: 'deflection-you-must-have',
      ...byExample({
        'Our part worked, ask the vendor.':
          'our|we|my ... worked|works|fine|ok|okay|clean|correct|green|did|delivered , [ ask|call|go_to|talk_to|speak_to|try|check_with <whom> ] $',
        'Perhaps if people listened.':
          '[ maybe|perhaps if you|they|he|she|people <soft>* followed|read|listened|checked|asked|looked|bothered|tried|listen|follow|check ]',
        "We said so, it's on them now.": "[ it|this|rest is|'s <soft>* on them|him|you now? ] $",
        "That's on them now.": "^ [ that is|'s <soft>* on them|him|you now? ] $",
        'It was because of what he said, the form was blank.':
          '[ because_of what you|he|she|they <soft>* did|said|changed ]',
        "The tenant can't have turned the tap off properly.":
          '[ you|<named> can not <soft>* have <soft>* read|followed|checked|tested|looked|listened|tried|plugged|turned|switched|locked|closed|saved|entered|typed|pressed|understood|cleaned|charged|packed ]',
        "It's probably something on your side.":
          '[ must_be|probably|likely|sounds_like something on|at|with your|their side|end ]',
        'Perhaps they should read the lease.':
          '[ perhaps|maybe you|they|he|she should learn|read|listen|think|try_reading|have|look_at_your|check_your|start ]',
        'The lift works, user must have pressed the alarm.': ',|:|; [ user|users|customer must have <past> ]',
        'It went out in full, ask the carrier.':
          '[ it left|went|was here|out in|fine perfect|good|full|when ] ,',
        'Works for me, so check your cable.':
          '[ works|worked|working for|on me|us|mine ] , so|must|probably|it_must|check|sort|maybe|must_be',
        'The customer must have dropped it.':
          '[ <who> must have|of <soft>* !worked|completed|held|lived|been|passed|signed|served|had <past> ]',
        'Somebody must have moved the bolt.':
          '^ [ !i|we <any> must have|of <soft>* <past> it|them|that|the ]',
        'You probably deleted it yourself.':
          '[ <who> <soft>* evidently|obviously|probably|surely|clearly|most_likely|no_doubt|presumably|doubtless !<eventless>|thought|read|meant|expected|assumed|changed_their|moved_on|received|went|were|never_got <past> ]',
        'The customer probably gave the wrong street because the form was old.':
          '[ <who> obviously|probably|clearly gave <any>? the_wrong ]',
        'The tenant will have unplugged it.':
          '[ <who> will have deleted|forgotten|broken|lost|changed|moved|typed|entered|pressed|clicked|mistyped|dropped|unplugged|ignored|missed|misread|switched|put|left|got_it|got_this|got_the_wrong ]',
        'The guest probably took the key away.':
          '[ <who> probably|surely|obviously|clearly|no_doubt left|put|took <any>? <any>? open|on|off|out|running|unlocked|in|away ]',
        'The pupils are holding it wrong.': '[ <who> <be> <soft>* doing|using|holding it|this|that wrong ]',
        'Maybe read the sign next time.': '[ perhaps|maybe read|learn|follow|listen|plan|think ]',
        'The user must be doing something wrong.': '[ <who> must be doing|using ... wrong ]',
        'This looks like something you did.': '[ something you did|are_doing|have_done ]',
        "It's probably something the tenants did.":
          "be|is|was|'s|probably|surely|clearly|for|like|to [ something <who> did|does|is_doing|are_doing|have_done|has_done ]",
        'Sounds like the courier forgot the ramp.':
          '[ sounds_like|looks_like|seems_like|i_bet|my_guess_is|bet <whom> <soft>* forgot|never|missed|broke|deleted|<harm> ]',
        'Looks like the lodger did not knock.':
          '[ sounds_like|looks_like|seems_like|i_bet|my_guess_is|bet <whom> did|have|has not ]',
        'Why not try listening first?':
          '[ maybe|perhaps|why_not try reading|listening|thinking|asking_first ]',
        'Try reading the manual.':
          '[ maybe|perhaps|why_not|try read|reading|open|opening|learn the|your <any>? manual|instructions|email|docs|label|sign|guide|notes|ticket|page ]',
        'Complain to the council, not us.': '[ speak|talk|moan|complain to your|them|<whom> ] ,? not us|me',
        'That will be the neighbours slamming it.': '[ that_will|it_will|must be <whom> <ing> ]',
        'It was probably the cleaners pulling the plug.':
          '[ it was|must_be|must_have_been surely|probably|obviously|clearly <whom> <ing> ]',
        'You are holding it wrong.': "[ you are|'re|r|were <soft>* doing|holding|using it wrong ]",
        'It works fine on our side.': '[ works|worked|working fine ] on|at my|our',
      }),

      leftAlone: [
        'Maybe if you hold both keys it restarts.',
        'The label is on them.',
        "The fan can't have turned that fast.",
        'Maybe the label fell off.',
        'The customer probably saw the old price.',
        'You will have received a mail about it.',
        'Please read the sign before you open the hatch.',
        'The customer has not done anything wrong.',
        'Something a person did may come to nothing.',
        'The parcel must have come on Friday.',
        'It works fine on a phone.',
        'Try reading it aloud to the class.',
        'Something we did helped.',
      ],
    },
  ],
};
