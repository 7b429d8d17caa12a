/** Partners and their clients, for admins. A secret is in one answer only, which is kept by nobody on the way. */
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import {
  ClientsService,
  PartnersQueries,
  PartnersService,
  type ClientPage,
  type CreatedClient,
  type PartnerPage,
  type PartnerView,
  type RotatedSecret,
} from '@plaza/identity';
import { ForRoles } from '@plaza/platform';
import { ApiIdParam, IdParam, PageQuery } from '../http/fields';
import { WithoutIdempotencyKey } from '../http/idempotency.interceptor';
import {
  ChangePartnerDto,
  ClientPageAnswer,
  NewClientAnswer,
  NewClientDto,
  PartnerAnswer,
  PartnerDto,
  PartnerPageAnswer,
  RotatedSecretAnswer,
  RotateSecretDto,
} from './partners.dto';

const minuteMs = 60_000;

@ApiTags('identity')
@ApiBearerAuth()
@ForRoles('admin')
@Controller('identity/partners')
export class PartnersController {
  constructor(
    private readonly partners: PartnersService,
    private readonly clients: ClientsService,
    private readonly queries: PartnersQueries,
  ) {}

  @Get()
  @ApiOkResponse({ type: PartnerPageAnswer })
  list(@Query() page: PageQuery): Promise<PartnerPage> {
    return this.queries.list(page);
  }

  @Post()
  @ApiCreatedResponse({ type: PartnerAnswer })
  create(@Body() { name }: PartnerDto): Promise<PartnerView> {
    return this.partners.create(name);
  }

  @Get(':id')
  @ApiIdParam()
  @ApiOkResponse({ type: PartnerAnswer })
  get(@IdParam() id: string): Promise<PartnerView> {
    return this.queries.get(id);
  }

  @Patch(':id')
  @ApiIdParam()
  @ApiOkResponse({ type: PartnerAnswer })
  change(@IdParam() id: string, @Body() change: ChangePartnerDto): Promise<PartnerView> {
    return this.partners.change(id, change);
  }

  /** Every token of its clients is void from here on. */
  @Post(':id/disable')
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PartnerAnswer })
  disable(@IdParam() id: string): Promise<PartnerView> {
    return this.partners.disable(id);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PartnerAnswer })
  enable(@IdParam() id: string): Promise<PartnerView> {
    return this.partners.enable(id);
  }

  @Get(':id/clients')
  @ApiIdParam()
  @ApiOkResponse({ type: ClientPageAnswer })
  listClients(@IdParam() id: string, @Query() page: PageQuery): Promise<ClientPage> {
    return this.queries.clientsOf(id, page);
  }

  @Post(':id/clients')
  @WithoutIdempotencyKey()
  @Header('cache-control', 'no-store')
  @ApiIdParam()
  @ApiCreatedResponse({ type: NewClientAnswer })
  createClient(@IdParam() id: string, @Body() { name, scopes }: NewClientDto): Promise<CreatedClient> {
    return this.clients.create({ name, scopes, partnerId: id });
  }

  @Post(':id/clients/:clientId/rotate-secret')
  @WithoutIdempotencyKey()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiIdParam()
  @ApiOkResponse({ type: RotatedSecretAnswer })
  rotateSecret(
    @IdParam() id: string,
    @Param('clientId') clientId: string,
    @Body() { overlapMinutes }: RotateSecretDto,
  ): Promise<RotatedSecret> {
    return this.clients.rotateSecret(clientId, id, overlapMinutes * minuteMs);
  }

  /** It gets no token from here on, and those that it has are void. It stays in the list. */
  @Delete(':id/clients/:clientId')
  @HttpCode(204)
  @ApiIdParam()
  @ApiNoContentResponse()
  disableClient(@IdParam() id: string, @Param('clientId') clientId: string): Promise<void> {
    return this.clients.disable(clientId, id);
  }
}
