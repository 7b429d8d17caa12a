/** Partners and their clients, for admins. A secret is in one answer only, which is kept by nobody on the way. */
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  ClientsService,
  PartnersQueries,
  PartnersService,
  type ClientView,
  type CreatedClient,
  type PartnerView,
  type RotatedSecret,
} from '@plaza/identity';
import { ForRoles, type CountedPage, type Page } from '@plaza/platform';
import { ApiIdParam, IdParam, PageQuery } from '../http/fields';
import { TellsSecrets } from '../http/idempotency.interceptor';
import {
  ChangePartnerDto,
  ClientPageAnswer,
  NewClientAnswer,
  NewClientDto,
  PartnerAnswer,
  PartnerDto,
  PartnerListQuery,
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
  @ApiOperation({ summary: 'List partners' })
  @ApiOkResponse({ type: PartnerPageAnswer })
  list(@Query() page: PartnerListQuery): Promise<CountedPage<PartnerView>> {
    return this.queries.list(page);
  }

  @Post()
  @ApiOperation({ summary: 'Create a partner' })
  @ApiCreatedResponse({ type: PartnerAnswer })
  create(@Body() { name }: PartnerDto): Promise<PartnerView> {
    return this.partners.create(name);
  }

  @Get(':id')
  @ApiOperation({ summary: 'See a partner' })
  @ApiIdParam()
  @ApiOkResponse({ type: PartnerAnswer })
  get(@IdParam() id: string): Promise<PartnerView> {
    return this.queries.get(id);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Rename a partner' })
  @ApiIdParam()
  @ApiOkResponse({ type: PartnerAnswer })
  change(@IdParam() id: string, @Body() change: ChangePartnerDto): Promise<PartnerView> {
    return this.partners.change(id, change);
  }

  @Post(':id/disable')
  @ApiOperation({
    summary: 'Disable a partner and its clients',
    description: 'Every token of its clients is void from here on.',
  })
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PartnerAnswer })
  disable(@IdParam() id: string): Promise<PartnerView> {
    return this.partners.disable(id);
  }

  @Post(':id/enable')
  @ApiOperation({ summary: 'Enable a partner again' })
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PartnerAnswer })
  enable(@IdParam() id: string): Promise<PartnerView> {
    return this.partners.enable(id);
  }

  @Get(':id/clients')
  @ApiOperation({ summary: "List a partner's clients" })
  @ApiIdParam()
  @ApiOkResponse({ type: ClientPageAnswer })
  listClients(@IdParam() id: string, @Query() page: PageQuery): Promise<Page<ClientView>> {
    return this.queries.clientsOf(id, page);
  }

  @Post(':id/clients')
  @ApiOperation({ summary: 'Create a client with credentials' })
  @TellsSecrets()
  @Header('cache-control', 'no-store')
  @ApiIdParam()
  @ApiCreatedResponse({ type: NewClientAnswer })
  createClient(@IdParam() id: string, @Body() { name, scopes, mode }: NewClientDto): Promise<CreatedClient> {
    return this.clients.create({ name, scopes, mode, partnerId: id });
  }

  @Post(':id/clients/:clientId/rotate-secret')
  @ApiOperation({ summary: 'Give a client a new secret' })
  @TellsSecrets()
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

  @Delete(':id/clients/:clientId')
  @ApiOperation({
    summary: 'Disable a client',
    description: 'It gets no token from here on, and those that it has are void. It stays in the list.',
  })
  @HttpCode(204)
  @ApiIdParam()
  @ApiNoContentResponse()
  disableClient(@IdParam() id: string, @Param('clientId') clientId: string): Promise<void> {
    return this.clients.disable(clientId, id);
  }
}
