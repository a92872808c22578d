import { add, type DecimalText } from '#libs/kernel';
import type { LeavingLotInput, LotsToShipQuery } from '../../../../graphql/generated/graphql';
import { decimalOrTyped } from '../../../../ui/forms/typed-decimal';

export type ShippableLot = LotsToShipQuery['lotsToShip'][number]['lots'][number];

/** A lot or serial that can be chosen for a line. One number at several places is one choice: the hub takes what the line holds first. */
export interface LotChoice extends Pick<ShippableLot, 'lotNumber' | 'serialNumber' | 'condition' | 'shelfLifeOn'> {
  key: string;
  places: string[];
  /** What the line can have of it. */
  there: DecimalText;
  /** Whether the line has taken of it. */
  taken: boolean;
}

export function choicesOf(lots: readonly ShippableLot[]): LotChoice[] {
  const choices = new Map<string, LotChoice>();
  for (const { lotNumber, serialNumber, condition, shelfLifeOn, location, own, free } of lots) {
    const key = JSON.stringify([lotNumber, serialNumber]);
    const known = choices.get(key);
    choices.set(key, {
      ...(known ?? { key, lotNumber, serialNumber, condition, shelfLifeOn }),
      places: [...new Set([...(known?.places ?? []), location])],
      there: add(known?.there ?? '0', add(own, free)),
      taken: (known?.taken ?? false) || own !== '0',
    });
  }
  return [...choices.values()];
}

/** What was chosen of one line: the quantity that was typed, by the key of the choice; a serial needs none. */
export type Chosen = Readonly<Record<string, string>>;

export function leavingOf(choices: readonly LotChoice[], chosen: Chosen): LeavingLotInput[] {
  return choices
    .filter(({ key }) => chosen[key] !== undefined)
    .map(({ key, lotNumber, serialNumber }) => {
      const typed = serialNumber === null ? (chosen[key] ?? '').trim() : '';
      return { lotNumber, serialNumber, quantity: typed === '' ? null : decimalOrTyped(typed) };
    });
}
