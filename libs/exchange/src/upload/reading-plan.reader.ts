import type { Mapping } from '#libs/documents';
import type { Work } from '#libs/platform';
import { catalogueById, type Upload } from '#libs/supply';

/** How the file of an upload is read, kept with it: a mapping where it has columns, an encoding where its sender named one. */
export interface KeptPlan {
  mapping?: Mapping;
  charset?: string;
}

/** As it is stored: the mapping's own fields, the encoding beside them. */
export const storedPlan = ({ mapping, charset }: KeptPlan): object | undefined =>
  mapping || charset ? { ...mapping, ...(charset ? { charset } : {}) } : undefined;

export function planOf(upload: Upload): KeptPlan {
  const { charset, ...mapping } = (upload.mapping ?? {}) as Partial<Mapping> & { charset?: string };
  return { ...(charset ? { charset } : {}), ...('columns' in mapping ? { mapping: mapping as Mapping } : {}) };
}

/** The plan of an upload; where it names no mapping, the one its catalogue remembers. */
export async function wholePlan(work: Work, upload: Upload): Promise<KeptPlan> {
  const plan = planOf(upload);
  if (plan.mapping || upload.kind !== 'CATALOGUE' || !upload.catalogueId) return plan;
  const { mapping } = await catalogueById(work, upload.catalogueId);
  return mapping ? { ...plan, mapping: mapping as Mapping } : plan;
}

/** Whether text can be read in an encoding of that name. */
export function isCharset(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
