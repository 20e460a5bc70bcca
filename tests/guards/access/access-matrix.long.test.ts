import { walkAccess } from './walk-access'

walkAccess(true)
