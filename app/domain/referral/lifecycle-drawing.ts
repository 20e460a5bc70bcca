import { AS_BEFORE, CONDITIONS, LIFECYCLE, SUBMISSION, type Target, type Transition } from './lifecycle'
import { ACTOR_LABELS } from './referral'
import { factsOf, isOpen, REFERRAL_STATES, type ReferralState, stateLabel } from './states'

/** The page docs/referral-lifecycle.md, made from the table; a test holds the two together. Safe for the browser. */
export function drawLifecycle(): string {
  return [
    '# The lifecycle of a referral',
    '',
    'Made from `app/domain/referral/lifecycle.ts`. Change the table, then write this page again:',
    '`npx vitest run app/domain/referral/lifecycle.test.ts --update`.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...REFERRAL_STATES.map(state => `  ${state}: ${stateLabel(state)}`),
    `  [*] --> ${SUBMISSION.to}: ${SUBMISSION.wording}`,
    ...arrows(),
    ...REFERRAL_STATES.filter(state => !isOpen(state)).map(state => `  ${state} --> [*]`),
    '```',
    '',
    'Withdrawing and parking are left out of the drawing: the referrer may withdraw in any open state before arrival, and the',
    'system parks any open referral before arrival when another of the same case is accepted. So is undoing how it ended, which leads',
    'back to where it stood.',
    '',
    '<!-- prettier-ignore-start -->',
    '',
    '| state | event | to | by | requires | button |',
    '|---|---|---|---|---|---|',
    tableRow(SUBMISSION),
    ...LIFECYCLE.map(tableRow),
    '',
    '| state | limit |',
    '|---|---|',
    ...REFERRAL_STATES.flatMap(limitRow),
    '',
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n')
}

const NOT_DRAWN: ReadonlySet<string> = new Set(['withdraw', 'park', 'undo_end'])

function arrows(): string[] {
  return LIFECYCLE.filter(row => !NOT_DRAWN.has(row.event) && row.to !== row.from).flatMap(row =>
    targets(row).map(to => `  ${row.from} --> ${to}: ${row.wording}`),
  )
}

/** What was parked, or moved, goes back to any state it may have come from. */
function targets(row: Transition): ReferralState[] {
  if (row.to !== 'where_it_was' && row.to !== AS_BEFORE) return [row.to]
  return row.from === 'parked' ? ['under_review'] : ['offered', 'accepted']
}

function tableRow(row: Transition | typeof SUBMISSION): string {
  const requires = row.requires.map(words).join(', ') || '–'
  return `| ${'from' in row ? fromLabel(row) : '–'} | ${row.event} | ${targetLabel(row.to)} | ${ACTOR_LABELS[row.by]} | ${requires} | ${row.wording} |`
}

function fromLabel({ from, where }: Transition): string {
  return where ? `${stateLabel(from)}, ${CONDITIONS[where].words}` : stateLabel(from)
}

function targetLabel(to: Target): string {
  if (to === AS_BEFORE) return 'the state it came from; under review where its bed is another’s'
  return to === 'where_it_was' ? 'the state it came from' : stateLabel(to)
}

function limitRow(state: ReferralState): string[] {
  const { limit } = factsOf(state)
  if (!limit) return []
  const days = 'days' in limit ? ` ${limit.days}` : ''
  const near =
    limit.kind === 'working_days' && limit.quickNearRelease ? '; the same day within 5 days of release' : ''
  return [`| ${stateLabel(state)} | ${LIMIT_WORDS[limit.kind]}${days}${near} |`]
}

const LIMIT_WORDS = {
  working_days: 'working days:',
  days: 'days:',
  after_assessment: 'working days after the assessment:',
  offer: 'as long as the offer stands',
  release_day: '20:00 on the day of release',
} as const

function words(code: string): string {
  return code.replaceAll('_', ' ')
}
