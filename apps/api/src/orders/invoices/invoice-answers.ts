/** Invoices in the form that is asked for. */
import { Injectable, StreamableFile } from '@nestjs/common';
import { Clock, type Actor, type Language } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { wantedType } from '../../http/media-types';
import { documentOf, documentOfAll, type InvoiceDocument } from './invoice-document';
import { invoicePage } from './invoice-page';
import { invoicePdf } from './invoice-pdf';
import { Invoices, type InvoiceList, type ToldInvoice } from './invoices';
import { onPaperMax, type InvoiceListQuery } from './invoices.dto';

const types = ['application/json', 'text/html', 'application/pdf'] as const;

/** What is on an invoice was written by many, and is shown by a browser beside everything else of Plaza. */
const nothingButStyles = "default-src 'none'; style-src 'unsafe-inline'";

interface Exchange {
  accept: string | undefined;
  reply: FastifyReply;
}

@Injectable()
export class InvoiceAnswers {
  constructor(
    private readonly invoices: Invoices,
    private readonly clock: Clock,
  ) {}

  /**
   * Page by page as JSON; on paper, all from where it begins.
   * @throws PlazaError as `Invoices.ofDocument`; NotAcceptableException
   */
  list(wish: InvoiceListQuery, actor: Actor, exchange: Exchange) {
    return this.inForm(
      exchange,
      (isPaper) => this.invoices.ofDocument(wish, actor, isPaper ? onPaperMax : wish.limit),
      (list: InvoiceList) => documentOfAll(list, wish.language, this.clock.now()),
    );
  }

  /** @throws PlazaError as `Invoices.get`; NotAcceptableException */
  get({ number, language }: { number: string; language: Language }, actor: Actor, exchange: Exchange) {
    return this.inForm(
      exchange,
      () => this.invoices.get(number, actor),
      (invoice: ToldInvoice) => documentOf(invoice, language),
    );
  }

  private async inForm<Told>(
    { accept, reply }: Exchange,
    ask: (isPaper: boolean) => Promise<Told>,
    documented: (told: Told) => InvoiceDocument,
  ): Promise<Told | string | StreamableFile> {
    const type = wantedType(accept, types);
    const told = await ask(type !== 'application/json');
    void reply.header('vary', 'Accept').header('cache-control', 'no-store');
    if (type === 'application/json') return told;
    const document = documented(told);
    if (type === 'application/pdf') {
      const disposition = `inline; filename="${document.file}.pdf"`;
      return new StreamableFile(await invoicePdf(document), { type, disposition });
    }
    void reply.header('content-type', `${type}; charset=utf-8`);
    void reply.header('content-security-policy', nothingButStyles);
    return invoicePage(document);
  }
}
