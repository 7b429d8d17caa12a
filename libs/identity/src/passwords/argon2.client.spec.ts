import { Argon2 } from './argon2.client';

describe('Passwords under argon2id', () => {
  let hashing: Argon2;
  beforeAll(async () => {
    hashing = new Argon2();
    await hashing.onModuleInit();
  });

  test('match their own hash only', async () => {
    const hash = await hashing.hash('correct horse battery');
    expect(await hashing.matches(hash, 'correct horse battery')).toBe(true);
    expect(await hashing.matches(hash, 'correct horse batterY')).toBe(false);
  });

  test('never match where there is no hash', async () => {
    expect(await hashing.matches(null, 'correct horse battery')).toBe(false);
    expect(await hashing.matches(null, '')).toBe(false);
  });

  test('are refused when too many are being compared, and taken again afterwards', async () => {
    const rush = await Promise.allSettled(Array.from({ length: 105 }, () => hashing.matches(null, 'x')));
    const refused = rush.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ kind: 'unavailable', code: 'identity.busy' });
    expect(await hashing.matches(null, 'x')).toBe(false);
  });
});
