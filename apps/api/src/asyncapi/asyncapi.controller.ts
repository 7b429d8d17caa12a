/** `/asyncapi.json`: what goes over topics, for programs that listen there. */
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public, SETTINGS, type Settings } from '@plaza/platform';
import { describeTopics } from './asyncapi';

@ApiTags('running')
@Public()
@Controller('asyncapi.json')
export class AsyncApiController {
  private readonly description: object;

  constructor(@Inject(SETTINGS) { kafka }: Settings) {
    this.description = describeTopics((topic) => kafka?.topicNames[topic] ?? topic);
  }

  @Get()
  @ApiOperation({ summary: 'The description of topics and events (AsyncAPI 3.0)' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  describe(): object {
    return this.description;
  }
}
