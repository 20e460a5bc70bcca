import type { VacancyShown } from '../vacancy'

/** A service with a shown place. One without (a confidential site) never becomes one of these. */
export interface MapService {
  id: string
  name: string
  href: string
  lat: number
  lng: number
  /** Under the name in the popup: 'Tarnfold Trust · Gateshead'. */
  about: string
  /** Left out for the public, who see no vacancies. */
  vacancy?: VacancyShown['kind']
}
