/** Sends the mail that waits, for as long as that takes, in one process at a time. */
import { Injectable } from '@nestjs/common';
import { MAIL_SIGNAL, MailSending } from '@plaza/notifications';
import { Loops } from '@plaza/platform';

const everyMs = 5_000;

@Injectable()
export class SendMailJob {
  constructor(loops: Loops, sending: MailSending) {
    loops.add({ name: 'send-mail', everyMs, wakeOn: MAIL_SIGNAL, alone: true, work: () => sending.send() });
  }
}
