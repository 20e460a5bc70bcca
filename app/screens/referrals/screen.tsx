import type { ReferralListPart, ReferralsPage } from '~/domain/referral/list/referral-groups'
import { StateTag } from '~/screens/referral-lists/case-referrals'
import { ReferralGroups } from '~/screens/referral-lists/referral-groups'
import { ChangedTag, ReferralLines } from '~/screens/referral-lists/referral-lines'
import { EmptyState } from '~/ui/card'
import { ButtonLink } from '~/ui/form/button'
import { TagList } from '~/ui/tag'
import type { TeamLine } from './page'

const TITLES = { open: 'Open', here: 'Arrived', ended: 'Ended' }

/** The team's referrals. */
export function ReferralsScreen({ page }: { page: ReferralsPage<TeamLine> }) {
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
