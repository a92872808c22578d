import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';
import { one } from '../database/queries.js';
import { type Task, task } from '../jobs/task.js';
import type { UnitOfWork } from '../work/unit-of-work.js';

interface Waiting {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string | null;
}

/** Milliseconds a mail server may take to connect, greet and answer. */
const serverMs = 20_000;

/** Sends what waits in the outbox. Without a mail server mails are marked KEPT, and the operator reads them there. */
export class MailRoom {
  private readonly transport: Transporter | undefined;

  constructor(private readonly settings: { smtpUrl?: string | undefined; from: string }) {
    const timeouts = { connectionTimeout: serverMs, greetingTimeout: serverMs, socketTimeout: serverMs };
    this.transport = settings.smtpUrl
      ? createTransport({ url: settings.smtpUrl, ...timeouts, disableFileAccess: true, disableUrlAccess: true })
      : undefined;
  }

  /** The task `platform.send-mail`. At least once: a mail may arrive twice when the hub dies between sending and noting it, under the same Message-ID. */
  get task(): Task {
    return task('platform.send-mail', z.object({ id: z.uuid() }), ({ payload, unitOfWork }) =>
      this.deliver(payload.id, unitOfWork),
    );
  }

  private async deliver(id: string, unitOfWork: UnitOfWork): Promise<void> {
    const mail = await unitOfWork.guest((work) =>
      one<Waiting>(work, 'select id, recipient, subject, text, html from platform.take_mail($1)', [id]),
    );
    if (!mail) return;
    const settle = (state: 'SENT' | 'KEPT' | 'FAILED', error: string | null) =>
      unitOfWork.guest((work) => one(work, 'select platform.settle_mail($1, $2, $3)', [id, state, error]));
    if (!this.transport) {
      await settle('KEPT', null);
      return;
    }
    try {
      await this.transport.sendMail(this.letter(mail));
    } catch (error) {
      await settle('FAILED', reasonOf(error));
      throw error;
    }
    await settle('SENT', null);
  }

  private letter({ id, recipient, subject, text, html }: Waiting): object {
    const host = /@([^>\s]+)/.exec(this.settings.from)?.[1] ?? 'localhost';
    const headers = { 'auto-submitted': 'auto-generated' };
    return {
      from: this.settings.from,
      to: recipient,
      subject,
      text,
      messageId: `<${id}@${host}>`,
      headers,
      ...(html ? { html } : {}),
    };
  }

  close(): void {
    this.transport?.close();
  }
}

/** What the mail server said, without the addresses and credentials its errors repeat. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [code, responseCode].filter(Boolean).join(' ') || 'unknown';
}
