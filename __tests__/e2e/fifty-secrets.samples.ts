/** Characters that look random and are always the same. */
function noise(seed: number, length: number, alphabet: string): string {
  let state = seed * 2_654_435_761 + 1;
  let text = "";
  for (let at = 0; at < length; at++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += alphabet[Math.floor(state / 65_536) % alphabet.length];
  }
  return text;
}

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";
const base64 = `${letters}+/`;

function pem(seed: number, lines: number, end = "\n"): string {
  const body = Array.from({ length: lines }, (_, line) => noise(seed * 100 + line, 64, base64));
  return ["-----BEGIN PRIVATE KEY-----", ...body, `${noise(seed, 22, base64)}==`, "-----END PRIVATE KEY-----", ""].join(
    end,
  );
}

/** 50 secrets of all kinds that break programs. None of them, and no line of 4 characters or more, is a common word. */
export const secrets: readonly string[] = [
  // Several lines.
  pem(1, 3),
  pem(2, 24),
  pem(3, 3, "\r\n"),
  `{\n  "user": "${noise(4, 9, letters)}",\n  "password": "${noise(5, 20, letters)}\\n/&<>",\n  "port": 54329\n}`,
  `{"type":"${noise(6, 8, letters)}","key":"-----BEGIN-----\\n${noise(7, 40, base64)}\\n","n":[10293847,null]}`,
  `key: ${noise(8, 12, letters)}\nzq-list:\n  - &anchor ${noise(9, 12, letters)} # not a comment\n\t- *anchor\n`,
  `${noise(10, 12, letters)}\n\n\n${noise(11, 12, letters)}\n   ${noise(12, 12, letters)}   `,
  `${noise(13, 10, letters)}\r\n${noise(14, 10, letters)}\r${noise(15, 10, letters)}`,
  // Quotes, blanks, backslashes.
  `it's "quoted" \`${noise(16, 6, letters)}\` back\\slash`,
  `'${noise(17, 12, letters)}'`,
  `"${noise(18, 12, letters)}"`,
  `\\\\server\\${noise(19, 8, letters)}\\n\\u0041\\`,
  `  leading ${noise(20, 8, letters)}`,
  `trailing ${noise(21, 8, letters)} \t `,
  `\ttabs\t${noise(22, 8, letters)}\t\tinside`,
  `correct horse ${noise(23, 7, letters)} staple`,
  // What shells, URLs, forms, HTML and templates treat in their own ways.
  `$HOME $(id) \${VALUE:${noise(24, 6, letters)}} $$ $1`,
  `100%${noise(25, 8, letters)}%25%2F%zz`,
  `<b>${noise(26, 8, letters)}</b>&amp;&lt;'">`,
  `a&b=${noise(27, 8, letters)}&c=d e+f;g,h?i#j`,
  `!${noise(28, 8, letters)}!*~#^{}[]()|;`,
  `https://user:${noise(29, 12, letters)}@db.example:5432/p%40th?q=a b&c=d#frag`,
  `postgres://admin:p@ss/${noise(30, 8, letters)}%@host/db`,
  `Basic ${noise(31, 23, base64)}=`,
  // Numbers, and what looks like encodings.
  "8675309442",
  "31415926535.8979",
  `${noise(32, 43, base64)}=`,
  noise(33, 64, "89ACEF0123456789acef").replace(/^./, "Z"),
  `eyJ${noise(34, 33, letters)}.eyJ${noise(35, 60, letters)}.${noise(36, 43, `${letters}-_`)}`,
  `ghp_${noise(37, 36, letters)}`,
  `AKIA${noise(38, 16, letters)}`,
  `%7B%22${noise(39, 10, letters)}%22%3A`,
  `\\u0073\\u0065${noise(40, 8, letters)}\\n`,
  // Short ones.
  "q7zK",
  "Xy9$w",
  `"'\`\\q`,
  "0x!Fe2",
  // Beyond ASCII.
  `pässwörd-${noise(41, 6, letters)}-ß`,
  `日本語の秘密${noise(42, 4, letters)}`,
  `🔑🗝️${noise(43, 6, letters)}👩‍👩‍👧`,
  `e\u0301a\u0308${noise(44, 6, letters)}o\u0302`,
  `שלום${noise(45, 6, letters)}مرحبا`,
  `\u00a0${noise(46, 8, letters)}\u2028\u200b${noise(47, 4, letters)}`,
  // Like patterns, Markdown, and commands of the workflow.
  `a.*${noise(48, 6, letters)}(c|d)[e]{2}^$+?\\w/g-x`,
  `**${noise(49, 8, letters)}** | \`code\` | [link](x) ~~~`,
  `::set-output name=${noise(50, 8, letters)}::value`,
  `##[add-mask]${noise(51, 10, letters)}`,
  `</details>${noise(52, 8, letters)}@mention#1 -->`,
  // Long ones.
  noise(53, 3_000, `${letters}+/=-_ "'\\%&<>`),
  noise(54, 700, letters),
];
