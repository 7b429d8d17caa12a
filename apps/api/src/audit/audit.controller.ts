/** The audit log in the hands of staff: who changed what, who read what, and a row's whole history. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LogQueries, type LogEntry } from '@plaza/audit';
import { ForRoles, type Page } from '@plaza/platform';
import { PageQuery } from '../http/fields';
import { LogPageAnswer } from './audit.answers';
import { LogQuery, RowParams } from './audit.dto';

@ApiTags('audit')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('audit')
export class AuditController {
  constructor(private readonly log: LogQueries) {}

  @Get()
  @ApiOperation({ summary: 'Search the audit log', description: 'Newest first.' })
  @ApiOkResponse({ type: LogPageAnswer })
  list(@Query() filter: LogQuery): Promise<Page<LogEntry>> {
    return this.log.list(filter);
  }

  @Get('rows/:schema/:table/:rowId')
  @ApiOperation({ summary: 'See the history of a row', description: 'Newest first.' })
  @ApiOkResponse({ type: LogPageAnswer })
  ofRow(@Param() row: RowParams, @Query() page: PageQuery): Promise<Page<LogEntry>> {
    return this.log.ofRow(row, page);
  }
}
