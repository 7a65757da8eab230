import type { Band } from '../../data/shapes.js';

/** The shape that stands for a band beside its word and colour, so that no one depends on colour. */
export const bandShapes: Readonly<Record<Band, string>> = {
  high: '▲',
  elevated: '◆',
  watch: '■',
  low: '●',
  insufficient: '○',
};
