/** What the audit log answers, for the published description. */
import { ApiProperty } from '@nestjs/swagger';
import {
  auditActions,
  findingKinds,
  type AuditAction,
  type Finding,
  type SealView,
  type Verification,
} from '@plaza/audit';
import type { NamedEntry } from './actor-names';

const nullable = { nullable: true } as const;

class LoggedActorAnswer {
  @ApiProperty({ description: '`customer`, `staff`, `admin`, `partner` or `system`' })
  kind!: string;

  @ApiProperty({ description: 'Of a person or a client their id, of the system the name of what is at work' })
  id!: string;
}

class LoggedQueryAnswer {
  @ApiProperty()
  statement!: string;

  @ApiProperty({ type: 'array', items: {}, description: 'As they were given, or masked' })
  parameters!: unknown[];
}

export class LogEntryAnswer implements NamedEntry {
  @ApiProperty({ type: 'integer' })
  id!: number;

  @ApiProperty()
  at!: Date;

  @ApiProperty({ enum: auditActions })
  action!: AuditAction;

  @ApiProperty({ example: 'catalog' })
  schema!: string;

  @ApiProperty({ example: 'products' })
  table!: string;

  @ApiProperty({
    type: String,
    ...nullable,
    description: 'The primary key, its parts with commas between them; null for what was read',
  })
  rowId!: string | null;

  @ApiProperty({
    type: LoggedActorAnswer,
    ...nullable,
    description: 'Null for who was not known: nobody signed in, or somebody who worked without Plaza',
  })
  actor!: LoggedActorAnswer | null;

  @ApiProperty({
    type: String,
    ...nullable,
    description: 'How the person or the partner is called now; null for all others',
  })
  actorName!: string | null;

  @ApiProperty({ type: String, ...nullable, description: 'The `X-Request-Id` of the request' })
  requestId!: string | null;

  @ApiProperty({ description: 'The same for all that was committed together' })
  transactionId!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    ...nullable,
    description:
      'What an UPDATE changed, as it was; of a DELETE the whole row, without its key and what was empty',
  })
  old!: Record<string, unknown> | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    ...nullable,
    description:
      'What an UPDATE changed, as it is; of an INSERT the whole row, without its key and what is empty',
  })
  new!: Record<string, unknown> | null;

  @ApiProperty({ type: LoggedQueryAnswer, ...nullable, description: 'What was asked, where it was read' })
  query!: LoggedQueryAnswer | null;

  @ApiProperty({ type: 'integer', ...nullable, description: 'How many rows were found, where it was read' })
  rows!: number | null;
}

export class LogPageAnswer {
  @ApiProperty({ type: [LogEntryAnswer] })
  items!: LogEntryAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;
}

export class SealAnswer implements SealView {
  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ type: 'integer', description: 'The first id of the stretch that it closes' })
  fromId!: number;

  @ApiProperty({ type: 'integer' })
  toId!: number;

  @ApiProperty({ type: 'integer' })
  rows!: number;

  @ApiProperty({ description: 'When the first of its rows was written' })
  firstAt!: Date;

  @ApiProperty()
  lastAt!: Date;

  @ApiProperty()
  sealedAt!: Date;

  @ApiProperty({ description: 'Over its rows and the seal before, so it stands for everything until then' })
  hash!: string;

  @ApiProperty()
  previousHash!: string;
}

export class SealPageAnswer {
  @ApiProperty({ type: [SealAnswer] })
  items!: SealAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;
}

class FindingAnswer implements Finding {
  @ApiProperty({ enum: findingKinds })
  kind!: Finding['kind'];

  @ApiProperty({ type: 'integer', description: 'The number of the seal' })
  seal!: number;

  @ApiProperty({ type: 'integer', ...nullable, description: 'The id of the row' })
  row!: number | null;

  @ApiProperty()
  detail!: string;
}

class RootAnswer {
  @ApiProperty({ type: 'integer' })
  seal!: number;

  @ApiProperty()
  hash!: string;
}

export class VerificationAnswer implements Verification {
  @ApiProperty({ description: 'Nothing was found in this part' })
  intact!: boolean;

  @ApiProperty({ type: [FindingAnswer] })
  findings!: FindingAnswer[];

  @ApiProperty({ type: 'integer', description: 'How many seals were looked at' })
  seals!: number;

  @ApiProperty({ type: 'integer', description: 'How many rows were looked at' })
  rows!: number;

  @ApiProperty({
    type: 'integer',
    description: 'Seals whose month was taken out of the log: their rows were not looked at',
  })
  archived!: number;

  @ApiProperty({
    type: RootAnswer,
    ...nullable,
    description: 'The last seal that was looked at, which stands for everything before it',
  })
  root!: RootAnswer | null;

  @ApiProperty({
    type: 'integer',
    ...nullable,
    description: 'What to begin the next part `from`; null after the last',
  })
  next!: number | null;
}
