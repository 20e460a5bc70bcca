import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type BoundaryFeature, drawnFiles, drawRegion, mercator } from './draw-region'
import stored from './region-drawing.json'

function square(code: string, west: number, south: number): BoundaryFeature {
  const ring = [
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
    [west, south],
  ]
  return { properties: { code, name: code }, geometry: { type: 'Polygon', coordinates: [ring] } }
}

describe('the projection', () => {
  it('leaves the equator where it is and stretches towards the poles', () => {
    expect(mercator([0, 0])[1]).toBeCloseTo(0)
    expect(mercator([180, 55])[0]).toBeCloseTo(3.1416, 4)
    expect(mercator([0, 55])[1]).toBeCloseTo(1.1542, 4)
  })
})

describe('drawing a region', () => {
  it('fits it into the width with its margin, north up', () => {
    const { width, height, areas } = drawRegion([square('a', 0, 0)], 120, 10)
    expect([width, height]).toEqual([120, 120])
    expect(areas).toEqual([{ code: 'a', name: 'a', path: 'M10 110l100 0 0-100-100 0 0 100z', x: 60, y: 60 }])
  })

  it('puts the count of an area in parts into its largest part', () => {
    const small = [
      [3, 0],
      [3.1, 0],
      [3.1, 0.1],
      [3, 0.1],
      [3, 0],
    ]
    const large = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ]
    const feature: BoundaryFeature = {
      properties: { code: 'b', name: 'b' },
      geometry: { type: 'MultiPolygon', coordinates: [[small], [large]] },
    }
    expect(drawRegion([feature], 310, 0).areas[0]?.x).toBe(50)
  })
})

describe('the stored drawing', () => {
  it('is what the present boundaries give', () => {
    const { features } = JSON.parse(readFileSync('app/domain/area/data/boundaries.geojson', 'utf8')) as {
      features: BoundaryFeature[]
    }
    const { places, outlines } = drawnFiles(drawRegion(features, 400, 8))
    expect(stored).toEqual(places)
    expect(readFileSync('app/ui/map/region-outlines.svg', 'utf8')).toBe(outlines)
  })
})
