import type { Profile } from './profile'

/** Housing for people who come from prison, and what probation fills itself. */
export const PRISON_LEAVERS: Record<string, Profile> = {
  A27: {
    summary:
      'Ten self-contained flats for men leaving prison, with a resettlement worker in the building by day.',
    depositPence: 10_000,
    about: [
      'Your own front door, bathroom and cooker. We take referrals from prisons from twelve weeks before release and like to meet you first, by video or in the visits hall. You stay up to a year and then help is there to move on.',
      'The worker helps with Universal Credit, ID, a CSCS card, anger, and keeping to licence. Tag and curfew are no problem.',
    ],
    languages: ['English', 'Polish'],
    policy: { pets: 'assistance_only' },
  },
  A28: {
    summary: 'Flats for men leaving prison in Felling, near the Metro, with support on weekdays.',
    about: [
      'Eight one-bedroom flats around a yard. Bring a bag: bedding and pans are there. Work, training and volunteering start in the first month.',
      'Somebody is on call at night. Scripts are picked up at the chemist by the Metro station.',
    ],
  },
  A29: {
    summary:
      'Fourteen flats around Middlesbrough for women, men and couples who come from prison, each with a support worker who visits.',
    about: [
      'You have a flat of your own, not a room in a hostel: cooker, fridge, bed and a lock. Women may have a flat in a block with no men. We take referrals from prisons and can hold a flat until the day you leave.',
      'Help with benefits and ID, paying bills, furniture, probation appointments and prescriptions. Couples are welcome if both want it.',
    ],
    languages: ['English', 'Urdu', 'Polish'],
    policy: { pets: 'no' },
  },
  A30: {
    summary: 'Six flats in Ashington for men on licence who can manage with a weekly visit.',
    about: [
      'Low support: a worker comes once a week and rings once more. You should be ready to cook, to shop and to be on your own in the evening. Buses to Blyth, Morpeth and Newcastle.',
    ],
  },
  A31: {
    summary: 'Six flats for men leaving prison in Darlington, with a worker on weekdays.',
    about: [
      'Newly done up, near Cockerton shops. We take men on a tag and men with a history of fire-setting after talking to the fire service. Rent arrears are not held against you.',
    ],
    languages: ['English', 'Romanian'],
  },
  A32: {
    summary: 'Five places for men convicted of sexual offences, planned with probation and the police.',
    about: [
      'Referrals come through MAPPA only. Staff day and night, rooms away from schools and parks, work on thinking and behaviour, and a plan for living alone.',
    ],
    policy: { pets: 'no' },
  },
  A33: {
    summary: 'Approved premises (CAS1) on Tyneside for men of high risk, staffed day and night.',
    about: [
      'Probation refers, on its own form, before release. Curfew, rules, a key worker and group work; meals are provided. Residents come on licence, on bail or from recall.',
      'Families who want to know how to visit can ring the office.',
    ],
  },
  A34: {
    summary: 'Approved premises (CAS1) on Teesside: twenty rooms for men, with two staff awake at night.',
    about: [
      'For men whom probation will not release to an ordinary address. Twelve weeks, with purposeful activity every weekday. Two rooms have level access.',
    ],
    wheelchair: true,
  },
  A35: {
    summary: 'A small shared house in Sunderland for men on bail or on a tag (CAS2).',
    about: [
      'Four rooms in a terrace, a shared kitchen, a worker once a week. The court or the prison refers people who have no address to be tagged to.',
    ],
  },
  A36: {
    summary: 'A house for three women on bail or on home detention curfew (CAS2).',
    about: [
      'A room of your own in a quiet street with two other women. A worker comes each week and more in the first fortnight. For women who would be let out on a tag if they had an address.',
      'Near shops and a Metro station. Help with ID, a GP and your script.',
    ],
  },
  A37: {
    summary: 'Three flats for women leaving prison with nowhere to go (CAS3): up to 84 nights, rent free.',
    about: [
      'Probation refers. A furnished flat with a cooker and a heater that works, and a visiting worker whose one job is the next home. Bring your tenancy worries early.',
    ],
    languages: ['English', 'Urdu'],
  },
  A38: {
    summary: 'Eight homes in Sunderland for men leaving prison homeless (CAS3), for up to 84 nights.',
    about: [
      'Two-bedroom flats shared by two men. A worker visits, and helps with a homeless application, benefits and a deposit for what comes after.',
    ],
    rooms: 'shared',
  },
  A39: {
    summary: 'CAS3 in County Durham: nine homes for men on probation who would be on the street.',
    about: [
      'For 84 nights after release, in Durham, Peterlee and Bishop Auckland. Your probation officer applies. You are met on the day and shown the chemist, the bus and the job centre.',
    ],
  },
  A40: {
    summary: 'Four CAS3 flats in Hartlepool for men leaving prison without a home.',
    about: [
      'Furnished flats for up to 84 nights, with a worker twice a week. Your probation officer applies.',
    ],
    policy: { pets: 'no' },
  },
  B11: {
    summary:
      'Six flats in Hartlepool for women and men coming out of prison, with a worker there on weekdays.',
    about: [
      'Two flats are kept for women and have an entrance of their own. You bring yourself: we have the cooker, the bed, the kettle. We take referrals from prisons and come to Low Newton and Holme House to meet you.',
      'Help with benefits and ID, a GP, a prescription pick-up at the chemist next door, and work on the allotment. Near the bus station.',
    ],
    languages: ['English', 'Polish'],
    policy: { sexNote: 'Two flats are kept for women', pets: 'assistance_only' },
  },
}
