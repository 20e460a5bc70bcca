import type { Profile } from './profile'

/** Refuges and safe accommodation: nothing here tells where they are. */
export const REFUGES: Record<string, Profile> = {
  A07: {
    summary:
      'A large refuge for women and children who have left an abuser. Ring at any hour: somebody answers.',
    about: [
      'Family rooms with a lock, a shared kitchen on each floor, a playroom and two children’s workers. Sons up to 16 are welcome. You will have a worker who helps with the police, a solicitor, benefits, school places and what comes next.',
      'A conviction does not shut the door: we ask what happened and decide case by case. There are rooms for women on their own.',
    ],
    languages: ['English', 'Polish', 'Urdu', 'Arabic', 'Farsi'],
    policy: { nrpf: 'funded_only' },
  },
  A08: {
    summary: 'A refuge for ten women and their children, with a garden and a children’s worker.',
    about: [
      'Each family has a room of its own and shares a kitchen and bathroom with one other. Boys may stay until they turn 15. We help you move in from anywhere in the country.',
      'We are there on weekdays and on call at night. Ring first: we will talk about whether it is safe and how you will travel.',
    ],
    languages: ['English', 'Romanian'],
  },
  A09: {
    summary: 'A refuge for women from 16 and for mothers with sons up to 16, staffed round the clock.',
    about: [
      'Fourteen rooms, some with a bathroom of their own. A nurse and a health visitor come every week, and there is counselling for women who have been raped or stalked.',
      'Pregnant women are welcome at any stage. Workers go with you to court.',
    ],
    languages: ['English', 'Polish', 'Bengali'],
  },
  A10: {
    summary:
      'A refuge for women and children, with staff all night and a place for pets with a fosterer nearby.',
    about: [
      'Do not stay for the sake of the dog: a charity fosters pets until you have a home. Children go to school from here within the week.',
      'Help with non-molestation orders, benefits in your own name, and a phone that cannot be tracked.',
    ],
    policy: { pets: 'assistance_only' },
  },
  A11: {
    summary: 'Our largest refuge: 18 rooms for women and children, some of them without steps.',
    about: [
      'We have taken women from prison, from hospital and from the street, and decide each case by talking to you. A wet room on the ground floor, a lift to the first, a sensory room for children.',
      'A worker for women who also struggle with drugs or alcohol is here three days a week. Methadone can be stored safely.',
    ],
    languages: ['English', 'Farsi', 'Kurdish', 'British Sign Language'],
    policy: { access: { wheelchair: 'yes', levelAccess: 'yes', lift: 'yes', stairs: 'yes' } },
  },
  A12: {
    summary:
      'A refuge for women and children with a specialist for women of Black and minority ethnic communities.',
    about: [
      'Halal kitchen, prayer room, and workers who know about forced marriage and abuse by the wider family. Interpreters come to the first meeting.',
      'We cannot take anybody who injects drugs at present.',
    ],
    languages: ['English', 'Urdu', 'Punjabi', 'Arabic', 'Tigrinya'],
  },
  A13: {
    summary: 'A refuge for women from 16, and for mothers with children of any age but older sons.',
    about: [
      'Twelve family rooms, a kitchen for every four, and a worker for each child. Somebody is on call at night and at weekends.',
      'We help with the Home Office where your visa depends on a husband.',
    ],
    languages: ['English', 'Polish', 'Farsi'],
  },
  A14: {
    summary: 'A small refuge of seven rooms, calm and homely, for women with or without children.',
    about: [
      'Boys may stay until they turn 13. Everybody eats together on Fridays. A drop-in goes on helping after you have moved out.',
    ],
  },
  A15: {
    summary:
      'A refuge in the country for women and children. You need a lift or a car, and we can fetch you.',
    about: [
      'Nine rooms and a lot of sky. Good for families who must be far from town. The school bus stops at the end of the lane, and a worker drives you to appointments.',
    ],
    policy: { pets: 'yes' },
  },
  A16: {
    summary:
      'Safe flats and houses for people who cannot go to a refuge: men, families with teenage sons, people with a dog.',
    about: [
      'A home of your own, with alarms and good locks, where only we know the address. A worker visits twice a week. You cook for yourself: there is a cooker, a washing machine and bedding.',
      'We take people who come from prison case by case, trans people, and women with no recourse to public funds where the council pays.',
    ],
    languages: ['English', 'Polish', 'Arabic', 'British Sign Language'],
    policy: { pets: 'yes', nrpf: 'funded_only' },
  },
  A17: {
    summary: 'Six dispersed homes for anybody who has left an abuser, with children of any age.',
    about: [
      'Furnished houses in ordinary streets. A worker comes to you; the children stay at their school where that is safe. Ring to talk it through, at your own speed.',
    ],
    policy: { pets: 'yes' },
  },
}
