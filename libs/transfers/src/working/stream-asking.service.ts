/** Asks the screening service about the streams of a record, side by side under a limit, and measures how long each takes. */
import { Injectable } from '@nestjs/common';
import { Clock, Metrics } from '@plaza/platform';
import { Histogram } from 'prom-client';
import { Screening } from '../screening/screening';
import type { StreamAnswer } from './stream-answers';

const sideBySideMax = 4;

export interface AudioStream {
  /** Counted from 1. */
  number: number;
  audioUrl: string;
}

/** A stream about which nothing was learned. */
export interface NoAnswer extends AudioStream {
  outcome: 'refused' | 'unknown';
  detail: string;
}

export interface Asked {
  answers: StreamAnswer[];
  without: NoAnswer[];
}

@Injectable()
export class StreamAsking {
  private readonly seconds;

  constructor(
    private readonly screening: Screening,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.seconds = new Histogram({
      name: 'plaza_transfers_screening_seconds',
      help: 'Time from asking about a stream to its answer, or to giving up, by what came of it',
      labelNames: ['outcome'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers: [metrics.registry],
    });
  }

  async ask(streams: readonly AudioStream[]): Promise<Asked> {
    const asked: (StreamAnswer | NoAnswer)[] = [];
    for (let from = 0; from < streams.length; from += sideBySideMax) {
      const group = streams.slice(from, from + sideBySideMax);
      asked.push(...(await Promise.all(group.map((stream) => this.askAbout(stream)))));
    }
    return {
      answers: asked.flatMap((one) => ('answer' in one ? [one] : [])),
      without: asked.flatMap((one) => ('answer' in one ? [] : [one])),
    };
  }

  private async askAbout(stream: AudioStream): Promise<StreamAnswer | NoAnswer> {
    const askedAt = this.clock.now();
    const began = performance.now();
    const answer = await this.screening.ask(stream.audioUrl);
    const tookMs = performance.now() - began;
    this.seconds.observe({ outcome: answer.outcome }, tookMs / 1_000);
    if (answer.outcome !== 'answered') return { ...stream, outcome: answer.outcome, detail: answer.detail };
    return { ...stream, askedAt, tookMs, score: answer.score, answer: answer.answer };
  }
}
