/** The commonest of those that are long enough, in lower case without anything but letters and digits. */
const commonest = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '123456789123',
  '1234567890qwerty',
  '1234567891011',
  '123123123123',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv',
  '5201314520131',
  'abcdefghijkl',
  'abcdefg123456',
  'administrator',
  'administrator1',
  'adminadminadmin',
  'changemechangeme',
  'iloveyouiloveyou',
  'letmeinletmein',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'passw0rdpassw0rd',
  'probityprobity',
  'qazwsxedcrfv',
  'qwerty123456',
  'qwerty1234567',
  'qwertyqwerty',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'welcome12345',
  'woaini1314520',
  'woaini123456',
  'zaq12wsxcde3',
]);

/** Whether a password is among the first that anyone would try, whatever its capitals and punctuation. */
export function isObvious(password: string): boolean {
  const plain = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return commonest.has(plain) || new Set(password.toLowerCase()).size <= 2;
}
