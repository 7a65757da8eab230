/** What whoever attacks this product tries first at it. */
const PRODUCT = 'probity';

/** Fewer letters than this are in too many passwords by chance. */
const FEWEST_LETTERS = 4;
/** Of the same in characters that are words of their own. */
const FEWEST_CHARACTERS = 2;

const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const isLongEnough = (word: string): boolean =>
  [...word].length >= (/^\p{Script=Han}+$/u.test(word) ? FEWEST_CHARACTERS : FEWEST_LETTERS);

/**
 * The word that a password has in it though everybody knows that it belongs to the account or the
 * product: the account's name, the letters of one of its parts, the product's name; undefined where
 * there is none. Capitals and punctuation make no difference. After OWASP ASVS 5.0, 6.2.11.
 */
export function ownWordIn(password: string, name: string): string | undefined {
  const plain = plainOf(password);
  const parts = name.normalize('NFKC').split(/[^\p{L}]+/u);
  const words = [plainOf(name), ...parts.map(plainOf), PRODUCT];
  return words.find((word) => isLongEnough(word) && plain.includes(word));
}
