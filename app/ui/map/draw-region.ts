/** WGS84 [longitude, latitude] in degrees, as GeoJSON has it. */
export type Position = readonly number[]

/** A polygon: its outer ring, then its holes. */
type Polygon = ReadonlyArray<readonly Position[]>

export interface BoundaryFeature {
  properties: { code: string; name: string }
  geometry:
    { type: 'Polygon'; coordinates: Polygon } | { type: 'MultiPolygon'; coordinates: readonly Polygon[] }
}

interface DrawnArea {
  /** ONS code. */
  code: string
  name: string
  /** The `d` of an SVG path. */
  path: string
  /** The middle of its largest part: where its count stands when there is room. */
  x: number
  y: number
}

export interface RegionDrawing {
  width: number
  height: number
  areas: DrawnArea[]
}

type Project = (position: Position) => [x: number, y: number]

/**
 * Draws the outlines as SVG paths, `width` units wide with `margin` round them, in Web Mercator: the map that takes the
 * drawing's place uses it too. Coordinates are whole units.
 */
export function drawRegion(
  features: readonly BoundaryFeature[],
  width: number,
  margin: number,
): RegionDrawing {
  const { project, height } = fit(features.flatMap(polygonsOf).flat(2), width, margin)
  const areas = features.map(feature => drawArea(feature, project))
  return { width, height, areas: areas.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')) }
}

/**
 * What is kept of a drawing: where the counts stand, which every page with the map holds, and the outlines as a file of their
 * own, fetched once, of which a page uses an area by its code.
 */
export function drawnFiles({ areas, ...size }: RegionDrawing) {
  const places = areas.map(({ code, name, x, y }) => ({ code, name, x, y }))
  const paths = areas.map(({ code, path }) => `<path id="${code}" d="${path}"/>`)
  return {
    places: { ...size, areas: places },
    outlines: `<svg xmlns="http://www.w3.org/2000/svg"><defs>\n${paths.join('\n')}\n</defs></svg>\n`,
  }
}

/** Web Mercator on a sphere of radius 1: [x, y] with y growing northwards. */
export function mercator([longitude = 0, latitude = 0]: Position): [number, number] {
  const radians = Math.PI / 180
  return [longitude * radians, Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2))]
}

function fit(
  positions: readonly Position[],
  width: number,
  margin: number,
): { project: Project; height: number } {
  const points = positions.map(mercator)
  const [west, east] = ends(points.map(([x]) => x))
  const [south, north] = ends(points.map(([, y]) => y))
  const scale = (width - 2 * margin) / (east - west)
  const project: Project = position => {
    const [x, y] = mercator(position)
    return [Math.round(margin + (x - west) * scale), Math.round(margin + (north - y) * scale)]
  }
  return { project, height: Math.round(2 * margin + (north - south) * scale) }
}

function drawArea(feature: BoundaryFeature, project: Project): DrawnArea {
  const rings = polygonsOf(feature).flatMap(polygon => polygon.map(ring => ring.map(project)))
  const largest = [...rings].sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0] ?? []
  const [x, y] = middleOf(largest)
  return {
    code: feature.properties.code,
    name: feature.properties.name,
    path: rings.map(pathOf).join(''),
    x,
    y,
  }
}

function polygonsOf({ geometry }: BoundaryFeature): readonly Polygon[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

/** Relative moves: shorter than absolute ones. Points that fall on the one before are left out. */
function pathOf(ring: ReadonlyArray<[number, number]>): string {
  const [first, ...rest] = ring
  if (!first) return ''
  let [x, y] = first
  const moves = rest.flatMap(([toX, toY]) => {
    const move = [toX - x, toY - y]
    ;[x, y] = [toX, toY]
    return move[0] || move[1] ? [move.join(' ')] : []
  })
  return `M${first.join(' ')}l${moves.join(' ')}z`.replaceAll(' -', '-')
}

/** The signed area of a ring by the shoelace formula. */
function areaOf(ring: ReadonlyArray<[number, number]>): number {
  return edgesOf(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + (ax * by - bx * ay) / 2, 0)
}

/** The centre of gravity of a ring, in whole units. */
function middleOf(ring: ReadonlyArray<[number, number]>): [number, number] {
  const area = areaOf(ring)
  const sums = edgesOf(ring).reduce(
    ([x, y], [[ax, ay], [bx, by]]) => {
      const weight = ax * by - bx * ay
      return [x + (ax + bx) * weight, y + (ay + by) * weight] as [number, number]
    },
    [0, 0] as [number, number],
  )
  return [Math.round(sums[0] / (6 * area)), Math.round(sums[1] / (6 * area))]
}

function edgesOf(ring: ReadonlyArray<[number, number]>): Array<[[number, number], [number, number]]> {
  return ring.flatMap((point, index) => {
    const next = ring[(index + 1) % ring.length]
    return next ? [[point, next] as [[number, number], [number, number]]] : []
  })
}

function ends(values: readonly number[]): [lowest: number, highest: number] {
  return [Math.min(...values), Math.max(...values)]
}
