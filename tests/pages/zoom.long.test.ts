import { PAGES, zoomInto } from './zoom'

zoomInto(PAGES)
