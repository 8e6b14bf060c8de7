import { lazily } from '../lazily.ts';
import type { WordLists } from '../pattern.ts';
import { irregularPasts, notPast } from './common.ts';
import { conduct } from './conduct.ts';
import { deeds } from './deeds.ts';
import { everyday } from './everyday.ts';
import { mockery } from './mockery.ts';
import {
  flaw,
  flawMost,
  flawOfThings,
  insult,
  shame,
  flawNoun,
  lapse,
  slip,
  kindOfPerson,
} from './verdicts.ts';

const words = (text: string): ReadonlySet<string> => lazily(() => text.trim().split(/\s+/u));

/** What may stand between who and what: it changes nothing. */
const soft = words(`
just double simply again also then still even already actually apparently clearly obviously evidently plainly really only
once_again yet_again completely totally basically honestly literally somehow conveniently happily quietly promptly blithely
repeatedly carelessly flat_out straight_up went_and goes_and gone_and go_and has have had has_again have_again had_again once twice both all 's
at_the_last_minute single-handedly accidentally mistakenly wrongly probably must_have seemingly of_course naturally duly casually surely
knowingly deliberately finally nearly almost largely mostly entirely utterly royally badly routinely regularly blatantly wilfully
willfully recklessly stupidly foolishly lazily sloppily thoughtlessly cheerfully in_the_end as_usual clean plain presumably as_ever again_just and_i_quote in_her_wisdom in_his_wisdom in_their_wisdom in_its_wisdom in_their_infinite_wisdom in_its_infinite_wisdom in_his_infinite_wisdom in_her_infinite_wisdom lazily rudely merrily
`);

/** What people do that does harm, in the past: a machine may do it too. */
const harm =
  words(`clobbered fried_the_board fried_the_server fried_the_motor fried_the_panel fried_the_circuit cooked_the_motor shorted_the_board shorted_the_panel killed_the_power killed_the_pump killed_the_incubator fried_our fried_my spoiled spoilt punctured burnt_out_the burned_out_the scalded singed warped drowned yanked tore undid stitched_us_up made_it_worse made_things_worse made_matters_worse shorted_out killed_the_deal killed_the_sale killed_the_project killed_the_site mistimed mismatched misprinted misplaced misstated misused miswired mistranslated misaddressed misfired cut_everyone_off cut_us_off cut_me_off locked_us_out locked_everyone_out locked_me_out sent_us_the_wrong gave_us_the_wrong let_everything_slide blew_the_budget blew_the_deadline sold_us_short left_us_stranded left_us_hanging dropped_us_in_it threw_us_under 
broke wiped nuked ruined wrecked botched bungled fumbled bodged unplugged messed_up messed_this_up messed_it_up messed_that_up
mucked_up mucked screwed_us_over screwed_up screwed_this_up screwed_it_up screwed_that_up screwed_us fucked_up fucked cocked_up
cocked_this_up stuffed_up ballsed_up balls_up goofed goofed_up fluffed flubbed muffed crashed smashed trashed totalled totaled
torched tanked sank scuppered derailed sabotaged mangled destroyed damaged dented scratched snapped cracked bent purged tipped
tore_off ripped_up burned burnt scorched flooded spilled spilt contaminated polluted poisoned shattered overwrote corrupted
misplaced mislaid mixed_up muddled muddled_up confused jumbled misread mislabelled mislabeled misfiled miscounted misdirected
misdosed miskeyed mistyped misjudged misrouted misspelled misspelt mishandled mismanaged mismeasured misquoted misreported
misdialled misapplied misallocated misconfigured miscalculated misinterpreted mispicked mixed_them_up double-booked doublebooked
double_booked overbooked over-ordered overordered overcharged undercharged overdosed overfilled overloaded overpaid underpaid
overran leaked lost_us binned shredded knocked_over knocked_out ran_over backed_over reversed_over backed_into drove_into reversed_into fat-fingered
fatfingered bricked borked hosed took_down took_us_down brought_down killed_production let_us_down let_everyone_down
let_everybody_down let_the_side_down dropped_the_ball dropped_a_clanger caused created_this created_the_mess made_a_mess
made_a_hash made_a_pig made_a_right_mess made_such_a_mess made_a_mistake
made_an_error made_the_mistake made_a_blunder made_an_oversight did_a_terrible did_a_bad did_a_poor did_a_rubbish did_a_shoddy
did_a_lousy failed_us failed_me failed_them failed_him failed_her failed_those failed_these failed_our oversold overpromised misled misinformed misadvised short-changed landed_us dumped_us dropped_us_in left_us_in_the left_us_in_a left_us_with left_us_to got_us_into put_us_in_the put_us_in_a put_us_in_danger cost_us wasted messed_with
tampered_with meddled_with force_pushed force-pushed pulled_the_plug jeopardised jeopardized compromised undermined blew blew_up blundered slipped_up tripped_up bollocksed
knackered let_down has_let_down ran_into_the_ground drove_into_the_ground stole nicked pinched hogged
`);

/** The same, as something done to a thing. */
const harmed = words(`
purged exposed set_off tripped broken wiped nuked ruined wrecked botched bungled fumbled bodged messed_up mucked_up screwed_up
crashed smashed trashed torched derailed sabotaged mangled destroyed damaged dented scratched snapped cracked bent torn ripped_up
burned burnt scorched flooded spilled spilt contaminated overwritten corrupted misplaced mislaid mixed_up muddled misread
mislabelled mislabeled misfiled miscounted misdirected mistyped misjudged misrouted mishandled mismanaged misconfigured
miscalculated double-booked overbooked overcharged overloaded leaked binned shredded thrown_out thrown_away knocked_over bricked
brought_down taken_down let_down caused dropped lost deleted forgotten overlooked ignored missed neglected silenced disabled left
skipped omitted entered_wrongly wrongly_entered wrongly_filed wasted stolen blocked
`);

/** What people ought to do at work, as "did not …" says it. Seeing, hearing, getting and knowing are not here. */
const duty = words(`
check read put lock close call ring tell report log sign follow forward test look ask clean write record tag take fit answer reply
respond wash tighten weigh count verify confirm chock secure wear bring order return send inform notify warn flag escalate hand
update finish complete do add save back turn switch renew book submit print label scan press listen pay stop wait double-check
doublecheck doubt countersign initial inspect review validate measure disinfect sanitise sanitize mop sweep empty refill restock
file attach include mention communicate document set apply remove replace unplug plug prepare pack wrap strap seal shut open
charge top raise chase cc copy consult involve share pass relay keep stick make perform carry run register declare disclose
explain train supervise observe comply adhere bother think even prioritise prioritize clear tidy lift water feed cover rotate
calibrate monitor watch spot proofread reconcile approve process pick ship load unload deliver anchor fasten clip isolate brief
debrief handover evaluate assess cancel invoice bill post enter type key rename commit merge deploy rebase mark separate
refrigerate dispose help support contact message email text phone page alert acknowledge act react fix repair
`);

/** What went wrong, as the first half of "… because somebody …". */
const outcome = words(`ran_out is_off are_off run_out 
stopped failed crashed fined lost late leak leaked leaking fell fall delay delayed delays missed wrong broken down cancelled
canceled injured hurt burned burnt burst flooded flood flooding outage incident error errors fault mess chaos complaint complaints
spill spilled spilt wasted waste short double twice damaged damage collapsed collapse jammed blocked stuck locked refund refunds
penalty penalties overdue unpaid overpaid shut missing gone empty ruined spoiled spoilt expired broke died dead accident collision
breach breached rejected bounced overcharged vanished disappeared stalled hung offline unavailable postponed overran angry furious
fuming upset lawsuit sued bill fine happened started problem issue trouble disaster seized slipped cut rolled overspent behind
hours underwater under_water wet cold hospital unanswered downtime rework redo again exposed unsafe failing failure fails hit
caught tripped went duplicated doubled mispick wiped deleted overheated overflowed underfilled contaminated infected loss losses
closed invalid mixed evicted walked_out walked_off mix-up
`);

export const lists: WordLists = {
  soft,
  common: words(
    "the a an and is are was were be been 's has have had do does did not to of in on at for with it this that you they he she i we as so but no who what if or from by about up out off , : ; . ? ! - '",
  ),
  harm,
  harmed,
  lapse,
  duty,
  outcome,
  flaw,
  'flaw-most': flawMost,
  'flaw-of-things': flawOfThings,
  insult,
  shame,
  'flaw-noun': flawNoun,
  slip,
  'kind-of-person': kindOfPerson,
  'irregular-past': irregularPasts,
  'not-past': notPast,
  'not-ing': words(
    'everything something anything nothing morning evening during thing things ceiling spring string',
  ),
  not: words('not never'),
  very: words(`
so very really just too totally completely utterly downright plain absolutely such a an the right bit quite rather pretty truly
incredibly extremely fully solely directly personally either neither honestly sincerely complete total entirely ultimately grossly wholly frankly simply criminally plainly bloody fucking damn being an_absolute a_complete a_total
a_bit as_usual that still always all wilfully willfully shockingly outright clearly obviously hopelessly unbelievably
`),
  be: words(
    "am is are was were be been being 's looks seems looked seemed sounds acts acted behaves behaved proved turned_out",
  ),
  ...mockery,
  ...deeds,
  ...conduct,
  ...everyday,
  obstacle:
    words(`gate gates gatepost post wall pole fence door doors bollard kerb rack racking shelf shelving pillar column beam barrier car
    cars lamppost lamp-post sprinkler pipe pipework main cable cables railing rail tree hedge ditch canal ladder window roof ceiling canopy shutter`),
  // The end of a thing or of people, in the same breath as somebody's deed.
  'ends-badly':
    words(`blew burst overflowed flooded collapsed died burned burnt drowned melted was_ruined were_ruined was_lost were_lost went_missing got_lost
    got_hurt got_soaked got_stuck got_locked got_nothing went_without went_hungry went_home_without went_in_the_bin went_in_the_skip were_binned was_binned
    was_stranded were_stranded were_stuck was_stuck had_to_wait had_to_be_redone had_to_be_thrown had_to_go_in had_to_start fell_ill spoiled spoilt thawed curdled`),
  conduct:
    words(`handwriting work attitude planning driving timekeeping behaviour behavior manners performance
    spelling judgement judgment punctuality effort conduct workmanship`),
  'did-wrong':
    words(`forgot left let tipped poured backed ignored skipped overlooked missed deleted dropped lost unplugged snapped
    knocked spilled emailed leaked cemented glued jammed tripped unbolted disabled`),
  eventless:
    words(`spoke stayed came_in stepped went got saw came was were had told asked reported noticed found called said left wanted needed met heard felt knew opened started stood
    sat waited arrived joined worked used raised spotted flagged received been noted pointed looked tried took picked caught fixed covered filed logged helped alerted notified complained warned identified encountered achieved`),
  act: words(
    'decision decisions idea plan choice order change changes handling parking driving packing planning meddling shortcut typo advice mistake call guess habit attitude silence delay refusal cooking',
  ),
  undone:
    words(`unlocked unattended unplugged unsecured unsigned unanswered unbolted unchecked untested unlabelled unlabeled unread unopened unfinished
    unsorted uncovered unwashed unsupervised unprotected unstrapped unsaved unpaid unfastened untagged unscrewed unclipped unlatched unlit unmarked unreported
    unwrapped unsealed unguarded unmanned unanchored undone unrecorded uncorrected unreviewed unencrypted ajar wide_open dangling`),
  undoing: lazily(() =>
    [...duty].flatMap((verb) => [
      `${verb}ing`,
      `${verb.replace(/e$/u, '')}ing`,
      `${verb}${verb.at(-1) ?? ''}ing`,
    ]),
  ),
  'bad-ing':
    words(`leaving losing forgetting breaking blocking ignoring skipping missing moving changing sending putting parking cancelling canceling
    dumping booking overbooking double-booking disappearing vanishing turning taking pushing dropping throwing deleting overwriting merging deploying
    coming arriving refusing failing making messing getting closing opening switching unplugging using stealing hogging interrupting blaming
    promising squeezing cramming piling shoving swapping cutting fiddling shouting complaining stacking mixing giving passing doing treating calling wasting eating walking driving binning charging entering typing`),
  'does-wrong':
    words(`leaves leave forgets forget breaks break blocks block ignores ignore skips skip misses miss loses lose wrecks wreck ruins ruin
    dumps dump turns_up_late turn_up_late comes_late come_late arrives_late is_late are_late messes mess screws screw cancels cancel sends_the_wrong
    sends_us_the_wrong sends_us_someone sends_someone spills spill jams jam takes_the_wrong parks_in parks_on park_in park_on deletes delete overwrites overwrite
    drops_out lets_us_down let_us_down hides hide steals steal nicks nick eats_my blames blame complains moans`),
  punished:
    words(`sacked fired suspended disciplined demoted dismissed banned punished reprimanded fined retrained docked written_up removed barred
    replaced moved_off taken_off struck_off charged shown_the_door held_accountable held_responsible made_to kicked reported_to_hr pulled put_on warned
    dropped binned booted kicked_out sent_home locked_out excluded sanctioned named`),
  bust: words(`stopped crashed froze went_dark went_down went_off went_dead is_down is_dead is_gone is_lost fell broke died flooded gone lost burned burnt
    jammed tripped collapsed spilled stalled failed vanished disappeared shut ruined wasted had_to_be`),
  'harm-base':
    words(`break wipe nuke ruin wreck botch bungle crash smash trash damage dent scratch crack spill contaminate overwrite corrupt misplace mislay
    mix_up muddle misread mislabel double-book overcharge leak lose knock_over knock_out brick take_down bring_down cause waste delete set_off trip flood burn
    email_the_wrong send_the_wrong send_it_to lock_us lock_me lock_himself lock_herself reverse crush drown melt order_the_wrong pick_the_wrong book_the_wrong
    get_it_wrong get_the_wrong annoy offend upset insult`),
  'own-body': lazily(() =>
    ['his', 'her', 'their', 'my', 'a'].flatMap((whose) =>
      'arm leg hand finger thumb wrist ankle foot toe back nose neck shoulder rib knee tooth collarbone fingers hands phone glasses lip tongue'
        .split(' ')
        .map((part) => `${whose}_${part}`),
    ),
  ),
  'own-ride': lazily(() =>
    ['his', 'her', 'their', 'the', 'a', 'my'].flatMap((whose) =>
      'train bus flight stop connection lift call party game lunch wedding birthday'
        .split(' ')
        .map((it) => `${whose}_${it}`),
    ),
  ),
  'always-bad':
    words(`blame blames late talk talks promise promises vanish vanishes disappear disappears cancel cancels treat treats stack stacks mix mixes sit_on sits_on
    put_people puts_people putting_people moan moans complain complains interrupt interrupts take_over takes_over has_an_excuse have_an_excuse has_some makes_excuses
    make_excuses makes_a_mess make_a_mess does_this does_that do_this do_that change_the changes_the pick_on picks_on use_up uses_up eat_my eats_my hog hogs push_us pushes_us
    shout shouts break breaks trip trips jam jams wreck wrecks leave_us leaves_us leave_their leaves_his leaves_her leave_it leaves_it leave_the leaves_the gone first_to_leave
    the_last the_same at_it the_first_to in_a_rush in_a_hurry short with_an_excuse wants_more want_more say_no says_no too busy_with hide hides lie lies argue argues forget forgets
    running_late arrive_late arrives_late come_late comes_late turn_up turns_up show_up_late shows_up_late getting_it_wrong get_it_wrong gets_it_wrong`),
  paperwork:
    words(`report reports results result approval approvals papers paper warning warnings request requests ticket tickets complaint complaints invoice invoices application
    applications order orders email emails form forms quote quotes claim claims paperwork file files alert alerts licence permit permits visa visas contract contracts notes feedback findings
    data refund refunds payment payments referral referrals letter letters news information spec drawings numbers money cash`),
  'left-one': words(
    `the a an his her their our my him them us me it everyone everybody patients residents customers passengers both all two three four five six people staff that this mr mrs ms dr <whom>`.replace(
      ' <whom>',
      '',
    ),
  ),
  'duty-done':
    words(`told read rung phoned asked warned informed checked looked tested signed cleaned filled answered replied bothered thought listened logged mentioned flagged reported
    locked closed turned_off switched_off written put given_us sent_us ordered reordered booked passed lifted done_the done_his done_her done_their done_a followed kept updated emptied weighed counted labelled labeled unpacked lifted`),
  duties: lazily(() => [...duty].flatMap((verb) => [`${verb}s`, `${verb}es`, verb.replace(/y$/u, 'ies')])),
  uneventful: words(
    'left went got saw came was were had told asked reported noticed found called said wanted needed met heard felt knew received been helped spoke stayed stepped waited arrived raised reported nominated asked',
  ),
  'i-am': words('i_am i_was'),
  cause: words(
    `because since as after bc cos coz cuz cause is_that was_that is_because was_because due_to_the_fact_that that`,
  ),
  'should-have': words(
    'should_have could_have ought_to_have might_at_least_have oughta_have should_really_have should_at_the_very_least_have could_easily_have should_of could_of might_of should_not_have ought_not_to_have could_at_least_have could_have_at_least should_at_least_have could_of_just',
  ),
  'was-to':
    words(`was_supposed_to were_supposed_to was_meant_to were_meant_to was_expected_to were_expected_to was_to_have were_to_have needed_to
    ought_to_have should_have should_of was_required_to were_required_to had_been_meant_to was_obliged_to were_obliged_to`),
};
