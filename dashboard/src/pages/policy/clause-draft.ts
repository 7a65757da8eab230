/** The name under which what is typed of the clause at a path of the policy is kept. */
export const clauseDraft = (path: string): string => JSON.stringify(['clause', path]);
