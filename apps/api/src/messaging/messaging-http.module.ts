/** The REST face of what consumers could not take. */
import { Module } from '@nestjs/common';
import { MessagingModule } from '@plaza/messaging';
import { DeadLettersController } from './dead-letters.controller';

@Module({ imports: [MessagingModule], controllers: [DeadLettersController] })
export class MessagingHttpModule {}
