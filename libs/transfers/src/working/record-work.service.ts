/**
 * Works one record: reads it, asks about its streams, and writes it back with the result. Every step is recorded before the next
 * begins, so that whoever takes it up after a crash goes on from there; no call is made inside a transaction.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, SETTINGS, type Settings } from '@plaza/platform';
import { audioStreamsOf, type AudioRule } from '../records/audio-streams';
import { isProcessed } from '../records/record-content';
import { writeDate } from '../records/record-date';
import type { Reason } from '../records/transfer-record.entity';
import { TransferSource, type FoundRecord } from '../source/transfer-source';
import { RecordSettlement, type Claim } from './record-settlement';
import { answersOf, type StreamAnswer } from './stream-answers';
import { StreamAsking, type NoAnswer } from './stream-asking.service';
import { verdictOf, type Verdict } from './verdict';

/** What whoever watches is told. */
export type Step =
  | { step: 'read'; found: FoundRecord | null }
  | { step: 'streams'; urls: string[] }
  | { step: 'asked'; answers: StreamAnswer[]; without: NoAnswer[] }
  | { step: 'screened'; result: string }
  | { step: 'written-back'; at: string; dateFinal: string }
  | { step: 'ended'; status: string; reason: string | null }
  | { step: 'later'; detail: string };

export type Tell = (step: Step) => void;

const silent: Tell = () => undefined;
const deleted: Reason = { code: 'deleted', text: 'It was deleted before it was worked' };
const processed: Reason = { code: 'processed', text: 'Somebody else processed it' };

@Injectable()
export class RecordWork {
  private readonly patienceMs: number;
  private readonly zone: string;
  private readonly audio: AudioRule;

  constructor(
    @Inject(SETTINGS) { transfers }: Settings,
    private readonly source: TransferSource,
    private readonly asking: StreamAsking,
    private readonly settlement: RecordSettlement,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.patienceMs = transfers.ageMsMax;
    this.zone = transfers.zone;
    this.audio = transfers.audio;
  }

  /** As far as it goes now. */
  async work(claim: Claim, tell: Tell = silent): Promise<void> {
    const screened = claim.status === 'taken' ? await this.screen(claim, tell) : claim;
    if (screened?.status === 'screened') await this.writeBack(screened, tell);
  }

  /**
   * The same without consequences: nothing is taken, recorded or written back.
   * @throws Error when the record cannot be read
   */
  async rehearse(key: string, tell: Tell): Promise<void> {
    const found = await this.source.read({ key, branch: key });
    tell({ step: 'read', found });
    if (!found) return;
    const { verdict } = await this.examine(key, found, [], tell);
    if (verdict.kind === 'failed') tell({ step: 'ended', status: 'failed', reason: verdict.reason.text });
    if (verdict.kind === 'later') tell({ step: 'later', detail: verdict.detail });
  }

  private async screen(claim: Claim, tell: Tell): Promise<Claim | undefined> {
    const found = await this.read(claim, tell);
    if (!found) return undefined;
    if (isProcessed(found.content) && !claim.forced) return this.cede(claim, processed, tell);
    const known = await answersOf(this.database, claim.key, claim.round);
    const { verdict, answers } = await this.examine(claim.key, found, known, tell);
    switch (verdict.kind) {
      case 'failed':
        return this.fail(claim, verdict.reason, tell, answers);
      case 'later':
        return this.later(claim, verdict.detail, tell, answers);
      case 'result':
        return this.settlement.settle(
          claim,
          (record, now) => {
            record.screen(verdict.result, found.content, now);
          },
          answers,
        );
    }
  }

  /** @param known what was answered before, which is not asked again; only what was learned now is returned */
  private async examine(
    key: string,
    { content }: FoundRecord,
    known: readonly StreamAnswer[],
    tell: Tell,
  ): Promise<{ verdict: Verdict; answers: StreamAnswer[] }> {
    const { urls, fault } = audioStreamsOf(key, content, this.audio);
    tell({ step: 'streams', urls });
    if (fault !== null)
      return { verdict: { kind: 'failed', reason: { code: 'no-audio', text: fault } }, answers: [] };
    const streams = urls.map((audioUrl, at) => ({ number: at + 1, audioUrl }));
    // Its owner can have named other streams since they were asked about.
    const before = known.filter(({ number, audioUrl }) => urls[number - 1] === audioUrl);
    const answered = new Set(before.map(({ number }) => number));
    const { answers, without } = await this.asking.ask(streams.filter(({ number }) => !answered.has(number)));
    tell({ step: 'asked', answers: [...before, ...answers], without });
    const verdict = verdictOf([...before, ...answers], without);
    if (verdict.kind === 'result') tell({ step: 'screened', result: verdict.result });
    return { verdict, answers };
  }

  private async writeBack(claim: Claim, tell: Tell): Promise<void> {
    const { result } = claim;
    const found = await this.read(claim, tell);
    if (!found) return;
    const isOurs = found.content['resultado'] === result;
    if (isProcessed(found.content) && isOurs) return this.done(claim, found, tell);
    if (isProcessed(found.content) && !claim.forced) {
      await this.cede(claim, processed, tell);
      return;
    }
    const written = { ...found, content: this.withResult(found, result ?? '') };
    const { outcome, detail } = await this.source.write(written);
    switch (outcome) {
      case 'written':
        return this.done(claim, written, tell);
      case 'refused':
        await this.fail(claim, { code: 'write-refused', text: detail }, tell);
        return;
      case 'changed':
      case 'unknown':
        await this.later(claim, detail, tell);
    }
  }

  private withResult({ content }: FoundRecord, result: string) {
    const dateFinal = writeDate(this.clock.now(), this.zone);
    return { ...content, resultado: result, date_final: dateFinal, processed: true };
  }

  private async done(claim: Claim, { at, content }: FoundRecord, tell: Tell): Promise<void> {
    await this.settlement.settle(claim, (record, now) => {
      record.writeBack(content, now);
    });
    tell({ step: 'written-back', at, dateFinal: String(content['date_final']) });
  }

  /** Undefined when nothing can be done with it now; that is recorded then. */
  private async read(claim: Claim, tell: Tell): Promise<FoundRecord | undefined> {
    let found: FoundRecord | null;
    try {
      found = await this.source.read(claim);
    } catch (error) {
      await this.later(claim, error instanceof Error ? error.message : String(error), tell);
      return undefined;
    }
    tell({ step: 'read', found });
    if (found) return found;
    await this.cede(claim, deleted, tell);
    return undefined;
  }

  private async later(
    claim: Claim,
    detail: string,
    tell: Tell,
    answers: readonly StreamAnswer[] = [],
  ): Promise<undefined> {
    tell({ step: 'later', detail });
    await this.settlement.settle(
      claim,
      (record, now) => {
        record.putOff(detail, this.patienceMs, now);
      },
      answers,
    );
  }

  private async fail(
    claim: Claim,
    reason: Reason,
    tell: Tell,
    answers: readonly StreamAnswer[] = [],
  ): Promise<undefined> {
    await this.settlement.settle(
      claim,
      (record, now) => {
        record.fail(reason, now);
      },
      answers,
    );
    tell({ step: 'ended', status: 'failed', reason: reason.text });
  }

  private async cede(claim: Claim, reason: Reason, tell: Tell): Promise<undefined> {
    await this.settlement.settle(claim, (record, now) => {
      record.cede(reason, now);
    });
    tell({ step: 'ended', status: 'elsewhere', reason: reason.text });
  }
}
