/** Payments: made and seen by customers, seen whole by staff. */
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CensusQueries,
  MessagesQueries,
  PaymentsQueries,
  type AttemptView,
  type CensusEntry,
  type ErrorReportView,
  type MessageView,
  type PaymentView,
  type RequestedPayment,
} from '@plaza/payments';
import { ForRoles, type Actor, type CountedPage, type Page } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../http/current-actor';
import { ApiEventStream } from '../http/event-stream';
import { ApiIdParam, IdParam } from '../http/fields';
import { MayBeRepeated } from '../http/idempotency.interceptor';
import { PayOrder } from './pay-order';
import { PaidOrders } from './paid-orders';
import { PaymentEvents } from './payment-events';
import {
  AttemptPageAnswer,
  CensusAnswer,
  ErrorReportPageAnswer,
  MessagePageAnswer,
  PaymentAnswer,
  PaymentPageAnswer,
  RequestedPaymentAnswer,
} from './payments.answers';
import { ErrorReportListQuery, MessageListQuery, PayDto, PaymentListQuery } from './payments.dto';

@ApiTags('payments')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('payments')
export class PaymentsController {
  constructor(
    private readonly payOrder: PayOrder,
    private readonly payments: PaymentsQueries,
    private readonly paidOrders: PaidOrders,
    private readonly messages: MessagesQueries,
    private readonly censusQueries: CensusQueries,
    private readonly paymentEvents: PaymentEvents,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Pay an order',
    description: 'Sending it again is safe: the same wish is the same payment.',
  })
  @HttpCode(202)
  @ForRoles('customer')
  @MayBeRepeated()
  @ApiAcceptedResponse({ type: RequestedPaymentAnswer })
  pay(@Body() { id, orderId, creditCard }: PayDto, @CurrentActor() actor: Actor): Promise<RequestedPayment> {
    return this.payOrder.pay({ ...(id !== undefined && { id }), orderId, creditCard, customerId: actor.id });
  }

  @Get()
  @ApiOperation({ summary: 'List payments' })
  @ApiOkResponse({ type: PaymentPageAnswer })
  list(@Query() filter: PaymentListQuery): Promise<CountedPage<PaymentView>> {
    return this.paidOrders.list(filter);
  }

  @Get('census')
  @ApiOperation({ summary: 'Count all messages by outcome' })
  @ApiOkResponse({ type: [CensusAnswer] })
  census(): Promise<CensusEntry[]> {
    return this.censusQueries.census();
  }

  @Get('messages')
  @ApiOperation({ summary: 'List received messages' })
  @ApiOkResponse({ type: MessagePageAnswer })
  listMessages(@Query() filter: MessageListQuery): Promise<CountedPage<MessageView>> {
    return this.messages.list(filter);
  }

  @Get('errors')
  @ApiOperation({ summary: 'List error reports' })
  @ApiOkResponse({ type: ErrorReportPageAnswer })
  listErrors(@Query() filter: ErrorReportListQuery): Promise<CountedPage<ErrorReportView>> {
    return this.messages.errorReports(filter);
  }

  @Get('events')
  @ApiOperation({ summary: 'Listen to how the payment stream stands' })
  @ApiEventStream(
    '`status` with the census of every partition, when it last received something, and what is open, parked and owed to the error log: at once, and again within a second of a change',
  )
  events(@Res() reply: FastifyReply): Promise<void> {
    return this.paymentEvents.connect(reply);
  }

  @Get(':id')
  @ApiOperation({ summary: 'See a payment' })
  @ForRoles('customer', 'staff')
  @ApiIdParam()
  @ApiOkResponse({ type: PaymentAnswer })
  get(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PaymentView> {
    return this.paidOrders.get(id, actor);
  }

  @Get(':id/attempts')
  @ApiOperation({ summary: 'See how often and with what the gateway answered' })
  @ApiIdParam()
  @ApiOkResponse({ type: AttemptPageAnswer })
  attempts(@IdParam() id: string): Promise<Page<AttemptView>> {
    return this.payments.attempts(id);
  }
}
