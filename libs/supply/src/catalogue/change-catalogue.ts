import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { requirePermission, sqlState, type Work } from '#libs/platform';
import { Catalogue } from './catalogue.entity.js';
import { lockCatalogue } from './catalogue.reader.js';
import { type CatalogueInput, catalogueFaults, type SettingFault } from './create-catalogue.js';

export type ChangeCatalogueError = SettingFault | Fault<'VersionConflict'>;

export interface CatalogueChange extends Partial<Pick<CatalogueInput, 'name' | 'currency' | 'maker' | 'withdrawPercentMax'>> {
  catalogueId: string;
  /** The revision that was read. */
  expectedRevision: number;
  /** How the columns of its files are read, and the fingerprint of the headers it was made for. */
  mapping?: { columns: object; headersHash?: string };
}

/**
 * Changes a catalogue's settings or remembers the mapping of its files; what is not named stays. Offers published before keep
 * what they say. Errors: VersionConflict, CatalogueNameTaken, and whatever is wrong with the values, all at once. Throws NotFound.
 */
export async function changeCatalogue(work: Work, input: CatalogueChange): Promise<Result<Catalogue, ChangeCatalogueError>> {
  requirePermission(work, 'catalogue:upload');
  const catalogue = await lockCatalogue(work, input.catalogueId);
  const name = input.name?.trim();
  const errors: ChangeCatalogueError[] = catalogueFaults({
    ...input,
    ...(name === undefined ? {} : { name }),
  } as Partial<CatalogueInput>);
  if (catalogue.revision !== input.expectedRevision) errors.push({ code: 'VersionConflict', path: ['expectedRevision'] });
  if (errors.length > 0) return fail(...errors);
  if (name !== undefined && name !== catalogue.name && (await work.tx.existsBy(Catalogue, { orgId: catalogue.orgId, name })))
    return fail({ code: 'CatalogueNameTaken', path: ['name'], values: { name } });

  const { maker, mapping } = input;
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(input.currency === undefined ? {} : { currency: input.currency }),
    ...(input.withdrawPercentMax === undefined ? {} : { withdrawPercentMax: input.withdrawPercentMax }),
    ...(maker
      ? {
          makerRule: maker.rule,
          makerCode: maker.rule === 'FIXED' ? maker.code : null,
          makerName: maker.rule === 'FIXED' ? (maker.name ?? null) : null,
        }
      : {}),
    ...(mapping ? { mapping: mapping.columns, mappingHeadersHash: mapping.headersHash ?? null } : {}),
    revision: catalogue.revision + 1,
  };
  try {
    await work.tx.update(Catalogue, { orgId: catalogue.orgId, id: catalogue.id }, change);
  } catch (error) {
    // Two catalogues renamed to one name at once: the unique key decides.
    if (sqlState(error) === '23505') return fail({ code: 'CatalogueNameTaken', path: ['name'], values: { name: name ?? '' } });
    throw error;
  }
  return ok(Object.assign(catalogue, change));
}
