/** A report in a language, held against the week before and against what was sent: what every form of it is made of. */
import { shownStatuses, failureKinds } from '@plaza/payments';
import type { Language } from '@plaza/platform';
import {
  columnUnits,
  figureKinds,
  listKinds,
  sameFigure,
  sameRow,
  sections,
  type ColumnName,
  type Figure,
  type FigureName,
  type List,
  type ListName,
  type ListRow,
  type Measured,
  type SectionName,
  type Unit,
  type Values,
} from '../figures/figure';
import { driftKinds } from '../reconciling/drift';
import { changedFigure, changedRow } from '../restating';
import type { Edition, KeptRoot, Report } from '../report';
import { reportTexts } from './texts';
import type { ReportTexts } from './wording';

export interface ToldFigure extends Figure {
  label: string;
  definition: string;
  unit: Unit;
  before: Measured | null;
  /** What it was when it was sent; null where it still is that, or was not sent. */
  sent: Measured | null;
}

export interface ToldColumn {
  name: ColumnName;
  label: string;
  unit: Unit;
}

export interface ToldRow extends ListRow {
  label: string;
  counts: Values;
  before: Values | null;
  beforeCounts: Values | null;
  /** As of a figure. */
  sent: Values | null;
}

export interface ToldList {
  name: ListName;
  label: string;
  definition: string;
  columns: ToldColumn[];
  rows: ToldRow[];
  all: number;
}

export interface ToldSection {
  name: SectionName;
  label: string;
  figures: ToldFigure[];
  lists: ToldList[];
}

export interface ToldReport extends Pick<Report, 'week' | 'zone' | 'from' | 'to' | 'takenAt' | 'isOver'> {
  language: Language;
  /** The edition that it is held against; null where none was sent. */
  sent: { edition: number; takenAt: string } | null;
  /** Whether anything is not as it was sent. */
  isRestated: boolean;
  sections: ToldSection[];
  roots: KeptRoot[];
}

export function told(report: Report, language: Language, sent: Edition | undefined): ToldReport {
  const texts = reportTexts[language];
  const told = sections.map((name) => ({
    name,
    label: texts.sections[name],
    figures: figuresOf(name, report, { texts, sent }),
    lists: listsOf(name, report, { texts, sent }),
  }));
  const { week, zone, from, to, takenAt, isOver, roots } = report;
  return {
    ...{ week, zone, from, to, takenAt, isOver, language, roots, sections: told },
    sent: sent ? { edition: sent.number, takenAt: sent.report.takenAt } : null,
    isRestated: told.some(
      ({ figures, lists }) =>
        figures.some((figure) => figure.sent !== null) ||
        lists.some(({ rows }) => rows.some((row) => row.sent !== null)),
    ),
  };
}

interface Beside {
  texts: ReportTexts;
  sent: Edition | undefined;
}

function figuresOf(section: SectionName, report: Report, { texts, sent }: Beside): ToldFigure[] {
  const names = Object.keys(figureKinds) as FigureName[];
  const ordered = names.flatMap((name) => report.figures.filter((figure) => figure.name === name));
  return ordered
    .filter(({ name }) => figureKinds[name].section === section)
    .map((figure) => {
      const before = sameFigure(report.before.figures, figure);
      return {
        ...figure,
        ...texts.figures[figure.name],
        unit: figureKinds[figure.name].unit,
        before: before ? { value: before.value, rows: before.rows } : null,
        sent: changedFigure(figure, sent?.report),
      };
    });
}

function listsOf(section: SectionName, report: Report, { texts, sent }: Beside): ToldList[] {
  return report.lists
    .filter(({ name }) => listKinds[name].section === section)
    .map((list) => ({
      name: list.name,
      all: list.all,
      ...texts.lists[list.name],
      columns: listKinds[list.name].columns.map((name) => {
        return { name, label: texts.listColumns[name], unit: columnUnits[name] };
      }),
      rows: list.rows.map((row) => {
        const before = sameRow(report.before.lists, list.name, row);
        return {
          ...{ ...row, label: row.label ?? nameOf(list, row, texts), counts: row.counts ?? {} },
          ...{ before: before?.values ?? null, beforeCounts: before?.counts ?? null },
          sent: changedRow(list.name, row, sent?.report),
        };
      }),
    }));
}

/** Of what has no name of its own: a word of ours. */
function nameOf({ name }: List, { id }: ListRow, texts: ReportTexts): string {
  if (name === 'payment-outcomes') {
    const status = shownStatuses.find((each) => each === id);
    if (status) return texts.outcomes[status];
  }
  if (name === 'error-kinds') {
    const kind = failureKinds.find((each) => each === id);
    if (kind) return texts.errors[kind];
  }
  if (name === 'drift-kinds') {
    const kind = driftKinds.find((each) => each === id);
    if (kind) return texts.drifts[kind];
  }
  return texts.none;
}
