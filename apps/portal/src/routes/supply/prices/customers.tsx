import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SetCustomerCategoryDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';

interface Customer {
  buyerId: string;
  name: string;
  category: string;
}

/** The one category each buyer counts among; it decides his rows of the matrix. */
export function Customers({ customers }: { customers: readonly Customer[] }) {
  const { t } = useTranslation('pricing');
  if (customers.length === 0) return <Text className="quiet">{t('customers.none')}</Text>;
  return (
    <Stack gap="xs">
      {customers.map((customer) => (
        <CustomerRow key={`${customer.buyerId} ${customer.category}`} customer={customer} />
      ))}
    </Stack>
  );
}

function CustomerRow({ customer }: { customer: Customer }) {
  const { t } = useTranslation('pricing');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [category, setCategory] = useState(customer.category);
  const save = async (): Promise<void> => {
    const input = { buyerId: customer.buyerId, category: category.trim() || null };
    if (await submit.run(async () => (await ask(SetCustomerCategoryDocument, { input })).setCustomerCategory))
      await queries.invalidateQueries();
  };
  const refused =
    submit.errors.map((error) => error.message).join(' ') || (submit.failure === undefined ? undefined : t('notSaved'));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Group gap="sm" align="flex-end">
        <TextInput
          label={customer.name}
          aria-label={t('customers.categoryOf', { name: customer.name })}
          placeholder={t('customers.noCategory')}
          maxLength={40}
          value={category}
          onChange={(event) => setCategory(event.currentTarget.value)}
          error={refused}
          w={220}
        />
        <Button type="submit" variant="default" loading={submit.busy} disabled={category.trim() === customer.category}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
