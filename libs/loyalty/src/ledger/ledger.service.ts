/** What can be done with the points of members. What arrives together for one programme is worked together. */
import { Injectable } from '@nestjs/common';
import { idFrom, newId, requestContext, together, type Member } from '@plaza/platform';
import { LRUCache } from 'lru-cache';
import { tooBusy } from '../loyalty.errors';
import type { ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import type { Command, Posted } from './commands';
import { Posting } from './posting';

type Post = (command: Command) => Promise<Posted>;

const limits = { batchMax: 64, underWayMax: 2, waitingMax: 1_000, onFull: tooBusy };
/** Programmes whose commands are gathered; one that was forgotten begins a new line. */
const programmesMax = 1_000;
const settledAtOnceMax = 200;
const programmesAtOnceMax = 100;

@Injectable()
export class LedgerService {
  /** A line each: one partner's crowd does not keep another waiting. */
  private readonly lines = new LRUCache<string, Post>({ max: programmesMax });

  constructor(
    private readonly posting: Posting,
    private readonly programmes: Programmes,
  ) {}

  /**
   * Does what was wished, once: the same wish again gets the same answer.
   * @throws PlazaError `loyalty.member-unknown`, `loyalty.source-conflict` naming the fields that differ,
   *   `loyalty.insufficient-points` with the balance, `loyalty.too-many-points`, `loyalty.too-many-pockets`,
   *   `loyalty.hold-unknown`, `loyalty.hold-ended`, `loyalty.hold-too-small`, `loyalty.entry-unknown`,
   *   `loyalty.not-reversible`, `loyalty.accrual-expired`, `loyalty.too-busy`; InvalidInput
   */
  post(name: ProgrammeName, command: Command): Promise<Posted> {
    return this.lineOf(name)({ ...command, actId: newId(), context: requestContext.current() });
  }

  /** Writes down what time has moved, programme by programme; true when there may be more. */
  async settleDue(): Promise<boolean> {
    return this.programmes.oneByOne(await this.programmes.due(programmesAtOnceMax), (name) =>
      this.posting.settle(name, settledAtOnceMax),
    );
  }

  private lineOf(name: ProgrammeName): Post {
    const key = `${name.mode} ${name.partnerId}`;
    const known = this.lines.get(key);
    if (known) return known;
    const line = together(
      (commands: Command[]) =>
        requestContext.runTogether('post-points', commands.map(memberOf), () =>
          this.posting.post(name, commands),
        ),
      limits,
    );
    this.lines.set(key, line);
    return line;
  }
}

/** Whose the acts are that a command becomes. */
function memberOf({ actId = newId(), context = requestContext.current() }: Command): Member {
  return { ids: [actId, idFrom(actId)], context };
}
