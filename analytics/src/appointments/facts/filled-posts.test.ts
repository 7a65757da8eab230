import { expect, it } from 'vitest';
import { asked } from '../../../testing/clear-case.js';
import { cadre, posting } from '../../../testing/evidence-of.js';
import { cadreColumns } from '../../evidence/cadre-columns.js';
import { filledPosts } from './filled-posts.js';

it('counts those in service with a post of the rank in the unit, on the day', () => {
  const here = { unitCode: 'U', rank: 'division' };
  const cadres = cadreColumns(
    [
      cadre('S1', here),
      cadre('S2', { ...here, leftOn: asked }),
      cadre('S3', { ...here, rank: 'section' }),
      cadre('S4', here),
      cadre('S5'),
    ],
    [posting(3, asked - 10, { unitCode: 'V' }), posting(4, asked, { rank: 'division' })],
  );
  const filled = (day: number) => filledPosts(cadres, 'U', 'division', day);
  expect([asked - 11, asked - 1, asked].map(filled)).toEqual([3, 2, 2]);
});
