/**
 * How long a test, and a step in it that waits for something, may take. Nothing is measured by
 * these: they only end what hangs, so they hold on a machine that has ten other things to do.
 */
export const TEST_MS = 600_000;
export const STEP_MS = 60_000;
