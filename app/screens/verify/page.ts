import type { LinkKind, LinkStanding } from '~/domain/reminder/reminder'
import type { OpenedLink } from '~/domain/reminder/confirm-by-link.server'
import type { ServiceDetail } from '~/domain/service/service-queries.server'
import { askedFacts } from '~/domain/service/asked-facts'
import type { AskedFact } from '~/domain/service/asked-topics'
import { formatDayLong, formatInstant, londonDay } from '~/domain/time/calendar'
import { href } from '~/paths'

interface Asking {
  title: string
  button: string
  done: string
  /** Where it can be looked at as a whole, and changed, after signing in. */
  whole: string
  wholeAddress: (serviceId: string) => string
}

const POLICY: Asking = {
  title: 'Is your policy still right?',
  button: 'All of it is still right: verify',
  done: 'The policy is verified as of today. Thank you: there is nothing more to do',
  whole: 'Sign in to read the whole policy, or to change it',
  wholeAddress: serviceId => href('our-services/:serviceId/policy', { serviceId }),
}

const ASKING: Readonly<Record<LinkKind, Asking>> = {
  policy_60: POLICY,
  policy_80: POLICY,
  vacancies: {
    title: 'Are your vacancies still right?',
    button: 'They are still right: confirm',
    done: 'The vacancies are confirmed as of now. Thank you: there is nothing more to do',
    whole: 'Sign in to see what is free, or to change it',
    wholeAddress: () => href('vacancies', {}),
  },
}

export interface VerifyPage {
  name: string
  title: string
  button: string
  since: string
  until: string
  whole: { text: string; href: string }
  /** What anybody may read of whom it takes; nothing of a service that only professionals see. */
  facts: AskedFact[]
}

/** What a link that still holds shows: no more of the service than everybody may read, but its name. */
export function verifyPage(link: OpenedLink, shown: ServiceDetail | null, now: Date): VerifyPage {
  const { title, button, whole, wholeAddress } = ASKING[link.kind]
  return {
    name: link.service.name,
    title,
    button,
    since: formatDayLong(londonDay(link.aboutAt)),
    until: formatInstant(link.expiresAt),
    whole: { text: whole, href: wholeAddress(link.service.id) },
    facts: shown && link.kind !== 'vacancies' ? askedFacts(shown.asked, londonDay(now)) : [],
  }
}

export function doneWords(kind: LinkKind): string {
  return ASKING[kind].done
}

/** What a link that confirms nothing any more says, and what to do. */
export function overWords(standing: Exclude<LinkStanding, { is: 'open' }>) {
  return standing.is === 'done'
    ? {
        title: 'This was already confirmed',
        paragraphs: [
          `It was confirmed on ${formatInstant(standing.at)}. Nothing more is asked of you, and nothing was changed now.`,
        ],
      }
    : {
        title: 'This link has ended',
        paragraphs: [
          'It was sent some time ago, and much may have changed. Nothing was changed now.',
          'Sign in to look at what is kept, and confirm it there.',
        ],
      }
}
