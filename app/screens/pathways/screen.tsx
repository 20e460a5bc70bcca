import { PrintLink } from '~/ui/page/print-link'
import { Tabs } from '~/ui/tabs'
import type { PathwaysPage } from './page'
import { PathwayTable, SIGNS } from './pathway-table'

/** The pathway map: by authority or by prison. */
export function PathwaysScreen(page: PathwaysPage & { mayRecord: boolean }) {
  const { by, sentence, asOf } = page
  return (
    <div className="tg-landscape">
      <PrintLink />
      <h1 className="govuk-heading-l">Pathways: what is served where</h1>
      <p className="tg-lede">
        <strong className="tg-strong">{sentence}</strong> As the directory stood on {asOf}.
      </p>
      <Tabs
        label="The map by"
        tabs={[
          { to: '/pathways', text: 'By authority', current: by === 'authority' },
          { to: '/pathways?by=prison', text: 'By prison', current: by === 'prison' },
        ]}
      />
      <PathwayTable {...page} />
      <p className="govuk-body">
        <a className="govuk-link" href={`/pathways.csv?by=${by}`} download>
          Download this table (CSV)
        </a>
      </p>
      <PathwayKey />
    </div>
  )
}

const KEY = [
  {
    outcome: 'served',
    words:
      'Served: at least one service says so, and somebody went through its entry within the last year. By authority, services count where they say they cover it; by prison, programmes count where they run.',
  },
  {
    outcome: 'none',
    words:
      'None listed: services are listed here, all of them say which pathways they serve, and none serves this one. A gap.',
  },
  {
    outcome: 'no_data',
    words:
      'No data: nothing is listed here, a service has not said what it serves, or what is said was not verified for a year. It is never counted as none.',
  },
] as const

function PathwayKey() {
  return (
    <section aria-labelledby="key">
      <h2 className="govuk-heading-s" id="key">
        Key
      </h2>
      <ul className="tg-legend tg-pathways__key">
        {KEY.map(({ outcome, words }) => (
          <li key={outcome} className="tg-legend__item">
            <span className={`tg-pathways__sign tg-pathways__cell--${outcome}`} aria-hidden="true">
              {SIGNS[outcome]}
            </span>
            {words}
          </li>
        ))}
        <li className="tg-legend__item">
          <span className="tg-pathways__sign" aria-hidden="true">
            2 ×
          </span>
          Overlap: two or more providers have a verified service of the same kind for it. Beds are not an
          overlap.
        </li>
      </ul>
    </section>
  )
}
