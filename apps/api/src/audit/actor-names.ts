/** How those are called who are in the audit log, for people who read it: the log itself knows their ids alone. */
import { Injectable } from '@nestjs/common';
import type { LogEntry } from '@plaza/audit';
import { PartnersQueries, UsersQueries } from '@plaza/identity';
import type { Actor, Page } from '@plaza/platform';

export interface NamedEntry extends LogEntry {
  /** Null where nobody is called by this id, or not any more. */
  actorName: string | null;
}

/** Clients of partners and the parts of Plaza have ids of other kinds. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const people: readonly Actor['kind'][] = ['customer', 'staff', 'admin'];

@Injectable()
export class ActorNames {
  constructor(
    private readonly users: UsersQueries,
    private readonly partners: PartnersQueries,
  ) {}

  async on({ items, next }: Page<LogEntry>): Promise<Page<NamedEntry>> {
    const idsOf = (isWanted: (kind: string) => boolean) => [
      ...new Set(
        items.flatMap(({ actor }) =>
          actor && isWanted(actor.kind) && uuid.test(actor.id) ? [actor.id] : [],
        ),
      ),
    ];
    const persons = idsOf((kind) => people.some((one) => one === kind));
    const partners = idsOf((kind) => kind === 'partner');
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
