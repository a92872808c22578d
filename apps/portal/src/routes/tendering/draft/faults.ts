import type { TFunction } from 'i18next';
import { isCurrencyCode } from '#libs/kernel';
import type { FieldError } from '../../../ui/forms/form-errors';
import { typedDecimal } from '../../../ui/forms/typed-decimal';
import { auctionFaults } from './auction';
import { needsOf } from './formulas';
import { pairsOf, sharesOf, type TypedTender } from './typed';

const bad = (text: string): boolean => {
  const read = typedDecimal(text);
  return read === undefined || read.startsWith('-');
};
const positive = (text: string): boolean => !bad(text) && Number(typedDecimal(text)) > 0;

/** What the hub could not even read of a draft, each fault at its field; whether it makes sense the hub says itself. */
export function faultsOf(typed: TypedTender, t: TFunction<'tendering'>): FieldError[] {
  const at = (message: string, ...path: string[]): FieldError => ({ message, path });
  const faults: FieldError[] = [];
  if (typed.title.trim() === '') faults.push(at(t('fault.title'), 'title'));
  if (typed.deliveryTerm.trim() === '') faults.push(at(t('fault.deliveryTerm'), 'deliveryTerm'));
  if (typed.procedure === 'SINGLE_SOURCE' && typed.singleReason.trim() === '')
    faults.push(at(t('fault.singleReason'), 'singleReason'));
  if (pairsOf(typed.rates).some(([currency, rate]) => !isCurrencyCode(currency.toUpperCase()) || !positive(rate)))
    faults.push(at(t('fault.rates'), 'rates'));
  if (typed.awardMode === 'SHARES' && (sharesOf(typed.shares).length === 0 || sharesOf(typed.shares).some((s) => !positive(s))))
    faults.push(at(t('fault.shares'), 'shares'));
  for (const name of auctionFaults(typed.auction)) faults.push(at(t('fault.number'), 'auction', name));
  for (const name of ['yearlyRate', 'budget', 'belowMean'] as const)
    if (typed[name].trim() !== '' && bad(typed[name])) faults.push(at(t('fault.number'), name));
  for (const name of needsOf(typed.formula).numbers)
    if (name === 'exponent' ? typedDecimal(typed.numbers[name]) === undefined : bad(typed.numbers[name]))
      faults.push(at(t('fault.number'), 'formula', name));
  typed.criteria.forEach((criterion, i) => {
    if (!/^[\w-]{1,40}$/.test(criterion.id.trim())) faults.push(at(t('fault.criterion'), 'criteria', String(i), 'id'));
    for (const name of needsOf(typed.formula).ofCriterion[criterion.kind])
      if (bad(criterion[name])) faults.push(at(t('fault.number'), 'criteria', String(i), name));
    if (
      criterion.kind === 'FEATURE' &&
      (criterion.options.trim() === '' || pairsOf(criterion.options).some(([, value]) => bad(value)))
    )
      faults.push(at(t('fault.options'), 'criteria', String(i), 'options'));
  });
  typed.lines.forEach((line, i) => {
    if (!positive(line.quantity)) faults.push(at(t('fault.quantity'), 'lines', String(i), 'quantity'));
    if (line.target.trim() !== '' && !positive(line.target)) faults.push(at(t('fault.number'), 'lines', String(i), 'target'));
    if (!line.partId && line.partNumber.trim() === '' && line.description.trim() === '')
      faults.push(at(t('fault.line'), 'lines', String(i), 'partNumber'));
  });
  typed.lots.forEach((title, i) => {
    if (title.trim() === '') faults.push(at(t('fault.lot'), 'lots', String(i + 1)));
  });
  return faults;
}
