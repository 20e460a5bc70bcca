/** The question whether a change may be passed on, one for each affected referral. Safe for the browser. */

/** Her answer for each referral she was asked about, by its id. */
export type PassOn = Readonly<Record<string, 'yes' | 'no'>>

const NAME = /^passOn\.r-([0-9a-f-]{36})$/

/** The name of the field that asks of one referral. */
export function passOnName(referralId: string): string {
  return `passOn.r-${referralId}`
}

/** The referral a field asks of, or null for any other field. */
export function passOnReferral(name: string): string | null {
  return NAME.exec(name)?.[1] ?? null
}

/** The question itself, of one provider's service. */
export function passOnQuestion(serviceName: string): string {
  return `Does the person agree that ${serviceName} is told what changed?`
}

/** What is said beside each question that was asked and left unanswered, by its field. */
export function passOnErrors(
  affected: readonly { id: string; serviceName: string }[],
  { passOn, passOnAsked }: { passOn: PassOn; passOnAsked: readonly string[] },
): Record<string, string> {
  const unanswered = affected.filter(({ id }) => passOnAsked.includes(id) && passOn[id] === undefined)
  return Object.fromEntries(
    unanswered.map(({ id, serviceName }) => [
      passOnName(id),
      `Say whether the person agrees that ${serviceName} is told what changed`,
    ]),
  )
}
