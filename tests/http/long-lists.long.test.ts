import { walkLongLists } from './long-lists'

walkLongLists({ many: 210, withCase: 211, withServices: 214, messages: [50, 50, 50, 50, 10], more: 160 })
