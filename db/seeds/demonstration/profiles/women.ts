import type { Profile } from './profile'

/** Houses for women only. */
export const WOMENS_HOUSES: Record<string, Profile> = {
  A01: {
    summary:
      'A house for women coming from prison, staffed day and night. A room with a lock in a shared house, and two beds always kept for prison leavers.',
    about: [
      'We take referrals from prisons and meet you at the gate if nobody else will. Twelve rooms, shared kitchens with a cooker and a fridge shelf each, a garden, and a key worker from the first day. Women only: staff, too.',
      'Help with benefits and ID in the first week, a GP and prescription pick-up at the chemist on the corner, naloxone in the house and staff who can use it. Ten minutes on foot from the bus station at the west end of town.',
    ],
    languages: ['English', 'Polish', 'Romanian'],
    policy: { sexNote: 'Two beds are kept for women who come straight from prison' },
  },
  A02: {
    summary: 'A quiet move-on house for women who are nearly ready for a home of their own.',
    depositPence: 20_000,
    about: [
      'Six women share a kitchen, a sitting room and a yard. A worker calls in on weekdays and somebody answers the phone at night. We help with bidding for a council flat, with furniture and with the first bills.',
      'Near the shops and the 62 and 63 buses. There is no lift and the bathroom is up one flight of stairs.',
    ],
    policy: { access: { wheelchair: 'no', levelAccess: 'no', lift: 'no', stairs: 'yes' } },
  },
  A03: {
    summary:
      'Support day and night for eight women with a lot going on: trauma, drugs or drink, mental health, or all three.',
    about: [
      'A big Linthorpe house with a room each and somebody awake at night. We take women from prison case by case: probation sends a risk summary and we come to see you, in person or by video.',
      'Children can visit in the family room. The recovery nurse comes on Tuesdays, scripts can be picked up two streets away, naloxone is by the door. Close to the buses to the town centre and the station.',
    ],
    languages: ['English', 'Urdu', 'Arabic'],
  },
  A04: {
    summary: 'Five bedsits for young women of 18 to 25, with staff in the building all the time.',
    about: [
      'Each bedsit has its own shower and a small cooker. We help with college, Universal Credit, a first bank account and keeping safe online. Friends may visit until ten.',
      'Many of the women here have been in care or have been exploited. We go at your pace.',
    ],
    languages: ['English', 'Polish'],
    rooms: 'self_contained',
  },
  A05: {
    summary: 'A women’s house in Bishop Auckland for medium and complex needs, staffed day and night.',
    about: [
      'Five rooms, two of them on the ground floor with level access. Staff know about self-harm, heavy drinking and women who have been on the street for years. We consider women from prison case by case and like to hear of you early.',
      'We cook together on Sundays. The bus station and the chemist are five minutes away; the drug and alcohol team holds a clinic in the house.',
    ],
    languages: ['English', 'British Sign Language'],
  },
  A06: {
    summary:
      'A short stay for women in County Durham who have nowhere else: up to 56 days, while a longer plan is made.',
    about: [
      'Four rooms in a house that we do not name here. You will be told how to get there when a place is agreed. Bring what you can carry: bedding, toiletries and a phone charger are there.',
      'A worker helps with a homeless application, ID and benefits from the first morning.',
    ],
  },
}
