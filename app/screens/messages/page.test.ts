import { describe, expect, it } from 'vitest'
import { messagePage } from './page'

const MESSAGE = {
  id: 'm',
  subject: 'New referral R-20901',
  text: 'A referral came.\n\nhttp://localhost:3000/referrals/r\n\nThroughgate.\n',
  createdAt: new Date('2026-11-21T20:12:00Z'),
  sentAt: null,
  failedAt: null,
  serviceId: null,
  nominationId: null,
  entryNoteId: null,
  confirmationLinkId: null,
}
const NOW = new Date('2026-11-22T09:00:00Z')

describe('the messages page', () => {
  it('reads as the email does, its link leading into the site', () => {
    expect(messagePage([{ ...MESSAGE, referralId: 'r' }], NOW)).toEqual([
      {
        id: 'm',
        subject: 'New referral R-20901',
        when: '21 November 2026, 20:12 (yesterday)',
        paragraphs: [
          { text: 'A referral came.', href: null },
          { text: 'http://localhost:3000/referrals/r', href: '/referrals/r' },
          { text: 'Throughgate.', href: null },
        ],
      },
    ])
  })

  it('leads nowhere once the reader no longer sees the referral', () => {
    const [message] = messagePage([{ ...MESSAGE, referralId: null }], NOW)
    expect(message?.paragraphs.filter(({ href }) => href !== null)).toEqual([])
  })
})
