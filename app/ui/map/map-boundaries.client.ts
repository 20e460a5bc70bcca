import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import text from '~/domain/area/data/boundaries.geojson?raw'

export interface BoundaryProperties {
  code: string
  name: string
}

/** The outlines of the 12 authorities, WGS84. Our own file, so its shape is known. */
export const boundaries = JSON.parse(text) as FeatureCollection<Polygon | MultiPolygon, BoundaryProperties>
