/** The follow-up that is to be closed. */
export interface ClosingAsked {
  readonly staffNo: string;
  /** What the follow-up is called: its record, or its period. */
  readonly ref: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly today: string;
}

/** How a follow-up is closed by a form: in the record that it follows from, or by another record. */
export interface Closing {
  /** The fields of the record that close it, all of them needed; the first is the day on which it was done. */
  readonly fields?: readonly string[];
  /** Fields that may be said along with it. */
  readonly also?: readonly string[];
  /**
   * What is known beforehand of the record that closes it, as text by field: for obligations that
   * have no record of their own.
   */
  readonly entered?: (asked: ClosingAsked) => Readonly<Record<string, string>>;
}
