import { MORE_ARCHETYPES } from './more-archetypes'
import archetypes from './services.json'

/** One invented service, in the shape in which services.json describes sixty of them. */
export interface Archetype {
  id: string
  type: string
  authority: string
  /** Where it covers more than its own authority. */
  covers?: string[]
  provider: string
  capacity: number
  sex: string
  ageMin: number
  ageMax: number | null
  children: string
  couples: string
  acceptsOffenders: string
  supportLevel: string
  staffing: string
  maxStayWeeks: number | null
  exclusions: string[]
  note: string
}

export const ARCHETYPES: Archetype[] = [...archetypes.services, ...MORE_ARCHETYPES]

/** The authorities a service covers. */
export function coveredBy({ authority, covers }: Archetype): string[] {
  return covers ?? [authority]
}

/** The place of a service in the list, from 0: what varies from one to the next is worked out from it. */
export function indexOf(archetype: Archetype): number {
  return ARCHETYPES.indexOf(archetype)
}
