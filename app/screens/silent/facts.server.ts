import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { relativeInstant } from '~/domain/time/calendar'
import { type SilentService, silentServices } from '~/domain/vacancy/freshness/silent-services.server'

/** The services that stay silent, with whom to ring. */
export async function silentFor(app: DomainContext, viewer: SignedInViewer) {
  const now = app.clock()
  const services = await silentServices(app.db, viewer, now)
  return { lines: services.map(service => silentLine(service, now)) }
}

export type SilentPage = Awaited<ReturnType<typeof silentFor>>

function silentLine({ id, name, provider, phone, ...service }: SilentService, now: Date) {
  return {
    id,
    name,
    provider,
    phone,
    vacancies: service.vacancies === 'not_confirmed' ? said(service.confirmedAt, 'confirmed', now) : null,
    policy: service.isPolicyVerified ? null : said(service.verifiedAt, 'verified', now),
  }
}

function said(at: Date | null, done: string, now: Date): string {
  return at === null ? `Never ${done}` : `Last ${done} ${relativeInstant(at, now)}`
}
