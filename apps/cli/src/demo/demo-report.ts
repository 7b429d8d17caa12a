/** Who gets the demo's weekly report; where no mail server is configured it can be read in the captured mail. */
import { Injectable } from '@nestjs/common';
import { attachmentKinds, Recipients } from '@plaza/reporting';
import { existing } from './existing';

const demoRecipient = { address: 'owner@plaza.example', language: 'es' } as const;

@Injectable()
export class DemoReport {
  constructor(private readonly recipients: Recipients) {}

  load(): Promise<void> {
    return existing(() => this.recipients.add({ ...demoRecipient, attachments: [...attachmentKinds] }));
  }
}
