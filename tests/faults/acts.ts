import { addDays, londonDay, type Day } from '~/domain/time/calendar'
import { boxesOf } from '~/domain/time/boxes'
import type { Answer, Asking } from './asking'
import type { FaultStage } from './stage'

/** Acts of a provider that were sent, by what they are: 'offer R', 'take_back_offer R', 'void'. */
export interface Acts {
  acknowledged: Map<string, number>
  unknown: Map<string, number>
}

const REASON = { primary: 'take_back.by_mistake', note: '' }
/** Voids of a day each, far enough from every offer; a fast machine makes more of them than one bedspace has days that can be typed. */
const FIRST_VOID = 200
let voids = 0

/** One act of a provider on its own referral: its bedspace is offered where it can be, else the offer is taken back. */
export async function offerOrTakeBack(
  asking: Asking,
  { referralId, bedspaceId }: FaultStage['offers'][number],
  acts: Acts,
): Promise<void> {
  const page = `/referrals/${referralId}`
  const offer = await asking.get(`${page}/offer`)
  if (offer === null) return
  if (offer.status === 200) {
    const given = { ...carried(offer), ...daysIn(offer), bedspaceId, conflictCheck: 'done', note: '' }
    return note(acts, `offer ${referralId}`, await asking.send(`${page}/offer`, given))
  }
  const back = await asking.get(`${page}/take-back-offer`)
  if (back?.status !== 200) return
  const sent = await asking.send(`${page}/take-back-offer`, { ...carried(back), ...REASON })
  note(acts, `take_back_offer ${referralId}`, sent)
}

/** One void more, of the bedspaces in turn, on a day of its own. */
export async function addVoid(asking: Asking, bedspaceIds: readonly string[], acts: Acts): Promise<void> {
  const turn = voids++
  const bedspaceId = bedspaceIds[turn % bedspaceIds.length] ?? ''
  const from = addDays(londonDay(new Date()), FIRST_VOID + Math.floor(turn / bedspaceIds.length))
  const given = { reason: 'repair', ...boxes('fromOn', from), ...boxes('untilOn', addDays(from, 1)) }
  note(acts, 'void', await asking.send(`/vacancies/${bedspaceId}/void`, given))
}

function note({ acknowledged, unknown }: Acts, act: string, answer: Answer | null): void {
  const count = answer?.status === 303 ? acknowledged : unknown
  count.set(act, (count.get(act) ?? 0) + 1)
}

/** The versions a form was drawn from. */
function carried({ text }: Answer): Record<string, string> {
  const names = ['version', 'releaseVersion', 'changes']
  return Object.fromEntries(names.map(name => [name, valueOf(text, name)]))
}

/** The days an offer's form holds at first. */
function daysIn({ text }: Answer): Record<string, string> {
  const names = ['fromOn', 'untilOn'].flatMap(name => ['day', 'month', 'year'].map(part => `${name}.${part}`))
  return Object.fromEntries(names.map(name => [name, valueOf(text, name)]))
}

function valueOf(text: string, name: string): string {
  const tag = new RegExp(`<input[^>]*name="${name.replace('.', '\\.')}"[^>]*>`).exec(text)?.[0] ?? ''
  return /value="([^"]*)"/.exec(tag)?.[1] ?? ''
}

function boxes(name: string, day: Day): Record<string, string> {
  return Object.fromEntries(
    Object.entries(boxesOf(day)).map(([part, value]) => [`${name}.${part}`, String(value)]),
  )
}
