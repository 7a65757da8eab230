import type { PoolClient } from 'pg';
import { contentColumns, type ProposalContent, type TalkProposal } from './talk-proposal.js';

const members = Object.keys(contentColumns) as (keyof ProposalContent)[];

const INSERT = `INSERT INTO talk_proposals (version, recorded_at, recorded_by,
    ${members.map((member) => contentColumns[member]).join(', ')})
  VALUES ($1, $2, $3, ${members.map((_, at) => `$${at + 4}`).join(', ')})`;

/** Any number that no other lock has. */
const PROPOSALS_LOCK = 7_106_543;

/** Until the transaction ends nobody else writes proposals. Whoever needs the commit clock, too, takes that one first. */
export async function lockProposals(client: PoolClient): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [PROPOSALS_LOCK]);
}

/** Who writes a version, and the instant that it is known from. */
export interface Writing {
  readonly at: string;
  readonly by: string;
}

/** Adds the first version of a proposal. */
export async function addProposal(
  client: PoolClient,
  content: Omit<ProposalContent, 'number'>,
  { at, by }: Writing,
): Promise<void> {
  const { rows } = await client.query<{ number: string }>(
    `SELECT 'T-' || nextval('talk_proposal_number') AS number`,
  );
  const complete = { ...content, number: rows[0]?.number ?? '' };
  await client.query(INSERT, [1, at, by, ...members.map((member) => complete[member])]);
}

/** Ends the present version of a proposal, and puts another in its place. */
export async function changeProposal(
  client: PoolClient,
  current: TalkProposal,
  change: Partial<ProposalContent>,
  { at, by }: Writing,
): Promise<void> {
  await client.query(
    'UPDATE talk_proposals SET superseded_at = $2 WHERE number = $1 AND superseded_at IS NULL',
    [current.number, at],
  );
  const next = { ...current, ...change };
  const values = members.map((member) => next[member]);
  await client.query(INSERT, [current.version + 1, at, by, ...values]);
}
