import { useLocalStorage } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../graphql/client';
import {
  AddToBasketDocument,
  type AddToBasketInput,
  BasketChoiceDocument,
  CreateBasketDocument,
} from '../../graphql/generated/graphql';
import { useRights } from '../../shell/me';
import type { FieldError } from '../../ui/forms/form-errors';

type Lines = AddToBasketInput['lines'];
export interface Added {
  basket?: { id: string; name: string };
  errors: readonly FieldError[];
}

/** The basket that buttons fill: the one used last, else the first; made when the member has none. */
export function useBasketChoice() {
  const { t } = useTranslation('procurement');
  const queries = useQueryClient();
  const mayBuy = useRights().has('basket:edit');
  const [last, setLast] = useLocalStorage({ key: 'entrepot.basket', defaultValue: '' });
  const { data } = useQuery({ queryKey: ['baskets', 'choice'], queryFn: () => ask(BasketChoiceDocument, {}), enabled: mayBuy });
  const baskets = data?.baskets ?? [];
  const chosen = baskets.find((basket) => basket.id === last) ?? baskets[0];

  const target = async (): Promise<Added> => {
    if (chosen) return { basket: chosen, errors: [] };
    const { createBasket } = await ask(CreateBasketDocument, { input: { name: t('baskets.firstName') } });
    return { basket: createBasket.basket ?? undefined, errors: createBasket.errors as FieldError[] };
  };
  const add = async (lines: Lines): Promise<Added> => {
    const into = await target();
    if (!into.basket) return into;
    const { addToBasket } = await ask(AddToBasketDocument, { input: { basketId: into.basket.id, lines } });
    await queries.invalidateQueries({ queryKey: ['baskets'] });
    if (addToBasket.errors.length > 0) return { errors: addToBasket.errors as FieldError[] };
    setLast(into.basket.id);
    return { basket: addToBasket.basket ?? into.basket, errors: [] };
  };
  return { mayBuy, baskets, chosen, choose: setLast, add };
}
