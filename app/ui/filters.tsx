import { KEEP_SCROLL } from './page/follow-links'

export interface Chip {
  text: string
  /** The same page without this filter. */
  withoutIt: string
}

interface FilterChoice {
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
  /** How many more choices there are, and the same page with them. */
  more?: { count: number; href: string } | null
}

/** The filters in force, each a link that takes it away. Nothing when there are none. */
export function Chips({ chips }: { chips: readonly Chip[] }) {
  if (chips.length === 0) return null
  return (
    <ul className="tg-chips" aria-label="Filters in force">
      {chips.map(chip => (
        <li key={chip.text}>
          <a className="tg-chip" href={chip.withoutIt} {...KEEP_SCROLL}>
            <span className="govuk-visually-hidden">Remove filter </span>
            {chip.text} <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** One group of filters with counts, inside a GET form of the page. */
export function FilterGroup({ legend, name, choices, more = null }: FilterGroupProps) {
  if (choices.length === 0 && more) return <MoreChoices text={`${legend}: ${more.count} choices`} {...more} />
  return (
    <fieldset className="tg-filter">
      <legend className="tg-filter__legend">{legend}</legend>
      {choices.map(choice => (
        <FilterRow key={`${choice.name} ${choice.value}`} name={choice.name ?? name} choice={choice} />
      ))}
      {more && <MoreChoices text={`Show ${more.count} more`} about={legend} {...more} />}
    </fieldset>
  )
}

function MoreChoices({ text, about, href }: { text: string; about?: string; href: string }) {
  return (
    <p className="tg-filter__more">
      <a className="govuk-link govuk-link--no-visited-state" href={href} {...KEEP_SCROLL}>
        {text}
        {about && <span className="govuk-visually-hidden"> of {about}</span>}
      </a>
    </p>
  )
}

/** The count belongs to the label: what a screen reader says of a box is what the eye reads beside it. */
function FilterRow({ name, choice }: { name: string; choice: FilterChoice }) {
  return (
    <label className="tg-filter__row">
      <input
        className="tg-filter__box"
        type="checkbox"
        id={`${name}-${choice.value}`}
        name={name}
        value={choice.value}
        defaultChecked={choice.checked}
      />
      {choice.text}
      {choice.count !== undefined && <span className="tg-filter__count">{choice.count}</span>}
    </label>
  )
}
