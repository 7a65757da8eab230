import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { csvOf, type Evidence, filedKinds, type Kind, kinds } from './generate/row.js';

const tables: Readonly<Record<Kind, string>> = {
  units: 'units',
  cadres: 'cadres',
  postings: 'postings',
  'inspection-opinion': 'inspection_opinions',
  'debriefing-score': 'debriefing_scores',
  'audit-finding': 'audit_findings',
  'personal-matter-report': 'personal_matter_reports',
  'reminder-talk': 'reminder_talks',
  'education-session': 'education_sessions',
  'heart-to-heart-talk': 'heart_to_heart_talks',
  'appointment-case': 'appointment_cases',
  'headcount-review': 'headcount_reviews',
  'file-review': 'file_reviews',
  'joint-review-reply': 'joint_review_replies',
  'inspection-notice': 'inspection_notices',
  contests: 'contests',
};

const steps = [
  'standing',
  'opinions',
  'debriefings',
  'audits',
  'reports',
  'talks',
  'cases',
  'contests',
  'scorecard',
  'follow-ups',
] as const;

/** The name of one file of rules. */
export type Step = (typeof steps)[number];

/** What a policy says beyond the defaults: by follow-up kind a date, and the ranks that report. */
export interface Expectations {
  readonly expectedFrom: Readonly<Record<string, string>>;
  readonly countFrom: Readonly<Record<string, string>>;
  readonly listedRanks: readonly string[];
  /** How many years of basically competent in a row need a decision; 0: none do. */
  readonly basicallyCompetentYears: number;
}

const nothingExpected: Expectations = {
  expectedFrom: {},
  countFrom: {},
  listedRanks: [],
  basicallyCompetentYears: 0,
};

/** The rules as SQL, by step. */
export function readRules(): Map<Step, string> {
  return new Map(steps.map((step) => [step, readSql(step)]));
}

function readSql(name: string): string {
  return readFileSync(fileURLToPath(new URL(`sql/${name}.sql`, import.meta.url)), 'utf8');
}

/**
 * The scorecard and the follow-ups a second time, as SQL over plain tables, sharing nothing with
 * the product but the files it reads. Works in the database that `client` is connected to.
 */
export class Oracle {
  constructor(private readonly client: Client) {}

  /** Makes the tables anew and fills them. */
  async load(evidence: Evidence): Promise<void> {
    await this.client.query(
      `drop schema if exists evidence cascade; create schema evidence; set search_path to evidence;
      ${readSql('schema')}`,
    );
    for (const kind of [...kinds, ...filedKinds]) {
      const rows = evidence[kind].map(({ system, row }) => ({ system, ...row }));
      const headers = Object.keys(rows[0] ?? { system: '' });
      const copy = copyFrom(
        `copy ${tables[kind]} (${headers.join(', ')}) from stdin (format csv, header)`,
      );
      await pipeline(Readable.from([csvOf(rows)]), this.client.query(copy));
    }
    await this.client.query('create index on postings (staff_no); analyze');
  }

  /** Applies the rules as of a day; afterwards `read` sees their tables. */
  async answer(asOf: string, expectations: Expectations = nothingExpected): Promise<void> {
    await this.ask(asOf, expectations);
    for (const rule of readRules().values()) await this.apply(rule);
  }

  /** Says what day it is about, and makes room for what the rules, applied one after another, make. */
  async ask(asOf: string, expectations: Expectations): Promise<void> {
    await this.client.query(
      `set search_path to evidence; truncate asked, expected_from, count_from, listed_ranks, needed_years`,
    );
    await this.client.query('insert into asked values ($1)', [asOf]);
    const { basicallyCompetentYears: years } = expectations;
    if (years > 0) await this.client.query('insert into needed_years values ($1)', [years]);
    await this.#fill('expected_from', Object.entries(expectations.expectedFrom));
    await this.#fill('count_from', Object.entries(expectations.countFrom));
    await this.#fill(
      'listed_ranks',
      expectations.listedRanks.map((rank) => [rank]),
    );
    // The planner knows nothing about tables made a moment ago, and would loop over them.
    await this.client.query(
      `set jit = off; set enable_nestloop = off; drop schema if exists card cascade;
      create schema card; set search_path to card, evidence`,
    );
  }

  /** Applies the rules of one step to what those before it made. */
  async apply(rule: string): Promise<void> {
    await this.client.query(rule);
  }

  /** Rows of a query over the tables that `answer` made; dates and big integers come as text. */
  async read<T>(query: string): Promise<T[]> {
    const { rows } = await this.client.query({ text: query });
    return rows as T[];
  }

  async #fill(table: string, rows: readonly (readonly string[])[]): Promise<void> {
    for (const row of rows) {
      const places = row.map((_, index) => `$${index + 1}`);
      await this.client.query(`insert into ${table} values (${places.join(', ')})`, [...row]);
    }
  }
}
