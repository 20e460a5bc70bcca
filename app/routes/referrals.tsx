import { useLoaderData } from '@remix-run/react'

import type { ReferralListPart } from '~/domain/referral/list/referral-groups'
import { teamReferralsFor } from '~/domain/referral/list/referral-lists.server'
import { type TeamLine, teamPage } from '~/screens/referrals/page'
import { guarded } from '~/http/guard.server'
import { listFrom } from '~/http/params.server'
import { ButtonLink } from '~/ui/form/button'
import { EmptyState } from '~/ui/card'
import { pageTitle } from '~/ui/page/page-title'
import { ReferralGroups } from '~/screens/referral-lists/referral-groups'
import { ChangedTag, ReferralLines } from '~/screens/referral-lists/referral-lines'
import { StateTag } from '~/screens/referral-lists/case-referrals'
import { TagList } from '~/ui/tag'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Referrals')

const TITLES = { open: 'Open', here: 'Arrived', ended: 'Ended' }

/** The referrals of the viewer's prison team, by what needs the team next. */
export const loader = guarded('officer', async ({ request, context, viewer }) =>
  teamPage(await teamReferralsFor(context, viewer, listFrom(request)), context.clock()),
)

export default function Referrals() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">Your team’s referrals</h1>
      <p className="tg-lede">By what needs you next. Any colleague can act on any of them.</p>
      <ReferralGroups
        page={page}
        path="/referrals"
        titles={TITLES}
        draw={lines => <TeamLines lines={lines} />}
        nothing={<Nothing list={page.list} />}
      />
    </>
  )
}

function TeamLines({ lines }: { lines: readonly TeamLine[] }) {
  return (
    <ReferralLines
      lines={lines.map(
        ({
          id,
          personName,
          serviceName,
          providerName,
          out,
          release,
          reference,
          due,
          late,
          state,
          changed,
        }) => ({
          id,
          title: `${personName}: ${serviceName}`,
          out,
          about: [providerName, release, reference],
          due: due && `${due.charAt(0).toUpperCase()}${due.slice(1)}`,
          late,
          tags: (
            <TagList>
              <StateTag state={state} />
              {changed && <ChangedTag changed={changed} />}
            </TagList>
          ),
        }),
      )}
    />
  )
}

function Nothing({ list }: { list: ReferralListPart }) {
  if (list === 'ended') return <EmptyState title="No referral of your team has ended">{null}</EmptyState>
  if (list === 'here') return <EmptyState title="Nobody of your team’s is in a place now">{null}</EmptyState>
  return (
    <EmptyState title="Your team has no open referral">
      <p className="govuk-body">Start from a case: search for places, then refer to those that fit.</p>
      <ButtonLink to="/cases">Go to cases</ButtonLink>
    </EmptyState>
  )
}
