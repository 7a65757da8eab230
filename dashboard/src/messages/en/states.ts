/** Bands, and the states a page can be in. */
export const states = {
  'band.high': 'high',
  'band.elevated': 'elevated',
  'band.watch': 'watch',
  'band.low': 'low',
  'band.insufficient': 'insufficient evidence',
  'band.insufficient.short': 'insufficient',
  'state.loading': 'Loading …',
  'state.retry': 'Try again',
  'state.failed': 'This part could not be loaded.',
  'state.failed.unreachable': 'The server did not answer. The rest of the page stays as it is.',
  'state.refused': 'Not permitted.',
  'state.refused.text':
    'Your scope is {scope}. What lies outside of it is not shown, by name or otherwise. An administrator can widen it.',
  'state.missing': 'There is nothing under this address.',
  'state.missing.text':
    'It may lie outside of your scope, or the number may be mistyped. Search (Ctrl K) finds people and units by name.',
  'state.mistakenDay': '“{text}” is not a day of the calendar.',
  'state.mistakenDay.text':
    'The address asks for it as the as-of day (year-month-day). No other day is shown in its place.',
  'state.mistakenDay.today': 'Show today',
  'state.mistaken': 'The address asks for what cannot be used: {parts}',
  'state.mistaken.text':
    'It may be mistyped, or from another version. Without it the page would show something else than was asked for.',
  'state.mistaken.without': 'Show the page without it',
  'state.nodata': 'No data yet.',
  'state.nodata.text':
    'Import units first, then cadres, then the records of the supervision systems. Each has a template that shows its columns.',
  'state.nodata.import': 'Go to imports',
  'state.nomatch': 'Nothing matches these filters.',
  'state.nomatch.drop': 'Drop: {filter}',
  'state.nomatch.all': 'Drop all filters',
  'chart.table': 'As table',
  'chart.chart': 'As chart',
  'chart.key': 'Key T switches between chart and table.',
  'page.unknown': 'There is no such page.',
  'page.unknown.text': 'The address may be mistyped.',
  'page.unknown.home': 'Go to the ranking',
} as const;
