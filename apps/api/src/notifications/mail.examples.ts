/** The examples of mail that was captured instead of being sent. */
import { at, later, page } from '../http/story.examples';

const mail = {
  ...{
    id: '019e2f61-3b4c-7d5e-8f60-718293a4b5c6',
    recipient: 'owner@example.com',
    subject: 'Week 47 at Plaza',
  },
  ...{ status: 'captured', attempts: 1, lastFailure: null, createdAt: at, endedAt: later },
};

export const mailAnswers: Record<string, unknown> = {
  'mail.list': page(mail),
  'mail.get': {
    ...{ ...mail, text: 'Revenue: 59.80 EUR (29.90 EUR the week before)', html: '<h1>Week 47 at Plaza</h1>' },
    attachments: [
      { number: 1, filename: '2026-W47.pdf', contentType: 'application/pdf', bytes: 48_211, contentId: null },
    ],
  },
};
