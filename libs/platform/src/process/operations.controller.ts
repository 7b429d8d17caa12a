/** What the machinery around a process asks of it: is it alive, can it take work, what does it count. */
import { Controller, Get, Header, Res } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from './access';
import { buildVersion } from './build';
import { Health, type HealthReport } from './health';
import { Metrics } from './metrics';

const aliveSchema = {
  type: 'object',
  required: ['status', 'version'],
  properties: {
    status: { type: 'string', enum: ['alive'] },
    version: { type: 'string', description: 'Of the build that runs' },
  },
};

const healthSchema = {
  type: 'object',
  required: ['status', 'parts'],
  properties: {
    status: { type: 'string', enum: ['ready', 'not-ready'] },
    parts: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: '`ok`, or what is wrong, by part',
    },
  },
};

@ApiTags('running')
@Public()
@Controller()
export class OperationsController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @ApiOperation({ summary: 'Whether the process is alive' })
  @ApiOkResponse({ schema: aliveSchema })
  live(): { status: 'alive'; version: string } {
    return { status: 'alive', version: buildVersion };
  }

  @Get('health/ready')
  @ApiOperation({ summary: 'Whether the process can take work' })
  @ApiOkResponse({ schema: healthSchema })
  @ApiServiceUnavailableResponse({
    description: 'No work should be sent here',
    content: { 'application/json': { schema: healthSchema } },
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    const report = await this.health.ready();
    void reply.status(report.status === 'ready' ? 200 : 503);
    return report;
  }

  @Get('metrics')
  @ApiOperation({ summary: 'What the process counts, for Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metricsText(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
