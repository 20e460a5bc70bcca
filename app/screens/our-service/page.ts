import type { SignedInViewer } from '@db/viewer'
import type { Entry } from '~/domain/entry/entry.server'
import { isEditor } from '~/domain/entry/keeper'
import { partsOf } from '~/domain/entry/parts'
import { sayField } from '~/domain/entry/say-field'
import { DECISION_DONE, hasWordsToStrike } from '~/domain/entry/review'
import type { ReviewKept } from '~/domain/entry/reviews.server'
import { STANDING_LABELS } from '~/domain/entry/standing'
import { pausedWords } from '~/domain/service/paused'
import { formatInstant } from '~/domain/time/calendar'
import { readWords } from '~/screens/struck/struck-by'
import { href } from '~/paths'

/** An entry in words, part by part, each question with what is kept of it. */
export function entryPage(viewer: SignedInViewer, entry: Entry) {
  const { id, name, provider, standing, confidential, mayChange, kept, missing } = entry
  const changeHref = (part: string) => href('our-services/:serviceId/entry/:part', { serviceId: id, part })
  return {
    ...{ id, name, provider, standing, confidential, mayChange },
    standingWords: pausedWords(entry.pausedReason, entry.pausedUntil) ?? STANDING_LABELS[standing],
    isHome: kept.isHome === true,
    isProgramme: entry.isProgramme,
    missing: missing.map(({ say, part }) => ({
      say,
      to: part === 'policy' ? href('our-services/:serviceId/policy', { serviceId: id }) : changeHref(part),
    })),
    parts: partsOf(entry).map(part => ({
      title: part.title,
      changeHref: mayChange && (!part.onlyEditors || isEditor(viewer)) ? changeHref(part.name) : null,
      rows: part.fields.map(field => ({ key: field.label, value: sayField(field, kept[field.name]) })),
    })),
  }
}

/** One decision of an editor, in words. */
export function reviewShown({ id, decision, words: said, by, at, takenBack, struck }: ReviewKept) {
  const words = readWords(said, struck)
  const back = takenBack && `Taken back by ${takenBack.by}, ${formatInstant(takenBack.at)}`
  return {
    // Of one that was taken back there is nothing to correct but words, which are struck out.
    mayCorrect: takenBack === null || hasWordsToStrike({ words: said }),
    ...{ id, decision: DECISION_DONE[decision], words, by },
    ...{ back, at: at.toISOString(), when: formatInstant(at) },
  }
}

export type ReviewShown = ReturnType<typeof reviewShown>
