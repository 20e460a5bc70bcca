/** What the figures cannot tell, and what must be said beside them. Safe for the browser. */

export interface KnownLimit {
  title: string
  text: string
}

export const KNOWN_LIMITS: readonly KnownLimit[] = [
  {
    title: 'Women on no list',
    text: 'Women released straight from court, and women of the region who are held in prisons elsewhere, may stand on no list of a prison of the region. They are counted where their case was opened, and missing where it was not. Need is then higher than the figures say.',
  },
  {
    title: 'Officers who do not record',
    text: 'A release where the housing question was never answered is counted as “not asked”, never as “no need”. Coverage (M0) says how many were asked. Under 90% the first night (M3, M7) is shown in grey: too few are known to compare.',
  },
  {
    title: 'Officers who do not search',
    text: 'Referrals and searches are counted as they are made. A woman for whom nobody looked has no referral, no reason and no search. M6 therefore does not count searches of officers: the service looks for itself, in the night 28 and 5 days before release, among every place to live but those she avoids. A look that was missed, or came to be due because the date was learnt later, is made up within 6 and 4 days; after that she is counted as “not matched then”. It looks with the answers recorded by that night: fewer answers exclude fewer places. In the synthetic history what it found, what would have placed her and what turned her away is invented.',
  },
  {
    title: 'What she does not say',
    text: 'Nowhere to live, whether a home with family is safe, and whether a place suits her are recorded as she tells it. Some women do not tell. Need and safety are then under-recorded, and more so for women who are abused.',
  },
  {
    title: 'Outcomes not known',
    text: 'The first night and day 91 are not known for every woman. Unknowns stand beside every rate. The unmet need that is rated counts known and unknown together; “known” alone is printed beside it.',
  },
  {
    title: 'Up to three reasons',
    text: 'A provider gives a main reason and up to two more when it declines. Shares of reasons add up to more than 100%. A reason is the provider’s word; nobody checks it against her facts.',
  },
  {
    title: 'Who a criterion turns away',
    text: 'Women in need (M1), by each stated criterion that by itself said no to them in the look 5 days before release: at one place to live or more that takes women and states the same, that criterion said “not eligible”, whatever else the place said and whether or not it had a bed. One woman may be counted under many criteria, and nobody under who was not matched then; so the numbers neither add up nor say what a change would have given (“What would have placed them” does). It is counted of the region and of no one service: where what is stated turns on the place, as a local connection does, another place that states it may have said no. Only values on a closed list are counted, each as it stands. Sex, the areas of a licence and offences against children are left out: no service is asked to change them. Limits on children who live there are left out: there are too many. Published for a quarter, and read beside a policy by those who run the service; nothing is worked out for a policy that is not saved.',
  },
  {
    title: 'Mothers and family programmes',
    text: 'A mother is counted once a case is opened for her and public protection has recorded that contact is permitted; where nobody has, she is missing (F1 to F6). Only programmes that list her prison are offered there, and only nominations made here are counted: who was named by telephone reads as not reached. In the synthetic history nominations are invented.',
  },
  {
    title: 'Home is where she says',
    text: 'The authority of home is the one the woman names, or outside the region, or not known. It is neither where a council owes a duty nor where she would choose to live; areas she prefers are counted apart (M11).',
  },
  {
    title: 'Small numbers',
    text: 'The region releases a few hundred women a year. Differences of 5 or 10 women between areas or quarters are often chance. Percentages and ranks are worked out from published numbers only, and not at all below 20 women; areas are filled by the published count.',
  },
]

export interface Comparator {
  measure: string
  name: string
  percent: string
  of: string
}

/** Official figures to print beside ours (product.md, "Traffic-light report"); they count men and women. */
export const COMPARATORS: readonly Comparator[] = [
  {
    measure: 'M7',
    name: 'Housed on the first night',
    percent: '84.0%',
    of: 'England and Wales, year to March 2025',
  },
  {
    measure: 'M8',
    name: 'Settled at 3 months',
    percent: '73.5%',
    of: 'England and Wales, year to March 2024',
  },
  { measure: 'M1', name: 'Homeless on release', percent: '14.9%', of: 'England and Wales, 2024/25' },
]

export interface DisclosureStep {
  title: string
  text: string
}

/** How a figure is kept from giving a woman away, in the order in which it is done (product.md, "What may be published"). */
export const DISCLOSURE_STEPS: readonly DisclosureStep[] = [
  {
    title: 'A closed list of tables',
    text: 'Only the tables listed on this page are published: a quarter for the region alone; a year to 31 March and a pool of three for the region by one dimension, and counts of need by authority. There are no rolling periods and nothing can be narrowed further.',
  },
  {
    title: 'Fewer than 5, or to the nearest 5',
    text: 'Where 0 to 4 women stand behind a number it reads “fewer than 5”, none included. Every other number, totals too, is rounded to the nearest 5. Parts may therefore not add up to their total.',
  },
  {
    title: 'Enough women behind it',
    text: 'Figures of referrals and searches need 5 women behind them, a middle value (median) needs 10.',
  },
  {
    title: 'Derived from what is published',
    text: 'Percentages, ranks, colours and sentences are worked out from the published numbers, in whole per cent, where the denominator is 20 or more and both the numerator and what remains are 5 or more.',
  },
  {
    title: 'Numbers kept back to protect others',
    text: 'Where a hidden number could be worked out from others within fewer than three possible values, another number is kept back (“not shown”), over everything published, earlier versions too. Where that is not enough the table is left out, and is named as left out.',
  },
  {
    title: 'Frozen',
    text: 'A published version never changes. Corrections are gathered into one new version with the next quarter, or at once where a figure was wrong by more than rounding. They are marked, and never say how many women they concern.',
  },
]
