/**
 * Holds what the third party says that it has sent and answered against what Plaza has made of it, message by message. Of Plaza's code
 * only that is used which opens what is kept sealed.
 */
import { unframeMessage } from '@plaza/payments';
import { groupBy, Sealing, type Sealed } from '@plaza/platform';

/** As the simulator lists it with its content. */
export interface SentMessage {
  paymentId: string | null;
  topic: 'online' | 'offline';
  case: string;
  /** Its bytes, as Base64. */
  value: string;
}

export interface KeptMessage {
  topic: string;
  place: string;
  outcome: string;
  /** As Base64. */
  value: string;
}

export interface KeptPayment {
  id: string;
  /** Status, account and amount. */
  says: string;
}

/** The gateway's word about a payment, if it has given one. */
export type WordAbout = (paymentId: string) => 'approved' | 'refused' | undefined;
type Rows = <Row extends object>(sql: string, parameters: unknown[]) => Promise<Row[]>;

/** What no payment can be made of. */
const unsound = new Set([
  ...['type-contradicts-topic', 'not-json', 'truncated', 'single-quoted', 'array-of-one', 'not-utf8'],
  ...['account-zero', 'account-negative', 'account-text'],
  ...['amount-zero', 'amount-negative', 'amount-fractional', 'amount-text'],
]);
const repeats = new Set(['duplicate', 'conflicting']);
const failures = new Set(['declined', 'rejected', 'parked', 'conflicting']);
const noPayment = 'no payment';

/** What was received since then, opened. */
export async function messagesSince(since: Date, rows: Rows, sealingKey: string): Promise<KeptMessage[]> {
  const sealing = new Sealing([Buffer.from(sealingKey, 'base64')]);
  const kept = await rows<Omit<KeptMessage, 'value'> & { sealed: Sealed }>(
    `SELECT topic, concat_ws('/', topic, partition, message_offset) AS place, outcome, sealed FROM payments.messages
     WHERE received_at >= $1 ORDER BY topic, partition, message_offset`,
    [since],
  );
  return kept.map(({ sealed, ...message }) => ({
    ...message,
    value: unframeMessage(sealing.open(sealed)).value?.toString('base64') ?? '',
  }));
}

export const paymentsSince = (since: Date, rows: Rows): Promise<KeptPayment[]> =>
  rows<KeptPayment>(
    `SELECT payment_id::text AS id, concat_ws(' ', status, account_id, amount::float8) AS says
     FROM payments.payments WHERE created_at >= $1`,
    [since],
  );

export class SentAndKept {
  private readonly sentByBytes: ReadonlyMap<string, SentMessage[]>;
  /** What is kept, with what it was sent as. */
  private readonly pairs: { sent: SentMessage; message: KeptMessage }[];
  /** The message that made each payment: one under its id that is no repeat. */
  private readonly bringing = new Map<string, KeptMessage>();

  constructor(
    sent: readonly SentMessage[],
    private readonly kept: readonly KeptMessage[],
    private readonly wordAbout: WordAbout,
  ) {
    this.sentByBytes = groupBy(sent, bytesOf);
    this.pairs = kept.flatMap((message) =>
      (this.sentByBytes.get(bytesOf(message)) ?? []).slice(0, 1).map((first) => ({ sent: first, message })),
    );
    for (const {
      sent: { case: sentAs, paymentId },
      message,
    } of this.pairs) {
      if (paymentId === null || unsound.has(sentAs)) continue;
      const known = this.bringing.get(paymentId);
      if (!known || repeats.has(known.outcome)) this.bringing.set(paymentId, message);
    }
  }

  /** What the sender was not sure of came again: more may be kept than it tells of, never less. */
  bytesThatDiffer(): string[] {
    const kept = groupBy(this.kept, bytesOf);
    const lost = [...this.sentByBytes].flatMap(([bytes, sent]) => {
      const times = kept.get(bytes)?.length ?? 0;
      return times >= sent.length
        ? []
        : [`${nameOf(sent[0])} was sent ${sent.length} times and is kept ${times} times`];
    });
    const strange = this.kept.filter((message) => !this.sentByBytes.has(bytesOf(message)));
    return [...lost, ...strange.map(({ place }) => `what is kept at ${place} was never sent`)];
  }

  outcomesThatDiffer(): string[] {
    return this.pairs.flatMap((pair) => {
      const { place, outcome } = pair.message;
      const wanted = this.outcomeOf(pair);
      return outcome === wanted ? [] : [`${nameOf(pair.sent)} at ${place} is ${outcome}, not ${wanted}`];
    });
  }

  /** Every payment is what the message says that brought it, and there is no other. */
  paymentsThatDiffer(payments: readonly KeptPayment[]): string[] {
    const known = new Map(payments.map(({ id, says }) => [id, says]));
    return [...new Set([...this.bringing.keys(), ...known.keys()])].flatMap((id) => {
      const message = this.bringing.get(id);
      const wanted = message && sayingOf(message);
      const is = known.get(id);
      return is === wanted
        ? []
        : [`${id} is "${is ?? 'not there'}", it was sent as "${wanted ?? 'nothing'}"`];
    });
  }

  /**
   * The gateway hears of sound online payments alone, in the words that were sent, with the id as the key.
   * @param askings every way in which it was asked about a payment
   */
  askingsThatDiffer(askings: ReadonlyMap<string, ReadonlySet<string>>): string[] {
    const wanted = new Map(
      [...this.bringing].flatMap(([id, message]) =>
        message.topic === 'online' && message.outcome !== 'parked'
          ? [[id, JSON.stringify({ key: id, ...contentOf(message) })] as const]
          : [],
      ),
    );
    return [...new Set([...wanted.keys(), ...askings.keys()])].flatMap((id) => {
      const [asked, ...otherwise] = askings.get(id) ?? [];
      return asked === wanted.get(id) && otherwise.length === 0
        ? []
        : [`about ${id} the gateway was not asked as it was sent, or in other ways too`];
    });
  }

  /** @param reports with descriptions that tell one from all others */
  reportsThatDiffer(reports: readonly { paymentId: string | null; description: string }[]): string[] {
    const owed = new Map<string, Set<string>>();
    for (const pair of this.pairs) {
      const outcome = this.outcomeOf(pair);
      const { paymentId } = pair.sent;
      if (!failures.has(outcome)) continue;
      const about = owed.get(paymentId ?? noPayment) ?? new Set();
      owed.set(paymentId ?? noPayment, about.add(paymentId === null ? pair.message.place : outcome));
    }
    const told = groupBy(reports, ({ paymentId }) => paymentId ?? noPayment);
    return [...new Set([...owed.keys(), ...told.keys()])].flatMap((id) => {
      const heard = new Set(told.get(id)?.map(({ description }) => description)).size;
      const about = [...(owed.get(id) ?? [])];
      return heard === about.length ? [] : [`${heard} reports about ${id}: ${about.join() || 'no failure'}`];
    });
  }

  /** What has to become of a message. */
  private outcomeOf({ sent, message }: { sent: SentMessage; message: KeptMessage }): string {
    const { paymentId, case: sentAs } = sent;
    const brought = paymentId === null ? undefined : this.bringing.get(paymentId);
    if (paymentId === null || !brought || unsound.has(sentAs)) return 'rejected';
    if (message !== brought) return sayTheSame(message, brought) ? 'duplicate' : 'conflicting';
    if (sentAs === 'account-unknown') return 'parked';
    if (message.topic === 'offline') return 'stored';
    return { approved: 'stored', refused: 'declined', none: 'open' }[this.wordAbout(paymentId) ?? 'none'];
  }
}

function bytesOf({ topic, value }: { topic: string; value: string }): string {
  return `${topic} ${value}`;
}

function nameOf(sent: SentMessage | undefined): string {
  return `the ${sent?.case ?? 'unknown'} message of ${sent?.paymentId ?? noPayment}`;
}

/** What is documented of a message, as the gateway is asked. */
function contentOf({ value }: KeptMessage) {
  const said = JSON.parse(Buffer.from(value, 'base64').toString()) as Record<string, unknown>;
  const { payment_id, account_id, payment_type, credit_card, amount } = said;
  return { payment_id, account_id, payment_type, credit_card, amount };
}

/** As {@link KeptPayment} has it. */
function sayingOf(message: KeptMessage): string {
  const { account_id: account, amount } = contentOf(message);
  return [message.outcome, account, amount].join(' ');
}

function sayTheSame(one: KeptMessage, other: KeptMessage): boolean {
  return JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));
}
