/** What is read when somebody asks. */

import { readdir } from "node:fs/promises";
import { Counter, Gauge, type Registry } from "prom-client";
import type { Receipt } from "../midnight/receipt.ts";
import { descriptorLimit } from "../process/descriptors.ts";
import type { Clock } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { shieldAt } from "../room/shield.ts";
import { within } from "../room/within.ts";

/** A store that does not answer leaves out its own figures and no others. */
const STORE_MS = 1_000;

export interface Sources {
  room: Pick<Room, "state" | "canStore">;
  isOpen: () => boolean;
  /** On all nodes. */
  online: () => number;
  /** On this one. */
  connections: () => number;
  maxConnections: number;
  receipts: (limit: number) => Promise<Receipt[]>;
  clock: Clock;
  version: string;
  database: string;
}

type Reading = () => number | null | Promise<number | null>;

export function readIn(registry: Registry, sources: Sources): void {
  const gauge = (name: string, help: string, read: Reading) => {
    const collect = async function (this: Gauge) {
      const value = await read();
      if (value === null) this.remove();
      else this.set(value);
    };
    return new Gauge({ name, help, collect, registers: [registry] });
  };
  readRoom(gauge, sources);
  readReceipt(gauge, sources);
  readProcess(gauge, registry, sources);
}

type AddGauge = (name: string, help: string, read: Reading) => void;

function readRoom(gauge: AddGauge, sources: Sources): void {
  const { room, clock } = sources;
  const isReady = async () =>
    sources.isOpen() && (await within(clock, STORE_MS, room.canStore(), false));
  gauge("rageroom_ready", "1 where this node takes messages, as /ready says; else 0.", async () =>
    Number(await isReady()),
  );
  gauge("rageroom_people", "People in the room, on all nodes.", sources.online);
  gauge("rageroom_connections", "Open sockets on this node.", sources.connections);
  gauge(
    "rageroom_connections_limit",
    "Open sockets that this node takes at most, staff apart.",
    () => sources.maxConnections,
  );
  gauge(
    "rageroom_log_position",
    "Position in the room's log up to which this node has delivered; the same on every node that is up to date.",
    () => room.state.seq,
  );
  gauge(
    "rageroom_slow_mode_seconds",
    "How long each sender waits between two messages; 0 without slow mode.",
    () => room.state.slowSeconds,
  );
  gauge("rageroom_shield", "1 while the shield is up, else 0.", () =>
    Number(shieldAt(room.state, clock.now()) !== null),
  );
}

/** Of the last day that was destroyed; nothing before the first. */
function readReceipt(gauge: AddGauge, { receipts, clock }: Sources): void {
  const last = async () => {
    const [receipt] = await within(clock, STORE_MS, receipts(1), []);
    return receipt;
  };
  const of = (pick: (receipt: Receipt) => number) => async () => {
    const receipt = await last();
    return receipt ? pick(receipt) : null;
  };
  gauge(
    "rageroom_midnight_timestamp_seconds",
    "When the last day that is destroyed was ended.",
    of(({ turnedAt }) => turnedAt / 1_000),
  );
  gauge(
    "rageroom_receipt_timestamp_seconds",
    "When the check after that day's destruction ended.",
    of(({ checkedAt }) => checkedAt / 1_000),
  );
  gauge(
    "rageroom_receipt_duration_seconds",
    "How long that day's destruction and its check took.",
    of(({ tookMs }) => tookMs / 1_000),
  );
  gauge(
    "rageroom_receipt_messages",
    "Messages of that day.",
    of(({ messages }) => messages),
  );
  gauge(
    "rageroom_receipt_found",
    "Traces of that day that the check still found; 0 is as it should be.",
    of(({ checks }) => checks.reduce((sum, { found }) => sum + found, 0)),
  );
}

function readProcess(gauge: AddGauge, registry: Registry, sources: Sources): void {
  const { version, database, clock } = sources;
  new Gauge({
    name: "rageroom_build_info",
    help: "Always 1, with the program's version, Bun's, and the kind of database.",
    labelNames: ["version", "bun", "database"],
    registers: [registry],
  }).set({ version, bun: Bun.version, database }, 1);
  const started = clock.now() / 1_000 - process.uptime();
  gauge("rageroom_process_start_time_seconds", "When the process was started.", () => started);
  new Counter({
    name: "rageroom_process_cpu_seconds_total",
    help: "Processor time of the process, its threads included.",
    registers: [registry],
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  gauge("rageroom_process_resident_memory_bytes", "Memory of the process.", () =>
    process.memoryUsage.rss(),
  );
  gauge("rageroom_process_open_fds", "Open descriptors, where the system tells.", openDescriptors);
  gauge("rageroom_process_max_fds", "Descriptors that may be open.", descriptorLimit);
}

/** Null where there is no such folder. */
async function openDescriptors(): Promise<number | null> {
  const folder = process.platform === "linux" ? "/proc/self/fd" : "/dev/fd";
  return readdir(folder).then(
    ({ length }) => length,
    () => null,
  );
}
