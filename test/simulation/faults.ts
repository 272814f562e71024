/** What goes wrong in some evenings, at a time of its own within `ms`. */
import type { Disk } from "./disk.ts";
import type { Ledger } from "./ledger.ts";
import type { Node } from "./node.ts";
import type { World } from "./world.ts";

interface Parts {
  world: World;
  disk: Disk;
  ledger: Ledger;
}

/** A clock is set, and in some evenings set again. */
export function setClocks({ world }: Parts, nodes: readonly Node[], ms: number): void {
  for (let times = world.chance.between(1, 3); times > 0; times--) {
    world.after(world.chance.between(0, ms), () => world.chance.of(nodes)?.jump());
  }
}

/**
 * A copy of the store is put back, and what was committed since it was made is lost. Whoever puts back
 * that of a day whose key is gone does it at a start, where its texts are given up.
 */
export function putBack({ world, disk, ledger }: Parts, ms: number, then: () => void): void {
  world.after(world.chance.between(100, ms - 300), async () => {
    const { day } = ledger;
    const lost = ledger.copy();
    const store = await disk.copy();
    world.after(world.chance.between(1, 250), async () => {
      if (disk.sealed && ledger.day !== day) return;
      world.note(() => "the store is put back");
      lost(await store());
      then();
    });
  });
}

/** The disk changes a row, or some. */
export function rotRows({ world, disk: { rot }, ledger }: Parts, ms: number): void {
  if (rot === null) return;
  for (let times = world.chance.between(1, 3); times > 0; times--) {
    world.after(world.chance.between(200, ms), async () => {
      const seq = await rot.change((count) => world.chance.between(0, count - 1));
      if (seq !== null) ledger.rotted(seq);
    });
  }
}
