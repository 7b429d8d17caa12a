/** The weekly report, for staff: as it would be now, sent, and what was sent. */
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiExtraModels,
  ApiNotAcceptableResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { ForRoles, type CountedPage } from '@plaza/platform';
import {
  DeliveriesQueries,
  ReportSending,
  type DeliveryView,
  type Sent,
  type ToldReport,
} from '@plaza/reporting';
import type { FastifyReply } from 'fastify';
import { ReportAnswers } from './report-answers';
import { DeliveryPageAnswer, ReportAnswer, SentAnswer } from './reporting.answers';
import { ReportDeliveryListQuery, SendReportDto, weekNamed, WeeklyQuery } from './reporting.dto';

const text = { schema: { type: 'string' } } as const;

@ApiTags('reports')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly answers: ReportAnswers,
    private readonly sending: ReportSending,
    private readonly deliveries: DeliveriesQueries,
  ) {}

  @Get('weekly')
  @ApiOperation({
    summary: 'See the report of a week',
    description:
      'Taken now, with every number’s definition and the count of rows behind it, beside the week before. What differs from what was sent of this week is told with what it was. By `Accept` as JSON, as a page, for printing, or as CSV.',
  })
  @ApiExtraModels(ReportAnswer)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ReportAnswer) } },
      'text/html': text,
      'application/pdf': { schema: { type: 'string', format: 'binary' } },
      'text/csv': text,
    },
  })
  @ApiNotAcceptableResponse()
  @ApiConflictResponse({ description: 'The week has not begun' })
  weekly(
    @Query() wish: WeeklyQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ToldReport | string | StreamableFile> {
    return this.answers.weekly(wish, accept, reply);
  }

  @Post('weekly/send')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send the report of a week',
    description:
      'To those named, or to all recipients. Whoever has this edition already does not get it again; where data came late it is a new edition, with the differences marked.',
  })
  @ApiOkResponse({ type: SentAnswer })
  send(@Body() { week, recipients }: SendReportDto): Promise<Sent> {
    return this.sending.send(weekNamed(week), recipients);
  }

  @Get('deliveries')
  @ApiOperation({ summary: 'List what was sent to whom, newest first' })
  @ApiOkResponse({ type: DeliveryPageAnswer })
  list(@Query() filter: ReportDeliveryListQuery): Promise<CountedPage<DeliveryView>> {
    return this.deliveries.list(filter);
  }
}
