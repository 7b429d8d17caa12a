/** Asks for the report of a week in one of its forms. */
import type { Schema } from '@plaza/client';
import { addressOf, send } from '../server/api';
import type { ReportLanguage } from './collection';

export type Report = Schema<'ReportAnswer'>;

export interface ReportWish {
  /** The last week that is over where none is named. */
  week: string | undefined;
  language: ReportLanguage;
}

export const reportFiles = { pdf: 'application/pdf', csv: 'text/csv' } as const;
export type ReportFile = keyof typeof reportFiles;

export async function askReport(wish: ReportWish): Promise<Report> {
  return (await (await asked(wish, 'application/json')).json()) as Report;
}

/** As it is mailed. */
export async function askPage(wish: ReportWish): Promise<string> {
  return (await asked(wish, 'text/html')).text();
}

export async function askFile(wish: ReportWish, kind: ReportFile): Promise<Blob> {
  return (await asked(wish, reportFiles[kind])).blob();
}

function asked(wish: ReportWish, accept: string): Promise<Response> {
  return send(new Request(addressOf('/v1/reports/weekly', { ...wish }), { headers: { accept } }));
}
