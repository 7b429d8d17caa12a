/** The stream of transfers is followed whatever becomes of it: cut, silent, sent on, closed, and with a token that changes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '#test/eventually';
import { newKey, record, Stage } from './stage';

describe('The stream of transfers', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start({ variables: { TRANSFERS_SILENCE_MS: '400' } });
    await stage.followed();
  });

  beforeEach(() => stage.transfers({ keepAliveMs: 50 }));

  afterAll(() => stage.end());

  /** Lets go of the stream as it is, so that the next one is opened by the scenario of now. */
  async function reopened(): Promise<void> {
    const { opened } = await stage.record();
    await stage.signal('cut');
    await eventually(async () => {
      expect((await stage.record()).opened).toBeGreaterThan(opened);
    });
    await stage.followed();
  }

  it('that is cut is opened again, and tells what came meanwhile', async () => {
    await stage.signal('cut');
    const key = await stage.put(newKey(), record());
    await stage.until(key, 'written-back');
  });

  it.each([
    ['byte by byte', { pieceBytes: 1 }],
    [
      'in pieces with carriage returns, comments and many lines',
      { pieceBytes: 7, lineEnd: 'crlf', manyLines: true },
    ],
  ])('is read when it comes %s', async (_how, scenario) => {
    await stage.transfers({ keepAliveMs: 1_000, ...scenario });
    await reopened();
    const key = await stage.put(newKey(), record({ note: 'año €𝄞' }));
    expect((await stage.until(key, 'written-back')).record).toMatchObject({ note: 'año €𝄞' });
  });

  it('that says nothing for too long is given up and opened again', async () => {
    await stage.transfers({ keepAliveMs: 60_000 });
    await reopened();
    const { opened } = await stage.record();
    await eventually(async () => {
      expect((await stage.record()).opened).toBeGreaterThan(opened + 1);
    });
  });

  it.each(['cancel', 'auth_revoked'])('that ends by %s is opened again', async (event) => {
    const { opened } = await stage.record();
    await stage.signal(event);
    const key = await stage.put(newKey(), record());
    await stage.until(key, 'written-back');
    expect((await stage.record()).opened).toBeGreaterThan(opened);
  });

  it('that tells what nobody understands goes on', async () => {
    const { opened } = await stage.record();
    await stage.signal('rubbish');
    const key = await stage.put(newKey(), record());
    await stage.until(key, 'written-back');
    expect((await stage.record()).opened).toBe(opened);
  });

  it('is followed to where it is sent on', async () => {
    await stage.transfers({ keepAliveMs: 50, redirects: 5 });
    await reopened();
    expect((await stage.record()).redirected).toBeGreaterThanOrEqual(5);
    const key = await stage.put(newKey(), record());
    await stage.until(key, 'written-back');
  });

  it('that sends on for ever is not followed, and is again when it stops', async () => {
    await stage.transfers({ keepAliveMs: 50, redirects: 6 });
    const { redirected } = await stage.record();
    await stage.signal('cut');
    await eventually(async () => {
      expect((await stage.record()).redirected).toBeGreaterThanOrEqual(redirected + 6);
    });
    expect((await stage.record()).open).toBe(0);
    await stage.transfers({ keepAliveMs: 50 });
    await stage.followed();
  });
});

describe('The token of the stream', () => {
  let folder: string;
  let stage: Stage;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plaza-token-'));
    writeFileSync(join(folder, 'token'), 'first\n');
    stage = await Stage.start({ variables: { TRANSFERS_AUTH: `file:${join(folder, 'token')}` } });
    await stage.followed();
  });

  afterAll(async () => {
    await stage.end();
    rmSync(folder, { recursive: true });
  });

  it('is read anew when it was revoked', async () => {
    await stage.transfers({ tokens: ['second'] });
    await stage.signal('auth_revoked');
    await eventually(async () => {
      expect((await stage.record()).refused).toBeGreaterThan(0);
    });
    writeFileSync(join(folder, 'token'), 'second');
    await stage.followed();
    const key = newKey();
    await stage.owner.put(`/Transfer/${key}.json?auth=second`, record());
    await stage.until(key, 'written-back');
  });
});
