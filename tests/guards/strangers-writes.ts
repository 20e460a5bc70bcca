import { NOT_FOUND_HTML } from '~/ui/page/static-404'
import { type DrawnForm, formsOn, kindOf } from '../support/forms/drawn-forms'
import { filled } from '../support/forms/filled-form'
import { differing } from '../support/kept-rows'
import { type AccessCase, onlyFor } from './access-table/access-rows'
import { ACCESS } from './access-table/access-table'
import { type AccessWorld, type Member, MEMBERS } from './access-world'
import { eventPlaces } from './event-places'
import { statedPlaces } from './more-places'
import { answersTo } from './strangers-answers'
import { ask, type Body, OWNERS, send, type Sender, type StrangersStage } from './strangers-stage'

/** What became of one form: sent by whoever it was drawn for, and then the same by strangers. */
export interface Tried {
  route: string
  address: string
  form: string
  by: Member
  /** The tables that hold something else once its owner has sent it, and what the answer was. */
  owner: { status: number; changed: string[] }
  strangers: Answered[]
}

/** Who has no such page, or no access any more; who has one without this form, such as the other side of a referral. */
interface Stranger {
  who: Sender
  expected: 'absent' | 'sign-in' | 'refused'
}

interface Answered extends Stranger {
  said: string
  changed: string[]
}

/** A page of the access table with a form, or that of an event of a referral in a state. */
interface Place {
  route: string
  row: Pick<AccessCase, 'get' | 'post'>
  address: string
  /** Puts the world where the page draws the form. */
  prepare(): Promise<unknown>
  /** Not as the world is: it is put back afterwards. */
  isStated: boolean
  owners: readonly Member[]
}

/** Of two that draw the same, as far as is known, the second is asked only where the first has no such page. */
const DRAWS_ALIKE: Partial<Record<Member, readonly Member[]>> = {
  worker: ['manager'],
  council: ['manager', 'worker'],
  administrator: ['editor', 'commissioner'],
}
/** A form that asks again, with what it is unsure of, is sent as it is drawn then. */
const MOST_STEPS = 3

/** Takes every form of the access table and of the events from those it is drawn for, and lets strangers send it. */
export async function tryForms(stage: StrangersStage, pick: PickStrangers): Promise<Tried[]> {
  const tried = new Map<string, Tried>()
  for (const place of placesOf(stage)) {
    await place.prepare()
    for (const by of place.owners) {
      for (const form of await formsOf(stage, place, by)) {
        // One that its owner could not save in this state of things is tried where it is drawn again.
        const before = tried.get(form.kind)
        if (before && (before.owner.changed.length > 0 || before.address === place.address)) continue
        tried.set(form.kind, await tryForm(stage, { place, form, by }, pick))
      }
    }
    if (place.isStated) await stage.kept.restore()
  }
  return [...tried.values()]
}

type PickStrangers = (strangers: readonly Member[], owner: Member, world: AccessWorld) => readonly Member[]

/** Each of the strangers. */
export const everybody: PickStrangers = strangers => strangers

/** Somebody of another organisation, of the same role where there is one, and somebody of another role, of the same organisation where there is one. */
export function oneOfEach(): PickStrangers {
  let turn = 0
  return (strangers, owner, { members }) => {
    const own = members[owner]
    const elsewhere = strangers.filter(name => members[name].organisationId !== own.organisationId)
    const other = strangers.filter(name => members[name].role !== own.role)
    const near = other.find(name => members[name].organisationId === own.organisationId)
    const alike = elsewhere.find(name => members[name].role === own.role)
    turn += 1
    const picked = [alike ?? elsewhere[turn % elsewhere.length], near ?? other[turn % other.length]]
    return [...new Set(picked.filter(name => name !== undefined))]
  }
}

function placesOf(stage: StrangersStage): Place[] {
  const pages = Object.entries(ACCESS).flatMap(([route, rows]) =>
    rows
      .filter(row => row.post && row.post.signedOut !== 'answered')
      .map((row): Place => {
        const address = row.address(stage.world)
        const prepare = () => Promise.resolve()
        return { route, row, address, prepare, isStated: false, owners: ownersOf(row, 'page') }
      }),
  )
  const stated = statedPlaces(stage.database, stage.world).map((place): Place => {
    const { route, may } = place
    const given = may && { get: onlyFor(may, 'page'), post: onlyFor(may, 'answered') }
    const row = given ?? rowWithForm(route)
    return { ...place, row, isStated: true, owners: ownersOf(row, 'answered') }
  })
  const events = eventPlaces(stage.database, stage.world).map(({ by, address, prepare }): Place => {
    const route = 'routes/referral-event'
    return { route, row: rowWithForm(route), address, prepare, isStated: true, owners: [by] }
  })
  return [...pages, ...stated, ...events].filter(({ owners }) => owners.length > 0)
}

/** The row of a route that says who may send its form. */
function rowWithForm(route: string): AccessCase {
  const row = ACCESS[route]?.find(({ post }) => MEMBERS.some(name => post?.[name] === 'answered'))
  if (!row) throw new Error(`Nobody may send a form of ${route}, says the access table`)
  return row
}

/** @param gets what the table says of the page itself; in another state of things it may be there for who may send its form */
function ownersOf({ get, post }: Place['row'], gets: 'page' | 'answered'): Member[] {
  const may = OWNERS.filter(
    name => post?.[name] === 'answered' && (gets === 'answered' || get[name] === gets),
  )
  const one = may.filter(name => !DRAWS_ALIKE[name]?.some(other => may.includes(other)))
  return may.length === OWNERS.length ? may.slice(0, 1) : one
}

/** The forms that a page sends to its own address. */
async function formsOf(stage: StrangersStage, { address }: Place, by: Member): Promise<DrawnForm[]> {
  const { status, text } = await ask(stage, address, by)
  return status === 200 ? ownForms(text, address, by) : []
}

function ownForms(page: string, address: string, by: Member): DrawnForm[] {
  return formsOn(page, address, by).filter(({ action }) => pathOf(action) === pathOf(address))
}

async function tryForm(
  stage: StrangersStage,
  { place, form, by }: { place: Place; form: DrawnForm; by: Member },
  pick: PickStrangers,
): Promise<Tried> {
  const without = membersAs(place, 'absent')
  const mayToo = MAY_TOO[kindOf(form.action)] ?? []
  const answered = membersAs(place, 'answered').filter(name => name !== by && !mayToo.includes(name))
  const beside = await notDrawnTheSame(stage, place, form, pick(answered, by, stage.world))
  const { form: last, body, owner } = await sendAsOwner(stage, form, by)
  await putBack(stage, place)
  const senders: readonly Stranger[] = [
    ...pick(without, by, stage.world).map(who => ({ who, expected: 'absent' }) as const),
    ...beside.map(who => ({ who, expected: 'refused' }) as const),
    { who: `ended ${by}`, expected: 'sign-in' },
  ]
  const strangers = await sendAsStrangers(stage, { place, form: last, body }, senders)
  const { route, address } = place
  return { route, address, form: form.kind, by, owner, strangers }
}

/** Of whom the access table says so where they send the form of a place without a field. */
function membersAs({ row: { post } }: Place, outcome: 'absent' | 'answered'): Member[] {
  return MEMBERS.filter(name => post?.[name] === outcome)
}

/** An administrator invites to any organisation. */
const MAY_TOO: Readonly<Record<string, readonly Member[]>> = { '/people/invite': ['administrator'] }

/** All of them, and only where that changed anything one by one. */
async function sendAsStrangers(
  stage: StrangersStage,
  { place, form, body }: { place: Place; form: DrawnForm; body: Body },
  senders: readonly Stranger[],
): Promise<Answered[]> {
  const before = await stage.kept.mark()
  const all: Answered[] = []
  for (const sender of senders) {
    const said = await sendAsStranger(stage, { form, body }, sender)
    all.push({ ...sender, said, changed: [] })
  }
  const changed = differing(before, await stage.kept.mark())
  if (changed.length === 0) return all
  await putBack(stage, place)
  if (senders.length === 1) return all.map(each => ({ ...each, changed }))
  const single: Answered[] = []
  for (const sender of senders)
    single.push(...(await sendAsStrangers(stage, { place, form, body }, [sender])))
  return single
}

async function putBack({ kept }: StrangersStage, place: Place): Promise<void> {
  await kept.restore()
  await place.prepare()
}

/** Sends the form until it has changed something, each time as it is drawn then. */
async function sendAsOwner(
  stage: StrangersStage,
  drawn: DrawnForm,
  by: Member,
): Promise<{ form: DrawnForm; body: Body; owner: Tried['owner'] }> {
  const before = await stage.kept.mark()
  let form = drawn
  for (let step = 1; ; step += 1) {
    const day = inTwoWeeks()
    const body = filled(form, { day, answers: answersTo(drawn, stage.world, day) })
    const { status, text } = await send(stage, form, body, by)
    const changed = differing(before, await stage.kept.mark())
    const next = ownForms(text, form.action, by).find(each => asksAgain(each, form))
    if (changed.length > 0 || !next || step === MOST_STEPS) return { form, body, owner: { status, changed } }
    form = next
  }
}

/** The same form, or with what it is not sure of, or what is in the file it was given. */
function asksAgain(next: DrawnForm, form: DrawnForm): boolean {
  const intent = ({ controls }: DrawnForm) => controls.find(({ name }) => name === 'intent')?.value
  const kept = form.controls.filter(({ type }) => type !== 'file').map(({ name }) => name)
  return (
    intent(next) === intent(form) && kept.every(name => next.names.includes(name)) && next.names.length > 2
  )
}

/** Those whose own page of that address has no such form: of the same things, whatever its version. */
async function notDrawnTheSame(
  stage: StrangersStage,
  place: Place,
  form: DrawnForm,
  members: readonly Member[],
): Promise<Member[]> {
  const found: Member[] = []
  for (const name of members) {
    const theirs = await formsOf(stage, place, name)
    if (!theirs.some(each => thingsOf(each) === thingsOf(form))) found.push(name)
  }
  return found
}

/** What a form is about: where it is sent and what it carries unseen. */
function thingsOf({ action, controls }: DrawnForm): string {
  const unseen = controls.filter(({ type, name }) => type === 'hidden' && !OF_THE_DRAWING.has(name))
  return [action, ...unseen.map(({ name, value }) => `${name}=${value}`)].join(' ')
}

const OF_THE_DRAWING = new Set([
  'drawnFor',
  'idempotencyKey',
  'version',
  'releaseVersion',
  'changes',
  'shown',
])

async function sendAsStranger(
  stage: StrangersStage,
  { form, body }: { form: DrawnForm; body: Body },
  { who, expected }: Stranger,
): Promise<string> {
  const { status, text, to } = await send(stage, form, withoutMarks(body), who)
  if (expected === 'refused' && status >= 400 && status < 500) return 'refused'
  if (status === 404) return text === NOT_FOUND_HTML ? 'absent' : 'a 404 of its own'
  return to.startsWith('/sign-in') ? 'sign-in' : `${status}`
}

/** Drawn for nobody, and not sent before. */
function withoutMarks(body: Body): Body {
  return body
    .filter(([name]) => name !== 'drawnFor')
    .map(([name, value]) => [name, name === 'idempotencyKey' ? crypto.randomUUID() : value])
}

function pathOf(address: string): string {
  return address.split('?')[0] ?? ''
}

function inTwoWeeks(): Date {
  return new Date(Date.now() + 14 * 86_400_000)
}
