/** Wires mail. Where no server is configured, mail is captured for staff to read. */
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS, type Settings } from '@plaza/platform';
import { MailServer } from './mail-server';
import { MailsQueries } from './mails.queries';
import { Mails } from './mails.service';
import { NoMailServer } from './no-mail-server.client';
import { MailSending } from './sending.service';
import { SmtpMailServer } from './smtp.client';
import { WaitingMailMetrics } from './waiting-mail-metrics';

@Module({
  providers: [
    Mails,
    MailsQueries,
    MailSending,
    WaitingMailMetrics,
    {
      provide: MailServer,
      inject: [SETTINGS],
      useFactory: ({ mail: { smtpUrl, from } }: Settings) =>
        smtpUrl === undefined ? new NoMailServer() : new SmtpMailServer({ url: smtpUrl, from }),
    },
  ],
  exports: [Mails, MailsQueries, MailSending],
})
export class NotificationsModule implements OnApplicationShutdown {
  constructor(@Inject(MailServer) private readonly server: MailServer) {}

  onApplicationShutdown(): void {
    if (this.server instanceof SmtpMailServer) this.server.close();
  }
}
