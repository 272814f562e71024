import type { You } from "../../../src/wire/frames.ts";

export const isStaff = (you: You | undefined) => you?.kind === "admin" || you?.kind === "moderator";
