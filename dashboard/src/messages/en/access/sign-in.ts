/** Signing in, and what an account may open. */
export const signIn = {
  'signIn.title': 'Sign in',
  'signIn.name': 'Name',
  'signIn.password': 'Password',
  'signIn.code': 'Code of your authenticator, if you have set one up',
  'signIn.code.needed': 'Present code of your authenticator, or a recovery code',
  'signIn.do': 'Sign in',
  'signIn.doing': 'Signing in …',
  'signIn.oidc': 'Sign in with your organisation’s account',
  'signIn.or': 'or',
  'signIn.refused':
    'Name, password or code is wrong. Whoever has set up an authenticator gives its present code, too.',
  'signIn.wait': 'Too many attempts failed. You can try again in {seconds, number} s.',
  'signIn.help':
    'Forgotten your password, or lost your authenticator? An administrator can give you a one-time link.',
  'signIn.setup':
    'This installation is new. Open the link that the start printed on the terminal: it signs you in once, without a password.',
  'signIn.setup.over':
    'The session that set this installation up has ended, because an administrator has enrolled. Sign in with your own account to go on.',
  'signIn.link.checking': 'The link is being checked …',
  'signIn.link.bad': 'This link does not open anything.',
  'signIn.link.bad.text':
    'It was used already, is too old, or is incomplete. Each link is good once; whoever gave it to you can give you a new one.',
  'signIn.link.form': 'Sign in by name and password',
  'signIn.provider.unreachable':
    'Your organisation’s sign-in service does not answer. Try again, or sign in by name and password.',
  'signIn.provider.refused':
    'Your organisation’s sign-in service knows you, but no account here is yours, or the sign-in was broken off. An administrator can say which account is.',
  'signIn.again.title': 'Your session has ended',
  'signIn.again.text':
    'It ends when it isn’t used for a while, after a long day, or when somebody ends it. Sign in to go on where you were; what you have typed is still there.',
  'password.choose': 'Choose a password',
  'password.choose.text':
    'The link is for the account {name}. From now on you sign in by that name and this password.',
  'password.new': 'New password',
  'password.repeat': 'The same once more',
  'password.rules':
    '{least, number} to {most, number} characters. Not your name, and not one of those that anyone would try first. A few unrelated words are easier to keep in mind than signs and digits.',
  'password.differ': 'The two are not the same.',
  'password.save': 'Save and sign in',
  'access.role.inspector': 'inspector',
  'access.role.leader': 'leader',
  'access.role.data-officer': 'data officer',
  'access.role.administrator': 'administrator',
  'access.role.approver': 'approver',
  'access.role.auditor': 'auditor',
  'access.role.service': 'service (for programs)',
  'access.setup':
    'No administrator has enrolled yet. Whoever has the link of the start or the bootstrap token may do everything.',
  'access.setup.do': 'Create the first administrator',
  'access.page.refused.text':
    'This page is for other roles. Your roles: {roles}; your scope: {scope}. What lies outside of it is not shown, by name or otherwise. An administrator can widen it.',
  'access.page.none': 'There is no page for your account yet.',
  'access.page.none.text':
    'Your roles: {roles}; your scope: {scope}. This account serves programs, through the API. An administrator can give it a role that opens pages.',
  'access.menu.roles': 'Roles',
  'access.menu.scope': 'Scope',
  'access.menu.own': 'My sign-in',
  'access.menu.out': 'Sign out',
} as const;
