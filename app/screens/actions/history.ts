import { type EntryVersion, NATURES, SEVERITIES, STATE_LABELS } from '~/domain/action/entry'
import { placeWords, subjectWords } from '~/domain/action/gap'
import { formatDayLong, relativeInstant } from '~/domain/time/calendar'
import { costWords } from './page'
import { inSentence } from '~/domain/words/english'

/** An earlier wording, a line a fact; of words that were struck out only who did it, and when. */
export function earlierWords(version: EntryVersion, now: Date): string[] {
  const { subject, place, costPounds, dueOn, nature, severity, state } = version
  const facts = [
    nature && NATURES[nature],
    severity && `${SEVERITIES[severity]} severity`,
    costPounds !== null && costWords(costPounds),
    dueOn && `due ${formatDayLong(dueOn)}`,
    inSentence(STATE_LABELS[state]),
  ]
  return [
    ...wordsOf(version, now),
    `${subjectWords(subject)}. ${placeWords(place)}`,
    facts.filter(Boolean).join(', '),
  ]
}

function wordsOf({ words, owner, struckAt, struckBy }: EntryVersion, now: Date): string[] {
  if (struckAt !== null) return [`Words struck out by ${struckBy}, ${relativeInstant(struckAt, now)}`]
  return [words ?? '', `Owner: ${owner}`]
}
