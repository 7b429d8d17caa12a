/** Alarms of the payment stream, for staff to see and to acknowledge. */
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Alarms, type AlarmView } from '@plaza/payments';
import { ForRoles, type CountedPage } from '@plaza/platform';
import { ApiIdParam, IdParam } from '../http/fields';
import { AlarmAnswer, AlarmPageAnswer } from './alarms.answers';
import { AcknowledgeDto, AlarmListQuery } from './alarms.dto';

@ApiTags('payments')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('payments/alarms')
export class AlarmsController {
  constructor(private readonly alarms: Alarms) {}

  @Get()
  @ApiOperation({
    summary: 'List alarms of the payment stream',
    description: 'The latest first. An alarm stays open until somebody acknowledges it.',
  })
  @ApiOkResponse({ type: AlarmPageAnswer })
  list(@Query() filter: AlarmListQuery): Promise<CountedPage<AlarmView>> {
    return this.alarms.list(filter);
  }

  @Post(':id/acknowledge')
  @ApiOperation({
    summary: 'Acknowledge an alarm',
    description: 'Whoever did so first stays; doing it again changes nothing.',
  })
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: AlarmAnswer })
  acknowledge(@IdParam() id: string, @Body() { note }: AcknowledgeDto): Promise<AlarmView> {
    return this.alarms.acknowledge(id, note ?? null);
  }
}
