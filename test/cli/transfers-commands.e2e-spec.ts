/** What an operator does with one transfer record from a terminal. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step, TransferStory } from '@plaza/transfers';
import { newKey, record, Stage } from '../transfers/stage';
import { RunningCommand, type Ended } from './command';

describe('From a terminal', () => {
  let stage: Stage;
  let folder: string;
  const old = newKey();

  beforeAll(async () => {
    // Nobody follows the stream here: what is worked is worked by the command.
    stage = await Stage.start({ processes: ['api', 'worker'] });
    folder = mkdtempSync(join(tmpdir(), 'plaza-evidence-'));
  });

  afterAll(async () => {
    await stage.end();
    rmSync(folder, { recursive: true });
  });

  const variables = () => ({ ...Stage.variables(stage.simulator), SCREENING_TIMEOUT_MS: '20000' });
  const plaza = (...args: string[]): Promise<Ended> =>
    new RunningCommand(stage.world, args, variables()).ended;
  const steps = ({ stdout }: Ended) =>
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Step);

  it('a record is shown step by step what would come of it, and nothing is changed', async () => {
    const fields = record();
    const key = await stage.put(newKey(), fields);
    const ended = await plaza('process', '--single', '--key', key, '--mode', 'dev');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    for (const word of ['key_encuesta', `https://audio.example/${key}/2.wav`, 'RISKREPQ', 'screened']) {
      expect(ended.stdout).toContain(word);
    }
    expect(await stage.kept(key)).toEqual(fields);
    expect(await stage.world.rows('SELECT FROM transfers.records')).toEqual([]);
  });

  it('a record is worked to its end, however old it is', async () => {
    await stage.put(old, record({ date: '2018/02/18 - 20:56:42' }));
    const ended = await plaza('process', '--single', '--key', old, '--json');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(steps(ended).map(({ step }) => step)).toEqual([
      ...['read', 'streams', 'asked', 'screened', 'read', 'written-back'],
    ]);
  });

  it('a record that was worked can be found', async () => {
    const found = await plaza('find', '--key', old, '--json');
    const { transfer } = JSON.parse(found.stdout) as { transfer: TransferStory };
    const { resultado } = await stage.kept(old);
    expect(transfer).toMatchObject({ key: old, status: 'written-back', result: resultado });
    expect((await plaza('find', '--key', old)).stdout).toMatch(/^status +written-back$/m);
  });

  it('the evidence of a record is written as the file that its owner looks for', async () => {
    const written = await plaza('evidence', '--key', old, '--out', folder, '--json');
    const path = join(folder, `${createHash('md5').update(old).digest('hex')}.json`);
    const { resultado } = await stage.kept(old);
    expect(JSON.parse(written.stdout)).toEqual({ path, answers: 2, resume: resultado });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      fecha: expect.stringMatching(/^\d{4}\/\d\d\/\d\d - \d\d:\d\d:\d\d UTC$/),
      raw_data: Array(2).fill(expect.objectContaining({ Status: 'OK', Ver: '4.2.4' })),
      resume: resultado,
      uid_trans: old,
    });
  });

  it('a record is worked again from the beginning when an operator wants that', async () => {
    const key = await stage.put(newKey(), record());
    await plaza('process', '--single', '--key', key);
    await stage.screening({ risk: 78 });
    expect((await plaza('process', '--single', '--key', key)).stdout).toContain('22|22');
    await stage.screening({});
    expect(await stage.kept(key)).toMatchObject({ resultado: '22|22' });
    expect(await stage.story(key)).toMatchObject({ round: 2, result: '22|22' });
  });

  it('a record that comes to nothing now ends with 1, and says why', async () => {
    const key = await stage.put(newKey(), record());
    await stage.screening({ shares: { error: 1 }, nonAnswersMax: 100 });
    const ended = await plaza('process', '--single', '--key', key);
    await stage.screening({});
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/tried again later\n +It answered 503/);
    expect(await stage.story(key)).toMatchObject({ status: 'taken', attempts: 1 });
  });

  it('an export of records is brought in row by row, and what nobody has processed is there to be worked', async () => {
    const [done, open, late] = [newKey(), newKey(), newKey()];
    const [file, more] = [join(folder, 'export.json'), join(folder, 'more.json')];
    const processed = record({ processed: true, resultado: '22|40' });
    const members = { [done]: processed, [open]: record(), 'a/b': record(), [old]: record(), nothing: 5 };
    writeFileSync(file, JSON.stringify({ Transfer: members }, null, 2));
    const imported = async (...args: string[]) => {
      const { stdout } = await plaza('import', 'transfers', ...args, '--format', 'csv');
      return stdout.split('\r\n').slice(1, -1);
    };
    const expected = [
      `3,${done},taken,`,
      `15,${open},taken,`,
      '27,a/b,refused,The key cannot be part of an address',
      `39,${old},kept,"It is here already with other content, which stays"`,
      '51,nothing,refused,The record is no object',
    ].map((row) => row.replace(/^(\d+,)(-)/, "$1'$2"));
    expect(await imported(file, '--dry-run')).toEqual(expected);
    await expect(stage.story(open)).rejects.toThrow();
    expect(await imported(file)).toEqual(expected);
    expect(await stage.story(done)).toMatchObject({ status: 'elsewhere', result: null });
    expect(await stage.story(open)).toMatchObject({ status: 'new' });
    const again = { ...members, [late]: record({ date: '2018/02/18 - 20:56:42' }) };
    writeFileSync(more, JSON.stringify(again));
    const outcomes = (await imported(more)).map((row) => row.split(',')[2]);
    expect(outcomes).toEqual(['unchanged', 'unchanged', 'refused', 'kept', 'refused', 'taken']);
    expect(await stage.story(late)).toMatchObject({ status: 'too-old' });
  });

  it.each([
    [['process', '--single', '--key', '-Lnobody'], 'There is no transfer record'],
    [['process', '--key', '-Lnobody'], '--single'],
    [['process', '--single', '--key', 'a/b'], 'cannot be the key'],
    [['find', '--key', '-Lnobody'], 'There is no transfer record'],
    [['evidence', '--key', '-Lnobody'], 'There is no transfer record'],
  ])('%j is refused with a word why, and 1', async (args, word) => {
    const { code, stderr, stdout } = await plaza(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(word);
  });
});
