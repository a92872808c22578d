import type { TypedDocumentString } from './generated/graphql';

/** One error of an answer, as the hub words it. `code` is UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, INTERNAL or a limit's name. */
export interface AnswerError {
  message: string;
  code: string;
  correlationId?: string;
}

/** The hub refused or failed an operation. Expected faults are not this: they come inside the payload's `errors`. */
export class OperationFailed extends Error {
  constructor(
    readonly errors: readonly AnswerError[],
    readonly status: number,
  ) {
    super(errors[0]?.message ?? `The hub answered ${status}.`);
    this.name = 'OperationFailed';
  }
  get code(): string {
    return this.errors[0]?.code ?? (this.status === 401 ? 'UNAUTHENTICATED' : 'INTERNAL');
  }
}

type TokenSource = () => Promise<string | undefined>;
let tokenSource: TokenSource = async () => undefined;
let language = 'en';

/** The session tells how to get a live access token; asked before each operation. */
export const takeTokensFrom = (source: TokenSource): void => {
  tokenSource = source;
};
/** Sentences of errors come in this language. */
export const answerIn = (tag: string): void => {
  language = tag;
};

interface RawAnswer<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string; correlationId?: string } }[];
}

/** While the portal itself is worked on, texts travel: the running hub knows the documents of its own start only. */
const hashOf = (document: TypedDocumentString<unknown, unknown>): string | undefined =>
  import.meta.env.DEV ? undefined : (document.__meta__ as { hash?: string } | undefined)?.hash;

/**
 * Sends one stored operation and gives its data. Only the document's hash travels; the hub knows the portal's documents.
 * Throws OperationFailed when nothing could be answered.
 */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const token = await tokenSource();
  const hash = hashOf(document as TypedDocumentString<unknown, unknown>);
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(hash ? { documentId: hash, variables } : { query: document.toString(), variables }),
    signal,
  });
  const answer = (await response.json().catch(() => ({}))) as RawAnswer<Data>;
  if (answer.errors?.length) {
    const errors = answer.errors.map((e) => ({
      message: e.message,
      code: e.extensions?.code ?? 'INTERNAL',
      correlationId: e.extensions?.correlationId,
    }));
    throw new OperationFailed(errors, response.status);
  }
  if (!answer.data) throw new OperationFailed([], response.status);
  return answer.data;
}
