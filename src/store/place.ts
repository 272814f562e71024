/** Where the log stands. */
export interface Place {
  seq: number;
  day: string;
}
