import { ForwardMigration } from '@plaza/platform';

/** Reports that the error log would not take are few, and wait for somebody: they are counted and listed by themselves. */
export class RefusedReports1764700000791 extends ForwardMigration {
  protected readonly sql = `
    CREATE INDEX error_reports_refused ON payments.error_reports (created_at, report_id) WHERE status = 'refused';
  `;
}
