import { Actions, ButtonLink } from '~/ui/form/button'
import { PrintLink } from '~/ui/page/print-link'
import { Tabs } from '~/ui/tabs'
import type { RegisterPage } from './page'
import { ActionTable, ConcernTable } from './register-table'

/** The register of actions, issues and risks. */
export function RegisterScreen({
  sentence,
  actions,
  concerns,
  isPast,
  mayWrite,
}: RegisterPage & { mayWrite: boolean }) {
  return (
    <>
      <PrintLink />
      <h1 className="govuk-heading-l">Gaps and actions</h1>
      <p className="tg-lede">
        <strong className="tg-strong">{sentence}</strong>
      </p>
      {mayWrite && (
        <Actions>
          <ButtonLink to="/actions/new">Record an action</ButtonLink>
          <ButtonLink to="/actions/new?kind=concern" look="secondary">
            Record an issue or risk
          </ButtonLink>
        </Actions>
      )}
      <Tabs
        label="The register"
        tabs={[
          { to: '/actions', text: 'Open', current: !isPast },
          { to: '/actions?state=past', text: 'Done or closed', current: isPast },
        ]}
      />
      {actions.length + concerns.length === 0 && (
        <p className="govuk-body">{isPast ? 'Nothing is done or closed yet.' : 'Nothing is open.'}</p>
      )}
      <div className="tg-register">
        {actions.length > 0 && <ActionTable lines={actions} />}
        {concerns.length > 0 && <ConcernTable lines={concerns} />}
      </div>
      <p className="govuk-body">
        <a className="govuk-link" href="/actions.csv" download>
          Download the register (CSV)
        </a>
      </p>
    </>
  )
}
