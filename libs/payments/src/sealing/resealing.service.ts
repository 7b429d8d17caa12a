/**
 * Seals anew what an older key has sealed, so that the older key can be taken away: a bounded stretch of the log at a time, each in
 * a transaction of its own. What is done is seen by the key's name in the sealed bytes, so a run that was ended is simply begun
 * again.
 */
import { Injectable } from '@nestjs/common';
import { Database, Sealing, type Sealed, type Tx } from '@plaza/platform';
import { readMessage } from '../intake/read-message';
import { unframeMessage } from '../messages/message-framing';
import type { Place } from '../messages/place';
import {
  lockPayments,
  readStretch,
  writeMessages,
  writePayments,
  type OldMessage,
  type PaymentSecrets,
} from './sealed-rows';

export interface ResealedStretch {
  examined: number;
  resealed: number;
  /** Sealed by a key that is not configured here, or changed since: they stay as they are. */
  unopened: Place[];
  /** What to go on behind; null when there is no more. */
  next: Place | null;
}

/** Of sealed messages that stand in memory together. */
const bytesMax = 32 * 1024 * 1024;

interface Opened {
  message: OldMessage;
  framed: Buffer;
}

@Injectable()
export class Resealing {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  async reseal(after: Place | null, messagesMax: number): Promise<ResealedStretch> {
    const limits = { messagesMax, bytesMax };
    const { old, examined, last } = await readStretch(this.database, after, this.sealing.keyId, limits);
    const opened = old.flatMap((message) => {
      const framed = this.open(message.sealed);
      return framed ? [{ message, framed }] : [];
    });
    if (opened.length > 0) await this.database.transaction((tx) => this.write(tx, opened));
    const done = new Set(opened.map(({ message }) => message));
    const unopened = old.filter((message) => !done.has(message)).map(placeOf);
    return { examined, resealed: opened.length, unopened, next: last && placeOf(last) };
  }

  /** Payments are locked before messages, as all do who settle payments. */
  private async write(tx: Tx, opened: readonly Opened[]): Promise<void> {
    const payments = await lockPayments(
      tx,
      opened.map(({ message }) => message),
    );
    const byPlace = new Map(payments.map((payment) => [nameOf(payment), payment]));
    const secrets = opened.flatMap(({ message, framed }) => {
      const payment = byPlace.get(nameOf(message));
      return payment
        ? [{ ...this.secretsOf(payment, message, framed), before: payment.cardFingerprint }]
        : [];
    });
    await writePayments(tx, secrets);
    await writeMessages(
      tx,
      opened.map(({ message, framed }) => ({ ...message, sealed: this.sealing.seal(framed) })),
    );
  }

  /** The fingerprint is made from the message, which alone still knows the card. */
  private secretsOf(
    { paymentId, cardSealed, cardFingerprint }: PaymentSecrets,
    { topic, partition, offset }: OldMessage,
    framed: Buffer,
  ): PaymentSecrets {
    const { key, value } = unframeMessage(framed);
    const message = {
      topic,
      partition,
      offset: BigInt(offset),
      key,
      value,
      headers: {},
      timestamp: new Date(0),
    };
    const { content } = readMessage(this.sealing, message);
    const anew = 'payment' in content ? content.payment.cardFingerprints?.[0] : undefined;
    const card = cardSealed && this.open(cardSealed);
    return {
      paymentId,
      cardSealed: card ? this.sealing.seal(card) : cardSealed,
      cardFingerprint: anew ?? cardFingerprint,
    };
  }

  private open(sealed: Sealed): Buffer | null {
    try {
      return this.sealing.open(sealed);
    } catch {
      return null;
    }
  }
}

function placeOf({ topic, partition, offset }: Place): Place {
  return { topic, partition, offset };
}

function nameOf({ topic, partition, offset }: Place): string {
  return `${topic}/${String(partition)}/${String(offset)}`;
}
