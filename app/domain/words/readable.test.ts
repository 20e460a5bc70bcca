import { expect, it } from 'vitest'
import type { z } from 'zod'
import { ENTRY_PARTS } from '../entry/parts'
import { partForm } from '../entry/read-field'
import { applicationForm, NEW_FIELDS, organisationForm } from '../organisation/organisation-fields'
import { namesForm } from '../vacancy/count/count-form'
import { roomForm } from '../vacancy/rooms/room-form'

const TODAY = '2027-02-01'
const ORGANISATION = organisationForm(NEW_FIELDS, TODAY)

/** What a form says of one field. */
function saidOf(form: z.ZodType, field: string, typed: string): string[] {
  const { error } = form.safeParse({ [field]: typed })
  return (error?.issues ?? []).filter(({ path }) => path[0] === field).map(({ message }) => message)
}

it.each([
  ['a service', partForm(ENTRY_PARTS.basics.fields, TODAY), 'name'],
  ['an organisation', ORGANISATION, 'name'],
  ['an organisation that applies', applicationForm, 'name'],
  ['whoever applies', applicationForm, 'applicantName'],
  ['a room', roomForm, 'name'],
  ['the beds of a count', namesForm, 'names'],
])('names %s by a letter or a number of any script, and by no picture alone', (_what, form, field) => {
  expect(saidOf(form, field, '🏠🌙')).toEqual(['Write it in letters or numbers'])
  for (const name of ['🏠 Larch House', 'Øst', 'بيت', '4']) expect(saidOf(form, field, name)).toEqual([])
})
