import type { SourceRows } from '../evidence/evidence.js';
import type { Source } from '../source.js';

/** One column's memory, with its name. */
export interface NamedBuffer {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The memory of a source's rows, always in the same order, for a digest: offsets, columns as the fields are declared, refs. */
export function buffersOf(source: Source, { from, rows, refs }: SourceRows): NamedBuffer[] {
  const columns = Object.keys(source.fields).flatMap((name) => {
    const column = rows[name];
    return column ? [bytesOf(name, column)] : [];
  });
  return [
    bytesOf('from', from),
    ...columns,
    bytesOf('ref offsets', refs.offsets),
    bytesOf('refs', refs.bytes),
  ];
}

function bytesOf(name: string, view: ArrayBufferView): NamedBuffer {
  return { name, bytes: new Uint8Array(view.buffer, view.byteOffset, view.byteLength) };
}
