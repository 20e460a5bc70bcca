export interface StaffedHours {
  days: number[]
  from: string
  to: string
}

/** Monday to Friday, nine to five. */
export const OFFICE: StaffedHours[] = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }]
const EVENINGS: StaffedHours[] = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '16:00', to: '23:00' }]

/** When somebody is there, by the words services.json uses; null is every hour. */
const HOURS: Record<string, StaffedHours[] | null> = {
  '24 hours': null,
  '24 hours double cover': null,
  'night only': EVENINGS,
}

const LATEST_ARRIVAL: Record<string, string> = {
  '24 hours': '22:00',
  '24 hours double cover': '21:00',
  'night only': '21:30',
}

/** The hours a service is staffed, as the staffed_hours column keeps them. */
export function staffedHours(staffing: string): string | null {
  const hours = staffing in HOURS ? HOURS[staffing] : OFFICE
  return hours ? JSON.stringify(hours) : null
}

/** The latest a new arrival is let in, 'HH:MM'. */
export function latestArrival(staffing: string): string {
  return LATEST_ARRIVAL[staffing] ?? '16:30'
}
