import type { Facts } from '../src/appointments/facts/facts.js';
import type { AppointmentCase } from '../src/evidence/cases.js';
import { dayOf, NO_DAY } from '../src/fields/day.js';

/** The day that tests of the gate ask about. */
export const asked = dayOf('2024-06-30');

/** A case that is open. */
export const openCase: AppointmentCase = {
  caseNo: 'C-1',
  kind: 'promotion',
  openedOn: asked - 60,
  decidedOn: NO_DAY,
  decision: null,
};

const items = ['age', 'work_start', 'party_entry', 'education', 'experience', 'identity'];
const departments = [
  'discipline_inspection',
  'family_planning',
  'petitions',
  'audit',
  'organisation',
  'public_security',
];
const opinions = [
  ['leading_group', 'work'],
  ['peer', 'life'],
  ['subordinate', 'social'],
  ['work_object', 'unknown'],
  ['service_object', 'work'],
] as const;

/** Everything that an appointment needs, with nothing against it, known for long before the asked day. */
export const clearFacts: Facts = {
  headcountReviews: [
    {
      ref: 'C-1',
      reviewedOn: asked - 50,
      establishedPosts: 3,
      filledPosts: 3,
      leavingPosts: 1,
      plannedPosts: 1,
      improperTreatment: false,
    },
  ],
  fileReviews: items.map((item) => ({
    ref: 'C-1',
    item,
    result: 'clear',
    reviewedOn: asked - 40,
    resolvedOn: NO_DAY,
  })),
  replies: departments.map((department) => ({
    ref: 'C-1',
    department,
    requestedOn: asked - 40,
    repliedOn: asked - 30,
    opinion: 'no_objection',
  })),
  notices: [
    {
      ref: 'C-1',
      postedOn: asked - 30,
      endsOn: asked - 20,
      objectionCount: 0,
      objectionsSettledOn: NO_DAY,
    },
  ],
  opinions: opinions.map(([respondent, circle], at) => ({
    ref: `O-${at}`,
    givenOn: asked - 25,
    respondent,
    circle,
  })),
  debriefings: [{ ref: 'S1/2023', year: 2023, heldOn: asked - 150, grade: 'competent' }],
  findings: [],
  reports: [
    {
      ref: 'P-1',
      dueOn: asked - 150,
      submittedOn: asked - 160,
      checkResult: 'consistent',
      checkedOn: asked - 100,
    },
  ],
  talks: [],
  sanctions: [],
};
