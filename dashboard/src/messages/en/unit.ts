/** Units: better or worse, where, and what is late. No names. */
export const unit = {
  'unit.closed': 'This unit is closed since {date}. Whoever is counted here was left in it.',
  'unit.missing': 'There is no unit {code} that you may see.',
  'unit.missing.text':
    'The code may be mistyped. Units outside of your scope are not shown, and are told of in these same words. The search finds units by name, too.',
  'unit.missing.all': 'All units that you may see',
  'unit.moved':
    'The numbers are by today’s tree. On {date} {count, plural, one {a unit was} other {# units were}} still elsewhere: {codes}.',
  'units.title': 'Units',
  'units.sentence':
    '{count, plural, one {# unit} other {# units}} in your scope. A unit’s numbers include everyone below it.',
  'units.filter': 'Name or code of the unit',
  'units.column.unit': 'Unit',
  'units.column.people': 'People',
  'units.column.raised': 'High or elevated',
  'units.column.share': 'Share',
  'units.column.mean': 'Mean score (points)',
  'units.column.overdue': 'Overdue',
  'units.sort': 'Order by this column: largest first, smallest first, as the tree',
  'units.none': 'There are no units yet.',
  'unit.people': 'See its people in the ranking',
  'unit.followUps': 'See its follow-ups',
  'unit.print': 'Print this page',
  'unit.parent': 'Part of {name}',
  'unit.sentence.bands.better':
    '{count, number} of {total, number} people ({share}) are in the high or elevated band, a smaller share than a year ago ({before}).',
  'unit.sentence.bands.worse':
    '{count, number} of {total, number} people ({share}) are in the high or elevated band, a larger share than a year ago ({before}).',
  'unit.sentence.bands.same':
    '{count, number} of {total, number} people ({share}) are in the high or elevated band, the same share as a year ago.',
  'unit.sentence.bands.now':
    '{count, number} of {total, number} people ({share}) are in the high or elevated band.',
  'unit.sentence.bands.hidden':
    'About {total, number} people. How many of them are in the high or elevated band is not shown, since the groups are small.',
  'unit.sentence.hidden':
    'Fewer than 8 people are here, or their number would give a smaller group away: nothing of them is shown.',
  'unit.sentence.mean.hidden':
    'The mean score is not shown on this day or for a group of this size.',
  'unit.sentence.overdue.atLeast':
    'About {count, number} follow-ups or more are overdue, most of all: {kind} (about {most, number}).',
  'unit.sentence.overdue.hidden': 'A few follow-ups are overdue, among them: {kind}.',
  'unit.rounded':
    'Groups under 8 people are not shown (*), nor what would give them away; counts are rounded to 5, means to whole points.',
  'unit.trend.sentence.mean':
    'Mean score (points) at each month’s end: {before} in {from}, {now} now.',
  'unit.children.sentence.table':
    'The shares of the high and elevated bands are not shown for these parts, since some groups are small.',
  'unit.trend.hidden':
    'The share of people in the high or elevated band is not shown, since the groups are small.',
  'unit.children.sentence.rounded':
    'Share of people in the high or elevated band, worked out from rounded counts, with about the range that chance alone would allow (95 %). Where a range crosses the line, the difference from {name} may be chance.',
  'unit.sentence.where':
    'Of its parts {name} has the largest share ({share}); the mean score of all is {mean} points{change, select, none {} other {, {change} against a year ago}}.',
  'unit.sentence.mean':
    'The mean score is {mean} points{change, select, none {} other {, {change} against a year ago}}.',
  'unit.sentence.overdue':
    '{count, plural, one {# follow-up is} other {# follow-ups are}} overdue, most of all: {kind} ({most, number}).',
  'unit.sentence.overdue.none': 'Nothing is overdue.',
  'unit.sentence.empty': 'Nobody is in service here on this day.',
  'unit.bands': 'Bands now and a year ago',
  'unit.bands.sentence': 'Share of people in each band; the numbers are people.',
  'unit.bands.now': 'now',
  'unit.bands.before': 'a year ago',
  'unit.trend': 'Trend',
  'unit.trend.sentence':
    'Share of people in the high or elevated band at each month’s end: {before} in {from}, {now} now.',
  'unit.trend.month': 'As of',
  'unit.trend.share': 'Share',
  'unit.trend.mean': 'Mean score (points)',
  'unit.children': 'Its parts compared',
  'unit.children.sentence':
    'Share of people in the high or elevated band, with the range that chance alone would allow (95 %). Where a range crosses the line, the difference from {name} may be chance.',
  'unit.children.whole': '{name} {share}',
  'unit.children.column': 'Part',
  'unit.children.range': 'Range (95 %)',
  'unit.overdue': 'Overdue by kind',
  'unit.overdue.kind': 'Kind',
  'unit.overdue.count': 'Overdue',
  'unit.overdue.none': 'Nothing is overdue.',
  'unit.completion': 'Done this year',
  'unit.completion.system': 'System',
  'unit.completion.others': 'Other obligations',
  'unit.completion.kind': 'Obligation',
  'unit.completion.due': 'Due',
  'unit.completion.closed': 'Done',
  'unit.completion.share': 'Share',
  'unit.completion.none': 'Nothing was due this year.',
} as const;
