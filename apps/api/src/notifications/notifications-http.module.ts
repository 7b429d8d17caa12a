/** The REST face of mail. */
import { Module } from '@nestjs/common';
import { NotificationsModule } from '@plaza/notifications';
import { MailController } from './mail.controller';

@Module({ imports: [NotificationsModule], controllers: [MailController] })
export class NotificationsHttpModule {}
