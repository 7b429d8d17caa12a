/** Stands in where no mail server is configured: everything is captured, to be read by staff. */
import { MailServer, type Handover } from './mail-server';

export class NoMailServer extends MailServer {
  handOver(): Promise<Handover> {
    return Promise.resolve({ outcome: 'captured', detail: 'No mail server is configured' });
  }
}
