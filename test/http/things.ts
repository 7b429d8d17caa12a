/** What stands in a shop that sound requests are about: some of everything at first, and what they have made since. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import type { World } from '#test/world';
import { category, customer, product, staff } from '../catalog/shop';
import { PartnerProgramme } from '../loyalty/programme';
import { kindNamed, withIds } from './from-schema';
import { Owner } from './own-objects';
import type { Sound } from './sound';

/** Of a kind; what was there first stays. */
const keptMax = 8;

/** Where a thing of a kind is called something else by those who ask for it. */
const alsoCalled: Record<string, string> = { sale: 'order', accru: 'entri', redem: 'entri', progr: 'partn' };
const kindOf = (name: string) => {
  const kind = kindNamed(name);
  return alsoCalled[kind] ?? kind;
};

export class Things {
  private readonly ids = new Map<string, string[]>();

  static async standing(world: World): Promise<Things> {
    const things = new Things();
    const categoryId = await category(world, 'Things');
    things.add('category', categoryId);
    for (const onHand of [10_000, 10_000, 10_000, 10_000, 0])
      things.add('product', await product(world, { categoryId, onHand }));
    things.add('branch', ONLINE_BRANCH_ID);
    things.add('customer', (await customer(world)).id);
    things.add('staff', (await staff(world)).id);
    const owner = await Owner.come(world);
    things.add('order', await owner.order());
    things.add('cart', (await owner.cart())['id'] ?? '');
    things.add('partner', (await PartnerProgramme.open(world)).partnerId);
    return things;
  }

  /** The request with ids of things in it. */
  putInto(sound: Sound): Sound {
    const found = (kind: string, at: number) => this.found(kind, at);
    const body = sound.body === undefined ? undefined : withIds(sound.body, found);
    return { ...sound, path: withIds(sound.path, found), body };
  }

  /** Remembers what was made by a request. */
  note({ method, title }: Sound, answer: unknown): void {
    if (method !== 'POST' || typeof answer !== 'object' || answer === null || !('id' in answer)) return;
    const [name = ''] = /[a-z-]+$/.exec(title) ?? [];
    if (typeof answer.id === 'string') this.add(name, answer.id);
  }

  private add(name: string, id: string): void {
    const kind = kindOf(name);
    const known = this.ids.get(kind) ?? [];
    if (known.length < keptMax) this.ids.set(kind, [...known, id]);
  }

  private found(kind: string, at: number): string {
    const known = this.ids.get(alsoCalled[kind] ?? kind) ?? [];
    return known[at % Math.max(known.length, 1)] ?? randomUUID();
  }
}
