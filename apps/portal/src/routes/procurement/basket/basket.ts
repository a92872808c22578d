import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { add } from '#libs/kernel';
import { ask } from '../../../graphql/client';
import {
  BasketDocument,
  type BasketLineFragment,
  type BasketQuery,
  ChangeBasketLineDocument,
  type ChangeBasketLineInput,
  RemoveBasketLineDocument,
} from '../../../graphql/generated/graphql';
import type { FieldError } from '../../../ui/forms/form-errors';

export type Line = BasketLineFragment;
export type Site = BasketQuery['sites'][number];
export interface PlacedLine {
  line: Line;
  /** Place in the basket: errors of placing name it. */
  index: number;
}
/** What one order would hold: offers of one supplier in one currency. Agreements may part it further. */
export interface Group {
  key: string;
  supplier: string | undefined;
  lines: PlacedLine[];
  /** undefined when a line has no price. */
  total: { amount: string; currency: string } | undefined;
}

/** Lines as the orders they become. Sums are of the hub's line amounts, which are rounded once each. */
export function groupsOf(lines: readonly Line[]): Group[] {
  const groups = new Map<string, PlacedLine[]>();
  lines.forEach((line, index) => {
    const currency = line.now?.price?.currency ?? line.priceSeen.currency;
    const key = line.now ? `${line.now.supplierId} ${currency}` : 'gone';
    groups.set(key, [...(groups.get(key) ?? []), { line, index }]);
  });
  return [...groups].map(([key, members]) => ({
    key,
    supplier: members[0]?.line.now?.supplierName,
    lines: members,
    total: totalOf(members.map(({ line }) => line)),
  }));
}

export function totalOf(lines: readonly Line[]): { amount: string; currency: string } | undefined {
  const amounts = lines.map((line) => line.now?.amount);
  const currency = amounts[0]?.currency;
  if (!currency || amounts.some((amount) => amount?.currency !== currency)) return undefined;
  return { amount: amounts.reduce((sum, amount) => add(sum, amount!.amount), '0'), currency };
}

/** A basket and what one does to its lines; what the hub answers replaces what is shown, nothing is guessed. */
export function useBasket(id: string) {
  const queries = useQueryClient();
  const key = ['baskets', id];
  const query = useQuery({ queryKey: key, queryFn: () => ask(BasketDocument, { id }) });
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState<string | undefined>(undefined);

  const show = (lines: Line[], version: number): void => {
    queries.setQueryData<BasketQuery>(key, (before) =>
      before?.basket ? { ...before, basket: { ...before.basket, version, lines } } : before,
    );
    void queries.invalidateQueries({ queryKey: ['baskets', 'choice'] });
    void queries.invalidateQueries({ queryKey: ['baskets', 'list'] });
  };
  const note = (lineId: string, text: string | undefined): void =>
    setRefused((before) => {
      const next = new Map(before);
      if (text) next.set(lineId, text);
      else next.delete(lineId);
      return next;
    });
  const change = async (
    lineId: string,
    wish: Omit<ChangeBasketLineInput, 'basketId' | 'lineId' | 'acceptPrice' | 'acceptCore'> & {
      acceptPrice?: boolean;
      acceptCore?: boolean;
    },
  ) => {
    setBusy(lineId);
    try {
      const input = { basketId: id, lineId, acceptPrice: false, acceptCore: false, ...wish };
      const { changeBasketLine } = await ask(ChangeBasketLineDocument, { input });
      const errors = changeBasketLine.errors as FieldError[];
      note(lineId, errors.length > 0 ? errors.map((error) => error.message).join(' ') : undefined);
      if (changeBasketLine.basket) show(changeBasketLine.basket.lines, changeBasketLine.basket.version);
    } finally {
      setBusy(undefined);
    }
  };
  const remove = async (lineId: string): Promise<void> => {
    setBusy(lineId);
    try {
      const { removeBasketLine } = await ask(RemoveBasketLineDocument, { input: { basketId: id, lineId } });
      show(removeBasketLine.lines, removeBasketLine.version);
    } finally {
      setBusy(undefined);
    }
  };
  return { ...query, change, remove, refused, busy };
}
