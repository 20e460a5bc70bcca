import type { Profile } from './profile'
import { fictionalMobile } from '../telephone'

/** Women’s centres, and mentors who walk beside people. Nobody sleeps here. */
export const CENTRES_AND_MENTORS: Record<string, Profile> = {
  C06: {
    summary:
      'A women’s centre in Newcastle: a warm room, a worker each, and everything from debt to a dentist.',
    about: [
      'For women who have been in prison or might go, and for any woman who walks in. Counselling after rape and abuse, benefits and debt advice, a nurse, probation appointments without men in the waiting room.',
      'Breakfast from nine, lunch on Wednesdays. Five minutes from Central Station. We visit Low Newton each week.',
    ],
    languages: ['English', 'Polish', 'Arabic', 'British Sign Language'],
    wheelchair: true,
  },
  C07: {
    summary: 'A women’s centre in Sunderland and South Tyneside, with an evening for women who sell sex.',
    about: [
      'Drop in on weekdays. On Thursday nights the van and the kitchen are for women working on the street: food, condoms, somebody to report a bad client to, a way out if you want one.',
      'Domestic abuse advocates, a solicitor once a month, help to get ID and a bank account.',
    ],
    languages: ['English', 'Romanian'],
  },
  C08: {
    summary:
      'A women’s centre for County Durham and Darlington: in Durham City, and in village halls by van.',
    about: [
      'Courses, company and a worker to go with you. Crèche on Tuesdays. Women on licence can see probation here. We run groups on confidence, anger and what a good relationship looks like.',
    ],
    languages: ['English', 'Farsi'],
    wheelchair: true,
  },
  C09: {
    summary:
      'A women’s hub in Middlesbrough for Teesside: advice, sewing, English classes and a listening ear.',
    about: [
      'Benefits, immigration and debt advice each morning; a trauma therapist; a group for mothers whose children are in care. Women from every background, and nobody asked for papers.',
    ],
    languages: ['English', 'Urdu', 'Arabic', 'Farsi', 'Kurdish', 'Tigrinya'],
    wheelchair: true,
  },
  C10: {
    summary: 'Women’s outreach in Northumberland and North Tyneside: the centre that comes to you.',
    about: [
      'Meet us in a library, a café or your kitchen. Abuse, money, health, children. A women’s group in Ashington on Fridays with a minibus.',
    ],
    phone: fictionalMobile(210),
  },
  C11: {
    summary:
      'Mentors for women leaving Low Newton for anywhere in the region: met at the gate, and for a year after.',
    about: [
      'Peer mentors who have been through it. The first day with you: probation, the chemist, the bed, a phone. Then a coffee each week, college, court, quiet Sundays. You choose your mentor.',
    ],
    languages: ['English', 'Polish', 'Romanian'],
    phone: fictionalMobile(211),
  },
  C12: {
    summary: 'Through-the-gate mentors for men leaving Durham, Holme House and Northumberland.',
    about: [
      'A lift from the gate, a hand with benefits and ID, and somebody to ring who picks up. Volunteers from the same towns, trained and supervised, for six months.',
      'We ask for two weeks’ notice and say yes to almost everybody.',
    ],
    phone: fictionalMobile(212),
  },
  C13: {
    summary:
      'Mentoring for young men of 18 to 25 coming out of Deerbolt, across Durham, Tees Valley and Sunderland.',
    about: [
      'A mentor not much older than you: gym, music, a driving theory test, a job. We begin three months before you leave and talk to your mam as well, if you want.',
    ],
    phone: fictionalMobile(213),
  },
  C14: {
    summary: 'Work mentors on Tyneside for women and men with a record: a job, a trade or a course.',
    about: [
      'CVs, disclosure letters, work clothes, a card for the building site, a talk with the employer. Mentors are people who hire. You need not have finished your licence.',
    ],
    languages: ['English', 'Arabic'],
    wheelchair: true,
  },
}
