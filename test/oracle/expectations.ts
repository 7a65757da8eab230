import type { Expectations } from './oracle.js';

/** Expected from a day on which some of these fall due, and counted from a later one. */
export const expectations: Expectations = {
  expectedFrom: {
    'hold-debriefing': '2023-03-31',
    'submit-report': '2023-01-31',
    'hold-audit': '2022-01-01',
    'heart-to-heart': '2023-08-30',
    train: '2022-06-01',
  },
  countFrom: { 'rectify-finding': '2023-06-01' },
  listedRanks: ['county-head', 'division-head'],
  basicallyCompetentYears: 2,
};
