import { execFile } from "node:child_process";
import { err, ok, type Result } from "../engine/diagnostic.ts";

/**
 * The URL of the remote `origin` of the checkout around a folder, as git would use it.
 * @returns why there is none, as the end of a sentence
 */
async function origin(folder: string): Promise<Result<string, string>> {
  const asked = await ask(folder, ["remote", "get-url", "origin"]);
  if (asked.ok) return ok(asked.value);
  if (asked.error === "ENOENT") return err("git is not installed");
  const inside = await ask(folder, ["rev-parse", "--git-dir"]);
  return err(inside.ok ? "it has none" : "this folder is in no checkout of git");
}

/** Whom git would name as the author of a commit made in a folder, where that is configured. */
async function author(folder: string): Promise<{ readonly name: string; readonly email: string } | undefined> {
  const [name, email] = await Promise.all([
    ask(folder, ["config", "--get", "user.name"]),
    ask(folder, ["config", "--get", "user.email"]),
  ]);
  return name.ok && email.ok ? { name: name.value, email: email.value } : undefined;
}

function ask(folder: string, args: readonly string[]): Promise<Result<string, string>> {
  return new Promise((resolve) => {
    execFile("git", ["-C", folder, ...args], { timeout: 30_000 }, (error, stdout) => {
      const text = stdout.trim();
      resolve(error || text === "" ? err(String(error?.code ?? "")) : ok(text));
    });
  });
}

/** What the checkout around a folder tells; it is only asked. */
export const checkout = { origin, author };
