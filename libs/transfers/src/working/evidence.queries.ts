/** The evidence of a record as its owner's programs know it: every answer as it came, and the scores. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database, SETTINGS, type Settings } from '@plaza/platform';
import { writeDate } from '../records/record-date';
import { TransferRecords } from '../transfers.queries';
import { noEvidence } from '../transfers.errors';
import { answersOf } from './stream-answers';

export interface Evidence {
  fecha: string;
  raw_data: object[];
  resume: string;
  uid_trans: string;
}

export interface EvidenceFile {
  /** The MD5 of the key, which is how such files are found. */
  name: string;
  content: Evidence;
}

@Injectable()
export class EvidenceQueries {
  private readonly zone: string;

  constructor(
    @Inject(SETTINGS) { transfers }: Settings,
    private readonly records: TransferRecords,
    private readonly database: Database,
  ) {
    this.zone = transfers.zone;
  }

  /** @throws PlazaError `transfers.record-unknown`, `transfers.no-evidence` */
  async file(key: string): Promise<EvidenceFile> {
    const { round } = await this.records.get(key);
    const answers = await answersOf(this.database, key, round);
    const latest = answers.reduce((at, { askedAt }) => Math.max(at, askedAt.getTime()), 0);
    if (answers.length === 0) throw noEvidence(key);
    return {
      name: `${createHash('md5').update(key).digest('hex')}.json`,
      content: {
        fecha: writeDate(new Date(latest), this.zone),
        raw_data: answers.map(({ answer }) => answer),
        resume: answers.map(({ score }) => score ?? '').join('|'),
        uid_trans: key,
      },
    };
  }
}
