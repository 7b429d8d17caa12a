/** Which errors of PostgreSQL mean that it is away, and which are faults of ours. */
import { QueryFailedError } from 'typeorm';
import { PlazaError } from '../errors';
import { asPlazaError } from './database-errors';

const failed = (code: string) =>
  new QueryFailedError('SELECT', [], Object.assign(new Error('It did not work'), { code }));
const isAway = (code: string) => {
  const told = asPlazaError(failed(code));
  return told instanceof PlazaError && told.code === 'platform.database-unavailable';
};

describe('An error of PostgreSQL', () => {
  it.each(['08006', '08001', '53300', '57P01', '57P03', 'ECONNREFUSED', '25006'])(
    'means that the database cannot be reached: %s',
    (code) => {
      expect(isAway(code)).toBe(true);
    },
  );

  it.each(['08P01', '42601', '23505', '22P02', '57014'])('is a fault of the statement: %s', (code) => {
    expect(isAway(code)).toBe(false);
  });
});
