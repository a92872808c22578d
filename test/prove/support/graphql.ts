// biome-ignore-all lint/suspicious/noExplicitAny: whoever asks knows the shape of the answer
/** A reply to POST /graphql as it came. */
export interface GraphqlReply {
  status: number;
  data: any;
  errors: { message: string; extensions?: { code?: string } }[] | undefined;
}

/** One operation through the fast door. Throws what fetch throws when the connection breaks; an answer that is no JSON has neither data nor errors. */
export async function askHub(
  url: string,
  asked: { query: string; variables?: Record<string, unknown> },
  options: { token?: string | undefined; timeoutMs?: number } = {},
): Promise<GraphqlReply> {
  const { token, timeoutMs = 60_000 } = options;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(asked),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const body = (await response.json().catch(() => ({}))) as Partial<GraphqlReply>;
  return { status: response.status, data: body.data, errors: body.errors };
}

/** Signs in by password as people do; gives the access token. */
export async function signInAt(url: string, email: string, password: string): Promise<string> {
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken errors { ... on UserError { code } } } }`;
  const { data, errors } = await askHub(url, { query, variables: { input: { email, password } } });
  const token = data?.signIn?.accessToken as string | undefined;
  if (!token) throw new Error(`${email} could not sign in: ${JSON.stringify(errors ?? data?.signIn?.errors)}`);
  return token;
}
