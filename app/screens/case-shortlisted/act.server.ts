import type { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import {
  addToShortlist,
  noteOnShortlist,
  removeFromShortlist,
  type ShortlistResult,
  strikeShortlistNote,
} from '~/domain/shortlist/change-shortlist.server'
import type { shortlistSchema } from '~/domain/shortlist/shortlist'
import { safeNextPath } from '~/http/next-path'
import type { ParsedForm } from '~/http/parse-form.server'
import { SHORTLIST_DONE } from './page'

type ShortlistForm = ParsedForm<z.output<typeof shortlistSchema>>
type Refused = Extract<ShortlistResult, { ok: false }>

interface Done extends Pick<ShortlistForm['value'], 'change' | 'back' | 'note'> {
  ok: true
  serviceId: string
}

/** Does what the form says to the shortlist. */
export async function changeFor(
  app: DomainContext,
  viewer: SignedInViewer,
  on: { caseId: string; serviceId: string },
  { value: { change, note, back }, version, sent }: ShortlistForm,
): Promise<Done | Refused> {
  const acts = {
    add: () => addToShortlist(app, viewer, { ...on, note }, sent),
    note: () => noteOnShortlist(app, viewer, { ...on, note, version: version ?? 0 }, sent),
    strike: () => strikeShortlistNote(app, viewer, { ...on, version: version ?? 0 }, sent),
    remove: () => removeFromShortlist(app, viewer, on, sent),
  }
  const result = await acts[change]()
  return result.ok ? { ok: true, change, back, note, serviceId: on.serviceId } : result
}

/** Where it leads: back to where it was pressed, if that is a page of this case, else to the shortlist. */
export function leadsTo(caseId: string, { change, back, note, serviceId }: Done) {
  const list = `/cases/${caseId}/shortlist`
  const pressedAt = safeNextPath(back)
  const links = [
    ...(change === 'add' && note === null ? [{ text: 'Write a note', href: `${list}/${serviceId}` }] : []),
    { text: 'Open the shortlist', href: list },
  ]
  const isHere = pressedAt?.startsWith(`/cases/${caseId}/`)
  return {
    to: isHere ? (pressedAt ?? list) : list,
    says: [SHORTLIST_DONE[change], isHere ? links : links.slice(0, -1)] as const,
  }
}
