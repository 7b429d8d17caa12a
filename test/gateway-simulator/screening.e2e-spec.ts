/*
 * The screening service: it answers about an audio stream as its documentation says, or fails as the scenario does.
 */
import { Client } from '#test/client';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';

describe('The screening service', () => {
  let simulator: Simulator;
  let client: Client;

  beforeEach(async () => {
    simulator = await startSimulator({ port: 0, hangMsMax: 100 });
    client = new Client(simulator.url);
  });

  afterEach(() => simulator.close());

  const ask = (audioStreamUrl: string, headers: Record<string, string> = {}) =>
    client.get('/RAnalysis/', { query: { actionType: 2, audioStreamUrl }, headers });
  const scenario = (wanted: object) => client.put('/screening/scenario', wanted);
  const url = 'https://audio.example/año 1.wav';

  it('gives each stream its own risk, the same whenever it is asked', async () => {
    const first = await ask(url);
    expect(first.body).toMatchObject({
      Status: 'OK',
      Ver: '4.2.4',
      nmsID: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(first.body.Data.RISKREPQ).toEqual([expect.stringMatching(/^TQ1;C0;11;20\.27;\d{1,3}$/)]);
    expect((await ask(url)).body).toEqual(first.body);
    expect((await ask('https://audio.example/2.wav')).body.nmsID).not.toBe(first.body.nmsID);
    const record = await client.get('/screening/record');
    expect(record.body).toMatchObject({ requests: 3, byAnswer: { whole: 3 }, perStream: { [url]: 2 } });
  });

  it('gives no more risk by itself than the scenario allows', async () => {
    await scenario({ riskMax: 7 });
    for (let number = 0; number < 20; number += 1) {
      const { body } = await ask(`${url}?${String(number)}`);
      expect(Number(body.Data.RISKREPQ[0].split(';').at(-1))).toBeLessThanOrEqual(7);
    }
  });

  it('gives the risk that the scenario names', async () => {
    await scenario({ risk: 78 });
    expect((await ask(url)).body.Data.RISKREPQ).toEqual(['TQ1;C0;11;20.27;78']);
  });

  it('fails as often as the scenario says, and then answers', async () => {
    await scenario({ shares: { error: 1 }, nonAnswersMax: 2 });
    expect([(await ask(url)).status, (await ask(url)).status, (await ask(url)).status]).toEqual([
      503, 503, 200,
    ]);
    await scenario({ shares: { fault: 1 } });
    expect((await ask(`${url}?a`)).body).toMatchObject({ Status: 'ERROR', Data: null });
    await scenario({ shares: { empty: 1 } });
    expect((await ask(url)).body.Data.RISKREPQ).toEqual([]);
    for (const share of ['malformed', 'timeout', 'reset']) {
      await scenario({ shares: { [share]: 1 } });
      await expect(ask(`${url}?${share}`)).rejects.toThrow();
    }
  });

  it('asks for authorisation where the scenario does', async () => {
    await scenario({ authorization: 'Bearer sesame' });
    expect((await ask(url)).status).toBe(401);
    expect((await ask(url, { authorization: 'Bearer sesame' })).status).toBe(200);
  });
});
