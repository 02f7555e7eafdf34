export interface DuePosts {
  /** How many scheduled posts went live now. */
  readonly published: number;
  /** When the next one is due, UTC ISO; null when none is scheduled. */
  readonly nextDue: string | null;
}

export async function publishDue(_folder: string, _now: Date): Promise<DuePosts> {
  throw new Error('being written');
}
