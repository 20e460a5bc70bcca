import type { Measure } from './measure'

export const m6NoOption = {
  id: 'M6',
  name: 'No option',
  definition:
    'Women in need (M1) for whom the service’s own match, without any filter, found nothing fresh and not excluded 28 days before release, and counted again 5 days before it where a figure says so: no place to live that is not “not eligible” for her, whose vacancies are confirmed, and that has a bed she could have on the day she leaves: self-contained or shared for a woman alone, a family’s for a mother whose children live with her from the first night, a couple’s for a couple; a bed that is held for her counts as found. Places she avoids are no option.',
  said: 'For {n} of {d} women who needed a place nothing fitted 28 days before release',
  numerator: 'Women in need for whom the match at 28 days found nothing',
  denominator: 'Women in need (M1)',
  exclusions: 'As M1. Searches that officers make are not counted',
  unknowns:
    'Women for whom no match was run, because the date became known, or the case was opened, fewer than 22 days before',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'option_28', cell: 'none' }],
    denominator: [{ table: 'option_28', cell: 'total' }],
    unknown: [{ table: 'option_28', cell: 'not_run' }],
  },
} as const satisfies Measure
