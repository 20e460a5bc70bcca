import type { AskedAbout } from '~/domain/service/asked-about'

/** A home that has stated nothing of what people ask, but for what is given. */
export function askedOf(stated: Partial<AskedAbout> = {}): AskedAbout {
  return {
    kind: 'supported_housing',
    isHome: true,
    takes: {
      sex: null,
      ageMin: null,
      ageMax: null,
      peopleFromPrison: null,
      children: null,
      couple: null,
      pets: null,
    },
    rooms: [],
    rent: null,
    charge: null,
    firstWeek: null,
    payment: null,
    staffing: null,
    wheelchair: null,
    languages: [],
    referralRoute: 'here',
    outOfHoursPhone: null,
    programme: null,
    checkedOn: null,
    assuredOn: null,
    ...stated,
  }
}
