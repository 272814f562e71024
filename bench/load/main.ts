/** The load generator: a process of its own that carries out one order at a time. */

import { Crowd } from "./client-pool.ts";
import { Order } from "./commands.ts";
import { say } from "./round.ts";
import { press } from "./saturate.ts";
import { register, signIn } from "./sign-ins.ts";

const crowd = new Crowd();

process.on("message", (order: unknown) => {
  carryOut(Order.parse(order)).then(
    (done) => process.send?.({ done }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on("disconnect", () => process.exit());

async function carryOut(order: Order): Promise<unknown> {
  switch (order.do) {
    case "join": {
      const ms = await crowd.join(order);
      return { joined: crowd.joined, ms, endings: [...new Set(crowd.endings)] };
    }
    case "say":
      return await say(crowd, order);
    case "look":
      return crowd.look(order);
    case "stall":
      return { stalled: crowd.stall(order.share) };
    case "press":
      return await press(crowd, order);
    case "register":
      await register(order.port);
      return {};
    case "signIn":
      return await signIn(order);
    case "leave":
      crowd.leave();
      return {};
  }
}
