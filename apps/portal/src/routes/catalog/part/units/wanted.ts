import type { WantedLotInput } from '../../../../graphql/generated/graphql';
import { listOf } from '../../../url';

/** Conditions and certificates in the order people ask for them; the hub's lists hold more. */
export const conditions = ['FN', 'NE', 'NS', 'OH', 'SV', 'RP', 'IN', 'MD', 'AR', 'NU', 'US', 'EX'] as const;
export const certificates = [
  'EASA_FORM_1',
  'FAA_8130_3',
  'UK_CAA_FORM_1',
  'TCCA_24_0078',
  'CAAC_038',
  'ANAC_F_100_01',
  'CASA_917',
  'COFC',
  'ATA_106',
  'BACK_TO_BIRTH',
  'NON_INCIDENT',
] as const;

/** What units must be, as the URL holds it; undefined when nothing is wanted. What is no code is left out. */
export function wantedOf(url: Readonly<Record<string, string | undefined>>): WantedLotInput | undefined {
  const chosen = (all: readonly string[], text: string | undefined) => all.filter((code) => listOf(text).includes(code));
  const wantedConditions = chosen(conditions, url['cond']);
  const wantedCertificates = chosen(certificates, url['cert']);
  const days = /^\d{1,5}$/.test(url['shelf'] ?? '') ? Number(url['shelf']) : undefined;
  const wanted: WantedLotInput = {
    ...(wantedConditions.length > 0 ? { conditions: wantedConditions } : {}),
    ...(wantedCertificates.length > 0 ? { certificates: wantedCertificates } : {}),
    ...(url['trace'] === 'yes' ? { trace: 'YES' as const } : {}),
    ...(days === undefined ? {} : { shelfDaysMin: days }),
  };
  return Object.keys(wanted).length > 0 ? wanted : undefined;
}
