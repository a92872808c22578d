import { Anchor, Group, Image, Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download, fetchFile } from '../../../../graphql/transfer';
import { Status } from '../../../../ui/shown/status';
import type { Content } from './unit';

/** Pictures in a row, each opened by mouse or keyboard; papers and links beneath, each under the name of who added it. */
export function ContentList({ contents }: { contents: readonly Content[] }) {
  const { t } = useTranslation('units');
  const pictures = contents.filter(({ kind }) => kind === 'PICTURE');
  const papers = contents.filter(({ kind }) => kind !== 'PICTURE');
  return (
    <Stack gap="md">
      {pictures.length > 0 && (
        <Group gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('pictures')}>
          {pictures.map((picture) => (
            <li key={picture.id}>
              <Picture picture={picture} />
            </li>
          ))}
        </Group>
      )}
      {papers.length > 0 && (
        <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('papers')}>
          {papers.map((paper) => (
            <Paper key={paper.id} paper={paper} />
          ))}
        </Stack>
      )}
    </Stack>
  );
}

function Picture({ picture }: { picture: Content }) {
  const { t } = useTranslation('units');
  const [opened, setOpened] = useState(false);
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    let made: string | undefined;
    let gone = false;
    void fetchFile(`/api/v1/files/content/${picture.id}`)
      .then((blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [picture.id]);
  const alt = picture.alt ?? picture.title;
  return (
    <Stack gap={2} w={160}>
      <UnstyledButton onClick={() => setOpened(true)} aria-label={t('enlarge', { title: picture.title })}>
        <Image src={url} alt={alt} h={120} w={160} fit="contain" radius="sm" bd="1px solid var(--mantine-color-default-border)" />
      </UnstyledButton>
      <Text size="xs" className="quiet">
        {t('by', { title: picture.title, author: picture.author.name })}
      </Text>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={picture.title}
        size="xl"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Image src={url} alt={alt} fit="contain" />
      </Modal>
    </Stack>
  );
}

function Paper({ paper }: { paper: Content }) {
  const { t } = useTranslation('units');
  const broken = paper.linkState === 'BROKEN' || paper.linkState === 'REFUSED' || paper.linkState === 'MOVED';
  return (
    <Group component="li" gap="sm">
      {paper.link ? (
        <Anchor href={paper.link} target="_blank" rel="noopener noreferrer" lang={paper.language || undefined}>
          {paper.title}
        </Anchor>
      ) : (
        <Anchor
          component="button"
          type="button"
          lang={paper.language || undefined}
          onClick={() => void download(`/api/v1/files/content/${paper.id}`, paper.name ?? paper.title)}
        >
          {paper.title}
        </Anchor>
      )}
      <Text size="sm" className="quiet">
        {[t(`kind.${paper.kind}`), paper.language, paper.author.name].filter(Boolean).join(' · ')}
      </Text>
      {broken && <Status tone="attention">{t(`link.${paper.linkState}`)}</Status>}
    </Group>
  );
}
