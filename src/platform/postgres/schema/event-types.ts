import { firstAnswers } from '../../../core/first-answer.ts';

/** Events of which digests and figures are made. A flag that is only saved is none. */
export const countedTypes = [
  'posted',
  ...firstAnswers,
  'resolved',
  'confirmed',
  'reopened',
  'asked',
  'ask-promised',
  'ask-closed',
  'thanks-shown',
  'held',
  'handed-over',
] as const;

/** What a lead's own mirror is made of. */
export const mirroredTypes = [
  ...firstAnswers,
  'opened-again',
  'upheld',
  'ask-promised',
  'ask-closed',
] as const;
