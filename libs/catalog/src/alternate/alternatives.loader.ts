import type { HotReads, RequestContext, UnitOfWork } from '#libs/platform';
import type { AlternativesArgs } from './alternatives.graphql.js';
import {
  type Alternative,
  type AlternativeQuestion,
  alternativeQuestionsMax,
  readAlternatives,
  type SaleBlock,
  saleBlocks,
} from './alternatives.reader.js';

/** The question of a field about one part. */
export function questionOf(partId: string, args: AlternativesArgs): AlternativeQuestion {
  const { application, consentQualified, on, approvalBases, depth, first } = args;
  return { ...application, partId, consentQualified, on: on ?? null, approvalBases: approvalBases ?? null, depth, first };
}

/** Alternatives of many parts of one request, by one statement for each 200 questions. */
export function alternativesLoader(
  context: RequestContext,
  hot: HotReads,
): (question: AlternativeQuestion) => Promise<Alternative[]> {
  const actor = actorOf(context);
  const loader = context.loader<string, Alternative[]>('catalog.alternatives', async (keys) => {
    const questions = keys.map((key) => JSON.parse(key) as AlternativeQuestion);
    const answers: Alternative[][] = [];
    for (let at = 0; at < questions.length; at += alternativeQuestionsMax)
      answers.push(...(await readAlternatives(hot, actor, questions.slice(at, at + alternativeQuestionsMax))));
    return answers;
  });
  return (question) => loader.load(JSON.stringify(question));
}

/** What ends the sale of parts, fetched together; null: nothing does. */
export function saleBlockLoader(context: RequestContext, unitOfWork: UnitOfWork) {
  return context.loader<string, SaleBlock | null>('catalog.sale-block', async (ids) => {
    const found = await unitOfWork.read(actorOf(context), (work) => saleBlocks(work, ids));
    return ids.map((id) => found.find((block) => block.partId === id) ?? null);
  });
}

function actorOf(context: RequestContext) {
  if (!context.actor) throw new Error('a loader was asked without an actor');
  return context.actor;
}
