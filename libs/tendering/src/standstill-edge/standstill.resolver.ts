import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import { type Actor, Allow, CurrentActor, CurrentContext, type RequestContext, shown, UnitOfWork } from '#libs/platform';
import type { RulePack } from '../rules/rule-pack.js';
import { rulePackOf } from '../rules/rule-packs.data.js';
import type { Standstill } from '../standstill/standstill.entity.js';
import { standstillsOf } from '../standstill/standstill.reader.js';
import { rulePackNames, type Tender } from '../tender/tender.entity.js';
import { TenderType } from '../tender-edge/tender.graphql.js';
import { RulePackEnum } from '../tender-edge/tender-enums.graphql.js';
import { AwardNoticeType, ChallengeType, RulePackTermsType, StandstillType } from './standstill.graphql.js';

/** By which rules tenders are held, and how decisions wait. */
@Resolver(() => TenderType)
export class StandstillResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [RulePackTermsType], {
    description: 'The rules by which a tender can be held, and what they ask for. Needs tender:read. Since 0.2.',
  })
  @Allow('tender:read')
  tenderRulePacks(): RulePackTermsType[] {
    return rulePackNames.map((name) => packView(rulePackOf(name)));
  }

  @ResolveField(() => RulePackEnum, { description: 'By which rules it is held. Since 0.2.' })
  rulePack(@Parent() tender: Tender): string {
    return tender.rulePack;
  }

  @ResolveField(() => [StandstillType], {
    description:
      'Decisions that wait or waited before they become contracts: for the buyer with all letters and challenges, for who bid with his own. Since 0.2.',
  })
  async standstills(
    @Parent() tender: Tender,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<object[]> {
    const loader = context.loader<string, Standstill[]>('tendering.standstills', (keys) =>
      this.unitOfWork.read(actor, (work) =>
        standstillsOf(
          work,
          keys.map((key) => key.slice(0, 36)),
        ),
      ),
    );
    const own = await loader.load(`${tender.id} ${tender.edits}`);
    return own.map(({ faults, ...standstill }) => ({
      ...standstill,
      faults: (faults ?? []).map((fault) => shown(fault, context)),
    }));
  }
}

function packView(pack: RulePack): RulePackTermsType {
  const { name, bidding, confidentialities, enquiries, openIsPublic, standstill, notice } = pack;
  const periods = Object.entries(bidding).map(([procedure, { days, source }]) => ({ procedure, days, source }));
  const sources = [...periods, confidentialities, enquiries, openIsPublic, standstill, notice].map((one) => one?.source ?? '');
  return {
    name,
    bidding: periods,
    confidentialities: [...confidentialities.allowed],
    enquiryDays: enquiries?.days ?? null,
    openIsPublic: openIsPublic !== null,
    standstillDays: standstill?.days ?? null,
    standstillNotFor: [...(standstill?.notFor ?? [])],
    standstillForSoleBidder: standstill !== null && !standstill.notForSoleBidder,
    noticeFacts: [...notice.facts],
    sources: [...new Set(sources)].filter((source) => source !== ''),
  };
}

interface OfSupplier {
  supplierId: string;
}
const supplier = { description: 'The supplier by name. Since 0.2.' };

/** To whom a letter about a decision went, by name. */
@Resolver(() => AwardNoticeType)
export class NoticedResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => OrganizationType, supplier)
  supplier(@Parent() { supplierId }: OfSupplier, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(supplierId);
  }
}

/** Who challenges, by name. */
@Resolver(() => ChallengeType)
export class ChallengerResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => OrganizationType, supplier)
  supplier(@Parent() { supplierId }: OfSupplier, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(supplierId);
  }
}
