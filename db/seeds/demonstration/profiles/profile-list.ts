import { CENTRES_AND_MENTORS } from './centres-and-mentors'
import { EMERGENCY } from './emergency'
import { HEALTH_AND_RECOVERY } from './health-and-recovery'
import { HOMES } from './homes'
import { PRISON_LEAVERS } from './prison-leavers'
import type { Profile } from './profile'
import { REFUGES } from './refuges'
import { WOMENS_HOUSES } from './women'
import { YOUNG } from './young'

const PROFILES: Readonly<Record<string, Profile>> = {
  ...WOMENS_HOUSES,
  ...REFUGES,
  ...EMERGENCY,
  ...PRISON_LEAVERS,
  ...YOUNG,
  ...HEALTH_AND_RECOVERY,
  ...HOMES,
  ...CENTRES_AND_MENTORS,
}

/** What a service says of itself. @throws Error for a service that nobody has described */
export function profileOf(archetypeId: string): Profile {
  const profile = PROFILES[archetypeId]
  if (!profile) throw new Error(`The service ${archetypeId} is not described`)
  return profile
}
