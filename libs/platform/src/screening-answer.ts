/** What is read of the screening service, which is asked about payments and about transfers: its whole answer, up to one limit. */

/** Room for tens of thousands of segments of speech. */
export const screeningAnswerBytesMax = 4 * 1024 * 1024;

/** Null when it is longer; the rest is not read then. */
export async function screeningAnswerOf({ body }: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > screeningAnswerBytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
