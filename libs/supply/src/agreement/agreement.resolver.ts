import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  CurrentContext,
  connection,
  type Payload,
  pageOf,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import type { Agreement, AgreementPrice } from './agreement.entity.js';
import {
  AgreementConnection,
  AgreementsArgs,
  AgreementTermType,
  AgreementType,
  SignAgreementInputType,
  SignAgreementPayload,
} from './agreement.graphql.js';
import { agreementKey, agreementOrdering, agreementsOf, termsOf } from './agreement.reader.js';
import { signAgreement } from './sign-agreement.js';

/** Agreements of the acting organisation, on either side. */
@Resolver(() => AgreementType)
export class AgreementResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => AgreementConnection, { description: 'Agreements you are a party of. Needs price:read. Since 0.1.' })
  @Allow('price:read')
  async agreements(@CurrentActor() actor: Actor, @Args() args: AgreementsArgs): Promise<Connection<Agreement>> {
    const page = pageOf(args, agreementOrdering);
    const found = await this.unitOfWork.read(actor, (work) => agreementsOf(work, args.filter ?? {}, page));
    return connection(found, page, agreementKey);
  }

  @Mutation(() => SignAgreementPayload, {
    description:
      'Signs prices with one of your buyers; he sees and pays them from the first day on. Needs agreement:manage. Since 0.1.',
  })
  @Allow('agreement:manage')
  async signAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The agreement.' }) input: SignAgreementInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'agreement', Agreement>> {
    return payload(await this.unitOfWork.run(actor, (work) => signAgreement(work, input)), 'agreement', context);
  }

  @ResolveField(() => OrganizationType, { description: 'Who gives the prices.' })
  supplier(@Parent() agreement: Agreement, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(agreement.orgId);
  }

  @ResolveField(() => OrganizationType, { description: 'Who pays them.' })
  buyer(@Parent() agreement: Agreement, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(agreement.counterpartyId);
  }

  @ResolveField(() => [AgreementTermType], { description: 'What it says, the first 500 terms.' })
  async terms(
    @Parent() agreement: Agreement,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<AgreementTermType[]> {
    const loader = context.loader<string, AgreementPrice[]>('supply.agreement-terms', (ids) =>
      this.unitOfWork.read(actor, (work) => termsOf(work, ids)),
    );
    return (await loader.load(agreement.id)).map(termView);
  }
}

function termView(term: AgreementPrice): AgreementTermType {
  const priced = (amount: string) => ({
    amount,
    currency: term.currency,
    basis: term.basis ?? '1',
    unit: term.priceUnit ?? 'EA',
  });
  return {
    offerId: term.offerId,
    category: term.category,
    price: term.price === null ? null : priced(term.price),
    breaks: (term.breakFrom ?? []).map((from, i) => ({ from, price: priced(term.breakPrice?.[i] ?? '0') })),
    discountPercent: term.discountPercent,
  };
}
