/** When honest people come and speak, as `raid/make-shape.ts` drew it. */
import { z } from "zod";
import shape from "./shape.json";

export interface ShapedPerson {
  /** Seconds; 0 for those who are there from the start. */
  arrives: number;
  says: { at: number; length: number }[];
}

/** A line a person: when they come, and `second:length` of each message. */
export const Shape = z.object({
  seconds: z.number(),
  people: z.array(
    z.string().transform((line): ShapedPerson => {
      const [arrives, ...says] = line.split(" ");
      return {
        arrives: Number(arrives),
        says: says.map((said) => {
          const [at, length] = said.split(":");
          return { at: Number(at), length: Number(length) };
        }),
      };
    }),
  ),
});

export const SHAPE = Shape.parse(shape);
