import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { DomainContext } from '~/domain/context'
import { addEntry } from '~/domain/entry/add-entry.server'
import { entryPart } from '~/domain/entry/parts'
import { type EntryResult, savePart } from '~/domain/entry/save-part.server'
import { sendEntry } from '~/domain/entry/send-entry.server'
import { DAY_MS } from '~/domain/time/calendar'
import { seedId } from '../../seed-id'
import { accountViewer } from '../viewers'

const NEWCASTLE = 'E08000021'
const APPLICATION = {
  id: seedId('application:Teasel Trust'),
  name: 'Teasel Trust',
  kind: 'provider',
  runs: 'Four shared houses in Gateshead and South Tyneside for men and women in recovery.',
  applicantName: 'Corin Teasel',
  applicantEmail: 'corin.teasel@example.org',
  applicantPhone: '0191 498 0175',
}

/** What waits for an editor: an organisation that asks to join, since the day before yesterday, and an entry that nobody has seen yet, since yesterday. */
export async function seedWaiting(owner: Kysely<DB>, app: DomainContext): Promise<void> {
  const ago = (days: number) => new Date(app.clock().getTime() - days * DAY_MS)
  await owner
    .insertInto('organisationApplication')
    .values({ ...APPLICATION, createdAt: ago(2) })
    .execute()
  await sendNewEntry({ ...app, clock: () => ago(1) })
}

/** Begun, filled in and sent as its manager would. */
async function sendNewEntry(app: DomainContext): Promise<void> {
  const manager = accountViewer('manager.quernstone@example.org')
  const begun = await addEntry(
    app,
    manager,
    {
      organisationId: null,
      name: 'Quernstone Mentors',
      kind: 'mentoring',
      summary: 'Somebody to meet at the gate, and for six months after.',
      isForWomenOrAbuse: false,
      areas: [NEWCASTLE],
      staffedHours: null,
    },
    form('begin'),
  )
  const serviceId = made(begun)
  const save = async (name: string, version: number, values: Record<string, unknown>) => {
    const part = entryPart(name)
    if (!part) throw new Error(`An entry has no part “${name}”`)
    made(await savePart(app, manager, { serviceId, version, part, values }, form(name)))
  }
  await save('where', 1, { areas: [NEWCASTLE], pathways: ['employment', 'families'] })
  await save('contact', 2, { phone: '0191 498 0176', referralRoute: 'here' })
  made(await sendEntry(app, manager, { serviceId, version: 3, intent: 'send' }, form('send')))
}

function form(step: string) {
  return { key: seedId(`waiting entry:${step}`), fingerprint: step }
}

function made(result: EntryResult): string {
  if (!result.ok) throw new Error(`The waiting entry could not be made: ${result.reason}`)
  return result.serviceId
}
