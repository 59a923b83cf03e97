const paints: { readonly [code: string]: string } = {
  "31": "#cf222e",
  "32": "#116329",
  "33": "#9a6700",
  "36": "#1b7c83",
  "2": "#6e7781",
  "90": "#6e7781",
};
const [lineHeight, characterWidth, margin, size] = [18, 7.85, 16, 13];

/**
 * What a terminal shows of a text with colors, as a picture.
 * @param title for those who can't see it
 */
export function terminalSvg(text: string, title: string): string {
  const lines = text.replace(/\n+$/, "").split("\n");
  const plain = lines.map((line) => line.replaceAll(/\u001b\[\d+m/g, ""));
  const width = Math.ceil(Math.max(...plain.map((line) => line.length)) * characterWidth) + 2 * margin;
  const height = lines.length * lineHeight + 2 * margin;
  const rows = lines.map((line, index) => {
    const y = margin + index * lineHeight + size;
    return `<text x="${margin}" y="${y}" xml:space="preserve">${spans(line)}</text>`;
  });
  const font = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" font-size="${size}" fill="#1f2328">
<title>${title}</title>
<rect width="100%" height="100%" rx="6" fill="#f6f8fa" stroke="#d1d9e0"/>
${rows.join("\n")}
</svg>
`;
}

/** A line as spans of one color each. */
function spans(line: string): string {
  let color = "";
  let bold = false;
  return line
    .split(/(\u001b\[\d+m)/)
    .map((piece) => {
      const [, code] = /^\u001b\[(\d+)m$/.exec(piece) ?? [];
      if (code === undefined) {
        const escaped = piece.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        const style = `${color === "" ? "" : ` fill="${color}"`}${bold ? ' font-weight="600"' : ""}`;
        return escaped === "" || style === "" ? escaped : `<tspan${style}>${escaped}</tspan>`;
      }
      if (code === "1") bold = true;
      else if (code === "22") bold = false;
      else if (code === "0" || code === "39") [color, bold] = ["", code === "0" ? false : bold];
      else color = paints[code] ?? color;
      return "";
    })
    .join("");
}
