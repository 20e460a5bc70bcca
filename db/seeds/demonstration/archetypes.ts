import archetypes from './services.json'

/** One invented service as services.json describes it. */
export interface Archetype {
  id: string
  type: string
  authority: string
  authorityName: string
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

export const ARCHETYPES: Archetype[] = archetypes.services

/** The place of a service in the list, from 0: what varies from one to the next is worked out from it. */
export function indexOf(archetype: Archetype): number {
  return ARCHETYPES.indexOf(archetype)
}
