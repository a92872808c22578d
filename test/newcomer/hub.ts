import { setTimeout as sleep } from 'node:timers/promises';

/** What somebody knows of a hub who only has its address: GraphQL, REST and the exchange door. */
export class Hub {
  constructor(readonly url: string) {}

  /** Signs in with a password and gives the account's own view of the hub. */
  async signIn(email: string, password: string): Promise<Account> {
    const data = await this.graphql(
      `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken organization { id name } errors { ... on UserError { code message } } } }`,
      { input: { email, password } },
    );
    const { accessToken, organization } = data.signIn;
    if (!accessToken) throw new Error(`${email} could not sign in: ${JSON.stringify(data.signIn.errors)}`);
    return new Account(this, accessToken, organization);
  }

  // biome-ignore lint/suspicious/noExplicitAny: whoever asks knows the shape of the answer
  async graphql(query: string, variables: object, token?: string): Promise<any> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
    if (!data || errors)
      throw new Error(`GraphQL answered ${response.status}: ${errors?.map((e) => e.message).join('; ') ?? ''}`);
    return data;
  }

  /** Delivers a document as an ERP does. */
  async deliver(delivery: { body: string; headers: Record<string, string> }): Promise<{ status: number; body: string }> {
    const response = await fetch(`${this.url}/exchange/inbound`, {
      method: 'POST',
      headers: delivery.headers,
      body: delivery.body,
    });
    return { status: response.status, body: await response.text() };
  }
}

/** A signed-in person. */
export class Account {
  constructor(
    readonly hub: Hub,
    private readonly token: string,
    readonly organization: { id: string; name: string },
  ) {}

  // biome-ignore lint/suspicious/noExplicitAny: whoever asks knows the shape of the answer
  query(query: string, variables: object = {}): Promise<any> {
    return this.hub.graphql(query, variables, this.token);
  }

  /** One mutation with one `input`; gives the field that is asked for and throws what stands in `errors`. */
  // biome-ignore lint/suspicious/noExplicitAny: whoever asks knows the shape of the answer
  async mutate(name: string, input: object, wanted: string): Promise<any> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const inputType = name === 'publishUpload' || name === 'confirmUpload' ? 'UploadDecisionInput!' : type;
    const data = await this.query(
      `mutation ($input: ${inputType}) { ${name}(input: $input) { ${wanted} errors { ... on UserError { code message path } } } }`,
      { input },
    );
    const { errors, ...rest } = data[name];
    if (errors.length > 0)
      throw new Error(`${name} was refused: ${errors.map((e: { message: string }) => e.message).join('; ')}`);
    return Object.values(rest)[0];
  }

  /** Sends a file; gives the id of its upload. */
  async upload(file: { name: string; catalogue: string; currency: string; bytes: Buffer }): Promise<string> {
    const query = new URLSearchParams({
      kind: 'catalogue',
      catalogue: file.catalogue,
      currency: file.currency,
      shownTo: 'everybody',
      fileName: file.name,
    });
    const response = await fetch(`${this.hub.url}/api/v1/uploads?${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(file.bytes),
    });
    const answer = (await response.json()) as { uploadId?: string };
    if (response.status !== 202 || !answer.uploadId)
      throw new Error(`the upload was answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer.uploadId;
  }
}

/** Asks until there is something, every 200 ms; throws after a minute. */
export async function waitFor<T>(what: string, ask: () => Promise<T | undefined> | T | undefined, secondsMax = 60): Promise<T> {
  for (const deadline = Date.now() + secondsMax * 1000; ; await sleep(200)) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`waited ${secondsMax} s in vain for ${what}`);
  }
}
