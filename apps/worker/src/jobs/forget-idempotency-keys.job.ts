/** Forgets the idempotency keys that are past their time, a bounded number at once. */
import { Injectable } from '@nestjs/common';
import { Idempotency, Loops } from '@plaza/platform';

const everyMs = 10 * 60_000;

@Injectable()
export class ForgetIdempotencyKeysJob {
  constructor(loops: Loops, idempotency: Idempotency) {
    loops.add({ name: 'forget-idempotency-keys', everyMs, alone: true, work: () => idempotency.forgetOld() });
  }
}
