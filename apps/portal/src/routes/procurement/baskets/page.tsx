import { ActionIcon, Anchor, Button, Group, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  BasketsDocument,
  type BasketsQuery,
  CreateBasketDocument,
  DeleteBasketDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatInstant } from '../../../i18n/format';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Confirm } from '../../../ui/forms/confirm';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { Page } from '../../../ui/page';
import { Empty, Failure, Waiting } from '../../../ui/states';

type Basket = BasketsQuery['baskets'][number];

/** The member's own baskets. */
export default function BasketsPage() {
  const { t } = useTranslation('procurement');
  const navigate = useNavigate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['baskets', 'list'],
    queryFn: () => ask(BasketsDocument, {}),
  });
  const [leaving, setLeaving] = useState<Basket | undefined>(undefined);
  const queries = useQueryClient();
  const columns = useMemo(
    (): DataColumn<Basket>[] => [
      {
        id: 'name',
        header: t('baskets.name'),
        fixed: true,
        width: 220,
        cell: (basket) => (
          <Anchor component={Link} to={`/baskets/${basket.id}`} fw={600}>
            {basket.name}
          </Anchor>
        ),
        text: (basket) => basket.name,
        compare: (a, b) => a.name.localeCompare(b.name),
      },
      {
        id: 'lines',
        header: t('baskets.lines'),
        align: 'end',
        cell: (basket) => basket.lineCount,
        text: (basket) => String(basket.lineCount),
        compare: (a, b) => a.lineCount - b.lineCount,
      },
      {
        id: 'changed',
        header: t('baskets.changed'),
        width: 180,
        cell: (basket) => (
          <span className="one-line" title={basket.changedAt}>
            {formatInstant(basket.changedAt)}
          </span>
        ),
        text: (basket) => basket.changedAt,
        compare: (a, b) => (a.changedAt < b.changedAt ? -1 : 1),
      },
      {
        id: 'delete',
        header: t('baskets.deleteColumn'),
        width: 60,
        cell: (basket) => (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('baskets.delete', { name: basket.name })}
            onClick={() => setLeaving(basket)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        ),
      },
    ],
    [t],
  );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  const open = (id: string): void => void navigate({ to: '/baskets/$basketId', params: { basketId: id } });
  return (
    <Page title={t('baskets.title')} below={t('baskets.below')} actions={<NewBasket onMade={open} />}>
      {data.baskets.length === 0 ? (
        <Empty
          title={t('baskets.emptyTitle')}
          text={t('baskets.emptyText')}
          action={
            <Button component={Link} to="/search">
              {t('baskets.toSearch')}
            </Button>
          }
        />
      ) : (
        <DataTable
          label={t('baskets.title')}
          rows={data.baskets}
          columns={columns}
          rowKey={(basket) => basket.id}
          onOpen={(basket) => open(basket.id)}
        />
      )}
      <Confirm
        opened={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={t('baskets.delete', { name: leaving?.name ?? '' })}
        consequence={t('baskets.deleteConsequence', { count: leaving?.lineCount ?? 0 })}
        action={t('baskets.deleteAction')}
        danger
        onConfirm={async () => {
          if (leaving) await ask(DeleteBasketDocument, { input: { basketId: leaving.id } });
          await queries.invalidateQueries({ queryKey: ['baskets'] });
          return true;
        }}
      />
    </Page>
  );
}

function NewBasket({ onMade }: { onMade: (id: string) => void }) {
  const { t } = useTranslation('procurement');
  const [name, setName] = useState('');
  const queries = useQueryClient();
  const { busy, errors, failure, run } = useSubmit();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const made = await run(async () => (await ask(CreateBasketDocument, { input: { name: name.trim() } })).createBasket);
    if (!made?.basket) return;
    await queries.invalidateQueries({ queryKey: ['baskets'] });
    onMade(made.basket.id);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Group gap="sm" align="flex-start">
        <TextInput
          aria-label={t('baskets.newName')}
          placeholder={t('baskets.newName')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errorAt(errors, 'name')}
        />
        <Button type="submit" loading={busy} disabled={name.trim() === ''} leftSection={<IconPlus size={16} aria-hidden />}>
          {t('baskets.new')}
        </Button>
      </Group>
      <FormErrors errors={errorsElsewhere(errors, ['name'])} />
      {failure !== undefined && <Failure error={failure} />}
    </form>
  );
}
