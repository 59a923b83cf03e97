import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/text/surface.ts
var stepSurface = {
  terminal: false,
  setting: (name) => `the input \`${name}\``,
  settingWith: (name, value) => `\`${name}: ${value}\``,
  setVariable: () => "Set it in the step's `env`",
  setSecret: (variable) => `Hand it to the step: \`env: {${variable}: \${{ secrets.${variable} }}}\``
};
var terminalSurface = {
  terminal: true,
  setting: (name) => `\`--${name}\``,
  settingWith: (name, value) => `\`--${name} ${value}\``,
  setVariable: (name) => `\`export ${name}=\u2026\``,
  setSecret: (variable) => `\`export ${variable}=\u2026\`, and run again`
};

export {
  stepSurface,
  terminalSurface
};
