import { describe, expect, it } from 'vitest'
import { whyTooEasy } from './password-rules.server'

const JANE = ['Jane Featherstonehaugh', 'jane.featherstone@brightwell.example', 'Brightwell Homes']

describe('a new password', () => {
  it.each([
    ['passwordpassword', 'repeated'],
    ['123456789987654321', 'found in breaches'],
    ['1qaz2wsx3edc4rfv', 'a walk over the keys, found in breaches'],
    ['qwertyuiopasdfgh', 'rows of keys'],
    ['aaaaaaaaaaaaaaaaaaaa', 'one letter'],
    ['abcabcabcabcabcabc', 'a repeat'],
    ['Password1234567!', 'a common one dressed up'],
    ['newcastleunited1', 'a club'],
    ['correcthorsebatterystaple', 'known to everybody'],
    ['A fictional bed by the Tyne', 'the demonstration’s'],
    ['ab12'.repeat(64), 'a repeat of the greatest length'],
  ])('is refused: %s (%s)', password => {
    expect(whyTooEasy(password, JANE)).toMatch(/^This password is easy to guess/)
  })

  it.each(['JaneFeatherstonehaugh1', 'jane.featherstone@brightwell.example', 'brightwellhomes2026'])(
    'is refused where it is built of whose it is: %s',
    password => {
      expect(whyTooEasy(password, JANE)).toMatch(/^This password is (built of your name|easy to guess)/)
    },
  )

  it('says that it is built of the name where nothing else is wrong with it', () => {
    expect(whyTooEasy('JaneFeatherstonehaugh1', JANE)).toMatch(/built of your name/)
    expect(whyTooEasy('JaneFeatherstonehaugh1', ['Somebody Else'])).toBeNull()
  })

  it.each([
    'umbrella ferret outstanding',
    'x9$kQ2!vbn5^Lw0',
    'żółta łódź przy moście',
    '🦊 lamp 🪴 quarry 🛶 mint',
  ])('may be anything else: %s', password => {
    expect(whyTooEasy(password, JANE)).toBeNull()
  })
})
