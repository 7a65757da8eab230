/** Why something was refused: at a field, as things stand, or at all. The short names are the API's. */
export const refusals = {
  'refusal.fields':
    '{count, plural, one {Nothing was saved: # field above needs another look.} other {Nothing was saved: # fields above need another look.}}',
  'refusal.fields.looked':
    '{count, plural, one {The number above needs another look before its effect can be told.} other {# numbers above need another look before their effect can be told.}}',
  'refusal.field.other': 'This cannot be as it is: {detail}',
  'refusal.number': 'Number to quote: {number}',
  'refusal.native.from': 'Choose {day} or later.',
  'refusal.native.until': 'Choose {day} or earlier.',
  'refusal.native.tick': 'Tick this to go on.',
  'refusal.native.other': 'This cannot be as it is. Check what is typed here.',
  'refusal.is.required': 'This is needed.',
  'refusal.is.too-small': 'Too small: give {least, number} or more.',
  'refusal.is.too-large': 'Too large: give {most, number} or less.',
  'refusal.is.above': 'Too small: give more than {limit, number}.',
  'refusal.is.below': 'Too large: give less than {limit, number}.',
  'refusal.is.too-short': 'Too short: give at least {least, number} characters.',
  'refusal.is.too-long': 'Too long: give at most {most, number} characters.',
  'refusal.is.too-few': 'Too few: choose at least {least, number}.',
  'refusal.is.too-many': 'Too many: choose at most {most, number}.',
  'refusal.is.not-a-number': 'This is not a number. Write digits, such as 12 or 0.5.',
  'refusal.is.not-whole': 'This must be a whole number, without a fraction.',
  'refusal.is.not-a-choice': 'This is none of the choices: {choices}.',
  'refusal.is.not-a-date':
    'This is not a day of the calendar. Write year-month-day, such as 2026-11-22.',
  'refusal.is.unknown-name': 'There is nothing called “{name}” here.',
  'refusal.is.unusable-text': 'There is a character in it that cannot be kept. Type it anew.',
  'refusal.is.system-name':
    'Give 1 to 64 letters, digits, spaces and . _ : -, beginning with a letter or digit.',
  'refusal.is.mapping-name':
    'Give 1 to 64 letters, digits, spaces and . _ -, beginning with a letter or digit.',
  'refusal.is.date-format':
    'This is not a form of dates. Write YYYY, YY, MM, M, DD, D or MMM and what stands between them.',
  'refusal.is.date-span': 'Give a day from 1900 to 2199.',
  'refusal.is.dates-order': 'The last day lies before the first. Change one of the two.',
  'refusal.is.not-an-instant': 'This is not a moment. Write one such as 2026-11-22T08:30:00Z.',
  'refusal.is.file-name': 'Give a name with a letter or a digit in it: files are named after it.',
  'refusal.is.one-line': 'Write this in one line.',
  'refusal.is.bands-order':
    'Each band must begin above the next: high above elevated, elevated above watch.',
  'refusal.is.no-such-day': 'Not every year has this day. Choose another.',
  'refusal.is.counts-order': '“Or more” must begin above “under”.',
  'refusal.is.unknown-person': 'Nobody whom you may see has this number. Check it.',
  'refusal.is.unknown-unit': 'There is no such unit that you may see. Choose one from the list.',
  'refusal.is.own-unit': 'Choose one of your own units.',
  'refusal.is.same-number': 'This is the same number twice. Give the other one.',
  'refusal.is.taken': 'This is in use already. Choose another.',
  'refusal.is.reserved-name':
    'This name has a meaning of its own in the audit log. Choose another.',
  'refusal.is.account-name':
    'Give up to 64 letters, digits and . _ @ -, beginning with a letter or digit.',
  'refusal.is.view-name': 'Give 1 to 60 characters without a slash, and not dots alone.',
  'refusal.is.time-zone': 'There is no such time zone. Write one such as Asia/Shanghai.',
  'refusal.is.cron':
    'This never comes due, or cannot be read. Write five fields: minute, hour, day of the month, month, day of the week; 0 7 * * 1 is Mondays at 7:00.',
  'refusal.is.unknown-mapping':
    'There is no mapping called “{name}” any more. Choose another, or none.',
  'refusal.is.other-kind-mapping':
    'The mapping “{name}” is for another kind of record. Choose another, or none.',
  'refusal.is.several-systems':
    'Several systems have this record ({systems}). Choose it from the list.',
  'refusal.is.correction-or-none':
    'Write what is to be corrected where the contest is upheld, and nothing where it is rejected.',
  'refusal.is.sent-key':
    'What tells this from the same sent twice is unusable. Load the page again.',
  'refusal.is.own-rights': 'Another administrator must change this of your own account.',
  'refusal.is.beyond-own-rights': 'You cannot grant what you may not do yourself. Choose less.',
  'refusal.is.filed-in-future': 'This day lies in the future. Give the day on which it came in.',
  'refusal.is.answered-on': 'The day of the answer lies between the filing and today.',
  'refusal.is.planned-in-past': 'This day is over. Choose today or later.',
  'refusal.is.from-on': 'Choose a day from {from} to {to}.',
  'refusal.is.password-length': 'Give {least, number} to {most, number} characters.',
  'refusal.is.obvious-password':
    'This is among the first that anyone would try. A few unrelated words are better.',
  'refusal.is.name-in-password':
    'A password must not contain “{word}”: the name of the account or of this product is what others try first. A few unrelated words are better.',
  'refusal.is.wrong-code': 'This is not the present code. Wait for the next one and type that.',
  'refusal.is.wrong-password': 'This is not your present password. Type it again.',
  'refusal.is.waits-already':
    'Proposal {proposal} about this waits for a second person already. It has to be decided or taken back first.',
  'refusal.is.policy-moved-on':
    'Version {version} of the policy has come since this was drafted against version {base}. Decline it, or have it taken back, and draft it anew.',
  'refusal.is.decided-already': 'Somebody has decided this already. Look at the page again.',
  'refusal.is.merge-undone': 'This merge was undone already.',
  'refusal.is.merged-on': '{staffNo} was merged into another number since. Undo that first.',
  'refusal.is.records-clash':
    'Both numbers have records of the same identity that say different things. Withdraw or correct the wrong ones first; the preview names them.',
  'refusal.is.person-gone': '{staffNo} is no longer in the register, so nothing was merged.',
  'refusal.is.scores-follow': 'Records came in just now, and scores follow. Try again in a moment.',
  'refusal.is.own-contest': 'You filed this contest, so somebody else must answer it.',
  'refusal.is.own-entry': 'You entered the record that is contested, so somebody else must answer.',
  'refusal.is.same-statement': 'The same text stands there already, as {ref}.',
  'refusal.is.statement-closed': '{ref} was answered or withdrawn already, and stays as it is.',
  'refusal.is.written-by-person':
    '{ref} was written by the person through a link, and only they may change it.',
  'refusal.is.written-by-office': '{ref} was entered by the office. Ask there to change it.',
  'refusal.is.other-band': 'A sign-off stands beside a high band; this score is in another by now.',
  'refusal.is.other-score': 'The score is {score, number} by now. Look at it again, then sign.',
  'refusal.is.link-over': 'This link opens nothing any more.',
  'refusal.is.statements-full':
    'No more can be sent through this link. Hand further text to the office.',
  'refusal.is.account-disabled': 'This account is disabled. Let it in again first.',
  'refusal.is.own-account': 'Somebody else must disable your own account.',
  'refusal.is.no-second-factor': 'There is no second factor to remove.',
  'refusal.is.setup-anew': 'This setup is over. Begin anew.',
  'refusal.is.views-full':
    'There are {most, number} saved views of this page already. Remove one first.',
  'refusal.is.talk-held': 'The talk was held on {on} already.',
  'refusal.is.talk-decided': 'Somebody decided on this talk since. Look at it again.',
  'refusal.is.talk-withdrawn':
    'What the talk was proposed for no longer holds, so it was withdrawn.',
  'refusal.is.nobody-drawn':
    'Nobody would be drawn: too few people here have an annual report of that year.',
  'refusal.is.drawn-already': 'Reports of that year were drawn already; nobody has two lots.',
  'refusal.is.withdrawn-already': 'This record is withdrawn already.',
  'refusal.is.no-earlier-version': 'There is no earlier version to go back to.',
  'refusal.is.backup-unset':
    'A backup is never written unencrypted. Whoever runs the server sets PROBITY_BACKUP_PASSPHRASE or PROBITY_BACKUP_RECIPIENT first.',
  'refusal.is.not-released': 'This row cannot be released as it is. Mend it and send it again.',
  'refusal.is.nothing-proposed': 'Nobody has proposed to release this row. Propose it first.',
  'refusal.is.no-answer-needed': 'This is a reply, which needs no answer; only a contest does.',
  'refusal.is.other-records':
    'There are other records in this database, so no demonstration is put beside them.',
  'refusal.code.not-found': 'There is nothing of this name or number that you may see. Check it.',
  'refusal.code.conflict': 'This does not fit what is there by now. Look at the page again.',
  'refusal.code.not-permitted':
    'Your account may not do this. An administrator can widen what it may do.',
  'refusal.code.not-signed-in': 'Your session is over. Sign in again; what you typed stays.',
  'refusal.code.csrf-token': 'Your session has changed meanwhile. Load the page again, then send.',
  'refusal.code.audit-log-unavailable':
    'The audit log cannot be written, so nothing was changed. Try again in a minute.',
  'refusal.code.last-administrator':
    'This is the last administrator who can sign in. Have another one sign in first.',
  'refusal.code.needs-second-person': 'This takes a second person. Somebody else must do it.',
  'refusal.code.not-a-named-human':
    'Only a person with an account of their own can do this. Sign in with yours.',
  'refusal.code.no-account': 'This is for whoever has signed in with an account of their own.',
  'refusal.code.own-record':
    'This is about yourself or somebody you are recused from, so somebody else must decide.',
  'refusal.code.other-scope':
    'This file was written when you saw other people than you do now. Have it written anew.',
  'refusal.code.gone': 'The file is no longer in the export folder. Have it written anew.',
  'refusal.code.busy':
    'Records are being imported just now. Nothing was saved; try again in a moment.',
  'refusal.code.too-many-attempts': 'Too many attempts failed. Wait a little, then try again.',
  'refusal.code.too-large': 'The file is too large. Send it in parts.',
  'refusal.code.unsupported-type':
    'Files of this form are not read. Send CSV, Excel (XLSX), NDJSON or Arrow.',
  'refusal.code.not-ready': 'The database does not answer. Try again in a minute.',
  'refusal.code.setup-over':
    'The setup is over, since an administrator has enrolled. Sign in with an account.',
  'refusal.code.bootstrap-over':
    'The setup is over, since an administrator has enrolled. Sign in with an account.',
  'refusal.code.bad-link':
    'This link is not known here, was used already, or is too old. Ask for a new one.',
  'refusal.code.bad-token': 'This token is not known here. Sign in, or use another.',
  'refusal.code.sign-in-refused': 'Signing in did not work. Try again, or ask an administrator.',
  'refusal.code.foreign-site':
    'Another site asked for this, so it was refused. Open this page by its own address.',
  'refusal.code.unknown-host':
    'This server is not known by the address you used. Whoever runs it can add that name.',
  'refusal.code.disk-full': 'The server has no room on its disk. Nothing was saved.',
  'refusal.code.link-closed':
    'This link opens nothing: it may have expired or been revoked. Ask the office for another.',
  'refusal.code.idempotency-key-reused':
    'This was sent already in another form. Load the page again.',
  'refusal.code.failed':
    'Something failed on the server. Try again; if it stays, tell whoever runs it this number.',
} as const;
