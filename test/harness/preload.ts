/** Before the first test file, also of one that is run by hand: its runner leaves out exit handlers. */
import { useTemporaryFolder } from "./temporary.ts";

useTemporaryFolder();
