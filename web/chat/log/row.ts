/** A message that stands. */
export const ROW = ".said[data-seq]";
