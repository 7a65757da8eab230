/** Points that fill a bar of parts: beyond it, bars are cut rather than all others flattened. */
export const SCALE = 60;
