/** `plaza process`: works one transfer record step by step, while one looks on. */
import { SingleRecord, type Step } from '@plaza/transfers';
import { Option, type Command } from 'commander';
import { fields, styled, table, withService, type OutputOptions } from './plaza';
import { keyOption } from './transfer-key';

interface ProcessOptions extends OutputOptions {
  key: string;
  mode: 'live' | 'dev';
}

const teaching = `
The record is taken from the queue, or from its owner where it was never noted, and worked from the beginning, whatever became of it
before and whatever its age. What does not come to an end here is tried again by the processes.

With --mode dev nothing is taken, recorded or written back: the record is read, its streams are asked about, and what would come of
it is shown with every answer whole.

Examples:
  plaza process --single --key -L5aBcDeFgHiJkLmNoPq
  plaza process --single --key -L5aBcDeFgHiJkLmNoPq --mode dev --json

Exit codes: 0 written back (or, with --mode dev, screened), 1 it came to something else or was refused, 78 a configuration that
cannot be used`;

export function processCommand(program: Command): void {
  program
    .command('process')
    .description('work one transfer record step by step, ahead of the queue')
    .requiredOption('--single', 'one record; all others are up to the processes')
    .requiredOption('--key <key>', "the record's key", keyOption)
    .addOption(
      new Option('--mode <mode>', 'dev shows what would come of it and changes nothing')
        .choices(['live', 'dev'])
        .default('live'),
    )
    .option('--json', 'a line of JSON for every step')
    .addHelpText('after', teaching)
    .action(async ({ key, mode, json = false }: ProcessOptions) => {
      let last: Step | undefined;
      const tell = (step: Step) => {
        last = step;
        process.stdout.write(`${json ? JSON.stringify(step) : readable(step, mode)}\n`);
      };
      await withService(SingleRecord, (single) =>
        mode === 'dev' ? single.rehearse(key, tell) : single.work(key, tell),
      );
      if (last?.step !== (mode === 'dev' ? 'screened' : 'written-back')) process.exitCode = 1;
    });
}

function readable(step: Step, mode: ProcessOptions['mode']): string {
  switch (step.step) {
    case 'read':
      return section('read', step.found ? fields(step.found.content) : 'There is no such record');
    case 'streams':
      return section('streams', step.urls.length === 0 ? '(none)' : step.urls.join('\n'));
    case 'asked':
      return section('asked', asked(step, mode));
    case 'screened':
      return section('screened', step.result);
    case 'written-back':
      return section('written back', fields({ at: step.at, date_final: step.dateFinal }));
    case 'ended':
      return section(step.status, step.reason ?? '');
    case 'later':
      return section('tried again later', step.detail);
  }
}

function section(title: string, text: string): string {
  return `${styled(title, 'bold')}\n${text.replaceAll(/^/gm, '  ')}\n`;
}

function asked({ answers, without }: Extract<Step, { step: 'asked' }>, mode: ProcessOptions['mode']): string {
  const rows = [
    ...answers.map(({ number, score, tookMs }) => ({
      stream: number,
      score,
      'took ms': Math.round(tookMs),
      why: '',
    })),
    ...without.map(({ number, detail }) => ({ stream: number, score: null, 'took ms': null, why: detail })),
  ];
  const whole = mode === 'dev' ? answers.map(({ answer }) => JSON.stringify(answer, null, 2)) : [];
  return [table(rows), ...whole].join('\n');
}
