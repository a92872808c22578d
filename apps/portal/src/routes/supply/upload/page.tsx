import { Stepper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page';
import { useUrl } from '../../url';
import { ChooseFile } from './choose-file';
import { ColumnsStep } from './columns-step';

/** The way of a file: choose it, say what its columns mean, look at what it would do, publish. The URL knows the step. */
export default function UploadPage() {
  const { t } = useTranslation('selling');
  const [url, change] = useUrl();
  const uploadId = url['upload'];
  const stock = url['kind'] === 'stock';
  return (
    <Page title={stock ? t('upload.stockTitle') : t('upload.title')} below={stock ? t('upload.stockBelow') : t('upload.below')}>
      <Stepper active={uploadId ? 1 : 0} size="sm" allowNextStepsSelect={false} aria-label={t('upload.steps')}>
        <Stepper.Step label={t('upload.stepFile')} description={t('upload.stepFileHow')} allowStepSelect={false}>
          {!uploadId && <ChooseFile stock={stock} onSent={(id) => change({ upload: id })} />}
        </Stepper.Step>
        <Stepper.Step label={t('upload.stepColumns')} description={t('upload.stepColumnsHow')} allowStepSelect={false}>
          {uploadId && <ColumnsStep key={uploadId} uploadId={uploadId} />}
        </Stepper.Step>
        <Stepper.Step
          label={stock ? t('upload.stepTake') : t('upload.stepReview')}
          description={stock ? t('upload.stepTakeHow') : t('upload.stepReviewHow')}
          allowStepSelect={false}
        />
      </Stepper>
    </Page>
  );
}
