/** What waits for a second person. */
export const proposals = {
  'frame.proposals': 'Proposals',
  'proposals.sentence':
    '{count, plural, one {# proposal waits} other {# proposals wait}} for a second person.',
  'proposals.none': 'Nothing waits for a second person.',
  'proposals.none.text':
    'Drafts of the policy, merges of two numbers, splits and erasures stand here as soon as somebody proposes one. Releases from quarantine wait on the page of imports.',
  'proposals.quarantine': 'Go to quarantine',
  'proposals.toPolicy': 'Go to the policy',
  'proposals.purpose.merge': 'Merge {staffNo} into {other}',
  'proposals.purpose.split': 'Tell {staffNo} and {other} apart again',
  'proposals.purpose.erasure': 'Erase everything about {staffNo}',
  'proposals.purpose.policy': 'Draft of the policy, against version {version}',
  'proposals.policy.whole':
    'What it would do is counted over everybody, for approvers whose scope is all units.',
  'proposals.others': 'An approver decides on it.',
  'proposals.by': 'Proposed by {who}, {at}.',
  'proposals.own': 'You proposed it: somebody else decides.',
  'proposals.approve': 'Confirm',
  'proposals.decline': 'Decline',
  'proposals.takeBack': 'Take back',
  'proposals.reason': 'Why (it stays on record)',
  'proposals.then.merge':
    'From then on both numbers are one person, whose score is made of the records of both.',
  'proposals.then.split': 'From then on the two numbers are two people again.',
  'proposals.then.erasure':
    'Everything about this person is removed for good, with all versions. It cannot be undone.',
  'proposals.then.policy':
    'From then on scores and follow-ups are made by these numbers. Going back is another draft.',
  'proposals.then.decline': 'Nothing changes; the proposal stays on record with this reason.',
} as const;
