/** How `plaza find` shows a transfer record. */
import { TransferRecords, type TransferStory } from '@plaza/transfers';
import { fields, print, styleOfStatus, table, withService, type OutputOptions } from './plaza';

export async function findTransfer(key: string, options: OutputOptions): Promise<void> {
  const transfer = await withService(TransferRecords, (records) => records.get(key));
  print({ transfer }, options, readable);
}

function readable({ transfer: { streams, record, ...transfer } }: { transfer: TransferStory }): string {
  const asked = streams.map(({ number, score, tookMs, askedAt, audioUrl }) => ({
    stream: number,
    score,
    'took ms': tookMs,
    'asked at': new Date(askedAt).toISOString(),
    address: audioUrl,
  }));
  return [fields(transfer, styleOfStatus), '', table(asked), '', fields(record)].join('\n');
}
