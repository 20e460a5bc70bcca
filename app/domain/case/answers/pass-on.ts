/** The question whether a change may be passed on, one for each provider of affected referrals. Safe for the browser. */

/** Her answer for each provider she was asked about, by the id of one of its referrals. */
export type PassOn = Readonly<Record<string, 'yes' | 'no'>>

const NAME = /^passOn\.r-([0-9a-f-]{36})$/

/** A provider that may be told, asked once for all its affected referrals: it reads her answers for all of them alike. */
export type AskedProvider = {
  /** That of the first of its referrals. */
  id: string
  providerName: string
  referrals: { reference: string; serviceName: string }[]
  /** Of what it was not to be told until now, in words: then a no stands until it is made a yes. */
  untold: string[]
}

/** What she answered for a provider, of whichever of its affected referrals; of two answers a no. */
export function passOnTo(
  providerId: string,
  affected: readonly { id: string; providerId: string }[],
  passOn: PassOn,
): 'yes' | 'no' | undefined {
  const answers = affected.filter(each => each.providerId === providerId).map(({ id }) => passOn[id])
  return (['no', 'yes'] as const).find(answer => answers.includes(answer))
}

/** The name of the field that asks of the provider of a referral. */
export function passOnName(referralId: string): string {
  return `passOn.r-${referralId}`
}

/** The referral a field asks of, or null for any other field. */
export function passOnReferral(name: string): string | null {
  return NAME.exec(name)?.[1] ?? null
}

/** The question itself, of one provider: of what it has not been told until now, where there is any. */
export function passOnQuestion(name: string, untold: readonly string[] = []): string {
  if (untold.length === 0) return `Does the person agree that ${name} is told what changed?`
  return `${name} has not been told of: ${untold.join(', ')}. Does the person agree that it is told now?`
}

/** What is said beside each question that was asked and left unanswered, by its field. */
export function passOnErrors(
  asked: readonly AskedProvider[],
  { passOn, passOnAsked }: { passOn: PassOn; passOnAsked: readonly string[] },
): Record<string, string> {
  const unanswered = asked.filter(({ id }) => passOnAsked.includes(id) && passOn[id] === undefined)
  return Object.fromEntries(
    unanswered.map(({ id, providerName }) => [
      passOnName(id),
      `Say whether the person agrees that ${providerName} is told what changed`,
    ]),
  )
}
