import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { AGREED_LABELS, JUSTIFICATIONS } from '~/domain/nomination/nomination'
import { CaseSummary } from '~/screens/case/case-summary'
import { GROUP_FIT, GROUP_TABS } from '~/screens/case-search/place-groups'
import { FitTag, ReasonList } from '~/ui/fit'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { BackLink } from '~/ui/page/breadcrumbs'
import { WarningText } from '~/ui/warning-text'
import type { NominatePage } from './facts.server'
import { CONTACT_MISSING } from './page'

interface CaseNominateProps extends NominatePage {
  submission?: SubmissionResult<string[]>
}

/** The page that names somebody for a run of a programme, or says why that cannot be. */
export function CaseNominateScreen({ summary, service, submission, ...page }: CaseNominateProps) {
  const form = formStateOf('nominate', submission)
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}/services/${service.id}`}>Back to the programme</BackLink>
      <CaseSummary {...summary} linked />
      <ErrorSummary items={wrongIn(form, ['run', 'agreed', 'justification'])} />
      <h1 className="govuk-heading-l">Nominate for {service.name}</h1>
      <p className="govuk-body">
        For this case: <FitTag fit={GROUP_FIT[page.group]}>{GROUP_TABS[page.group]}</FitTag>
      </p>
      <ReasonList reasons={page.reasons} />
      <Standing {...page} service={service} />
      {mayNominate({ ...page, service }) && (
        <PostForm id={form.formId} noValidate>
          <Radios
            {...fieldOf(form, 'run')}
            legend="Which run?"
            hint={
              page.runs.leftOut > 0 ? 'Runs that are closed, or end after release, are left out' : undefined
            }
            small
            choices={page.runs.choices}
          />
          <Radios
            {...fieldOf(form, 'agreed')}
            legend="Does the person agree to be nominated?"
            hint="With a yes the provider reads: the case’s reference, prison, sex and age band, children by band, and the release week. No name"
            small
            choices={choicesOf(AGREED_LABELS)}
          />
          {page.isNotTaken && (
            <Radios
              {...fieldOf(form, 'justification')}
              legend="Why do you nominate the person all the same?"
              hint="The answer is that the programme does not fit. The provider reads what you choose"
              small
              choices={choicesOf(JUSTIFICATIONS)}
            />
          )}
          <HiddenFields values={page.carried} />
          <Button>Save</Button>
        </PostForm>
      )}
    </>
  )
}

function mayNominate({
  openId,
  runs,
  service: { route, paused },
}: Pick<NominatePage, 'openId' | 'runs' | 'service'>) {
  return openId === null && route === 'here' && paused === null && runs.choices.length > 0
}

/** Why there is no form, or why it will be refused. */
function Standing({
  openId,
  runs,
  isContactMissing,
  service,
}: Pick<NominatePage, 'openId' | 'runs' | 'isContactMissing' | 'service'>) {
  if (openId !== null)
    return (
      <p className="govuk-inset-text">
        Already nominated.{' '}
        <Link className="govuk-link" to={`/nominations/${openId}`}>
          Open the nomination
        </Link>
      </p>
    )
  if (service.route !== 'here')
    return <p className="govuk-inset-text">This programme takes no nominations here. Ring them.</p>
  if (service.paused !== null)
    return (
      <p className="govuk-inset-text">{service.paused}. It takes nobody new now: ring them, or come back.</p>
    )
  if (runs.choices.length === 0)
    return <p className="govuk-inset-text">No run that can be finished takes nominations now.</p>
  return isContactMissing ? <WarningText>{CONTACT_MISSING}.</WarningText> : null
}
