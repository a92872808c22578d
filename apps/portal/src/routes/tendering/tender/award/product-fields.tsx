import { Checkbox, Radio, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { type AwardProduct, AwardSitesDocument } from '../../../../graphql/generated/graphql';
import { useRights } from '../../../../shell/me';
import { errorAt, type FieldError } from '../../../../ui/forms/form-errors';

/** What comes of an award, as it is typed. */
export interface TypedProduct {
  makes: AwardProduct;
  shipToSiteId: string | null;
  costReference: string;
  ncnrAccepted: boolean;
  validFrom: string;
  validTo: string;
}

interface Props {
  /** Days of the agreement that was published; without them none can be made. */
  published: { from: string; to: string } | undefined;
  product: TypedProduct;
  onProduct: (product: TypedProduct) => void;
  errors: readonly FieldError[];
}

/** Orders at once, agreements with the prices, or nothing yet. */
export function ProductFields({ published, product, onProduct, errors }: Props) {
  const { t } = useTranslation('tendering');
  const rights = useRights();
  const { data } = useQuery({ queryKey: ['award-sites'], queryFn: () => ask(AwardSitesDocument, {}) });
  const set = (patch: Partial<TypedProduct>): void => onProduct({ ...product, ...patch });
  const makes: readonly AwardProduct[] = [
    ...(rights.has('order:place') ? (['ORDERS'] as const) : []),
    ...(published ? (['AGREEMENTS'] as const) : []),
    'NOTHING',
  ];
  const text = (name: 'costReference' | 'validFrom' | 'validTo', type = 'text') => (
    <TextInput
      label={t(`award.${name}`)}
      type={type}
      maxLength={100}
      min={type === 'date' ? published?.from : undefined}
      max={type === 'date' ? published?.to : undefined}
      value={product[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      error={errorAt(errors, 'agreement', name)}
    />
  );
  return (
    <Stack gap="md">
      <Radio.Group label={t('award.product')} value={product.makes} onChange={(value) => set({ makes: value as AwardProduct })}>
        <Stack gap="xs" mt="xs">
          {makes.map((value) => (
            <Radio key={value} value={value} label={t(`award.products.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {product.makes === 'ORDERS' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <Select
            label={t('own.site')}
            description={t('award.siteHow')}
            required
            data={(data?.sites ?? [])
              .filter(({ status }) => status === 'ACTIVE')
              .map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
            value={product.shipToSiteId}
            onChange={(shipToSiteId) => set({ shipToSiteId })}
            error={errorAt(errors, 'shipToSiteId')}
          />
          {text('costReference')}
          <Checkbox
            label={t('award.ncnrAccepted')}
            checked={product.ncnrAccepted}
            onChange={(event) => set({ ncnrAccepted: event.currentTarget.checked })}
          />
        </SimpleGrid>
      )}
      {product.makes === 'AGREEMENTS' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          {text('validFrom', 'date')}
          {text('validTo', 'date')}
        </SimpleGrid>
      )}
    </Stack>
  );
}
