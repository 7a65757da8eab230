import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { type Field, type RecordKind, recordKinds, sources } from '@probity/analytics';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.js';
import { CSV_TYPE, csv } from '../../platform/csv/csv.js';
import { Answers, AnswersFile } from '../../platform/http/openapi.js';
import { fieldsOf, isRegister, kindNamed } from './kind-catalog.js';

const labels = z.object({ en: z.string(), 'zh-CN': z.string() });
const kindAnswer = z.object({
  key: z.string(),
  labels,
  register: z.boolean(),
  identity: z.array(z.string()),
  closes: z.array(z.string()).describe('The kinds of follow-up that its forms close.'),
  fields: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['text', 'date', 'integer', 'decimal', 'amount', 'boolean', 'choice']),
      labels,
      aliases: z.array(z.string()),
      optional: z.boolean(),
      long: z.boolean(),
      fallback: z.string().nullable(),
      values: z.array(z.object({ value: z.string(), labels })).nullable(),
      known: z
        .array(z.object({ value: z.string(), labels }))
        .nullable()
        .describe('Usual values of a text; others are taken too.'),
      min: z.number().nullable(),
      max: z.number().nullable(),
      decimals: z.number().nullable(),
      references: z.enum(['cadre', 'unit', 'appointment-case']).nullable(),
    }),
  ),
});

const templateName = z.string().regex(/^[a-z-]+\.csv$/, { error: 'a kind of record and .csv' });
const templateQuery = z.strictObject({ language: z.enum(['en', 'zh-CN']).default('en') });

/** The kinds of records: what can be imported, and how a file for it looks. */
@Controller()
export class KindsController {
  @Allow.signedIn()
  @Get('kinds')
  @Answers(z.object({ rows: z.array(kindAnswer) }), 'Every kind of record with its fields.')
  list() {
    return { rows: recordKinds.map(answerOf) };
  }

  @Allow.signedIn()
  @Get('templates/:file')
  @Header('content-type', CSV_TYPE)
  @AnswersFile('A CSV file with the header of a kind and nothing else.', 'text/csv')
  async template(
    @Param('file', { schema: templateName }) file: string,
    @Query({ schema: templateQuery }) { language }: z.infer<typeof templateQuery>,
    @Res() response: Response,
  ) {
    const kind = kindNamed(file.replace(/\.csv$/, ''));
    const columns = fieldsOf(kind)
      .filter((field) => !field.untemplated)
      .map((field) => ({
        header: language === 'en' ? field.name : field.labels[language],
        cell: () => null,
      }));
    response.attachment(file);
    for await (const piece of csv(columns, [])) response.write(piece);
    response.end();
  }
}

function answerOf(kind: RecordKind): z.infer<typeof kindAnswer> {
  return {
    key: kind.key,
    labels: kind.labels,
    register: isRegister(kind),
    identity: [...kind.identity],
    closes: Object.keys(sources.find(({ key }) => key === kind.key)?.closings ?? {}),
    fields: fieldsOf(kind).map((field) => ({
      name: field.name,
      type: field.type,
      labels: field.labels,
      aliases: [...(field.aliases ?? [])],
      optional: field.optional ?? false,
      long: field.long ?? false,
      fallback: field.fallback ?? null,
      values: valuesOf(field.values),
      known: valuesOf(field.known),
      min: field.min ?? null,
      max: field.max ?? null,
      decimals: field.decimals ?? null,
      references: field.references ?? null,
    })),
  };
}

const valuesOf = (values: Field['values']) =>
  values ? Object.entries(values).map(([value, labelled]) => ({ value, labels: labelled })) : null;
