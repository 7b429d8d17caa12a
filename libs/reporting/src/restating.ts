/** What late data changed in a week after its report was sent. What the week alone does not decide changes all the time, and is no change. */
import {
  figureKinds,
  listKinds,
  sameFigure,
  sameRow,
  type Figure,
  type ListName,
  type ListRow,
  type Measured,
  type Values,
} from './figures/figure';
import type { Report } from './report';

/** What the figure was when it was sent; null where it is that still, or nothing was sent. */
export function changedFigure(figure: Figure, sent: Report | undefined): Measured | null {
  if (!sent || !figureKinds[figure.name].ofWeek) return null;
  const { value, rows } = sameFigure(sent.figures, figure) ?? { value: null, rows: 0 };
  return value === figure.value && rows === figure.rows ? null : { value, rows };
}

/** As of a figure; a row that was not there had nothing. */
export function changedRow(name: ListName, row: ListRow, sent: Report | undefined): Values | null {
  if (!sent || !listKinds[name].ofWeek) return null;
  const values = sameRow(sent.lists, name, row)?.values ?? {};
  return listKinds[name].columns.every((column) => values[column] === row.values[column]) ? null : values;
}

/** Whether the week is not what was sent of it. */
export function isRestated(report: Report, sent: Report): boolean {
  return (
    report.figures.some((figure) => changedFigure(figure, sent) !== null) ||
    report.lists.some(({ name, rows }) => rows.some((row) => changedRow(name, row, sent) !== null))
  );
}
