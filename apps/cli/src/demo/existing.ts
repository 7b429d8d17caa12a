import { PlazaError } from '@plaza/platform';

/** Lets pass what is there already. */
export async function existing(create: () => Promise<unknown>): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (!(error instanceof PlazaError) || error.kind !== 'conflict') throw error;
  }
}
