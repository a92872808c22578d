import { z } from 'zod';
import { type DecimalText, isLocalDate } from '#libs/kernel';
import { type Actor, checkInput, type HotReads, rows, type Work } from '#libs/platform';
import type { LinkKey } from './link/link.entity.js';

/** Why a part is an alternative, in the order of the search: the weakest step of its path decides. */
export type AlternativeReason = 'ALIAS' | 'REIDENTIFIED' | 'TWO_WAY' | 'ONE_WAY' | 'QUALIFIED' | 'AS_SET';

/** How what was said of the application meets the limits of a link. */
export type ApplicationFit = 'ANY' | 'MATCH' | 'UNKNOWN';

/** One link walked on the way to an alternative; without a link the acting organisation's own number stands for both parts. */
export interface AlternativeStep {
  from: string;
  /** null: the set that the link leads to. */
  to: string | null;
  link: LinkKey | null;
  /** Whether a two-way link was walked from its new part to its old one. */
  reversed: boolean;
  fit: ApplicationFit;
  /** Whether it holds only for the application given, or by consent. */
  qualified: boolean;
  ownNumber: string | null;
}

/** What may stand for the part: one part, or a whole set with the quantity of each. */
export interface Alternative {
  /** From 1, best first. */
  place: number;
  parts: { partId: string; quantity: DecimalText | null }[];
  reason: AlternativeReason;
  /** 1 alias or re-identified, 2 two-way, 3 one-way, 4 qualified, 5 as a set. */
  rank: number;
  qualified: boolean;
  path: AlternativeStep[];
}

/** Questions of one call at most, as lines of an availability question. */
export const alternativeQuestionsMax = 200;

const name = (most: number) => z.string().trim().toUpperCase().min(1).max(most);
const question = z.object({
  partId: z.uuid(),
  /** The day; default today. */
  on: z.string().refine(isLocalDate, 'a day as CCYY-MM-DD').nullish(),
  /** Where it shall be fitted. */
  model: name(40).nullish(),
  msn: z.int().min(0).max(2_000_000_000).nullish(),
  modifications: z.array(name(60)).max(50).nullish(),
  fleet: name(60).nullish(),
  /** Whether qualified alternatives are wanted without a matching application. */
  consentQualified: z.boolean().default(false),
  /** Hard filter on the approval basis of every part offered. */
  approvalBases: z.array(z.string().trim().min(1).max(40)).max(20).nullish(),
  /** Links of one path at most. */
  depth: z.int().min(1).max(12).default(6),
  first: z.int().min(1).max(100).default(20),
});
const questions = z.array(question).max(alternativeQuestionsMax);

export type AlternativeQuestion = z.input<typeof question>;

interface AlternativeRow {
  n: number;
  place: number;
  parts: { partId: string; quantity: string | null }[];
  reason: AlternativeReason;
  rank: number;
  qualified: boolean;
  path: {
    from: string;
    to: string | null;
    linkOrg: string | null;
    linkId: string | null;
    reversed: boolean;
    fit: ApplicationFit;
    qualified: boolean;
    ownNumber: string | null;
  }[];
}

const text = 'select * from catalog.read_alternatives($1, $2)';

/**
 * What may stand for each part asked for, by one statement, best first: alias, two-way, one-way new for old, qualified, whole sets. Only
 * links whose word counts for the acting organisation on that day are followed; parts of class V are never offered; cycles end.
 * The nearest 2,000 steps are looked at (100 more for each question). Unknown parts have none. Throws BadInput.
 */
export async function readAlternatives(
  hot: HotReads,
  actor: Actor,
  given: readonly AlternativeQuestion[],
): Promise<Alternative[][]> {
  const asked = checkInput(questions, [...given]);
  const found = await hot.call<AlternativeRow>('alternatives', text, [actor.orgId, JSON.stringify(askedRows(asked))]);
  return answers(asked.length, found);
}

/** The same inside a unit of work, seeing what it has written. */
export async function alternativesOf(work: Work, given: readonly AlternativeQuestion[]): Promise<Alternative[][]> {
  const asked = checkInput(questions, [...given]);
  const found = await rows<AlternativeRow>(work, text, [work.actor.orgId, JSON.stringify(askedRows(asked))]);
  return answers(asked.length, found);
}

function askedRows(asked: z.output<typeof questions>): object[] {
  return asked.map((line, n) => ({
    n,
    part: line.partId,
    on: line.on ?? null,
    model: line.model ?? null,
    msn: line.msn ?? null,
    mods: line.modifications ?? null,
    fleet: line.fleet ?? null,
    consent: line.consentQualified,
    depth: line.depth,
    first: line.first,
    bases: line.approvalBases ?? null,
  }));
}

function answers(count: number, found: readonly AlternativeRow[]): Alternative[][] {
  const lists: Alternative[][] = Array.from({ length: count }, () => []);
  for (const { n, path, ...rest } of found) {
    const steps = path.map(({ linkOrg, linkId, ...step }) => ({
      ...step,
      link: linkOrg && linkId ? { orgId: linkOrg, id: linkId } : null,
    }));
    lists[n]?.push({ ...rest, path: steps });
  }
  return lists;
}

/** A part that the acting organisation may not buy any more: a class V link replaces it. */
export interface SaleBlock {
  partId: string;
  link: LinkKey;
  /** The part that takes its place; null when it is a set. */
  replacedBy: string | null;
}

/** Which of these parts may not be sold to the acting organisation any more (class V), wherever they would be fitted. */
export async function saleBlocks(work: Work, partIds: readonly string[]): Promise<SaleBlock[]> {
  if (partIds.length === 0) return [];
  return rows<SaleBlock>(
    work,
    `select b.part_id as "partId", jsonb_build_object('orgId', b.link_org, 'id', b.link_id) as link, b.replaced_by as "replacedBy" from catalog.sale_blocks($1) b`,
    [[...partIds]],
  );
}
