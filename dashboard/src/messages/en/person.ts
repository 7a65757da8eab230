/** One person: why this score, what is late, what happened over time. */
export const person = {
  'person.title': 'Person',
} as const;
