export const id = 912;
export const ids = [912];
export const modules = {

/***/ 57336:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


/***/ }),

/***/ 32912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createTerminalConsole: () => (/* binding */ createTerminalConsole)
/* harmony export */ });
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57336);
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(picocolors__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4191);


function createTerminalConsole({ stream, env, color, live: mayRewrite = true, }) {
    const colourful = wantsColor(stream, env, color);
    const live = mayRewrite && stream.isTTY === true && env.TERM !== "dumb" && !env.CI;
    const colors = (0,picocolors__WEBPACK_IMPORTED_MODULE_1__.createColors)(colourful);
    const tones = {
        heading: colors.bold,
        create: colors.green,
        update: colors.yellow,
        delete: colors.red,
        adopt: colors.cyan,
        success: colors.green,
        warning: colors.yellow,
        error: colors.red,
        muted: colors.dim,
    };
    let indent = "";
    let shown = "";
    const erase = () => {
        if (shown !== "")
            stream.write("\r\u001b[2K");
        shown = "";
    };
    const line = (text, tone) => {
        erase();
        const paint = tone === undefined ? (plain) => plain : tones[tone];
        for (const printable of (0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printableLines */ .fk)(text)) {
            stream.write(printable === "" ? "\n" : `${indent}${paint(printable)}\n`);
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
            for (const printable of (0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printableLines */ .fk)(text.replace(/(?:\r\n|\n|\r)$/, ""), { colours: colourful })) {
                stream.write(`${indent}  ${colors.dim("│")} ${printable}\n`);
            }
        },
        progress: (text) => {
            if (!live) {
                if (text !== undefined)
                    line(text, "muted");
                return;
            }
            const next = text === undefined ? "" : cutToColumns((0,_engine_text_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printableLines */ .fk)(text).join(" "), (stream.columns ?? 80) - 1);
            if (next === shown)
                return;
            erase();
            if (next !== "")
                stream.write(colors.dim(next));
            shown = next;
        },
    };
}
function wantsColor(stream, env, flag) {
    if (flag !== undefined)
        return flag;
    if (env.NO_COLOR)
        return false;
    if (env.FORCE_COLOR)
        return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
    return stream.isTTY === true && env.TERM !== "dumb";
}
function cutToColumns(text, columns) {
    let used = 0;
    let result = "";
    for (const character of text) {
        const size = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(character)
            ? 2
            : 1;
        if (used + size > columns - 1)
            return `${result}…`;
        used += size;
        result += character;
    }
    return result;
}


/***/ })

};
