type At = readonly [lat: number, lng: number]

export interface AreaLabel {
  short: string
  /** In its area, for a map close enough. */
  inside: At
  /** For the whole region: where there is room, mostly out at sea. */
  outside: At
  /** The end of the label that stands at `outside`. */
  anchor: 'left' | 'middle' | 'right'
  /** Where a line leads from a label that stands outside its area. */
  leadsTo?: At
}

/** From this zoom on there is room for every label in its own area. */
export const LABELS_INSIDE_FROM = 8.75

/** The eastern edge of what a map of the whole region shows. */
const AT_SEA = -0.74

/** Where the label of each authority stands, by its code. Degrees. */
export const AREA_LABELS: Readonly<Record<string, AreaLabel>> = {
  E06000057: { short: 'Northumberland', inside: [55.2, -2.0], outside: [55.3, -2.0], anchor: 'middle' },
  E06000047: { short: 'County Durham', inside: [54.72, -1.72], outside: [54.72, -1.92], anchor: 'middle' },
  E08000021: {
    short: 'Newcastle',
    inside: [55.04, -1.78],
    outside: [55.1, -1.8],
    anchor: 'right',
    leadsTo: [55.02, -1.66],
  },
  E08000037: {
    short: 'Gateshead',
    inside: [54.93, -1.76],
    outside: [54.92, -1.9],
    anchor: 'right',
    leadsTo: [54.93, -1.7],
  },
  E08000022: {
    short: 'North Tyneside',
    inside: [55.08, -1.47],
    outside: [55.11, AT_SEA],
    anchor: 'right',
    leadsTo: [55.04, -1.48],
  },
  E08000023: {
    short: 'South Tyneside',
    inside: [54.965, -1.36],
    outside: [55.01, AT_SEA],
    anchor: 'right',
    leadsTo: [54.97, -1.42],
  },
  E08000024: {
    short: 'Sunderland',
    inside: [54.86, -1.45],
    outside: [54.91, AT_SEA],
    anchor: 'right',
    leadsTo: [54.89, -1.42],
  },
  E06000001: {
    short: 'Hartlepool',
    inside: [54.69, -1.25],
    outside: [54.79, AT_SEA],
    anchor: 'right',
    leadsTo: [54.69, -1.23],
  },
  E06000002: {
    short: 'Middlesbrough',
    inside: [54.53, -1.2],
    outside: [54.69, AT_SEA],
    anchor: 'right',
    leadsTo: [54.56, -1.22],
  },
  E06000003: { short: 'Redcar', inside: [54.59, -0.97], outside: [54.53, AT_SEA], anchor: 'right' },
  E06000004: {
    short: 'Stockton',
    inside: [54.6, -1.38],
    outside: [54.44, -1.34],
    anchor: 'left',
    leadsTo: [54.55, -1.34],
  },
  E06000005: {
    short: 'Darlington',
    inside: [54.53, -1.57],
    outside: [54.46, -1.5],
    anchor: 'right',
    leadsTo: [54.53, -1.57],
  },
}
