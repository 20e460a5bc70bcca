import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { listEntries } from '~/domain/entry/entry.server'
import type { AskedList } from '~/domain/list/paging'
import { isEditor } from '~/domain/entry/keeper'
import { entryLine } from './page'

/** What a page of the list of entries shows: a provider's own, or for an editor those of all. */
export async function ourServicesFor(app: DomainContext, viewer: SignedInViewer, asked: AskedList) {
  const { entries, ...paging } = await listEntries(app, viewer, asked)
  return {
    ...paging,
    words: asked.words,
    entries: entries.map(entryLine),
    ofAll: isEditor(viewer),
    mayAdd: viewer.role !== 'provider_worker',
  }
}

export type OurServices = Awaited<ReturnType<typeof ourServicesFor>>
