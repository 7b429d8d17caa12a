import { ForwardMigration } from '@plaza/platform';

/** The trace of a request to pay goes on with its payment, which comes back over the stream and is asked about later. */
export class TracesOfRequests1764700000671 extends ForwardMigration {
  protected readonly sql = `
    ALTER TABLE payments.requests ADD COLUMN traceparent text;
  `;
}
