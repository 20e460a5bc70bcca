import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { findEntry } from '~/domain/entry/entry.server'
import { typedField } from '~/domain/entry/say-field'
import { HIDDEN_SITE_FIELDS, SITE_FIELDS, type SiteAnswers } from '~/domain/entry/site'
import { findSite, mayKeepSites } from '~/domain/entry/sites.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'

export interface SiteAsked {
  serviceId: string
  /** Null for a new one. */
  siteId: string | null
}

/** What the page of one place shows; null where there is none that the viewer keeps. */
export async function siteFor(app: DomainContext, viewer: SignedInViewer, { serviceId, siteId }: SiteAsked) {
  const entry = await findEntry(app, viewer, serviceId)
  if (entry === null || !mayKeepSites(viewer, entry)) return null
  const site = siteId === null ? null : await findSite(app, viewer, entry, siteId)
  if (siteId !== null && site === null) return null
  return {
    ...{ serviceId, isNew: siteId === null, isHidden: entry.confidential, name: entry.name },
    start: startOf(site, entry.confidential),
    carried: { idempotencyKey: newIdempotencyKey(), version: entry.version },
  }
}

export type SitePage = NonNullable<Awaited<ReturnType<typeof siteFor>>>

function startOf(site: SiteAnswers | null, isHidden: boolean) {
  if (site === null) return {}
  const fields = isHidden ? HIDDEN_SITE_FIELDS : SITE_FIELDS
  return Object.fromEntries(
    fields.map(field => [field.name, typedField(field, site[field.name as keyof SiteAnswers])]),
  )
}
