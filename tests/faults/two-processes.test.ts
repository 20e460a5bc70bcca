import { describe } from 'vitest'
import { onTwoProcesses } from './on-two-processes'

describe('two web processes on one database', () => onTwoProcesses(() => Promise.resolve({})))
