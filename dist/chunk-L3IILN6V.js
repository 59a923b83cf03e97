import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);

// src/engine/model/project.ts
function reservedProject(name) {
  if (name.toLowerCase() !== "readme.md") return void 0;
  return `"${name}" can't be the name of a project: on a branch of state its folder would stand where the README.md of the branch is`;
}

export {
  reservedProject
};
