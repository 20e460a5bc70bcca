import type { AgreedElsewhere } from '~/domain/referral/record/agreed-elsewhere.server'
import type { EventLink } from '~/domain/referral/events/event-spec'
import { AGREED_TIER_LABELS } from '~/domain/referral/referral'
import { inSentence } from '~/domain/words/english'

/** An agreement is with a provider: what is agreed with it by other referrals, where that counts. Safe for the browser. */

/** Which they are, each to be opened, and what becomes of them. */
export interface ElsewhereNotice {
  title: string
  referrals: { id: string; text: string }[]
  then: string
}

const WORDS = {
  change_agreement: {
    title: 'Also agreed with this provider',
    then: 'What is narrowed here is narrowed there too. Choose what is agreed here already, and only the others are narrowed, to that. What is widened here is not widened there.',
  },
  withdraw: {
    title: 'Also open with this provider',
    then: 'If the agreement is withdrawn, no more than triage is read by these from then on. They stay open: withdraw each that is to end as well. With any other reason they stay as they are.',
  },
  refer: {
    title: 'Also agreed with this provider',
    then: 'What you choose below is for this referral alone. To narrow what is agreed there, open that referral.',
  },
} as const

/** What stands beside the question; null where there is nothing to say. Of a withdrawal every open one is told, else those of more than triage. */
export function elsewhereNotice(event: string, others: readonly AgreedElsewhere[]): ElsewhereNotice | null {
  if (!isAsking(event)) return null
  const told = others.filter(({ isOpen, agreedTier }) => isOpen && (event === 'withdraw' || agreedTier > 1))
  if (told.length === 0) return null
  const referrals = told.map(({ id, reference, serviceName, agreedTier }) => ({
    id,
    text: `${reference} to ${serviceName}: ${inSentence(AGREED_TIER_LABELS[agreedTier])}`,
  }))
  return { ...WORDS[event], referrals }
}

function isAsking(event: string): event is keyof typeof WORDS {
  return Object.hasOwn(WORDS, event)
}

/** Once it is done: what else was narrowed, each to be opened. */
export function narrowedLinks(narrowed: readonly AgreedElsewhere[]): EventLink[] {
  return narrowed.map(({ id, reference, serviceName, isOpen }) => ({
    text: `Narrowed too: ${reference} to ${serviceName}${isOpen ? '' : ', should it be opened again'}`,
    href: `/referrals/${id}`,
  }))
}
