import { describe, expect, it } from 'vitest'
import { messageNamed } from './messages'
import { type MessageFacts, renderMessage } from './render-message'

function render(name: string, facts: MessageFacts) {
  const message = messageNamed(name)
  if (!message) throw new Error('No such message')
  return renderMessage(message, facts)
}

const LINK = 'https://throughgate.example/referrals/1'

describe('a message', () => {
  it('says what happened, what to do and where to read it', () => {
    expect(render('offered', { reference: 'R-20901', link: LINK })).toEqual({
      subject: 'Referral R-20901: a bedspace is offered',
      text:
        'The provider offers a bedspace for referral R-20901.\n\n' +
        'Sign in to see for which days, at what price and until when, and to answer with the person’s yes or no.\n\n' +
        'https://throughgate.example/referrals/1\n\n' +
        'Throughgate. This message holds no personal details. Please do not reply to it with any.\n',
    })
  })

  it('keeps its subject on one line, whatever it is given', () => {
    const { subject } = render('declined', {
      reference: 'R-1\r\nBcc: everybody@example.org',
      link: LINK,
    })
    expect(subject).toBe('Referral R-1 Bcc: everybody@example.org is declined')
  })

  it('names no referral the reader may no longer see', () => {
    expect(render('declined', { reference: null, link: LINK }).subject).toBe('Referral (closed) is declined')
  })
})

describe('a message about a nomination', () => {
  const link = 'https://throughgate.example/nominations/1'
  const END =
    '\n\nhttps://throughgate.example/nominations/1\n\n' +
    'Throughgate. This message holds no personal details. Please do not reply to it with any.\n'

  it.each([
    [
      'nominated',
      'Somebody is nominated for a programme of yours',
      'A prison’s team has nominated somebody for a programme of yours.\n\nSign in to start the checks and to give a place.',
    ],
    [
      'nomination_moved',
      'A nomination has moved on',
      'There is news of a nomination to a family programme.\n\nSign in to see where it stands now.',
    ],
  ])('%s names no person, no programme and no reason', (name, subject, text) => {
    expect(render(name, { reference: null, link })).toEqual({ subject, text: text + END })
  })
})
