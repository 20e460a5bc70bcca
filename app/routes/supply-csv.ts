import { csvFile } from '~/http/csv-file.server'
import { guarded } from '~/http/guard.server'
import { supplyCsv } from '~/screens/supply/csv'
import { supplyFactsFor } from '~/screens/supply/facts.server'

/** The table of the supply page as a file; where its address cannot be followed, what to mend: never a file of something else. */
export const loader = guarded('commissioner', async ({ request, context, viewer }) => {
  const facts = await supplyFactsFor(context, viewer, new URL(request.url).searchParams)
  if (facts.problems.length > 0) return refused(facts.problems.map(({ message }) => message))
  return csvFile('supply', supplyCsv(facts))
})

function refused(messages: readonly string[]): Response {
  return new Response(`${messages.join('\n')}\n`, {
    status: 400,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
