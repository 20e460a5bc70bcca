import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { CLOSING_REASON, declineReasons, tickOf } from '~/domain/service-closing/closing-form'
import { counted, inSentence } from '~/domain/words/english'
import { href } from '~/paths'
import { Button } from '~/ui/form/button'
import { Checkboxes } from '~/ui/form/checkboxes'
import { fieldOf, type FormState, formStateOf, listOf, startOf } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { Select } from '~/ui/form/select'
import { Textarea } from '~/ui/form/textarea'
import type { StandingPage } from './facts.server'

const START = { note: 'This service is closing.', primary: CLOSING_REASON }

/** Closing a service: what is declined with it, a tick each, and what must end first. */
export function ClosingForm({
  page,
  submission,
}: {
  page: StandingPage
  submission?: SubmissionResult<string[]>
}) {
  const { serviceId, referrals, nominations, others, keys, bedsLivedIn, isOwn } = page
  const form = formStateOf('standing', submission, START)
  const waiting = referrals.filter(({ hasArrived }) => !hasArrived)
  const livingThere = referrals.filter(({ hasArrived }) => hasArrived)
  return (
    <section aria-labelledby="close">
      <h2 className="govuk-heading-m" id="close">
        Close
      </h2>
      <p className="govuk-body">It leaves the directory. Its history stays, and it can be opened again.</p>
      {bedsLivedIn > 0 && <LivedIn beds={bedsLivedIn} serviceId={serviceId} isOwn={isOwn} />}
      {livingThere.length > 0 && <LivingThere referrals={livingThere} />}
      {others.length > 0 && <DecidedFirst references={others} />}
      {bedsLivedIn === 0 && livingThere.length === 0 && others.length === 0 && (
        <PostForm noValidate>
          {waiting.length > 0 && <Declined referrals={waiting} form={form} />}
          {nominations.length > 0 && <Ended nominations={nominations} form={form} />}
          <HiddenFields values={{ ...keys.close, intent: 'close' }} refused={submission} />
          <Button look="warning">Close this service</Button>
        </PostForm>
      )}
    </section>
  )
}

type Referrals = StandingPage['referrals']

/** Of those who referred, each is told of her own. */
function Declined({ referrals, form }: { referrals: Referrals; form: FormState }) {
  return (
    <>
      <Checkboxes
        {...startOf(form, 'decline')}
        legend="Decline what is open there"
        hint="Tick every one. Each referrer is told at once and what was held is held no more"
        choices={referrals.map(referral => ({
          value: tickOf(referral.referralId, referral.version),
          text: `${referral.reference}: decline, the service closes`,
          hint: `${referral.state}. ${referral.release}`,
        }))}
        defaultOptions={listOf(form.values.decline)}
      />
      <ReadFirst
        links={referrals.map(({ referralId, reference }) => ({
          to: href('referrals/:referralId', { referralId }),
          text: reference,
        }))}
      />
      <Select
        {...fieldOf(form, 'primary')}
        label="The reason they are told"
        hint="They go without a bed, which is what figures count: “no bed in the area” unless another reason is truer"
        emptyText="Choose a reason"
        options={declineReasons}
      />
      <Textarea
        {...fieldOf(form, 'note')}
        label="In a few words"
        hint="Read by those who referred. No names"
        rows={2}
      />
    </>
  )
}

type Nominations = StandingPage['nominations']

/** Of those who nominated, each is told of her own. */
function Ended({ nominations, form }: { nominations: Nominations; form: FormState }) {
  return (
    <>
      <Checkboxes
        {...startOf(form, 'leave')}
        legend="End the nominations that are open there"
        hint="Tick every one. Each prison’s team is told at once, and it is kept as “no place in the run”"
        choices={nominations.map(({ nominationId, version, title, stands }) => ({
          value: tickOf(nominationId, version),
          text: `${title}: end it, the service closes`,
          hint: stands,
        }))}
        defaultOptions={listOf(form.values.leave)}
      />
      <ReadFirst
        links={nominations.map(({ nominationId, title, stands }) => ({
          to: href('nominations/:nominationId', { nominationId }),
          text: `${title} (${inSentence(stands)})`,
        }))}
      />
    </>
  )
}

function ReadFirst({ links }: { links: readonly { to: string; text: string }[] }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Open one to read it first</span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list">
          {links.map(({ to, text }) => (
            <li key={to}>
              <Link className="govuk-link" to={to}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

/** Beds that somebody is in, by whatever route: their provider records on its board that they have left. */
function LivedIn({ beds, serviceId, isOwn }: { beds: number; serviceId: string; isOwn: boolean }) {
  return (
    <>
      <p className="govuk-body">
        {counted(beds, 'bed')} {beds === 1 ? 'is' : 'are'} occupied there now. Before it closes,{' '}
        {isOwn ? 'record' : 'its provider records'} that each person has left or has moved elsewhere:
        otherwise nothing would be known of their stays.
      </p>
      {isOwn && (
        <p className="govuk-body">
          <Link className="govuk-link" to={`${href('vacancies', {})}#s-${serviceId}`}>
            Record who has left on your vacancies
          </Link>
        </p>
      )}
    </>
  )
}

function LivingThere({ referrals }: { referrals: Referrals }) {
  return (
    <>
      <p className="govuk-body">
        People live there by a referral. Record that each has left, or has moved elsewhere, before you close
        it:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {referrals.map(({ referralId, reference, state }) => (
          <li key={referralId}>
            <Link className="govuk-link" to={href('referrals/:referralId', { referralId })}>
              {reference}
            </Link>
            , {inSentence(state)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** For an editor, who reads no referral, those by their reference; and what nobody may read any more. */
function DecidedFirst({ references }: { references: readonly string[] }) {
  return (
    <>
      <p className="govuk-body">
        These are open there. They are decided first, so that nobody waits for nothing:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {references.map((reference, at) => (
          <li key={`${at} ${reference}`}>{reference}</li>
        ))}
      </ul>
    </>
  )
}
