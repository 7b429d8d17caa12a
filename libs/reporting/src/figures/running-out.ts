/** What is left for fewer days, at the pace of the week, is about to run out. */
export const runsOutWithinDays = 7;
