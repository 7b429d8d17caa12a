/**
 * Sends the mail that waits, each once in effect, for as long as days. What cannot be had is certainty at one point: a process that
 * is killed after the server accepted a mail and before that is noted sends it again, with the same Message-ID.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, inSpan, LOGGER, Metrics, SpanKind, type PlazaLogger } from '@plaza/platform';
import type { Counter } from 'prom-client';
import { noteMails, takeDueMails, type DueMail, type NotedMail } from './mail-rows';
import { MailServer, type Handover } from './mail-server';

const batchMax = 16;
const sideBySideMax = 4;
/** Longer than a batch can take with a server that is slow at every step. */
const leaseMs = 10 * 60_000;
const firstPauseMs = 15_000;
const pauseMsMax = 60 * 60_000;
/** As long as mail servers themselves go on. */
const patienceMsMax = 5 * 24 * 60 * 60_000;

@Injectable()
export class MailSending {
  private readonly ended: Counter<'status'>;

  constructor(
    private readonly database: Database,
    private readonly server: MailServer,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
    metrics: Metrics,
  ) {
    this.ended = metrics.counter('plaza_mails_ended_total', 'Mails by what became of them', ['status']);
  }

  /** Sends a bounded number; true when there may be more to send at once. */
  async send(): Promise<boolean> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + leaseMs);
    const due = await this.database.transaction((tx) => takeDueMails(tx, now, until, batchMax));
    if (due.length === 0) return false;
    const noted = await this.handOverAll(due);
    await this.database.transaction((tx) => noteMails(tx, noted, this.clock.now()));
    for (const mail of noted) this.tell(mail);
    return noted.every(({ status }) => status !== 'waiting');
  }

  /** The first mail shows whether the server is there; while it is not, the others stay as they were. */
  private async handOverAll([first, ...others]: readonly DueMail[]): Promise<NotedMail[]> {
    if (!first) return [];
    const handover = await this.handOver(first);
    const noted = [this.noted(first, handover)];
    if (handover.outcome === 'away') return [...noted, ...others.map((mail) => this.untried(mail))];
    for (let from = 0; from < others.length; from += sideBySideMax) {
      const group = others.slice(from, from + sideBySideMax);
      noted.push(
        ...(await Promise.all(group.map(async (mail) => this.noted(mail, await this.handOver(mail))))),
      );
    }
    return noted;
  }

  private handOver(mail: DueMail): Promise<Handover> {
    const span = { kind: SpanKind.CLIENT, attributes: { 'plaza.mail.id': mail.id } };
    return inSpan('hand a mail over', span, () => this.server.handOver(mail));
  }

  private noted({ id, attempts, createdAt }: DueMail, { outcome, detail }: Handover): NotedMail {
    const now = this.clock.now();
    if (outcome === 'sent' || outcome === 'captured') {
      return { id, attempts, status: outcome, nextAttemptAt: now, lastFailure: null };
    }
    const isOver = now.getTime() - createdAt.getTime() >= patienceMsMax;
    const status = outcome === 'refused' ? 'refused' : isOver ? 'given-up' : 'waiting';
    const pauseMs = Math.min(pauseMsMax, firstPauseMs * 2 ** Math.min(attempts - 1, 30));
    return { id, attempts, status, nextAttemptAt: new Date(now.getTime() + pauseMs), lastFailure: detail };
  }

  /** As it was before it was taken. */
  private untried({ id, attempts }: DueMail): NotedMail {
    return {
      id,
      status: 'waiting',
      attempts: attempts - 1,
      nextAttemptAt: this.clock.now(),
      lastFailure: null,
    };
  }

  private tell({ id, status, lastFailure }: NotedMail): void {
    if (status === 'waiting') return;
    this.ended.inc({ status });
    if (status === 'refused' || status === 'given-up') {
      this.logger.warn({ mail: id, status, reason: lastFailure }, 'A mail did not get to its recipient');
    }
  }
}
