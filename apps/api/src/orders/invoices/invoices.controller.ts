/** Invoices: what a customer bought and paid, as data, as a page to print or as PDF. */
import { Controller, Get, Headers, Query, Res, type StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtraModels,
  ApiNotAcceptableResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { ForRoles, type Actor } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../../http/current-actor';
import { InvoiceAnswers } from './invoice-answers';
import type { InvoiceList, ToldInvoice } from './invoices';
import { InvoiceAnswer, InvoiceListAnswer } from './invoices.answers';
import {
  ApiInvoiceNumberParam,
  InvoiceListQuery,
  InvoiceNumberParam,
  InvoiceQuery,
  onPaperMax,
} from './invoices.dto';

/** The forms of a thing that `Accept` chooses from. */
const inForms = (model: new () => object) => ({
  content: {
    'application/json': { schema: { $ref: getSchemaPath(model) } },
    'text/html': { schema: { type: 'string' } },
    'application/pdf': { schema: { type: 'string', format: 'binary' } },
  },
});

@ApiTags('orders')
@ApiBearerAuth()
@ForRoles('customer', 'staff')
@ApiExtraModels(InvoiceAnswer, InvoiceListAnswer)
@Controller('orders/invoices')
export class InvoicesController {
  constructor(private readonly answers: InvoiceAnswers) {}

  @Get()
  @ApiOperation({
    summary: "See all of a customer's invoices",
    description: `Of everything that was paid, newest first: by \`Accept\` as JSON, page by page; or as a page to print or PDF, with all of them up to ${String(onPaperMax)}. What was given back is told, and is not in the total.`,
  })
  @ApiOkResponse(inForms(InvoiceListAnswer))
  @ApiNotAcceptableResponse()
  @ApiNotFoundResponse({ description: 'No customer has this document number' })
  list(
    @Query() wish: InvoiceListQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InvoiceList | string | StreamableFile> {
    return this.answers.list(wish, actor, { accept, reply });
  }

  @Get(':number')
  @ApiOperation({
    summary: 'See an invoice',
    description: 'By `Accept` as JSON, as a page to print, or as PDF.',
  })
  @ApiInvoiceNumberParam()
  @ApiOkResponse(inForms(InvoiceAnswer))
  @ApiNotAcceptableResponse()
  get(
    @InvoiceNumberParam() number: string,
    @Query() { language }: InvoiceQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ToldInvoice | string | StreamableFile> {
    return this.answers.get({ number, language }, actor, { accept, reply });
  }
}
