import type { TFunction } from 'i18next';
import type { CodeNames } from '../../../../ui/shown/code-name';
import type { Part } from './part';

/** What one must know of a part before buying, as pairs of name and text; what nobody entitled has said is left out. */
export function attributesOf(part: Part, t: TFunction<'part'>, names: CodeNames): [string, string][] {
  const days = part.shelfLifeDays ? t('days', { count: part.shelfLifeDays }) : undefined;
  const facts: [string, string | null | undefined | false][] = [
    [t('fact.shelfLife'), days && (part.shelfLifeExtendable ? t('fact.extendable', { days }) : days)],
    [t('fact.un'), dangerOf(part, t)],
    [t('fact.hazmat'), !part.unNumber && part.hazmat],
    [t('fact.eccn'), part.eccn],
    [t('fact.hs'), part.hsCode],
    [t('fact.lifeLimited'), part.lifeLimited && t('fact.isLifeLimited')],
    [t('fact.essentiality'), part.essentiality && names.name('essentiality', part.essentiality)],
    [t('fact.spareClass'), part.spareClass && names.name('spareClass', part.spareClass)],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

function dangerOf({ unNumber, hazardClass, packingGroup }: Part, t: TFunction<'part'>): string | null {
  if (!unNumber || !hazardClass) return unNumber;
  return packingGroup
    ? t('fact.dangerousGroup', { un: unNumber, hazardClass, group: packingGroup })
    : t('fact.dangerous', { un: unNumber, hazardClass });
}
