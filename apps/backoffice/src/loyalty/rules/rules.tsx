/** What orders earn in a programme, an order to try that with, and what members become by it. */
import { FormProvider, useForm } from 'react-hook-form';
import { Panel, Panels } from '../../parts/facts';
import { Answer } from '../../parts/states';
import { useWords } from '../../words/translate';
import { EarningPanel } from './earning';
import { useSettings } from './settings';
import { TiersPanel } from './tiers';
import { Trial } from './trial';

export function Rules({ partnerId }: { partnerId: string }) {
  const settings = useSettings(partnerId);
  return (
    <Answer query={settings} height={240}>
      {({ earning, tiers }) => (
        <Panels>
          <EarningPanel partnerId={partnerId} rules={earning} />
          {earning && <TrialPanel partnerId={partnerId} currency={earning.currency} />}
          <TiersPanel partnerId={partnerId} tiers={tiers} />
        </Panels>
      )}
    </Answer>
  );
}

function TrialPanel({ partnerId, currency }: { partnerId: string; currency: string }) {
  const words = useWords();
  const form = useForm({ values: { earning: { currency } }, resetOptions: { keepDirtyValues: true } });
  return (
    <Panel title={words('resources.trials.title')}>
      <FormProvider {...form}>
        <Trial partnerId={partnerId} lead={words('resources.trials.lead')} />
      </FormProvider>
    </Panel>
  );
}
