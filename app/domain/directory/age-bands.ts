/** Ages as a search asks for them, in years, both included. Somebody of 65 or over is in the last. */
const AGE_BANDS = [
  { code: '16-17', from: 16, to: 17 },
  { code: '18-20', from: 18, to: 20 },
  { code: '21-24', from: 21, to: 24 },
  { code: '25-34', from: 25, to: 34 },
  { code: '35-49', from: 35, to: 49 },
  { code: '50-59', from: 50, to: 59 },
  { code: '60-64', from: 60, to: 64 },
  { code: '65+', from: 65, to: 120 },
] as const

const YOUNGEST = 16
const OLDEST = 120

/** The bands somebody may be of who is within these years; where an end is not stated it is open. */
export function ageBandsWithin(from: number | null, to: number | null): string[] {
  const [least, most] = [from ?? YOUNGEST, to ?? OLDEST]
  return AGE_BANDS.filter(band => band.from <= most && band.to >= least).map(band => band.code)
}
