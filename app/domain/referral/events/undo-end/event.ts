import { z } from 'zod'
import { isReferralState, stateLabel } from '../../states'
import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { whyField } from '../reason-why'
import { inSentence } from '../../../words/english'

const OPEN_AGAIN = {
  name: 'end_undone',
  subject: 'Referral {R} is open again',
  happened: 'How referral {R} had ended is taken back: it is open again.',
  toDo: 'Sign in to read why, and how it stands now.',
} as const satisfies Message

const OPEN_AGAIN_HERE = {
  name: 'end_undone_here',
  subject: OPEN_AGAIN.subject,
  happened: OPEN_AGAIN.happened,
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** What is said to be undone: 'Undo ‘declined’'. */
const UNDONE = ['declined', 'refused', 'withdrawn', 'no_show', 'departed'] as const

const undoForm = z.object({
  note: whyField,
  agreedAgain: z
    .literal('yes', { error: 'Tick the box, or leave it empty' })
    .optional()
    .transform(answer => answer === 'yes'),
})

/** The team that ended a referral takes that back, within two working days (product.md, "Lifecycle"). Safe for the browser. */
export const undoEnd = {
  happened: 'Ending undone',
  inHistory: ([was]) => (was !== undefined && isReferralState(was) ? [`Had been: ${stateLabel(was)}`] : []),
  tells: [
    { to: 'referrer', message: OPEN_AGAIN, wholeTeam: true },
    { to: 'provider', message: OPEN_AGAIN_HERE },
  ],
  screen: {
    words: {
      title: 'Undo how it ended',
      lede: 'The referral goes back to where it stood. A bedspace it had is held again if it is still free; else the referral is under review. The other side is told why.',
      button: 'Open it again',
      done: 'The referral is open again, and the other side has been told why',
    },
    wordsFrom: Object.fromEntries(
      UNDONE.map(state => {
        const undo = `Undo ‘${inSentence(stateLabel(state))}’`
        return [state, { title: undo, button: undo }]
      }),
    ),
    wordsTo: {
      under_review: { done: 'The referral is under review again, and the other side has been told why' },
      parked: {
        done: 'The referral is open again and parked, because the person has said yes to another place since',
      },
      arrived: { done: 'The departure is undone: the stay goes on, and the referrer has been told why' },
    },
    form: () => undoForm,
    isNeverFirst: true,
    refusedAt: { agreement_needed: 'agreedAgain' },
  },
} as const satisfies EventSpec
