import { byExample } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** Afterwards everybody would have seen it: it was obvious, the signs were there, a child could tell. */
export const anyone: Rule = {
  id: 'hindsight-anyone',
  ...byExample({
    "There was every reason to double-check and he didn't.":
      '[ there_was|there_were|had every|plenty_of|ample reason|chance|time|opportunity to ... and|but <who>? did not ]',
    'The sign says push, but reading is hard.':
      '[ but|apparently|clearly|because|since <ing> is|was ] hard|optional|difficult|overrated|too_much',
    'He had the instructions right in front of him.':
      '[ <folk> had|has the|a|all|his|her|their ... right_in_front_of|under him|her|them|his_nose|her_nose|their_noses ] $',
    'It was as clear as day that the rope would snap.':
      '[ it is|was <any>? as? clear|plain|obvious as <any> that ]',
    'The notice hung right there for all to see.':
      '[ there|right_there for all|everyone|everybody|anyone|anybody to_see|to_read ]',
    'One really has to try hard to miss it.':
      '[ has|have|had|would_need to try|work hard to miss|overlook|ignore|misread|confuse ]',
    'You would need to be blind to overlook the sign.':
      '[ you would need|have to be blind|an|a|mad|deaf|stupid|asleep|<flaw> to ]',
    'Any developer with two years behind him would have looked at the row count.':
      '[ any <calling> .... would|should|could have <soft>* <duty-done>|seen|noticed|known|spotted|caught|realised|realized|rung|stopped|waited ]',
    'How anybody could sign that is beyond me.':
      '[ how anybody|anyone|somebody|someone|<whom> can|could .... ] <be> beyond',
    'It goes without saying that a driver should walk round the van.':
      '[ it goes_without_saying that <whom> should|must|ought|has_to|knows|spots|checks|reads|does|can|would|never|always ]',
    'One phone call would have been enough.':
      '[ a|one <any>? look|glance|call|question|text|message ... was|would_have_been enough|plenty|sufficient ] $',
    'The leak was plain for everyone to see.': '[ plain|clear|obvious|evident|there for <whom> to_see ]',
    'It is beyond me why the registrar filed it there.':
      '[ beyond belief|comprehension|me that|how|why <whom> ]',
    'All the caterer needed was one call.':
      '[ all <likely> needed was a|one <any>? text|call|message|note|email|word|line|look|glance|question ]',
    'One would expect that a plumber can find a tap.':
      '[ one|you would think|expect that a|an|any <any>? <calling> can|could|would|knows ]',
    'A shred of care from the movers and the piano is whole.':
      '[ a bit|little|shred|ounce|grain|touch of <any>? courtesy|respect|decency|sense|manners|thought|care|thinking|effort from|by|on <whom> ]',
    'A grown man ought to know which door is which.':
      '[ a grown|trained|qualified|fully_trained|fully_qualified man|woman|adult|person|<calling> ought to|can_not|could_not|should know|have|be_able ]',
    'Anyone could see the shelf was overloaded.':
      '[ anyone|anybody|everyone|everybody could see|tell ... was|were|coming|going ]',
    'It was obvious that it would fail.': '[ it was <very>* obvious that|it|the|this ]',
    'You would think the whole world knows.': '[ you would think|expect ... knows|can ]',
    'My three year old could count that.':
      '[ my|our <any> <any>? old can|could|would do|manage|count|read|spell|tell|have|know|see ]',
    'It was bound to fail with Ottokar on the desk.':
      '[ bound to happen|go|fail|break ] ... with|under <whom>',
    'The clues were all there.': '[ clues|signs|hints were all there ]',
    'The red flags were there.': '[ warning_signs|clues|red_flags were all? there ]',
    'I told them a hundred times.':
      '[ i|we told|warned you|them|him|her a_hundred|a_thousand|a_million|so_many|a_dozen ]',
    'Any other cook would taste it first.': '[ any other <calling> would|could|can ]',
    'Any idiot can see the arrow.': '[ any <insult> can|could|would|knows|will ]',
    'Even the intern noticed the smell but not the chemist.':
      '[ even <whom> noticed|spotted|saw|knew|managed ... but|and|yet not ]',
    'Surely a baker can tell salt from sugar.':
      '[ surely a|an|any <any>? <calling> can|could|would|knows|should|ought tell|see|know|count|read|spot|notice|to|have|<any> ]',
    'One look, that was all.':
      "[ a|one|the <any>? click|word|glance|call|look|question|minute|second|sniff|line|text|email , that was|is|'s the_entire|the_whole|all|it ]",
    'It says so in letters a foot high.':
      '[ in letters|words|writing <any>? the_size|a_foot|ten_feet|as_big|a_metre ]',
    'One would hope a nurse checks.':
      '[ you|one would expect|think|hope|imagine a|an|any|the <any>? <calling> ]',
    'A quick sniff would have told him.':
      '[ a|one quick|simple|single|brief|swift sniff|peek|squint|tap|knock|count|poke|shout|whiff|touch would|could <soft>* have ]',
    "It's not like it was hidden.":
      "[ it is|was|'s not like it|that|the|we|there is|was|were|had hard|hidden|difficult|a_secret|not_been|invisible ]",
    'It was right there on the door.': '[ it was right there|in_front_of|under ] !when|for_us',
    'I told you so.': '[ i|we told you|them|him|her so ] $',
    'Knocking is optional for some people.':
      '[ <ing> is|was <soft>* too? hard|difficult|optional|beneath|beyond for some|certain|these people|folk|<calling> ]',
    'A more careful nurse would have asked.':
      '[ a more|less careful|alert|experienced|attentive|thorough|competent|sensible|skilled|careless <calling> would|might|could ]',
    'Clearly you knew about the crack.':
      '[ obviously|clearly|plainly|of_course <likely> knew about|that|it_was|it_would|full_well|the_risk|the_risks ]',
    'Two minutes of reading would have settled it.':
      '[ <any> second|seconds|minute|minutes|moment|ounce|bit of thought|thinking|attention|care|reading|effort|checking|foresight would|could have ]',
    'Not exactly hard to close a window.': '^ [ not exactly|really hard|difficult|complicated to <duty> ]',
    'The date was in black and white.':
      '[ answer|sign|warning|note|instructions|date|it was|were in_plain_sight|in_black_and_white ]',
    'One simple question to the ward would have saved us the trip.':
      '[ a|one <any>? quick|simple|single|brief|swift glance|look|check|call|phone_call|read|question|message|word ... would|could have <soft>* told|shown|saved|caught|prevented|sorted|avoided|stopped|found|spotted ]',
    'The writing was on the wall.': '[ writing was on_the_wall ]',
    'Everybody knows you never wedge that door.':
      '[ everyone|everybody knows you|that_you|to <duty>|do_not|never|always|must|should|need|have_to|can_not ]',
    'No way the depot did not know.':
      '[ no way <likely> could_not|could|did_not|did not? have? known|seen|noticed|know|see|notice ]',
    'Nobody in their right mind would mix those two.':
      '[ nobody|no_one in_their_right_mind|with_half_a_brain|with_any_sense|sane would ]',
    'Dogs in the street knew the roof leaked.':
      '[ dogs|kids|birds in_the_street|on_the_street knew|know|could ]',
    'A quick glance was all it would have taken.':
      '[ a|one quick|single|simple? glance|look|check|call was all ] it|that',
    'The guard had his eyes shut.': '[ <likely> had|has his|her|their eyes shut ]',
    'A toddler could manage that lock.':
      '[ a|an <any>? <any>? old|child|toddler|monkey|novice|trainee|beginner|first-year|competent|decent|proper|half-decent|blind ... could|would <soft>* have|do|tell|see|know|get_it|manage|work_out|spot|understand|handle ]',
    'Any trained nurse would have noticed the rash.':
      '[ any ... could|would know|knows|see|tell|spot|notice|have_seen|have_known|have_told|have_spotted|have_noticed|have_done|do ]',
    'Any competent roofer should spot that.':
      '[ any|every decent|competent|trained|half-decent|first-year|second-year|sane|sensible|good|proper|qualified|self-respecting|professional|half-awake|fool|idiot|child ... can|should|will|knows know|see|tell|spot|notice|have_seen|have_known|have_told|have_spotted|have_noticed|have_done|do ]',
    'Any apprentice knows you drain it first.':
      '[ any|every first_year|second_year|fool|idiot|child|kid|beginner|schoolchild|moron|apprentice|trainee|first-year|decent|competent <any>? knows ]',
    'Even the cat knows where the key is.':
      '[ even a|an|my|our|your|the|work <any>? <any>? <any>? knows|knew|can_see|can_tell|can_work_out ]',
    'Even a first-year could read that dial.':
      '[ even a|an|my|our|your|the|work <any>? <any>? <any>? could|would <soft>* have|see|do|tell|know|spot|notice|work_out|manage|read|understand ]',
    'Anyone with eyes would have spotted the crack.':
      '[ anyone|anybody|everyone|everybody|someone with eyes|half_a|a_brain|any_sense|common_sense|sense|a_clue|a_pulse|ears|an_ounce|a_shred|any|two ... could|would|can|knows|saw ]',
    'Everyone except the agency knew.':
      '[ everyone|everybody but|except <whom> ] <any>? knows|knew|can|could|saw|seems|noticed',
    'It was clear to everyone but the surveyor.':
      '[ obvious|clear|plain|evident to everyone|everybody|anyone|all but|except <whom> ]',
    'It should have been clear to the crew.':
      '[ it should|must|would|ought|could to? have been <any>? clear|obvious|plain|apparent|evident ... to ]',
    'It was plain to the whole yard.':
      '[ it was <very>* clear|obvious|plain|evident to !see|read|use|follow|find|tell|get|me|us <any> ]',
    'The crack was obvious to the yard but not upstairs.':
      '[ clear|obvious|plain|evident|apparent to <any> <any>? but|except ]',
    'Surely the planners knew about the strike.':
      '[ surely it|anyone|anybody|someone|somebody|<likely> ... clear|obvious|could|would|should|knew|noticed|saw ]',
    'How can someone overlook that?':
      '[ how could|can anyone|anybody|someone|nobody miss|not|overlook|fail ]',
    'The answer was staring him in the face.': '[ staring <any> <any>? in_the_face ]',
    'The key hung right in front of the guard.': '[ right_in_front_of|under_the_nose_of <whom> ]',
    'The landlord must have known.':
      '[ <likely> must have|of <soft>* known|seen|noticed|realised|realized|heard ]',
    "You don't need a torch to see that.":
      '[ you do not need|have_to a|an|any|to_be|be ... to know|see|tell|work|realise|realize|spot ]',
    'The signs were there for weeks.': '[ signs were obvious|clear|there|all_there ... for|to ]',
    'All it took was a torch.': '[ all it took|takes|would_have_taken ]',
    'It does not take much.': '[ it does not take a|an|much ]',
    'You would expect that somebody would knock.':
      '[ you would think|expect that? <whom>|anyone|somebody ... would|could|might|knew|know ]',
    'Ten minutes of care by the fitter and the shelf holds.':
      '[ <any> second|seconds|minute|minutes|moment of <any> from|by <whom> ]',
    'Anyone would have smelled that.':
      '[ anyone|anybody <any>? <any>? would|could have <soft>* spotted|seen|noticed|known|caught|realised|realized|checked|asked|told|smelled|smelt|heard ]',
    'I fail to see how the council missed it.': '[ i|we <any>? fail to see how <likely> ]',
    'How the inspector could miss a hole that size.': '[ how <whom> could miss|overlook|forget ]',
    'No sane driver parks there.':
      '[ no sane|sensible|normal|reasonable|competent|decent person|adult|engineer|nurse|driver|teacher|<whom> ]',
    'You would have to be blind to walk past it.':
      '[ you would have_to be blind|an|a|mad|deaf|stupid|<flaw> to ]',
    'My gran could wire that.':
      '[ my|our|your gran|grandmother|nan|mum|mother|kid|kids|dog|cat|toddler|five-year-old|nephew|niece <any>? know|knows|could|would|can ]',
    'The valve just had to be shut, nothing more.': '[ just|only|simply had_to <any> <any>? <any> ] ,',
    "You don't need a degree for a padlock.":
      '[ you do not need a|an degree|doctorate|phd|diploma|genius|manual|licence ]',
    'Everyone could see it coming.': '[ everyone|everybody could see <any>? coming ]',
    "You don't need to be a plumber to hear the drip.":
      '[ you do not need to_be a|an genius|expert|doctor|professor|engineer|plumber|scientist|detective|einstein ]',
  }),

  leftAlone: [
    'A trained nurse can do it in five minutes.',
    'Anyone could see the files.',
    'It was not obvious that the valve was shut.',
    'The signs were put up in May.',
    'I told them so they could plan.',
    'A more experienced nurse joins the ward in May.',
    'Not that easy to reach, the handle is at the back.',
    'A simple beep would have told us the lid was open.',
    'A child could open the gate.',
    'Anyone with a badge can enter.',
    'Every driver should know the code.',
    'Anyone would have read it that way.',
    'A second pair of hands would have helped.',
    'Any trained nurse may use the hoist.',
    'Everybody knows the song.',
    'Even the spare key is gone.',
    'The writing on the wall has faded.',
    'It should have been clear by noon.',
  ],
};
