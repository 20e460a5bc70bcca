import { WIDTHS } from '../support/browser'
import { walkEveryPage } from './walk-pages'

walkEveryPage({ axeWidths: WIDTHS, isWhole: true })
