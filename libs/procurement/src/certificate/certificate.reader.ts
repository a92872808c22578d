import { NotFound, one, rows, type Work } from '#libs/platform';
import type { LineCertificate } from './certificate.entity.js';

const fileJson = `jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'number', f.number, 'issuer', f.issuer, 'datedOn', f.dated_on,
  'partNumber', f.part_number, 'lotNumber', f.lot_number, 'serialNumber', f.serial_number, 'dualRelease', f.dual_release, 'quantity', trim_scale(f.quantity)::text, 'flags', f.flags, 'status', f.status,
  'checklist', f.checklist, 'reason', f.reason, 'attachedAt', to_char(f.attached_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'reviewedAt', to_char(f.reviewed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
const columns = `c.id, c.order_id as "orderId", c.line_id as "lineId", c.kind, c.source, c.provider, c.dual_release as "dualRelease", c.status, c.reason, c.version,
  coalesce((select jsonb_agg(${fileJson} order by f.attached_at, f.id) from procurement.certificate_file f
    where f.org_id = c.org_id and f.order_id = c.order_id and f.certificate_id = c.id), '[]') as files`;

/** Every required certificate of orders, with its files, for either party; one statement. */
export async function certificatesOfOrders(work: Pick<Work, 'tx'>, orderIds: readonly string[]): Promise<LineCertificate[]> {
  const found = await rows<LineCertificate>(
    work,
    `select ${columns} from procurement.purchase_order o join procurement.order_line l on l.org_id = o.org_id and l.order_id = o.id
       join procurement.line_certificate c on c.org_id = l.org_id and c.order_id = l.order_id and c.line_id = l.id
     where o.id = any ($1) order by o.id, l.position, c.provider desc, c.kind`,
    [orderIds],
  );
  return found.map(withTimes);
}

/** One required certificate of an order that the actor is a party of. Throws NotFound. */
export async function certificateOf(work: Pick<Work, 'tx'>, orderId: string, id: string): Promise<LineCertificate> {
  const found = await one<LineCertificate>(
    work,
    `select ${columns} from procurement.line_certificate c where c.order_id = $1 and c.id = $2`,
    [orderId, id],
  );
  if (!found) throw new NotFound('certificate');
  return withTimes(found);
}

/** The stored content behind a file that the actor is a party of; undefined: there is none for him. */
export async function certificateFile(
  work: Pick<Work, 'tx'>,
  id: string,
): Promise<{ sha256: string; mediaType: string; name: string } | undefined> {
  return one(work, `select f.sha256, f.media_type as "mediaType", f.name from procurement.certificate_file f where f.id = $1`, [
    id,
  ]);
}

/** What the acting buyer requires of everything he orders. */
export interface CertificateNeed {
  kind: string;
  /** null: of every supplier. */
  supplierId: string | null;
  dualRelease: boolean;
}

export async function certificateNeeds(work: Pick<Work, 'tx' | 'actor'>): Promise<CertificateNeed[]> {
  return rows<CertificateNeed>(
    work,
    `select n.kind, n.supplier_id as "supplierId", n.dual_release as "dualRelease" from procurement.certificate_need n
     where n.org_id = $1 order by n.kind, n.supplier_id nulls first`,
    [work.actor.orgId],
  );
}

function withTimes(certificate: LineCertificate): LineCertificate {
  const time = (text: Date | null) => (text === null ? null : new Date(text));
  return {
    ...certificate,
    files: certificate.files.map((file) => ({
      ...file,
      attachedAt: new Date(file.attachedAt),
      reviewedAt: time(file.reviewedAt),
    })),
  };
}
