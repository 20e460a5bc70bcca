/** Draws the outlines of the 12 authorities again after app/domain/area/data/boundaries.geojson has changed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { type BoundaryFeature, drawnFiles, drawRegion } from '~/ui/map/draw-region'

const boundaries = JSON.parse(readFileSync('app/domain/area/data/boundaries.geojson', 'utf8')) as {
  features: BoundaryFeature[]
}

const { places, outlines } = drawnFiles(drawRegion(boundaries.features, 400, 8))
writeFileSync('app/ui/map/region-drawing.json', `${JSON.stringify(places, null, 1)}\n`)
writeFileSync('app/ui/map/region-outlines.svg', outlines)
