import { Button, Checkbox, MultiSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineRequirementsInput } from '../../../../graphql/generated/graphql';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { useLotCodes } from '../../../supply/lot-codes';
import type { Line } from '../basket';

interface Props {
  requires: NonNullable<Line['requires']> | undefined;
  part: string;
  onSave: (requires: LineRequirementsInput | null) => void;
  onClose: () => void;
}

/** Hard filters over units, and papers besides. */
export function RequirementsForm({ requires, part, onSave, onClose }: Props) {
  const { t } = useTranslation('procurement');
  const { t: u } = useTranslation('units');
  const codes = useLotCodes();
  const { lots } = requires ?? {};
  const [form, setForm] = useState({
    conditions: [...(lots?.conditions ?? [])],
    certificates: [...(lots?.certificates ?? [])],
    shelfDays: lots?.shelfDaysMin?.toString() ?? '',
    traceable: lots?.trace === 'YES',
    papers: [...(requires?.certificates ?? [])],
    dualRelease: requires?.dualRelease ?? false,
  });
  const put = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const readable = /^\d{0,5}$/.test(form.shelfDays.trim());
  const save = async (): Promise<boolean> => {
    const { conditions, certificates, shelfDays, traceable, papers, dualRelease } = form;
    const days = shelfDays.trim();
    const wanted = {
      ...(conditions.length > 0 ? { conditions } : {}),
      ...(certificates.length > 0 ? { certificates } : {}),
      ...(traceable ? { trace: 'YES' as const } : {}),
      ...(days === '' ? {} : { shelfDaysMin: Number(days) }),
    };
    const some = Object.keys(wanted).length > 0;
    onSave(some || papers.length > 0 ? { lots: some ? wanted : null, certificates: papers, dualRelease } : null);
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('basket.requiresOf', { part })}
      action={t('basket.requiresSave')}
      onSubmit={save}
      busy={false}
      errors={[]}
      failure={undefined}
      fields={[]}
      disabled={!readable}
    >
      <MultiSelect
        label={u('condition')}
        data={codes.conditions}
        value={form.conditions}
        onChange={(conditions) => put({ conditions })}
        hidePickedOptions
      />
      <MultiSelect
        label={u('certificates')}
        data={codes.certificates}
        value={form.certificates}
        onChange={(certificates) => put({ certificates })}
        hidePickedOptions
        searchable
      />
      <TextInput
        label={u('shelfDays')}
        inputMode="numeric"
        value={form.shelfDays}
        onChange={(event) => put({ shelfDays: event.currentTarget.value })}
      />
      <Switch
        label={u('traceable')}
        checked={form.traceable}
        onChange={(event) => put({ traceable: event.currentTarget.checked })}
      />
      <MultiSelect
        label={t('basket.certificatesRequired')}
        data={codes.certificates}
        value={form.papers}
        onChange={(papers) => put({ papers })}
        hidePickedOptions
        searchable
      />
      <Checkbox
        label={t('basket.dualRelease')}
        checked={form.dualRelease}
        onChange={(event) => put({ dualRelease: event.currentTarget.checked })}
      />
      {requires && (
        <Button
          variant="subtle"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            onSave(null);
            onClose();
          }}
        >
          {t('basket.requiresClear')}
        </Button>
      )}
    </FormDialog>
  );
}
