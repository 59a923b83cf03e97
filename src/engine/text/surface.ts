/**
 * Where people give a run its settings: as inputs of a step in a workflow, or as flags in a terminal. Messages speak of
 * settings and variables in the words of that place.
 */
export interface Surface {
  readonly terminal: boolean;
  /** A setting in a sentence: "the input `context`", or "`--context`". */
  setting(name: string): string;
  /** A setting with its value, as it is written: "`context: prod`", or "`--context prod`". */
  settingWith(name: string, value: string | number): string;
  /** How a variable of the environment is set; a sentence without its end. */
  setVariable(name: string): string;
  /** How a secret gets into the environment; a sentence without its end. */
  setSecret(variable: string): string;
}

/** A step of a workflow. */
export const stepSurface: Surface = {
  terminal: false,
  setting: (name) => `the input \`${name}\``,
  settingWith: (name, value) => `\`${name}: ${value}\``,
  setVariable: () => "Set it in the step's `env`",
  setSecret: (variable) => `Hand it to the step: \`env: {${variable}: \${{ secrets.${variable} }}}\``,
};

/** A terminal. */
export const terminalSurface: Surface = {
  terminal: true,
  setting: (name) => `\`--${name}\``,
  settingWith: (name, value) => `\`--${name} ${value}\``,
  setVariable: (name) => `\`export ${name}=…\``,
  setSecret: (variable) => `\`export ${variable}=…\`, and run again`,
};
