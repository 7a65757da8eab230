import type { z } from 'zod';
import type { Scope } from '../../platform/access/scope.js';
import type { RowsFile } from '../../platform/http/send-rows.js';

/** What can be exported on a schedule. */
export const exportKinds = ['rankings', 'unit-summaries', 'follow-ups'] as const;

export type ExportKind = (typeof exportKinds)[number];

/** What an export is asked for. */
export interface ExportRequest {
  readonly scope: Scope;
  readonly asOf: string;
  /** Code of the unit whose subtree is meant; null for all. */
  readonly unit: string | null;
  /** Further parameters of the list's route, as text, by name. */
  readonly filters: Readonly<Record<string, string>>;
}

/** One kind of list, taken from the feature that answers for it. */
export interface ExportContent<R = unknown> {
  readonly what: ExportKind;
  /** The parameters that may stand in `filters`. */
  readonly filters: z.ZodObject;
  /** Opens the list, fresh scores first made where there are none. */
  open(request: ExportRequest): Promise<RowsFile<R>>;
}
