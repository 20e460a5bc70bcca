import { walkLongLists } from './long-lists'

walkLongLists({
  many: 210,
  withCase: 211,
  withServices: 214,
  withOrganisations: 217,
  withPeople: 222,
  messages: [50, 50, 50, 50, 10],
  more: 160,
})
