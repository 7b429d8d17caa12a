/** What is decided about a programme, as staff see it and decide it for its partner. */
import type { Schema } from '@plaza/client';
import { useQuery } from '@tanstack/react-query';
import { api, told } from '../../server/api';

export type Settings = Schema<'ProgrammeSettingsAnswer'>;
export type EarningRules = NonNullable<Settings['earning']>;
export type Tiers = NonNullable<Settings['tiers']>;

export function useSettings(partnerId: string) {
  return useQuery({
    queryKey: ['programme-settings', partnerId],
    queryFn: () => told(api.GET('/v1/loyalty/settings', { params: { query: { partnerId } } })),
  });
}

/** What is left out stays as it is. */
export function decide(partnerId: string, body: Schema<'ProgrammeSettingsDto'>): Promise<Settings> {
  return told(api.PUT('/v1/loyalty/settings', { params: { query: { partnerId } }, body }));
}
