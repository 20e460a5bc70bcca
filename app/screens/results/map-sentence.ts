import type { VacancyInWords } from './vacancy-in-words'

/** An authority on the drawn map: how many services cover it, and this search narrowed to it. */
export interface AreaCount {
  code: string
  name: string
  href: string
  count: number
  about: string
  tone?: 'middle'
}

/** A pin on the map. A service without a shown place never becomes one. */
export interface PlacedService {
  id: string
  name: string
  href: string
  lat: number
  lng: number
  about: string
  vacancy?: VacancyInWords['vacancy']['kind']
}
