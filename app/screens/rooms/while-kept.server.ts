import type { SubmissionResult } from '@conform-to/react'
import type { SignedInViewer } from '@db/viewer'
import type { GuardedArgs } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { refusalPage } from '~/http/respond.server'
import { countPageFor } from './facts.server'

/** How the answer to a form with something to mend looks. */
interface Refused {
  data: { submission: SubmissionResult<string[]> }
}

const KEPT_AS = {
  counted: { isCounted: true, now: 'Its rooms are listed one by one now.' },
  listed: { isCounted: false, now: 'It keeps a count of its beds now.' },
} as const

/** What people type into these forms, to be read again. */
const TYPED = ['howMany', 'called', 'beds', 'names', 'free', 'more']

/**
 * Saves a form that is drawn only while a service keeps its beds one way. Where that changed meanwhile a form with something to mend has no
 * page to be drawn on again: a page says so, with what was typed. One that was done before answers as it did.
 */
export async function whileKept<Answer extends object>(
  kept: keyof typeof KEPT_AS,
  {
    context,
    viewer,
    params,
  }: Pick<GuardedArgs<'provider'>, 'context' | 'params'> & { viewer: SignedInViewer },
  save: (serviceId: string) => Promise<Answer>,
): Promise<Answer> {
  const serviceId = idFrom(params, 'serviceId')
  const before = await countPageFor(context, viewer, serviceId)
  const answer = await save(serviceId)
  const { isCounted, now } = KEPT_AS[kept]
  // Before its first bed a service keeps them neither way: both forms are there to be drawn again.
  const isDrawn = before.beds === 0 || before.isCounted === isCounted
  if (isDrawn || !('data' in answer)) return answer
  const values = (answer as Refused).data.submission.initialValue ?? {}
  throw refusalPage(409, {
    title: 'Someone else changed how the beds of this service are kept',
    paragraphs: [`${now} Nothing you sent has been saved.`],
    link: { text: 'Open the rooms', href: `/our-services/${serviceId}/rooms` },
    typed: TYPED.flatMap(name => {
      const value = values[name]
      return typeof value === 'string' && value !== '' ? [value] : []
    }),
  })
}
