import { POLICY_FIELD_NAMES, policyField } from '~/domain/policy/policy-fields'
import type { LinkKind } from '~/domain/reminder/reminder'
import type { OpenedLink } from '~/domain/reminder/confirm-by-link.server'
import type { ServiceDetail } from '~/domain/service/service-queries.server'
import { askedFacts } from '~/domain/service/asked-facts'
import type { AskedFact } from '~/domain/service/asked-topics'
import { formatDayLong, formatInstant, londonDay } from '~/domain/time/calendar'
import { listed } from '~/domain/words/english'
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
export function overWords({ kind, service, standing, stated }: OpenedLink) {
  const { whole, wholeAddress } = ASKING[kind]
  const signIn = { text: 'Sign in', href: '/sign-in' }
  if (standing.is === 'done')
    return {
      title: 'This was already confirmed',
      paragraphs: [
        `It was confirmed on ${formatInstant(standing.at)}. Nothing more is asked of you, and nothing was changed now.`,
      ],
      link: signIn,
    }
  if (standing.is === 'restated')
    return {
      title: 'This policy was changed after the link was sent',
      paragraphs: [
        `${service.name}: ${changedWords(stated)} The link asks about what it said before, so it confirms nothing.`,
        'Sign in to read what it said and what it says now, and to confirm that.',
      ],
      link: { text: whole, href: wholeAddress(service.id) },
    }
  return {
    title: 'This link has ended',
    paragraphs: [
      'It was sent some time ago, and much may have changed. Nothing was changed now.',
      'Sign in to look at what is kept, and confirm it there.',
    ],
    link: signIn,
  }
}

/** 'changed since, last on 1 March 2027 at 9am: Children and Couples.' */
function changedWords({ at, parts }: OpenedLink['stated']): string {
  if (at === null) return 'it was changed.'
  const fields = POLICY_FIELD_NAMES.map(policyField)
  const labels = parts.flatMap(part => fields.find(field => field.part === part)?.label ?? [])
  return `changed since, last on ${formatInstant(at)}: ${listed(labels)}.`
}
