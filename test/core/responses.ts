import type { PartOfChart, Response, Several } from '../../src/core/numbers.ts';

export const noResponse: Response = {
  firstAnswer: null,
  claim: null,
  confirmation: null,
  asked: 0,
  answered: 0,
  support: null,
  solved: 0,
  confirmed: 0,
  unconfirmed: 0,
  held: 0,
  cameBack: 0,
};
export const everyone: Several = {
  firstAnswer: true,
  claim: true,
  confirmation: true,
  asks: true,
  solved: true,
  lasting: true,
};
const everywhere: PartOfChart = { claimed: 'several', confirmed: 'several', held: 'several' };
/** Several people are behind all of it. */
export const all = { now: everyone, before: everyone, chart: [everywhere] };
