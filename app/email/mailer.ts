import { createTransport } from 'nodemailer'
import { oneLine } from './one-line'

interface Letter {
  to: string
  subject: string
  text: string
  /** The message's id: the same letter sent twice carries the same Message-ID, so that mail servers know it. */
  id: string
}

/** 'refused' is for good: the mail server will not take this letter, now or later. */
type Delivery = 'sent' | 'refused'

export interface Mailer {
  /** @throws when the mail server cannot be reached or asks to try later */
  send(letter: Letter): Promise<Delivery>
  close(): void
}

const CONNECT_TIMEOUT_MS = 5_000
const SILENCE_TIMEOUT_MS = 10_000

/** Sends through the server that SMTP_URL names, as `from` (MAIL_FROM). */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(letter) {
      try {
        await transport.sendMail({
          from: oneLine(from),
          to: oneLine(letter.to),
          subject: oneLine(letter.subject),
          text: letter.text,
          messageId: `<${oneLine(letter.id)}@throughgate>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return 'sent'
      } catch (error) {
        if (isRefusal(error)) return 'refused'
        throw error
      }
    },
    close: () => transport.close(),
  }
}

/** SMTP answers 5xx for good, 4xx for now. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error)) return false
  return typeof error.responseCode === 'number' && error.responseCode >= 500
}
