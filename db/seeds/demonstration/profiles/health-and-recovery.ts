import type { Profile } from './profile'

/** Recovery, mental health, learning disability, veterans and older people. */
export const HEALTH_AND_RECOVERY: Record<string, Profile> = {
  A47: {
    summary: 'A dry house in Middlesbrough: nine men staying free of drink and drugs together.',
    about: [
      'You come after a detox or from a prison recovery wing and stay up to a year. Meetings every day, a sponsor, work in the garden and the kitchen. A room each after the first month; until then two share.',
      'One slip is talked about, not thrown out. Nobody may use in the house.',
    ],
    languages: ['English', 'Polish'],
  },
  A48: {
    summary: 'A recovery house in Heaton for ten women and men who want to stay clean and sober.',
    about: [
      'Rehab is behind you and ordinary life is ahead: groups in the morning, college or volunteering in the afternoon. People on a steady methadone or buprenorphine script are welcome, people still using are not.',
      'Women have a floor of their own. Family lunch on the first Sunday of the month. We take referrals from prisons, recovery wings above all.',
    ],
    languages: ['English', 'British Sign Language'],
    policy: { substances: { recovery: 'yes', ost: 'yes', active: 'no' } },
  },
  A49: {
    summary:
      'Rooms in the city centre for people who still use drugs or drink. Dogs are welcome, and so are couples.',
    about: [
      'You do not have to stop to have a bed. Eighteen rooms, staff and a nurse day and night, safe storage for scripts, naloxone for everybody, needle exchange, a place to drink indoors. When you want to cut down we help.',
      'Two rooms are for couples. The vet calls once a month. Close to the bus station at Eldon Square.',
    ],
    languages: ['English', 'Polish', 'Romanian'],
    policy: { nrpf: 'funded_only', pets: 'yes' },
  },
  A50: {
    summary:
      'Supported flats in North Shields for people who hear voices, live with psychosis or have been in hospital.',
    about: [
      'A flat of your own with staff downstairs at all hours. Help with medication, money, cooking, company. The community mental health team has a room here.',
      'People from prison are considered case by case with a mental health nurse. Metro and sea five minutes away.',
    ],
    languages: ['English', 'Farsi'],
  },
  A51: {
    summary: 'Ten flats in Norton for people living with mental ill health who manage most days alone.',
    about: [
      'Weekday staff and a number to ring at night. Anxiety, depression, trauma, personality disorder: you need not be “ready”. A group cooks on Wednesdays.',
    ],
    policy: { pets: 'no' },
  },
  A52: {
    summary: 'Supported living in Redcar for six adults with a learning disability or autism.',
    about: [
      'Everybody has a bedroom and a say in what is for tea. Easy-read tenancy, Makaton, help with money and with not being taken advantage of. Adult social care agrees each place.',
      'All on the ground floor, with wide doors.',
    ],
    languages: ['English', 'Makaton'],
    wheelchair: true,
  },
  A53: {
    summary:
      'Twelve flats in South Shields for anybody who served in the forces, regulars or reserves, for a day or for years.',
    depositPence: 15_000,
    about: [
      'One-bedroom flats with a cooker, and a workshop underneath. Help with a war pension, drink, sleep and finding work; a counsellor who was a medic. Couples and dogs are welcome.',
      'We visit veterans’ wings and take men and women straight from prison.',
    ],
    policy: { pets: 'yes' },
  },
  A54: {
    summary: 'A quiet shared house in Low Fell for five older men.',
    about: [
      'For men over 50 who have had enough of hostels. A room of your own, a stairlift, a garden, a worker who calls twice a week and drives you to the hospital. You may stay for good.',
    ],
    policy: { pets: 'no' },
  },
  B04: {
    summary:
      'A recovery house for seven women near Durham, after detox or straight from a prison recovery wing.',
    about: [
      'Women only, staff and residents. A room of your own, groups on trauma as well as on drink and drugs, yoga in a barn. Children may stay over at weekends once you are settled and contact is agreed.',
      'We take women from prison, on a script or not. Nobody may be using. The bus to Durham is at the end of the road.',
    ],
    languages: ['English', 'Polish'],
    policy: {
      substances: { recovery: 'yes', ost: 'yes', active: 'no' },
      injecting: 'no',
      children: { rule: 'visits_only' },
      pets: 'no',
    },
  },
  B07: {
    summary: 'Six flats in Stockton for people who have served in the armed forces.',
    about: [
      'Ground-floor and first-floor flats, furnished, with a worker on weekdays. Help with debt, with the Armed Forces Covenant and with being a dad again. Your dog may come.',
    ],
    wheelchair: true,
    policy: { pets: 'yes' },
  },
}
