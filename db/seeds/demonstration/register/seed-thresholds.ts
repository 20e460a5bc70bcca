import type { DomainContext } from '~/domain/context'
import { addDays, DAY_MS, londonDay } from '~/domain/time/calendar'
import type { IndicatorCode } from '~/domain/traffic-light/indicator'
import { setThreshold } from '~/domain/traffic-light/set-threshold.server'
import { seedId } from '../../seed-id'
import { accountViewer } from '../viewers'

/** So long ago they were set, against the years before. */
const DAYS_AGO = 900

/** Green and amber, in whole per cent. */
const SET: Partial<Record<IndicatorCode, readonly [number, number]>> = {
  m2: [75, 60],
  m3: [20, 40],
  m7: [84, 75],
  m8: [70, 55],
  m9: [80, 60],
  hnia: [95, 85],
  notice: [80, 60],
}

/** Sets the thresholds that the region's commissioner would have set once a first year was known; the rest waits for its baseline. */
export async function seedThresholds(app: DomainContext): Promise<void> {
  const viewer = accountViewer('commissioner@example.org')
  const clock = () => new Date(app.clock().getTime() - DAYS_AGO * DAY_MS)
  for (const [indicator, [green, amber]] of Object.entries(SET)) {
    const key = seedId(`threshold:${indicator}`)
    const done = await setThreshold(
      { ...app, clock },
      viewer,
      {
        // The table's own keys.
        indicator: indicator as IndicatorCode,
        corrects: null,
        ...{ green, amber },
        validFrom: addDays(londonDay(clock()), 1),
        why: 'Agreed by the partnership against the first year (fictional)',
      },
      { key, fingerprint: key },
    )
    if (!done.ok) throw new Error(`The threshold of ${indicator} was not set: ${done.reason}`)
  }
}
