/** Which words a report needs. Every language has to have all of them: one that is missing does not compile. */
import type { FailureKind, ShownStatus } from '@plaza/payments';
import type { DriftKind } from '../reconciling/drift';
import type { ColumnName, FigureName, ListName, SectionName } from '../figures/figure';

export interface DefinedText {
  label: string;
  /** What it says, and of what. */
  definition: string;
}

export interface ReportTexts {
  /** @param week as `2026-W47` */
  title: (week: string) => string;
  /** Said where the week still goes on. */
  goingOn: string;
  takenAt: (instant: string) => string;
  weekBefore: string;
  rows: (shown: string, plural: Intl.LDMLPluralRule) => string;
  /** Of a list of which only the first are shown. */
  firstOf: (shown: string, all: string) => string;
  /** Said above a report that is not as it was sent. */
  restated: (edition: number, instant: string) => string;
  asSent: (value: string) => string;
  nothing: string;
  /** For what has no name. */
  none: string;
  roots: DefinedText;
  seal: (number: number) => string;
  footer: string;
  columns: {
    figure: string;
    value: string;
    rows: string;
  };
  sections: Record<SectionName, string>;
  figures: Record<FigureName, DefinedText>;
  lists: Record<ListName, DefinedText>;
  listColumns: Record<ColumnName, string>;
  outcomes: Record<ShownStatus, string>;
  errors: Record<FailureKind, string>;
  drifts: Record<DriftKind, string>;
}
