import { z } from 'zod'
import { columnName } from '~/domain/record-change/change-words'
import { londonDay } from '~/domain/time/calendar'
import { bedsForm, namesForm } from '~/domain/vacancy/count/count-form'
import { countRooms, listRooms } from '~/domain/vacancy/count/list-or-count.server'
import { setBeds } from '~/domain/vacancy/count/set-beds.server'
import { keepsVacancies } from '~/domain/vacancy/own/vacancy-access.server'
import { addRooms } from '~/domain/vacancy/rooms/add-rooms.server'
import { changeRoom, moveInList } from '~/domain/vacancy/rooms/change-room.server'
import { closeRoom, reopenRoom } from '~/domain/vacancy/rooms/close-room.server'
import { addRoomsForm, closeRoomForm, roomForm, roomTapForm } from '~/domain/vacancy/rooms/room-form'
import type { GuardedArgs } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { refusalPage } from '~/http/respond.server'
import { roomPageFor } from './room-facts.server'
import { UNREADABLE } from '~/screens/vacancies/page'
import { refusedAsAddedBefore } from '~/screens/record-history/added-before.server'
import { answerOrRefusal, roomsAnswer } from './answer.server'
import { roomsPageFor } from './facts.server'
import { whileKept } from './while-kept.server'

/** What the forms about rooms ask for is done, each for a service or a room that is the viewer's to keep. @throws the page that is not there */

/** Editors keep any room. */
type Sent = GuardedArgs<readonly ['provider', 'editor', 'administrator']>

/** Moves a room in the list, or reopens one that was closed. */
export async function tapRoom({ request, context, viewer, params }: Sent) {
  const serviceId = idFrom(params, 'serviceId')
  await roomsPageFor(context, viewer, serviceId)
  const form = await parseForm(request, roomTapForm)
  if (!form.ok) throw refusalPage(422, UNREADABLE)
  const { intent, bedspaceId } = form.value
  const result =
    intent === 'reopen'
      ? await reopenRoom(context, viewer, bedspaceId, form.sent)
      : await moveInList(context, viewer, { bedspaceId, by: intent === 'up' ? -1 : 1 }, form.sent)
  return answerOrRefusal(context, { result, serviceId }, intent)
}

export function saveAdded(sent: Sent) {
  return whileKept('listed', sent, async serviceId => {
    const { request, context, viewer } = sent
    const sentAgain = request.clone()
    const form = await parseForm(request, addRoomsForm)
    if (!form.ok) return form.reply
    const { howMany, called, firstNumber, ...facts } = form.value
    const like = Object.fromEntries(Object.entries(facts).map(([name, value]) => [columnName(name), value]))
    const before = await refusedAsAddedBefore(
      context,
      viewer,
      { request: sentAgain, form },
      { table: 'bedspace', serviceId, like, many: howMany },
    )
    if (before) return before
    const rooms = { serviceId, howMany, called, firstNumber, facts }
    const done = keepsVacancies(viewer) ? 'add' : 'add_for_provider'
    return roomsAnswer(context, form, await addRooms(context, viewer, rooms, form.sent), done)
  })
}

export async function saveRoom({ request, context, viewer, params }: Sent) {
  const bedspaceId = idFrom(params, 'bedspaceId')
  await roomPageFor(context, viewer, bedspaceId)
  const form = await parseForm(request, roomForm)
  if (!form.ok) return form.reply
  const { name, ...facts } = form.value
  const change = { bedspaceId, version: form.version ?? 0, name, facts }
  return roomsAnswer(context, form, await changeRoom(context, viewer, change, form.sent), 'change')
}

export async function saveClosed({ request, context, viewer, params }: Sent) {
  const bedspaceId = idFrom(params, 'bedspaceId')
  await roomPageFor(context, viewer, bedspaceId)
  const form = await parseForm(request, closeRoomForm(londonDay(context.clock())))
  if (!form.ok) return form.reply
  const closed = await closeRoom(context, viewer, { bedspaceId, fromOn: form.value.fromOn }, form.sent)
  return roomsAnswer(context, form, closed, 'close')
}

export function saveBeds(sent: Sent) {
  return whileKept('counted', sent, async serviceId => {
    const { request, context, viewer } = sent
    const form = await parseForm(request, bedsForm)
    if (!form.ok) return form.reply
    const saved = await setBeds(context, viewer, { serviceId, ...form.value }, form.sent)
    return roomsAnswer(context, form, saved, 'beds')
  })
}

export function saveNames(sent: Sent) {
  return whileKept('counted', sent, async serviceId => {
    const { request, context, viewer } = sent
    const form = await parseForm(request, namesForm)
    if (!form.ok) return form.reply
    const listed = await listRooms(context, viewer, { serviceId, ...form.value }, form.sent)
    return roomsAnswer(context, form, listed, 'names')
  })
}

export function saveCounted(sent: Sent) {
  return whileKept('listed', sent, async serviceId => {
    const { request, context, viewer } = sent
    const form = await parseForm(request, z.object({}))
    if (!form.ok) return form.reply
    return roomsAnswer(context, form, await countRooms(context, viewer, serviceId, form.sent), 'count')
  })
}
