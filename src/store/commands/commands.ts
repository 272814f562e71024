import type { CommandName } from "../../room/commands.ts";
import { ban } from "./ban.ts";
import { chooseZone } from "./choose-zone.ts";
import { clear } from "./clear.ts";
import type { Command } from "./command.ts";
import { countMood } from "./count-mood.ts";
import { deleteAccount } from "./delete-account.ts";
import { destroyWithdrawn } from "./destroy-withdrawn.ts";
import { erase } from "./erase.ts";
import { eraseOwn } from "./erase-own.ts";
import { eraseSender } from "./erase-sender.ts";
import { keepHidden, removeHidden } from "./hidden.ts";
import { makeAdmin } from "./make-admin.ts";
import { changePassword, endSignIns, openReset, useReset } from "./passwords.ts";
import { planTopic, setRotation, unplanTopic } from "./plan-topics.ts";
import { react } from "./react.ts";
import { hideReported, report } from "./report.ts";
import { resetPassword } from "./reset-password.ts";
import { endSanctions, liftSanction, sanction } from "./sanction.ts";
import { setAdmin } from "./set-admin.ts";
import { setModerator } from "./set-moderator.ts";
import { endShield, setShield } from "./set-shield.ts";
import { setSlowMode } from "./set-slow-mode.ts";
import { settleReport } from "./settle-report.ts";
import { signOut } from "./sign-out.ts";
import { sweep } from "./sweep.ts";
import { configure, setTopic } from "./topic.ts";
import { undo } from "./undo.ts";

/** One file for each command. A missing one does not compile. */
export const COMMANDS: { [Name in CommandName]: Command<Name> } = {
  erase,
  eraseOwn,
  eraseSender,
  clear,
  undo,
  keepHidden,
  removeHidden,
  sweep,
  report,
  hideReported,
  settleReport,
  destroyWithdrawn,
  setTopic,
  planTopic,
  unplanTopic,
  setRotation,
  configure,
  chooseZone,
  ban,
  sanction,
  liftSanction,
  endSanctions,
  setAdmin,
  setModerator,
  setSlowMode,
  setShield,
  endShield,
  signOut,
  makeAdmin,
  resetPassword,
  changePassword,
  endSignIns,
  openReset,
  useReset,
  deleteAccount,
  react,
  countMood,
};
