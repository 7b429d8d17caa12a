/** Transfer records, for staff. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForRoles, type CountedPage } from '@plaza/platform';
import { TransferRecords, type TransferStory, type TransferView } from '@plaza/transfers';
import { TransferPageAnswer, TransferStoryAnswer } from './transfers.answers';
import { ApiKeyParam, KeyParam, TransferListQuery } from './transfers.dto';

@ApiTags('transfers')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('transfers')
export class TransfersController {
  constructor(private readonly records: TransferRecords) {}

  @Get()
  @ApiOperation({ summary: 'List transfer records' })
  @ApiOkResponse({ type: TransferPageAnswer })
  list(@Query() filter: TransferListQuery): Promise<CountedPage<TransferView>> {
    return this.records.list(filter);
  }

  @Get(':key')
  @ApiOperation({
    summary: 'See a transfer record, what became of it and what was answered about its streams',
  })
  @ApiKeyParam()
  @ApiOkResponse({ type: TransferStoryAnswer })
  get(@KeyParam() key: string): Promise<TransferStory> {
    return this.records.get(key);
  }
}
