import { FAMILY_HELPLINES } from '~/domain/helplines/helplines'
import { HelplineList } from '~/screens/helplines/helpline-list'
import { FrontSearch } from '~/screens/home/front-search'
import { WaysIn } from '~/screens/home/ways-in'

const SUPPORT = [
  { text: 'Family support', to: '/services?kind=family_support' },
  { text: 'Parenting programmes', to: '/services?kind=parenting_programme' },
  { text: 'Visits and family contact', to: '/services?kind=visitors_centre' },
  { text: 'Mentoring', to: '/services?kind=mentoring' },
  {
    text: 'All of these',
    to: '/services?kind=family_support&kind=mentoring&kind=parenting_programme&kind=visitors_centre',
  },
] as const
const HOMES = [
  { text: 'Places that take children', to: '/services?children=yes' },
  { text: 'Young parents’ housing', to: '/services?kind=young_parents' },
  { text: 'Refuge and safe accommodation', to: '/services?kind=refuge' },
] as const

/** For whoever has a parent, a partner or a child in prison, or leaves it to a family. */
export function FamilyScreen() {
  return (
    <div className="tg-front">
      <h1 className="govuk-heading-l">Family and children</h1>
      <FrontSearch
        label="What would help?"
        hint="Like ‘help for my kids’, ‘visits Low Newton’, ‘mum and baby’"
      />
      <h2 className="govuk-heading-m">Keeping or rebuilding a family</h2>
      <WaysIn ways={SUPPORT} label="Support for families" />
      <h2 className="govuk-heading-m">Somewhere to live with children</h2>
      <WaysIn ways={HOMES} label="Homes for families" />
      <h2 className="govuk-heading-m">Somebody to talk to</h2>
      <HelplineList helplines={FAMILY_HELPLINES} />
      <p className="govuk-body">
        Each card says who may refer: often you can ring yourself, and where a prison’s team refers you can
        ask it to.
      </p>
    </div>
  )
}
