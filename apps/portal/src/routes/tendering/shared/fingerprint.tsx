import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fingerprint } from '#libs/sealing';
import { CodeText } from '../../../ui/shown/code-text';

/** Browsers compute with keys on pages of https and of this machine only. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

/** Said where keys are needed and the browser has none. */
export function NeedsCrypto() {
  const { t } = useTranslation('sealing');
  if (canSeal()) return null;
  return (
    <Alert color="red" icon={<IconLock aria-hidden />} title={t('crypto.title')} role="alert">
      {t('crypto.text')}
    </Alert>
  );
}

/** What two people compare of a key by another way than the hub. */
export function Fingerprint({ publicKey }: { publicKey: string }) {
  const [shown, setShown] = useState('');
  useEffect(() => {
    let live = true;
    if (canSeal()) void fingerprint(publicKey).then((text) => live && setShown(text));
    return () => {
      live = false;
    };
  }, [publicKey]);
  return shown === '' ? null : <CodeText value={shown} size="sm" wraps />;
}
