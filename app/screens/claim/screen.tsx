import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { PAST_TITLE } from '~/domain/vacancy/vacancy'
import { href } from '~/paths'
import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { PostButton } from '~/ui/form/post-button'
import { HistoryTable } from '~/ui/history'
import { BackLink, Breadcrumbs } from '~/ui/page/breadcrumbs'
import { SummaryList } from '~/ui/summary-list'
import { ClaimForms } from './claim-forms'
import type { ClaimShown } from './facts.server'

type ClaimProps = ClaimShown & { submission?: SubmissionResult<string[]> }

const FIELDS = [
  'reason',
  'fromOn',
  'untilOn',
  'readyOn',
  'sinceOn',
  'leftOn',
  'bedspaceId',
  'movedOn',
  'movesOn',
]

/** One claim on a bedspace: what it is, what may be changed of it, and what became of it. */
export function ClaimScreen(page: ClaimProps) {
  const { title, rows, history, submission } = page
  const sent = submission?.initialValue?.['intent']
  const form = formStateOf(`claim-${typeof sent === 'string' ? sent : ''}`, submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <WayBack {...page} />
        <ErrorSummary items={wrongIn(form, FIELDS)} />
        <h1 className="govuk-heading-l">{title}</h1>
        <SummaryList rows={rows} />
        <OfReferral referral={page.referral} />
        <OfClosed {...page} />
        <MovesTo {...page} />
        <Buttons {...page} />
        <Cannot sentence={page.cannot.now} />
        <ClaimForms {...page} />
        <h2 className="govuk-heading-m">What was recorded and changed</h2>
        {history.length === 0 ? (
          <p className="govuk-body">Nothing has been changed.</p>
        ) : (
          <HistoryTable caption={`What became of this ${page.noun}`} entries={history} />
        )}
        <LastAct {...page} />
        <Cannot sentence={page.cannot.last} />
      </div>
    </div>
  )
}

/** No board leads to what is over: the list of it does. */
function WayBack({ isOver, serviceId, title }: ClaimShown) {
  if (!isOver) return <BackLink to="/vacancies">Back to your vacancies</BackLink>
  const past = href('our-services/:serviceId/rooms/past', { serviceId })
  return (
    <Breadcrumbs
      crumbs={[{ text: 'Vacancies', to: '/vacancies' }, { text: PAST_TITLE, to: past }, { text: title }]}
    />
  )
}

function OfClosed({ closedService }: Pick<ClaimShown, 'closedService'>) {
  if (closedService === null) return null
  return (
    <p className="govuk-body">
      The service has closed: nothing is changed of its beds any more.{' '}
      <Link className="govuk-link" to={`/our-services/${closedService}/standing`}>
        Open it again first, where closing it was a mistake
      </Link>
    </p>
  )
}

const CALL_OFF = 'Call the move off: the person stays in the first room'

/** Where somebody goes on, or will: the stay in the other room. */
function MovesTo({ movesTo, movesFrom, offers, referral }: ClaimShown) {
  const there = movesTo ?? movesFrom
  if (there === null) return null
  return (
    <p className="govuk-body">
      <Link className="govuk-link" to={`/vacancies/claims/${there}`}>
        Open the stay in the other room{referral ? '' : otherWords(movesFrom, offers)}
      </Link>
    </p>
  )
}

function otherWords(movesFrom: string | null, { mayHaveMoved }: ClaimShown['offers']): string {
  if (movesFrom !== null) return ', to say that the person has moved'
  return mayHaveMoved ? ', to call the move off' : ''
}

function OfReferral({ referral }: Pick<ClaimShown, 'referral'>) {
  if (!referral) return null
  return (
    <p className="govuk-body">
      It belongs to a referral and changes with it: what is said there is said here.{' '}
      {referral.id && (
        <Link className="govuk-link" to={`/referrals/${referral.id}`}>
          Open the referral
        </Link>
      )}
    </p>
  )
}

function Buttons({
  offers,
  claimId,
  bedspaceId,
  noun,
  isPlannedMove,
  version,
  keys,
  submission,
}: ClaimProps) {
  // What was refused still says what it was drawn from.
  const sent = submission?.initialValue?.['version']
  const edit = { version: typeof sent === 'string' ? sent : version, idempotencyKey: keys.button }
  return (
    <div className="tg-actions">
      {offers.mayLeave && (
        <Link className="govuk-link" to={`/vacancies/${bedspaceId}/stay`}>
          Say when the person leaves, or has left
        </Link>
      )}
      {offers.mayEnd && (
        <PostButton
          look="secondary"
          action="/vacancies"
          values={{ intent: 'free', claimId, idempotencyKey: keys.button }}
        >
          Free again today
        </PostButton>
      )}
      {offers.mayTakeBack && (
        <PostButton look="secondary" values={{ intent: 'take_back', ...edit }}>
          {isPlannedMove ? CALL_OFF : `Remove this ${noun}: it was recorded by mistake`}
        </PostButton>
      )}
      {offers.mayPutBack && (
        <PostButton look="secondary" values={{ intent: 'put_back', ...edit }}>
          Put this {noun} back: it is right after all
        </PostButton>
      )}
    </div>
  )
}

/** In place of a button that would be refused. */
function Cannot({ sentence }: { sentence: string | null }) {
  return sentence !== null && <p className="govuk-body">{sentence}</p>
}

function LastAct({ lastAct, keys, noun }: ClaimShown) {
  if (lastAct === null) return null
  return (
    <PostButton
      look="link"
      action="/vacancies"
      values={{ intent: 'take_back', act: lastAct, idempotencyKey: keys.button }}
    >
      Undo the last change of this {noun}
    </PostButton>
  )
}
