/** Removes what sandboxes were before they were begun anew, once that is long ago. */
import { Injectable } from '@nestjs/common';
import { SandboxService } from '@plaza/loyalty';
import { Loops } from '@plaza/platform';

const everyMs = 10 * 60_000;

@Injectable()
export class ForgetSandboxesJob {
  constructor(loops: Loops, sandbox: SandboxService) {
    loops.add({ name: 'forget-sandboxes', everyMs, alone: true, work: () => sandbox.forgetEnded() });
  }
}
