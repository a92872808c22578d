import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeKeyPair } from '#libs/sealing';
import { ask } from '../../../graphql/client';
import { type OpeningSessionKind, OpenSessionDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatInstant } from '../../../i18n/format';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Facts } from '../../../ui/shown/facts';
import { Status } from '../../../ui/shown/status';
import { Failure } from '../../../ui/states';
import { canSeal, Fingerprint } from '../shared/fingerprint';
import { HandIn } from './hand-in';
import { Holders } from './holders';
import { forgetPair, keepPair, type OpeningProps, sessionKey, sessionPair, sharesIn } from './session-key';

interface Props extends OpeningProps {
  kind: OpeningSessionKind;
  title: string;
  /** What is done with the shares, once they are here. */
  children?: ReactNode;
}

/** The session for which shares are handed in: who has handed in, what is missing, and in whose browser they come together. */
export function SessionPanel({ tender, sealing, moved, kind, title, children }: Props) {
  const { t } = useTranslation('sealing');
  const submit = useSubmit();
  const [handing, setHanding] = useState(false);
  // Whether the key is here stands in the tab's storage, which draws nothing by itself.
  const [, redraw] = useState(0);
  const session = tender.openingSessions.find((one) => one.kind === kind);
  const own = session !== undefined && sessionPair(session.id) !== undefined;
  const begin = async (): Promise<void> => {
    const pair = await makeKeyPair();
    const input = { tenderId: tender.id, kind, publicKey: pair.publicKey };
    const done = await submit.run(async () => {
      const answer = (await ask(OpenSessionDocument, { input })).openSession;
      if (answer.session) keepPair(answer.session.id, pair);
      return answer;
    });
    if (done) await moved();
  };
  const forget = (): void => {
    if (session) forgetPair(session.id);
    redraw((n) => n + 1);
  };
  const opener = sealing.holders.find(({ memberId }) => memberId != null && memberId === session?.memberId)?.name;
  const key = session && sessionKey(session);
  // The opener compares what his own tab made with what the hub hands out: nobody else can.
  const sessionKeyShown =
    key === undefined ? (
      <Status key="key" tone="bad">
        {t('handIn.substituted')}
      </Status>
    ) : (
      <Fingerprint key="key" publicKey={key} />
    );
  return (
    <Section
      title={title}
      actions={
        <>
          {session && (
            <Button size="xs" disabled={!canSeal()} onClick={() => setHanding(true)}>
              {t('session.handIn')}
            </Button>
          )}
          {own && (
            <Button size="xs" variant="default" onClick={forget}>
              {t('session.forget')}
            </Button>
          )}
          {!own && (
            <Button
              size="xs"
              variant={session ? 'default' : 'filled'}
              loading={submit.busy}
              disabled={!canSeal()}
              onClick={() => void begin()}
            >
              {t(session ? 'session.anew' : 'session.begin')}
            </Button>
          )}
        </>
      }
    >
      <Text size="sm">{t(`session.how.${kind}`)}</Text>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      {session ? (
        <>
          <Facts
            facts={[
              [t('session.openedAt'), formatInstant(session.openedAt)],
              [t('session.where'), own ? t('session.here') : t('session.elsewhere', { name: opener ?? t('session.somebody') })],
              [t('session.fingerprint'), sessionKeyShown],
            ]}
          />
          <Text size="sm" role="status">
            {kind === 'OPENING'
              ? t('session.needed', { count: sealing.threshold, handed: sharesIn(session) })
              : t('session.allNeeded', { count: sealing.holders.length, handed: session.shares.length })}
          </Text>
          <Holders sealing={sealing} session={session} />
          {own ? children : <Text size="sm">{t('session.onlyThere')}</Text>}
        </>
      ) : (
        <Holders sealing={sealing} />
      )}
      {handing && session && (
        <HandIn tender={tender} sealing={sealing} session={session} own={own} moved={moved} onClose={() => setHanding(false)} />
      )}
    </Section>
  );
}
