/**
 * Begins a transaction and says in the same message who is at work in it, so that the database can keep it with every row that
 * they change, and no round trip is spent on that.
 */
import { escapeLiteral } from 'pg';
import type { Origin, RequestContext } from '../request-context';

/** The setting that lasts as long as the transaction: `{"own":[kind,id,request],"members":{"<id>":[kind,id,request]}}`. */
const setting = 'plaza.context';

export function beginningOf(context: RequestContext | undefined): string {
  if (!context) return 'START TRANSACTION';
  const { members } = context;
  const said = {
    own: namesOf(context),
    ...(members && {
      members: Object.fromEntries([...members].map(([id, origin]) => [id, namesOf(origin)])),
    }),
  };
  return `START TRANSACTION; SET LOCAL ${setting} = ${escapeLiteral(JSON.stringify(said))}`;
}

function namesOf({ actor, correlationId }: Origin): (string | null)[] {
  return [actor?.kind ?? null, actor?.id ?? null, correlationId];
}
