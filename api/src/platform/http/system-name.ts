import { z } from 'zod';

/** The name of a system that records come from. */
export const systemName = z.stringFormat('system-name', /^[\p{L}\p{N}][\p{L}\p{N} ._:-]{0,63}$/u, {
  error: 'a name of 1 to 64 letters, digits, spaces and . _ : -',
});
