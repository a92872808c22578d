import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { OrderType } from '../order-edge/order.graphql.js';
import { attachCertificate } from './attach-certificate.js';
import type { LineCertificate } from './certificate.entity.js';
import * as types from './certificate.graphql.js';
import * as inputs from './certificate.input.graphql.js';
import { type CertificateNeed, certificateNeeds, certificatesOfOrders } from './certificate.reader.js';
import { promiseCertificate, waiveCertificate } from './promise-certificate.js';
import { reviewCertificate } from './review-certificate.js';
import { saveCertificateNeeds } from './save-certificate-needs.js';

type One = Payload<'certificate', LineCertificate>;

/** Certificates of orders, from required to reviewed. */
@Resolver(() => OrderType)
export class CertificateResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [types.CertificateNeedType], {
    description: 'What you require of all you order. Needs certificate:review. Since 0.2.',
  })
  @Allow('certificate:review')
  certificateNeeds(@CurrentActor() actor: Actor): Promise<CertificateNeed[]> {
    return this.unitOfWork.read(actor, certificateNeeds);
  }

  @Mutation(() => types.SaveCertificateNeedsPayload, {
    description: 'Says what you require of all you order from now on. Needs certificate:review. Since 0.2.',
  })
  @Allow('certificate:review')
  async saveCertificateNeeds(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'All of them.' }) input: types.SaveCertificateNeedsInputType,
  ): Promise<Payload<'needs', CertificateNeed[]>> {
    const needs = input.needs.map((need) => ({ ...need }));
    return payload(await this.unitOfWork.run(actor, (work) => saveCertificateNeeds(work, { needs })), 'needs', context);
  }

  @Mutation(() => types.PromiseCertificatePayload, {
    description: 'Promises a certificate, by the side that brings it. Needs order:confirm or order:change. Since 0.2.',
  })
  @Allow('order:confirm', 'order:change')
  async promiseCertificate(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'Which.' }) input: inputs.CertificateStepInput,
  ): Promise<One> {
    return payload(await this.unitOfWork.run(actor, (work) => promiseCertificate(work, { ...input })), 'certificate', context);
  }

  @Mutation(() => types.AttachCertificatePayload, {
    description: 'Attaches a file, by the side that brings it. Needs order:confirm or order:change. Since 0.2.',
  })
  @Allow('order:confirm', 'order:change')
  async attachCertificate(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'The file.' }) input: inputs.AttachCertificateInputType,
  ): Promise<One> {
    return payload(await this.unitOfWork.run(actor, (work) => attachCertificate(work, { ...input })), 'certificate', context);
  }

  @Mutation(() => types.ReviewCertificatePayload, {
    description: 'Accepts or refuses a file, by the other side. Needs certificate:review. Since 0.2.',
  })
  @Allow('certificate:review')
  async reviewCertificate(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'The judgement.' }) input: inputs.ReviewCertificateInputType,
  ): Promise<One> {
    return payload(await this.unitOfWork.run(actor, (work) => reviewCertificate(work, { ...input })), 'certificate', context);
  }

  @Mutation(() => types.WaiveCertificatePayload, {
    description: 'Does without a certificate, with a reason, by the buyer. Needs certificate:review. Since 0.2.',
  })
  @Allow('certificate:review')
  async waiveCertificate(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'Which, and why.' }) input: inputs.WaiveCertificateInput,
  ): Promise<One> {
    return payload(await this.unitOfWork.run(actor, (work) => waiveCertificate(work, { ...input })), 'certificate', context);
  }

  @ResolveField(() => [types.LineCertificateType], { description: 'Certificates that its lines require. Since 0.2.' })
  certificates(
    @Parent() order: { id: string; version: number },
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<LineCertificate[]> {
    return context
      .loader<string, LineCertificate[]>('procurement.certificates', async (ids) => {
        const found = await this.unitOfWork.read(actor, (work) => certificatesOfOrders(work, ids));
        return ids.map((id) => found.filter(({ orderId }) => orderId === id));
      })
      .load(order.id);
  }
}
