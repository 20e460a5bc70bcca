import { walkAccess } from './walk-access'

walkAccess(false)
