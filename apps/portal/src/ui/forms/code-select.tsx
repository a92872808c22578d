import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countryCodes, currencyCodes } from '#libs/kernel';

type Props = Omit<SelectProps, 'data'>;

function useNamed(type: 'currency' | 'region', codes: readonly string[]): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const names = new Intl.DisplayNames([i18n.language], { type, fallback: 'code' });
    return codes.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
  }, [type, codes, i18n.language]);
}

const currencies = currencyCodes();
const countries = countryCodes();

/** A currency by its code or its name in the reader's language. */
export function CurrencySelect(props: Props) {
  return <Select searchable limit={60} data={useNamed('currency', currencies)} {...props} />;
}

/** A country by its code or its name in the reader's language. */
export function CountrySelect(props: Props) {
  return <Select searchable limit={60} data={useNamed('region', countries)} {...props} />;
}
