/** The same wish sent again: what was said then must be what is said now. */
import type { ActContent, RecordedAct } from './act';
import type { Accrue, Hold, Redeem, Transfer } from './commands';

/** Wishes that a partner names by an id of its own. */
export type NamedCommand = Accrue | Redeem | Hold | Transfer;

export const categoryOf = {
  accrue: 'accrual',
  redeem: 'redemption',
  hold: 'hold',
  transfer: 'transfer-out',
} as const satisfies Record<NamedCommand['does'], RecordedAct['category']>;

/** Which member the act of a command belongs to. */
export const memberOf = (command: NamedCommand) =>
  command.does === 'transfer' ? command.from : command.externalId;

/** The fields of the command that are not as in the act which has its id; what was left to us is not compared. */
export function differences(
  command: NamedCommand,
  act: RecordedAct,
  members: { own: string | undefined; counterpart: string | undefined },
): string[] {
  const { does, points, description, occurredAt } = command;
  if (categoryOf[does] !== act.category) return ['category'];
  const compared: [field: string, same: boolean][] = [
    [does === 'transfer' ? 'from' : 'externalId', members.own === act.memberId],
    ['to', does !== 'transfer' || members.counterpart === act.counterpartId],
    ['points', points === act.points],
    ['description', description === act.description],
    ['occurredAt', occurredAt === undefined || isSame(occurredAt, act.occurredAt)],
    ['availableFrom', does !== 'accrue' || isSame(command.availableFrom ?? null, act.availableFrom)],
    ['expiresAt', isSameExpiry(command, act)],
  ];
  return compared.flatMap(([field, same]) => (same ? [] : [field]));
}

function isSameExpiry(command: NamedCommand, { expiresAt }: ActContent): boolean {
  if (command.does === 'accrue') return isSame(command.expiresAt ?? null, expiresAt);
  return command.does !== 'hold' || command.expiresAt === undefined || isSame(command.expiresAt, expiresAt);
}

function isSame(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}
