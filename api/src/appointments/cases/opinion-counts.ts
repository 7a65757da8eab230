import type { Day, Facts } from '@probity/analytics';

/** How many opinions a group of respondents gave about a circle; never who gave them. */
export interface OpinionCount {
  readonly respondent: string;
  readonly circle: string;
  readonly count: number;
}

/** The opinions for a case by the day, counted by group and circle; pairs without an opinion are left out. */
export function countOpinions({ opinions }: Facts, day: Day): OpinionCount[] {
  const given = opinions.filter(({ givenOn }) => givenOn <= day);
  const byPair = Map.groupBy(given, ({ respondent, circle }) => `${respondent}/${circle}`);
  return [...byPair]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pair, those]) => {
      const [respondent = '', circle = ''] = pair.split('/');
      return { respondent, circle, count: those.length };
    });
}
