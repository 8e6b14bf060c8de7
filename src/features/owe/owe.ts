import { rhythms } from '../../core/owed.ts';
import type { Rhythm } from '../../core/owed.ts';
import { chooseRhythm } from '../../platform/postgres/choose-rhythm.ts';
import type { Effect, Feature, House, Press } from '../../platform/slack/feature.ts';
import { oneSentence } from '../blocks.ts';
import { rhythmInWords } from '../rhythm-words.ts';
import { drawOwed, rhythmIds } from './message.ts';

/** What leads owe, each week to each of them, and how often they want to read it. */
export const owe: Feature = {
  presses: Object.fromEntries(rhythms.map((rhythm) => [rhythmIds[rhythm], chooses(rhythm)])),
  owed: drawOwed,
};

function chooses(rhythm: Rhythm) {
  return async ({ store }: House, press: Press): Promise<readonly Effect[]> => {
    await chooseRhythm(store, press.workspace, press.slackUser, rhythm);
    return [
      { say: oneSentence(`Thank you. ${rhythmInWords(rhythm)} *When may I write to you?* changes it.`) },
    ];
  };
}
