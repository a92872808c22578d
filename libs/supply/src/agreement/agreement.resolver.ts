import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
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
  EndAgreementInput,
  EndAgreementPayload,
  IncotermType,
  ReplaceAgreementInputType,
  ReplaceAgreementPayload,
  SignAgreementInputType,
  SignAgreementPayload,
} from './agreement.graphql.js';
import { agreementById, agreementKey, agreementOrdering, agreementsOf, termsOf } from './agreement.reader.js';
import { endAgreement } from './end-agreement.js';
import { replaceAgreement } from './replace-agreement.js';
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

  @Query(() => AgreementType, {
    nullable: true,
    description: 'An agreement you are a party of; else null. Needs price:read. Since 0.2.',
  })
  @Allow('price:read')
  async agreement(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'UUID.' }) id: string,
  ): Promise<Agreement | null> {
    return (await this.unitOfWork.read(actor, (work) => agreementById(work, id))) ?? null;
  }

  @Mutation(() => ReplaceAgreementPayload, {
    description:
      'Follows an agreement with its next version; the earlier one ends the day before. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async replaceAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The next version.' }) input: ReplaceAgreementInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'agreement', Agreement>> {
    return payload(await this.unitOfWork.run(actor, (work) => replaceAgreement(work, input)), 'agreement', context);
  }

  @Mutation(() => EndAgreementPayload, {
    description: 'Brings the last day of an agreement forward. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async endAgreement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which, when, why.' }) input: EndAgreementInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'agreement', Agreement>> {
    return payload(await this.unitOfWork.run(actor, (work) => endAgreement(work, input)), 'agreement', context);
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

  @ResolveField(() => IncotermType, { nullable: true, description: 'Terms of delivery; orders under it carry them.' })
  incoterm(@Parent() { incoterm, incotermEdition, incotermPlace }: Agreement): IncotermType | null {
    if (incoterm === null || incotermEdition === null || incotermPlace === null) return null;
    return { code: incoterm, edition: incotermEdition, place: incotermPlace };
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
    breakMode: term.breakMode,
    breakUnit: term.breakUnit,
    breakScope: term.breakScope,
    discountPercent: term.discountPercent,
  };
}
