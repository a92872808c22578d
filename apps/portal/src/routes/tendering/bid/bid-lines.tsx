import { ActionIcon, Collapse, Group, Pagination, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import type { TenderLineWholeFragment, TenderOfBidderFragment } from '../../../graphql/generated/graphql';
import { formatDate, formatDecimal, formatMoney } from '../../../i18n/format';
import { errorAt } from '../../../ui/forms/form-errors';
import { useCodeNames } from '../../../ui/shown/code-name';
import fields from '../../../ui/table/fields-table.module.css';
import table from '../../../ui/table/table.module.css';
import { PartNumber } from '../shared/lines-table';
import { OfferSelect } from './offer-select';
import type { TypedBidLine } from './typed-bid';
import type { OwnBid } from './use-bid';

/** Rows with fields drawn at once. */
const rowsShown = 50;
const heads = ['asked', 'quantity', 'price', 'basis', 'unit', 'leadDays', 'more'] as const;

/** A price for each line of the lot; what is rarer opens under it. */
export function BidLines({ own, tender }: { own: OwnBid; tender: TenderOfBidderFragment }) {
  const { t } = useTranslation('tendering');
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(own.wanted.length / rowsShown));
  const from = (Math.min(page, pages) - 1) * rowsShown;
  return (
    <Stack gap="sm">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section className={`${table.scroller} ${fields.fields}`} aria-label={t('bidLines.label')} tabIndex={0}>
        <table className={table.table} data-tall="">
          <caption className={table.caption}>{t('bidLines.label')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`bidLines.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {own.wanted.slice(from, from + rowsShown).map((line) => (
              <Row key={line.id} own={own} line={line} currency={tender.currency} />
            ))}
          </tbody>
        </table>
      </section>
      {pages > 1 && (
        <Pagination
          size="sm"
          total={pages}
          value={Math.min(page, pages)}
          onChange={setPage}
          getItemProps={(n) => ({ 'aria-label': t('lines.page', { page: n }) })}
          getControlProps={(control) => ({ 'aria-label': t(`lines.pages.${control}`) })}
        />
      )}
    </Stack>
  );
}

const rare = ['factor', 'breaks', 'minQuantity', 'maxQuantity', 'addends', 'alternateNumber', 'alternate', 'conditions'] as const;

function Row({ own, line, currency }: { own: OwnBid; line: TenderLineWholeFragment; currency: string }) {
  const { t } = useTranslation('tendering');
  const names = useCodeNames();
  const typed = own.lineOf(line.id);
  const wrong = (name: keyof TypedBidLine): string | undefined => errorAt(own.errors, 'bid', 'lines', line.id, name);
  const [opened, setOpened] = useState(() => rare.some((name) => typed[name] !== '') || typed.offerId !== '');
  const shown = opened || rare.some((name) => wrong(name));
  const field = (name: keyof TypedBidLine, labelled: boolean, width?: number) => (
    <TextInput
      key={name}
      size="xs"
      miw={width}
      label={labelled ? t(`bidLines.${name}`) : undefined}
      aria-label={labelled ? undefined : t(`bidLines.${name}Of`, { line: line.number })}
      placeholder={labelled ? placeholders[name] : undefined}
      inputMode={['price', 'basis', 'minQuantity', 'maxQuantity'].includes(name) ? 'decimal' : undefined}
      maxLength={name === 'conditions' ? 2000 : 300}
      value={typed[name]}
      onChange={(event) => {
        const value = event.currentTarget.value;
        own.changeLine(line.id, { [name]: name === 'unit' ? value.toUpperCase() : value });
      }}
      error={wrong(name)}
    />
  );
  const target = line.target ? formatMoney({ amount: line.target, currency }) : undefined;
  return (
    <Fragment>
      <tr>
        <td>
          <Text size="sm" span>
            {line.number} · {line.partNumber ? <PartNumber line={line} /> : null} {line.description}
          </Text>
          <Text size="xs" className="quiet">
            {[
              line.needBy ? t('bidLines.needBy', { day: formatDate(line.needBy) }) : '',
              target ? t('bidLines.target', { target }) : '',
              line.alternatesAllowed ? t('bidLines.alternatesAllowed') : '',
            ]
              .filter((text) => text !== '')
              .join(' · ')}
          </Text>
        </td>
        <td className="figures one-line">
          {formatDecimal(normalise(line.quantity.value))} {names.unit(line.quantity.unit, line.quantity.value)}
        </td>
        <td data-label={t('bidLines.price')}>{field('price', false, 100)}</td>
        <td data-label={t('bidLines.basis')}>{field('basis', false, 60)}</td>
        <td data-label={t('bidLines.unit')}>{field('unit', false, 60)}</td>
        <td data-label={t('bidLines.leadDays')}>{field('leadDays', false, 60)}</td>
        <td>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-expanded={shown}
            aria-label={t('bidLines.moreOf', { line: line.number })}
            onClick={() => setOpened(!shown)}
          >
            {shown ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
          </ActionIcon>
        </td>
      </tr>
      {shown && (
        <tr>
          <td colSpan={heads.length}>
            <Collapse expanded>
              <Group
                component="fieldset"
                style={{ border: 0, margin: 0, padding: 0 }}
                aria-label={t('bidLines.moreOf', { line: line.number })}
              >
                <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" w="100%">
                  {rare
                    .filter((name) => line.alternatesAllowed || (name !== 'alternate' && name !== 'alternateNumber'))
                    .map((name) => field(name, true))}
                  <OfferSelect own={own} line={line} />
                </SimpleGrid>
              </Group>
            </Collapse>
          </td>
        </tr>
      )}
    </Fragment>
  );
}

const placeholders: Partial<Record<keyof TypedBidLine, string>> = {
  factor: '1/100',
  breaks: '100 = 0.85; 500 = 0.80',
  addends: 'FREIGHT = 25',
};
