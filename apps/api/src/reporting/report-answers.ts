/** The weekly report in the form that is asked for. */
import { Injectable, StreamableFile } from '@nestjs/common';
import type { Language } from '@plaza/platform';
import { WeeklyReports, type ReportForms, type ToldReport } from '@plaza/reporting';
import type { FastifyReply } from 'fastify';
import { wantedType } from '../http/media-types';
import { weekNamed } from './reporting.dto';

export const reportTypes = ['application/json', 'text/html', 'application/pdf', 'text/csv'] as const;

/** What is in a report was written by many, and is shown by a browser beside everything else of Plaza. */
const nothingButStyles = "default-src 'none'; style-src 'unsafe-inline'";

export interface ReportWish {
  week?: string;
  language?: Language;
}

@Injectable()
export class ReportAnswers {
  constructor(private readonly reports: WeeklyReports) {}

  /** @throws PlazaError as `WeeklyReports.look`; NotAcceptableException */
  async weekly(
    { week, language }: ReportWish,
    accept: string | undefined,
    reply: FastifyReply,
  ): Promise<ToldReport | string | StreamableFile> {
    const type = wantedType(accept, reportTypes);
    const forms = await this.reports.look(week === undefined ? undefined : weekNamed(week), language);
    void reply.header('vary', 'Accept').header('cache-control', 'no-store');
    return formOf(type, forms, reply);
  }
}

async function formOf(
  type: (typeof reportTypes)[number],
  forms: ReportForms,
  reply: FastifyReply,
): Promise<ToldReport | string | StreamableFile> {
  switch (type) {
    case 'application/json':
      return forms.told;
    case 'text/html':
      void reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', nothingButStyles);
      return forms.html();
    case 'application/pdf':
      return fileOf(forms, { type, content: await forms.pdf(), ending: 'pdf' });
    case 'text/csv':
      return fileOf(forms, {
        type: 'text/csv; charset=utf-8',
        content: Buffer.from(forms.csv()),
        ending: 'csv',
      });
  }
}

interface ReportFile {
  type: string;
  content: Buffer;
  ending: string;
}

function fileOf({ told }: ReportForms, { type, content, ending }: ReportFile): StreamableFile {
  const disposition = `attachment; filename="plaza-${told.week}.${ending}"`;
  return new StreamableFile(content, { type, disposition });
}
