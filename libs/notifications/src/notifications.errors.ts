/** What can go wrong with mail, in words. */
import { PlazaError, type InputFault } from '@plaza/platform';

/** Whoever composed it made a mistake: it would be refused by every mail server, or could not be kept. */
export const mailInvalid = (errors: InputFault[]) =>
  new PlazaError('invalid', 'notifications.mail-invalid', 'This mail cannot be sent as it is', { errors });

/** Also for a mail that was sent: what it said is between us and its recipient. */
export const mailUnknown = (id: string) =>
  new PlazaError('not-found', 'notifications.mail-unknown', 'There is no captured mail with this id', { id });

export const attachmentUnknown = (id: string, number: number) =>
  new PlazaError('not-found', 'notifications.attachment-unknown', 'The mail has no such attachment', {
    id,
    number,
  });
