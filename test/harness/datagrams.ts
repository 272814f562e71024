/** A socket such as systemd's, which hears datagrams. Bun has none, so the system's own calls do it. */
import { dlopen, FFIType, ptr } from "bun:ffi";

const AF_UNIX = 1;
const SOCK_DGRAM = 2;
const SOL_SOCKET = 1;
const SO_RCVTIMEO = 20;
const { i32, u32, u64, i64, ptr: pointer } = FFIType;

export interface Datagrams extends Disposable {
  /** The next that came; waits for it, and nothing else runs meanwhile. */
  next(): string;
}

/** Listens at a path, or after an `@` at an address that is no file. Gives up after so long a silence. */
export function listenForDatagrams(path: string, seconds = 30): Datagrams {
  const { symbols: system } = dlopen("libc.so.6", {
    socket: { args: [i32, i32, i32], returns: i32 },
    bind: { args: [i32, pointer, u32], returns: i32 },
    setsockopt: { args: [i32, i32, i32, pointer, u32], returns: i32 },
    recv: { args: [i32, pointer, u64, i32], returns: i64 },
    close: { args: [i32], returns: i32 },
  });
  const socket = system.socket(AF_UNIX, SOCK_DGRAM, 0);
  const address = Buffer.from(`\x01\0${path.replace(/^@/, "\0")}`);
  const patience = new BigInt64Array([BigInt(seconds), 0n]);
  const failed =
    system.setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, ptr(patience), patience.byteLength) ||
    system.bind(socket, ptr(address), address.length);
  if (failed) throw new Error(`Nothing can listen at ${path}.`);
  return {
    next() {
      const heard = Buffer.alloc(4_096);
      const length = Number(system.recv(socket, ptr(heard), BigInt(heard.length), 0));
      if (length < 0) throw new Error("No datagram came.");
      return heard.toString("utf8", 0, length);
    },
    [Symbol.dispose]: () => void system.close(socket),
  };
}
