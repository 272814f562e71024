import { dlopen, FFIType, ptr } from "bun:ffi";

/** As in Linux's `sys/prctl.h` and `bits/resource.h`; the limit has this number on macOS too. */
const PR_SET_DUMPABLE = 4;
const RLIMIT_CORE = 4;

const LIBRARIES = { linux: ["libc.so.6", "libc.so"], darwin: ["libSystem.dylib"] };

/**
 * A crash must not leave the room's memory on a disk, where it would outlive midnight. False
 * where the system has no way that we know.
 */
export function forbidCoreDumps(): boolean {
  const { platform } = process;
  if (platform !== "linux" && platform !== "darwin") return false;
  for (const library of LIBRARIES[platform]) {
    try {
      const { symbols } = dlopen(library, {
        setrlimit: { args: [FFIType.i32, FFIType.ptr], returns: FFIType.i32 },
      });
      const none = new BigUint64Array(2);
      if (symbols.setrlimit(RLIMIT_CORE, ptr(none)) !== 0) return false;
      return platform === "darwin" || forbidReading(library);
    } catch {
      // Not this library: there may be another by its other name.
    }
  }
  return false;
}

/** Nor may another process of the same user read it. */
function forbidReading(library: string): boolean {
  const { symbols } = dlopen(library, {
    prctl: { args: [FFIType.i32, FFIType.u64], returns: FFIType.i32 },
  });
  return symbols.prctl(PR_SET_DUMPABLE, 0n) === 0;
}
