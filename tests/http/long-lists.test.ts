import { walkLongLists } from './long-lists'

/** A page and a little more; long-lists.long.test.ts walks five pages of each. */
walkLongLists({
  many: 53,
  withCase: 54,
  withServices: 57,
  withOrganisations: 60,
  withPeople: 65,
  messages: [50, 3],
  more: 3,
})
