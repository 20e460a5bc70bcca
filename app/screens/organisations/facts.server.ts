import type { SignedInViewer } from '@db/viewer'
import type { AskedList } from '~/domain/list/paging'
import type { DomainContext } from '~/domain/context'
import { ORGANISATION_KINDS } from '~/domain/organisation/organisation-fields'
import { listOrganisations } from '~/domain/organisation/organisations.server'
import { labelOf } from '~/domain/words/codes'

/** A page of the organisations of the region, as editors and administrators keep them. */
export async function organisationsFor(app: DomainContext, viewer: SignedInViewer, asked: AskedList) {
  const { organisations, ...paging } = await listOrganisations(app, viewer, asked)
  return {
    ...paging,
    words: asked.words,
    organisations: organisations.map(({ id, name, kind, closedAt }) => ({
      ...{ id, name, isClosed: closedAt !== null },
      kind: labelOf(ORGANISATION_KINDS, kind),
    })),
  }
}

export type Organisations = Awaited<ReturnType<typeof organisationsFor>>
