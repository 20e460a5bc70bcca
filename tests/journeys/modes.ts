interface Mode {
  javaScript: boolean
  how: 'with JavaScript' | 'without JavaScript'
}

const WITH: Mode = { javaScript: true, how: 'with JavaScript' }
const WITHOUT: Mode = { javaScript: false, how: 'without JavaScript' }

/**
 * How a journey is walked: `npm test` takes each one way, the one that is `usual` for it; `npm run test:long`, which runs after it, the
 * other way, which it asks for by TEST_SCRIPTS=other. Those that it alone walks go one way in one week, and the other in the next.
 */
export function modes(usual: 'with' | 'without'): [Mode] {
  const isWith = (usual === 'with') !== (process.env.TEST_SCRIPTS === 'other')
  return [isWith ? WITH : WITHOUT]
}
