/** `plaza dead-letters`: what consumers could not take, and sending it to them again. */
import { DeadLetters } from '@plaza/messaging';
import type { Command } from 'commander';
import { print, table, withService, type OutputOptions } from './plaza';

const listMax = 100;

export function deadLettersCommand(program: Command): void {
  const command = program.command('dead-letters').description('events that a consumer could not take');
  command
    .command('list')
    .description(`those waiting for someone to mend their cause, oldest first, at most ${String(listMax)}`)
    .option('--json', 'answer as JSON')
    .action(async (options: OutputOptions) => {
      const { items: letters } = await withService(DeadLetters, (deadLetters) =>
        deadLetters.list({ replayed: false, sort: 'diedAt', limit: listMax }),
      );
      print(letters, options, (all) =>
        table(
          all.map(({ eventId, type, consumer, reasonCode, reason, failures, diedAt }) => ({
            event: eventId,
            type,
            consumer,
            failures,
            'died at': diedAt.toISOString(),
            code: reasonCode,
            reason,
          })),
        ),
      );
    });
  command
    .command('replay')
    .description('send them to their consumers again: all, or the one named')
    .option('--event <id>', 'the id of one event')
    .option('--json', 'answer as JSON')
    .action(async (options: OutputOptions & { event?: string }) => {
      const replayed = await withService(DeadLetters, (deadLetters) =>
        deadLetters.replay(options.event === undefined ? {} : { eventId: options.event }),
      );
      print({ replayed }, options, () => `${String(replayed)} sent again`);
    });
}
