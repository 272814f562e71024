import type { SecondSteps, Users } from "../room/account-ports.ts";
import type { Room } from "../room/room.ts";

/** Accounts are stored with the room: a call of theirs that fails says that the room cannot be stored either. */
export function guardedUsers(users: Users, room: Pick<Room, "guard">): Users {
  return {
    create: (...args) => room.guard(() => users.create(...args)),
    createFirstAdmin: (...args) => room.guard(() => users.createFirstAdmin(...args)),
    byEmail: (...args) => room.guard(() => users.byEmail(...args)),
    byToken: (...args) => room.guard(() => users.byToken(...args)),
    keepSignIn: (...args) => room.guard(() => users.keepSignIn(...args)),
    signIns: (...args) => room.guard(() => users.signIns(...args)),
    byReset: (...args) => room.guard(() => users.byReset(...args)),
    rehash: (...args) => room.guard(() => users.rehash(...args)),
    isNameTaken: (...args) => room.guard(() => users.isNameTaken(...args)),
    takenNames: (...args) => room.guard(() => users.takenNames(...args)),
    hasAdmin: () => room.guard(() => users.hasAdmin()),
    count: () => room.guard(() => users.count()),
    page: (...args) => room.guard(() => users.page(...args)),
  };
}

export function guardedSecondSteps(steps: SecondSteps, room: Pick<Room, "guard">): SecondSteps {
  return {
    of: (...args) => room.guard(() => steps.of(...args)),
    begin: (...args) => room.guard(() => steps.begin(...args)),
    turnOn: (...args) => room.guard(() => steps.turnOn(...args)),
    spendPeriod: (...args) => room.guard(() => steps.spendPeriod(...args)),
    spendCode: (...args) => room.guard(() => steps.spendCode(...args)),
    all: (...args) => room.guard(() => steps.all(...args)),
    reseal: (...args) => room.guard(() => steps.reseal(...args)),
    replaceCodes: (...args) => room.guard(() => steps.replaceCodes(...args)),
    remove: (...args) => room.guard(() => steps.remove(...args)),
  };
}
