/** A service with a shown place, as the map asks for it. One without (a confidential site) never becomes one of these. */
export interface PinShown {
  id: string
  name: string
  provider: string
  /** In words: 'Supported housing'. */
  kind: string
  /** Which shape and letter it has. */
  group: 'hostel' | 'supported' | 'council' | 'support'
  /** What people ring to ask, in a line: 'Women only · 18 and over · Pets: No'. */
  facts: string
  lat: number
  lng: number
  /** In words, from the place searched: '3 miles'. */
  miles?: string
  phone?: string
  /** Left out for the public, who see no vacancies, and where there is nothing to book. */
  vacancy?: 'free' | 'check-first' | 'none' | 'not-confirmed'
  /** The day of it in words: 'Mon 28 December'; left out for today. */
  on?: string
}
