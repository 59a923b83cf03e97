// Loaded before the program: writes down every variable that it reads, program that it starts, and connection that it
// opens, one a line. What Node itself does to start a program is no reading.
const { appendFileSync } = require("node:fs");
const childProcess = require("node:child_process");
const dns = require("node:dns");
const net = require("node:net");
const { syncBuiltinESMExports } = require("node:module");

const { CANARY_TRACE: trace, ...variables } = process.env;
const note = (what, name) => appendFileSync(trace, `${what} ${name}\n`);

process.env = new Proxy(variables, {
  get(target, name) {
    if (typeof name === "string" && !new Error().stack.includes("node:child_process")) note("variable", name);
    return target[name];
  },
});

const watch = (object, method, what, nameOf) => {
  const original = object[method];
  object[method] = function watched(...args) {
    note(what, nameOf(args));
    return original.apply(this, args);
  };
};
for (const method of ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"])
  watch(childProcess, method, "program", ([program]) => program);
watch(net.Socket.prototype, "connect", "socket", ([where]) => JSON.stringify(where));
for (const method of ["lookup", "resolve", "resolve4", "resolve6"]) watch(dns, method, "name", ([name]) => name);
syncBuiltinESMExports();
