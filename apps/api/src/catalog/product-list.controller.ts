/**
 * The most read thing in Plaza: sent as it was prepared, or not at all to those who have it. Lists that are ready are sent before
 * the request goes any further; the rest takes the way of every route, and is ready afterwards.
 */
import { Controller, Get, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { PreparedList } from '@plaza/catalog';
import { Public } from '@plaza/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProductPageAnswer } from './catalog.answers';
import { ProductListQuery } from './catalog.dto';
import { PreparedLists } from './prepared-lists';

@ApiTags('catalog')
@Public()
@Controller('catalog/products')
export class ProductListController implements OnModuleInit {
  constructor(
    private readonly lists: PreparedLists,
    private readonly server: HttpAdapterHost,
  ) {}

  /** What is public and ready needs no guard, no context and no promise: this is where most of a request's time goes. */
  onModuleInit(): void {
    const adapter: ReturnType<NestFastifyApplication['getHttpAdapter']> = this.server.httpAdapter;
    adapter.getInstance().addHook('onRequest', (request, reply, done) => {
      const ready = request.method === 'GET' ? this.lists.find(request.url) : undefined;
      if (ready) send(ready, request, reply);
      else done();
    });
  }

  @Get()
  @ApiOperation({ summary: 'List and find products' })
  @ApiQuery({ type: ProductListQuery })
  @ApiHeader({ name: 'If-None-Match', required: false })
  @ApiOkResponse({ type: ProductPageAnswer })
  @ApiResponse({ status: 304, description: 'You have this list' })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    send(await this.lists.prepare(request.url, request.query), request, reply);
  }
}

function send({ etag, body }: PreparedList, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('etag', etag).header('cache-control', 'public, max-age=0, must-revalidate');
  const known = request.headers['if-none-match'];
  if (known !== undefined && isKnown(etag, known)) void reply.status(304).send();
  else void reply.header('content-type', 'application/json; charset=utf-8').send(body);
}

/** RFC 9110, section 13.1.2: the weak comparison, since a proxy may have made a tag weak. */
function isKnown(etag: string, known: string): boolean {
  return known === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
