import type { DomainContext } from '~/domain/context'
import { addToShortlist } from '~/domain/shortlist/change-shortlist.server'
import { DAY_MS } from '~/domain/time/calendar'
import { seedId } from '../seed-id'
import type { SeededPerson } from './cases/seed-cases'
import { serviceId } from './service-rows'

interface Thought {
  /** The key of the case. */
  person: string
  archetypeId: string
  daysAgo: number
  note: string | null
}

/** What a team thinks of for somebody who has not been referred yet. */
const THOUGHTS: readonly Thought[] = [
  {
    person: 'mother',
    archetypeId: 'A16',
    daysAgo: 2,
    note: 'Rang: they keep a list, and would meet her first.',
  },
  { person: 'mother', archetypeId: 'A01', daysAgo: 1, note: null },
]

/** Puts places on the shortlists of cases, as their officers would. */
export async function seedShortlists(app: DomainContext, cases: Map<string, SeededPerson>): Promise<void> {
  for (const { person, archetypeId, daysAgo, note } of THOUGHTS) {
    const found = cases.get(person)
    if (!found) throw new Error(`There is no case “${person}”`)
    const then = new Date(app.clock().getTime() - daysAgo * DAY_MS)
    const thought = { caseId: found.caseId, serviceId: serviceId(archetypeId), note }
    const form = { key: seedId(`shortlist form:${person} ${archetypeId}`), fingerprint: archetypeId }
    const added = await addToShortlist({ ...app, clock: () => then }, found.officer, thought, form)
    if (!added.ok) throw new Error(`Nothing was put on the shortlist of “${person}”: ${added.reason}`)
  }
}
