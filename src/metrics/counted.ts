/** What is counted while it happens. */
import { Counter, Histogram, type Registry } from "prom-client";
import { RefusalCode } from "../wire/frames.ts";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const EVENTS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000];
const CLASSES = ["2xx", "3xx", "4xx", "5xx"];

export function countedIn(registry: Registry) {
  const registers = [registry];
  const histogram = (name: string, help: string, buckets = SECONDS) =>
    new Histogram({ name, help, buckets, registers });
  const refusals = new Counter({
    name: "rageroom_refusals_total",
    help: "Refusals that this node answered with, on sockets and in calls, by code.",
    labelNames: ["code"],
    registers,
  });
  const responses = new Counter({
    name: "rageroom_http_responses_total",
    help: "Calls that this node answered, by class of status.",
    labelNames: ["class"],
    registers,
  });
  // A series that begins with the first refusal would hide it from rate().
  for (const code of RefusalCode.options) refusals.inc({ code }, 0);
  for (const each of CLASSES) responses.inc({ class: each }, 0);
  return {
    refusals,
    responses,
    messages: new Counter({
      name: "rageroom_messages_total",
      help: "Messages that this node stored.",
      registers,
    }),
    framesSent: new Counter({
      name: "rageroom_frames_sent_total",
      help: "Frames that this node sent to sockets, answers to a single one apart.",
      registers,
    }),
    commit: histogram(
      "rageroom_commit_seconds",
      "Time to store a batch of messages durably, by the batch.",
    ),
    delivery: histogram(
      "rageroom_delivery_seconds",
      "Time from an event stored, and known to this node, to the frame that holds it, by the frame.",
    ),
    frameEvents: histogram("rageroom_frame_events", "Events in a frame, by the frame.", EVENTS),
    loopDelay: histogram(
      "rageroom_event_loop_delay_seconds",
      "How late a short timer ran: what else kept the event loop busy.",
    ),
    tailLag: histogram(
      "rageroom_tail_lag_seconds",
      "Age of the last message of a batch when this node has it, whichever node stored it.",
    ),
  };
}
