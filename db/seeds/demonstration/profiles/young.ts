import type { Profile } from './profile'

/** For young people, and for young parents. */
export const YOUNG: Record<string, Profile> = {
  A41: {
    summary:
      'A foyer in Gateshead: twenty rooms for young people of 16 to 25 who are learning or looking for work.',
    about: [
      'A room with a lock, shared kitchens, a training room, a music room and staff all night. You agree a plan: college, an apprenticeship, a job, or getting well enough for one.',
      'We take young people from prison case by case. Near the Metro and Gateshead College.',
    ],
    languages: ['English', 'Arabic', 'Tigrinya'],
    policy: { pets: 'no' },
  },
  A42: {
    summary: 'A foyer by the sea in South Shields for fifteen young people, with staff round the clock.',
    about: [
      'Rooms with a bed, desk and fridge; you share a cooker with two others. Counsellor on Wednesdays, football on Thursdays. A lift and level floors throughout.',
    ],
    wheelchair: true,
    policy: { access: { wheelchair: 'yes', levelAccess: 'yes', lift: 'yes', stairs: 'no' }, pets: 'no' },
  },
  A43: {
    summary: 'A foyer in Redcar for young people of 16 to 25 who cannot live at home.',
    about: [
      'Twelve rooms, a kitchen with a cooker for every four, and somebody to talk to at three in the morning. Help with college, benefits and making it up with family.',
    ],
  },
  A44: {
    summary: 'A shared house in Blyth for six young people who can manage with a visit most days.',
    about: [
      'You have a room with a lock and take turns with the cooking and the bins. A worker comes on weekdays. Good as a second step after care, a foyer or Deerbolt.',
    ],
    policy: { pets: 'no' },
  },
  A45: {
    summary:
      'Ten flats in Sunderland for parents of 16 to 24 and their baby or toddler. Mums, dads and couples.',
    about: [
      'A flat of your own with a cot, a cooker and a washing machine, and staff downstairs day and night. Somebody shows you how to bath the baby, or just holds it while you sleep.',
      'Pregnant? Ask from week 28. We consider parents from prison case by case and work with social workers so that families can stay together. Lift for the pram.',
    ],
    languages: ['English', 'Farsi', 'Polish'],
    policy: { access: { wheelchair: 'yes', levelAccess: 'yes', lift: 'yes', stairs: 'no' } },
  },
  A46: {
    summary: 'First flats for care leavers of 18 to 21 in Darlington.',
    depositPence: 7_500,
    about: [
      'Eight one-bedroom flats. Your personal adviser refers you. Council tax is paid until you are 21, and the worker helps with the first big shop, with loneliness and with college.',
    ],
    policy: { pets: 'no' },
  },
  B01: {
    summary: 'Six flats in Middlesbrough for young mothers and fathers and up to two children.',
    about: [
      'For parents of 16 to 25, and for those about to be. A nursery nurse on weekdays, somebody on call at night, a playroom and a garden. We have taken mothers from Low Newton and will come to see you there.',
      'Your own front door, cot, high chair, cooker. Near the Newport Road buses and a children’s centre.',
    ],
    languages: ['English', 'Urdu', 'Arabic'],
    wheelchair: true,
    policy: { pregnancy: { toWeek: 42 }, pets: 'no' },
  },
  B02: {
    summary:
      'A shared house in North Shields for young people of 16 to 21 who are ready to live with visiting support.',
    about: [
      'Five rooms near the Metro. A worker every weekday, house meeting on Mondays. Young people from custody are considered case by case.',
    ],
  },
  B03: {
    summary: 'Five flats in Sunderland for care leavers, with a worker who was in care himself.',
    about: [
      'One-bedroom flats near the college, furnished, for up to two years. We see people in Deerbolt and Low Newton before they leave and hold a flat if the dates are firm.',
    ],
    policy: { pets: 'assistance_only' },
  },
  B10: {
    summary: 'A foyer in the west of Newcastle for twelve young people of 16 to 25, with staff at all hours.',
    about: [
      'A room with a shower each, a kitchen with a cooker for every three, a study room, and a coach for college or work. Young people from prison and from care are considered case by case.',
      'We help with benefits and ID, with family, and with a first tenancy. The Metro is ten minutes away.',
    ],
    languages: ['English', 'Arabic', 'Farsi', 'Tigrinya'],
    policy: { pets: 'no' },
  },
}
