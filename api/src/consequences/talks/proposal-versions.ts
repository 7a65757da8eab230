import type { PoolClient } from 'pg';
import { contentColumns, type ProposalContent, type TalkProposal } from './talk-proposal.js';

const members = Object.keys(contentColumns) as (keyof ProposalContent)[];

const written = members
  .filter((member) => member !== 'number')
  .map((member) => contentColumns[member]);

/** `$1`: rows as JSON by column, in the order in which those without a number get theirs. */
const INSERT = `INSERT INTO talk_proposals (number, version, recorded_at, recorded_by, ${written.join(', ')})
  SELECT coalesce(number, 'T-' || nextval('talk_proposal_number')), version, $2, $3, ${written.join(', ')}
  FROM jsonb_populate_recordset(NULL::talk_proposals, $1::jsonb)`;

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

/** A version that is to be written: of a proposal that there is, or the first of a new one, which gets its number then. */
export interface NextVersion {
  readonly current?: TalkProposal;
  readonly content: Omit<ProposalContent, 'number'>;
}

/** Ends the present versions of proposals and puts these in their place; adds the new ones. */
export async function writeProposals(
  client: PoolClient,
  versions: readonly NextVersion[],
  { at, by }: Writing,
): Promise<void> {
  if (versions.length === 0) return;
  const ended = versions.flatMap(({ current }) => current?.number ?? []);
  if (ended.length > 0) {
    await client.query(
      'UPDATE talk_proposals SET superseded_at = $2 WHERE number = ANY ($1) AND superseded_at IS NULL',
      [ended, at],
    );
  }
  const rows = versions.map(({ current, content }) => {
    const complete = { ...content, number: current?.number ?? null };
    const cells = members.map((member) => [contentColumns[member], complete[member]]);
    return { ...Object.fromEntries(cells), version: (current?.version ?? 0) + 1 };
  });
  await client.query(INSERT, [JSON.stringify(rows), at, by]);
}
