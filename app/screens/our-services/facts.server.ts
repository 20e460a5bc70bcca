import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { listEntries } from '~/domain/entry/entry.server'
import { isEditor } from '~/domain/entry/keeper'
import { entryLine } from './page'

/** What the list of entries shows: a provider's own, or for an editor those of all. */
export async function ourServicesFor(app: DomainContext, viewer: SignedInViewer) {
  const entries = await listEntries(app, viewer)
  return {
    entries: entries.map(entryLine),
    ofAll: isEditor(viewer),
    mayAdd: viewer.role !== 'provider_worker',
  }
}

export type OurServices = Awaited<ReturnType<typeof ourServicesFor>>
