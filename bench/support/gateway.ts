/** The third party while payments are measured: it approves everything, after a time that is told. */
export async function setGatewayLatency(url: string, latencyMs: number): Promise<void> {
  const answer = await fetch(`${url}/scenario`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ shares: { approve: 1 }, latencyMs: { min: latencyMs, max: latencyMs } }),
  });
  if (!answer.ok)
    throw new Error(`The simulator refused the scenario: ${answer.status} ${await answer.text()}`);
}
