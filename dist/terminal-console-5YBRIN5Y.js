import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  printableLines
} from "./chunk-3NSOBNUE.js";
import {
  __commonJS,
  __toESM
} from "./chunk-QHW5LFAW.js";

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string = "" + input, index = string.indexOf(close, open.length);
      return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors2 = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors2();
    module.exports.createColors = createColors2;
  }
});

// src/cli/terminal-console.ts
var import_picocolors = __toESM(require_picocolors(), 1);
function createTerminalConsole({ stream, env, color }) {
  const colourful = wantsColor(stream, env, color);
  const live = stream.isTTY === true && env.TERM !== "dumb" && !env.CI;
  const colors = (0, import_picocolors.createColors)(colourful);
  const tones = {
    heading: colors.bold,
    create: colors.green,
    update: colors.yellow,
    delete: colors.red,
    adopt: colors.cyan,
    success: colors.green,
    warning: colors.yellow,
    error: colors.red,
    muted: colors.dim
  };
  let indent = "";
  let shown = "";
  const erase = () => {
    if (shown !== "") stream.write("\r\x1B[2K");
    shown = "";
  };
  const line = (text, tone) => {
    erase();
    const paint = (tone === void 0 ? void 0 : tones[tone]) ?? ((plain) => plain);
    for (const printable of printableLines(text)) {
      stream.write(printable === "" ? "\n" : `${indent}${paint(printable)}
`);
    }
  };
  return {
    live,
    color: colourful,
    line,
    group: (title, tone) => {
      indent = "";
      line(title, tone);
      indent = "  ";
    },
    endGroup: () => {
      indent = "";
    },
    output: (text) => {
      erase();
      for (const printable of printableLines(text.replace(/(?:\r\n|\n|\r)$/, ""), { colours: colourful })) {
        stream.write(`${indent}  ${colors.dim("\u2502")} ${printable}
`);
      }
    },
    progress: (text) => {
      if (!live) {
        if (text !== void 0) line(text, "muted");
        return;
      }
      const next = text === void 0 ? "" : cutToColumns(printableLines(text).join(" "), (stream.columns ?? 80) - 1);
      if (next === shown) return;
      erase();
      if (next !== "") stream.write(colors.dim(next));
      shown = next;
    }
  };
}
function wantsColor(stream, env, flag) {
  if (flag !== void 0) return flag;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}
function cutToColumns(text, columns) {
  let used = 0;
  let result = "";
  for (const character of text) {
    const size = new RegExp("[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6]|\\p{Emoji_Presentation}", "u").test(
      character
    ) ? 2 : 1;
    if (used + size > columns - 1) return `${result}\u2026`;
    used += size;
    result += character;
  }
  return result;
}
export {
  createTerminalConsole
};
