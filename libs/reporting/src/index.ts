export * from './reporting.module';
export * from './reporting.schema';
export * from './weekly-reports';
export {
  columnNames,
  figureNames,
  listNames,
  sections,
  units,
  type ColumnName,
  type FigureName,
  type ListName,
  type Measured,
  type SectionName,
  type Unit,
  type Values,
} from './figures/figure';
export { ReportForms } from './letters/report-forms';
export type {
  ToldColumn,
  ToldFigure,
  ToldList,
  ToldReport,
  ToldRow,
  ToldSection,
} from './letters/told-report';
export {
  attachmentKinds,
  type AttachmentKind,
  type RecipientView,
  type WantedReport,
} from './recipients/recipient.entity';
export { corrections, driftKinds, type Correction, type DriftKind } from './reconciling/drift';
export {
  Drifts,
  driftStatuses,
  type DriftFilter,
  type DriftStatus,
  type DriftView,
} from './reconciling/drifts';
export { Nights } from './reconciling/nights';
export { Reconciliation, type Reconciled } from './reconciling/reconciliation.service';
export * from './recipients/recipients.queries';
export * from './recipients/recipients.service';
export type { KeptRoot, Report } from './report';
export { noCorrection } from './reporting.errors';
export * from './sending/deliveries.queries';
export { ReportSending, type Sent } from './sending/sending.service';
export { ReportTaking } from './taking/report-taking.service';
export type { AttentionView } from './today/attention';
export * from './today/today';
export { Week } from './weeks/week';
