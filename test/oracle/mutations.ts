import type { Step } from './oracle.js';

/** A small mistake in one rule: the text that is replaced, which must stand there exactly once. */
export interface Mutation {
  readonly step: Step;
  readonly from: string;
  readonly to: string;
}

const of = (step: Step) => (from: string, to: string) => ({ step, from, to });
const standing = of('standing');
const opinions = of('opinions');
const debriefings = of('debriefings');
const audits = of('audits');
const reports = of('reports');
const talks = of('talks');
const cases = of('cases');
const contests = of('contests');
const scorecard = of('scorecard');
const followUps = of('follow-ups');

/** One mistake for each branch of the rules that is easily got wrong. */
export const mutations: readonly Mutation[] = [
  standing('floor(1000 * x + 0.5)', 'trunc(1000 * x + 0.5)'),
  standing('d.day < p.to_on', 'd.day <= p.to_on'),
  standing('c.left_on > d.day', 'c.left_on >= d.day'),
  standing('p.unit_code collate "C"', 'p.unit_code collate "C" desc'),
  opinions('when counts_apart or', 'when'),
  opinions("known_verification = 'unsubstantiated'", 'false'),
  opinions('o.verified_on <= d.day', 'o.verified_on < d.day'),
  opinions('* coalesce(ballot_count, 1)', ''),
  opinions("when 'anonymous' then 0", "when 'anonymous' then 0.25"),
  opinions('and rating < 0', 'and rating < -1'),
  opinions(
    'filter (where not counts_apart), 0), 0)',
    'filter (where not counts_apart), 0), -1000000)',
  ),
  opinions('o.given_on <= d.day', 'o.given_on < d.day'),
  debriefings('> d.day - 1461', '>= d.day - 1461'),
  debriefings('order by b.held_on desc', 'order by b.held_on'),
  debriefings('order by year desc', 'order by held_on desc'),
  debriefings('70 - score::float8', '69 - score::float8'),
  audits("when phase = 'in_term' then", "when phase = 'end_of_term' then"),
  audits('f.return_visited_on + 30', 'f.return_visited_on + 31'),
  audits('f.found_on + 90', 'f.found_on + 91'),
  audits('when turn <= 3', 'when turn <= 4'),
  audits('least(0.5::float8', 'least(0.6::float8'),
  audits("when f.responsibility = 'none' then 0", "when f.responsibility = 'none' then 1"),
  audits('f.rectified_on is null or', ''),
  audits('or f.re_verified_on is not null', ''),
  audits('else 0.75::float8', 'else 0.5::float8'),
  audits('x desc, ref', 'x desc, length(ref), ref'),
  reports('coalesce(submitted_on, day)', 'coalesce(submitted_on, due_on)'),
  reports('then 1::float8', 'then decay(day - due_on, 730)'),
  reports('coalesce(r.checked_on, r.due_on) <= d.day', 'true'),
  reports('least(5::float8', 'least(6::float8'),
  talks('then t.held_on + 183', 'then t.held_on + 184'),
  talks('when because_of is not null then 0', ''),
  talks('correct_due_on < day', 'correct_due_on <= day'),
  talks('t.corrected_on <= d.day', 't.corrected_on < d.day'),
  talks("case when attended = 'false'", "case when attended <> 'true'"),
  talks('greatest(e.from_on, s.appointed_on)', 'coalesce(s.appointed_on, e.from_on)'),
  talks('h.held_on > b.since_on and', ''),
  talks('since_on + 183', 'since_on + 182'),
  talks("(where s.attended = 'true')", "(where s.attended <> 'false')"),
  talks('having min(s.held_on) >= e.from_on', 'having max(s.held_on) >= e.from_on'),
  cases('r.resolved_on > d.day', 'r.resolved_on >= d.day'),
  cases('r.reviewed_on <= d.day', 'r.reviewed_on < d.day'),
  cases('when r.replied_on <= d.day and', 'when r.replied_on < d.day and'),
  cases('d.day - r.replied_on', 'd.day - r.requested_on'),
  cases("and item <> 'other'", ''),
  cases('having count(*) = 6', 'having count(*) >= 5'),
  cases('c.opened_on <= d.day', 'c.opened_on < d.day'),
  cases('> c.decided_on + 335', '>= c.decided_on + 335'),
  cases("c.kind is distinct from 'transfer'", "c.kind = 'promotion'"),
  contests('c.filed_on + 30', 'c.filed_on + 31'),
  contests('c.answered_on <= d.day', 'c.answered_on < d.day'),
  contests('c.filed_on <= d.day', 'c.filed_on < d.day'),
  scorecard('least(20000', 'least(19999'),
  scorecard('least(15000, greatest(0, coalesce(b', 'least(15001, greatest(0, coalesce(b'),
  scorecard('least(30000', 'least(30001'),
  scorecard('least(15000, greatest(0, coalesce(r', 'least(15001, greatest(0, coalesce(r'),
  scorecard('held_on > d.day - 730', 'held_on >= d.day - 730'),
  scorecard("kind = 'annual' and", ''),
  scorecard('given_on > d.day - 1095', 'given_on >= d.day - 1095'),
  scorecard('found_on > d.day - 1825', 'found_on >= d.day - 1825'),
  scorecard('count(*) >= 3', 'count(*) >= 2'),
  scorecard('t.present < 0.5', 't.present <= 0.5'),
  scorecard('total desc, audit desc', 'total desc'),
  scorecard('staff_no collate "C"', "encode(convert_to(staff_no, 'UTF8'), 'hex') desc"),
  scorecard('rank() over (order by total desc)', 'dense_rank() over (order by total desc)'),
  scorecard('where in_service', ''),
  followUps("o.due_on < d.day then 'overdue'", "o.due_on <= d.day then 'overdue'"),
  followUps('last.year - n.years + 1', 'last.year - n.years'),
  followUps('d.day + 14', 'd.day + 13'),
  followUps('d.day >= due_on - 31', 'd.day >= due_on - 30'),
  followUps("channel is distinct from 'ballot'", "channel <> 'ballot'"),
  followUps('y.ends_on - s.appointed_on >= 183', 'y.ends_on - s.appointed_on > 183'),
  followUps('since_on + 1095', 'since_on + 1096'),
  followUps('a.found_on >= p.to_on', 'a.found_on > p.to_on'),
  followUps('p.to_on + 180', 'p.to_on + 181'),
  followUps('rectified_on + 90', 'found_on + 180'),
];
