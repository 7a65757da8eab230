import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { badParameter } from '../../platform/errors/problem.js';
import { causeOf } from '../../platform/errors/schema-issues.js';
import type { RowsFile } from '../../platform/http/send-rows.js';
import type { ExportContent, ExportKind, ExportRequest } from './export-kinds.js';

/** Injection token of the contents of every kind. */
export const EXPORT_CONTENTS = Symbol('export contents');

/** The lists that can be exported, each from the feature that answers for it. */
@Injectable()
export class ContentsService {
  constructor(@Inject(EXPORT_CONTENTS) private readonly contents: readonly ExportContent[]) {}

  /** Throws a problem that names the filter that this kind of list doesn't take, or not so. */
  check(what: ExportKind, filters: Readonly<Record<string, string>>): void {
    const content = this.#of(what);
    const parsed = z.safeParse(content.filters, filters);
    if (parsed.success) return;
    const [issue] = parsed.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const parameter = `filters.${String(unknown ?? issue?.path[0] ?? '')}`;
    const known = Object.keys(content.filters.shape).join(', ') || 'none';
    const detail = unknown ? `no filter of ${what}; theirs are: ${known}` : issue?.message;
    const { code, said } = causeOf(issue ?? {}) ?? {};
    throw badParameter(parameter, `${parameter}: ${detail}`, code, said);
  }

  /** Opens a list for reading. */
  open(what: ExportKind, request: ExportRequest): Promise<RowsFile<unknown>> {
    return this.#of(what).open(request);
  }

  #of(what: ExportKind): ExportContent {
    const content = this.contents.find((candidate) => candidate.what === what);
    if (!content) throw new Error(`nothing answers for ${what}`);
    return content;
  }
}
