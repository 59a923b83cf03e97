import { describe, expect, it } from "vitest";
import {
  findBash,
  findPwsh,
  windowsPath,
  windowsScript,
  windowsShell,
} from "../../../src/node/processes/windows-shells.ts";

const files =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);
const system = "C:\\Windows\\System32";
const gitBash = "C:\\Program Files\\Git\\bin\\bash.exe";

describe("findBash", () => {
  it("never takes the bash of Windows, which starts Linux", () => {
    const apps = "C:\\Users\\me\\AppData\\Local\\Microsoft\\WindowsApps";
    const exists = files(`${system}\\bash.exe`, `${apps}\\bash.exe`);
    expect(findBash({ Path: `${system};${apps}` }, exists)).toBeUndefined();
    expect(
      findBash({ Path: `${system};${apps};D:\\msys\\usr\\bin` }, (path) => exists(path) || path.startsWith("D:")),
    ).toBe("D:\\msys\\usr\\bin\\bash.exe");
  });

  it.each([
    ["cmd", "C:\\tools\\Git\\cmd"],
    ["bin", "C:\\tools\\Git\\bin"],
    ["mingw64\\bin", "C:\\tools\\Git\\mingw64\\bin"],
  ])("is the one of the Git whose %s is on the PATH", (_, folder) => {
    const bash = "C:\\tools\\Git\\bin\\bash.exe";
    expect(
      findBash({ PATH: `${system};"${folder}"` }, files(`${folder}\\git.exe`, bash, gitBash, `${system}\\bash.exe`)),
    ).toBe(bash);
  });

  it("is where Git's setup puts it", () => {
    const environment = {
      path: system,
      PROGRAMFILES: "C:\\Program Files",
      LOCALAPPDATA: "C:\\Users\\me\\AppData\\Local",
    };
    const own = "C:\\Users\\me\\AppData\\Local\\Programs\\Git\\bin\\bash.exe";
    expect(findBash(environment, files(gitBash))).toBe(gitBash);
    expect(findBash(environment, files(own))).toBe(own);
  });

  it("is not looked for in relative folders of the PATH, which the repository could fill", () => {
    expect(findBash({ Path: ".;tools" }, (path) => path.endsWith("bash.exe"))).toBeUndefined();
  });
});

describe("windowsShell", () => {
  const wanted = { shell: ["bash", "-e", "-o", "pipefail"], extension: ".sh" };
  const otherwise = { shell: ["pwsh", "-NoProfile", "-File"], extension: ".ps1" };
  const environment = { Path: `${system};C:\\ps`, ProgramFiles: "C:\\Program Files" };

  it("takes Git's bash, with the same options", () => {
    expect(windowsShell(wanted, otherwise, environment, files(gitBash, "C:\\ps\\pwsh.exe"))).toEqual({
      shell: [gitBash, "-e", "-o", "pipefail"],
      extension: ".sh",
    });
  });

  it("takes pwsh where there is no bash, and only where none was asked for", () => {
    expect(windowsShell(wanted, otherwise, environment, files("C:\\ps\\pwsh.exe"))).toEqual({
      shell: ["C:\\ps\\pwsh.exe", "-NoProfile", "-File"],
      extension: ".ps1",
    });
    expect(windowsShell(wanted, undefined, environment, files("C:\\ps\\pwsh.exe"))).toBe("ENOENT");
    expect(windowsShell(wanted, otherwise, environment, files())).toBe("ENOSHELL");
    const installed = "C:\\Program Files\\PowerShell\\7\\pwsh.exe";
    expect(findPwsh(environment, files(installed))).toBe(installed);
  });

  it("leaves other shells, and a bash with a path, as they are", () => {
    for (const shell of [["cmd", "/d", "/c"], ["C:\\mine\\bash.exe", "-e"], ["python3"]])
      expect(windowsShell({ shell, extension: ".x" }, undefined, environment, files())).toEqual({
        shell,
        extension: ".x",
      });
  });
});

it("gives cmd the line ends of Windows, and bash paths with slashes", () => {
  expect(windowsScript("one\ntwo\r\n", ".cmd")).toBe("one\r\ntwo\r\n");
  expect(windowsScript("one\ntwo\n", ".sh")).toBe("one\ntwo\n");
  expect(windowsPath("C:\\temp\\script.sh", [gitBash, "-e"])).toBe("C:/temp/script.sh");
  expect(windowsPath("C:\\temp\\script.cmd", ["cmd", "/c"])).toBe("C:\\temp\\script.cmd");
});
