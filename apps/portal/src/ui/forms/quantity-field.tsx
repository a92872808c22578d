import { Group, TextInput, type TextInputProps, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fitsPack, isDecimal, nearestQuantities, normalise, type PackRule } from '#libs/kernel';
import { formatDecimal } from '../../i18n/format';
import { useCodeNames } from '../shown/code-name';
import { typedDecimal } from './typed-decimal';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'onCommit'> {
  value: string;
  /** Called with a decimal that keeps the rule, when the field is left or Enter is pressed. */
  onCommit: (value: string) => void;
  rule?: PackRule;
  unit?: string;
  /** Keeps the pack sentence out, where the table says it already. */
  quiet?: boolean;
}

/** A quantity as text, never a binary number. Leaving the field snaps it up to the pack rule and says so; the typed one is one click away. */
export function QuantityField({ value, onCommit, rule, unit, quiet, error, ...input }: Props) {
  const { t } = useTranslation('ui');
  const names = useCodeNames();
  const [text, setText] = useState(normalise(value));
  const [said, setSaid] = useState<{ typed: string; below?: string } | undefined>(undefined);
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => setText(normalise(value)), [value]);
  const word = (figure: string): string =>
    unit ? `${formatDecimal(figure)} ${names.unit(unit, figure)}` : formatDecimal(figure);

  const take = (figure: string): void => {
    setText(figure);
    setUnreadable(false);
    if (figure !== normalise(value)) onCommit(figure);
  };
  const commit = (): void => {
    const typed = typedDecimal(text);
    if (typed === undefined || !isDecimal(typed) || Number(typed) <= 0) {
      setUnreadable(true);
      setSaid(undefined);
      return;
    }
    if (!rule || fitsPack(typed, rule)) {
      if (normalise(typed) !== normalise(value)) setSaid(undefined);
      take(normalise(typed));
      return;
    }
    const { below, above } = nearestQuantities(typed, rule);
    setSaid({ typed: normalise(typed), below });
    take(above);
  };
  const keyed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      if (!rule || !isDecimal(text)) return;
      event.preventDefault();
      const next = stepped(text, rule, event.key === 'ArrowUp');
      setSaid(undefined);
      take(next);
    }
  };
  const pack = rule && !quiet ? t('quantity.pack', { minimum: word(rule.minimum), multiple: word(rule.multiple) }) : undefined;
  const bound = rule && !(normalise(rule.minimum) === '1' && normalise(rule.multiple) === '1');
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      maxLength={24}
      {...input}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={keyed}
      rightSection={unit ? <span className="quiet unit-mark">{names.unit(unit, text)}</span> : undefined}
      rightSectionWidth={unit ? 'auto' : undefined}
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', paddingInlineEnd: unit ? '4.5rem' : undefined } }}
      error={unreadable ? t('quantity.unreadable') : error}
      description={
        said ? (
          <Group component="span" gap={6} display="inline-flex" role="status">
            <span>{t('quantity.snapped', { typed: word(said.typed), now: word(text) })}</span>
            {said.below && (
              <UnstyledButton
                component="button"
                type="button"
                className="inline-action"
                onClick={() => {
                  setSaid(undefined);
                  take(said.below!);
                }}
              >
                {t('quantity.takeBelow', { below: word(said.below) })}
              </UnstyledButton>
            )}
          </Group>
        ) : bound ? (
          pack
        ) : undefined
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}

/** One pack more or less. */
function stepped(text: string, rule: PackRule, up: boolean): string {
  const tiny = Number(rule.multiple) > 0 ? rule.multiple : '1';
  const wish = String(Math.max(0, Number(text) + (up ? Number(tiny) : -Number(tiny))));
  const { below, above } = nearestQuantities(wish === '0' ? tiny : wish, rule);
  return up ? above : (below ?? above);
}
