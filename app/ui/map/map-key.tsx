import { KIND_GROUPS, VACANCY_WORDS } from './map-words'
import { SHADES } from './shade'

interface MapKeyProps {
  /** What the numbers count: 'Results in an area'. */
  counts: string
  /** What stands on the map; null for the drawing, which has areas alone. */
  live: { circle: string | null; vacancies: boolean } | null
}

/** The key of the map in words: shades by their numbers, shapes and signs by their pictures. */
export function MapKey({ counts, live }: MapKeyProps) {
  return (
    <div className="tg-key">
      <div className="tg-key__row">
        <span className="tg-key__title">{counts}</span>
        <ul className="tg-key__shades">
          {SHADES.map(({ words }, shade) => (
            <li key={words} className={`tg-key__shade tg-key__shade--${shade}`}>
              {words}
            </li>
          ))}
        </ul>
      </div>
      {live && <Signs {...live} />}
    </div>
  )
}

function Signs({ circle, vacancies }: NonNullable<MapKeyProps['live']>) {
  return (
    <ul className="tg-key__signs" aria-label="Signs on the map">
      {circle && (
        <li>
          <span className="tg-key__circle" /> {circle}
        </li>
      )}
      {KIND_GROUPS.map(({ group, words }) => (
        <Sign key={group} picture={`kind-${group}`} words={words} />
      ))}
      {vacancies &&
        Object.entries(VACANCY_WORDS).map(([vacancy, words]) => (
          <Sign key={vacancy} picture={`vacancy-${vacancy}`} words={words} />
        ))}
      <Sign picture="prison" words="prison" />
      <li>
        <span className="tg-key__cluster">3</span> several: press to open
      </li>
    </ul>
  )
}

function Sign({ picture, words }: { picture: string; words: string }) {
  return (
    <li>
      <img src={`/static/map/${picture}.svg`} alt="" width="20" height="20" /> {words}
    </li>
  )
}
