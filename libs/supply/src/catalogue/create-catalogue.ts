import { v7 } from 'uuid';
import { type Fault, fail, isCurrencyCode, ok, type Result } from '#libs/kernel';
import { affected, requirePermission, type Work } from '#libs/platform';
import { audienceOf, type ShownTo } from '../audience/audience.js';
import { ownGroups } from '../audience/audience.reader.js';
import { Catalogue } from './catalogue.entity.js';

/** Who made the parts of rows that do not say. */
export type MakerRule = { rule: 'FILE' } | { rule: 'OWN' } | { rule: 'FIXED'; code: string; name?: string };

export type CatalogueError = SettingFault | Fault<'GroupUnknown'>;
export type SettingFault =
  | Fault<'CatalogueNameTaken'>
  | Fault<'CatalogueNameInvalid'>
  | Fault<'CurrencyUnknown'>
  | Fault<'MakerMissing'>
  | Fault<'PercentInvalid'>;

export interface CatalogueInput {
  name: string;
  currency: string;
  /** Default FILE. */
  maker?: MakerRule;
  /** Per cent of the active offers that a full load may withdraw unasked; 0-100, default 5. */
  withdrawPercentMax?: string;
  /** Whom its offers will be shown. Nobody while the supplier has not said: never everybody by omission. */
  shownTo?: ShownTo;
}

/** Opens an empty catalogue. Errors: all that are wrong with the input at once; CatalogueNameTaken. Two at once: one wins. Throws Forbidden. */
export async function createCatalogue(work: Work, input: CatalogueInput): Promise<Result<Catalogue, CatalogueError>> {
  requirePermission(work, 'catalogue:upload');
  const name = input.name.trim();
  const errors: CatalogueError[] = catalogueFaults({ ...input, name });
  const shown = input.shownTo ?? { to: 'NOBODY' };
  if (shown.to === 'GROUP' && (await ownGroups(work, [shown.groupId])).size === 0)
    errors.push({ code: 'GroupUnknown', path: ['shownTo'] });
  if (errors.length > 0) return fail(...errors);

  const maker = input.maker ?? { rule: 'FILE' };
  const key = { orgId: work.actor.orgId, id: v7() };
  const added = await affected(
    work,
    `insert into supply.catalogue (org_id, id, name, currency, maker_rule, maker_code, maker_name, withdraw_percent_max, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (org_id, name) do nothing`,
    [
      key.orgId,
      key.id,
      name,
      input.currency,
      maker.rule,
      maker.rule === 'FIXED' ? maker.code : null,
      maker.rule === 'FIXED' ? (maker.name ?? null) : null,
      input.withdrawPercentMax ?? '5',
      audienceOf(shown, key.id),
    ],
  );
  if (added === 0) return fail({ code: 'CatalogueNameTaken', path: ['name'], values: { name } });
  return ok(await work.tx.findOneByOrFail(Catalogue, key));
}

/** The catalogue of that name, opened when there is none: for machines that push files under a name. */
export async function openCatalogue(work: Work, input: CatalogueInput): Promise<Result<Catalogue, CatalogueError>> {
  const standing = await work.tx.findOneBy(Catalogue, { orgId: work.actor.orgId, name: input.name.trim() });
  if (standing) return ok(standing);
  const made = await createCatalogue(work, input);
  if (made.ok || !made.errors.some((error) => error.code === 'CatalogueNameTaken')) return made;
  return ok(await work.tx.findOneByOrFail(Catalogue, { orgId: work.actor.orgId, name: input.name.trim() }));
}

/** What is wrong with the settings of a catalogue. */
export function catalogueFaults(input: Partial<CatalogueInput>): SettingFault[] {
  const errors: SettingFault[] = [];
  if (input.name !== undefined && (input.name.length < 1 || input.name.length > nameMax))
    errors.push({ code: 'CatalogueNameInvalid', path: ['name'], values: { limit: nameMax } });
  if (input.currency !== undefined && !isCurrencyCode(input.currency))
    errors.push({ code: 'CurrencyUnknown', path: ['currency'], values: { value: input.currency.slice(0, 20) } });
  if (input.maker?.rule === 'FIXED' && !input.maker.code.trim()) errors.push({ code: 'MakerMissing', path: ['maker', 'code'] });
  const percent = input.withdrawPercentMax;
  if (percent !== undefined && !(/^\d{1,3}(\.\d{1,2})?$/.test(percent) && Number(percent) <= 100)) {
    errors.push({ code: 'PercentInvalid', path: ['withdrawPercentMax'], values: { value: percent.slice(0, 20) } });
  }
  return errors;
}

const nameMax = 120;
