/**
 * The log is another one than this node followed: a backup was put back, or a replica took over.
 * What is at a position now may differ from what this node delivered there. `Log.state` begins anew.
 */
export class LogReplaced extends Error {
  constructor() {
    super("The log in the database is not the one that this node followed.");
  }
}
