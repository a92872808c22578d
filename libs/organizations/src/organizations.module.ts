import { Module, type OnModuleInit } from '@nestjs/common';
import { ActorSource, PublicAddress, type Room, Sentences, Throttle, UnitOfWork } from '#libs/platform';
import { ApiKey } from './api-key/api-key.entity.js';
import { ApiKeyResolver } from './api-key/api-key.resolver.js';
import { BreakGlassJobs } from './break-glass/break-glass.job.js';
import { BreakGlassResolver } from './break-glass/break-glass.resolver.js';
import { CredentialJobs, purgeTask } from './credential/credential.job.js';
import { CredentialResolver } from './credential/credential.resolver.js';
import { warmPasswords } from './credential/password.js';
import { Invitation } from './invitation/invitation.entity.js';
import { InvitationResolver } from './invitation/invitation.resolver.js';
import { Letters } from './letters.js';
import { Member } from './member/member.entity.js';
import { MemberResolver } from './member/member.resolver.js';
import { Organization } from './organization/organization.entity.js';
import { OrganizationJobs } from './organization/organization.job.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { Partnership, PartnershipTolerance } from './partnership/partnership.entity.js';
import { PartnershipResolver } from './partnership/partnership.resolver.js';
import { Passports } from './proof/passports.js';
import { Role } from './role/role.entity.js';
import { RoleResolver } from './role/role.resolver.js';
import { SessionActorSource } from './session/actor-source.js';
import { SessionController } from './session/session.controller.js';
import { SessionResolver } from './session/session.resolver.js';
import { Site } from './site/site.entity.js';
import { SiteResolver } from './site/site.resolver.js';

@Module({
  controllers: [SessionController],
  providers: [
    ApiKeyResolver,
    BreakGlassResolver,
    CredentialResolver,
    InvitationResolver,
    MemberResolver,
    OrganizationResolver,
    PartnershipResolver,
    RoleResolver,
    SessionResolver,
    SiteResolver,
    BreakGlassJobs,
    CredentialJobs,
    OrganizationJobs,
    {
      provide: Letters,
      inject: [Sentences, PublicAddress],
      useFactory: (sentences: Sentences, address: PublicAddress) => new Letters(sentences, address),
    },
    {
      provide: Passports,
      inject: [UnitOfWork, Throttle],
      useFactory: (unitOfWork: UnitOfWork, throttle: Throttle) => new Passports({ unitOfWork, throttle }),
    },
    { provide: ActorSource, inject: [UnitOfWork], useFactory: (unitOfWork: UnitOfWork) => new SessionActorSource(unitOfWork) },
  ],
  exports: [ActorSource, Letters],
})
export class OrganizationsModule implements OnModuleInit {
  async onModuleInit(): Promise<void> {
    await warmPasswords();
  }
}

/** Organisations and access, as the hub and the worker take it. */
export const organizationsRoom: Room = {
  name: 'organizations',
  module: OrganizationsModule,
  entities: [Organization, Member, Role, Invitation, ApiKey, Site, Partnership, PartnershipTolerance],
  jobs: [BreakGlassJobs, CredentialJobs, OrganizationJobs],
  clocks: [{ task: purgeTask, match: '41 3 * * *' }],
};
