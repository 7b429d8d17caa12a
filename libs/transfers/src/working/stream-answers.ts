/** What the screening service answered about the streams of a record, kept whole: that is the evidence. */
import type { Database, Tx } from '@plaza/platform';

export interface StreamAnswer {
  /** Its place among the record's streams, counted from 1. */
  number: number;
  audioUrl: string;
  askedAt: Date;
  tookMs: number;
  /** Null where the answer says no risk. */
  score: number | null;
  /** As it came. */
  answer: object;
}

const columns = `number, audio_url AS "audioUrl", asked_at AS "askedAt", took_ms AS "tookMs", score, answer`;

/** The first answer about a stream stays; one about another stream in its place, because its owner named others, replaces it. */
export async function addAnswers(
  tx: Tx,
  key: string,
  round: number,
  answers: readonly StreamAnswer[],
): Promise<void> {
  if (answers.length === 0) return;
  await tx.query(
    `INSERT INTO transfers.answers (key, round, number, audio_url, asked_at, took_ms, score, answer)
     SELECT $1, $2, number, audio_url, asked_at, took_ms, score, answer
     FROM unnest($3::smallint[], $4::text[], $5::timestamptz[], $6::integer[], $7::smallint[], $8::json[])
       AS given (number, audio_url, asked_at, took_ms, score, answer)
     ORDER BY number
     ON CONFLICT ON CONSTRAINT answers_pk DO UPDATE
     SET audio_url = excluded.audio_url, asked_at = excluded.asked_at, took_ms = excluded.took_ms, score = excluded.score,
         answer = excluded.answer
     WHERE answers.audio_url <> excluded.audio_url`,
    [
      key,
      round,
      answers.map(({ number }) => number),
      answers.map(({ audioUrl }) => audioUrl),
      answers.map(({ askedAt }) => askedAt),
      answers.map(({ tookMs }) => Math.round(tookMs)),
      answers.map(({ score }) => score),
      answers.map(({ answer }) => JSON.stringify(answer)),
    ],
  );
}

/** In the order of the streams. */
export function answersOf(database: Database, key: string, round: number): Promise<StreamAnswer[]> {
  return database.read<StreamAnswer>(
    `SELECT ${columns} FROM transfers.answers WHERE key = $1 AND round = $2 ORDER BY number`,
    [key, round],
  );
}
