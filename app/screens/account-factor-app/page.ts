/** Why an app was not set up. */
export const NOT_SET_UP = {
  wrong_code:
    'This is not the code the app shows now. Check that the clock of your phone is right, and enter the next code',
  broken: 'This page was open for too long. Scan the new code with your app',
} as const
