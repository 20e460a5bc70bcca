import { PAGES, zoomInto } from './zoom'

/** A page of each reader, the fullest; the others are in zoom.long.test.ts. */
const SAMPLE = ['/services?children=yes&near=NE4+5TG', ':case/search', '/unmet-need']

zoomInto(PAGES.filter(([, address]) => SAMPLE.includes(address)))
