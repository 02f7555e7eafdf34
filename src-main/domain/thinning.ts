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

/** Those that go, each with the one that stays of its stretch: the newest. `checkpoints` are newest first. */
export function checkpointsToThin(
  checkpoints: readonly { readonly id: string; readonly createdAt: string }[],
  now: Date,
  rules: readonly ThinningRule[] = thinningRules,
): { readonly id: string; readonly keptId: string }[] {
  const kept = new Map<string, string>();
  return checkpoints.flatMap(({ id, createdAt }) => {
    const madeMs = new Date(createdAt).getTime();
    const rule = rules.findLast(({ olderThanHours }) => now.getTime() - madeMs > olderThanHours * hourMs);
    if (!rule) return [];
    const stretch = `${rule.keepOnePerHours}:${Math.floor(madeMs / (rule.keepOnePerHours * hourMs))}`;
    const keptId = kept.get(stretch);
    if (keptId !== undefined) return [{ id, keptId }];
    kept.set(stretch, id);
    return [];
  });
}
