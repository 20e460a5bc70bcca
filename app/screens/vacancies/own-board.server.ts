import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { eventWords, pathOfEvent } from '~/domain/referral/events/registry'
import { promisedOn, type PromisedTo } from '~/domain/referral/offer/promised-on.server'
import { unusableBedspace } from '~/domain/referral/events/unusable-bedspace.server'
import { londonDay, type Day } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { unusual } from '~/domain/time/spans'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { findOnOwnBoards } from '~/screens/vacancies/facts.server'
import { throughWords } from '~/domain/vacancy/free/last-day'
import { VACANCY_DONE } from '~/domain/vacancy/vacancy-form'
import { type VacancyResult, vacancyRefusalText } from '~/domain/vacancy/vacancy-result'
import { notFound } from '~/http/guard.server'
import { type MessageLink, redirectSaying } from '~/http/message.server'
import type { ParsedForm } from '~/http/parse-form.server'

/** The board of the viewer's own that a form of vacancies is about. @throws the page that is not there, for any other id */
export async function ownBoard(
  context: DomainContext,
  viewer: SignedInViewer,
  wanted: Parameters<typeof findOnOwnBoards>[2],
) {
  const found = await findOnOwnBoards(context, viewer, wanted)
  if (!found) throw notFound()
  return found
}

/** What the page that adds a void begins with: today, or the days of the offer of `referralId` that was taken back for it. */
export async function voidPageFor(
  context: DomainContext,
  viewer: SignedInViewer,
  bedspaceId: string,
  referralId: string | null,
) {
  const { bedspace, board } = await ownBoard(context, viewer, { bedspaceId })
  const offered = referralId && (await unusableBedspace(context, viewer, referralId))
  const isOfThis = offered && offered.bedspaceId === bedspaceId
  const today = londonDay(context.clock())
  return {
    about: [bedspace?.name, board.name].filter(Boolean).join(' · '),
    days: isOfThis ? daysOfVoid(offered, today) : { fromOn: today, untilOn: null },
    isOffered: Boolean(isOfThis),
    promised: (await promisedOn(context, viewer, bedspaceId)).map(each => promisedWords(each, today)),
    idempotencyKey: newIdempotencyKey(),
  }
}

/** 'Promised to R-20931 from Mon 8 March until and including Mon 31 May', and what may be done first. */
function promisedWords({ reference, referralId, fromOn, untilOn, ways }: PromisedTo, today: Day) {
  return {
    text: `Promised to ${reference} from ${dayOrYear(fromOn, today)} ${throughWords(untilOn, today)}`,
    links: [
      { text: `Open ${reference}`, href: `/referrals/${referralId}` },
      ...ways.map(way => ({
        text: `${eventWords(way).title}: ${reference}`,
        href: `/referrals/${referralId}/${pathOfEvent(way)}`,
      })),
    ],
  }
}

/** A stay of years says nothing of how long a repair takes: its end is left to be typed. */
function daysOfVoid({ fromOn, untilOn }: { fromOn: Day; untilOn: Day }, today: Day) {
  return { fromOn, untilOn: unusual('voidUntil', untilOn, { today }) === null ? untilOn : null }
}

/** From the void of a bedspace that was taken back because it cannot be used, back to the referral it was for. */
export async function backToReferral(
  context: DomainContext,
  viewer: SignedInViewer,
  bedspaceId: string,
  referralId: string | null,
): Promise<MessageLink[]> {
  const offered = referralId === null ? null : await unusableBedspace(context, viewer, referralId)
  if (offered?.bedspaceId !== bedspaceId) return []
  return [{ text: 'Back to the referral it was for', href: `/referrals/${referralId}` }]
}

type Done = 'count' | 'stay' | 'void'

/**
 * The answer to a form of vacancies: back to the board, which says what is done, or the form again with why not, beside the field
 * that would mend it ('' for none). @throws the page that is not there
 */
export function vacancyAnswer(
  context: AppLoadContext,
  form: Pick<ParsedForm<unknown>, 'refuse'>,
  result: VacancyResult,
  said: Done | { done: Done; links: readonly MessageLink[] },
  fieldOf: (reason: string) => string,
) {
  if (result.ok) {
    const { done, links } = typeof said === 'string' ? { done: said, links: [] } : said
    return redirectSaying(context, '/vacancies', VACANCY_DONE[done], links)
  }
  if (result.reason === 'not_found') throw notFound()
  return form.refuse(
    fieldOf(result.reason),
    vacancyRefusalText(result),
    MENDED_IN_THE_FORM.includes(result.reason) ? 422 : 409,
  )
}

const MENDED_IN_THE_FORM: readonly string[] = [
  'count_grows',
  'more_than_taken',
  'more_too_soon',
  'day_to_come',
  'day_passed',
  'before_stay',
]
