import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { AnswerQuestionDocument, AskQuestionDocument, type TenderSharedFragment } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatInstant } from '../../../i18n/format';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Status } from '../../../ui/shown/status';
import { Failure } from '../../../ui/states';

type Question = TenderSharedFragment['questions'][number];

interface Props {
  tender: TenderSharedFragment;
  mayAnswer: boolean;
  mayAsk: boolean;
  moved: () => Promise<void>;
}

/** What was asked and answered; nobody is named, and answers are for all. */
export function Questions({ tender, mayAnswer, mayAsk, moved }: Props) {
  const { t } = useTranslation('tendering');
  return (
    <Section title={t('questions.title', { count: tender.questions.length })}>
      {tender.questions.length === 0 && (
        <Text size="sm" className="quiet">
          {t(mayAsk ? 'questions.noneAsk' : 'questions.none')}
        </Text>
      )}
      <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {tender.questions.map((question) => (
          <li key={question.id}>
            <Item question={question} mayAnswer={mayAnswer} moved={moved} />
          </li>
        ))}
      </Stack>
      {mayAsk && <Asking tender={tender} moved={moved} />}
    </Section>
  );
}

function Item({ question, mayAnswer, moved }: { question: Question } & Pick<Props, 'mayAnswer' | 'moved'>) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const [answer, setAnswer] = useState('');
  const send = async (): Promise<void> => {
    const input = { questionId: question.id, answer: answer.trim() };
    if (await submit.run(async () => (await ask(AnswerQuestionDocument, { input })).answerQuestion)) await moved();
  };
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <Text size="xs" className="quiet">
          {formatInstant(question.askedAt)}
        </Text>
        {question.mine && <Status tone="info">{t('questions.mine')}</Status>}
        {!question.inTime && <Status tone="quiet">{t('questions.late')}</Status>}
        {question.answer == null && <Status tone="waiting">{t('questions.open')}</Status>}
      </Group>
      <Text size="sm" fw={600} style={{ whiteSpace: 'pre-wrap' }}>
        {question.body}
      </Text>
      {question.answer != null && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {question.answer}
        </Text>
      )}
      {question.answer == null && mayAnswer && (
        <Stack gap="xs">
          {submit.failure !== undefined && <Failure error={submit.failure} />}
          <FormErrors errors={errorsElsewhere(submit.errors, ['answer'])} />
          <Textarea
            label={t('questions.answer')}
            description={t('questions.answerHow')}
            autosize
            maxLength={10_000}
            value={answer}
            onChange={(event) => setAnswer(event.currentTarget.value)}
            error={errorAt(submit.errors, 'answer')}
          />
          <Button
            size="xs"
            style={{ alignSelf: 'flex-start' }}
            loading={submit.busy}
            disabled={!answer.trim()}
            onClick={() => void send()}
          >
            {t('questions.sendAnswer')}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}

function Asking({ tender, moved }: Pick<Props, 'tender' | 'moved'>) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    const input = { tenderId: tender.id, text: text.trim() };
    if (!(await submit.run(async () => (await ask(AskQuestionDocument, { input })).askQuestion))) return;
    setText('');
    await moved();
  };
  return (
    <Stack gap="xs">
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={errorsElsewhere(submit.errors, ['text'])} />
      <Textarea
        label={t('questions.ask')}
        description={
          tender.questionsCloseAt
            ? t('questions.askUntil', { until: formatInstant(tender.questionsCloseAt) })
            : t('questions.askHow')
        }
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={errorAt(submit.errors, 'text')}
      />
      <Button
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        loading={submit.busy}
        disabled={!text.trim()}
        onClick={() => void send()}
      >
        {t('questions.send')}
      </Button>
    </Stack>
  );
}
