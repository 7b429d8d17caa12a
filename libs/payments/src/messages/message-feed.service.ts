/** The HTTP way in for payment messages where there is no Kafka: lines of a request become places of the local log. */
import { Inject, Injectable } from '@nestjs/common';
import { InvalidInput, PlazaError, SETTINGS, type Settings } from '@plaza/platform';
import { feedClosed } from '../payments.errors';
import { PaymentsService } from '../payments.service';
import type { LocalRange } from './local-log';
import { messageBytesMax, type PaymentType } from './payment-message';

export const feedBytesMax = 16 * 1024 * 1024;
const linesMax = 10_000;
const newline = 0x0a;

@Injectable()
export class MessageFeed {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly payments: PaymentsService,
  ) {}

  /**
   * Takes every line exactly as it is, readable or not; what cannot be taken refuses the whole request.
   * @throws PlazaError `payments.feed-closed`, InvalidInput for no lines, too many, or one that is too long
   */
  async take(topic: PaymentType, lines: Buffer): Promise<LocalRange> {
    if (this.settings.kafka) throw feedClosed();
    const values = linesOf(lines);
    if (values.length === 0) throw new InvalidInput([{ pointer: '', detail: 'must hold at least one line' }]);
    if (values.length > linesMax) {
      throw new PlazaError(
        'invalid',
        'payments.feed-too-many-lines',
        `A request takes at most ${linesMax} lines`,
        {
          linesMax,
        },
      );
    }
    const tooLong = values.findIndex(({ length }) => length > messageBytesMax);
    if (tooLong >= 0) {
      throw new InvalidInput([
        { pointer: `/${tooLong}`, detail: `must be at most ${messageBytesMax} bytes long` },
      ]);
    }
    return this.payments.append(topic, values);
  }
}

/** The last line needs no end; an empty one before it is a message without content. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(newline, from);
    const to = end === -1 ? bytes.length : end;
    lines.push(bytes.subarray(from, to));
    from = to + 1;
  }
  return lines;
}
