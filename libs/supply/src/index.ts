// catalogue
export { Catalogue } from './catalogue/catalogue.entity.js';
export { catalogueById, cataloguesOf } from './catalogue/catalogue.reader.js';
export {
  type CatalogueError,
  type CatalogueInput,
  createCatalogue,
  type MakerRule,
  openCatalogue,
} from './catalogue/create-catalogue.js';
export { supplyPermissions } from './permissions.js';
// publication
export { Publication, type PublicationCounts } from './publication/publication.entity.js';
export { CataloguePublished } from './publication/publication.events.js';
export { type PublishError, publishCatalogue } from './publication/publish-catalogue.js';
export { type RollbackError, rollbackCatalogue } from './publication/rollback-catalogue.js';
// staging
export { finishStaging, type StagingEnd } from './staging/finish-staging.js';
export { type Staged, type StagingInput, stageCatalogueRows, stageProblems } from './staging/stage-catalogue-rows.js';
export { type BatchInput, stageInBatches } from './staging/stage-in-batches.js';
export type { RowDetails, StagedAction, StagedProblem, StagedRow } from './staging/staged-row.js';
// upload
export { startUpload, type UploadStart } from './upload/start-upload.js';
export {
  type LoadMode,
  Upload,
  type UploadCounts,
  type UploadKind,
  type UploadProgress,
  type UploadReason,
  type UploadState,
} from './upload/upload.entity.js';
export { uploadById } from './upload/upload.reader.js';
