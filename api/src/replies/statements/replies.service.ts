import { Injectable } from '@nestjs/common';
import { type Day, dateOf, dayOf, dueAfter } from '@probity/analytics';
import { CadresService } from '../../cadres/cadres.service.js';
import { CalendarsService } from '../../calendars/calendars.service.js';
import type { Scope } from '../../platform/access/scope.js';
import { badParameter, conflict, notFound } from '../../platform/errors/problem.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { RunsService } from '../../scoring/runs.service.js';
import { OwnSubjects } from '../../users/callers/own-subjects.service.js';
import { ContestedRecordService } from './contested-record.service.js';
import type { ContestAnswer, NewStatement, Statement, StatementList } from './replies.dto.js';
import { StatementStore } from './statement-store.service.js';
import { type StatementVersion, stateOf } from './statement-version.js';

/** Whose statements, and who writes: an office's inspector, or the person through a link. */
export interface Writer {
  readonly scope: Scope;
  readonly cadreId: number;
  readonly staffNo: string;
  readonly through: 'office' | 'link';
}

/** What people reply to their records and contest in them, and what offices answer. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly cadres: CadresService,
    private readonly store: StatementStore,
    private readonly records: ContestedRecordService,
    private readonly policies: PoliciesService,
    private readonly calendars: CalendarsService,
    private readonly runs: RunsService,
    private readonly subjects: OwnSubjects,
  ) {}

  /** An inspector, writing about somebody. Throws the 404 problem of people who aren't there. */
  async inspector(scope: Scope, staffNo: string): Promise<Writer> {
    return { scope, staffNo, cadreId: await this.cadres.idOf(scope, staffNo), through: 'office' };
  }

  /** Somebody's statements, the latest first. */
  async list({ cadreId, staffNo }: Pick<Writer, 'cadreId' | 'staffNo'>): Promise<StatementList> {
    const { policy } = await this.policies.load();
    const due = dueAfter(policy, await this.calendars.load());
    const answerBy = (filedOn: Day) => due('answer-contest', filedOn, policy.hearing.answerDays);
    const byRef = new Map<string, StatementVersion[]>();
    for (const version of await this.store.versions(cadreId)) {
      byRef.set(version.ref, [...(byRef.get(version.ref) ?? []), version]);
    }
    const rows = [...byRef.values()].map((versions) => told(versions, answerBy));
    const contested = rows.some(({ state }) => state === 'unanswered');
    return { staffNo, contested, total: rows.length, rows: rows.reverse() };
  }

  /** One statement. Throws 404. */
  async find(writer: Writer, ref: string): Promise<Statement> {
    const found = (await this.list(writer)).rows.find((one) => one.ref === ref);
    if (!found) throw notFound(`statement ${ref}`);
    return found;
  }

  /** Files a reply or a contest. 404 for a record that this person doesn't have, 409 for what stands there already. */
  async file(writer: Writer, body: NewStatement): Promise<Statement> {
    const today = this.runs.today();
    const filedOn = body.filedOn ?? today;
    if (filedOn > today)
      throw badParameter('filedOn', 'filedOn: not in the future', 'filed-in-future');
    const { scope, staffNo, through } = writer;
    // The person concerned knows of no systems.
    const system = await this.records.systemOf(scope, staffNo, body, through === 'link');
    const about = { source: body.source ?? null, recordRef: body.ref ?? null, system };
    await this.#refuseRepeated(writer, body);
    const ref = await this.store.add(writer.cadreId, writer.scope.subject, {
      ...about,
      kind: body.kind,
      text: body.text,
      filedOn,
      filedBy: writer.scope.subject,
      filedThrough: writer.through,
      withdrawnReason: null,
      answeredOn: null,
      answeredBy: null,
      outcome: null,
      answer: null,
      correction: null,
    });
    return this.find(writer, ref);
  }

  /** Puts another text in the place of one that isn't answered; the former stays in the history. */
  async supersede(writer: Writer, ref: string, text: string): Promise<Statement> {
    await this.store.change(writer.cadreId, ref, writer.scope.subject, (current) => {
      refuseClosed(current);
      refuseOthers(current, writer);
      return { ...current, text };
    });
    return this.find(writer, ref);
  }

  /** Withdraws a statement that isn't answered, with a reason. */
  async withdraw(writer: Writer, ref: string, reason: string): Promise<Statement> {
    await this.store.change(writer.cadreId, ref, writer.scope.subject, (current) => {
      refuseClosed(current);
      refuseOthers(current, writer);
      return { ...current, withdrawnReason: reason };
    });
    return this.find(writer, ref);
  }

  /**
   * Answers a contest. 409 where the one who answers filed it or imported what it is about: an
   * answer is somebody else's look at it.
   */
  async answer(writer: Writer, ref: string, body: ContestAnswer): Promise<Statement> {
    const { scope, cadreId, staffNo } = writer;
    const contest = await this.find(writer, ref);
    if (contest.kind !== 'contest') {
      throw conflict('A reply needs no answer; only a contest does.', 'no-answer-needed');
    }
    const today = this.runs.today();
    const answeredOn = body.answeredOn ?? today;
    if (answeredOn > today || answeredOn < contest.filedOn) {
      throw badParameter('answeredOn', 'answeredOn: between the filing and today', 'answered-on');
    }
    const own = await this.subjects.of(scope);
    if (own.has(contest.filedBy)) {
      throw conflict('You filed this contest, so somebody else must answer it.', 'own-contest');
    }
    const about = {
      source: contest.source ?? undefined,
      ref: contest.recordRef ?? undefined,
      system: contest.system ?? undefined,
    };
    const filedAt = contest.versions[0]?.recordedAt ?? '';
    const entered = await this.records.enteredBy(scope, staffNo, about, filedAt);
    if (!own.isDisjointFrom(entered)) {
      throw conflict(
        'You entered the record that is contested, so somebody else must answer.',
        'own-entry',
      );
    }
    await this.store.change(cadreId, ref, scope.subject, (current) => {
      refuseClosed(current);
      return {
        ...current,
        answeredOn,
        answeredBy: scope.subject,
        outcome: body.outcome,
        answer: body.reason,
        correction: body.correction ?? null,
      };
    });
    return this.find(writer, ref);
  }

  /** The same text about the same thing twice is a form that was sent twice. */
  async #refuseRepeated(writer: Writer, body: NewStatement): Promise<void> {
    const { rows } = await this.list(writer);
    const same = rows.find(
      (one) =>
        one.kind === body.kind &&
        one.text === body.text &&
        one.source === (body.source ?? null) &&
        one.recordRef === (body.ref ?? null) &&
        (one.state === 'noted' || one.state === 'unanswered'),
    );
    if (same)
      throw conflict(`The same text stands there already, as ${same.ref}.`, 'same-statement', {
        ref: same.ref,
      });
  }
}

function told(versions: readonly StatementVersion[], answerBy: (filedOn: Day) => Day): Statement {
  const latest = versions.at(-1) as StatementVersion;
  const { version: _v, recordedAt: _a, supersededAt: _s, recordedBy: _b, ...content } = latest;
  return {
    ...content,
    state: stateOf(latest),
    dueOn: latest.kind === 'contest' ? dateOf(answerBy(dayOf(latest.filedOn))) : null,
    versions: versions.map(
      ({ version, recordedAt, supersededAt, recordedBy, text, withdrawnReason }) => ({
        version,
        recordedAt,
        supersededAt,
        recordedBy,
        text,
        withdrawnReason,
      }),
    ),
  };
}

function refuseClosed(current: StatementVersion): void {
  const state = stateOf(current);
  if (state === 'withdrawn')
    throw conflict(`${current.ref} was withdrawn already.`, 'statement-closed', {
      ref: current.ref,
    });
  if (state === 'answered')
    throw conflict(`${current.ref} was answered already, and stays as it is.`, 'statement-closed', {
      ref: current.ref,
    });
}

/** What came in one way is changed in the same way: an office doesn't rewrite what the person wrote. */
function refuseOthers(current: StatementVersion, { through }: Writer): void {
  if (current.filedThrough === through) return;
  throw conflict(
    through === 'office'
      ? `${current.ref} was written by the person through a link, and only they may change it.`
      : `${current.ref} was entered by the office; ask there to change it.`,
    through === 'office' ? 'written-by-person' : 'written-by-office',
    { ref: current.ref },
  );
}
