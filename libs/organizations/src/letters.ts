import { type GuestWork, type Language, type Sentences, sendMail, type Work } from '#libs/platform';

/** Names of the letters; each has a sentence `Mail<Name>Subject` and `Mail<Name>Text` in every language. */
export type LetterName =
  | 'Invitation'
  | 'PasswordReset'
  | 'PasswordChanged'
  | 'EmailConfirm'
  | 'EmailTaken'
  | 'EmailChangeAsked'
  | 'EmailChanged'
  | 'BreakGlass';

export interface Letter {
  name: LetterName;
  to: string;
  locale: string;
  values: Readonly<Record<string, string>>;
}

/** Writes the room's letters in the reader's language, with links to this hub's own address. */
export class Letters {
  constructor(
    private readonly sentences: Pick<Sentences, 'of'>,
    /** Where people reach the hub: `https://hub.example.com`. */
    private readonly address: { readonly url: string },
  ) {}

  /** A link into the portal. The token stands behind `#`: it is never sent to a server with the page, nor in a Referer. */
  link(page: 'invitation' | 'password-reset' | 'email-change', token: string): string {
    return `${this.address.url}/${page}#token=${token}`;
  }

  /** Puts the letter into the outbox in the transaction of `work`. */
  async send(work: Work | GuestWork, letter: Letter): Promise<void> {
    const language = letter.locale as Language;
    const say = (part: 'Subject' | 'Text'): string => this.sentences.of(`Mail${letter.name}${part}`, language, letter.values);
    await sendMail(work, { to: letter.to, subject: say('Subject').replace(/\s+/g, ' '), text: `${say('Text')}\n` });
  }
}
