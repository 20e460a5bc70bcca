import { playASample } from '@tests/factories/play-a-sample'

/** One of each kind; several of the kinds that differ most among themselves are in history-is-played.long.test.ts. */
playASample(1)
