/** All parts of the stack, each after those that it stands on. */
import type { Plan } from '../plan';
import { kafkaPart } from './kafka';
import type { Part } from './part';
import { postgresPart, replicaPart } from './postgres';
import { redisPart } from './redis';
import { simulatorPart } from './simulator';

export interface Parts {
  postgres: Part;
  replica: Part;
  redis: Part;
  kafka: Part;
  simulator: Part;
}

export function partsOf(plan: Plan): Parts {
  return {
    postgres: postgresPart(plan),
    replica: replicaPart(plan),
    redis: redisPart(plan),
    kafka: kafkaPart(plan),
    simulator: simulatorPart(plan),
  };
}
