import type { Scores } from '@probity/analytics';

/** Throws where a reference scored anybody otherwise: its cadres, totals and positions, row by row. */
export function compareScores(
  scores: Scores,
  name: string,
  [cadres = [], totals = [], positions = []]: readonly (readonly number[])[],
): void {
  if (cadres.length !== scores.count) throw new Error(`${name} answered for other cadres`);
  cadres.forEach((cadre, row) => {
    if (scores.total[cadre] !== totals[row] || scores.position[cadre] !== positions[row]) {
      throw new Error(
        `cadre ${cadre}: ${scores.total[cadre]} at ${scores.position[cadre]}, ${name} ${totals[row]} at ${positions[row]}`,
      );
    }
  });
}
