import { isOverdue, type RegisterEntry } from '../action/entry'
import type { Day } from '../time/calendar'
import type { Light } from './threshold'

interface Escalated {
  now: Light | null
  before: Light | null
  /** Open actions of the indicator. */
  actions: readonly Pick<RegisterEntry, 'state' | 'dueOn'>[]
}

/** What is done about an indicator, by its light and what the register says of it; null where nothing is asked. Takes today in London. */
export function escalationOf({ now, before, actions }: Escalated, today: Day): string | null {
  if (now === null || now === 'green') return null
  if (actions.length === 0)
    return now === 'red'
      ? 'Outside tolerance and no action: to the partnership now'
      : 'No action: the owner records one'
  if (actions.some(action => isOverdue(action, today))) return 'An action is overdue: to the partnership now'
  if (now === 'amber') return 'The owner tells the next meeting'
  return before === 'red'
    ? 'Red twice running: to the partnership now'
    : 'The owner tells the partnership within a month'
}
