export * from './notifications.module';
export * from './notifications.schema';
export * from './mails.queries';
export * from './mails.service';
export * from './sending.service';
export {
  addressCharactersMax,
  isAddress,
  mailStatuses,
  type Attachment,
  type MailStatus,
  type NewMail,
} from './mail';
