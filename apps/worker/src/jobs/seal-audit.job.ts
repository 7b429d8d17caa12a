/** Seals what has been written to the audit log, in one process at a time so that the seals are one chain. */
import { Injectable } from '@nestjs/common';
import { SealsService } from '@plaza/audit';
import { Loops } from '@plaza/platform';

const everyMs = 10_000;

@Injectable()
export class SealAuditJob {
  constructor(loops: Loops, seals: SealsService) {
    loops.add({ name: 'seal-audit', everyMs, alone: true, work: () => seals.sealNext() });
  }
}
