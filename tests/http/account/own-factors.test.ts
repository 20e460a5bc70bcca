import { describe, expect, it } from 'vitest'
import { asSignIn, asSignInOf, asViewer } from '@db/viewer-transaction'
import { signInAt } from '../../support/sign-in'
import { ASK, factorStage, recoveryCodes } from './factor-stage'

const stage = factorStage()
const { setUp, addApp, read, send, factorsOf, factorIdsOf, auditOf, newsOf } = stage

describe('one’s own factors', () => {
  it('are listed, get another name, and are removed, but for the last', async () => {
    const { cookie, viewer } = await setUp()
    const [first = ''] = await factorIdsOf(viewer.personId)
    const one = `/account/second-factor/${first}`
    expect((await send(one, cookie, { name: '' })).status).toBe(422)
    expect((await send(one, cookie, { name: 'Red phone' })).location).toBe('/account/second-factor')
    expect((await read('/account/second-factor', cookie)).body).toContain('Red phone')

    expect((await read(one, cookie)).body).toContain('It is the only one you have')
    const last = await send(one, cookie, { intent: 'remove' })
    expect(last.status).toBe(409)
    expect(last.body).toContain('This is the only one you have')
    expect(await factorsOf(viewer.personId)).toEqual(['Red phone'])

    const second = await addApp(cookie, 'Tablet')
    expect(second.location).toBe('/account/second-factor')
    expect(await factorsOf(viewer.personId)).toEqual(['Red phone', 'Tablet'])
    expect((await send(one, cookie, { intent: 'remove' })).location).toBe('/account/second-factor')
    expect(await factorsOf(viewer.personId)).toEqual(['Tablet'])
    expect(await newsOf(viewer.personId)).toEqual(['factor_added', 'factor_added', 'factor_removed'])
    expect(await auditOf(viewer.personId)).toEqual([
      'second-factor.add app',
      'second-factor.add app',
      'second-factor.remove app',
    ])
  })

  it('are both left where both are removed at the same moment', async () => {
    const { cookie, viewer } = await setUp()
    await addApp(cookie, 'Tablet')
    const ids = await factorIdsOf(viewer.personId)
    const both = await Promise.all(
      ids.map(id => send(`/account/second-factor/${id}`, cookie, { intent: 'remove' })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await factorsOf(viewer.personId)).toHaveLength(1)
  })

  it('are not another’s to see or to change', async () => {
    const [mine, theirs] = [await setUp(), await setUp()]
    const [id = ''] = await factorIdsOf(theirs.viewer.personId)
    const path = `/account/second-factor/${id}`
    for (const fields of [[['name', 'Mine now']], [['intent', 'remove']]])
      expect((await send(path, mine.cookie, fields)).status).toBe(404)
    expect(await factorsOf(theirs.viewer.personId)).toEqual(['A phone'])
  })
})

describe('new recovery codes', () => {
  it('are shown once, and those before are good for nothing', async () => {
    const { cookie, codes, email } = await setUp()
    const path = '/account/second-factor/recovery-codes'
    expect((await read(path, cookie)).body).toContain('10 recovery codes are left')
    const renewed = recoveryCodes((await send(path, cookie, {})).body)
    expect(renewed).toHaveLength(10)
    expect(recoveryCodes((await read(path, cookie)).body)).toEqual([])
    const use = `${ASK}?use=recovery_code`
    const half = await signInAt(stage.server.url, email)
    expect((await send(use, half, { recoveryCode: codes[1] ?? '' })).status).toBe(422)
    expect((await send(use, half, { recoveryCode: renewed[1] ?? '' })).status).toBe(303)
    expect((await read(path, cookie)).body).toContain('9 recovery codes are left')
  })
})

describe('in the database', () => {
  it('no secret and no code lies readable', async () => {
    const { viewer, codes, typed } = await setUp()
    const { owner } = stage.database
    const rows = await owner
      .selectFrom('secondFactor')
      .selectAll()
      .where('personId', '=', viewer.personId)
      .execute()
    const hashes = await owner
      .selectFrom('recoveryCode')
      .selectAll()
      .where('personId', '=', viewer.personId)
      .execute()
    const kept = JSON.stringify([rows, hashes]) + rows.map(row => row.secret?.toString('latin1')).join('')
    for (const secret of [typed.replaceAll(' ', ''), ...codes, ...codes.map(code => code.replace('-', ''))])
      expect(kept).not.toContain(secret)
  })

  it('nobody reads another’s: no viewer any, and the part that checks credentials one person’s', async () => {
    const [one, other] = [await setUp(), await setUp()]
    for (const table of ['secondFactor', 'recoveryCode'] as const) {
      for (const role of ['officer', 'commissioner', 'administrator'] as const) {
        const read = asViewer(stage.database.app, { ...one.viewer, role }, trx =>
          trx.selectFrom(table).select('personId').execute(),
        )
        await expect(read).rejects.toThrow(/permission denied/)
      }
      await expect(stage.database.app.selectFrom(table).select('personId').execute()).rejects.toThrow(
        /permission/,
      )
      const nobody = await asSignIn(stage.database.app, trx =>
        trx.selectFrom(table).select('personId').execute(),
      )
      expect(nobody).toEqual([])
      const own = await asSignInOf(stage.database.app, one.viewer.personId, trx =>
        trx.selectFrom(table).select('personId').distinct().execute(),
      )
      expect(own).toEqual([{ personId: one.viewer.personId }])
    }
    const planted = asSignInOf(stage.database.app, one.viewer.personId, trx =>
      trx
        .insertInto('recoveryCode')
        .values({ personId: other.viewer.personId, hash: Buffer.alloc(32), createdAt: new Date(stage.nowMs) })
        .execute(),
    )
    await expect(planted).rejects.toThrow(/row-level security/)
  })
})
