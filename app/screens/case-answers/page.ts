import { type TopicCode, TOPICS } from '~/domain/case/answers/fact-topics'
import { nextTopic } from '~/domain/case/answers/topic-answers'
import type { AffectedNamed } from '~/domain/casework/who-is-told.server'
import { affectedWords, CASE_DONE, savedWords } from '~/screens/case/page'

export const SAVED_FIRST = 'These answers were saved after you opened them: compare both versions'

const ASKED_FIRST = 'Nothing is saved until you say who may be told.'

/** What heads the question who may be told: of how many open referrals the answer changes, or of none. */
export function askingWords(affected: number): { title: string; text: string } {
  return affected === 0
    ? { title: 'Not every provider has been told', text: ASKED_FIRST }
    : {
        title: affectedWords(affected),
        text: `What you answered changes how the person fits. ${ASKED_FIRST}`,
      }
}

/** The title of the page of one topic; of none where there is no such page. */
export function answersTitle(topic: TopicCode | undefined): string {
  return topic ? `${TOPICS[topic].title}: case` : 'Answers'
}

interface Saved {
  caseId: string
  topic: TopicCode
  affected: readonly AffectedNamed[]
  /** What the address asks for by `?then=`. */
  then: string | null
}

/** Back to the case, on to the next topic, or back to the search whose reasons led here; saying whom it affects. */
export function afterSaving({ caseId, topic, affected, then }: Saved) {
  const home = `/cases/${caseId}`
  const next = then === 'next' ? nextTopic(topic) : null
  const to = next !== null ? `${home}/answers/${next}` : `${home}${then === 'search' ? '/search' : ''}`
  const isSaid = to === home || affected.length > 0
  return { to, ...(isSaid && { says: savedWords(CASE_DONE.saved(topic), affected) }) }
}
