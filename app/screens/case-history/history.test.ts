import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anotherCase, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { answerOfficer, takeFromQueue } from '~/domain/nobody-fits/coordinate.server'
import { correctEnd } from '~/domain/nobody-fits/correct-end.server'
import { sendNobodyFits } from '~/domain/nobody-fits/send.server'
import type { Because } from '~/domain/outcome/check-form'
import { type CheckAnswers, CHECK_KINDS, type CheckKind } from '~/domain/outcome/checks'
import { recordCheck } from '~/domain/outcome/record-check.server'
import { relabelCheck } from '~/domain/outcome/relabel-check.server'
import { historyFor } from './facts.server'

/** The women of the small world leave on Monday 8 March 2027; a day when every check can be recorded. */
const DAY_91 = new Date('2027-06-07T09:00:00Z')
const WHEN = '7 June 2027, 10:00'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
  world.passTo(DAY_91)
})
afterAll(() => world.database.drop())

const officer = () => world.viewers.lowNewtonOfficer
const colleague = () => world.viewers.lowNewtonColleague

const RECEPTION = { hnia: 'done', home: 'none', arrears: 'unknown', benefit: 'no' } as const
const NIGHT = { housed: 'housed', where: 'E08000021', safe: 'yes', suitable: 'unknown' } as const
const TOLD = { toldOn: '2027-01-20', agreed: 'yes', chosen: 'yes', contactPassed: null } as const

/** Of every check what was recorded first, what it was corrected to, and what the history of the case says. */
const CORRECTED: {
  [Kind in CheckKind]: [first: CheckAnswers<Kind>, then: CheckAnswers<Kind>, said: string[]]
} = {
  reception: [
    { ...RECEPTION, receivedOn: '2027-01-28', hniaOn: '2027-02-01', housing: 'nowhere' },
    { ...RECEPTION, receivedOn: '2027-01-28', hniaOn: '2027-02-02', housing: 'place' },
    [
      'Reception check: Where could they live on release, as things stand?: Nowhere to live → A place for 12 weeks or longer',
      'Reception check: Day it was done: 1 February 2027 → 2 February 2027',
    ],
  ],
  council_notice: [
    { ...TOLD, told: 'told', council: 'E08000021' },
    { ...TOLD, told: 'told', council: 'outside' },
    ['Council told of the release: Which council?: Newcastle upon Tyne → Outside the North East'],
  ],
  night_before: [
    { secured: 'yes', route: 'council' },
    { secured: 'no', route: null },
    [
      'Night before release: Was there an approved place at midnight before release?: Yes → No',
      'Night before release: Found by which way?: The council → not asked',
    ],
  ],
  first_night: [
    { ...NIGHT, route: 'family' },
    { ...NIGHT, route: 'council' },
    ['First night: Found by which way?: Family or friends → The council'],
  ],
  day_91: [
    { settled: 'settled' },
    { settled: 'custody' },
    ['Day 91: Where are they on day 91?: In settled housing → Back in prison'],
  ],
}

async function record(
  caseId: string,
  kind: CheckKind,
  answers: CheckAnswers,
  { version, because }: { version: number; because: Because | null },
) {
  const target = { caseId, kind, version }
  return recordCheck(world.app, colleague(), target, { answers, because }, form())
}

async function linesOf(caseId: string, viewer = officer()) {
  return (await historyFor(world.app, viewer, caseId))?.lines ?? null
}

describe('what was corrected of a case', () => {
  it.each(CHECK_KINDS)('has every answer that was corrected on its checks: %s', async kind => {
    const caseId = await anotherCase(world)
    const [first, then, said] = CORRECTED[kind]
    expect(await record(caseId, kind, first, { version: 0, because: null })).toEqual({ ok: true })
    expect(await linesOf(caseId)).toEqual([])
    expect(await record(caseId, kind, then, { version: 1, because: 'wrong' })).toEqual({ ok: true })
    const lines = (await linesOf(caseId)) ?? []
    expect(lines.map(({ label, from, to }) => `${label}: ${from} → ${to}`)).toEqual(said)
    for (const { by, when, mayStrike } of lines)
      expect([by, when, mayStrike]).toEqual(['Test colleague.lownewton', WHEN, false])
  })

  it('has why an answer does not stand, said anew', async () => {
    const caseId = await anotherCase(world)
    const [first, then] = CORRECTED.day_91
    await record(caseId, 'day_91', first, { version: 0, because: null })
    await record(caseId, 'day_91', then, { version: 1, because: 'wrong' })
    const { id: recordId } = await world.database.owner
      .selectFrom('outcomeCheck')
      .select('id')
      .where('caseId', '=', caseId)
      .where('replacedAt', 'is not', null)
      .executeTakeFirstOrThrow()
    const anew = { caseId, recordId, because: 'changed' } as const
    expect(await relabelCheck(world.app, officer(), anew, form())).toEqual({ ok: true })
    expect((await linesOf(caseId))?.at(-1)).toMatchObject({
      label: 'Day 91: why an earlier answer does not stand',
      from: 'It was recorded wrongly, and should not count',
      to: 'It was so, and has changed since',
      by: 'Test officer.lownewton',
    })
  })

  it('has how the case left the queue, said anew', async () => {
    const caseId = await anotherCase(world)
    const { coordinator } = world.viewers
    await sendNobodyFits(world.app, officer(), { caseId, agreed: 'yes' }, form())
    await takeFromQueue(world.app, coordinator, caseId, form())
    const answer = { caseId, outcome: 'nothing_found', note: 'Rang them' } as const
    await answerOfficer(world.app, coordinator, answer, form())
    const { id: entryId } = await world.database.owner
      .selectFrom('nobodyFits')
      .select('id')
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    const anew = { entryId, shown: 'nothing_found', endedAs: 'place_found' } as const
    expect(await correctEnd(world.app, coordinator, anew, form())).toEqual({ ok: true })
    expect(await linesOf(caseId)).toMatchObject([
      {
        label: 'How the case left the queue',
        from: 'Nothing was found',
        to: 'A place was found',
        by: 'Test coordinator',
      },
    ])
  })

  it('is for the team alone', async () => {
    const caseId = await anotherCase(world)
    const { durhamOfficer, firstManager } = world.viewers
    for (const stranger of [durhamOfficer, firstManager]) expect(await linesOf(caseId, stranger)).toBeNull()
  })

  it('leaves out no record of a case that keeps what it said before', async () => {
    const { rows } = await sql<{ tableName: string }>`
      select distinct c.table_name from information_schema.columns c
      join information_schema.columns o on o.table_name = c.table_name and o.table_schema = 'public'
      where c.table_schema = 'public' and c.column_name = 'case_id'
        and (o.column_name in ('was', 'replaced_at', 'before') or o.column_name like 'old\\_%')
      order by 1`.execute(world.database.owner)
    expect(rows.map(({ tableName }) => tableName)).toEqual(Object.keys(SAID_ON))
  })
})

/** Where a table's old values are read. */
const SAID_ON: Readonly<Record<string, string>> = {
  case_change: 'here',
  nobody_fits_end_change: 'here',
  outcome_check: 'here',
  referral_change_detail: 'on the referral that it was told to',
  release_date_change: 'on the case itself, as this page says',
}
