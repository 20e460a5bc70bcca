declare global {
  var testClockAheadMs: number | undefined
}

/**
 * With TEST_NOW set, an instant, it is that time for the tests of a file when they begin, and ticks on: what they ask of
 * the machine's clock is answered by it. Loaded as a setup and imported besides, it moves the clock once.
 */
const { TEST_NOW } = process.env
const isMoved = globalThis.testClockAheadMs !== undefined

/** How far the clock of the tests runs ahead of the machine's, in milliseconds. */
export const AHEAD_MS = (globalThis.testClockAheadMs ??= TEST_NOW ? Date.parse(TEST_NOW) - Date.now() : 0)

if (!isMoved && AHEAD_MS !== 0) {
  const machine = Date
  globalThis.Date = new Proxy(machine, {
    construct: (target, given: [], newTarget) =>
      Reflect.construct(target, given.length > 0 ? given : [machine.now() + AHEAD_MS], newTarget) as Date,
    get: (target, name) =>
      name === 'now' ? () => machine.now() + AHEAD_MS : (Reflect.get(target, name) as unknown),
  })
}
