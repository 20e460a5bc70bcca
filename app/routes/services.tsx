import { useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'

import { formatDayLong, londonDay } from '~/domain/time/calendar'
import { guarded } from '~/http/guard.server'
import { directoryAnswerFor } from '~/screens/services/facts.server'
import { packAnswer, unpackAnswer } from '~/screens/services/packed-answer'
import { ServicesScreen } from '~/screens/services/screen'
import { partShown, wholeListFor } from '~/screens/services/whole-list.server'
import { pageTitle } from '~/ui/page/page-title'

export const meta = () => pageTitle('Find services')

/** The directory, searched as its address says; with print=all, all that is found on one page. */
export const loader = guarded('anyone', async ({ request, context, viewer }) => {
  const { searchParams } = new URL(request.url)
  const isWhole = searchParams.get('print') === 'all'
  const answer = await (isWhole ? wholeListFor : directoryAnswerFor)(context, viewer, searchParams)
  return {
    packed: packAnswer(answer),
    isWhole,
    part: partShown(answer),
    drawnOn: formatDayLong(londonDay(context.clock())),
    tileUrl: context.config.mapTileUrl,
    tileCredit: context.config.mapTileCredit,
  }
})

export default function Services() {
  const { packed, ...rest } = useLoaderData<typeof loader>()
  const answer = useMemo(() => unpackAnswer(packed), [packed])
  return <ServicesScreen {...rest} answer={answer} />
}
