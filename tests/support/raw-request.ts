import { connect } from 'node:net'

/** What came back of bytes written to a server as they are: the status, the headers in one text, the body. */
export interface RawAnswer {
  status: number
  head: string
  body: string
}

/** Sends `text` down a connection of its own and reads until the server closes it. Ask for that: `Connection: close`. */
export function rawRequest(url: string, text: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('data', (piece: Buffer) => pieces.push(piece))
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', ...rest] = Buffer.concat(pieces).toString('latin1').split('\r\n\r\n')
      resolve({ status: Number(head.split(' ')[1]), head, body: rest.join('\r\n\r\n') })
    })
  })
}

/** Begins a form of `length` bytes, sends a part and breaks off. */
export function brokenOff(url: string, path: string, length: number): Promise<void> {
  const { hostname, port, host } = new URL(url)
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${length}`,
  ].join('\r\n')
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(`${head}\r\n\r\nemail=a`))
    socket.on('error', reject)
    socket.on('close', () => resolve())
    setTimeout(() => socket.destroy(), 50)
  })
}
