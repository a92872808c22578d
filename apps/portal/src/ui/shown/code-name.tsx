import i18next from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Families of codes whose names stand in i18n/<tag>/codes.json. */
export type CodeFamily =
  | 'aliasKind'
  | 'approval'
  | 'certificate'
  | 'channel'
  | 'charge'
  | 'condition'
  | 'essentiality'
  | 'priceSource'
  | 'spareClass'
  | 'stockSource'
  | 'system';

export interface CodeNames {
  /** A unit of UN/ECE Recommendation 20 in the number that `count` asks for: `piece`, `pieces`. */
  unit: (code: string, count?: string) => string;
  /** A quantity with its unit in words. The figure is formatted by the caller. */
  country: (code: string) => string;
  name: (family: CodeFamily, code: string) => string;
}

/** Names of codes, translated as data. A code that has no name stays what it is. */
export function useCodeNames(): CodeNames {
  const { t, i18n } = useTranslation('codes');
  return useMemo(() => {
    const regions = new Intl.DisplayNames([i18n.language], { type: 'region', fallback: 'code' });
    return {
      unit: (code, count = '1') => t(`unit.${code}`, { count: Number(count), defaultValue: code }),
      country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),
      name: (family, code) => t(`${family}.${code}`, { defaultValue: code }),
    };
  }, [t, i18n.language]);
}

/** A code by its name, with the code itself on hover. */
export function CodeName({ family, code }: { family: CodeFamily | 'unit' | 'country'; code: string }) {
  const names = useCodeNames();
  const text = family === 'unit' ? names.unit(code) : family === 'country' ? names.country(code) : names.name(family, code);
  return <span title={code}>{text}</span>;
}

/** Names a class such as `UNSPSC:31161500` or `ATA:32` as well as the portal knows it. */
export const classText = (system: string, code: string): string =>
  `${i18next.t(`codes:system.${system}`, { defaultValue: system })} ${code}`;
