/** The REST face of reports. */
import { Module } from '@nestjs/common';
import { ReportingModule } from '@plaza/reporting';
import { ReportAnswers } from './report-answers';
import { RecipientsController } from './recipients.controller';
import { ReportsController } from './reports.controller';

@Module({
  imports: [ReportingModule],
  controllers: [ReportsController, RecipientsController],
  providers: [ReportAnswers],
})
export class ReportingHttpModule {}
