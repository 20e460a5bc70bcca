import type { Profile } from './profile'

/** Hostels, hubs and shelters: a bed soon, or tonight. */
export const EMERGENCY: Record<string, Profile> = {
  A18: {
    summary:
      'A direct-access hostel by the quayside: 32 rooms, staff day and night, a landing of seven rooms kept for women.',
    about: [
      'If we have a bed you can have it today: ring, or have somebody ring for you. We take referrals from prisons, and a bed can be kept for the day of release. A room with a lock, meals twice a day, a shared kitchen with cookers, laundry, lockers.',
      'A nurse on weekdays, prescription pick-up across the road, naloxone on every floor, needle exchange at the desk. Help with benefits and ID, a bank account, and the next move. Two minutes from the Quayside bus.',
    ],
    languages: ['English', 'Polish', 'Romanian', 'Farsi'],
    policy: {
      sexNote: 'Seven rooms on a landing kept for women',
      nrpf: 'funded_only',
    },
  },
  A19: {
    summary: 'A hostel near the bus station in Sunderland for single people and, sometimes, couples.',
    about: [
      'A room on the day for someone with nowhere to stay. Rooms are your own; two are big enough for a couple and we decide who has them case by case. Tea, a hot meal and a worker when you arrive.',
      'We know most people who come to us from Durham prison. Help with benefits, ID, a phone, your script, and the council.',
    ],
    languages: ['English', 'Arabic'],
  },
  A20: {
    summary: 'A men’s hostel in the middle of Middlesbrough: 24 beds, open all night.',
    about: [
      'Small rooms on three floors with a shared bathroom and a cooker for every six. No referral form is needed to talk to us: ring the desk. Late arrivals from court or prison are expected.',
      'Drug and alcohol workers in the building, naloxone, a foot clinic, a gym. We ask for nothing but that you do not bring trouble to the door.',
    ],
    languages: ['English', 'Kurdish', 'Farsi'],
    policy: { pets: 'no' },
  },
  A21: {
    summary:
      'Forty small chalets on one site near Spennymoor: your own front door, and you may bring your dog.',
    about: [
      'Each chalet has a bed, a shower and a two-ring cooker. Couples can share one. Staff are on site day and night and there is a hall for meals, courses and football.',
      'Good for people who cannot bear a corridor. The bus to Durham and Bishop Auckland stops at the gate; a van goes to the chemist for scripts every morning.',
    ],
    rooms: 'self_contained',
    policy: { pets: 'yes' },
  },
  A22: {
    summary:
      'Six beds straight off the street or out of custody, for up to four weeks, with a nurse and a plan.',
    about: [
      'First night: shower, food, sleep. First week: GP, script, benefits, ID, a housing application. We take people with no recourse to public funds for a short stay while an adviser looks at their papers.',
      'No stairs to the bedrooms and one wet room. Outreach workers can bring you in at night.',
    ],
    languages: ['English', 'Polish', 'Romanian', 'Tigrinya'],
    wheelchair: true,
    policy: {
      nrpf: 'accepts',
      access: { wheelchair: 'yes', levelAccess: 'yes', lift: 'no', stairs: 'no' },
    },
  },
  A23: {
    summary: 'An assessment hub in Durham City: a bed for a few weeks while we find out what you need.',
    about: [
      'Six rooms over a day centre. A social worker, a mental health nurse and the council’s housing officer come to you, so that nobody tells the story four times.',
      'Ten minutes on foot from the prison and the railway station. No visitors, no alcohol in the rooms.',
    ],
  },
  A24: {
    summary: 'A winter night shelter for men in Stockton: a camp bed, a hot meal and breakfast.',
    about: [
      'Ring from four in the afternoon: beds are given out by phone. Doors open at nine in the evening and close at half past nine. It is one big room, with volunteers awake all night.',
      'Open in the cold months. We can tell you who else to ring when we are full.',
    ],
    paymentNote: 'Free',
    policy: { pets: 'yes', nrpf: 'accepts' },
  },
  A25: {
    summary: 'Fourteen rooms for homeless men in Hartlepool, near the station.',
    about: [
      'A plain, friendly hostel with staff day and night, a shared kitchen and a pool table. You need Housing Benefit or the means to pay. We help you claim it on the day.',
    ],
    languages: ['English', 'Polish'],
  },
  A26: {
    summary: 'A direct-access hostel in Darlington for twelve women and men, a room each.',
    about: [
      'Women have a corridor of their own when there are enough of them. We consider people from prison case by case and answer the same day. A cooker and a fridge for every four.',
      'Five minutes from the railway station and the bus to Northallerton. Recovery groups every evening.',
    ],
  },
  A58: {
    summary: 'Temporary flats in Stockton for families the council is helping.',
    about: [
      'Fourteen furnished flats with two or three bedrooms, a cooker, a washing machine and a play area. The council places people here after a homeless application: ring the council first.',
      'A worker helps with schools, benefits and with social workers. Parents who have been in prison are considered case by case.',
    ],
    languages: ['English', 'Farsi', 'Arabic', 'Kurdish'],
    policy: { pets: 'no' },
  },
  B05: {
    summary: 'Eight crash pads in Blyth for anybody in south-east Northumberland with nowhere tonight.',
    about: [
      'A bed on the day, for up to twelve weeks. Small bedrooms of your own, a shared kitchen, a yard where a dog can run. The worker takes you to the council’s office in Ashington or Morpeth the next morning.',
      'We take referrals from prisons: HMP Northumberland rings us every week.',
    ],
    languages: ['English'],
    policy: { pets: 'yes' },
  },
  B06: {
    summary: 'A direct-access hostel near the Metro in South Shields: ten rooms, staffed all night.',
    about: [
      'Come as you are. A room with a lock, a shared kitchen with a cooker, breakfast and an evening meal. One room takes a wheelchair and opens on to the yard.',
      'Naloxone, needle exchange, a nurse on Mondays, help with ID and benefits. People come here from Durham and Low Newton on the day they are let out.',
    ],
    languages: ['English', 'Arabic', 'Bengali'],
    wheelchair: true,
    policy: { nrpf: 'funded_only' },
  },
  B12: {
    summary:
      'Four beds in Redcar for up to four weeks, for anybody sleeping rough in the borough or just let out.',
    about: [
      'A bed tonight if there is one, and a plan by Friday. Rooms are on the ground floor, with a shared kitchen and a shower that a wheelchair fits. A nurse and a drug worker call twice a week; naloxone at the desk.',
    ],
    wheelchair: true,
  },
  B14: {
    summary:
      'A small direct-access hostel in North Shields: six rooms of your own, a short walk from the Metro.',
    about: [
      'Ring at any hour; if we are full we will ring round for you. A shared kitchen with two cookers, laundry, a yard. Couples cannot share a room, dogs can.',
      'Staff know the prison, the job centre and the recovery groups, and help with ID and benefits in the first days.',
    ],
    languages: ['English', 'Polish'],
    policy: { pets: 'yes' },
  },
}
