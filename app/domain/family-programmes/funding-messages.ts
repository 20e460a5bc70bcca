/** What is told of funding that ends: once at 180 days and once at 90, to whoever can renew it. They name no person and no service. */
export const FUNDING_MESSAGES = {
  within_180_days: {
    name: 'funding_ends_180',
    subject: 'Funding of a family programme ends within 180 days',
    happened: 'The funding of a family programme ends within 180 days.',
    toDo: 'Sign in to see which, and when. If it has been renewed, its provider should say so in the directory.',
  },
  within_90_days: {
    name: 'funding_ends_90',
    subject: 'Funding of a family programme ends within 90 days',
    happened: 'The funding of a family programme ends within 90 days.',
    toDo: 'Sign in to see which, and when. If nobody renews it, those who nominate should know its last run.',
  },
} as const
