import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import type { SharedTier } from '~/domain/referral/disclosure/sections'
import { AGREED_TIER_LABELS } from '~/domain/referral/referral'
import type { ElsewhereNotice as ElsewhereWords } from '~/screens/referral/agreed-elsewhere'
import { ElsewhereNotice } from '~/screens/referral/elsewhere-notice'
import { GROUP_FIT, GROUP_TABS } from '~/screens/case-search/place-groups'
import { insideSentence } from '~/screens/results/result-in-words'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { FitTag, type Reason, ReasonList } from '~/ui/fit'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PhoneLink } from '~/ui/phone-link'
import { Radios } from '~/ui/form/radios'
import { FactList } from '~/ui/summary-list'
import { Textarea } from '~/ui/form/textarea'
import { WarningText } from '~/ui/warning-text'

type Group = 'eligible' | 'eligible_once_answered' | 'discuss' | 'not_eligible'

export interface ReferFormProps {
  service: { id: string; name: string; provider: string; phone: string | null; staffed: string }
  group: Group
  /** The last referral of this case to the service that ended. */
  before: { id: string; words: string } | null
  /** What is agreed with the same provider by other referrals; null where no more than triage is. */
  elsewhere: ElsewhereWords | null
  /** That it covers an area to avoid: said here, sent to nobody. */
  avoidNote: string | null
  reasons: readonly Reason[]
  /** What the provider sees, tier by tier. */
  shared: readonly SharedTier[]
  carried: { idempotencyKey: string; shown: string }
  submission?: SubmissionResult<string[]>
}

const ADDED_WORDS: Readonly<Record<Group, string>> = {
  eligible: 'Anything to add (optional)',
  eligible_once_answered: 'Why do you refer before the answers are known?',
  discuss: 'What was discussed, or why do you refer before it is?',
  not_eligible: 'Why do you refer all the same?',
}
const AGREED = { yes: 'Yes', no: 'No' }

/** A referral about to be sent: the answer it carries, what the provider will see, and the person's yes. */
export function ReferForm({
  service,
  group,
  before,
  elsewhere,
  avoidNote,
  reasons,
  shared,
  carried,
  submission,
}: ReferFormProps) {
  const form = formStateOf('refer', submission)
  return (
    <>
      <ErrorSummary items={wrongIn(form, ['agreed', 'agreedTier', 'justification'])} />
      <h1 className="govuk-heading-l">Refer to {service.name}</h1>
      {before && (
        <p className="govuk-inset-text">
          This service was asked before: {before.words.charAt(0).toLowerCase() + before.words.slice(1)}.{' '}
          <Link className="govuk-link" to={`/referrals/${before.id}`}>
            Read that referral
          </Link>
        </p>
      )}
      {avoidNote && <WarningText>{avoidNote}. The provider is not told.</WarningText>}
      <div className="tg-columns tg-columns--aside">
        <div>
          <Answer service={service} group={group} reasons={reasons} />
          {elsewhere && <ElsewhereNotice {...elsewhere} />}
          <PostForm id={form.formId} noValidate>
            <Radios
              {...fieldOf(form, 'agreed')}
              legend="Does the person agree to this referral?"
              hint="Ask for this provider. A no is respected: nothing is sent"
              small
              inline
              choices={choicesOf(AGREED)}
            />
            <Radios
              {...fieldOf(form, 'agreedTier')}
              legend="How much may this provider see?"
              hint="Each includes the one before. More is opened only when a worker takes the referral to assess: that worker is then its named assessor"
              small
              choices={choicesOf(AGREED_TIER_LABELS)}
            />
            <Textarea
              {...fieldOf(form, 'justification')}
              label={ADDED_WORDS[group]}
              hint="The assessor reads this. If you share triage only, everybody at the provider who handles referrals can read it, so do not say who the person is. Up to 300 characters. No names of others, no account of an offence"
              rows={3}
            />
            <HiddenFields values={carried} refused={submission} />
            <Button>Send the referral</Button>
          </PostForm>
        </div>
        <Shared shared={shared} />
      </div>
    </>
  )
}

function Answer({ service, group, reasons }: Pick<ReferFormProps, 'service' | 'group' | 'reasons'>) {
  const against = reasons.filter(reason => reason.fit !== 'fits')
  const fits = reasons.filter(reason => reason.fit === 'fits')
  return (
    <section>
      <p className="tg-lede">
        {service.provider}
        {service.phone && (
          <>
            {' · '}
            <PhoneLink number={service.phone} note={insideSentence(service.staffed)} about={service.name} />
          </>
        )}
      </p>
      <h2 className="govuk-heading-m">
        The answer sent with it: <FitTag fit={GROUP_FIT[group]}>{GROUP_TABS[group]}</FitTag>
      </h2>
      {against.length > 0 && <ReasonList reasons={against} />}
      {fits.length > 0 && (
        <details className="govuk-details tg-checks" open={against.length === 0}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {fits.length === 1 ? '1 check fits' : `${fits.length} checks fit`}
            </span>
          </summary>
          <div className="govuk-details__text">
            <ReasonList reasons={fits} />
          </div>
        </details>
      )}
    </section>
  )
}

/** Triage in sight; what comes later folded, so that nobody reads over a shoulder what is not needed now. */
function Shared({ shared }: Pick<ReferFormProps, 'shared'>) {
  return (
    <section className="tg-card">
      <h2 className="tg-card__title">What they will see</h2>
      {shared.map(({ tier, title, lines, notKnown, notApplying }) => (
        <details key={tier} className="govuk-details" open={tier === 1}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{title}</span>
          </summary>
          <div className="govuk-details__text tg-shared">
            {lines.length === 0 ? (
              <p className="govuk-body">Nothing known yet.</p>
            ) : (
              <FactList rows={lines} />
            )}
            <ShownAs words="not known yet" names={notKnown} />
            <ShownAs words="does not apply" names={notApplying} />
          </div>
        </details>
      ))}
      <p className="govuk-body-s">
        When the referral closes, what opened to the assessor closes at once, and triage reads its part for 28
        days more. When the person withdraws the agreement, all reading by it ends at once.
      </p>
    </section>
  )
}

function ShownAs({ words, names }: { words: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <p className="govuk-body-s">
      Shown as “{words}”: {names.join(', ')}
    </p>
  )
}
