export { type ManufacturerClaim, manufacturerAlias } from './manufacturer/manufacturer-alias.js';
