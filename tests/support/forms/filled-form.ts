import type { Control, DrawnForm } from './drawn-forms'

/** What is typed into an empty box, by its name: the first that fits. A day is the one that the form is filled with. */
const TYPED: readonly (readonly [name: RegExp, value: string])[] = [
  [/dateOfBirth\.day$/, '15'],
  [/dateOfBirth\.month$/, '6'],
  [/dateOfBirth\.year$/, '1990'],
  [/email/i, 'somebody@filled.example'],
  [/phone/i, '0191 498 0199'],
  [/prisonNumber/, 'A1234BC'],
  [/postcode/, 'NE4 5TG'],
  [/^time$/, '14:00'],
  [/latestArrival/, '21:00'],
  [/\.from$/, '9am'],
  [/\.to$/, '5pm'],
  [
    /^(free|beds|howMany|firstNumber|more|value|green|amber|costPounds|capacity|.*Weeks|.*Days|sessions)$/,
    '1',
  ],
  [/Pence$/, '100'],
  [/^password$|^current$/, 'a password for tests alone'],
  [/^(note|words|why|reason|because|justification|summary|description)$/, 'As agreed by phone'],
  [/^owner$/, 'The region'],
  [/^name$|Name$/, 'Filled by hand'],
]

/** Days and months that must be past, or today. */
const PAST = /^(assuredOn|roshAssessedOn|lastConvictionMonth|statusSince|toldOn|hniaOn|receivedOn)\b/
export const FOUR_WEEKS_MS = 28 * 86_400_000

/**
 * The form as whoever it was drawn for would send it: what stands in it stays, every question is answered, every box that must be ticked is ticked.
 * @param day in two weeks, of what is to come; what must be past was two weeks ago
 * @param answers of this form alone, by name; null leaves a name out
 */
export function filled(
  form: DrawnForm,
  { day, answers = {} }: { day: Date; answers?: Readonly<Record<string, string | null>> },
): [string, string][] {
  const given = form.names.flatMap((name): [string, string][] => {
    const own = answers[name]
    if (own !== undefined) return own === null ? [] : [[name, own]]
    const controls = form.controls.filter(control => control.name === name)
    return answersTo(name, controls, day).map(value => [name, value])
  })
  return given
}

function answersTo(name: string, controls: readonly Control[], day: Date): string[] {
  const [first] = controls
  if (!first) return []
  if (first.type === 'submit') return [first.value]
  if (name === 'idempotencyKey') return [crypto.randomUUID()]
  const sent = controls.filter(({ isSent, value }) => isSent && value !== '').map(({ value }) => value)
  if (sent.length > 0 || first.type === 'hidden') return sent
  if (first.type === 'radio' || first.type === 'checkbox') return [first.value]
  if (first.type === 'select') return [controls.find(({ value }) => value !== '')?.value ?? '']
  return [typedInto(name, day)]
}

function typedInto(name: string, dayToCome: Date): string {
  const day = PAST.test(name) ? new Date(dayToCome.getTime() - FOUR_WEEKS_MS) : dayToCome
  const [, known] = TYPED.find(([pattern]) => pattern.test(name)) ?? []
  if (known !== undefined) return known
  if (name.endsWith('.day')) return String(day.getUTCDate())
  if (name.endsWith('.month')) return String(day.getUTCMonth() + 1)
  if (name.endsWith('.year')) return String(day.getUTCFullYear())
  return ''
}
