/** What PostgreSQL plans for the ledger, told by the very connection over which an api moved points. */
import { Client as Connection, type QueryResult } from 'pg';
import { World } from '#test/world';
import { PartnerProgramme } from './programme';

interface Sender {
  query: (...parameters: unknown[]) => unknown;
}

interface Kept {
  statement: string;
  generic: number;
  custom: number;
}

/** What locks the members, what reads what stands, and what writes. */
const ofTheLedger = [/FOR NO KEY UPDATE$/, /AS pockets/, /INSERT INTO loyalty\.entries/] as const;

/** The connection over which somebody entered a programme last while `work` was done. */
async function connectionOf(work: () => Promise<void>): Promise<Connection> {
  const used: Connection[] = [];
  const prototype = Connection.prototype as unknown as Sender;
  const { query } = prototype;
  prototype.query = function (this: Connection, ...parameters: unknown[]) {
    if (JSON.stringify(parameters[0]).includes('loyalty.enter(')) used.push(this);
    return query.apply(this, parameters);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  const last = used.at(-1);
  if (!last) throw new Error('Nobody entered a programme');
  return last;
}

describe('The plans of the ledger', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
  });

  afterAll(() => world.end());

  it('are kept from the first time on, and bind nothing else that the connection is used for', async () => {
    const programme = await PartnerProgramme.open(world);
    const ada = await programme.member();
    const connection = await connectionOf(async () => {
      expect((await programme.accrue(ada, 10)).status).toBe(201);
    });
    const { rows: kept }: QueryResult<Kept> = await connection.query(
      `SELECT statement, generic_plans::int AS generic, custom_plans::int AS custom FROM pg_prepared_statements`,
    );
    for (const wanted of ofTheLedger) {
      const found = kept.filter(({ statement }) => wanted.test(statement));
      expect(found).toEqual([{ statement: expect.any(String), generic: 1, custom: 0 }]);
    }
    const { rows } = await connection.query('SHOW plan_cache_mode');
    expect(rows).toEqual([{ plan_cache_mode: 'auto' }]);
  });
});
