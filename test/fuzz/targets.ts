/** What takes anything that anybody sends, without a socket. */
import { PARSER_SEEDS, PARSERS } from "./parsers.ts";
import { PROOF_SEEDS, PROOFS } from "./proofs.ts";

export const TARGETS = { ...PARSERS, ...PROOFS };
export const SEEDS = { ...PARSER_SEEDS, ...PROOF_SEEDS };
