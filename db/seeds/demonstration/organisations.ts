import authorities from '~/domain/area/data/authorities.json'
import prisons from '~/domain/area/data/prisons.json'
import { seedId } from '../seed-id'
import { ARCHETYPES } from './archetypes'
import { PROGRAMME_PROVIDERS } from './programmes/programme-list'
import { fictionalPhone } from './telephone'

export function organisationId(key: string): string {
  return seedId(`organisation:${key}`)
}

/** Every organisation of the demonstration as rows: real prisons and councils' names, invented providers, marked so. */
export function organisationRows() {
  return [...prisonRows(), ...providerRows(), ...councilRows(), ...regionRows()].map((row, index) => ({
    prisonCode: null,
    authorityCode: null,
    ...row,
    phone: fictionalPhone(index),
  }))
}

function prisonRows() {
  return prisons.map(prison => ({
    id: organisationId(prison.code),
    name: prison.name,
    kind: 'prison',
    prisonCode: prison.code,
    authorityCode: prison.authority,
  }))
}

function providerRows() {
  const names = new Set([...ARCHETYPES.map(service => service.provider), ...PROGRAMME_PROVIDERS])
  return [...names].map(name => ({ id: organisationId(name), name: `${name} (fictional)`, kind: 'provider' }))
}

function councilRows() {
  return authorities.map(authority => ({
    id: organisationId(authority.code),
    name: `${authority.name} housing options (demonstration)`,
    kind: 'council',
    authorityCode: authority.code,
  }))
}

function regionRows() {
  return [
    {
      id: organisationId('commissioner'),
      name: 'North East reducing reoffending partnership (fictional)',
      kind: 'commissioner',
    },
    { id: organisationId('region'), name: 'Throughgate regional team (fictional)', kind: 'region' },
  ]
}
