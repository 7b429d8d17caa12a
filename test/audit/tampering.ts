/** What whoever owns the database can do to the log, and how it is undone again. */
import { withClient } from '@plaza/engines';
import type { Client as Connection } from 'pg';
import type { World } from '#test/world';

const keep = `
  CREATE TABLE public.log_before AS SELECT * FROM audit.log;
  CREATE TABLE public.seals_before AS SELECT * FROM audit.seals;
  CREATE TABLE public.last_seal_before AS SELECT * FROM audit.last_seal;
  CREATE TABLE public.statements_before AS SELECT * FROM audit.statements`;

const restore = `
  DELETE FROM audit.log;
  INSERT INTO audit.log OVERRIDING SYSTEM VALUE SELECT * FROM public.log_before;
  DELETE FROM audit.seals;
  INSERT INTO audit.seals SELECT * FROM public.seals_before;
  DELETE FROM audit.last_seal;
  INSERT INTO audit.last_seal SELECT * FROM public.last_seal_before;
  DELETE FROM audit.statements;
  INSERT INTO audit.statements SELECT * FROM public.statements_before;
  DROP TABLE public.log_before, public.seals_before, public.last_seal_before, public.statements_before`;

/** What `look` sees after `change`, which is undone again. */
export function tamperedWith<Seen>(
  world: World,
  change: (owner: Connection) => Promise<unknown>,
  look: () => Promise<Seen>,
): Promise<Seen> {
  return withClient(world.database.ownerUrl, async (owner) => {
    await owner.query(keep);
    try {
      await change(owner);
      return await look();
    } finally {
      await owner.query(restore);
    }
  });
}
