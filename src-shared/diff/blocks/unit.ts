/** What is matched between two documents, or two lists: a block or item as its signature and its words. */
export interface Unit {
  /** Equal for units that look the same to a reader. */
  readonly signature: string;
  /** Only units of one family are ever paired with each other. */
  readonly family: string;
  /** Roughly how much there is of it: of two that changed places, the smaller one has moved. */
  readonly size: number;
  /** What likeness is judged by; made when asked for, since most units have an equal and are never asked. */
  words(): readonly string[];
  /** Whether it may be one of several that another unit was split into. */
  readonly isSplittable: boolean;
}
