import type { Profile } from './profile'
import { fictionalFreephone } from '../telephone'

/** Homes of one’s own, support that comes to them, and help to rent. */
export const HOMES: Record<string, Profile> = {
  A55: {
    summary: 'Sixteen ordinary flats and houses in Redcar and Cleveland with a support worker who visits.',
    about: [
      'For single people, couples and families, children and pets too. You hold a licence for up to a year and bid for a council home meanwhile. We furnish the place: cooker, beds, carpets.',
      'We take referrals from prisons and will show you the flat on a video call. Help with benefits, bills, school and the neighbours.',
    ],
    languages: ['English', 'Polish'],
    policy: { pets: 'yes' },
  },
  A56: {
    summary: 'Twenty-two dispersed homes across Northumberland for anybody, families included.',
    about: [
      'In Ashington, Blyth, Cramlington, Alnwick and Berwick. Low support: a visit each week. You will need to manage the heating and the post yourself.',
    ],
    policy: { pets: 'yes' },
  },
  A57: {
    summary:
      'Housing First in Newcastle: a home of your own first, with no conditions, and support for as long as you want it.',
    about: [
      'For people who have been in and out of hostels, prison and hospital for years. You need not be sober or keep appointments to keep your flat. One worker to seven people, so that there is time.',
      'Couples and dogs are welcome. Each case is decided on its own risk assessment.',
    ],
    languages: ['English', 'Polish'],
    policy: { pets: 'yes' },
  },
  A59: {
    summary:
      'A bond in place of a deposit, for a flat with a private landlord in Hartlepool. Twenty-five a year.',
    about: [
      'We promise the landlord up to a month’s rent, so that you need no money up front. We check the flat, explain the tenancy and visit in the first six months. You can apply from prison.',
      'You need a way to pay the rent, and arrears of no more than £1,000.',
    ],
  },
  A60: {
    summary:
      'A centre for women in Stockton: advice, peer support, a crèche and probation appointments under one roof.',
    about: [
      'Drop in, or come with an appointment: benefits and debt, abuse, mental health, housing, leaving sex work, seeing your children. Tea, a clothes rail, a shower, somewhere to charge a phone.',
      'No men in the building. There are crèche sessions on Mondays and Thursdays. Interpreters by phone.',
    ],
    languages: ['English', 'Urdu', 'Arabic', 'Farsi', 'Polish'],
    wheelchair: true,
  },
  B08: {
    summary: 'Housing First in Middlesbrough and Redcar: eight flats for people whom nothing else has held.',
    about: [
      'A secure flat, a small caseload and no end date. We start in prison, months before release where we can. Pets, partners and bad days are all expected.',
    ],
    languages: ['English', 'Farsi'],
    policy: { pets: 'yes' },
  },
  B09: {
    summary: 'Ten furnished flats around Durham, Chester-le-Street and Peterlee with a visiting worker.',
    about: [
      'For women, men and couples who can look after themselves and want company and help in the first year. We take referrals from prisons and ask for four weeks’ notice.',
      'Each flat has a cooker and a washing machine. One is on the ground floor.',
    ],
  },
  C01: {
    summary:
      'Floating support on Tyneside: a worker who comes to you, wherever you live. Four flats of our own to start in.',
    about: [
      'For people who have a tenancy, a room at a friend’s or a date for release, and may lose it. Letters, arrears, benefits, a cooker that does not work, a landlord who will not listen. For up to six months.',
      'We see people in prison in their last weeks. The flats are furnished, with a cooker, for six months; for the support itself you need no flat of ours.',
    ],
    languages: ['English', 'Polish', 'Arabic', 'Farsi'],
    phone: fictionalFreephone(31),
  },
  C02: {
    summary:
      'Floating support in County Durham and Darlington for anyone at risk of losing their home, and four flats for those who have lost it.',
    about: [
      'One worker, once a week, at your kitchen table: budgets, forms, neighbours, moving. We know Universal Credit by heart. Self-referral is fine.',
    ],
    phone: fictionalFreephone(32),
  },
  C03: {
    summary:
      'Tenancy support in the Tees Valley for people who come from prison, hospital or care, with six flats to come to.',
    about: [
      'We go with you to view, sign and move, and stay for the first three months. Furniture from the reuse shop at cost. Works in five authorities.',
    ],
    languages: ['English', 'Urdu', 'Kurdish'],
    phone: fictionalFreephone(33),
  },
  C04: {
    summary: 'Rent bonds and landlord introductions on Tyneside and in Sunderland.',
    about: [
      'No deposit? We give the landlord a bond and you pay it off in small sums, or never. A list of landlords who take people on benefits and people with a record. You can apply before release; we need a way to reach you.',
    ],
    phone: fictionalFreephone(34),
  },
  C05: {
    summary:
      'Help with a deposit and the first month’s rent in County Durham, Darlington and Northumberland.',
    about: [
      'A bond or a loan without interest, for a room or a flat with a private landlord. We look over the place for damp, gas and locks before you sign.',
    ],
    languages: ['English', 'Polish'],
  },
  B13: {
    summary:
      'Eight houses and flats around Sunderland with a visiting worker, for single people, couples and families.',
    about: [
      'Two have three bedrooms, for parents whose children are coming home. Low support: one visit a week, more at the start. You need to be ready for bills and for a front door.',
    ],
    languages: ['English', 'Bengali'],
    policy: { pets: 'yes' },
  },
}
