import { Link } from '@remix-run/react'

export interface Chip {
  text: string
  /** The same page without this filter. */
  withoutIt: string
}

export interface FilterChoice {
  /** Of the query parameter, where it is not the group's. */
  name?: string
  value: string
  text: string
  /** How many results it would leave; undefined while unknown. */
  count?: number
  checked: boolean
}

export interface FilterGroupProps {
  legend: string
  /** Of the query parameter; ids are made from it. */
  name: string
  choices: readonly FilterChoice[]
  /** The first so many are in sight, the others behind 'Show all'; all of them unless told. */
  inSight?: number
}

/** The filters in force, each a link that takes it away. Nothing when there are none. */
export function Chips({ chips }: { chips: readonly Chip[] }) {
  if (chips.length === 0) return null
  return (
    <ul className="tg-chips" aria-label="Filters in force">
      {chips.map(chip => (
        <li key={chip.text}>
          <Link className="tg-chip" to={chip.withoutIt} preventScrollReset>
            <span className="govuk-visually-hidden">Remove filter </span>
            {chip.text} <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** On a narrow screen, where the filters stand below the results: the way to them. Their form has the id `filters`. */
export function ToFilters() {
  return (
    <a className="govuk-link tg-to-filters" href="#filters">
      Change filters
    </a>
  )
}

/** Fewer than these are not worth a press. */
const FEWEST_HIDDEN = 2

/** One group of filters with counts, inside a GET form of the page. What is ticked is never out of sight. */
export function FilterGroup({ legend, name, choices, inSight = choices.length }: FilterGroupProps) {
  const shown = choices.length <= inSight + FEWEST_HIDDEN ? choices.length : inSight
  const first = choices.slice(0, shown)
  const others = choices.slice(shown)
  return (
    <fieldset className="tg-filter">
      <legend className="tg-filter__legend">{legend}</legend>
      <FilterRows name={name} choices={first} />
      {others.length > 0 && (
        <details className="tg-filter__more" open={others.some(choice => choice.checked)}>
          <summary className="tg-filter__summary">
            {first.length === 0 ? `Show ${others.length}` : `Show ${others.length} more`}
            <span className="govuk-visually-hidden"> of {legend}</span>
          </summary>
          <FilterRows name={name} choices={others} />
        </details>
      )}
    </fieldset>
  )
}

function FilterRows({ name, choices }: Pick<FilterGroupProps, 'name' | 'choices'>) {
  return (
    <>
      {choices.map(choice => (
        <FilterRow
          key={`${choice.name ?? name} ${choice.value}`}
          name={choice.name ?? name}
          choice={choice}
        />
      ))}
    </>
  )
}

function FilterRow({ name, choice }: { name: string; choice: FilterChoice }) {
  const id = `${name}-${choice.value}`
  return (
    <div className="tg-filter__row">
      <input
        className="tg-filter__box"
        type="checkbox"
        id={id}
        name={name}
        value={choice.value}
        defaultChecked={choice.checked}
      />
      <label className="tg-filter__label" htmlFor={id}>
        {choice.text}
      </label>
      {choice.count !== undefined && (
        <span className="tg-filter__count">
          {choice.count}
          <span className="govuk-visually-hidden"> results</span>
        </span>
      )}
    </div>
  )
}
