export * from './audit.module';
export * from './audit.schema';
export * from './log.queries';
export { auditActions, type AuditAction } from './log-statement';
export { ReadLog, type Read } from './reads/read-log';
