import { type z } from 'zod'
import { newId } from '@db/id'
import { recordAudit } from '../../audit/record-audit.server'
import { importer, type SheetWork } from '../../sheet/importer.server'
import { saidTwice, tidy } from '../../sheet/read-sheet'
import type { SheetPlan, SheetRow, SheetWrong } from '../../sheet/sheet'
import { lockClaims } from '../claims/lock-service.server'
import { keepsVacancies } from '../own/vacancy-access.server'
import { vacancyRefusalText } from '../vacancy-result'
import { against, type OfRooms, takesOf } from './against-room.server'
import { type Room, roomsOf } from './own-rooms.server'
import type { RoomFacts } from './room'
import {
  cellsOfRoom,
  ROOM_COLUMNS,
  ROOM_FIELD_NAMES,
  ROOM_HEADINGS,
  ROOM_ID,
  ROOM_SERVICE_ID,
  type RoomField,
  type RoomTyped,
  sayTyped,
  typedOfCells,
  typedRoom,
} from './room-cells'
import { roomForm } from './room-form'

/** The rooms in use of the viewer's own services by file. A line without a room's ID is a new one, or the one of that name. */
export const roomSheet = importer<RoomStep>({
  headings: ROOM_HEADINGS,
  key: ROOM_SERVICE_ID,
  async lines(work) {
    const services = await ownServices(work)
    return services.flatMap(({ id, name, rooms }) =>
      inUse(rooms).map(room => [id, name, room.id, ...cellsOfRoom(typedRoom(room))]),
    )
  },
  plan: planRooms,
  apply: applyRooms,
})

interface OwnService extends OfRooms {
  id: string
  name: string
  rooms: Room[]
}

interface RoomStep {
  serviceId: string
  /** Null for a new one. */
  room: Room | null
  name: string
  facts: RoomFacts
}

type Line = Extract<SheetPlan<RoomStep>, { ok: true }>['lines'][number]

async function ownServices({ trx, viewer }: SheetWork): Promise<OwnService[]> {
  if (!keepsVacancies(viewer)) return []
  const services = await trx
    .selectFrom('service')
    .select(['id', 'name', 'kind', takesOf('service.id').as('takes')])
    .where('organisationId', '=', viewer.organisationId)
    .where('archivedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const found: OwnService[] = []
  for (const service of services) found.push({ ...service, rooms: await roomsOf(trx, service.id) })
  return found
}

async function planRooms(work: SheetWork, rows: readonly SheetRow[]): Promise<SheetPlan<RoomStep>> {
  const named = new Set(rows.map(({ cells }) => (cells[ROOM_SERVICE_ID] ?? '').toLowerCase()))
  const own = (await ownServices(work)).filter(({ id }) => named.has(id)).map(({ id }) => id)
  await lockClaims(work.trx, ...own)
  const services = new Map((await ownServices(work)).map(each => [each.id, each]))
  const planned = rows.map(row => planLine(row, services))
  const lines = planned.flatMap(({ line }) => line ?? [])
  const wrong = [
    ...planned.flatMap(each => each.wrong ?? []),
    ...saidTwice(rows, ROOM_ID),
    ...namesTwice(lines, services),
  ]
  if (wrong.length > 0) return { ok: false, wrong: wrong.sort((one, other) => one.line - other.line) }
  return { ok: true, lines }
}

async function applyRooms({ trx, viewer }: SheetWork, steps: readonly RoomStep[]): Promise<void> {
  const added = new Map<string, number>()
  for (const { serviceId, room, name, facts } of steps) {
    if (room) {
      const written = { name, ...facts, version: room.version + 1 }
      await trx.updateTable('bedspace').set(written).where('id', '=', room.id).execute()
      continue
    }
    const { last } = await trx
      .selectFrom('bedspace')
      .select(of => of.fn.max('position').as('last'))
      .where('serviceId', '=', serviceId)
      .executeTakeFirstOrThrow()
    const position = (last ?? 0) + 1
    await trx
      .insertInto('bedspace')
      .values({ ...facts, id: newId(), serviceId, name, position })
      .execute()
    added.set(serviceId, (added.get(serviceId) ?? 0) + 1)
  }
  for (const serviceId of new Set(steps.map(step => step.serviceId)))
    await recordAudit(trx, viewer, {
      action: 'service.import_rooms',
      subjectKind: 'service',
      subjectId: serviceId,
      detail: { added: added.get(serviceId) ?? 0 },
    })
}

function planLine(
  row: SheetRow,
  services: ReadonlyMap<string, OwnService>,
): { wrong?: SheetWrong[]; line?: Line } {
  const { line, cells } = row
  const refused = (column: string | null, say: string) => ({ wrong: [{ line, column, say }] })
  const service = services.get((cells[ROOM_SERVICE_ID] ?? '').toLowerCase())
  if (!service)
    return refused(
      ROOM_SERVICE_ID,
      'No service of yours has this ID. Download your rooms, and take it from there',
    )
  const kept = inUse(service.rooms)
  if (kept.length === 0 && service.rooms.some(room => room.retiredAt === null && !room.named))
    return refused(
      ROOM_SERVICE_ID,
      'This service keeps a count. Make it a list of rooms first, on its own page',
    )
  const typed = typedOfCells(cells)
  const id = cells[ROOM_ID] ?? ''
  const room =
    kept.find(each => (id === '' ? isNamed(each, typed.name) : each.id === id.toLowerCase())) ?? null
  if (id !== '' && room === null)
    return refused(ROOM_ID, 'No room in use of this service has this ID. Leave it empty for a new room')
  const before = room ? typedRoom(room) : {}
  const after = { ...before, ...typed }
  const read = roomForm.safeParse(blankAsLeftOut(after))
  if (!read.success) return { wrong: wrongCells(line, read.error) }
  const { name, ...facts } = read.data
  const unfit = room?.sex === facts.sex ? null : against(service, { sex: facts.sex, isNew: room === null })
  if (unfit)
    return refused(
      unfit.reason === 'programme_rooms' ? ROOM_SERVICE_ID : ROOM_COLUMNS.sex.heading,
      vacancyRefusalText(unfit),
    )
  const changes = changesOf(before, typedRoom({ ...facts, name }))
  const step = { serviceId: service.id, room, name, facts }
  return {
    line: { line, name: `${name}, ${service.name}`, isNew: room === null, changes, remarks: [], step },
  }
}

function changesOf(before: RoomTyped, after: RoomTyped) {
  return ROOM_FIELD_NAMES.filter(name => (before[name] ?? '') !== (after[name] ?? '')).map(name => ({
    label: ROOM_COLUMNS[name].heading,
    from: sayTyped(name, before[name] ?? '') || 'not stated',
    to: sayTyped(name, after[name] ?? '') || 'not stated',
  }))
}

function wrongCells(line: number, { issues }: z.ZodError): SheetWrong[] {
  return issues.map(({ path, message }) => ({
    line,
    column: ROOM_COLUMNS[path[0] as RoomField].heading,
    say: message,
  }))
}

/** Lines by which two rooms in use would have one name. */
function namesTwice(lines: readonly Line[], services: ReadonlyMap<string, OwnService>): SheetWrong[] {
  const keyOf = (serviceId: string, name: string) => `${serviceId} ${tidy(name)}`
  const touched = new Set(lines.flatMap(({ step }) => step.room?.id ?? []))
  const taken = new Map<string, string>(
    [...services.values()].flatMap(({ id, rooms }) =>
      inUse(rooms)
        .filter(room => !touched.has(room.id))
        .map(room => [keyOf(id, room.name), 'A room in use has this name already'] as const),
    ),
  )
  return lines.flatMap(({ line, step }) => {
    const key = keyOf(step.serviceId, step.name)
    const say = taken.get(key)
    taken.set(key, `Line ${line} has this name already`)
    return say ? [{ line, column: ROOM_COLUMNS.name.heading, say }] : []
  })
}

function inUse(rooms: readonly Room[]): Room[] {
  return rooms.filter(room => room.retiredAt === null && room.named)
}

function isNamed(room: Room, name: string | undefined): boolean {
  return name !== undefined && tidy(room.name) === tidy(name)
}

function blankAsLeftOut(typed: RoomTyped): RoomTyped {
  return Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))
}
