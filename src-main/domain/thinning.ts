/** Which checkpoints of a timeline may go with age. Pure. */

export interface ThinningRule {
  /** For checkpoints older than this, hours. */
  readonly olderThanHours: number;
  /** One is kept for every stretch of so many hours. */
  readonly keepOnePerHours: number;
}

/** What a person is told, and what is done: everything of the last day, then one an hour, a day, a week. */
export const thinningRules: readonly ThinningRule[] = [
  { olderThanHours: 24, keepOnePerHours: 1 },
  { olderThanHours: 24 * 7, keepOnePerHours: 24 },
  { olderThanHours: 24 * 90, keepOnePerHours: 24 * 7 },
];

const hourMs = 3_600_000;

/** Ids of those that go; of each stretch the newest stays. `checkpoints` are newest first. */
export function checkpointsToThin(
  checkpoints: readonly { readonly id: string; readonly createdAt: string }[],
  now: Date,
  rules: readonly ThinningRule[] = thinningRules,
): string[] {
  const kept = new Set<string>();
  return checkpoints.flatMap(({ id, createdAt }) => {
    const madeMs = new Date(createdAt).getTime();
    const rule = rules.findLast(({ olderThanHours }) => now.getTime() - madeMs > olderThanHours * hourMs);
    if (!rule) return [];
    const stretch = `${rule.keepOnePerHours}:${Math.floor(madeMs / (rule.keepOnePerHours * hourMs))}`;
    if (kept.has(stretch)) return [id];
    kept.add(stretch);
    return [];
  });
}
