/** How far a count is towards its goal, in percent with one decimal, at most 100; 0 without a goal. */
export function shareOfGoal(confirmed: number, goal: number | null): number {
  if (goal === null || goal <= 0) return 0;
  return Math.min(100, Math.round((confirmed / goal) * 1000) / 10);
}
