/** What the owner asks of the reporter, or a lead while nobody owns it: between the two of them. */
export interface Inquiry {
  /** The version of the issue that the question made. */
  readonly seq: number;
  readonly text: string;
  readonly isAnswered: boolean;
}
