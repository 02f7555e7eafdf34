/** What the application asks of the host it runs in. The application knows no host beyond this. */
export interface HostServices {
  readonly kind: 'electron' | 'browser';
  /** The system's folder picker; null where the host has none. Answers null when dismissed. */
  readonly chooseFolder: (() => Promise<string | null>) | null;
}

/** Where log lines go. Never given a password, a token or a post's text. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, error?: unknown) => void;
