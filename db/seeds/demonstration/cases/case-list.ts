import { MEN } from './case-list-men'
import { WOMEN } from './case-list-women'
import type { CaseSketch } from './case-sketch'

export const CASES: CaseSketch[] = [...WOMEN, ...MEN]
