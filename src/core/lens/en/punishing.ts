import { byExample } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** What is to be done to somebody: a warning, the sack, a course, the bill. */
export const punishing: readonly Rule[] = [
  {
    id: 'punish-do',
    ...byExample({
      'No more night shifts for Kerem until he has learned to read a chart.':
        '[ no_more <any> <any>? for <whom> ] until|till|unless',
      "I'd have sacked the lot of them.":
        '[ i|we would have sacked|fired|binned|suspended|dropped|dismissed <whom>|him|her|them|the_lot ]',
      "The fine should come out of the planner's budget.":
        "[ come|comes|taken out_of|from <whom> 's budget|deposit|commission|tips ]",
      'One more mistake and Selma is out.':
        '[ one_more|another <any> <any>? and|from he|she|they|<whom> <be>|will|can out|gone|off|fired|sacked|go|pack|leave|find ]',
      'He will have to retake the forklift test.':
        '[ !all|every|everyone|everybody|staff|new|both|each|any|whoever|pupils|students <named>|he|she will|must|should|needs|has have? to? retake|redo|resit|repeat his|her|the|their <any> <any>? test|exam|course|module|training|induction|assessment ]',
      'The nurse in question will be reported.':
        '[ <calling> responsible|concerned|involved|in_question will|must|should|has_to be reported|named|spoken_to|interviewed|moved ]',
      'Time for Gregor to find another job.':
        '[ time for <whom> to find_another|find_a_new|resign|move_on|look_for|step_down|pack ]',
      'The driver should pay for the gate.':
        '[ !<callers> <whoever> should|must|ought|has|have to? pay for the|it|this|that|his|her|their !parking|ticket|meal|room|extra|deposit <any> ]',
      'Leopold will be given a formal warning.':
        '[ <folk> will|shall|must|should|is_to|are_to|to be given|issued|handed|served|sent a|an|the|his|her|their <any>? <any>? warning|notice|reprimand|talking-to|ban|dressing|sack|boot|lecture|sanction|penalty|cards ]',
      'The evening crew can pay the glasses from their tips.':
        '[ !<callers> <folk> can|could|should|must|will pay ... from|out_of his|her|their own|wages|tips|pocket|pockets|pay|salary|bonus ]',
      'Write Mr Dlamini up for the unlocked gate.': '^ [ write <whom>|him|her|them up ]',
      'Somebody at the trust needs to be hauled over the coals for this.':
        '[ <likely> needs|need|must|should|ought|deserves|deserve to? be hauled|taken_to_task|dragged|spoken_to|held_to|dealt_with ]',
      'Leandro is to repeat his food safety module.':
        '[ !all|every|everyone|everybody|staff|new|both|each|any|whoever|pupils|students <named> is|are|has? to repeat|redo|resit|retake his|her|their|the <any> ]',
      'The late shift needs another round of scanner training.':
        '[ <folk> needs|need another|a <any>? round|dose|lesson|session|go ... training|lesson|refresher ]',
      'Ricardo loses his admin rights for the quarter.':
        '[ <folk> loses|lose|forfeits|forfeit his|her|their <any>? rights|access|licence|license|bonus|privileges|shift|overtime|permit|login ]',
      'The new clerk needs watching.': '[ <named>|he|she needs|need watching|supervising|babysitting ] $',
      'Whoever took it should own up.':
        '[ <whoever> should|must|ought_to|needs_to|had_better come_forward_and|own_up|face_the|confess|explain_himself|explain_herself|explain_themselves ]',
      'Get him off the forklift.':
        '[ take|pull|get him|her off the|this|my|our rota|line|floor|job|team|shift|case|ward|forklift|tills|project|account|site ]',
      'We should bill the haulier for the damage.':
        'should|ought_to|must|let_us|going_to [ bill|charge|invoice|back-charge <whom> for the|his|her|their|a|this lost|damage|damages|delay|mess|cleaning|repair|repairs|wasted ]',
      'This will go on her record.':
        "has_to|should|must|will|needs_to [ go on his|her|their|<whom> 's? record|conscience ]",
      'I am taking it up with his manager.':
        "[ i|we will|shall|am|are|want be|going_to|to? raising|raise|taking|take this|it|that up? with his|her|their|<whom> 's? <any>? manager|boss|supervisor|head ]",
      'The guard needs telling twice.':
        '[ <named>|he|she needs|need reminding|telling what|who|how|twice|whose ]',
      'Nothing changes until she is replaced.':
        '[ until|unless|before he|she|<named> is|has|have been? <punished> ] !with|to|by',
      'There must be a price for this.':
        '[ there has_to|must|needs_to|should be a price|reckoning|punishment|penalty for this|that|such|it|him|her|them ]',
      'Ms Ferreira shall attend a remedial course.':
        '[ !all|every|everyone|everybody|staff|new|both|each|any|whoever <likely> shall|must|has_to|is_to attend|complete|take|do|repeat a|an|the <any>? remedial|refresher|retraining|disciplinary ]',
      'The foreman has received a final written warning.':
        '[ <folk> has|have|had? <soft>* received|been_given|been_issued|been_handed|was_given|was_issued a|an|his|her|their <any>? <any>? warning|reprimand|sanction ]',
      'That firm wants throwing off the job.':
        '[ <folk> <soft>* needs|wants|deserves|need|want|deserve <soft>* throwing|kicking|chucking|booting|slinging|moving|taking off|out ]',
      'Somebody down there needs a talking to.':
        '[ <folk> <soft>* needs|deserves|wants|need|deserve a|an <any>? talking_to|telling_off|ticking_off|word_with|kick|rocket|lesson ]',
      'Mustafa will get a written warning.':
        '[ <folk> will|shall|is_going_to|is_to get|receive|have|face a|an|his|her|their <any>? <any>? warning|reprimand|sanction|penalty ]',
      'The manager should resign.':
        '[ <likely> should|must|has_to|have_to|needs_to|need_to|ought_to resign|step_down ]',
      'Make him apologise to the ward.': '[ make him|her|them apologise|apologize|grovel ]',
      'Discipline them.': '^ [ ban|bar|suspend|discipline|dismiss|demote|punish|reprimand him|her|them ]',
      'Whoever is responsible must be found.':
        '[ whoever ... must|should|needs_to|has_to <be> found|named|identified|exposed|stopped|dealt_with ]',
      'Gethin should be made to pay for the damaged car.':
        '[ <named>|he|she|they needs|need|should|must|deserves to? be taught_a_lesson|dealt_with|brought_to_book|made_to_pay|put_in_his|put_in_her ]',
      'Kick him out.': '[ kick|boot him|her|them off|out ]',
      'We should make them pay.': '[ make|making <whom>|him|her|them pay !by|with|at|in|extra|for_parking ]',
      'There must be consequences.': '[ there must|should|need|has|have to? be consequences ] $',
      'Send the bill to whoever broke it.': '[ send|pass <any>? bill to whoever ]',
      'Dock it from his wages.':
        '[ deduct|dock|take|recover it|this|that from|out_of his|her|their pay|wages|salary|bonus ]',
      'The landlord must take responsibility for this mess.':
        '[ <likely> must|should|needs_to|has_to|have_to|ought_to take|accept|bear <any>? responsibility|blame for this|that|the <any>? <any>? mess|disaster|outage|loss|damage|delay|failure|error|accident|incident|breach|fine|leak|fiasco|breakage ]',
      'We want names.': '^ [ i|we want|need names ] $',
      'The person responsible must go.':
        '[ person|one|people|party|parties|individual|individuals|colleague responsible|concerned|in_question should|must|needs_to|has_to|have_to|ought_to|deserves ] !be_told|be_given|sign|be_on|check|fill',
      'They deserve what is coming to them.':
        "[ get|gets|got|have|has|had|deserve|deserves what is|was|'s? coming|it_coming to? him|her|them|<whom>? ]",
      'I want to know who signed this.':
        '[ i|we want|demand|insist|like to_know who <soft>* did_it|did_this|did_that|left|broke|signed|approved|let|took|put|changed|deleted|is_responsible|was_responsible|authorised|authorized|thought ]',
      'I wonder who thought of that.':
        'know|dunno|wonder|wondering|idea|beyond_me|love_to_know [ who <soft>* thought|decided|let|left|approved|signed_off|came_up ]',
      'He should be fired over this.':
        '[ he|she <soft>* should|shall|must|needs|need|ought|deserves|has|wants|is to? <soft>* be|get <soft>* <punished> ] !of',
      'If it was up to me the agency would be gone.': '[ if it|i was|were|had up_to_me|my_way ... <folk> ]',
      'Do not let him near the kiln.':
        '[ not let|have|put|want|trust <whom>|him|her|them near|anywhere_near|within|loose|alone_with|back_on ]',
      'Keep her off the ward.':
        '[ keep <whom>|him|her|them off|away_from|out_of my|our|the|this <any>? ward|site|floor|forklift|kitchen|yard|line|machine|machines|premises|accounts|team|rota|project|roof|tools|till|tills|system ]',
      'Whoever did this wants firing.':
        '[ <folk> wants|needs|deserves|want|need|deserve <soft>* sacking|firing|striking|reporting|disciplining|suspending|retraining|a_slap|a_kick|a_rocket|a_bollocking|a_good_talking|everything|all_he|all_she|putting_in ]',
      'The contractor should go.':
        '[ <folk> should|must|needs_to|has_to|ought_to get|go|be_out|be_gone|be_off a_warning|the_sack|the_boot|<any>? ] $',
      'Zoltán pays the excess.':
        '[ <folk> <soft>* pays|pay|can_pay|will_pay|loses|lose|forfeits|forfeit the|his|her|their|for <any>? <any>? excess|bonus|deposit|damage|damages|repair|repairs|loss|losses|fine|wages|shift|job|licence|break ]',
      "We should dock Imran's bonus.": '[ dock|fine|charge <whom>|him|her|them ... pay|wages|bonus|hours ]',
      'A month on pot wash will teach Lorenzo to read.':
        '[ <any> <any>? <any>? will|should|might|would teach !you <whom>|him|her|them ] !how|the|maths|english|us|year|class|pupils|children',
      'Make Amir do the fire training again.':
        '[ make <whom>|him|her|them do|redo|repeat|sit|resit|stand|clean ... again|twice|for_a_week|weekends|on_his|on_her|until ]',
      'The engineer responsible has been dismissed.':
        '[ <calling> responsible|concerned|involved|in_question has|have|had|was|were|is|will <soft>* been|be|being? <punished> ]',
      'The temp should never drive the van again.':
        '[ <folk> should|must never|not touch|be_allowed|be_let|go_near|set_foot|drive|handle ... again|near ]',
      'Ban that courier from the site.': '[ bar|ban|exclude <named> from ]',
      'She had better have a good reason.':
        '[ he|she|<named> had better have|apologise|apologize|explain|own_up|start|watch ]',
      'The trainee ought to be sent home.':
        '[ he|she|<named> should|must|ought_to|needs_to be sent back|home|packing|on ]',
      'Give him a final warning.':
        '[ give|issue|hand|serve <likely>|him|her|them|this|that a|an|another <any>? final|written|formal|verbal|official|stern warning|reprimand ]',
      'The operator was disciplined.':
        '[ <named> <soft>* was|were|been|being <soft>* sacked|fired|disciplined|reprimanded|retrained|demoted|told_off|given_a_warning|given_a_formal_warning|given_a_written_warning|given_a_final_warning|given_a_verbal_warning ]',
      'Take his licence off him.':
        '[ take|pull|revoke|remove <any>? <any>? licence|license|badge|keys|access|rights|pass off|from|away_from him|her|them ]',
      'I would have that man off the site.': '[ i|we would have <whom> off|out|gone|sacked|fired|removed ]',
      'Sack him.': '^ [ sack|fire him|her|them ]',
      'Action: Leticia to attend retraining.':
        '[ !all|every|everyone|everybody|staff|new|both <likely> to receive|get|be_given|attend|undergo|have <any>? <any>? warning|training|retraining|reprimand|refresher ] !on|before|when|if|in',
      'Suspend the carer.':
        '^ [ sack|fire|dismiss|suspend|discipline|demote|bin|ban|terminate|punish|reprimand|fine|dock|evict|expel !discipline_heads|discipline_head|discipline_procedures|discipline_lead|discipline_leads|fine_art|bin_men <others> ]',
      'It is time to get rid of the planner.':
        '[ !fire_crew|fire_crews|fire_officer|fire_officers|fire_marshal|fire_marshals|fire_warden|fire_wardens|fire_chief|fire_inspector|fire_service|fire_brigade get_rid_of|let_go_of|sack|fire|suspend|discipline|demote|punish|reprimand|dismiss|ban|name_and_shame <whom> ]',
      'Mr Demetriou is barred from trips.':
        '[ <named> is <soft>* barred|banned|suspended|sacked|disciplined|demoted|struck_off from|until|for ]',
      'Jonas should be sacked for this.':
        '[ <named> <soft>* should|shall|must|needs|need|ought|deserves|deserve|has|have|wants|want|is|are|will|can|to to? <soft>* be|get <soft>* <punished>|let_go ] !of',
      'The driver needs sacking.':
        '[ <named> <soft>* to|get|gets|got|needs|need|wants|want|deserves|deserve <soft>* <punished>|firing|sacking|disciplining|a_warning|a_written_warning ] !sign|signs|light|label|when|before|if',
      'The next step is a misconduct meeting for the porter.':
        '[ disciplinary|disciplinaries|written_warning|formal_warning|final_warning|verbal_warning|performance_plan|misconduct|sanction|sanctions <any>? for|to|against|on <whom> ]',
      'Auden needs a formal warning.':
        '[ needs|deserves|warrants|merits|calls_for|calling_for|time_for|start|open|recommend|recommended a|an|the? <any>? disciplinary|disciplinaries|written_warning|formal_warning|final_warning|verbal_warning|performance_plan|sanction|sanctions ]',
      'Outcome: a written warning.':
        '[ action|actions|outcome|next|next_step : <any>? <any>? disciplinary|written_warning|formal_warning|final_warning|verbal_warning|performance_plan|sanction|sanctions ]',
      'The result was a penalty for the crew.':
        '[ warning|reprimand|sanction|dismissal|suspension|retraining|penalty for|against <whom> ]',
      'Have words with the person responsible.':
        '[ retrain|re-train|reeducate|re-educate|have_words_with|have_a_word_with the <any>? <any>? <any>? responsible|concerned|involved|in_question|who ]',
      'Retrain Hideo and close the case.': '[ retrain|re-train <likely> ]',
      'Send Farida back on the manual handling course.':
        '[ send <likely> back|home|packing|on_a|for_retraining ]',
      'Put Marek on a performance plan.':
        '[ put|place|send|get <likely> back? on ... course|training|plan|pip|notice|warning|refresher ]',
      'Take prod access away from Ludmila.':
        '[ take !the_burden|the_load|pressure|the_pressure|work|weight|strain ... away from|off <whom> ]',
      'Her access should be revoked.':
        '[ <any> access|rights|licence|badge should|must|to|needs be? revoked|withdrawn ]',
      'Her pay should be docked for every vial.':
        '[ <any> pay|wages|bonus|salary should|must|to|needs|be <any>? be? docked|cut|revoked|removed|withheld|stopped|taken|deducted ]',
      "Take it out of Gary's wages.":
        "[ recovering|recover|deduct|deducting|dock|docking|take|taking|come|coming|stop|withhold ... from|out_of <whom> 's? pay|wages|salary|bonus ]",
      "Someone's head has to roll.": '[ <any>? head has|must|needs|should|will|have to? roll ]',
      'Whoever left it open should be fired.':
        '[ <whoever> should|must|needs_to|ought_to|has_to be held_responsible|held_accountable|sacked|fired|suspended|disciplined|demoted|dismissed|banned|punished|retrained|replaced ]',
      'I want Magda off the rota.':
        '[ i|we want|wants|demand|expect <whom>|him|her|them <any>? written_up|sacked|fired|gone|out|disciplined|suspended|removed|dismissed|off|banned|retrained ]',
      'Strike Lars off the overtime list.': '[ strike|kick|throw <whom> off ]',
      'Take Gustavo off the tills.':
        '[ take|pull|knock <whom> off the|this|that|all|his|her|their <any>? tills|till|line|desk|phones|forklift|forklifts|floor|press|night_shift|nights|job|case|project|account|team|shift|shifts|contract|duty|site|course ]',
      'That will teach him.': '[ will teach|serve|learn him|her|them ]',
      'Someone needs to lose their job.':
        '[ needs|need|should|must|deserves|has|ought to? lose his|her|their job|jobs|licence|license|badge ]',
      'Dock his wages.':
        "^ [ dock|cut|stop|withhold|deduct his|her|their|<whom> 's? pay|wages|salary|bonus ]",
      'The family would like to see the surgeon struck off.':
        'want|wants|wanted|have|get|see|like|expect [ <whom> suspended|sacked|fired|dismissed|disciplined|struck_off|demoted|punished|reprimanded|retrained ]',
      'It is proposed that Mr Duarte be given a final warning.':
        '[ <whom> be given|issued|handed|served a|an|the|his|her|their <any>? <any>? warning|notice|reprimand|talking-to|ban|fine|dressing|sack|boot|lecture|sanction|penalty|cards ]',
      'Take his permit away.': '[ take his|her|their <any> <any>? off|away|from ]',
      'Heads should roll for this.': '[ heads must|will|should|need roll|to_roll ]',
      'There will be consequences for the crew.': '[ consequences for <whom> ]',
      'Let us make an example of it.': '[ make_an_example|made_an_example ]',
      'The tenant must pay for the damage.':
        '[ <whoever> <soft>* can|should|must|will|shall|ought|needs|need|has|have to? pay for|back this|that|the|his|her|their|every <any>? damage|damages|mess|repair|repairs|loss|losses|cleaning|cleanup|clean-up|replacement|breakage|breakages|delay|mistake|mistakes|error|fine|stupidity|carelessness|broken|smashed|cracked|damaged|ruined|wasted|lot ]',
      'Whoever did this should pay for it.':
        '[ <whoever> <soft>* can|should|must|will|shall|ought|needs|need|has|have to? pay for it|this|that ] $',
    }),

    leftAlone: [
      'Make her a badge.',
      'Make them pay by card.',
      'Whoever is on the desk must have a key.',
      'We need to find out who is responsible for the second tank.',
      'Give the drivers a map.',
      'The ramp needs a proper warning sign.',
      'Can Hana be given a key?',
      'Security let the fire crew in at ten.',
      'The fire officer let us in again at noon.',
      'Please take Raj off the list, he has moved.',
      'All staff to get training on the new hoist.',
      'Everybody will get an hour of training on the new hoist.',
      'The tenant paid for the glass in May.',
      'The owner has left. An admin can let go of it for them.',
      'The administrators have suspended posting for now.',
      'Guests must pay for parking at the desk.',
      'The responsible person for fire safety is Nomvula.',
    ],
  },
];
