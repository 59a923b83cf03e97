/**
 * The post step of the action: the same program, told which step it is. It must be told before the program is loaded,
 * or that would take itself for the main step.
 */
process.argv[2] = "post-step";
await import("./index.js");
export {};
