/** What deadlines and thresholds rest on, how days are counted, and from when history counts. */
export const clauses = {
  'clause.by': 'Rests on {text}',
  'clause.none': 'The clause it rests on has not been named yet.',
  'clause.article': '{document}, {article}',
  'clause.unverified': 'not verified',
  'clause.verified': 'verified',
  'clause.from': 'in force from {date}',
  'clause.until': 'in force until {date}',
  'clause.notYet': 'not in force yet',
  'clause.ended': 'no longer in force',
  'clause.workingDays': 'counted in working days',
  'clause.edit': 'Name the clause',
  'clause.change': 'Change the clause',
  'clause.field.en': 'Document, in English',
  'clause.field.zh': 'Document, in Chinese',
  'clause.field.article': 'Article',
  'clause.field.from': 'In force from',
  'clause.field.until': 'Last day in force',
  'clause.field.verified': 'I have compared it with the document',
  'clause.save': 'Save as a new version of the policy',
  'clause.cancel': 'Cancel',
  'clause.note': 'Clause of: {number}',
  'counting.title': 'How days are counted',
  'counting.sentence':
    'Deadlines run in calendar days unless said otherwise here. Days that the records themselves give are never moved.',
  'counting.kind': 'Deadline',
  'counting.in': 'Counted in',
  'counting.notice': 'Public days of a notice',
  'counting.note': '{kind}: counted in {count}',
  'counting.then':
    'What you choose is saved as a draft at once, which an approver other than you confirms.',
  'counting.years':
    'The calendar knows {years}{unverified, select, true { (not verified)} other {}}. In other years Monday to Friday are taken for working days.',
  'counting.noYears':
    'No calendar has been imported: Monday to Friday are taken for working days. Import the register of calendar days to count holidays.',
  'first.title': 'First records of {kind}',
  'first.now':
    '{count, plural, =0 {As things stand none of their follow-ups counts as overdue.} one {As things stand # of their follow-ups counts as overdue.} other {As things stand # of their follow-ups count as overdue.}}',
  'first.text':
    'History that comes in late looks overdue. Say from which day it counts: what was due before stays visible as inherited, outside counts and alerts.',
  'first.expected':
    'Asked for without a record from the same day: {kinds}. Without a day that is not asked for at all.',
  'first.option':
    '{count, plural, =0 {Count from {date}: none overdue} other {Count from {date}: # overdue}}',
  'first.decline': 'Leave everything as it is',
  'first.who': 'An administrator decides this on the policy page. Until then nothing changes.',
  'first.second': 'A second person decides on the day that you choose.',
  'first.waiting': 'The day that was chosen waits for a second person, as a draft of the policy.',
  'first.later': 'Another draft of the policy waits. Once it is decided, a day can be chosen here.',
  'first.accepted': 'Accepted: version {version} of the policy.',
  'first.declined': 'Declined; the policy stays as it is.',
  'demo.title': 'What to look at',
  'demo.sentence':
    'The province is made up. Each system of supervision has something to be found in it; names and numbers are the same whenever the data is made.',
  'demo.link': 'What to look at',
} as const;
