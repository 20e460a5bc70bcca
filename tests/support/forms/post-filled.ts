import type { DrawnForm } from './drawn-forms'

/** Sends a form as a browser does: one that may hold a file in parts, with an announced length. The words of its file box are the file. */
export async function postFilled(
  url: string,
  form: DrawnForm,
  fields: readonly (readonly [string, string])[],
  cookie: string,
): Promise<Response> {
  const files = new Set(form.controls.filter(({ type }) => type === 'file').map(({ name }) => name))
  const headers = { 'sec-fetch-site': 'same-origin', cookie }
  if (!form.isInParts) {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
    return fetch(url, { method: 'POST', redirect: 'manual', headers, body })
  }
  const parts = new FormData()
  for (const [name, value] of fields) parts.append(name, files.has(name) ? new Blob([value]) : value)
  const whole = new Response(parts)
  const type = whole.headers.get('content-type') ?? ''
  const body = await whole.arrayBuffer()
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, 'content-type': type },
    body,
  })
}
