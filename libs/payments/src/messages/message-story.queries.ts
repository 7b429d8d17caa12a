/** The whole story of one message: what became of it and why, the payment it speaks of, what was told about it, its replays. */
import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@plaza/platform';
import { messageUnknown } from '../payments.errors';
import { PaymentsQueries, type AttemptView, type PaymentView } from '../payments.queries';
import { MessagesQueries, type ErrorReportView, type MessageView } from './messages.queries';
import type { Outcome } from './outcome';
import type { Place } from './place';

export interface ReplayView {
  id: string;
  at: Date;
  /** Who had it replayed. */
  actor: Actor;
  before: Outcome;
  after: Outcome;
  reason: string;
}

export interface MessageStory extends MessageView {
  /** The payment under its id, which another message may have brought; null when there is none. */
  payment: PaymentView | null;
  /** Every asking of the gateway about that payment, the first one first. */
  attempts: AttemptView[];
  /** What the error log was told, or is owed, about the message or its payment. */
  errorReports: ErrorReportView[];
  /** The latest hundred, the first one first. */
  replays: ReplayView[];
}

const replaysMax = 100;

@Injectable()
export class MessageStories {
  constructor(
    private readonly database: Database,
    private readonly messages: MessagesQueries,
    private readonly payments: PaymentsQueries,
  ) {}

  /**
   * Never the card number, nor the bytes of the message: those stay sealed.
   * @throws PlazaError `payments.message-unknown`
   */
  async get(place: Place, actor: Actor): Promise<MessageStory> {
    const message = await this.messages.get(place);
    if (!message) throw messageUnknown(place);
    const payment = message.paymentId === null ? null : await this.payments.find(message.paymentId, actor);
    const attempts = payment && payment.attempts > 0 ? await this.payments.attempts(payment.id) : null;
    return {
      ...message,
      payment,
      attempts: attempts?.items ?? [],
      errorReports: await this.messages.errorReportsAbout(message),
      replays: await this.replaysOf(place),
    };
  }

  private async replaysOf({ topic, partition, offset }: Place): Promise<ReplayView[]> {
    const rows = await this.database.read<ReplayRow>(
      `SELECT replay_id AS id, replayed_at AS at, actor_kind AS kind, actor_id AS actor, outcome_before AS before,
              outcome_after AS after, reason
       FROM payments.replayed_messages JOIN payments.replays USING (replay_id)
       WHERE topic = $1 AND partition = $2 AND message_offset = $3
       ORDER BY replayed_at DESC, replay_id DESC LIMIT $4`,
      [topic, partition, offset, replaysMax],
    );
    return rows.reverse().map(({ kind, actor, ...replay }) => ({ ...replay, actor: { kind, id: actor } }));
  }
}

interface ReplayRow extends Omit<ReplayView, 'actor'> {
  kind: Actor['kind'];
  actor: string;
}
