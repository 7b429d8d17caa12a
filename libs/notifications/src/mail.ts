/** What a mail is, and what it may hold. It has one recipient, so that nobody learns who else was told. */
import type { InputFault } from '@plaza/platform';

export interface Attachment {
  filename: string;
  /** `application/pdf`, `text/csv; charset=utf-8`. */
  contentType: string;
  content: Buffer;
  /** With it the HTML can show the attachment, as `cid:…`. */
  contentId?: string;
}

export interface NewMail {
  /** What it is about, unique with its recipient: added a second time it is the same mail. */
  cause: string;
  recipient: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: readonly Attachment[];
}

export const mailStatuses = ['waiting', 'sent', 'captured', 'refused', 'given-up'] as const;
export type MailStatus = (typeof mailStatuses)[number];

export const addressCharactersMax = 254;
const causeCharactersMax = 300;
const subjectCharactersMax = 200;
const textCharactersMax = 200_000;
const htmlCharactersMax = 2_000_000;
const attachmentsMax = 20;
const attachmentBytesMax = 10 * 1024 * 1024;
const filenameCharactersMax = 150;

/** One address and nothing around it: what could begin another header or another recipient is no part of it. */
const address = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;
const line = /^[^\p{Cc}\p{Cs}]+$/u;
const mediaType = /^[\w.+-]+\/[\w.+-]+(?:; charset=[\w-]+)?$/;
const contentIdentifier = /^[\w.-]{1,100}$/;

/** True for what can be written in the place of one address. */
export function isAddress(text: string): boolean {
  return text.length <= addressCharactersMax && address.test(text);
}

/** Everything that is wrong with a mail; nothing when it can be sent. */
export function faultsOfMail(mail: NewMail): InputFault[] {
  const { cause, recipient, subject, text, html = '', attachments = [] } = mail;
  const bytes = attachments.reduce((sum, { content }) => sum + content.length, 0);
  return [
    ...faultIf(!isLine(cause, causeCharactersMax), '/cause', lineOf(causeCharactersMax)),
    ...faultIf(!isAddress(recipient), '/recipient', 'must be one e-mail address'),
    ...faultIf(!isLine(subject, subjectCharactersMax), '/subject', lineOf(subjectCharactersMax)),
    ...faultIf(!isText(text, textCharactersMax), '/text', atMost(textCharactersMax)),
    ...faultIf(!isText(html, htmlCharactersMax), '/html', atMost(htmlCharactersMax)),
    ...faultIf(attachments.length > attachmentsMax, '/attachments', `must be ${attachmentsMax} at the most`),
    ...faultIf(
      bytes > attachmentBytesMax,
      '/attachments',
      `must have ${attachmentBytesMax} bytes at the most`,
    ),
    ...attachments.flatMap(faultsOfAttachment),
  ];
}

function faultsOfAttachment({ filename, contentType, contentId }: Attachment, at: number): InputFault[] {
  const place = `/attachments/${at}`;
  const wrongId = contentId !== undefined && !contentIdentifier.test(contentId);
  return [
    ...faultIf(!isLine(filename, filenameCharactersMax), `${place}/filename`, lineOf(filenameCharactersMax)),
    ...faultIf(!mediaType.test(contentType), `${place}/contentType`, 'must be a media type'),
    ...faultIf(wrongId, `${place}/contentId`, 'must be letters, digits, dots and dashes'),
  ];
}

function faultIf(isWrong: boolean, pointer: string, detail: string): InputFault[] {
  return isWrong ? [{ pointer, detail }] : [];
}

const isLine = (text: string, most: number) => text.length <= most && line.test(text);
/** PostgreSQL keeps no NUL. */
const isText = (text: string, most: number) => text.length <= most && !text.includes('\0');
const lineOf = (most: number) => `must be one line of 1 to ${most} characters`;
const atMost = (most: number) => `must have ${most} characters at the most`;
