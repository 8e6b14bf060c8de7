import { lazily } from '../lazily.ts';

const words = (text: string): ReadonlySet<string> => lazily(() => text.trim().split(/\s+/u));

/** Faults of character or skill. */
export const flaw = words(`
careless lazy negligent clueless unprofessional incompetent incapable useless hopeless sloppy reckless irresponsible stupid
idiotic dumb thick dim dense ignorant inept amateurish amateur immature childish selfish arrogant rude lax slapdash slipshod
shoddy slacking thoughtless inconsiderate inattentive unreliable untrustworthy dishonest disorganised disorganized
lackadaisical feckless gormless witless brainless mindless spineless cowardly petty pathetic shameful disgraceful unfit half-baked
half-hearted half-assed half-arsed bone-idle bone_idle workshy work-shy absent-minded scatterbrained scatter-brained cavalier
complacent dangerous sluggish foolish silly daft mad crazy insane retarded obnoxious ungrateful two-faced bossy pigheaded
pig-headed stubborn slow-witted not_fit heartless callous cruel idle heavy-handed heavy_handed high-handed ham-fisted
cack-handed unteachable unthinking unobservant apathetic uncaring unfeeling insensitive uncooperative obstructive evasive vindictive spiteful
malicious greedy stingy tight-fisted devious sly shifty deceitful tactless flippant blasé drunk dozy dopey gutless toothless charmless graceless
patronising patronizing condescending snotty smug cocky conceited pompous pig-ignorant bone-headed boneheaded hot-headed hotheaded trigger-happy
unhelpful dismissive unapologetic shameless unscrupulous unethical unruly unmanageable untidy unpunctual unqualified inexperienced slovenly scruffy
slipshod haphazard disrespectful discourteous ill-mannered impolite unsympathetic power-mad power-hungry self-centred self-centered self-serving
self-important workshy bungling blundering fumbling dithering meddling meddlesome interfering nosy domineering overbearing hysterical unhinged
delusional paranoid unstable deranged forgetful distracted unfocused oblivious out_of_his_depth out_of_her_depth out_of_their_depth asleep_at_the_wheel
`);

/** The same, more than all others. */
export const flawMost = words(
  'laziest stupidest dumbest rudest sloppiest slowest thickest dimmest slackest worst dopiest clumsiest silliest meanest nastiest greediest grumpiest unfriendliest',
);

/** Those of them that are said of things as well: "they are thick and heavy". */
export const flawOfThings = words(
  'useless hopeless thick dim dense slack shoddy sluggish unreliable half-baked silly daft mad crazy insane pathetic idiotic unfit lax absent dangerous unstable untidy haphazard unhelpful interfering distracted inexperienced unqualified cruel idle evasive toothless graceless',
);

/** Names people are called. */
export const insult = words(`
idiot idiots moron morons fool fools clown clowns muppet muppets imbecile imbeciles cretin joker jokers jerk jerks slacker
slackers cowboy cowboys amateur amateurs liar liars cheat cheats thief bully bullies dinosaur dinosaurs dimwit dimwits halfwit
halfwits numpty numpties pillock plonker prat twit twerp wally dunce dope dolt sod sods tosser wanker bastard bastards
arsehole asshole dickhead donkey donkeys waste_of_space waste_of_a_salary loose_cannon weak_link weakest_link bad_apple deadwood dead_weight
airhead bonehead blockhead knucklehead lazybones layabout skiver shirker troublemaker control_freak egomaniac know-it-all crook crooks coward cowards hypocrite hypocrites jobsworth tyrant diva slob freeloader loser losers law_unto_himself
law_unto_herself
`);

/** The same, said of things as well. */
export const shame = words(`
liability disgrace embarrassment menace disaster nightmare nuisance waste_of_money waste_of_time pain_in_the_neck pain_in_the_arse
pain shambles joke passenger hazard danger headache washout write-off rubbish crap awful terrible dreadful appalling atrocious
woeful dire toxic
`);

/** Qualities, as nouns, that explain what happened by somebody's. */
export const flawNoun = words(`
carelessness laziness negligence cluelessness incompetence stupidity sloppiness recklessness irresponsibility inattention
ignorance ineptitude arrogance selfishness forgetfulness complacency thoughtlessness indifference foolishness idiocy amateurism
unprofessionalism dishonesty greed ego stubbornness vanity cowardice slackness tardiness inexperience immaturity disorganisation
disorganization lateness meddling dithering bungling blundering fiddling mistake mistakes error errors blunder blunders slip
slip-up slip-ups oversight lapse lapses cock-up screw-up goof fumble misjudgement misjudgment miscalculation negligent failure
fault inaction incompetency bad_judgement bad_judgment poor_judgement poor_judgment lack_of_care poor_attitude attitude
`);

/** Of those, the ones that nothing but people have. */
export const lapse = words(`
carelessness laziness negligence cluelessness incompetence stupidity sloppiness recklessness irresponsibility inattention
inattentiveness ineptitude selfishness forgetfulness complacency thoughtlessness idiocy amateurism unprofessionalism clumsiness
slackness meddling bungling indifference
`);

/** Mistakes as nouns. */
export const slip = words(`
mistake mistakes error errors blunder blunders slip slip-up slip-ups oversight oversights omission lapse lapses cock-up screw-up goof
inattention negligence carelessness inattentiveness misjudgement misjudgment miscalculation fumble mishandling mix-up
forgetfulness incompetence misuse boo-boo clanger howler gaffe misstep fault mess-up typo typos finger_trouble fat_finger
fat-finger brain_fade senior_moment doing
`);

/** Who is meant where only the kind of person is named: "driver error". */
export const kindOfPerson = words(`
human clerical user operator driver employee worker staff nurse clerk pilot picker teacher cashier engineer technician customer student
pupil dispensing handler installer manager dev developer admin client carer cook chef waiter cleaner packer loader planner tutor
contractor agent personnel crew colleague volunteer supervisor receptionist pharmacist porter doctor clinician radiographer lab
assistant analyst accountant bookkeeper secretary typist scheduler dispatcher controller fitter electrician plumber mechanic
machinist welder supplier vendor courier surveyor inspector keying data-entry data_entry layer-8 layer_8 pebkac id10t trainee
intern temp junior guard buyer caller payroll warehouse reception office shop sales team vet midwife pilot's driver's
`);
