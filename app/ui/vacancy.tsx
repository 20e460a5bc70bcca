import { Tag } from './tag'

/** `day` in words, 'Mon 28 December'; `then` is left out for today. */
export type VacancyShown =
  | { kind: 'free'; count: number; then?: { day: string; count: number } }
  | { kind: 'none'; then?: { day: string; now: number } }
  /** `since` in words: '16 days'; left out when never confirmed. */
  | { kind: 'not-confirmed'; since?: string }

export type FreshnessShown =
  /** `when` in words: '3 hours ago', 'yesterday'. */
  { kind: 'confirmed'; when: string } | { kind: 'check-first'; when: string } | { kind: 'not-confirmed' }

/** What is free, in a sign, a word and a colour. Not confirmed is never shown as none. */
export function VacancyTag({ vacancy }: { vacancy: VacancyShown }) {
  switch (vacancy.kind) {
    case 'free':
      return (
        <Tag tone="green" sign="✓">
          {freeText(vacancy)}
        </Tag>
      )
    case 'none':
      return <Tag sign="✕">{noneText(vacancy.then)}</Tag>
    case 'not-confirmed':
      return (
        <Tag tone="hatched" sign="?">
          not confirmed{vacancy.since && ` for ${vacancy.since}`}: phone first
        </Tag>
      )
  }
}

function freeText({ count, then }: Extract<VacancyShown, { kind: 'free' }>): string {
  if (!then) return `${count} free now`
  return then.count === count
    ? `${count} free now and on ${then.day}`
    : `${count} free now, ${then.count} of them still free on ${then.day}`
}

function noneText(then: Extract<VacancyShown, { kind: 'none' }>['then']): string {
  if (!then) return 'none free now'
  return then.now === 0 ? `none free on ${then.day}` : `${then.now} free now, none of them on ${then.day}`
}

/** What will be free if those leave who are expected to: a forecast, which nobody has confirmed. */
export function ExpectedTag({ words }: { words: string }) {
  return (
    <Tag tone="blue" sign="→">
      {words}
    </Tag>
  )
}

/** How far the vacancy can be trusted. */
export function FreshnessText({ freshness }: { freshness: FreshnessShown }) {
  if (freshness.kind === 'confirmed') return <Tag>{`confirmed ${freshness.when}`}</Tag>
  if (freshness.kind === 'not-confirmed') return <Tag tone="dashed">not confirmed: phone</Tag>
  return (
    <Tag tone="dashed" sign="!">
      confirmed {freshness.when}: check first
    </Tag>
  )
}
