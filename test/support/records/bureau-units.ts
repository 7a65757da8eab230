/** The lines of a file of units: a province of two bureaus. */
export const bureauUnits = [
  'unit_code,name,parent_code',
  'P,Province,',
  'PA,Bureau A,P',
  'PB,Bureau B,P',
] as const;
