/** What an operator learns from a terminal about whether the audit log still is what was sealed. */
import { withClient } from '@plaza/engines';
import type { Verification } from '@plaza/audit';
import { product } from '../catalog/shop';
import { World } from '#test/world';
import { plaza, plazaJson } from './command';

describe('plaza audit verify', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start();
    await product(world);
    await world.settle();
  });

  afterAll(async () => {
    await world.end();
  });

  it('tells how much was looked at and the root that stands for it, which is known again later', async () => {
    const { rows, root } = await plazaJson<Verification>(world, 'audit', 'verify');
    expect(rows).toBeGreaterThan(2);
    const { code, stdout } = await plaza(world, 'audit', 'verify', '--root', root?.hash ?? '');
    expect(code).toBe(0);
    expect(stdout).toContain('are as they were sealed');
    expect(stdout).toContain(`root of seal ${root?.seal ?? ''}: ${root?.hash ?? ''}`);
  });

  it('ends with 1 for a root that is not there, and for a row that is not what it was, which it names', async () => {
    expect(await plaza(world, 'audit', 'verify', '--root', 'ab'.repeat(32))).toMatchObject({ code: 1 });
    const [row] = await world.rows<{ id: number }>('SELECT min(id)::int AS id FROM audit.log');
    await withClient(world.database.ownerUrl, (owner) =>
      owner.query(`UPDATE audit.log SET new_values = '{}' WHERE id = $1`, [row?.id]),
    );
    const { code, stdout } = await plaza(world, 'audit', 'verify');
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`^row-changed +1 +${row?.id ?? ''} +It is not what was sealed$`, 'm'));
  });
});
