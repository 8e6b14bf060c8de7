import { byExample } from '../rule.ts';
import type { RuleFile } from '../rule.ts';
import { anyone } from './anyone.ts';

export const hindsight: RuleFile = {
  category: 'hindsight',
  catches: 'Afterwards it looks easy or plain: anyone would, all he had to do, how hard is it, common sense.',
  leavesAlone: '“You only have to press here” as help; saying that it was not obvious.',
  why: 'This looks easy afterwards. At the time it may not have been.',
  question: 'What did it look like at the time?',
  source: 'Fischhoff (hindsight bias), as in the PagerDuty, Etsy and Dekker guides',
  rules: [
    {
      id: 'hindsight-easy',
      ...byExample({
        'The porter had only to raise his eyes.': '[ <likely> had|needed only to ]',
        'Sanjay only had to look at the gauge.': '[ <likely> only had|needed to ]',
        'Is not so hard to put the chairs back.':
          '^ [ is|was not so|that|very|exactly|really hard|difficult|much|complicated to <any> ]',
        'A drop of oil, that was all it needed.': "[ that is|'s|was all it|he|she|they needed|took|takes ]",
        "It's not exactly rocket science, Joost.":
          "[ it is|was|'s not exactly|really|quite rocket|brain_surgery|hard|difficult|complicated ]",
        'All the courier had to do was ring.':
          '[ all <likely> <soft>* had_to|needed_to|has_to|was_asked_to <any>? ]',
        'The clerk simply had to look.': '[ <likely> just|simply had|needed to <duty>|glance|look ]',
        'How difficult is it to shut a door?':
          '[ how hard|difficult|much_effort|tricky|complicated can|could|is|does|would|was it ]',
        'How hard can it be to count to ten?':
          '[ how hard|difficult|much_effort|tricky|complicated can|could|is|does|would|was it ]',
        'How long would it take to label a box?': '[ how long can|could|does|would it take to <duty> ]',
        'Is it that difficult?': '[ is it really|that|so ... hard|difficult|much_to_ask|complicated ]',
        "It's common sense to close the valve first.":
          "[ it is|was|'s|would_have_been|would not? <soft>* have? rocket|brain|basic|common_sense|common_decency|common_courtesy|not_rocket|simple_stuff|elementary !but|and|needs ]",
        'Locking up is hardly brain surgery.': '[ rocket_science|brain_surgery ]',
        'Common sense, nothing more.': '^ [ common_sense ]',
        'The rota shows no common sense.':
          "[ is|was|'s|basic|simple|plain|sheer|no|zero|any|of|lacks|lacking|lacked|with|had|has|have <any>? common_sense ]",
        'Testing the spare key first is a no-brainer.':
          '[ no-brainer|no_brainer|blindingly_obvious|plain_as_day|glaringly_obvious|bleeding_obvious ]',
        'It only takes a second to close the lid.':
          '[ it takes|took|would_have_taken|literally_takes|only_takes|just_takes|literally_took|only_took !me|us|him|her|them <any>? <any>? second|seconds|minute|minutes|moment|sec|secs|glance|look to <duty> ]',
        'It would have taken ten seconds.':
          '[ it would_have_taken <any>? <any>? <any>? second|seconds|minute|minutes|moment|sec|secs|glance|look ]',
        'One simple rule, and look at the yard.':
          '[ one|a simple|single|easy|tiny job|task|thing|rule|glance|look|phone_call|call|check ] , <any>',
        'You had one job.': '[ <likely> had one|a_single|one_simple|one_single <any>? job|task|thing ]',
      }),

      leftAlone: [
        'It took me a minute to find the switch.',
        "It's common for the belt to slip in winter.",
        'You only have to press the green button, the rest is automatic.',
        'How long can the tank run without power?',
        'It was not obvious at the time.',
        'The courier had one parcel left.',
        'It took two minutes to warm up.',
        'How long will it take to load the van?',
      ],
    },
    anyone,
  ],
};
