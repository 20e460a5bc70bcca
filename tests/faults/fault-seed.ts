/** What the clients of a walk of faults do, and when, follows from it. `npm run soak` gives each round another; a round is walked again by its own. */
export const FAULT_SEED = Number(process.env.FAULT_SEED ?? '1')
