/** Every form that a report has, in a language: what is asked for by its media type, and the letter that is mailed. */
import type { Attachment, NewMail } from '@plaza/notifications';
import type { Language } from '@plaza/platform';
import type { AttachmentKind } from '../recipients/recipient.entity';
import type { Edition, Report } from '../report';
import { Formats } from './formats';
import { reportCsv } from './report-csv';
import { reportHtml } from './report-html';
import { reportPdf } from './report-pdf';
import { reportText } from './report-text';
import { reportTexts } from './texts';
import { told, type ToldReport } from './told-report';

export type ReportLetter = Pick<NewMail, 'subject' | 'text' | 'html' | 'attachments'>;

export class ReportForms {
  readonly told: ToldReport;
  private readonly formats: Formats;

  /** @param sent the edition that it is held against, if there is one */
  constructor(report: Report, language: Language, sent: Edition | undefined) {
    this.told = told(report, language, sent);
    this.formats = new Formats(language, report.zone);
  }

  html(): string {
    return reportHtml(this.told, this.formats);
  }

  text(): string {
    return reportText(this.told, this.formats);
  }

  csv(): string {
    return reportCsv(this.told);
  }

  pdf(): Promise<Buffer> {
    return reportPdf(this.told, this.formats);
  }

  async letter(kinds: readonly AttachmentKind[]): Promise<ReportLetter> {
    const { language, week } = this.told;
    return {
      subject: reportTexts[language].title(week),
      text: this.text(),
      html: this.html(),
      attachments: await Promise.all(kinds.map((kind) => this.attachment(kind))),
    };
  }

  private async attachment(kind: AttachmentKind): Promise<Attachment> {
    const filename = `plaza-${this.told.week}.${kind}`;
    switch (kind) {
      case 'pdf':
        return { filename, contentType: 'application/pdf', content: await this.pdf() };
      case 'csv':
        return { filename, contentType: 'text/csv; charset=utf-8', content: Buffer.from(this.csv()) };
    }
  }
}
