import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { actorKey, affected, audit, checkInput, NotFound, one, requirePermission, type Work } from '#libs/platform';
import { knownKinds } from '../certificate/save-certificate-needs.js';
import type { GateRule } from './gate.entity.js';
import { gateRule } from './gate.reader.js';
import { gateConditions, gateKinds } from './gate.rules.js';

const sides = ['BUYER', 'SUPPLIER'] as const;
const input = z
  .strictObject({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9][A-Z0-9-]{0,38}[A-Z0-9]$/, 'letters, digits and hyphens'),
    speaksFor: z.enum(['OPERATOR', 'BUYER', 'SUPPLIER']),
    kind: z.enum(gateKinds),
    outcome: z.enum(['HOLD', 'REFUSE', 'DOCUMENT']),
    /** With DOCUMENT: what lets the line pass, and who brings it. */
    document: z.string().trim().min(1).max(30).nullish(),
    provider: z.enum(sides).nullish(),
    releaser: z.enum(sides),
    conditions: z.record(z.string(), z.unknown()),
    sentence: z.string().trim().min(1).max(300),
    /** The version that was read; 0 for a new code. */
    expectedVersion: z.int().min(0),
  })
  .refine(({ outcome, document, provider }) => (outcome === 'DOCUMENT') === (document != null && provider != null), {
    path: ['document'],
    message: 'DOCUMENT, and nothing else, names a document and who brings it',
  });

export type SaveGateRuleInput = z.input<typeof input>;
export type SaveGateRuleError = Fault<'VoiceNotYours' | 'CertificateUnknown' | 'VersionConflict'>;

/**
 * States a rule of the gate as a new version of its code and ends the one before; orders placed earlier keep what was decided of them.
 * Errors: VoiceNotYours (an organisation speaks as what it is), CertificateUnknown, VersionConflict. Throws Forbidden without
 * gate:manage, BadInput also for conditions that the kind does not know.
 */
export async function saveGateRule(work: Work, given: SaveGateRuleInput): Promise<Result<GateRule, SaveGateRuleError>> {
  requirePermission(work, 'gate:manage');
  const rule = checkInput(input, given);
  const conditions = checkInput(gateConditions[rule.kind] as z.ZodType<Record<string, unknown>>, rule.conditions);
  const org = await one<{ roles: string[]; version: number }>(
    work,
    `select o.roles, coalesce((select max(r.version) from procurement.gate_rule r where r.org_id = o.id and r.code = $2), 0) as version
     from organizations.organization o where o.id = $1`,
    [work.actor.orgId, rule.code],
  );
  const faults: SaveGateRuleError[] = [];
  if (!org?.roles.includes(rule.speaksFor)) faults.push({ code: 'VoiceNotYours', path: ['speaksFor'] });
  if (rule.document != null && !(await knownKinds(work, [rule.document])).has(rule.document))
    faults.push({ code: 'CertificateUnknown', path: ['document'], values: { kind: rule.document } });
  if (org?.version !== rule.expectedVersion) faults.push({ code: 'VersionConflict', path: ['expectedVersion'] });
  if (faults.length > 0) return fail(...faults);
  return write(work, { ...rule, conditions });
}

async function write(work: Work, rule: z.output<typeof input>): Promise<Result<GateRule, SaveGateRuleError>> {
  const id = uuid();
  await endLive(work, rule.code);
  const written = await affected(
    work,
    `insert into procurement.gate_rule (org_id, id, code, version, speaks_for, kind, outcome, document, provider, releaser, conditions, sentence, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
    [
      work.actor.orgId,
      id,
      rule.code,
      rule.expectedVersion + 1,
      rule.speaksFor,
      rule.kind,
      rule.outcome,
      rule.document ?? null,
      rule.provider ?? null,
      rule.releaser,
      JSON.stringify(rule.conditions),
      rule.sentence,
      JSON.stringify({ kind: work.actor.kind, key: actorKey(work.actor) }),
    ],
  );
  const made = written === 1 ? await gateRule(work, id) : undefined;
  if (!made) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  const { code, version, outcome, conditions } = made;
  await audit(work, { action: 'gate:rule', subject: `gate-rule:${id}`, detail: { code, version, outcome, conditions } });
  return ok(made);
}

/** Ends a rule of the acting organisation for orders from now on. Gives its code. Throws NotFound when none of that code holds, Forbidden without gate:manage. */
export async function endGateRule(work: Work, given: { code: string }): Promise<Result<string, never>> {
  requirePermission(work, 'gate:manage');
  const { code } = checkInput(z.strictObject({ code: z.string().trim().toUpperCase().min(2).max(40) }), given);
  if ((await endLive(work, code)) === 0) throw new NotFound('gate rule');
  await audit(work, { action: 'gate:rule', subject: `gate-rule:${code}`, detail: { ended: true } });
  return ok(code);
}

async function endLive(work: Work, code: string): Promise<number> {
  return affected(
    work,
    'update procurement.gate_rule set ended_at = transaction_timestamp() where org_id = $1 and code = $2 and ended_at is null',
    [work.actor.orgId, code],
  );
}
