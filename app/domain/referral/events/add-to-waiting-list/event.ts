import { category, type Reason } from '../../reasons'
import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { reasonsForm } from '../reasons-form'

const TOLD = {
  name: 'waiting_list',
  subject: 'Referral {R} is on a waiting list',
  happened: 'The provider has put referral {R} on its waiting list.',
  toDo: 'You may refer elsewhere at the same time.',
} as const satisfies Message

const REASONS: readonly Reason[] = [
  ...category('waiting', 'What it waits for', 'U', {
    no_bed_yet: 'No bedspace is free in time yet',
    right_room: 'The right kind of room is not free yet',
    staffing: 'Enough staff',
  }),
  ...category('waiting', 'What it waits for', 'P', {
    funding: 'Funding that is not agreed yet',
    release_date: 'A release date',
    someone_else: 'Somebody else’s decision',
  }),
  ...category('waiting', 'Other', 'P', { other: 'Other' }),
]

/** The provider puts the referral on its waiting list. Safe for the browser. */
export const addToWaitingList = {
  happened: 'Added to the waiting list',
  reasons: REASONS,
  tells: [{ to: 'referrer', message: TOLD }],
  screen: {
    words: {
      title: 'Add to the waiting list',
      lede: 'The referrer is told why, and which place the person has on it. Every 14 days you are asked whether the person is still on the list.',
      button: 'Add to the waiting list',
      done: 'Added to the waiting list, and the referrer has been told',
    },
    form: () => reasonsForm(REASONS),
  },
} as const satisfies EventSpec
