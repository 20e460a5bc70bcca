import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { NAMES_SOMEBODY, noteForm } from '~/domain/entry-note/note'
import { type NoteRefusal, takeNoteStep } from '~/domain/entry-note/take-note-step.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE, struckPage } from '~/http/respond.server'
import { href } from '~/paths'
import { notePageFor } from './facts.server'
import { TOLD_TODAY } from './page'

const SAID = {
  correct: 'Corrected. They read it as it stands now.',
  take_back: 'Taken back. Nobody is asked to answer it any more.',
  strike: 'The words are struck out, here and in the history of the entry.',
  answer: 'Answered. Who told it reads your answer.',
} as const

/** Why a step was not taken: beside which field ('' for none), in which words, and the status. */
const NOT_TAKEN: Readonly<
  Record<Exclude<NoteRefusal, 'not_found'>, readonly [field: string, words: string, status?: 409]>
> = {
  different: ['', SENT_BEFORE],
  changed: [
    '',
    'It was changed while you had the page open. Nothing of yours was saved yet: read how it stands now, then save what you typed if it still holds',
    409,
  ],
  today: ['kind', TOLD_TODAY, 409],
  names_person: ['words', NAMES_SOMEBODY],
}

/** Corrects, takes back or answers a note. @throws not found where the viewer reads none */
export async function stepOnNote(
  context: AppLoadContext,
  viewer: SignedInViewer,
  noteId: string,
  request: Request,
) {
  if ((await notePageFor(context, viewer, noteId)) === null) throw notFound()
  const form = await parseForm(request, noteForm)
  if (!form.ok) return form.reply
  const wanted = { noteId, version: form.version ?? 0, step: form.value }
  const result = await takeNoteStep(context, viewer, wanted, form.sent)
  if (result.ok)
    return redirectSaying(context, href('entry-notes/:noteId', { noteId }), SAID[form.value.intent])
  const { value } = form
  const struck = value.intent === 'strike' && (await notePageFor(context, viewer, noteId))?.struck[value.part]
  if (struck)
    throw struckPage(struck, {
      text: 'Open the note again',
      href: href('entry-notes/:noteId', { noteId }),
    })
  if (result.reason === 'not_found') throw notFound()
  return form.refuse(...NOT_TAKEN[result.reason])
}
