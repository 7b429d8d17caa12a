/** Staff, for admins. Customers are not among them, and cannot be found or changed here. */
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
  @ApiOkResponse({ type: PersonPageAnswer })
  list(@Query() filter: StaffListQuery): Promise<PeoplePage> {
    return this.people.staff(filter);
  }

  @Post()
  @ApiCreatedResponse({ type: PersonAnswer })
  create(@Body() person: NewStaffDto): Promise<PersonView> {
    return this.staff.create(person);
  }

  @Get(':id')
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  get(@IdParam() id: string): Promise<PersonView> {
    return this.people.staffMember(id);
  }

  /** Another role ends all their sessions at once. Nobody takes the role of admin away from themselves. */
  @Patch(':id')
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  change(
    @IdParam() id: string,
    @Body() change: ChangeStaffDto,
    @CurrentActor() actor: Actor,
  ): Promise<PersonView> {
    return this.staff.change(id, change, actor);
  }

  /** They cannot sign in any more, and all their sessions end at once. Nobody does this to themselves. */
  @Post(':id/disable')
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  disable(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PersonView> {
    return this.staff.disable(id, actor);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PersonAnswer })
  enable(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PersonView> {
    return this.staff.enable(id, actor);
  }
}
