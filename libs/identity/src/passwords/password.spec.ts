import { commonPasswords } from './common-passwords';
import { acceptablePassword, normalisedPassword } from './password';

describe('A password', () => {
  test.each([
    ['has eight characters', 'zebra-42'],
    ['has 128 characters, each of two code units', '\u{1F98A}'.repeat(128)],
    ['is a phrase in any script', 'мій дім моя фортеця'],
  ])('is accepted that %s', (_, password) => {
    expect(acceptablePassword(password)).toBe(password.normalize('NFKC'));
  });

  test.each([
    ['seven characters', 'zebra-4', 'must have at least 8 characters'],
    ['eight code units that are four characters', '\u{1F98A}'.repeat(4), 'must have at least 8 characters'],
    ['129 characters', 'z'.repeat(129), 'must have at most 128 characters'],
    ['a megabyte', 'z'.repeat(1_000_000), 'must have at most 128 characters'],
    ['what is tried first', 'PassWord1', 'is among those that are tried first; choose another'],
    [
      'what is tried first in full width',
      'ｐａｓｓｗｏｒｄ',
      'is among those that are tried first; choose another',
    ],
  ])('is refused with %s', (_, password, detail) => {
    expect(() => acceptablePassword(password)).toThrow(`The password ${detail}`);
  });

  test('is the same however its characters were composed', () => {
    expect(normalisedPassword('n\u0303andu\u0301-2026')).toBe(normalisedPassword('ñandú-2026'));
  });
});

describe('The list of common passwords', () => {
  test('holds a few hundred, none of which length alone would refuse', () => {
    expect(commonPasswords.size).toBeGreaterThan(300);
    expect([...commonPasswords].filter((password) => Array.from(password).length < 8)).toEqual([]);
  });

  test('is written as passwords are compared', () => {
    const compared = [...commonPasswords].map((password) => normalisedPassword(password).toLowerCase());
    expect(compared).toEqual([...commonPasswords]);
  });
});
