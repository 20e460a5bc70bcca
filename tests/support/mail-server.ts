import { SMTPServer } from 'smtp-server'

interface ReceivedMail {
  to: string[]
  /** Headers and body, as they came over the wire. */
  raw: string
}

export interface MailServer {
  url: string
  received: ReceivedMail[]
  stop(): Promise<void>
}

/** A real mail server on a port of its own. It refuses letters to addresses that begin with "refused". */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, callback) {
      if (!address.startsWith('refused')) return callback()
      callback(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ to, raw: Buffer.concat(chunks).toString('utf8') })
        callback()
      })
    },
  })
  // Whoever writes may be killed while writing.
  server.on('error', () => undefined)
  const listener = server.listen(0, '127.0.0.1')
  await new Promise<void>(resolve => listener.once('listening', resolve))
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}
