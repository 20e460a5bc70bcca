import type { Member } from '../../guards/access-world'

/** One box, button or list of a form. */
export interface Control {
  name: string
  /** As an input says it; 'textarea' and 'select' for those. */
  type: string
  /** Of a list that is open for choice: one for each of its lines. */
  value: string
  /** Whether a browser sends it of a form nobody has touched. */
  isSent: boolean
}

/** A form as a page of the site draws it. */
export interface DrawnForm {
  by: Member | null
  /** Where it is sent, and the same with ids left out: what tells one form from another. */
  action: string
  kind: string
  /** It may hold a file: it is sent in parts. */
  isInParts: boolean
  controls: Control[]
  /** Its fields as they would be sent, and every name in it, ticked or not. */
  sent: [name: string, value: string][]
  names: string[]
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const POSTED = /<form\b([^>]*)>([\s\S]*?)<\/form>/g
const CONTROL = /<input\b[^>]*>|<button\b[^>]*>|<textarea\b[^>]*>[^<]*|<select\b[^>]*>[\s\S]*?<\/select>/g

/** The forms of a page that are posted. @param path the page's own address */
export function formsOn(page: string, path: string, by: Member | null): DrawnForm[] {
  return [...page.matchAll(POSTED)]
    .filter(([, head = '']) => /method="post"/i.test(head))
    .map(([, head = '', body = '']) => {
      const given = plain(/action="([^"]*)"/.exec(head)?.[1] ?? '')
      const action = given === '' || given.startsWith('?') ? path.split('?')[0] + given : given
      const controls = [...body.matchAll(CONTROL)].flatMap(([tag]) => controlsOf(tag))
      const sent = controls
        .filter(({ isSent }) => isSent)
        .map(({ name, value }): [string, string] => [name, value])
      const names = [...new Set(controls.map(({ name }) => name))]
      const isInParts = /encType="multipart/i.test(head)
      const kind = `${kindOf(action)} ${names.sort().join(' ')}`
      return { by, action, kind, isInParts, controls, sent, names }
    })
}

/** '/cases/0b6f…/answers/money?then=next' → '/cases/:id/answers/money' */
export function kindOf(path: string): string {
  return (path.split('?')[0] ?? '').replaceAll(ID, ':id')
}

/** Words of a page's markup as they are read. */
export function plain(html: string): string {
  return html
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
}

function controlsOf(tag: string): Control[] {
  const name = attribute(tag, 'name')
  if (name === '') return []
  if (tag.startsWith('<textarea'))
    return [
      {
        name,
        type: 'textarea',
        value: plain(tag.slice(tag.indexOf('>') + 1).replace(/^\n/, '')),
        isSent: true,
      },
    ]
  if (tag.startsWith('<select')) return optionsOf(tag, name)
  const type = tag.startsWith('<button') ? 'submit' : attribute(tag, 'type') || 'text'
  const isUnticked = /^(checkbox|radio)$/.test(type) && !/\bchecked\b/.test(tag)
  return [{ name, type, value: attribute(tag, 'value'), isSent: !isUnticked && type !== 'submit' }]
}

/** One for each line; the one that is chosen is sent, else the first. */
function optionsOf(tag: string, name: string): Control[] {
  const lines = [...tag.matchAll(/<option\b[^>]*>/g)].map(([line]) => line)
  const chosen = Math.max(
    0,
    lines.findIndex(line => /\bselected\b/.test(line)),
  )
  return lines.map((line, at) => ({
    name,
    type: 'select',
    value: attribute(line, 'value'),
    isSent: at === chosen,
  }))
}

function attribute(tag: string, name: string): string {
  const head = tag.slice(0, tag.indexOf('>'))
  return plain(new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1] ?? '')
}
