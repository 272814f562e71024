/**
 * Tells systemd how the service does, sd_notify(3): a datagram to the socket that it names. Bun has
 * no datagrams of that kind, so the system's own calls send it.
 */
import { dlopen, FFIType, ptr } from "bun:ffi";

/** As in Linux's `sys/socket.h`. */
const AF_UNIX = 1;
const SOCK_DGRAM = 2;
const SOCK_CLOEXEC = 0o2000000;
const MSG_NOSIGNAL = 0x4000;
const PATH_BYTES = 108;
const LIBRARIES = ["libc.so.6", "libc.so"];

export type State = "READY=1" | "STOPPING=1" | "WATCHDOG=1";

/** What tells it; false where nobody heard. Null where there is no such socket to be had. */
export function openNotifier(socketPath: string): ((state: State) => boolean) | null {
  const address = addressOf(socketPath);
  if (address === null || process.platform !== "linux") return null;
  const system = openLibrary();
  const socket = system?.socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0) ?? -1;
  if (system === null || socket < 0) return null;
  return (state) => {
    const message = Buffer.from(state);
    const length = BigInt(message.length);
    const to = ptr(address);
    return system.sendto(socket, ptr(message), length, MSG_NOSIGNAL, to, address.length) === length;
  };
}

function openLibrary() {
  const { i32, u32, u64, i64, ptr: pointer } = FFIType;
  for (const library of LIBRARIES) {
    try {
      return dlopen(library, {
        socket: { args: [i32, i32, i32], returns: i32 },
        sendto: { args: [i32, pointer, u64, i32, pointer, u32], returns: i64 },
      }).symbols;
    } catch {
      // Not this library: there may be another by its other name.
    }
  }
  return null;
}

/** A `sockaddr_un`; `@` stands for the zero of an address that is no file. Null for what is none. */
function addressOf(socketPath: string): Uint8Array | null {
  const path = Buffer.from(socketPath.replace(/^@/, "\0"));
  if (!/^[/@]./.test(socketPath) || path.length >= PATH_BYTES) return null;
  const family = Buffer.from(new Uint16Array([AF_UNIX]).buffer);
  // A path ends with a zero; an address that is no file ends where its length says.
  return Buffer.concat([family, path, Buffer.alloc(socketPath.startsWith("@") ? 0 : 1)]);
}
