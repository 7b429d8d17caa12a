/** Who gets the weekly report, for staff. */
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ForRoles, type CountedPage } from '@plaza/platform';
import { attachmentKinds, Recipients, RecipientsQueries, type RecipientView } from '@plaza/reporting';
import { ApiIdParam, IdParam } from '../http/fields';
import { RecipientAnswer, RecipientPageAnswer } from './reporting.answers';
import { ChangeRecipientDto, RecipientDto, RecipientListQuery } from './reporting.dto';

@ApiTags('reports')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('reports/recipients')
export class RecipientsController {
  constructor(
    private readonly recipients: Recipients,
    private readonly queries: RecipientsQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List recipients of the weekly report' })
  @ApiOkResponse({ type: RecipientPageAnswer })
  list(@Query() page: RecipientListQuery): Promise<CountedPage<RecipientView>> {
    return this.queries.list(page);
  }

  @Post()
  @ApiOperation({ summary: 'Add a recipient of the weekly report' })
  @ApiCreatedResponse({ type: RecipientAnswer })
  add(@Body() { attachments = [...attachmentKinds], ...wanted }: RecipientDto): Promise<RecipientView> {
    return this.recipients.add({ ...wanted, attachments });
  }

  @Get(':id')
  @ApiOperation({ summary: 'See a recipient' })
  @ApiIdParam()
  @ApiOkResponse({ type: RecipientAnswer })
  get(@IdParam() id: string): Promise<RecipientView> {
    return this.queries.get(id);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a recipient' })
  @ApiIdParam()
  @ApiOkResponse({ type: RecipientAnswer })
  change(@IdParam() id: string, @Body() wanted: ChangeRecipientDto): Promise<RecipientView> {
    return this.recipients.change(id, wanted);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Remove a recipient' })
  @HttpCode(204)
  @ApiIdParam()
  @ApiNoContentResponse()
  remove(@IdParam() id: string): Promise<void> {
    return this.recipients.remove(id);
  }
}
