/**
 * One round: a simulation in the middle of which the database is lost with its disk, and made again of a backup that was taken while
 * payments came in. The processes are told nothing: they find it again at its address.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { awaitStandby, BACKUP_NAME, keepWal, restorePostgres, takeBackup } from '@plaza/engines';
import type { Chance } from './chance';
import { checkPayments, type Invariant } from './payments-invariants';
import { scenario, untilRest } from './payments-round';
import type { PaymentsStage } from './payments-stage';

export interface RestorePlan {
  seed: string;
  messages: number;
  /** Over which they are sent. */
  seconds: number;
}

export interface RestoreRound {
  seed: string;
  /** What anybody had seen committed when the database was lost. */
  committed: number;
  restoredMs: number;
  tookMs: number;
  invariants: Invariant[];
}

interface SeenPayment {
  id: string;
  status: string;
}

const lookEveryMs = 20;
const violationsMax = 10;
/** The part of the simulation that is over when the copy is taken at the latest, and when the database is lost. */
const [copyBy, loseFrom, loseBy] = [0.3, 0.4, 0.9];

export async function runRestoreRound(
  stage: PaymentsStage,
  { seed, messages, seconds }: RestorePlan,
  chance: Chance,
  say: (line: string) => void,
): Promise<RestoreRound> {
  const receiver = await keepWal(stage.database, stage.backupFolder);
  try {
    await awaitStandby(stage.database.url, BACKUP_NAME);
    await stage.beginRound({ seed, messages, seconds, scenario });
    const began = performance.now();
    const at = async (share: number) =>
      pause(Math.max(0, share * seconds * 1_000 - (performance.now() - began)));
    await at(chance.between(0, copyBy));
    await takeBackup(stage.database, stage.backupFolder);
    say('a copy of the database is taken');
    await at(chance.between(loseFrom, loseBy));
    const watching = watch(stage);
    await watching.begun;
    await stage.loseDatabase();
    const committed = await watching.ended;
    await receiver.stop();
    say(`the database is lost; ${String(committed.length)} payments were seen committed`);
    const lostAt = performance.now();
    await stage.replaceDatabase((place) => restorePostgres({ from: stage.backupFolder, ...place }));
    const restoredMs = Math.round(performance.now() - lostAt);
    say(`another is made of the backup after ${(restoredMs / 1_000).toFixed(1)} s`);
    const missing = await missingOf(stage, committed);
    await untilRest(stage);
    const kept = {
      says: 'every payment that was committed before the loss is there, settled as it was',
      violations: missing,
    };
    const invariants = [kept, ...(await checkPayments(stage))];
    const tookMs = Math.round(performance.now() - began);
    return { seed, committed: committed.length, restoredMs, tookMs, invariants };
  } finally {
    await receiver.stop();
  }
}

/** Looks at all payments again and again until the database is no more; what was seen last had been committed. */
function watch(stage: PaymentsStage): { begun: Promise<void>; ended: Promise<SeenPayment[]> } {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const look = async (): Promise<SeenPayment[]> => {
    let seen: SeenPayment[] = [];
    for (;;) {
      try {
        seen = await stage.rows<SeenPayment>('SELECT payment_id::text AS id, status FROM payments.payments');
        begin();
      } catch {
        begin();
        return seen;
      }
      await pause(lookEveryMs);
    }
  };
  return { begun, ended: look() };
}

/** What was open may have gone on meanwhile. */
async function missingOf(stage: PaymentsStage, committed: readonly SeenPayment[]): Promise<string[]> {
  const rows = await stage.rows<{ fault: string }>(
    `SELECT format('payment %s was %s and is %s', id, seen.status, coalesce(payments.status, 'not there')) AS fault
     FROM unnest($1::uuid[], $2::text[]) AS seen (id, status)
     LEFT JOIN payments.payments ON payment_id = id
     WHERE payments.status IS NULL OR (seen.status NOT IN ('open', 'parked') AND payments.status <> seen.status)
     LIMIT $3`,
    [committed.map(({ id }) => id), committed.map(({ status }) => status), violationsMax],
  );
  const nothingSeen = committed.length === 0 ? ['no payment had been committed, so nothing was shown'] : [];
  return [...nothingSeen, ...rows.map(({ fault }) => fault)];
}
