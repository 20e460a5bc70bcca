import { data, type TypedResponse } from '@remix-run/node'
import { applyList, previewList } from '~/domain/release-list/apply-list.server'
import { listOfLine, listSchema } from '~/domain/release-list/list-form'
import { type LineWrong, readList } from '~/domain/release-list/read-list'
import { londonDay } from '~/domain/time/calendar'
import type { GuardedArgs } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { parseForm } from '~/http/parse-form.server'
import { appliedWords, NOT_APPLIED, type Preview, previewOf } from './page'

/** What came of a list that was sent: what is wrong with it line by line, or what it would change. */
export interface ListAnswer {
  problem: string | null
  wrong: LineWrong[]
  preview: Preview | null
  ticked: string[]
  cause: string
  idempotencyKey: string
}

type Reply = ReturnType<typeof answer>

/** Reads the file and shows what it would change, or takes over what was ticked. */
export async function takeList({
  request,
  context,
  viewer,
}: GuardedArgs<'officer'>): Promise<Reply | TypedResponse<never>> {
  const form = await parseForm(request, listSchema, { secretFields: ['file'] })
  if (!form.ok) return answer({ problem: NOT_APPLIED.no_file }, 422)
  const { change, file, people: line, tick: ticked, cause } = form.value
  const text = change === 'read' ? file : line && listOfLine(line)
  if (!text) return answer({ problem: NOT_APPLIED.no_file }, 422)
  const read = readList(text, londonDay(context.clock()))
  if (!read.ok) return answer({ wrong: read.wrong }, 422)
  const { people } = read
  const shown = async () => previewOf(people, await previewList(context, viewer, people))
  if (change === 'read') return answer({ preview: await shown() }, 200)
  const result = await applyList(context, viewer, { people, ticked, cause }, form.sent)
  if (result.ok) return redirectSaying(context, '/cases', appliedWords(result))
  const status = result.reason === 'nothing_ticked' ? 422 : 409
  return answer({ problem: NOT_APPLIED[result.reason], preview: await shown(), ticked, cause }, status)
}

function answer(of: Partial<ListAnswer>, status: number) {
  const nothing: ListAnswer = {
    problem: null,
    wrong: [],
    preview: null,
    ticked: [],
    cause: 'calculation',
    idempotencyKey: newIdempotencyKey(),
  }
  return data<ListAnswer>({ ...nothing, ...of }, { status })
}
