/** How those are called who are in the audit log, for people who read it: the log itself knows their ids alone. */
import { Injectable } from '@nestjs/common';
import type { LogEntry } from '@plaza/audit';
import { PartnersQueries, UsersQueries } from '@plaza/identity';
import { isUuid, type Actor, type Page } from '@plaza/platform';

export interface NamedEntry extends LogEntry {
  /** Null where nobody is called by this id, or not any more. */
  actorName: string | null;
}

const people: readonly string[] = ['customer', 'staff', 'admin'] satisfies Actor['kind'][];

@Injectable()
export class ActorNames {
  constructor(
    private readonly users: UsersQueries,
    private readonly partners: PartnersQueries,
  ) {}

  async on({ items, next }: Page<LogEntry>): Promise<Page<NamedEntry>> {
    // Clients of partners and the parts of Plaza have ids of other kinds.
    const actors = items.flatMap(({ actor }) => (actor && isUuid(actor.id) ? [actor] : []));
    const idsOf = (kinds: readonly string[]) => [
      ...new Set(actors.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)),
    ];
    const [persons, partners] = [idsOf(people), idsOf(['partner'])];
    const names = new Map([
      ...(persons.length > 0 ? await this.users.names(persons) : []),
      ...(partners.length > 0 ? await this.partners.names(partners) : []),
    ]);
    return {
      items: items.map((entry) => ({ ...entry, actorName: names.get(entry.actor?.id ?? '') ?? null })),
      next,
    };
  }
}
