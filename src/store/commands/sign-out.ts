import { record } from "../log/record.ts";
import type { Command } from "./command.ts";

export const signOut: Command<"signOut"> = {
  by: "anyone",
  destroysTexts: false,
  audit: null,
  async run({ sql, row }, { userId, tokenId, expires }) {
    await sql`INSERT INTO signed_out (token_id, expires) VALUES (${tokenId}, ${expires})
      ON CONFLICT (token_id) DO NOTHING`;
    await sql`DELETE FROM sign_ins WHERE id = ${tokenId}`;
    return {
      events: await record(sql, row, { type: "signed_out", userId, tokenId }),
      result: null,
    };
  },
};
