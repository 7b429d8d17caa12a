/** What mail answers, for the published description. */
import { StreamableFile } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  mailStatuses,
  type AttachmentContent,
  type AttachmentView,
  type CapturedMail,
  type MailStatus,
  type MailView,
} from '@plaza/notifications';

const nullable = { nullable: true } as const;

class MailAnswer implements MailView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  recipient!: string;

  @ApiProperty()
  subject!: string;

  @ApiProperty({ enum: mailStatuses })
  status!: MailStatus;

  @ApiProperty({ type: 'integer', description: 'How often it was tried' })
  attempts!: number;

  @ApiProperty({
    type: String,
    ...nullable,
    description: 'What the mail server said last, or what went wrong',
  })
  lastFailure!: string | null;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty({ type: Date, ...nullable, description: 'Null while it waits' })
  endedAt!: Date | null;
}

export class MailPageAnswer {
  @ApiProperty({ type: [MailAnswer] })
  items!: MailAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}

class AttachmentAnswer implements AttachmentView {
  @ApiProperty({ type: 'integer', minimum: 1 })
  number!: number;

  @ApiProperty()
  filename!: string;

  @ApiProperty()
  contentType!: string;

  @ApiProperty({ type: 'integer' })
  bytes!: number;

  @ApiProperty({ type: String, ...nullable, description: 'The HTML shows it as `cid:` and this' })
  contentId!: string | null;
}

export class CapturedMailAnswer extends MailAnswer implements CapturedMail {
  @ApiProperty()
  text!: string;

  @ApiProperty({ type: String, ...nullable })
  html!: string | null;

  @ApiProperty({ type: [AttachmentAnswer] })
  attachments!: AttachmentAnswer[];
}

/** To be kept as a file: a browser must not open in our name what somebody else may have written. */
export function asDownload({ filename, content }: AttachmentContent): StreamableFile {
  return new StreamableFile(content, {
    type: 'application/octet-stream',
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`,
    length: content.length,
  });
}
