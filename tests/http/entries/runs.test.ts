import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addRun,
  cancel,
  closeRunsStage,
  kept,
  named,
  openRunsStage,
  programme,
  runIds,
  runs,
  serviceId,
  stage,
  toldOf,
  typedRun,
} from './runs-stage'

beforeAll(openRunsStage, 300_000)
afterAll(closeRunsStage)

describe('a run of a programme', () => {
  it('is added, said, corrected in every field, and its old answers stand in the history', async () => {
    await programme()
    const id = await addRun()
    const page = await stage.read('manager', runs)
    for (const words of [
      '1 March 2027 to 26 March 2027',
      '3 of 8 places taken',
      '2 waiting',
      'Last day to nominate: 24 February 2027',
      'Reaches 14 children',
      'Tuesday and Thursday, from 9:30am',
      'Chapel, HMP Low Newton',
      'Takes nominations',
    ])
      expect(page.body).toContain(words)
    const corrected = await stage.send(
      'manager',
      `${runs}/${id}`,
      typedRun({
        startsOn: '2027-03-02',
        endsOn: '2027-04-09',
        lastReferralOn: '2027-02-26',
        capacity: '10',
        takenElsewhere: '4',
        waitingElsewhere: '',
        reachChildren: '20',
        ...{ weekdays: '1,2,3', timeOfDay: '', place: 'Library' },
      }),
    )
    expect([corrected.status, corrected.to]).toEqual([303, runs])
    const { body } = await stage.read('manager', `/our-services/${serviceId}/history`)
    for (const line of [
      'First day of a run: 2 March 2027 (was 1 March 2027)',
      'Last day of a run: 9 April 2027 (was 26 March 2027)',
      'Last day to refer to a run: 26 February 2027 (was 24 February 2027)',
      'Places in a run: 10 (was 8)',
      'Places taken in a run: 4 (was 3)',
      'Waiting for a run: 0 (was 2)',
      'Run from 2 March 2027, Children reached by a run: 20 (was 14)',
      'Days of the week of a run: Monday to Wednesday (was Tuesday and Thursday)',
      'Time of a run: not stated (was 9:30am)',
      'Place of a run: Library (was Chapel, HMP Low Newton)',
      'Run from 1 March 2027, 8 places, added',
    ])
      expect(body).toContain(line)
    const directory = await stage.read('officer', `/services/${serviceId}`)
    expect(directory.body).toContain('2 March 2027 to 9 April 2027')
    expect(directory.body).toContain('6 of 10')
    expect(directory.body).toMatch(/Monday to Wednesday<\/div><div[^>]*>Library</)
  })

  it('refuses days that cannot be, beside them, keeps the typing and changes nothing', async () => {
    await programme()
    const id = await addRun()
    const before = await kept(id)
    const wrong = typedRun({ endsOn: '2027-02-27', lastReferralOn: '2027-03-28', reachChildren: '17' })
    const refused = await stage.send('manager', `${runs}/${id}`, wrong)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('The last day must be the first day or later')
    expect(refused.body).toContain('The last day to nominate must be the last day of the run or earlier')
    expect(refused.body).toContain('value="17"')
    const empty = await stage.send('manager', `${runs}/${id}`, [])
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('Enter the first day of the run')
    expect(empty.body).toContain('Enter how many places the run has')
    expect(await kept(id)).toEqual(before)
  })

  it('never has fewer places than are taken, those given here counted, and says how many', async () => {
    await programme()
    const id = await addRun({ takenElsewhere: '1' })
    await named(id, ['begin_checks', 'give_place'])
    expect((await kept(id)).taken).toBe(2)
    const refused = await stage.send(
      'manager',
      `${runs}/${id}`,
      typedRun({ capacity: '1', takenElsewhere: '1' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('2 places are taken. Enter 2 or more, or take places back first')
    expect((await kept(id)).capacity).toBe(8)
    // What is said of other ways leaves what was given here.
    const saved = await stage.send(
      'manager',
      `${runs}/${id}`,
      typedRun({ capacity: '2', takenElsewhere: '0' }),
    )
    expect(saved.status).toBe(303)
    expect(await kept(id)).toMatchObject({ capacity: 2, taken: 1 })
  })

  it('that moves is told to the team of whoever is named for it, and said on the nomination', async () => {
    await programme()
    const id = await addRun()
    const nomination = await named(id)
    await stage.send('editor', `${runs}/${id}`, typedRun({ endsOn: '2027-04-02', place: 'Library' }))
    for (const event of ['run_moved', 'run_arranged'])
      expect(await toldOf(nomination.id, event)).toEqual([[stage.viewers.officer.personId, event]])
    const { body } = await stage.read('officer', `/nominations/${nomination.id}`)
    expect(body).toContain('the dates of the run were changed; the place of the run changed')
    expect(body).toContain('The dates of the run were changed, which was 1 March 2027 to 26 March 2027')
  })

  it('at another time is told to the team, says what changed on the nomination, and when and where it is', async () => {
    await programme()
    const id = await addRun()
    const nomination = await named(id)
    await stage.send('manager', `${runs}/${id}`, typedRun({ weekdays: '2' }))
    await stage.send('manager', `${runs}/${id}`, typedRun({ weekdays: '2', place: 'Library' }))
    const told = [stage.viewers.officer.personId, 'run_arranged']
    expect(await toldOf(nomination.id, 'run_arranged')).toEqual([told])
    const { body } = await stage.read('officer', `/nominations/${nomination.id}`)
    expect(body).toContain('the days of the week and the place of the run changed')
    expect(body).toContain('When or where the run is was changed: the place')
    for (const said of ['Tuesday, from 9:30am', 'Library']) expect(body).toContain(said)
  })

  it('says where it is of no service whose places are hidden, and forgets it as they are hidden', async () => {
    await programme()
    const id = await addRun()
    await stage.send('manager', `${runs}/${id}`, typedRun({ place: 'Library' }))
    await sql`update service set confidential = true where id = ${serviceId}`.execute(stage.database.owner)
    for (const path of [`/services/${serviceId}`, runs, `/our-services/${serviceId}/history`])
      expect((await stage.read('manager', path)).body).not.toMatch(/Library|Chapel/)
    expect((await stage.read('manager', `${runs}/${id}`)).body).not.toContain('name="place"')
    await stage.send('manager', `${runs}/${id}`, typedRun({ capacity: '9' }))
    expect(await kept(id)).toMatchObject({ capacity: 9, place: null })
  })

  it('lets one of two win, and shows the other what is saved beside what was typed', async () => {
    await programme()
    const id = await addRun()
    const version = ['version', '2']
    expect(
      (await stage.send('editor', `${runs}/${id}`, [version, ...typedRun({ capacity: '9' })])).status,
    ).toBe(303)
    const second = await stage.send('manager', `${runs}/${id}`, [version, ...typedRun({ capacity: '12' })])
    expect(second.status).toBe(409)
    expect(second.body).toContain('What is saved now')
    expect(second.body).toContain('9 places')
    expect(second.body).toContain('value="12"')
    expect((await kept(id)).capacity).toBe(9)
  })

  it('is kept by no worker and no stranger, who send what its manager would', async () => {
    await programme()
    const id = await addRun()
    const before = await kept(id)
    for (const who of ['worker', 'stranger', 'council', 'officer'] as const)
      for (const [path, form] of [
        [`${runs}/${id}`, typedRun({ capacity: '20' })],
        [`${runs}/new`, typedRun()],
        [`${runs}/${id}/cancel`, Object.entries({ intent: 'cancel', reason: 'other' })],
      ] satisfies [string, string[][]][])
        expect([who, path, (await stage.send(who, path, [['version', '2'], ...form])).status]).toEqual([
          who,
          path,
          404,
        ])
    expect((await stage.read('worker', runs)).status).toBe(200)
    expect((await stage.read('stranger', runs)).status).toBe(404)
    expect(await kept(id)).toEqual(before)
    expect(await runIds()).toEqual([id])
  })
})

describe('what an editor does with a run', () => {
  /** The news the provider is owed of it by the jobs that wait. */
  async function news(): Promise<string[]> {
    const { rows } = await sql<{ decision: string }>`select data ->> 'decision' as decision from pgboss.job
      where name = 'notify' and data ->> 'reviewedId' = ${serviceId} order by created_on, id`.execute(
      stage.database.owner,
    )
    return rows.map(({ decision }) => decision)
  }

  it('is told to the provider, and nothing that it did itself', async () => {
    await programme()
    const id = await addRun()
    await stage.send('manager', `${runs}/${id}`, typedRun({ capacity: '9' }))
    expect(await news()).toEqual([])
    await stage.send('editor', `${runs}/${id}`, typedRun({ capacity: '10' }))
    await cancel(id, 'editor')
    await stage.send('editor', `${runs}/${id}/cancel`, [['intent', 'restore']])
    expect((await news()).sort()).toEqual(['run_cancelled', 'run_changed', 'run_restored'])
  })
})
