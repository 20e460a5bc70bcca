/** Signs in to a running service. @returns the Cookie header @throws when it is refused */
export async function signInAt(url: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ email, password }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (answer.status !== 303 || !cookie)
    throw new Error(`Signing in as ${email} was refused (${answer.status})`)
  return cookie
}
