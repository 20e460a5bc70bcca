import { ENDED_LABELS, type EndSaid, type NobodyFits } from '~/domain/nobody-fits/nobody-fits'
import { BECAUSE_LABELS } from '~/domain/outcome/check-form'
import { CHECKS } from '~/domain/outcome/check-questions'
import type { CheckRecord } from '~/domain/outcome/check-records.server'
import { CHECK_KINDS } from '~/domain/outcome/checks'
import { formatInstant } from '~/domain/time/calendar'
import { checkLines } from '~/screens/case/check-words'
import type { HistoryLine } from './page'

/** What was corrected of the records that a case has besides its own values, from the tables that keep them. Safe for the browser. */

/** Of every check a line a question whose answer is another, and one where it was said anew why an answer does not stand. */
export function checkCorrections(records: readonly CheckRecord[]): HistoryLine[] {
  return CHECK_KINDS.flatMap(kind => {
    const ofKind = records.filter(each => each.kind === kind)
    return ofKind.flatMap((record, at) => [
      ...replacedLines(record, ofKind[at - 1]),
      ...relabelledLines(record),
    ])
  })
}

/** From an answer to the one that took its place. */
function replacedLines(before: CheckRecord, after: CheckRecord | undefined): HistoryLine[] {
  const { replaced, kind } = before
  if (replaced === null || after === undefined) return []
  const was = answersOf(before)
  const became = answersOf(after)
  const questions = [...new Set([...was.keys(), ...became.keys()])]
  return questions
    .filter(question => was.get(question) !== became.get(question))
    .map(question =>
      lineOf(
        { id: `${before.id} ${question}`, at: replaced.at, by: replaced.by },
        {
          label: `${CHECKS[kind].title}: ${question}`,
          from: was.get(question) ?? NOT_ASKED,
          to: became.get(question) ?? NOT_ASKED,
        },
      ),
    )
}

const NOT_ASKED = 'not asked'

function answersOf({ kind, answers }: CheckRecord): Map<string, string> {
  return new Map(checkLines(kind, answers).map(({ key, value }) => [key, value]))
}

function relabelledLines({ id, kind, replaced }: CheckRecord): HistoryLine[] {
  const anew = replaced?.relabelled
  if (!replaced || !anew) return []
  // There are two reasons: before it was said anew, it was the other.
  const other = replaced.because === 'wrong' ? 'changed' : 'wrong'
  return [
    lineOf(
      { id: `${id} because`, ...anew },
      {
        label: `${CHECKS[kind].title}: why an earlier answer does not stand`,
        from: BECAUSE_LABELS[other],
        to: BECAUSE_LABELS[replaced.because],
      },
    ),
  ]
}

/** How the case left the coordinator's queue, where it was said anew. */
export function endCorrections(entries: readonly NobodyFits[]): HistoryLine[] {
  return entries.flatMap(({ id, ended }) => {
    if (ended === null) return []
    return ended.was.map((said, at) =>
      lineOf(
        { id: `${id} ${at}`, at: said.at, by: said.by },
        {
          label: 'How the case left the queue',
          from: ENDED_LABELS[said.was],
          to: ENDED_LABELS[becameOf(ended, at)],
        },
      ),
    )
  })
}

/** The latest became what stands, each before it what the next one did away with. */
function becameOf(ended: NonNullable<NobodyFits['ended']>, at: number): EndSaid['was'] {
  return ended.was[at - 1]?.was ?? ended.as
}

function lineOf(
  { id, at, by }: { id: string; at: Date; by: string },
  said: Pick<HistoryLine, 'label' | 'from' | 'to'>,
): HistoryLine {
  return { id, at: at.toISOString(), when: formatInstant(at), by, ...said, mayStrike: false }
}
