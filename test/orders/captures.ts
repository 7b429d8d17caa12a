/** Captures of payments, put on their way as the payments context would. */
import { Outbox } from '@plaza/messaging';
import type { Capture } from '@plaza/orders';
import { Database } from '@plaza/platform';
import type { World } from '#test/world';

export async function announceCapture(
  { app }: World,
  { orderId, amount, paymentId, capturedAt }: Omit<Capture, 'context'>,
): Promise<void> {
  const data = {
    paymentId,
    orderId,
    accountId: 1,
    type: 'online',
    amount,
    capturedAt: capturedAt.toISOString(),
  };
  await app
    .get(Database)
    .transaction((tx) =>
      app
        .get(Outbox)
        .add(tx, 'payments.events', [
          { fact: { type: 'payment-captured', key: paymentId, data }, occurredAt: capturedAt },
        ]),
    );
}
