import type { Past } from '~/domain/retention/past.server'
import { formatDayLong } from '~/domain/time/calendar'
import { refusalPage } from '~/http/respond.server'

/** What stands where a case or a referral was that is deleted. */
export function deletedPage(what: 'case' | 'referral', { reference, closedOn, deletedOn }: Past) {
  return refusalPage(410, {
    title: `Details deleted on ${formatDayLong(deletedOn)}`,
    paragraphs: [
      `${what === 'case' ? 'Case' : 'Referral'} ${reference} closed on ${formatDayLong(closedOn)}. Its details were deleted under the retention rule.`,
      'Nobody can bring them back.',
    ],
  })
}
