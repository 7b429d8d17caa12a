/** What is asked about invoices, field by field. */
import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam, ApiPropertyOptional } from '@nestjs/swagger';
import { invoiceNumberCharacters } from '@plaza/orders';
import { languages, type Language } from '@plaza/platform';
import { IsIn } from 'class-validator';
import { IfGiven, LineField, PageQuery } from '../../http/fields';

const documentCharactersMax = 40;

/** Invoices of one document on one page to print, or in one PDF. */
export const onPaperMax = 1_000;

/** In which language it is told as a page or PDF. */
const LanguageField = () => IsIn(languages);

export class InvoiceQuery {
  @ApiPropertyOptional({ enum: languages, default: 'en', description: 'Of the page or PDF' })
  @IfGiven()
  @LanguageField()
  language: Language = 'en';
}

export class InvoiceListQuery extends PageQuery {
  @ApiPropertyOptional({
    description: "The customer's document number; customers may leave it out and see their own",
  })
  @IfGiven()
  @LineField(documentCharactersMax)
  document?: string;

  @ApiPropertyOptional({ enum: languages, default: 'en', description: 'Of the page or PDF' })
  @IfGiven()
  @LanguageField()
  language: Language = 'en';
}

/** Whether it is the number of an invoice is for the orders to say; longer texts are none. */
class InvoiceNumberPipe implements PipeTransform<string, string> {
  transform(number: string): string {
    return number.slice(0, invoiceNumberCharacters + 1);
  }
}

export const InvoiceNumberParam = () => Param('number', new InvoiceNumberPipe());
export const ApiInvoiceNumberParam = () =>
  ApiParam({
    name: 'number',
    description: 'With or without its dashes, in capitals or not',
    schema: { type: 'string', maxLength: invoiceNumberCharacters },
  });
