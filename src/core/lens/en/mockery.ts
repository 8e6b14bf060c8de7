import { lazily } from '../lazily.ts';
import type { WordLists } from '../pattern.ts';

const words = (text: string): ReadonlySet<string> => lazily(() => text.trim().split(/\s+/u));

/** Words and turns that say by themselves that something has gone wrong. */
const wrong = words(
  `the_only_copy the_only_key our_only now_has has_our upside_down back_to_front inside_out lose loses losing losses too_late was_late were_late is_late hours_late days_late weeks_late minutes_late hour_late missed leaks leaking smells stinks furious refund refunds melted chaos shambles disaster outage from_scratch in_the_skip in_the_bin on_fire out_again off_again down_again as_usual yet_again nobody_can no_one_can instead is_without are_without left_without is_down are_down went_down goes_down all_down now_the_whole now_everyone now_nobody now_we_have_to now_i_have_to has_the_answer has_my right_before just_before in_the_middle_of sinking crashed sued cold_food in_the_dark no_water no_heating on_the_floor for_hours for_weeks for_days locks_up locked_out complaining complaints swearing frozen homeless stranded redo redoing again_and_again still except`,
);

/** How something is that has gone wrong; before a thing they may say what somebody put right. */
const how = words(
  `angry backwards blocked broken closed cold crooked dark dead drained empty fined flooded gone jammed late locked lost missing off offline overcharged red shut soaked stuck twice useless without wonky wrecked wrong`,
);

const needed = words(
  'light lights water heating heat power key keys milk paper stock staff cover food bread sign signs notice warning handover note notes backup backups internet signal phone phones parking gloves coffee stairs lift lid label labels door doors roof oven money pay invoice plan rota list driver drivers van nurse doctor teacher adult ladder chairs tables beds single_door single_light instructions address date apology reply answer explanation',
);

/** By what follows praise and thanks it shows whether they are meant. */
export const mockery: WordLists = {
  'fine-word': words(
    'brilliant superb fantastic splendid marvellous wonderful excellent great perfect genius lovely',
  ),
  praise:
    words(`oh_joy well_done nice_work great_work good_work lovely_job great_job good_job nice_job brilliant_work brilliant_job fantastic_work
    congratulations congrats nice_one good_one fabulous impressive take_a_bow a_round_of_applause round_of_applause applause hats_off well_played big_thanks
    many_thanks huge_thanks massive_thanks special_thanks standing_ovation three_cheers bravo kudos props shoutout shout-out top_marks full_marks full_credit
    all_credit gold_star a_gold_star ten_out_of_ten 10/10 way_to_go good_going what_a_hero what_a_star what_a_legend what_a_pro what_a_guy you_are_a_legend
    you_are_a_star a_real_pro a_true_pro so_glad so_pleased oh_great oh_brilliant oh_lovely oh_fantastic oh_wonderful oh_perfect oh_good wow thanks thank_you cheers`),
  fine: words(`great good nice lovely brilliant fantastic superb stellar outstanding excellent terrific amazing wonderful splendid first-class top top-notch
    sterling impressive marvellous fine classy clever smart bright perfect magnificent`),
  'very-fine':
    words(`very_professional so_professional really_professional very_mature real_mature very_classy real_classy classy very_helpful so_helpful
    very_clever very_smart very_thoughtful very_considerate very_brave`),
  feat: words(`job leadership foresight coordination work effort planning service timing teamwork communication organisation organization stuff show performance delivery driving parking
    attitude handover handwriting packing workmanship craftsmanship housekeeping timekeeping cooking advice`),
  but: new Set([',', ';', ':', '-', '–', '—', 'and', 'but', 'now', 'so', '.', '!']),
  // What has gone wrong now, as it is said of the thing: "the till is locked in the safe", not "the locked till was found".
  'gone-bad': lazily(() => [
    ...wrong,
    ...'is are was were am be been went goes got has_been have_been now still all stays'
      .split(' ')
      .flatMap((be) => [...how].map((it) => `${be}_${it}`)),
  ]),
  bad: lazily(() => [...wrong, ...how]),
  // "No lights", "nobody booked the hall": what there ought to be. "No falls, nobody hurt" is as it ought to be.
  lacking: lazily(() => [
    ...'no zero not_a not_one not_a_single'
      .split(' ')
      .flatMap((no) => [...needed].map((it) => `${no}_${it}`)),
    ...'nobody no_one not_one_of_them'
      .split(' ')
      .flatMap((no) =>
        'booked told can could knows knew has had_a asked ordered locked left came brought answered turned_up showed_up bothered checked read wrote got_paid can_get is_here was_told'
          .split(' ')
          .map((it) => `${no}_${it}`),
      ),
  ]),
  'good-turn':
    words(`nothing no not zero without never nobody despite even_though cover covered stay stayed help helped lend drive drove bring brought step_in come_in fetch dry found_it fixed fixing found spotted saved cleared sorted solved repaired recovered mended
    best perfect thanks thank finally_fixed caught noticed reported prevented avoided helped kept stopped unlocked reopened unblocked before could_have
    less fewer instead_of more_than`),
  'good-none':
    words(`customer_noticed complained felt complaint complaints accident accidents incident incidents injury injuries error errors problem problems fuss drama need more issue issues
    delay delays sweat queue queues hurt got late missed lost broke broken one mistake mistakes single_complaint single_error noticed idea sick escalations
    waste leak leaks defects bugs bug regressions outages outage downtime open minute easy small bad longer`),
  ruining:
    words(`reversing_into driving_into backing_into leaving losing forgetting breaking blocking ignoring skipping missing cancelling canceling dumping overbooking double-booking disappearing
    vanishing dropping deleting overwriting refusing failing messing unplugging stealing hogging interrupting blaming shouting complaining wasting binning
    ruining wrecking waking eating crashing nicking flooding spilling jamming burning smashing killing sabotaging sleeping hiding locking_us locking_me
    locking_everyone setting_off setting_fire trashing scratching denting leaking emailing_everyone emailing_the_whole parking_on parking_in parking_across
    parking_me parking_us turning_off_the switching_off_the throwing_away throwing_out pouring tipping gluing locking_the locking_yourself drinking bricking nuking wiping`),
  'bad-base':
    words(`switch_the turn_the book_my leave forget break block ignore skip lose cancel dump park wake eat delete steal hide throw bin switch_off turn_off lock unplug wreck ruin
    wait_until not drop miss spoil flood burn jam smash mess scratch vanish disappear bury sink cut raise charge_us send_us_home keep_us_waiting`),
};
