/** Staff, for admins. Customers are not among them, and cannot be found or changed here. */
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PeopleQueries, StaffService, type PeoplePage, type PersonView } from '@plaza/identity';
import { ForRoles, type Actor } from '@plaza/platform';
import { CurrentActor } from '../http/current-actor';
import { ApiIdParam, IdParam } from '../http/fields';
import { PersonAnswer, PersonPageAnswer } from './people.answers';
import { ChangeStaffDto, NewStaffDto, StaffListQuery } from './staff.dto';

@ApiTags('identity')
@ApiBearerAuth()
@ForRoles('admin')
@Controller('identity/staff')
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly people: PeopleQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Staff and admins, newest first' })
  @ApiOkResponse({ type: PersonPageAnswer })
  list(@Query() page: StaffListQuery): Promise<PeoplePage> {
    return this.people.staff(page);
  }

  @Post()
  @ApiOperation({ summary: 'Enters somebody of the staff, with their first password' })
  @ApiCreatedResponse({ type: PersonAnswer })
  create(@Body() person: NewStaffDto): Promise<PersonView> {
    return this.staff.create(person);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One of the staff' })
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  get(@IdParam() id: string): Promise<PersonView> {
    return this.people.staffMember(id);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes one of the staff; another role ends all their sessions at once' })
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  change(
    @IdParam() id: string,
    @Body() change: ChangeStaffDto,
    @CurrentActor() actor: Actor,
  ): Promise<PersonView> {
    return this.staff.change(id, change, actor);
  }

  @Post(':id/disable')
  @ApiOperation({
    summary: 'Shuts one of the staff out: all their sessions end at once, and they cannot sign in',
  })
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  disable(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PersonView> {
    return this.staff.disable(id, actor);
  }

  @Post(':id/enable')
  @ApiOperation({ summary: 'Lets one of the staff in again' })
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  enable(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PersonView> {
    return this.staff.enable(id, actor);
  }
}
