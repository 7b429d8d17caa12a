export * from './audit.module';
export * from './audit.schema';
export * from './log.queries';
export { auditActions, type AuditAction } from './log-statement';
