/** Where a message stands: it never moves from there. */
export interface Place {
  topic: string;
  partition: number;
  offset: number;
}
