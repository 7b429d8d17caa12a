/**
 * Tells the database who is at work, so that it can keep that with every row that they change. It goes ahead of what they do and is
 * said every time, also when nobody is known: what was said on a connection before is of somebody else.
 */
import { escapeLiteral } from 'pg';
import type { Origin, RequestContext } from '../request-context';

/** `{"own":[kind,id,request],"members":{"<id>":[kind,id,request]}}`, or nothing. */
const setting = 'plaza.context';

/** @param scope `LOCAL` lasts as long as the transaction */
export function sayingWho(
  context: RequestContext | undefined,
  scope: 'LOCAL' | 'SESSION' = 'SESSION',
): string {
  return `SET ${scope} ${setting} = ${context ? escapeLiteral(JSON.stringify(said(context))) : "''"}`;
}

function said({ members, ...own }: RequestContext): object {
  return {
    own: namesOf(own),
    ...(members && {
      members: Object.fromEntries([...members].map(([id, origin]) => [id, namesOf(origin)])),
    }),
  };
}

function namesOf({ actor, correlationId }: Origin): (string | null)[] {
  return [actor?.kind ?? null, actor?.id ?? null, correlationId];
}
