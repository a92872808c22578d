import { useState } from 'react';
import { ask } from '../../../../graphql/client';
import { type AwardProduct, AwardTenderDocument, type LotAwardInput } from '../../../../graphql/generated/graphql';
import { useIdempotencyKey } from '../../../../graphql/idempotency';
import { type Submit, useSubmit } from '../../../../graphql/submit';
import { useRights } from '../../../../shell/me';
import type { RunningProps } from '../bought';
import type { TypedProduct } from './product-fields';

export interface Awarding {
  submit: Submit;
  product: TypedProduct;
  setProduct: (product: TypedProduct) => void;
  /** Days of the agreement that was published. */
  published: { from: string; to: string } | undefined;
  /** Awards the lots at once, under one key however often the same is sent; gives whether it was done. */
  give: (lots: readonly LotAwardInput[], makes: AwardProduct) => Promise<boolean>;
}

/** An award on its way: what comes of it as it is typed, and how it is sent. */
export function useAward({ tender, moved }: RunningProps): Awarding {
  const rights = useRights();
  const submit = useSubmit();
  const key = useIdempotencyKey();
  const { agreementFrom: from, agreementTo: to } = tender;
  const [product, setProduct] = useState<TypedProduct>({
    makes: rights.has('order:place') ? 'ORDERS' : 'NOTHING',
    shipToSiteId: tender.private?.shipToSite ?? null,
    costReference: tender.private?.costReference ?? '',
    ncnrAccepted: false,
    validFrom: from ?? '',
    validTo: to ?? '',
  });
  const give = async (lots: readonly LotAwardInput[], makes: AwardProduct): Promise<boolean> => {
    const wish = {
      tenderId: tender.id,
      expectedVersion: tender.edits,
      lots: [...lots],
      makes,
      shipToSiteId: makes === 'ORDERS' ? product.shipToSiteId : null,
      costReference: makes === 'ORDERS' ? product.costReference.trim() || null : null,
      ncnrAccepted: makes === 'ORDERS' && product.ncnrAccepted,
      agreement: makes === 'AGREEMENTS' ? { validFrom: product.validFrom, validTo: product.validTo } : null,
    };
    const input = { ...wish, idempotencyKey: key.of(wish) };
    const done = await submit.run(async () => (await ask(AwardTenderDocument, { input })).awardTender);
    if (done) await moved();
    return done !== undefined;
  };
  return { submit, product, setProduct, published: from && to ? { from, to } : undefined, give };
}
