import { URGENT_HELPLINES } from '~/domain/helplines/helplines'
import { HelplineList } from '~/screens/helplines/helpline-list'
import { FrontSearch } from './front-search'
import { WaysIn } from './ways-in'

interface Door {
  title: string
  words: string
  ways: readonly { text: string; to: string }[]
}

/** The three doors (product.md, "Search"). */
const DOORS: readonly Door[] = [
  {
    title: 'Someone leaves within days',
    words:
      'Ring today: these places and the council answer on the day. Each card says who may refer: you, or ring.',
    ways: [
      { text: 'A place for tonight', to: '/services?kind=emergency' },
      { text: 'The council’s housing team, out of hours too', to: '/services?kind=council_housing_options' },
      { text: 'Places that take people from prison', to: '/services?from-prison=yes' },
      { text: 'Women-only places', to: '/services?women-only=yes' },
      { text: 'Refuge and safe accommodation', to: '/services?kind=refuge' },
    ],
  },
  {
    title: 'Family and children',
    words: 'Visits, parenting programmes and support for whoever has family in prison.',
    ways: [
      { text: 'Help for families', to: '/family' },
      { text: 'Parenting programmes', to: '/services?kind=parenting_programme' },
      { text: 'Visits and family contact', to: '/services?kind=visitors_centre' },
      { text: 'Places that take children', to: '/services?children=yes' },
    ],
  },
  {
    title: 'Professionals',
    words: 'Prison, probation, providers, councils and commissioners.',
    ways: [
      { text: 'Sign in', to: '/sign-in' },
      { text: 'What an account shows', to: '/professionals' },
      { text: 'Every service', to: '/services' },
    ],
  },
]

/** The front page: the one box, three doors, and whom to ring now. */
export function HomeScreen() {
  return (
    <>
      <div className="tg-front">
        <h1 className="govuk-heading-l">A bed for the night of release, and help to keep a family</h1>
        <FrontSearch
          label="What are you looking for?"
          hint="Like ‘hostel tonight Newcastle’, ‘couple with a dog near Durham’, ‘mum and baby’"
        />
      </div>
      <div className="tg-doors">
        {DOORS.map(({ title, words, ways }) => (
          <section key={title} className="tg-doors__door">
            <h2 className="govuk-heading-m">{title}</h2>
            <p className="govuk-body">{words}</p>
            <WaysIn ways={ways} label={title} />
          </section>
        ))}
      </div>
      <section aria-labelledby="ring-now">
        <h2 className="govuk-heading-m" id="ring-now">
          Ring now
        </h2>
        <HelplineList helplines={URGENT_HELPLINES} />
      </section>
    </>
  )
}
