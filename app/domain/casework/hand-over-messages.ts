/** What both teams are told of a case that is handed over. It names no person and no case. */
export const HAND_OVER_MESSAGES = {
  handedOver: {
    name: 'case_handed_over',
    subject: 'A case was handed over between two prison teams',
    happened: 'A case was handed over, because the person moved to another prison.',
    toDo: 'Sign in: the team of the prison she is in now finds the case among its own, with its history.',
  },
} as const
