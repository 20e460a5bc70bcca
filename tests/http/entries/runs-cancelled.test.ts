import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nominate } from '~/domain/nomination/nominate.server'
import {
  aCase,
  addRun,
  cancel,
  closeRunsStage,
  kept,
  named,
  openRunsStage,
  programme,
  request,
  runIds,
  runs,
  serviceId,
  stage,
  standing,
  take,
  toldOf,
  typedRun,
} from './runs-stage'

beforeAll(openRunsStage, 300_000)
afterAll(closeRunsStage)

describe('a run that is cancelled', () => {
  it('tells the officer, frees the place, can be put on again, and the place given back', async () => {
    await programme()
    const id = await addRun({ takenElsewhere: '0', waitingElsewhere: '0' })
    const placed = await named(id, ['begin_checks', 'give_place'])
    const waiting = await named(id, ['begin_checks', 'wait'])
    expect((await stage.read('manager', `${runs}/${id}/cancel`)).body).toContain(
      '2 people are nominated for it',
    )
    const done = await cancel(id, 'editor')
    expect([done.status, done.to]).toEqual([303, runs])
    expect(await kept(id)).toMatchObject({ taken: 0, waiting: 0, cancelledReason: 'staffing' })
    expect([await standing(placed.id), await standing(waiting.id)]).toEqual([
      ['checks', 4],
      ['checks', 4],
    ])
    expect(await toldOf(placed.id, 'run_cancelled')).toEqual([
      [stage.viewers.officer.personId, 'run_cancelled'],
    ])
    const page = await stage.read('officer', `/nominations/${placed.id}`)
    expect(page.body).toContain('The run is cancelled: choose another')
    expect(page.body).toContain('The run was cancelled: not enough staff')
    const own = await stage.read('manager', `/nominations/${placed.id}`)
    expect(own.body).not.toContain('Checks done: give a place')
    expect(await take(placed.id, 4, 'give_place')).toEqual({ ok: false, reason: 'cancelled' })
    expect(await take(placed.id, 4, 'take_back')).toEqual({ ok: false, reason: 'cancelled' })
    expect((await stage.read('officer', `/services/${serviceId}`)).body).not.toContain('26 March 2027')
    const history = await stage.read('manager', `/our-services/${serviceId}/history`)
    expect(history.body).toContain('Run cancelled: not enough staff')

    expect((await stage.send('manager', `${runs}/${id}/cancel`, [['intent', 'restore']])).status).toBe(303)
    expect((await stage.read('manager', `/our-services/${serviceId}/history`)).body).toContain('Run on again')
    expect(await take(placed.id, 5, 'take_back')).toEqual({ ok: true })
    expect([await standing(placed.id), (await kept(id)).taken]).toEqual([['place', 6], 1])
  })

  it('leads to another run, and takes nobody new', async () => {
    await programme()
    const id = await addRun()
    const other = await addRun({ startsOn: '2027-04-05', endsOn: '2027-04-23', lastReferralOn: '2027-03-31' })
    const nomination = await named(id, ['begin_checks', 'give_place'])
    await cancel(id)
    const caseId = await aCase()
    const wanted = { caseId, serviceId, cohortId: id, agreed: 'yes' } as const
    expect(await nominate(stage.server.app, stage.viewers.officer, wanted, request())).toEqual({
      ok: false,
      reason: 'run',
    })
    expect(await take(nomination.id, 4, 'change_run', { cohortId: other })).toEqual({ ok: true })
    expect(await standing(nomination.id)).toEqual(['checks', 5])
    expect((await stage.read('officer', `/nominations/${nomination.id}`)).body).toContain(
      'Run changed to the run of 5 April 2027 to 23 April 2027, from the run of 1 March 2027 to 26 March 2027',
    )
    expect((await stage.read('officer', `/nominations/${nomination.id}`)).body).not.toContain(
      'The run is cancelled: choose another',
    )
  })

  it('is not one in which somebody started, nor cancelled twice, and needs a reason', async () => {
    await programme()
    const begun = await addRun({ startsOn: '2027-01-25', lastReferralOn: '2027-02-24' })
    await named(begun, ['begin_checks', 'give_place', 'start'])
    // Its page has no form any more: sent from one that was drawn before.
    const refused = await stage.send('manager', `${runs}/${begun}/cancel`, [
      ['version', '2'],
      ['intent', 'cancel'],
      ['reason', 'staffing'],
    ])
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Somebody has started in this run')
    expect(await kept(begun)).toMatchObject({ cancelledAt: null, taken: 4 })

    const id = await addRun()
    const unsaid = await stage.send('manager', `${runs}/${id}/cancel`, [['intent', 'cancel']])
    expect(unsaid.status).toBe(422)
    expect(unsaid.body).toContain('Choose why the run is cancelled')
    expect((await cancel(id)).status).toBe(303)
    expect((await cancel(id)).status).toBe(409)
    expect((await stage.send('manager', `${runs}/${id}`, typedRun())).status).toBe(409)
  })

  it('lets one of two win who cancel it and name somebody for it at once', async () => {
    await programme()
    const id = await addRun()
    const caseId = await aCase()
    const wanted = { caseId, serviceId, cohortId: id, agreed: 'yes' } as const
    const [made] = await Promise.all([
      nominate(stage.server.app, stage.viewers.officer, wanted, request()),
      cancel(id),
    ])
    expect((await kept(id)).cancelledReason).toBe('staffing')
    if (!made.ok) return
    expect(await toldOf(made.nominationId, 'run_cancelled')).toHaveLength(1)
  })
})

describe('a programme that is paused', () => {
  it('says so on its runs, and to whoever would nominate, whose form is gone', async () => {
    await programme()
    await addRun()
    const path = `/cases/${await aCase()}/nominate/${serviceId}`
    expect((await stage.read('officer', path)).body).toContain('Which run?')
    await stage.send('manager', `/our-services/${serviceId}/standing`, [
      ['intent', 'pause'],
      ['pausedReason', 'staffing'],
    ])
    expect((await stage.read('manager', runs)).body).toContain('Paused: not enough staff')
    const page = await stage.read('officer', path)
    expect(page.body).toContain('It takes nobody new now')
    expect(page.body).not.toContain('Which run?')
    const sent = await stage.send('officer', path, [
      ['run', (await runIds())[0] ?? ''],
      ['agreed', 'yes'],
    ])
    expect(sent.status).toBe(422)
    expect(sent.body).toContain('This programme is paused and takes nobody new now')
    await stage.send('manager', `/our-services/${serviceId}/standing`, [['intent', 'close']])
    const closed = await stage.send('officer', path, [
      ['run', (await runIds())[0] ?? ''],
      ['agreed', 'yes'],
    ])
    expect(closed.status).toBe(409)
    expect(closed.body).toContain('This programme has closed')
  })
})
