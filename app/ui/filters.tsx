import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export interface Chip {
  text: string
  /** The same page without this filter. */
  withoutIt: string
}

export interface FilterChoice {
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
  /** After the choices: 'Show all 12'. */
  children?: ReactNode
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

/** One group of filters with counts, inside a GET form of the page. */
export function FilterGroup({ legend, name, choices, children }: FilterGroupProps) {
  return (
    <fieldset className="tg-filter">
      <legend className="tg-filter__legend">{legend}</legend>
      {choices.map(choice => (
        <div key={choice.value} className="tg-filter__row">
          <input
            className="tg-filter__box"
            type="checkbox"
            id={`${name}-${choice.value}`}
            name={name}
            value={choice.value}
            defaultChecked={choice.checked}
          />
          <label className="tg-filter__label" htmlFor={`${name}-${choice.value}`}>
            {choice.text}
          </label>
          {choice.count !== undefined && (
            <span className="tg-filter__count">
              {choice.count}
              <span className="govuk-visually-hidden"> results</span>
            </span>
          )}
        </div>
      ))}
      {children}
    </fieldset>
  )
}
