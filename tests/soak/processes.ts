import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** What runs on this machine, zombies left out. */
function processes(): Process[] {
  if (!existsSync("/proc/self/stat")) {
    const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,stat=,command="], { encoding: "utf8" });
    const lines = [...stdout.matchAll(/^\s*(\d+)\s+(\d+)\s+([^Z\s]\S*)\s+(.*)$/gm)];
    return lines.map(([, pid, parent, , command = ""]) => ({ pid: Number(pid), parent: Number(parent), command }));
  }
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => {
    try {
      const [state = "Z", parent] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
      return state === "Z" ? [] : [{ pid: Number(name), parent: Number(parent), command }];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

/** The children of a process whose command has `words` in it. */
export const childrenOf = (parent: number, words = ""): number[] =>
  processes()
    .filter((one) => one.parent === parent && one.command.includes(words))
    .map(({ pid }) => pid);

export const isRunning = (pid: number): boolean => processes().some((one) => one.pid === pid);

/** Kills it as nothing can resist; false where it has ended by itself. */
export function killHard(pid: number): boolean {
  // To the system 0 is our own group: whoever runs the tests.
  if (pid === 0) return false;
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    return false;
  }
}
