interface Mode {
  javaScript: boolean
  how: 'with JavaScript' | 'without JavaScript'
}

const WITH: Mode = { javaScript: true, how: 'with JavaScript' }
const WITHOUT: Mode = { javaScript: false, how: 'without JavaScript' }
const ASKED: Record<string, Mode> = { with: WITH, without: WITHOUT }

/**
 * How a journey is walked: `npm test` takes each one way, the one that is `usual` for it; `npm run test:long` takes all of them both
 * ways, by turns under its clocks, which it asks for by TEST_SCRIPTS.
 */
export function modes(usual: 'with' | 'without'): [Mode] {
  return [ASKED[process.env.TEST_SCRIPTS ?? usual] ?? WITH]
}
