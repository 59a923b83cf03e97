import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  lowerFirst
} from "./chunk-U3X2RP64.js";
import {
  inWords
} from "./chunk-P4WMOHAY.js";
import {
  isObject,
  pointerPath,
  pointerSegment
} from "./chunk-RRD47Q5D.js";
import {
  nearest,
  parseTemplate
} from "./chunk-DGTLEPWR.js";

// src/schema/validators.generated.js
var projectValidator = validate10;
var schema11 = { "type": "object", "required": ["apiVersion", "kind", "metadata"], "additionalProperties": false, "properties": { "apiVersion": { "const": "opus/v1" }, "kind": { "const": "Project" }, "metadata": { "type": "object", "required": ["name"], "additionalProperties": false, "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, "formerNames": { "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" } }, "description": { "type": "string" } } }, "spec": { "type": "object", "additionalProperties": false, "properties": { "include": { "type": "array", "items": { "type": "string", "pattern": "^\\S(?:.*\\S)?$" } }, "contexts": { "type": "array", "items": { "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["input"] }, { "required": ["context"] }, { "required": ["contexts"] }], "not": { "required": ["context", "contexts"] }, "properties": { "input": { "type": ["boolean", "array"], "minItems": 1, "items": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, "not": { "const": false } }, "event": { "type": ["string", "array"], "minItems": 1, "pattern": "^[a-z_]+$", "items": { "type": "string", "pattern": "^[a-z_]+$" } }, "label": { "type": "string", "pattern": "^\\S(?:.*\\S)?$" }, "branch": { "type": "string", "pattern": "^\\S(?:.*\\S)?$" }, "tag": { "type": "string", "pattern": "^\\S(?:.*\\S)?$" }, "context": { "type": "string", "pattern": "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$" }, "contexts": { "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$" } }, "formerNames": { "type": "array", "items": { "type": "string", "pattern": "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$" } }, "inherits": { "type": "string", "pattern": "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$" } } } }, "commands": { "type": "object", "propertyNames": { "pattern": "^[a-z][a-z0-9-]*$" }, "additionalProperties": { "enum": ["apply", "create", "update", "delete", "describe", "drift", "rollback"] } }, "state": { "type": "object", "additionalProperties": false, "properties": { "backend": { "enum": ["branch", "cache", "file"] }, "branch": { "type": "string", "pattern": "^(?!refs/|[-/.]|@$|[Hh][Ee][Aa][Dd]$)(?!.*(?:\\.\\.|@\\{|//|/\\.|\\.lock(?:/|$)|[/.]$))(?:[^\\s~^:?*[\\\\\\u0000-\\u001f\\u007f]|\\$\\{OPUS:(?:context|project)\\})+$" }, "path": { "type": "string", "pattern": "^\\S(?:.*\\S)?$" } } }, "limits": { "type": "object", "additionalProperties": false, "properties": { "maxDeletes": { "type": "integer", "minimum": 0 }, "maxDeletePercent": { "type": "number", "minimum": 0, "maximum": 100 }, "maxIssues": { "type": "integer", "minimum": 1, "maximum": 1e3 } } }, "http": { "type": "object", "additionalProperties": false, "properties": { "allow": { "type": "array", "items": { "type": "string", "pattern": "^(?:\\*\\.)?(?:[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?$" } } } }, "plan": { "type": "object", "additionalProperties": false, "properties": { "missingSecrets": { "enum": ["fail", "unknown"] } } }, "hooks": { "type": "array", "items": { "type": "object", "required": ["use"], "additionalProperties": false, "properties": { "use": { "type": "string", "pattern": "^(?:[a-z][a-z-]*|\\./.+)$" }, "with": { "type": "object" }, "on": { "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[a-z][a-z0-9-]*$" } } } } }, "processors": { "type": "array", "items": { "type": ["string", "object"], "pattern": "^\\S(?:.*\\S)?$", "required": ["use"], "additionalProperties": false, "properties": { "use": { "type": "string", "pattern": "^\\S(?:.*\\S)?$" }, "with": { "type": "object" } } } } } } } };
var pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
var pattern2 = new RegExp("^\\S(?:.*\\S)?$", "u");
var pattern4 = new RegExp("^[a-z_]+$", "u");
var pattern9 = new RegExp("^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$", "u");
var pattern13 = new RegExp("^[a-z][a-z0-9-]*$", "u");
var pattern14 = new RegExp("^(?!refs/|[-/.]|@$|[Hh][Ee][Aa][Dd]$)(?!.*(?:\\.\\.|@\\{|//|/\\.|\\.lock(?:/|$)|[/.]$))(?:[^\\s~^:?*[\\\\\\u0000-\\u001f\\u007f]|\\$\\{OPUS:(?:context|project)\\})+$", "u");
var pattern16 = new RegExp("^(?:\\*\\.)?(?:[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?$", "u");
var pattern17 = new RegExp("^(?:[a-z][a-z-]*|\\./.+)$", "u");
var func2 = Object.prototype.hasOwnProperty;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      if ("opus/v1" !== data.apiVersion) {
        const err4 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "opus/v1" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      if ("Project" !== data.kind) {
        const err5 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Project" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.name === void 0) {
          const err6 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "name" } };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "name" || key1 === "formerNames" || key1 === "description")) {
            const err7 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data2.name !== void 0) {
          let data3 = data2.name;
          if (typeof data3 === "string") {
            if (!pattern0.test(data3)) {
              const err8 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data2.formerNames !== void 0) {
          let data4 = data2.formerNames;
          if (Array.isArray(data4)) {
            const len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data5 = data4[i0];
              if (typeof data5 === "string") {
                if (!pattern0.test(data5)) {
                  const err10 = { instancePath: instancePath + "/metadata/formerNames/" + i0, schemaPath: "#/properties/metadata/properties/formerNames/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
              } else {
                const err11 = { instancePath: instancePath + "/metadata/formerNames/" + i0, schemaPath: "#/properties/metadata/properties/formerNames/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
          } else {
            const err12 = { instancePath: instancePath + "/metadata/formerNames", schemaPath: "#/properties/metadata/properties/formerNames/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data2.description !== void 0) {
          if (typeof data2.description !== "string") {
            const err13 = { instancePath: instancePath + "/metadata/description", schemaPath: "#/properties/metadata/properties/description/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.spec !== void 0) {
      let data7 = data.spec;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key2 in data7) {
          if (!func2.call(schema11.properties.spec.properties, key2)) {
            const err15 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data7.include !== void 0) {
          let data8 = data7.include;
          if (Array.isArray(data8)) {
            const len1 = data8.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data9 = data8[i1];
              if (typeof data9 === "string") {
                if (!pattern2.test(data9)) {
                  const err16 = { instancePath: instancePath + "/spec/include/" + i1, schemaPath: "#/properties/spec/properties/include/items/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
              } else {
                const err17 = { instancePath: instancePath + "/spec/include/" + i1, schemaPath: "#/properties/spec/properties/include/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
          } else {
            const err18 = { instancePath: instancePath + "/spec/include", schemaPath: "#/properties/spec/properties/include/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data7.contexts !== void 0) {
          let data10 = data7.contexts;
          if (Array.isArray(data10)) {
            const len2 = data10.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data11 = data10[i2];
              const _errs26 = errors;
              const _errs27 = errors;
              if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                let missing0;
                if (data11.context === void 0 && (missing0 = "context") || data11.contexts === void 0 && (missing0 = "contexts")) {
                  const err19 = {};
                  if (vErrors === null) {
                    vErrors = [err19];
                  } else {
                    vErrors.push(err19);
                  }
                  errors++;
                }
              }
              var valid9 = _errs27 === errors;
              if (valid9) {
                const err20 = { instancePath: instancePath + "/spec/contexts/" + i2, schemaPath: "#/properties/spec/properties/contexts/items/not", keyword: "not", params: {} };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              } else {
                errors = _errs26;
                if (vErrors !== null) {
                  if (_errs26) {
                    vErrors.length = _errs26;
                  } else {
                    vErrors = null;
                  }
                }
              }
              const _errs28 = errors;
              let valid10 = false;
              const _errs29 = errors;
              if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                if (data11.input === void 0) {
                  const err21 = { instancePath: instancePath + "/spec/contexts/" + i2, schemaPath: "#/properties/spec/properties/contexts/items/anyOf/0/required", keyword: "required", params: { missingProperty: "input" } };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              }
              var _valid0 = _errs29 === errors;
              valid10 = valid10 || _valid0;
              if (!valid10) {
                const _errs30 = errors;
                if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                  if (data11.context === void 0) {
                    const err22 = { instancePath: instancePath + "/spec/contexts/" + i2, schemaPath: "#/properties/spec/properties/contexts/items/anyOf/1/required", keyword: "required", params: { missingProperty: "context" } };
                    if (vErrors === null) {
                      vErrors = [err22];
                    } else {
                      vErrors.push(err22);
                    }
                    errors++;
                  }
                }
                var _valid0 = _errs30 === errors;
                valid10 = valid10 || _valid0;
                if (!valid10) {
                  const _errs31 = errors;
                  if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                    if (data11.contexts === void 0) {
                      const err23 = { instancePath: instancePath + "/spec/contexts/" + i2, schemaPath: "#/properties/spec/properties/contexts/items/anyOf/2/required", keyword: "required", params: { missingProperty: "contexts" } };
                      if (vErrors === null) {
                        vErrors = [err23];
                      } else {
                        vErrors.push(err23);
                      }
                      errors++;
                    }
                  }
                  var _valid0 = _errs31 === errors;
                  valid10 = valid10 || _valid0;
                }
              }
              if (!valid10) {
                const err24 = { instancePath: instancePath + "/spec/contexts/" + i2, schemaPath: "#/properties/spec/properties/contexts/items/anyOf", keyword: "anyOf", params: {} };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              } else {
                errors = _errs28;
                if (vErrors !== null) {
                  if (_errs28) {
                    vErrors.length = _errs28;
                  } else {
                    vErrors = null;
                  }
                }
              }
              if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                for (const key3 in data11) {
                  if (!func2.call(schema11.properties.spec.properties.contexts.items.properties, key3)) {
                    const err25 = { instancePath: instancePath + "/spec/contexts/" + i2, schemaPath: "#/properties/spec/properties/contexts/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
                    if (vErrors === null) {
                      vErrors = [err25];
                    } else {
                      vErrors.push(err25);
                    }
                    errors++;
                  }
                }
                if (data11.input !== void 0) {
                  let data12 = data11.input;
                  if (typeof data12 !== "boolean" && !Array.isArray(data12)) {
                    const err26 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/input", schemaPath: "#/properties/spec/properties/contexts/items/properties/input/type", keyword: "type", params: { type: schema11.properties.spec.properties.contexts.items.properties.input.type } };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                  const _errs35 = errors;
                  const _errs36 = errors;
                  if (false !== data12) {
                    const err27 = {};
                    if (vErrors === null) {
                      vErrors = [err27];
                    } else {
                      vErrors.push(err27);
                    }
                    errors++;
                  }
                  var valid12 = _errs36 === errors;
                  if (valid12) {
                    const err28 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/input", schemaPath: "#/properties/spec/properties/contexts/items/properties/input/not", keyword: "not", params: {} };
                    if (vErrors === null) {
                      vErrors = [err28];
                    } else {
                      vErrors.push(err28);
                    }
                    errors++;
                  } else {
                    errors = _errs35;
                    if (vErrors !== null) {
                      if (_errs35) {
                        vErrors.length = _errs35;
                      } else {
                        vErrors = null;
                      }
                    }
                  }
                  if (Array.isArray(data12)) {
                    if (data12.length < 1) {
                      const err29 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/input", schemaPath: "#/properties/spec/properties/contexts/items/properties/input/minItems", keyword: "minItems", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err29];
                      } else {
                        vErrors.push(err29);
                      }
                      errors++;
                    }
                    const len3 = data12.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data13 = data12[i3];
                      if (typeof data13 === "string") {
                        if (!pattern0.test(data13)) {
                          const err30 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/input/" + i3, schemaPath: "#/properties/spec/properties/contexts/items/properties/input/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
                          if (vErrors === null) {
                            vErrors = [err30];
                          } else {
                            vErrors.push(err30);
                          }
                          errors++;
                        }
                      } else {
                        const err31 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/input/" + i3, schemaPath: "#/properties/spec/properties/contexts/items/properties/input/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err31];
                        } else {
                          vErrors.push(err31);
                        }
                        errors++;
                      }
                    }
                  }
                }
                if (data11.event !== void 0) {
                  let data14 = data11.event;
                  if (typeof data14 !== "string" && !Array.isArray(data14)) {
                    const err32 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/event", schemaPath: "#/properties/spec/properties/contexts/items/properties/event/type", keyword: "type", params: { type: schema11.properties.spec.properties.contexts.items.properties.event.type } };
                    if (vErrors === null) {
                      vErrors = [err32];
                    } else {
                      vErrors.push(err32);
                    }
                    errors++;
                  }
                  if (typeof data14 === "string") {
                    if (!pattern4.test(data14)) {
                      const err33 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/event", schemaPath: "#/properties/spec/properties/contexts/items/properties/event/pattern", keyword: "pattern", params: { pattern: "^[a-z_]+$" } };
                      if (vErrors === null) {
                        vErrors = [err33];
                      } else {
                        vErrors.push(err33);
                      }
                      errors++;
                    }
                  }
                  if (Array.isArray(data14)) {
                    if (data14.length < 1) {
                      const err34 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/event", schemaPath: "#/properties/spec/properties/contexts/items/properties/event/minItems", keyword: "minItems", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err34];
                      } else {
                        vErrors.push(err34);
                      }
                      errors++;
                    }
                    const len4 = data14.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      let data15 = data14[i4];
                      if (typeof data15 === "string") {
                        if (!pattern4.test(data15)) {
                          const err35 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/event/" + i4, schemaPath: "#/properties/spec/properties/contexts/items/properties/event/items/pattern", keyword: "pattern", params: { pattern: "^[a-z_]+$" } };
                          if (vErrors === null) {
                            vErrors = [err35];
                          } else {
                            vErrors.push(err35);
                          }
                          errors++;
                        }
                      } else {
                        const err36 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/event/" + i4, schemaPath: "#/properties/spec/properties/contexts/items/properties/event/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err36];
                        } else {
                          vErrors.push(err36);
                        }
                        errors++;
                      }
                    }
                  }
                }
                if (data11.label !== void 0) {
                  let data16 = data11.label;
                  if (typeof data16 === "string") {
                    if (!pattern2.test(data16)) {
                      const err37 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/label", schemaPath: "#/properties/spec/properties/contexts/items/properties/label/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      if (vErrors === null) {
                        vErrors = [err37];
                      } else {
                        vErrors.push(err37);
                      }
                      errors++;
                    }
                  } else {
                    const err38 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/label", schemaPath: "#/properties/spec/properties/contexts/items/properties/label/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err38];
                    } else {
                      vErrors.push(err38);
                    }
                    errors++;
                  }
                }
                if (data11.branch !== void 0) {
                  let data17 = data11.branch;
                  if (typeof data17 === "string") {
                    if (!pattern2.test(data17)) {
                      const err39 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/branch", schemaPath: "#/properties/spec/properties/contexts/items/properties/branch/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      if (vErrors === null) {
                        vErrors = [err39];
                      } else {
                        vErrors.push(err39);
                      }
                      errors++;
                    }
                  } else {
                    const err40 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/branch", schemaPath: "#/properties/spec/properties/contexts/items/properties/branch/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err40];
                    } else {
                      vErrors.push(err40);
                    }
                    errors++;
                  }
                }
                if (data11.tag !== void 0) {
                  let data18 = data11.tag;
                  if (typeof data18 === "string") {
                    if (!pattern2.test(data18)) {
                      const err41 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/tag", schemaPath: "#/properties/spec/properties/contexts/items/properties/tag/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      if (vErrors === null) {
                        vErrors = [err41];
                      } else {
                        vErrors.push(err41);
                      }
                      errors++;
                    }
                  } else {
                    const err42 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/tag", schemaPath: "#/properties/spec/properties/contexts/items/properties/tag/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err42];
                    } else {
                      vErrors.push(err42);
                    }
                    errors++;
                  }
                }
                if (data11.context !== void 0) {
                  let data19 = data11.context;
                  if (typeof data19 === "string") {
                    if (!pattern9.test(data19)) {
                      const err43 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/context", schemaPath: "#/properties/spec/properties/contexts/items/properties/context/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$" } };
                      if (vErrors === null) {
                        vErrors = [err43];
                      } else {
                        vErrors.push(err43);
                      }
                      errors++;
                    }
                  } else {
                    const err44 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/context", schemaPath: "#/properties/spec/properties/contexts/items/properties/context/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err44];
                    } else {
                      vErrors.push(err44);
                    }
                    errors++;
                  }
                }
                if (data11.contexts !== void 0) {
                  let data20 = data11.contexts;
                  if (Array.isArray(data20)) {
                    if (data20.length < 1) {
                      const err45 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/contexts", schemaPath: "#/properties/spec/properties/contexts/items/properties/contexts/minItems", keyword: "minItems", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err45];
                      } else {
                        vErrors.push(err45);
                      }
                      errors++;
                    }
                    const len5 = data20.length;
                    for (let i5 = 0; i5 < len5; i5++) {
                      let data21 = data20[i5];
                      if (typeof data21 === "string") {
                        if (!pattern9.test(data21)) {
                          const err46 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/contexts/" + i5, schemaPath: "#/properties/spec/properties/contexts/items/properties/contexts/items/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$" } };
                          if (vErrors === null) {
                            vErrors = [err46];
                          } else {
                            vErrors.push(err46);
                          }
                          errors++;
                        }
                      } else {
                        const err47 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/contexts/" + i5, schemaPath: "#/properties/spec/properties/contexts/items/properties/contexts/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err47];
                        } else {
                          vErrors.push(err47);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err48 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/contexts", schemaPath: "#/properties/spec/properties/contexts/items/properties/contexts/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err48];
                    } else {
                      vErrors.push(err48);
                    }
                    errors++;
                  }
                }
                if (data11.formerNames !== void 0) {
                  let data22 = data11.formerNames;
                  if (Array.isArray(data22)) {
                    const len6 = data22.length;
                    for (let i6 = 0; i6 < len6; i6++) {
                      let data23 = data22[i6];
                      if (typeof data23 === "string") {
                        if (!pattern9.test(data23)) {
                          const err49 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/formerNames/" + i6, schemaPath: "#/properties/spec/properties/contexts/items/properties/formerNames/items/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$" } };
                          if (vErrors === null) {
                            vErrors = [err49];
                          } else {
                            vErrors.push(err49);
                          }
                          errors++;
                        }
                      } else {
                        const err50 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/formerNames/" + i6, schemaPath: "#/properties/spec/properties/contexts/items/properties/formerNames/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err50];
                        } else {
                          vErrors.push(err50);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err51 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/formerNames", schemaPath: "#/properties/spec/properties/contexts/items/properties/formerNames/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                }
                if (data11.inherits !== void 0) {
                  let data24 = data11.inherits;
                  if (typeof data24 === "string") {
                    if (!pattern9.test(data24)) {
                      const err52 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/inherits", schemaPath: "#/properties/spec/properties/contexts/items/properties/inherits/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$" } };
                      if (vErrors === null) {
                        vErrors = [err52];
                      } else {
                        vErrors.push(err52);
                      }
                      errors++;
                    }
                  } else {
                    const err53 = { instancePath: instancePath + "/spec/contexts/" + i2 + "/inherits", schemaPath: "#/properties/spec/properties/contexts/items/properties/inherits/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err53];
                    } else {
                      vErrors.push(err53);
                    }
                    errors++;
                  }
                }
              } else {
                const err54 = { instancePath: instancePath + "/spec/contexts/" + i2, schemaPath: "#/properties/spec/properties/contexts/items/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
          } else {
            const err55 = { instancePath: instancePath + "/spec/contexts", schemaPath: "#/properties/spec/properties/contexts/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
        }
        if (data7.commands !== void 0) {
          let data25 = data7.commands;
          if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
            for (const key4 in data25) {
              const _errs63 = errors;
              if (typeof key4 === "string") {
                if (!pattern13.test(key4)) {
                  const err56 = { instancePath: instancePath + "/spec/commands", schemaPath: "#/properties/spec/properties/commands/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" }, propertyName: key4 };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
              }
              var valid21 = _errs63 === errors;
              if (!valid21) {
                const err57 = { instancePath: instancePath + "/spec/commands", schemaPath: "#/properties/spec/properties/commands/propertyNames", keyword: "propertyNames", params: { propertyName: key4 } };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
            }
            for (const key5 in data25) {
              let data26 = data25[key5];
              if (!(data26 === "apply" || data26 === "create" || data26 === "update" || data26 === "delete" || data26 === "describe" || data26 === "drift" || data26 === "rollback")) {
                const err58 = { instancePath: instancePath + "/spec/commands/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/commands/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.commands.additionalProperties.enum } };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
          } else {
            const err59 = { instancePath: instancePath + "/spec/commands", schemaPath: "#/properties/spec/properties/commands/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
        }
        if (data7.state !== void 0) {
          let data27 = data7.state;
          if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
            for (const key6 in data27) {
              if (!(key6 === "backend" || key6 === "branch" || key6 === "path")) {
                const err60 = { instancePath: instancePath + "/spec/state", schemaPath: "#/properties/spec/properties/state/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
            if (data27.backend !== void 0) {
              let data28 = data27.backend;
              if (!(data28 === "branch" || data28 === "cache" || data28 === "file")) {
                const err61 = { instancePath: instancePath + "/spec/state/backend", schemaPath: "#/properties/spec/properties/state/properties/backend/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.state.properties.backend.enum } };
                if (vErrors === null) {
                  vErrors = [err61];
                } else {
                  vErrors.push(err61);
                }
                errors++;
              }
            }
            if (data27.branch !== void 0) {
              let data29 = data27.branch;
              if (typeof data29 === "string") {
                if (!pattern14.test(data29)) {
                  const err62 = { instancePath: instancePath + "/spec/state/branch", schemaPath: "#/properties/spec/properties/state/properties/branch/pattern", keyword: "pattern", params: { pattern: "^(?!refs/|[-/.]|@$|[Hh][Ee][Aa][Dd]$)(?!.*(?:\\.\\.|@\\{|//|/\\.|\\.lock(?:/|$)|[/.]$))(?:[^\\s~^:?*[\\\\\\u0000-\\u001f\\u007f]|\\$\\{OPUS:(?:context|project)\\})+$" } };
                  if (vErrors === null) {
                    vErrors = [err62];
                  } else {
                    vErrors.push(err62);
                  }
                  errors++;
                }
              } else {
                const err63 = { instancePath: instancePath + "/spec/state/branch", schemaPath: "#/properties/spec/properties/state/properties/branch/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err63];
                } else {
                  vErrors.push(err63);
                }
                errors++;
              }
            }
            if (data27.path !== void 0) {
              let data30 = data27.path;
              if (typeof data30 === "string") {
                if (!pattern2.test(data30)) {
                  const err64 = { instancePath: instancePath + "/spec/state/path", schemaPath: "#/properties/spec/properties/state/properties/path/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                  if (vErrors === null) {
                    vErrors = [err64];
                  } else {
                    vErrors.push(err64);
                  }
                  errors++;
                }
              } else {
                const err65 = { instancePath: instancePath + "/spec/state/path", schemaPath: "#/properties/spec/properties/state/properties/path/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err65];
                } else {
                  vErrors.push(err65);
                }
                errors++;
              }
            }
          } else {
            const err66 = { instancePath: instancePath + "/spec/state", schemaPath: "#/properties/spec/properties/state/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err66];
            } else {
              vErrors.push(err66);
            }
            errors++;
          }
        }
        if (data7.limits !== void 0) {
          let data31 = data7.limits;
          if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
            for (const key7 in data31) {
              if (!(key7 === "maxDeletes" || key7 === "maxDeletePercent" || key7 === "maxIssues")) {
                const err67 = { instancePath: instancePath + "/spec/limits", schemaPath: "#/properties/spec/properties/limits/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } };
                if (vErrors === null) {
                  vErrors = [err67];
                } else {
                  vErrors.push(err67);
                }
                errors++;
              }
            }
            if (data31.maxDeletes !== void 0) {
              let data32 = data31.maxDeletes;
              if (!(typeof data32 == "number" && (!(data32 % 1) && !isNaN(data32)) && isFinite(data32))) {
                const err68 = { instancePath: instancePath + "/spec/limits/maxDeletes", schemaPath: "#/properties/spec/properties/limits/properties/maxDeletes/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                  vErrors = [err68];
                } else {
                  vErrors.push(err68);
                }
                errors++;
              }
              if (typeof data32 == "number" && isFinite(data32)) {
                if (data32 < 0 || isNaN(data32)) {
                  const err69 = { instancePath: instancePath + "/spec/limits/maxDeletes", schemaPath: "#/properties/spec/properties/limits/properties/maxDeletes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                  if (vErrors === null) {
                    vErrors = [err69];
                  } else {
                    vErrors.push(err69);
                  }
                  errors++;
                }
              }
            }
            if (data31.maxDeletePercent !== void 0) {
              let data33 = data31.maxDeletePercent;
              if (typeof data33 == "number" && isFinite(data33)) {
                if (data33 > 100 || isNaN(data33)) {
                  const err70 = { instancePath: instancePath + "/spec/limits/maxDeletePercent", schemaPath: "#/properties/spec/properties/limits/properties/maxDeletePercent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
                  if (vErrors === null) {
                    vErrors = [err70];
                  } else {
                    vErrors.push(err70);
                  }
                  errors++;
                }
                if (data33 < 0 || isNaN(data33)) {
                  const err71 = { instancePath: instancePath + "/spec/limits/maxDeletePercent", schemaPath: "#/properties/spec/properties/limits/properties/maxDeletePercent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                  if (vErrors === null) {
                    vErrors = [err71];
                  } else {
                    vErrors.push(err71);
                  }
                  errors++;
                }
              } else {
                const err72 = { instancePath: instancePath + "/spec/limits/maxDeletePercent", schemaPath: "#/properties/spec/properties/limits/properties/maxDeletePercent/type", keyword: "type", params: { type: "number" } };
                if (vErrors === null) {
                  vErrors = [err72];
                } else {
                  vErrors.push(err72);
                }
                errors++;
              }
            }
            if (data31.maxIssues !== void 0) {
              let data34 = data31.maxIssues;
              if (!(typeof data34 == "number" && (!(data34 % 1) && !isNaN(data34)) && isFinite(data34))) {
                const err73 = { instancePath: instancePath + "/spec/limits/maxIssues", schemaPath: "#/properties/spec/properties/limits/properties/maxIssues/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                  vErrors = [err73];
                } else {
                  vErrors.push(err73);
                }
                errors++;
              }
              if (typeof data34 == "number" && isFinite(data34)) {
                if (data34 > 1e3 || isNaN(data34)) {
                  const err74 = { instancePath: instancePath + "/spec/limits/maxIssues", schemaPath: "#/properties/spec/properties/limits/properties/maxIssues/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 } };
                  if (vErrors === null) {
                    vErrors = [err74];
                  } else {
                    vErrors.push(err74);
                  }
                  errors++;
                }
                if (data34 < 1 || isNaN(data34)) {
                  const err75 = { instancePath: instancePath + "/spec/limits/maxIssues", schemaPath: "#/properties/spec/properties/limits/properties/maxIssues/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err75];
                  } else {
                    vErrors.push(err75);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err76 = { instancePath: instancePath + "/spec/limits", schemaPath: "#/properties/spec/properties/limits/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err76];
            } else {
              vErrors.push(err76);
            }
            errors++;
          }
        }
        if (data7.http !== void 0) {
          let data35 = data7.http;
          if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
            for (const key8 in data35) {
              if (!(key8 === "allow")) {
                const err77 = { instancePath: instancePath + "/spec/http", schemaPath: "#/properties/spec/properties/http/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
                if (vErrors === null) {
                  vErrors = [err77];
                } else {
                  vErrors.push(err77);
                }
                errors++;
              }
            }
            if (data35.allow !== void 0) {
              let data36 = data35.allow;
              if (Array.isArray(data36)) {
                const len7 = data36.length;
                for (let i7 = 0; i7 < len7; i7++) {
                  let data37 = data36[i7];
                  if (typeof data37 === "string") {
                    if (!pattern16.test(data37)) {
                      const err78 = { instancePath: instancePath + "/spec/http/allow/" + i7, schemaPath: "#/properties/spec/properties/http/properties/allow/items/pattern", keyword: "pattern", params: { pattern: "^(?:\\*\\.)?(?:[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?$" } };
                      if (vErrors === null) {
                        vErrors = [err78];
                      } else {
                        vErrors.push(err78);
                      }
                      errors++;
                    }
                  } else {
                    const err79 = { instancePath: instancePath + "/spec/http/allow/" + i7, schemaPath: "#/properties/spec/properties/http/properties/allow/items/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err79];
                    } else {
                      vErrors.push(err79);
                    }
                    errors++;
                  }
                }
              } else {
                const err80 = { instancePath: instancePath + "/spec/http/allow", schemaPath: "#/properties/spec/properties/http/properties/allow/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err80];
                } else {
                  vErrors.push(err80);
                }
                errors++;
              }
            }
          } else {
            const err81 = { instancePath: instancePath + "/spec/http", schemaPath: "#/properties/spec/properties/http/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err81];
            } else {
              vErrors.push(err81);
            }
            errors++;
          }
        }
        if (data7.plan !== void 0) {
          let data38 = data7.plan;
          if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
            for (const key9 in data38) {
              if (!(key9 === "missingSecrets")) {
                const err82 = { instancePath: instancePath + "/spec/plan", schemaPath: "#/properties/spec/properties/plan/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
                if (vErrors === null) {
                  vErrors = [err82];
                } else {
                  vErrors.push(err82);
                }
                errors++;
              }
            }
            if (data38.missingSecrets !== void 0) {
              let data39 = data38.missingSecrets;
              if (!(data39 === "fail" || data39 === "unknown")) {
                const err83 = { instancePath: instancePath + "/spec/plan/missingSecrets", schemaPath: "#/properties/spec/properties/plan/properties/missingSecrets/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.plan.properties.missingSecrets.enum } };
                if (vErrors === null) {
                  vErrors = [err83];
                } else {
                  vErrors.push(err83);
                }
                errors++;
              }
            }
          } else {
            const err84 = { instancePath: instancePath + "/spec/plan", schemaPath: "#/properties/spec/properties/plan/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err84];
            } else {
              vErrors.push(err84);
            }
            errors++;
          }
        }
        if (data7.hooks !== void 0) {
          let data40 = data7.hooks;
          if (Array.isArray(data40)) {
            const len8 = data40.length;
            for (let i8 = 0; i8 < len8; i8++) {
              let data41 = data40[i8];
              if (data41 && typeof data41 == "object" && !Array.isArray(data41)) {
                if (data41.use === void 0) {
                  const err85 = { instancePath: instancePath + "/spec/hooks/" + i8, schemaPath: "#/properties/spec/properties/hooks/items/required", keyword: "required", params: { missingProperty: "use" } };
                  if (vErrors === null) {
                    vErrors = [err85];
                  } else {
                    vErrors.push(err85);
                  }
                  errors++;
                }
                for (const key10 in data41) {
                  if (!(key10 === "use" || key10 === "with" || key10 === "on")) {
                    const err86 = { instancePath: instancePath + "/spec/hooks/" + i8, schemaPath: "#/properties/spec/properties/hooks/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
                    if (vErrors === null) {
                      vErrors = [err86];
                    } else {
                      vErrors.push(err86);
                    }
                    errors++;
                  }
                }
                if (data41.use !== void 0) {
                  let data42 = data41.use;
                  if (typeof data42 === "string") {
                    if (!pattern17.test(data42)) {
                      const err87 = { instancePath: instancePath + "/spec/hooks/" + i8 + "/use", schemaPath: "#/properties/spec/properties/hooks/items/properties/use/pattern", keyword: "pattern", params: { pattern: "^(?:[a-z][a-z-]*|\\./.+)$" } };
                      if (vErrors === null) {
                        vErrors = [err87];
                      } else {
                        vErrors.push(err87);
                      }
                      errors++;
                    }
                  } else {
                    const err88 = { instancePath: instancePath + "/spec/hooks/" + i8 + "/use", schemaPath: "#/properties/spec/properties/hooks/items/properties/use/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err88];
                    } else {
                      vErrors.push(err88);
                    }
                    errors++;
                  }
                }
                if (data41.with !== void 0) {
                  let data43 = data41.with;
                  if (!(data43 && typeof data43 == "object" && !Array.isArray(data43))) {
                    const err89 = { instancePath: instancePath + "/spec/hooks/" + i8 + "/with", schemaPath: "#/properties/spec/properties/hooks/items/properties/with/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err89];
                    } else {
                      vErrors.push(err89);
                    }
                    errors++;
                  }
                }
                if (data41.on !== void 0) {
                  let data44 = data41.on;
                  if (Array.isArray(data44)) {
                    if (data44.length < 1) {
                      const err90 = { instancePath: instancePath + "/spec/hooks/" + i8 + "/on", schemaPath: "#/properties/spec/properties/hooks/items/properties/on/minItems", keyword: "minItems", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err90];
                      } else {
                        vErrors.push(err90);
                      }
                      errors++;
                    }
                    const len9 = data44.length;
                    for (let i9 = 0; i9 < len9; i9++) {
                      let data45 = data44[i9];
                      if (typeof data45 === "string") {
                        if (!pattern13.test(data45)) {
                          const err91 = { instancePath: instancePath + "/spec/hooks/" + i8 + "/on/" + i9, schemaPath: "#/properties/spec/properties/hooks/items/properties/on/items/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" } };
                          if (vErrors === null) {
                            vErrors = [err91];
                          } else {
                            vErrors.push(err91);
                          }
                          errors++;
                        }
                      } else {
                        const err92 = { instancePath: instancePath + "/spec/hooks/" + i8 + "/on/" + i9, schemaPath: "#/properties/spec/properties/hooks/items/properties/on/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err92];
                        } else {
                          vErrors.push(err92);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err93 = { instancePath: instancePath + "/spec/hooks/" + i8 + "/on", schemaPath: "#/properties/spec/properties/hooks/items/properties/on/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err93];
                    } else {
                      vErrors.push(err93);
                    }
                    errors++;
                  }
                }
              } else {
                const err94 = { instancePath: instancePath + "/spec/hooks/" + i8, schemaPath: "#/properties/spec/properties/hooks/items/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err94];
                } else {
                  vErrors.push(err94);
                }
                errors++;
              }
            }
          } else {
            const err95 = { instancePath: instancePath + "/spec/hooks", schemaPath: "#/properties/spec/properties/hooks/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err95];
            } else {
              vErrors.push(err95);
            }
            errors++;
          }
        }
        if (data7.processors !== void 0) {
          let data46 = data7.processors;
          if (Array.isArray(data46)) {
            const len10 = data46.length;
            for (let i10 = 0; i10 < len10; i10++) {
              let data47 = data46[i10];
              if (typeof data47 !== "string" && !(data47 && typeof data47 == "object" && !Array.isArray(data47))) {
                const err96 = { instancePath: instancePath + "/spec/processors/" + i10, schemaPath: "#/properties/spec/properties/processors/items/type", keyword: "type", params: { type: schema11.properties.spec.properties.processors.items.type } };
                if (vErrors === null) {
                  vErrors = [err96];
                } else {
                  vErrors.push(err96);
                }
                errors++;
              }
              if (typeof data47 === "string") {
                if (!pattern2.test(data47)) {
                  const err97 = { instancePath: instancePath + "/spec/processors/" + i10, schemaPath: "#/properties/spec/properties/processors/items/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                  if (vErrors === null) {
                    vErrors = [err97];
                  } else {
                    vErrors.push(err97);
                  }
                  errors++;
                }
              }
              if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
                if (data47.use === void 0) {
                  const err98 = { instancePath: instancePath + "/spec/processors/" + i10, schemaPath: "#/properties/spec/properties/processors/items/required", keyword: "required", params: { missingProperty: "use" } };
                  if (vErrors === null) {
                    vErrors = [err98];
                  } else {
                    vErrors.push(err98);
                  }
                  errors++;
                }
                for (const key11 in data47) {
                  if (!(key11 === "use" || key11 === "with")) {
                    const err99 = { instancePath: instancePath + "/spec/processors/" + i10, schemaPath: "#/properties/spec/properties/processors/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } };
                    if (vErrors === null) {
                      vErrors = [err99];
                    } else {
                      vErrors.push(err99);
                    }
                    errors++;
                  }
                }
                if (data47.use !== void 0) {
                  let data48 = data47.use;
                  if (typeof data48 === "string") {
                    if (!pattern2.test(data48)) {
                      const err100 = { instancePath: instancePath + "/spec/processors/" + i10 + "/use", schemaPath: "#/properties/spec/properties/processors/items/properties/use/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      if (vErrors === null) {
                        vErrors = [err100];
                      } else {
                        vErrors.push(err100);
                      }
                      errors++;
                    }
                  } else {
                    const err101 = { instancePath: instancePath + "/spec/processors/" + i10 + "/use", schemaPath: "#/properties/spec/properties/processors/items/properties/use/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err101];
                    } else {
                      vErrors.push(err101);
                    }
                    errors++;
                  }
                }
                if (data47.with !== void 0) {
                  let data49 = data47.with;
                  if (!(data49 && typeof data49 == "object" && !Array.isArray(data49))) {
                    const err102 = { instancePath: instancePath + "/spec/processors/" + i10 + "/with", schemaPath: "#/properties/spec/properties/processors/items/properties/with/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err102];
                    } else {
                      vErrors.push(err102);
                    }
                    errors++;
                  }
                }
              }
            }
          } else {
            const err103 = { instancePath: instancePath + "/spec/processors", schemaPath: "#/properties/spec/properties/processors/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err103];
            } else {
              vErrors.push(err103);
            }
            errors++;
          }
        }
      } else {
        const err104 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err104];
        } else {
          vErrors.push(err104);
        }
        errors++;
      }
    }
  } else {
    const err105 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err105];
    } else {
      vErrors.push(err105);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
var valuesValidator = validate11;
var schema12 = { "type": "object", "required": ["apiVersion", "kind", "spec"], "additionalProperties": false, "properties": { "apiVersion": { "const": "opus/v1" }, "kind": { "const": "Values" }, "metadata": { "type": "object", "additionalProperties": false, "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, "description": { "type": "string" } } }, "spec": { "type": "object", "additionalProperties": false, "properties": { "values": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9._-]*$" }, "additionalProperties": { "type": "object", "required": ["type"], "additionalProperties": false, "properties": { "type": { "enum": ["string", "integer", "number", "boolean", "array", "object"] }, "required": { "type": "boolean" }, "default": {}, "contexts": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" } }, "description": { "type": "string" } } } }, "secrets": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9._-]*$" }, "additionalProperties": { "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["env"] }, { "required": ["contexts"] }], "properties": { "env": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "contexts": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, "minProperties": 1, "additionalProperties": { "type": "object", "required": ["env"], "additionalProperties": false, "properties": { "env": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } }, "description": { "type": "string" } } } } } } } };
var pattern22 = new RegExp("^[A-Za-z_][A-Za-z0-9._-]*$", "u");
var pattern25 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      if ("opus/v1" !== data.apiVersion) {
        const err4 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "opus/v1" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      if ("Values" !== data.kind) {
        const err5 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Values" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          if (!(key1 === "name" || key1 === "description")) {
            const err6 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data2.name !== void 0) {
          let data3 = data2.name;
          if (typeof data3 === "string") {
            if (!pattern0.test(data3)) {
              const err7 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data2.description !== void 0) {
          if (typeof data2.description !== "string") {
            const err9 = { instancePath: instancePath + "/metadata/description", schemaPath: "#/properties/metadata/properties/description/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.spec !== void 0) {
      let data5 = data.spec;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key2 in data5) {
          if (!(key2 === "values" || key2 === "secrets")) {
            const err11 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data5.values !== void 0) {
          let data6 = data5.values;
          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
            for (const key3 in data6) {
              const _errs16 = errors;
              if (typeof key3 === "string") {
                if (!pattern22.test(key3)) {
                  const err12 = { instancePath: instancePath + "/spec/values", schemaPath: "#/properties/spec/properties/values/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9._-]*$" }, propertyName: key3 };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
              }
              var valid3 = _errs16 === errors;
              if (!valid3) {
                const err13 = { instancePath: instancePath + "/spec/values", schemaPath: "#/properties/spec/properties/values/propertyNames", keyword: "propertyNames", params: { propertyName: key3 } };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
            for (const key4 in data6) {
              let data7 = data6[key4];
              if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                if (data7.type === void 0) {
                  const err14 = { instancePath: instancePath + "/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/values/additionalProperties/required", keyword: "required", params: { missingProperty: "type" } };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
                for (const key5 in data7) {
                  if (!(key5 === "type" || key5 === "required" || key5 === "default" || key5 === "contexts" || key5 === "description")) {
                    const err15 = { instancePath: instancePath + "/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/values/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                    if (vErrors === null) {
                      vErrors = [err15];
                    } else {
                      vErrors.push(err15);
                    }
                    errors++;
                  }
                }
                if (data7.type !== void 0) {
                  let data8 = data7.type;
                  if (!(data8 === "string" || data8 === "integer" || data8 === "number" || data8 === "boolean" || data8 === "array" || data8 === "object")) {
                    const err16 = { instancePath: instancePath + "/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/spec/properties/values/additionalProperties/properties/type/enum", keyword: "enum", params: { allowedValues: schema12.properties.spec.properties.values.additionalProperties.properties.type.enum } };
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                }
                if (data7.required !== void 0) {
                  if (typeof data7.required !== "boolean") {
                    const err17 = { instancePath: instancePath + "/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/required", schemaPath: "#/properties/spec/properties/values/additionalProperties/properties/required/type", keyword: "type", params: { type: "boolean" } };
                    if (vErrors === null) {
                      vErrors = [err17];
                    } else {
                      vErrors.push(err17);
                    }
                    errors++;
                  }
                }
                if (data7.contexts !== void 0) {
                  let data10 = data7.contexts;
                  if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                    for (const key6 in data10) {
                      const _errs26 = errors;
                      if (typeof key6 === "string") {
                        if (!pattern0.test(key6)) {
                          const err18 = { instancePath: instancePath + "/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts", schemaPath: "#/properties/spec/properties/values/additionalProperties/properties/contexts/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key6 };
                          if (vErrors === null) {
                            vErrors = [err18];
                          } else {
                            vErrors.push(err18);
                          }
                          errors++;
                        }
                      }
                      var valid6 = _errs26 === errors;
                      if (!valid6) {
                        const err19 = { instancePath: instancePath + "/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts", schemaPath: "#/properties/spec/properties/values/additionalProperties/properties/contexts/propertyNames", keyword: "propertyNames", params: { propertyName: key6 } };
                        if (vErrors === null) {
                          vErrors = [err19];
                        } else {
                          vErrors.push(err19);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err20 = { instancePath: instancePath + "/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts", schemaPath: "#/properties/spec/properties/values/additionalProperties/properties/contexts/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err20];
                    } else {
                      vErrors.push(err20);
                    }
                    errors++;
                  }
                }
                if (data7.description !== void 0) {
                  if (typeof data7.description !== "string") {
                    const err21 = { instancePath: instancePath + "/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/spec/properties/values/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err21];
                    } else {
                      vErrors.push(err21);
                    }
                    errors++;
                  }
                }
              } else {
                const err22 = { instancePath: instancePath + "/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/values/additionalProperties/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
          } else {
            const err23 = { instancePath: instancePath + "/spec/values", schemaPath: "#/properties/spec/properties/values/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data5.secrets !== void 0) {
          let data12 = data5.secrets;
          if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
            for (const key7 in data12) {
              const _errs31 = errors;
              if (typeof key7 === "string") {
                if (!pattern22.test(key7)) {
                  const err24 = { instancePath: instancePath + "/spec/secrets", schemaPath: "#/properties/spec/properties/secrets/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9._-]*$" }, propertyName: key7 };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              }
              var valid7 = _errs31 === errors;
              if (!valid7) {
                const err25 = { instancePath: instancePath + "/spec/secrets", schemaPath: "#/properties/spec/properties/secrets/propertyNames", keyword: "propertyNames", params: { propertyName: key7 } };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            for (const key8 in data12) {
              let data13 = data12[key8];
              const _errs35 = errors;
              let valid9 = false;
              const _errs36 = errors;
              if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                if (data13.env === void 0) {
                  const err26 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/secrets/additionalProperties/anyOf/0/required", keyword: "required", params: { missingProperty: "env" } };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
              }
              var _valid0 = _errs36 === errors;
              valid9 = valid9 || _valid0;
              if (!valid9) {
                const _errs37 = errors;
                if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                  if (data13.contexts === void 0) {
                    const err27 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/secrets/additionalProperties/anyOf/1/required", keyword: "required", params: { missingProperty: "contexts" } };
                    if (vErrors === null) {
                      vErrors = [err27];
                    } else {
                      vErrors.push(err27);
                    }
                    errors++;
                  }
                }
                var _valid0 = _errs37 === errors;
                valid9 = valid9 || _valid0;
              }
              if (!valid9) {
                const err28 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/secrets/additionalProperties/anyOf", keyword: "anyOf", params: {} };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              } else {
                errors = _errs35;
                if (vErrors !== null) {
                  if (_errs35) {
                    vErrors.length = _errs35;
                  } else {
                    vErrors = null;
                  }
                }
              }
              if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                for (const key9 in data13) {
                  if (!(key9 === "env" || key9 === "contexts" || key9 === "description")) {
                    const err29 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/secrets/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
                    if (vErrors === null) {
                      vErrors = [err29];
                    } else {
                      vErrors.push(err29);
                    }
                    errors++;
                  }
                }
                if (data13.env !== void 0) {
                  let data14 = data13.env;
                  if (typeof data14 === "string") {
                    if (!pattern25.test(data14)) {
                      const err30 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" } };
                      if (vErrors === null) {
                        vErrors = [err30];
                      } else {
                        vErrors.push(err30);
                      }
                      errors++;
                    }
                  } else {
                    const err31 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/env/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err31];
                    } else {
                      vErrors.push(err31);
                    }
                    errors++;
                  }
                }
                if (data13.contexts !== void 0) {
                  let data15 = data13.contexts;
                  if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
                    if (Object.keys(data15).length < 1) {
                      const err32 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts", schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/minProperties", keyword: "minProperties", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err32];
                      } else {
                        vErrors.push(err32);
                      }
                      errors++;
                    }
                    for (const key10 in data15) {
                      const _errs43 = errors;
                      if (typeof key10 === "string") {
                        if (!pattern0.test(key10)) {
                          const err33 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts", schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, propertyName: key10 };
                          if (vErrors === null) {
                            vErrors = [err33];
                          } else {
                            vErrors.push(err33);
                          }
                          errors++;
                        }
                      }
                      var valid11 = _errs43 === errors;
                      if (!valid11) {
                        const err34 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts", schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/propertyNames", keyword: "propertyNames", params: { propertyName: key10 } };
                        if (vErrors === null) {
                          vErrors = [err34];
                        } else {
                          vErrors.push(err34);
                        }
                        errors++;
                      }
                    }
                    for (const key11 in data15) {
                      let data16 = data15[key11];
                      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                        if (data16.env === void 0) {
                          const err35 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/required", keyword: "required", params: { missingProperty: "env" } };
                          if (vErrors === null) {
                            vErrors = [err35];
                          } else {
                            vErrors.push(err35);
                          }
                          errors++;
                        }
                        for (const key12 in data16) {
                          if (!(key12 === "env")) {
                            const err36 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 } };
                            if (vErrors === null) {
                              vErrors = [err36];
                            } else {
                              vErrors.push(err36);
                            }
                            errors++;
                          }
                        }
                        if (data16.env !== void 0) {
                          let data17 = data16.env;
                          if (typeof data17 === "string") {
                            if (!pattern25.test(data17)) {
                              const err37 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" } };
                              if (vErrors === null) {
                                vErrors = [err37];
                              } else {
                                vErrors.push(err37);
                              }
                              errors++;
                            }
                          } else {
                            const err38 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/env", schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/properties/env/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err38];
                            } else {
                              vErrors.push(err38);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err39 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err39];
                        } else {
                          vErrors.push(err39);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err40 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/contexts", schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err40];
                    } else {
                      vErrors.push(err40);
                    }
                    errors++;
                  }
                }
                if (data13.description !== void 0) {
                  if (typeof data13.description !== "string") {
                    const err41 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/spec/properties/secrets/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err41];
                    } else {
                      vErrors.push(err41);
                    }
                    errors++;
                  }
                }
              } else {
                const err42 = { instancePath: instancePath + "/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/secrets/additionalProperties/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
          } else {
            const err43 = { instancePath: instancePath + "/spec/secrets", schemaPath: "#/properties/spec/properties/secrets/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
      } else {
        const err44 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
  } else {
    const err45 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err45];
    } else {
      vErrors.push(err45);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
var taskValidator = validate12;
var schema13 = { "type": "object", "required": ["apiVersion", "kind", "metadata", "spec"], "additionalProperties": false, "properties": { "apiVersion": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]*$" }, "kind": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_]*$" }, "metadata": { "type": "object", "required": ["name"], "additionalProperties": false, "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, "description": { "type": "string" }, "formerNames": { "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" } }, "dependencies": { "type": "array", "items": { "type": "object", "required": ["tasks"], "additionalProperties": false, "properties": { "tasks": { "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" } }, "commands": { "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[a-z][a-z0-9-]*$" } }, "contexts": { "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^\\S(?:.*\\S)?$" } } } } }, "processingScope": { "type": "array", "minItems": 1, "items": { "type": "object", "additionalProperties": false, "properties": { "commands": { "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[a-z][a-z0-9-]*$" } }, "contexts": { "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^\\S(?:.*\\S)?$" } } } } }, "autoRollback": { "type": "boolean" }, "lifecycle": { "type": "object", "additionalProperties": false, "properties": { "adopt": { "type": ["boolean", "object"], "additionalProperties": false, "required": ["id"], "properties": { "id": { "type": "string", "pattern": "^\\S(?:.*\\S)?$" } } }, "recreate": { "type": "boolean" }, "onRemove": { "enum": ["delete", "forget"] }, "preventDestroy": { "type": ["boolean", "array"], "items": { "type": "string", "pattern": "^\\S(?:.*\\S)?$" } }, "ignoreChanges": { "type": "array", "items": { "type": "string", "pattern": "^/" } }, "ephemeral": { "type": "boolean" }, "onInterrupted": { "enum": ["stop", "rerun"] } } }, "mutex": { "type": ["string", "array"], "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$", "minItems": 1, "maxItems": 20, "items": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" } }, "timeout": { "type": "string", "pattern": "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" }, "retries": { "type": "object", "additionalProperties": false, "required": ["limit"], "properties": { "limit": { "type": "integer", "minimum": 0, "maximum": 100 }, "delay": { "type": "string", "pattern": "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" } } } } }, "spec": { "type": "object" } } };
var pattern28 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._/-]*$", "u");
var pattern29 = new RegExp("^[A-Za-z][A-Za-z0-9_]*$", "u");
var pattern39 = new RegExp("^/", "u");
var pattern42 = new RegExp("^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$", "u");
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.metadata === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metadata" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.spec === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion;
      if (typeof data0 === "string") {
        if (!pattern28.test(data0)) {
          const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]*$" } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if (typeof data1 === "string") {
        if (!pattern29.test(data1)) {
          const err7 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_]*$" } };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.name === void 0) {
          const err9 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/required", keyword: "required", params: { missingProperty: "name" } };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!func2.call(schema13.properties.metadata.properties, key1)) {
            const err10 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data2.name !== void 0) {
          let data3 = data2.name;
          if (typeof data3 === "string") {
            if (!pattern0.test(data3)) {
              const err11 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data2.description !== void 0) {
          if (typeof data2.description !== "string") {
            const err13 = { instancePath: instancePath + "/metadata/description", schemaPath: "#/properties/metadata/properties/description/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data2.formerNames !== void 0) {
          let data5 = data2.formerNames;
          if (Array.isArray(data5)) {
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (typeof data6 === "string") {
                if (!pattern0.test(data6)) {
                  const err14 = { instancePath: instancePath + "/metadata/formerNames/" + i0, schemaPath: "#/properties/metadata/properties/formerNames/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
              } else {
                const err15 = { instancePath: instancePath + "/metadata/formerNames/" + i0, schemaPath: "#/properties/metadata/properties/formerNames/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
          } else {
            const err16 = { instancePath: instancePath + "/metadata/formerNames", schemaPath: "#/properties/metadata/properties/formerNames/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data2.dependencies !== void 0) {
          let data7 = data2.dependencies;
          if (Array.isArray(data7)) {
            const len1 = data7.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data8 = data7[i1];
              if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                if (data8.tasks === void 0) {
                  const err17 = { instancePath: instancePath + "/metadata/dependencies/" + i1, schemaPath: "#/properties/metadata/properties/dependencies/items/required", keyword: "required", params: { missingProperty: "tasks" } };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
                for (const key2 in data8) {
                  if (!(key2 === "tasks" || key2 === "commands" || key2 === "contexts")) {
                    const err18 = { instancePath: instancePath + "/metadata/dependencies/" + i1, schemaPath: "#/properties/metadata/properties/dependencies/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
                    if (vErrors === null) {
                      vErrors = [err18];
                    } else {
                      vErrors.push(err18);
                    }
                    errors++;
                  }
                }
                if (data8.tasks !== void 0) {
                  let data9 = data8.tasks;
                  if (Array.isArray(data9)) {
                    if (data9.length < 1) {
                      const err19 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/tasks", schemaPath: "#/properties/metadata/properties/dependencies/items/properties/tasks/minItems", keyword: "minItems", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err19];
                      } else {
                        vErrors.push(err19);
                      }
                      errors++;
                    }
                    const len2 = data9.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data10 = data9[i2];
                      if (typeof data10 === "string") {
                        if (!pattern0.test(data10)) {
                          const err20 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/tasks/" + i2, schemaPath: "#/properties/metadata/properties/dependencies/items/properties/tasks/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
                          if (vErrors === null) {
                            vErrors = [err20];
                          } else {
                            vErrors.push(err20);
                          }
                          errors++;
                        }
                      } else {
                        const err21 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/tasks/" + i2, schemaPath: "#/properties/metadata/properties/dependencies/items/properties/tasks/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err21];
                        } else {
                          vErrors.push(err21);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err22 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/tasks", schemaPath: "#/properties/metadata/properties/dependencies/items/properties/tasks/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err22];
                    } else {
                      vErrors.push(err22);
                    }
                    errors++;
                  }
                }
                if (data8.commands !== void 0) {
                  let data11 = data8.commands;
                  if (Array.isArray(data11)) {
                    if (data11.length < 1) {
                      const err23 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/commands", schemaPath: "#/properties/metadata/properties/dependencies/items/properties/commands/minItems", keyword: "minItems", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err23];
                      } else {
                        vErrors.push(err23);
                      }
                      errors++;
                    }
                    const len3 = data11.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data12 = data11[i3];
                      if (typeof data12 === "string") {
                        if (!pattern13.test(data12)) {
                          const err24 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/commands/" + i3, schemaPath: "#/properties/metadata/properties/dependencies/items/properties/commands/items/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" } };
                          if (vErrors === null) {
                            vErrors = [err24];
                          } else {
                            vErrors.push(err24);
                          }
                          errors++;
                        }
                      } else {
                        const err25 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/commands/" + i3, schemaPath: "#/properties/metadata/properties/dependencies/items/properties/commands/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err25];
                        } else {
                          vErrors.push(err25);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err26 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/commands", schemaPath: "#/properties/metadata/properties/dependencies/items/properties/commands/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                }
                if (data8.contexts !== void 0) {
                  let data13 = data8.contexts;
                  if (Array.isArray(data13)) {
                    if (data13.length < 1) {
                      const err27 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/contexts", schemaPath: "#/properties/metadata/properties/dependencies/items/properties/contexts/minItems", keyword: "minItems", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err27];
                      } else {
                        vErrors.push(err27);
                      }
                      errors++;
                    }
                    const len4 = data13.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      let data14 = data13[i4];
                      if (typeof data14 === "string") {
                        if (!pattern2.test(data14)) {
                          const err28 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/contexts/" + i4, schemaPath: "#/properties/metadata/properties/dependencies/items/properties/contexts/items/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                          if (vErrors === null) {
                            vErrors = [err28];
                          } else {
                            vErrors.push(err28);
                          }
                          errors++;
                        }
                      } else {
                        const err29 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/contexts/" + i4, schemaPath: "#/properties/metadata/properties/dependencies/items/properties/contexts/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err29];
                        } else {
                          vErrors.push(err29);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err30 = { instancePath: instancePath + "/metadata/dependencies/" + i1 + "/contexts", schemaPath: "#/properties/metadata/properties/dependencies/items/properties/contexts/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err30];
                    } else {
                      vErrors.push(err30);
                    }
                    errors++;
                  }
                }
              } else {
                const err31 = { instancePath: instancePath + "/metadata/dependencies/" + i1, schemaPath: "#/properties/metadata/properties/dependencies/items/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
          } else {
            const err32 = { instancePath: instancePath + "/metadata/dependencies", schemaPath: "#/properties/metadata/properties/dependencies/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data2.processingScope !== void 0) {
          let data15 = data2.processingScope;
          if (Array.isArray(data15)) {
            if (data15.length < 1) {
              const err33 = { instancePath: instancePath + "/metadata/processingScope", schemaPath: "#/properties/metadata/properties/processingScope/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            const len5 = data15.length;
            for (let i5 = 0; i5 < len5; i5++) {
              let data16 = data15[i5];
              if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                for (const key3 in data16) {
                  if (!(key3 === "commands" || key3 === "contexts")) {
                    const err34 = { instancePath: instancePath + "/metadata/processingScope/" + i5, schemaPath: "#/properties/metadata/properties/processingScope/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
                    if (vErrors === null) {
                      vErrors = [err34];
                    } else {
                      vErrors.push(err34);
                    }
                    errors++;
                  }
                }
                if (data16.commands !== void 0) {
                  let data17 = data16.commands;
                  if (Array.isArray(data17)) {
                    if (data17.length < 1) {
                      const err35 = { instancePath: instancePath + "/metadata/processingScope/" + i5 + "/commands", schemaPath: "#/properties/metadata/properties/processingScope/items/properties/commands/minItems", keyword: "minItems", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err35];
                      } else {
                        vErrors.push(err35);
                      }
                      errors++;
                    }
                    const len6 = data17.length;
                    for (let i6 = 0; i6 < len6; i6++) {
                      let data18 = data17[i6];
                      if (typeof data18 === "string") {
                        if (!pattern13.test(data18)) {
                          const err36 = { instancePath: instancePath + "/metadata/processingScope/" + i5 + "/commands/" + i6, schemaPath: "#/properties/metadata/properties/processingScope/items/properties/commands/items/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" } };
                          if (vErrors === null) {
                            vErrors = [err36];
                          } else {
                            vErrors.push(err36);
                          }
                          errors++;
                        }
                      } else {
                        const err37 = { instancePath: instancePath + "/metadata/processingScope/" + i5 + "/commands/" + i6, schemaPath: "#/properties/metadata/properties/processingScope/items/properties/commands/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err37];
                        } else {
                          vErrors.push(err37);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err38 = { instancePath: instancePath + "/metadata/processingScope/" + i5 + "/commands", schemaPath: "#/properties/metadata/properties/processingScope/items/properties/commands/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err38];
                    } else {
                      vErrors.push(err38);
                    }
                    errors++;
                  }
                }
                if (data16.contexts !== void 0) {
                  let data19 = data16.contexts;
                  if (Array.isArray(data19)) {
                    if (data19.length < 1) {
                      const err39 = { instancePath: instancePath + "/metadata/processingScope/" + i5 + "/contexts", schemaPath: "#/properties/metadata/properties/processingScope/items/properties/contexts/minItems", keyword: "minItems", params: { limit: 1 } };
                      if (vErrors === null) {
                        vErrors = [err39];
                      } else {
                        vErrors.push(err39);
                      }
                      errors++;
                    }
                    const len7 = data19.length;
                    for (let i7 = 0; i7 < len7; i7++) {
                      let data20 = data19[i7];
                      if (typeof data20 === "string") {
                        if (!pattern2.test(data20)) {
                          const err40 = { instancePath: instancePath + "/metadata/processingScope/" + i5 + "/contexts/" + i7, schemaPath: "#/properties/metadata/properties/processingScope/items/properties/contexts/items/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                          if (vErrors === null) {
                            vErrors = [err40];
                          } else {
                            vErrors.push(err40);
                          }
                          errors++;
                        }
                      } else {
                        const err41 = { instancePath: instancePath + "/metadata/processingScope/" + i5 + "/contexts/" + i7, schemaPath: "#/properties/metadata/properties/processingScope/items/properties/contexts/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err41];
                        } else {
                          vErrors.push(err41);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err42 = { instancePath: instancePath + "/metadata/processingScope/" + i5 + "/contexts", schemaPath: "#/properties/metadata/properties/processingScope/items/properties/contexts/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err42];
                    } else {
                      vErrors.push(err42);
                    }
                    errors++;
                  }
                }
              } else {
                const err43 = { instancePath: instancePath + "/metadata/processingScope/" + i5, schemaPath: "#/properties/metadata/properties/processingScope/items/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err43];
                } else {
                  vErrors.push(err43);
                }
                errors++;
              }
            }
          } else {
            const err44 = { instancePath: instancePath + "/metadata/processingScope", schemaPath: "#/properties/metadata/properties/processingScope/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
        if (data2.autoRollback !== void 0) {
          if (typeof data2.autoRollback !== "boolean") {
            const err45 = { instancePath: instancePath + "/metadata/autoRollback", schemaPath: "#/properties/metadata/properties/autoRollback/type", keyword: "type", params: { type: "boolean" } };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
        if (data2.lifecycle !== void 0) {
          let data22 = data2.lifecycle;
          if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
            for (const key4 in data22) {
              if (!(key4 === "adopt" || key4 === "recreate" || key4 === "onRemove" || key4 === "preventDestroy" || key4 === "ignoreChanges" || key4 === "ephemeral" || key4 === "onInterrupted")) {
                const err46 = { instancePath: instancePath + "/metadata/lifecycle", schemaPath: "#/properties/metadata/properties/lifecycle/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
                if (vErrors === null) {
                  vErrors = [err46];
                } else {
                  vErrors.push(err46);
                }
                errors++;
              }
            }
            if (data22.adopt !== void 0) {
              let data23 = data22.adopt;
              if (typeof data23 !== "boolean" && !(data23 && typeof data23 == "object" && !Array.isArray(data23))) {
                const err47 = { instancePath: instancePath + "/metadata/lifecycle/adopt", schemaPath: "#/properties/metadata/properties/lifecycle/properties/adopt/type", keyword: "type", params: { type: schema13.properties.metadata.properties.lifecycle.properties.adopt.type } };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
              if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
                if (data23.id === void 0) {
                  const err48 = { instancePath: instancePath + "/metadata/lifecycle/adopt", schemaPath: "#/properties/metadata/properties/lifecycle/properties/adopt/required", keyword: "required", params: { missingProperty: "id" } };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
                for (const key5 in data23) {
                  if (!(key5 === "id")) {
                    const err49 = { instancePath: instancePath + "/metadata/lifecycle/adopt", schemaPath: "#/properties/metadata/properties/lifecycle/properties/adopt/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                    if (vErrors === null) {
                      vErrors = [err49];
                    } else {
                      vErrors.push(err49);
                    }
                    errors++;
                  }
                }
                if (data23.id !== void 0) {
                  let data24 = data23.id;
                  if (typeof data24 === "string") {
                    if (!pattern2.test(data24)) {
                      const err50 = { instancePath: instancePath + "/metadata/lifecycle/adopt/id", schemaPath: "#/properties/metadata/properties/lifecycle/properties/adopt/properties/id/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      if (vErrors === null) {
                        vErrors = [err50];
                      } else {
                        vErrors.push(err50);
                      }
                      errors++;
                    }
                  } else {
                    const err51 = { instancePath: instancePath + "/metadata/lifecycle/adopt/id", schemaPath: "#/properties/metadata/properties/lifecycle/properties/adopt/properties/id/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                }
              }
            }
            if (data22.recreate !== void 0) {
              if (typeof data22.recreate !== "boolean") {
                const err52 = { instancePath: instancePath + "/metadata/lifecycle/recreate", schemaPath: "#/properties/metadata/properties/lifecycle/properties/recreate/type", keyword: "type", params: { type: "boolean" } };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
            }
            if (data22.onRemove !== void 0) {
              let data26 = data22.onRemove;
              if (!(data26 === "delete" || data26 === "forget")) {
                const err53 = { instancePath: instancePath + "/metadata/lifecycle/onRemove", schemaPath: "#/properties/metadata/properties/lifecycle/properties/onRemove/enum", keyword: "enum", params: { allowedValues: schema13.properties.metadata.properties.lifecycle.properties.onRemove.enum } };
                if (vErrors === null) {
                  vErrors = [err53];
                } else {
                  vErrors.push(err53);
                }
                errors++;
              }
            }
            if (data22.preventDestroy !== void 0) {
              let data27 = data22.preventDestroy;
              if (typeof data27 !== "boolean" && !Array.isArray(data27)) {
                const err54 = { instancePath: instancePath + "/metadata/lifecycle/preventDestroy", schemaPath: "#/properties/metadata/properties/lifecycle/properties/preventDestroy/type", keyword: "type", params: { type: schema13.properties.metadata.properties.lifecycle.properties.preventDestroy.type } };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
              if (Array.isArray(data27)) {
                const len8 = data27.length;
                for (let i8 = 0; i8 < len8; i8++) {
                  let data28 = data27[i8];
                  if (typeof data28 === "string") {
                    if (!pattern2.test(data28)) {
                      const err55 = { instancePath: instancePath + "/metadata/lifecycle/preventDestroy/" + i8, schemaPath: "#/properties/metadata/properties/lifecycle/properties/preventDestroy/items/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      if (vErrors === null) {
                        vErrors = [err55];
                      } else {
                        vErrors.push(err55);
                      }
                      errors++;
                    }
                  } else {
                    const err56 = { instancePath: instancePath + "/metadata/lifecycle/preventDestroy/" + i8, schemaPath: "#/properties/metadata/properties/lifecycle/properties/preventDestroy/items/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err56];
                    } else {
                      vErrors.push(err56);
                    }
                    errors++;
                  }
                }
              }
            }
            if (data22.ignoreChanges !== void 0) {
              let data29 = data22.ignoreChanges;
              if (Array.isArray(data29)) {
                const len9 = data29.length;
                for (let i9 = 0; i9 < len9; i9++) {
                  let data30 = data29[i9];
                  if (typeof data30 === "string") {
                    if (!pattern39.test(data30)) {
                      const err57 = { instancePath: instancePath + "/metadata/lifecycle/ignoreChanges/" + i9, schemaPath: "#/properties/metadata/properties/lifecycle/properties/ignoreChanges/items/pattern", keyword: "pattern", params: { pattern: "^/" } };
                      if (vErrors === null) {
                        vErrors = [err57];
                      } else {
                        vErrors.push(err57);
                      }
                      errors++;
                    }
                  } else {
                    const err58 = { instancePath: instancePath + "/metadata/lifecycle/ignoreChanges/" + i9, schemaPath: "#/properties/metadata/properties/lifecycle/properties/ignoreChanges/items/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err58];
                    } else {
                      vErrors.push(err58);
                    }
                    errors++;
                  }
                }
              } else {
                const err59 = { instancePath: instancePath + "/metadata/lifecycle/ignoreChanges", schemaPath: "#/properties/metadata/properties/lifecycle/properties/ignoreChanges/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
            }
            if (data22.ephemeral !== void 0) {
              if (typeof data22.ephemeral !== "boolean") {
                const err60 = { instancePath: instancePath + "/metadata/lifecycle/ephemeral", schemaPath: "#/properties/metadata/properties/lifecycle/properties/ephemeral/type", keyword: "type", params: { type: "boolean" } };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
            if (data22.onInterrupted !== void 0) {
              let data32 = data22.onInterrupted;
              if (!(data32 === "stop" || data32 === "rerun")) {
                const err61 = { instancePath: instancePath + "/metadata/lifecycle/onInterrupted", schemaPath: "#/properties/metadata/properties/lifecycle/properties/onInterrupted/enum", keyword: "enum", params: { allowedValues: schema13.properties.metadata.properties.lifecycle.properties.onInterrupted.enum } };
                if (vErrors === null) {
                  vErrors = [err61];
                } else {
                  vErrors.push(err61);
                }
                errors++;
              }
            }
          } else {
            const err62 = { instancePath: instancePath + "/metadata/lifecycle", schemaPath: "#/properties/metadata/properties/lifecycle/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
        }
        if (data2.mutex !== void 0) {
          let data33 = data2.mutex;
          if (typeof data33 !== "string" && !Array.isArray(data33)) {
            const err63 = { instancePath: instancePath + "/metadata/mutex", schemaPath: "#/properties/metadata/properties/mutex/type", keyword: "type", params: { type: schema13.properties.metadata.properties.mutex.type } };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
          if (typeof data33 === "string") {
            if (!pattern0.test(data33)) {
              const err64 = { instancePath: instancePath + "/metadata/mutex", schemaPath: "#/properties/metadata/properties/mutex/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
              if (vErrors === null) {
                vErrors = [err64];
              } else {
                vErrors.push(err64);
              }
              errors++;
            }
          }
          if (Array.isArray(data33)) {
            if (data33.length > 20) {
              const err65 = { instancePath: instancePath + "/metadata/mutex", schemaPath: "#/properties/metadata/properties/mutex/maxItems", keyword: "maxItems", params: { limit: 20 } };
              if (vErrors === null) {
                vErrors = [err65];
              } else {
                vErrors.push(err65);
              }
              errors++;
            }
            if (data33.length < 1) {
              const err66 = { instancePath: instancePath + "/metadata/mutex", schemaPath: "#/properties/metadata/properties/mutex/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err66];
              } else {
                vErrors.push(err66);
              }
              errors++;
            }
            const len10 = data33.length;
            for (let i10 = 0; i10 < len10; i10++) {
              let data34 = data33[i10];
              if (typeof data34 === "string") {
                if (!pattern0.test(data34)) {
                  const err67 = { instancePath: instancePath + "/metadata/mutex/" + i10, schemaPath: "#/properties/metadata/properties/mutex/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
              } else {
                const err68 = { instancePath: instancePath + "/metadata/mutex/" + i10, schemaPath: "#/properties/metadata/properties/mutex/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err68];
                } else {
                  vErrors.push(err68);
                }
                errors++;
              }
            }
          }
        }
        if (data2.timeout !== void 0) {
          let data35 = data2.timeout;
          if (typeof data35 === "string") {
            if (!pattern42.test(data35)) {
              const err69 = { instancePath: instancePath + "/metadata/timeout", schemaPath: "#/properties/metadata/properties/timeout/pattern", keyword: "pattern", params: { pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" } };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
          } else {
            const err70 = { instancePath: instancePath + "/metadata/timeout", schemaPath: "#/properties/metadata/properties/timeout/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err70];
            } else {
              vErrors.push(err70);
            }
            errors++;
          }
        }
        if (data2.retries !== void 0) {
          let data36 = data2.retries;
          if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
            if (data36.limit === void 0) {
              const err71 = { instancePath: instancePath + "/metadata/retries", schemaPath: "#/properties/metadata/properties/retries/required", keyword: "required", params: { missingProperty: "limit" } };
              if (vErrors === null) {
                vErrors = [err71];
              } else {
                vErrors.push(err71);
              }
              errors++;
            }
            for (const key6 in data36) {
              if (!(key6 === "limit" || key6 === "delay")) {
                const err72 = { instancePath: instancePath + "/metadata/retries", schemaPath: "#/properties/metadata/properties/retries/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
                if (vErrors === null) {
                  vErrors = [err72];
                } else {
                  vErrors.push(err72);
                }
                errors++;
              }
            }
            if (data36.limit !== void 0) {
              let data37 = data36.limit;
              if (!(typeof data37 == "number" && (!(data37 % 1) && !isNaN(data37)) && isFinite(data37))) {
                const err73 = { instancePath: instancePath + "/metadata/retries/limit", schemaPath: "#/properties/metadata/properties/retries/properties/limit/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                  vErrors = [err73];
                } else {
                  vErrors.push(err73);
                }
                errors++;
              }
              if (typeof data37 == "number" && isFinite(data37)) {
                if (data37 > 100 || isNaN(data37)) {
                  const err74 = { instancePath: instancePath + "/metadata/retries/limit", schemaPath: "#/properties/metadata/properties/retries/properties/limit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
                  if (vErrors === null) {
                    vErrors = [err74];
                  } else {
                    vErrors.push(err74);
                  }
                  errors++;
                }
                if (data37 < 0 || isNaN(data37)) {
                  const err75 = { instancePath: instancePath + "/metadata/retries/limit", schemaPath: "#/properties/metadata/properties/retries/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                  if (vErrors === null) {
                    vErrors = [err75];
                  } else {
                    vErrors.push(err75);
                  }
                  errors++;
                }
              }
            }
            if (data36.delay !== void 0) {
              let data38 = data36.delay;
              if (typeof data38 === "string") {
                if (!pattern42.test(data38)) {
                  const err76 = { instancePath: instancePath + "/metadata/retries/delay", schemaPath: "#/properties/metadata/properties/retries/properties/delay/pattern", keyword: "pattern", params: { pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" } };
                  if (vErrors === null) {
                    vErrors = [err76];
                  } else {
                    vErrors.push(err76);
                  }
                  errors++;
                }
              } else {
                const err77 = { instancePath: instancePath + "/metadata/retries/delay", schemaPath: "#/properties/metadata/properties/retries/properties/delay/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err77];
                } else {
                  vErrors.push(err77);
                }
                errors++;
              }
            }
          } else {
            const err78 = { instancePath: instancePath + "/metadata/retries", schemaPath: "#/properties/metadata/properties/retries/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err78];
            } else {
              vErrors.push(err78);
            }
            errors++;
          }
        }
      } else {
        const err79 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err79];
        } else {
          vErrors.push(err79);
        }
        errors++;
      }
    }
    if (data.spec !== void 0) {
      let data39 = data.spec;
      if (!(data39 && typeof data39 == "object" && !Array.isArray(data39))) {
        const err80 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err80];
        } else {
          vErrors.push(err80);
        }
        errors++;
      }
    }
  } else {
    const err81 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err81];
    } else {
      vErrors.push(err81);
    }
    errors++;
  }
  validate12.errors = vErrors;
  return errors === 0;
}
var fileValidator = validate13;
var pattern44 = new RegExp("^[^\\u0000]+$", "u");
var pattern47 = new RegExp("^[0-7]{3,4}$", "u");
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.content === void 0) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "content" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.template === void 0) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "template" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.source === void 0) {
        const err2 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "source" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
    }
  }
  if (!valid0) {
    const err3 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.path === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "path" || key0 === "content" || key0 === "template" || key0 === "source" || key0 === "mode")) {
        const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data0 = data.path;
      if (typeof data0 === "string") {
        if (!pattern44.test(data0)) {
          const err6 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]+$" } };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.content !== void 0) {
      if (typeof data.content !== "string") {
        const err8 = { instancePath: instancePath + "/content", schemaPath: "#/properties/content/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.template !== void 0) {
      let data2 = data.template;
      if (typeof data2 === "string") {
        if (!pattern44.test(data2)) {
          const err9 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]+$" } };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/template", schemaPath: "#/properties/template/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      let data3 = data.source;
      if (typeof data3 === "string") {
        if (!pattern44.test(data3)) {
          const err11 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]+$" } };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.mode !== void 0) {
      let data4 = data.mode;
      if (typeof data4 === "string") {
        if (!pattern47.test(data4)) {
          const err13 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/pattern", keyword: "pattern", params: { pattern: "^[0-7]{3,4}$" } };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate13.errors = vErrors;
  return errors === 0;
}
var shellValidator = validate14;
var schema15 = { "type": "object", "required": ["create"], "additionalProperties": false, "properties": { "create": { "type": "string", "pattern": "\\S" }, "update": { "type": "string", "pattern": "\\S" }, "read": { "type": "string", "pattern": "\\S" }, "delete": { "type": "string", "pattern": "\\S" }, "rollback": { "type": "string", "pattern": "\\S" }, "shell": { "type": "string", "pattern": "\\S" }, "workingDirectory": { "type": "string", "pattern": "^[^\\u0000]+$" }, "identity": { "type": "string", "pattern": "\\S" }, "env": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": ["string", "number", "boolean"] } }, "secretEnv": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": "string" } }, "passEnv": { "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9_*?]+$" } }, "inputs": { "type": "array", "items": { "type": "string", "pattern": "\\S" } }, "outputs": { "type": "array", "items": { "type": "string", "pattern": "[^\\s!]" }, "examples": [["out/raw.csv", "dist/**"]] }, "capture": { "type": "boolean" }, "sensitiveOutputs": { "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]*$" } }, "compareSecrets": { "type": "boolean" }, "timeout": { "type": "string", "pattern": "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" } } };
var pattern48 = new RegExp("\\S", "u");
var pattern58 = new RegExp("^[A-Za-z0-9_*?]+$", "u");
var pattern60 = new RegExp("[^\\s!]", "u");
var pattern61 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]*$", "u");
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.create === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "create" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema15.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.create !== void 0) {
      let data0 = data.create;
      if (typeof data0 === "string") {
        if (!pattern48.test(data0)) {
          const err2 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/pattern", keyword: "pattern", params: { pattern: "\\S" } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.update !== void 0) {
      let data1 = data.update;
      if (typeof data1 === "string") {
        if (!pattern48.test(data1)) {
          const err4 = { instancePath: instancePath + "/update", schemaPath: "#/properties/update/pattern", keyword: "pattern", params: { pattern: "\\S" } };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/update", schemaPath: "#/properties/update/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.read !== void 0) {
      let data2 = data.read;
      if (typeof data2 === "string") {
        if (!pattern48.test(data2)) {
          const err6 = { instancePath: instancePath + "/read", schemaPath: "#/properties/read/pattern", keyword: "pattern", params: { pattern: "\\S" } };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/read", schemaPath: "#/properties/read/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.delete !== void 0) {
      let data3 = data.delete;
      if (typeof data3 === "string") {
        if (!pattern48.test(data3)) {
          const err8 = { instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/pattern", keyword: "pattern", params: { pattern: "\\S" } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.rollback !== void 0) {
      let data4 = data.rollback;
      if (typeof data4 === "string") {
        if (!pattern48.test(data4)) {
          const err10 = { instancePath: instancePath + "/rollback", schemaPath: "#/properties/rollback/pattern", keyword: "pattern", params: { pattern: "\\S" } };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/rollback", schemaPath: "#/properties/rollback/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.shell !== void 0) {
      let data5 = data.shell;
      if (typeof data5 === "string") {
        if (!pattern48.test(data5)) {
          const err12 = { instancePath: instancePath + "/shell", schemaPath: "#/properties/shell/pattern", keyword: "pattern", params: { pattern: "\\S" } };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/shell", schemaPath: "#/properties/shell/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.workingDirectory !== void 0) {
      let data6 = data.workingDirectory;
      if (typeof data6 === "string") {
        if (!pattern44.test(data6)) {
          const err14 = { instancePath: instancePath + "/workingDirectory", schemaPath: "#/properties/workingDirectory/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]+$" } };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/workingDirectory", schemaPath: "#/properties/workingDirectory/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.identity !== void 0) {
      let data7 = data.identity;
      if (typeof data7 === "string") {
        if (!pattern48.test(data7)) {
          const err16 = { instancePath: instancePath + "/identity", schemaPath: "#/properties/identity/pattern", keyword: "pattern", params: { pattern: "\\S" } };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/identity", schemaPath: "#/properties/identity/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.env !== void 0) {
      let data8 = data.env;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        for (const key1 in data8) {
          const _errs20 = errors;
          if (typeof key1 === "string") {
            if (!pattern25.test(key1)) {
              const err18 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
          var valid1 = _errs20 === errors;
          if (!valid1) {
            const err19 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames", keyword: "propertyNames", params: { propertyName: key1 } };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        for (const key2 in data8) {
          let data9 = data8[key2];
          if (typeof data9 !== "string" && !(typeof data9 == "number" && isFinite(data9)) && typeof data9 !== "boolean") {
            const err20 = { instancePath: instancePath + "/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/type", keyword: "type", params: { type: schema15.properties.env.additionalProperties.type } };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.secretEnv !== void 0) {
      let data10 = data.secretEnv;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (const key3 in data10) {
          const _errs26 = errors;
          if (typeof key3 === "string") {
            if (!pattern25.test(key3)) {
              const err22 = { instancePath: instancePath + "/secretEnv", schemaPath: "#/properties/secretEnv/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, propertyName: key3 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          }
          var valid3 = _errs26 === errors;
          if (!valid3) {
            const err23 = { instancePath: instancePath + "/secretEnv", schemaPath: "#/properties/secretEnv/propertyNames", keyword: "propertyNames", params: { propertyName: key3 } };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        for (const key4 in data10) {
          if (typeof data10[key4] !== "string") {
            const err24 = { instancePath: instancePath + "/secretEnv/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/secretEnv/additionalProperties/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/secretEnv", schemaPath: "#/properties/secretEnv/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.passEnv !== void 0) {
      let data12 = data.passEnv;
      if (Array.isArray(data12)) {
        const len0 = data12.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data13 = data12[i0];
          if (typeof data13 === "string") {
            if (!pattern58.test(data13)) {
              const err26 = { instancePath: instancePath + "/passEnv/" + i0, schemaPath: "#/properties/passEnv/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_*?]+$" } };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          } else {
            const err27 = { instancePath: instancePath + "/passEnv/" + i0, schemaPath: "#/properties/passEnv/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
      } else {
        const err28 = { instancePath: instancePath + "/passEnv", schemaPath: "#/properties/passEnv/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.inputs !== void 0) {
      let data14 = data.inputs;
      if (Array.isArray(data14)) {
        const len1 = data14.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data15 = data14[i1];
          if (typeof data15 === "string") {
            if (!pattern48.test(data15)) {
              const err29 = { instancePath: instancePath + "/inputs/" + i1, schemaPath: "#/properties/inputs/items/pattern", keyword: "pattern", params: { pattern: "\\S" } };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          } else {
            const err30 = { instancePath: instancePath + "/inputs/" + i1, schemaPath: "#/properties/inputs/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      } else {
        const err31 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.outputs !== void 0) {
      let data16 = data.outputs;
      if (Array.isArray(data16)) {
        const len2 = data16.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data17 = data16[i2];
          if (typeof data17 === "string") {
            if (!pattern60.test(data17)) {
              const err32 = { instancePath: instancePath + "/outputs/" + i2, schemaPath: "#/properties/outputs/items/pattern", keyword: "pattern", params: { pattern: "[^\\s!]" } };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
          } else {
            const err33 = { instancePath: instancePath + "/outputs/" + i2, schemaPath: "#/properties/outputs/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
      } else {
        const err34 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.capture !== void 0) {
      if (typeof data.capture !== "boolean") {
        const err35 = { instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.sensitiveOutputs !== void 0) {
      let data19 = data.sensitiveOutputs;
      if (Array.isArray(data19)) {
        const len3 = data19.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data20 = data19[i3];
          if (typeof data20 === "string") {
            if (!pattern61.test(data20)) {
              const err36 = { instancePath: instancePath + "/sensitiveOutputs/" + i3, schemaPath: "#/properties/sensitiveOutputs/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" } };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          } else {
            const err37 = { instancePath: instancePath + "/sensitiveOutputs/" + i3, schemaPath: "#/properties/sensitiveOutputs/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/sensitiveOutputs", schemaPath: "#/properties/sensitiveOutputs/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.compareSecrets !== void 0) {
      if (typeof data.compareSecrets !== "boolean") {
        const err39 = { instancePath: instancePath + "/compareSecrets", schemaPath: "#/properties/compareSecrets/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data22 = data.timeout;
      if (typeof data22 === "string") {
        if (!pattern42.test(data22)) {
          const err40 = { instancePath: instancePath + "/timeout", schemaPath: "#/properties/timeout/pattern", keyword: "pattern", params: { pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" } };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      } else {
        const err41 = { instancePath: instancePath + "/timeout", schemaPath: "#/properties/timeout/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
  } else {
    const err42 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err42];
    } else {
      vErrors.push(err42);
    }
    errors++;
  }
  validate14.errors = vErrors;
  return errors === 0;
}
var validators = {
  project: { validate: projectValidator, notes: { "#": { "fields": { "apiVersion": "opus/v1", "kind": "Project", "metadata": "The name of the project, and those that it had before", "spec": "Contexts, commands, state, limits, hooks and processors" } }, "#/properties/metadata": { "fields": { "name": "The name of the project; state is kept under it", "formerNames": "Names that the project had before", "description": "What the project is for" } }, "#/properties/metadata/properties/name": { "messages": { "pattern": 'is not a name: letters, digits, ".", "_" and "-", with a letter or digit first' } }, "#/properties/metadata/properties/formerNames/items": { "messages": { "pattern": 'is not a name: letters, digits, ".", "_" and "-", with a letter or digit first' } }, "#/properties/spec": { "fields": { "include": "Globs of further manifest files, relative to the working directory", "contexts": "Which event leads to which context", "commands": "Custom names of commands, like {deploy: apply}", "state": "Where state is kept", "limits": "A plan that goes over one of them is stopped before it changes anything", "http": "Which hosts tasks may ask that are not on the internet", "plan": "How plans are made that are only shown", "hooks": "Built-in hooks to configure and the repository's own, in order", "processors": "ES modules with the repository's own kinds: a path or glob each, or {use: path, with: settings}" } }, "#/properties/spec/properties/include/items": { "messages": { "pattern": "is not a path: it is empty or has blanks around it" } }, "#/properties/spec/properties/contexts/items": { "messages": { "anyOf": "names no context", "not": 'has both "context" and "contexts"' }, "hints": { "anyOf": 'Add "context: name", "contexts: [names]", or "input: true" to take the context input.', "not": 'Keep "context" for one that may be written to, or "contexts" for several that are only read.', "*": "Write {branch: main, context: prod}." }, "fields": { "input": "true: the context input names the context; a list: only these names", "event": "The event that started the workflow, or a list of events", "label": "A label that the pull request must have", "branch": "Name or glob of the pushed branch; of a pull request: the branch it goes into", "tag": "Name or glob of the pushed tag", "context": "The context", "contexts": "Contexts for commands that only read, one after the other", "formerNames": "Names that the context had before", "inherits": "The context whose values and scopes hold where this one has none of its own" } }, "#/properties/spec/properties/contexts/items/properties/input": { "messages": { "not": "can't be false" }, "hints": { "not": "Delete it, or write true or a list of names." } }, "#/properties/spec/properties/contexts/items/properties/input/items": { "messages": { "pattern": 'is not a name: letters, digits, ".", "_" and "-", with a letter or digit first' } }, "#/properties/spec/properties/contexts/items/properties/event": { "messages": { "pattern": "is not the name of an event like push or pull_request" } }, "#/properties/spec/properties/contexts/items/properties/event/items": { "messages": { "pattern": "is not the name of an event like push or pull_request" } }, "#/properties/spec/properties/contexts/items/properties/label": { "messages": { "pattern": "is not a name or glob: it is empty or has blanks around it" } }, "#/properties/spec/properties/contexts/items/properties/branch": { "messages": { "pattern": "is not a name or glob: it is empty or has blanks around it" } }, "#/properties/spec/properties/contexts/items/properties/tag": { "messages": { "pattern": "is not a name or glob: it is empty or has blanks around it" } }, "#/properties/spec/properties/contexts/items/properties/context": { "messages": { "pattern": 'is not the name of a context: letters, digits, ".", "_", "-" and references like ${GITHUB:event.number}' } }, "#/properties/spec/properties/contexts/items/properties/contexts/items": { "messages": { "pattern": 'is not the name of a context: letters, digits, ".", "_", "-" and references like ${GITHUB:event.number}' } }, "#/properties/spec/properties/contexts/items/properties/formerNames/items": { "messages": { "pattern": 'is not the name of a context: letters, digits, ".", "_", "-" and references like ${GITHUB:event.number}' } }, "#/properties/spec/properties/contexts/items/properties/inherits": { "messages": { "pattern": 'is not the name of a context: letters, digits, ".", "_", "-" and references like ${GITHUB:event.number}' } }, "#/properties/spec/properties/commands/propertyNames": { "messages": { "propertyNames": 'is not a name for a command: lower-case letters, digits and "-", with a letter first' } }, "#/properties/spec/properties/state": { "fields": { "backend": "branch: a branch of this repository; cache: the Actions cache, best effort; file: a local folder", "branch": "Name of the branch; with ${OPUS:context} or ${OPUS:project} in it, one for each", "path": "Folder for the file backend, relative to the working directory" } }, "#/properties/spec/properties/state/properties/branch": { "messages": { "pattern": "is not the name of a branch, in which of references only ${OPUS:context} and ${OPUS:project} may stand" } }, "#/properties/spec/properties/state/properties/path": { "messages": { "pattern": "is not a path: it is empty or has blanks around it" } }, "#/properties/spec/properties/limits": { "fields": { "maxDeletes": "How many resources a run may delete or replace", "maxDeletePercent": "Which part of the recorded tasks a run may delete or replace, once there are 10", "maxIssues": "How many issues about drift of this project may be open at once, of those that opus opens" } }, "#/properties/spec/properties/http": { "fields": { "allow": "Hosts that may be asked although their address is a loopback, private or otherwise reserved one" } }, "#/properties/spec/properties/http/properties/allow/items": { "messages": { "pattern": 'is not a host: a name, "*." before one, or an address (IPv6 in brackets), and a port if you like' }, "hints": { "*": 'Write db.corp.example, "*.corp.example" or "127.0.0.1:8399", in quotes.' } }, "#/properties/spec/properties/plan": { "fields": { "missingSecrets": "What a declared secret leads to that is not set where the plan is made" } }, "#/properties/spec/properties/hooks/items": { "hints": { "*": "Write {use: summary}." }, "fields": { "use": "Name of a built-in hook, or path of an ES module that begins with ./", "with": "Settings of the hook", "on": "Commands for which the hook is active" } }, "#/properties/spec/properties/hooks/items/properties/use": { "messages": { "pattern": "is neither the name of a built-in hook nor a path that begins with ./" } }, "#/properties/spec/properties/hooks/items/properties/on/items": { "messages": { "pattern": 'is not the name of a command: lower-case letters, digits and "-"' } }, "#/properties/spec/properties/processors/items": { "messages": { "pattern": "is not a path: it is empty or has blanks around it" }, "hints": { "*": "Write a path, or {use: ./kinds/pets.mjs, with: {address: \u2026}}." }, "fields": { "use": "Path or glob of the modules", "with": "What their kinds get when they are opened: an address, a token as ${SECRET:name}" } }, "#/properties/spec/properties/processors/items/properties/use": { "messages": { "pattern": "is not a path: it is empty or has blanks around it" } } } },
  values: { validate: valuesValidator, notes: { "#": { "fields": { "apiVersion": "opus/v1", "kind": "Values", "metadata": "A name for people", "spec": "The declarations, by name" } }, "#/properties/metadata": { "fields": { "name": "A name for people", "description": "What the values are for" } }, "#/properties/metadata/properties/name": { "messages": { "pattern": 'is not a name: letters, digits, ".", "_" and "-", with a letter or digit first' } }, "#/properties/spec": { "fields": { "values": "Typed values, by name", "secrets": "Secrets, by name: which environment variable holds each" } }, "#/properties/spec/properties/values/additionalProperties": { "hints": { "*": "Write {type: string, default: \u2026}." }, "fields": { "type": "string, integer, number, boolean, array or object", "required": "Without a value for the context the run stops", "default": "The value where nothing else gives one", "contexts": "The value in each context", "description": "What the value is for" } }, "#/properties/spec/properties/values/additionalProperties/properties/contexts/propertyNames": { "messages": { "propertyNames": "is not the name of a context" }, "hints": { "*": `Globs don't work here: use "default", or a context that others inherit.` } }, "#/properties/spec/properties/values/propertyNames": { "messages": { "propertyNames": 'is not a name: letters, digits, ".", "_" and "-", with a letter or "_" first' } }, "#/properties/spec/properties/secrets/additionalProperties": { "messages": { "anyOf": "names no environment variable" }, "hints": { "anyOf": 'Add "env: NAME", the environment variable that holds the secret.', "*": "Name the environment variable that holds it: {env: HOOK_TOKEN}. The secret itself never stands in a manifest." }, "fields": { "env": "The environment variable that holds the secret", "contexts": "Another variable in some contexts", "description": "What the secret is for" } }, "#/properties/spec/properties/secrets/additionalProperties/properties/env": { "messages": { "pattern": 'is not the name of an environment variable: letters, digits and "_"' } }, "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties": { "hints": { "*": "Write {env: PROD_HOOK_TOKEN}." }, "fields": { "env": "The environment variable that holds the secret in this context" } }, "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/properties/env": { "messages": { "pattern": 'is not the name of an environment variable: letters, digits and "_"' } }, "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/propertyNames": { "messages": { "propertyNames": "is not the name of a context" }, "hints": { "*": `Globs don't work here: use "default", or a context that others inherit.` } }, "#/properties/spec/properties/secrets/propertyNames": { "messages": { "propertyNames": 'is not a name: letters, digits, ".", "_" and "-", with a letter or "_" first' } } } },
  task: { validate: taskValidator, notes: { "#": { "fields": { "apiVersion": "Who defines the kind: opus/v1 for the kinds that opus ships, another for a repository's own", "kind": "The kind of resource, like File or Shell", "metadata": "Name, order, scope and lifecycle of the task", "spec": "What the resource should be" } }, "#/properties/apiVersion": { "messages": { "pattern": "is not an apiVersion like opus/v1" } }, "#/properties/kind": { "messages": { "pattern": "is not a kind like File or Shell" } }, "#/properties/metadata": { "fields": { "name": "The name of the task, unique in the project", "description": "What the task is for", "formerNames": "Names that the task had before", "dependencies": "Tasks that come first", "processingScope": "When the task is processed: one of the rules must match", "autoRollback": "Undo what a failed change left behind", "lifecycle": "What may happen to the resource, and when", "mutex": "Names of what the task shares with others, like a database in one file", "timeout": "Bound on one attempt of one operation, like 30s or 5m", "retries": "Further attempts after a failed one" } }, "#/properties/metadata/properties/name": { "messages": { "pattern": 'is not a name: letters, digits, ".", "_" and "-", with a letter or digit first' } }, "#/properties/metadata/properties/formerNames/items": { "messages": { "pattern": 'is not a name: letters, digits, ".", "_" and "-", with a letter or digit first' } }, "#/properties/metadata/properties/dependencies/items": { "hints": { "*": "Write {tasks: [name]}." }, "fields": { "tasks": "Names of tasks that come first", "commands": "Commands for which the rule counts", "contexts": "Contexts, or globs of contexts, in which the rule counts" } }, "#/properties/metadata/properties/dependencies/items/properties/tasks/items": { "messages": { "pattern": 'is not a name: letters, digits, ".", "_" and "-", with a letter or digit first' } }, "#/properties/metadata/properties/dependencies/items/properties/commands/items": { "messages": { "pattern": 'is not the name of a command: lower-case letters, digits and "-"' } }, "#/properties/metadata/properties/dependencies/items/properties/contexts/items": { "messages": { "pattern": "is not a name or glob: it is empty or has blanks around it" } }, "#/properties/metadata/properties/processingScope/items": { "hints": { "*": "Write {commands: [apply], contexts: [prod]}; either may be left out." }, "fields": { "commands": "Commands for which the rule matches", "contexts": "Contexts, or globs of contexts, in which the rule matches" } }, "#/properties/metadata/properties/processingScope/items/properties/commands/items": { "messages": { "pattern": 'is not the name of a command: lower-case letters, digits and "-"' } }, "#/properties/metadata/properties/processingScope/items/properties/contexts/items": { "messages": { "pattern": "is not a name or glob: it is empty or has blanks around it" } }, "#/properties/metadata/properties/lifecycle": { "fields": { "adopt": "true: take over and change a resource that exists, differs and was not made by opus", "recreate": "false: a resource that is gone is not made again; the run fails instead, so that somebody looks first", "onRemove": "What happens to the resource when the task leaves the manifest", "preventDestroy": "true, or the contexts (globs) in which the resource may be neither deleted nor replaced", "ignoreChanges": "JSON pointers into the spec, like /mode, whose differences don't count", "ephemeral": "Gone is normal, as with files on a hosted runner: made again in silence", "onInterrupted": "What to do when a crash left it unclear whether the task ran" } }, "#/properties/metadata/properties/lifecycle/properties/adopt": { "hints": { "*": "Write true, or {id: name}." }, "fields": { "id": "How the kind names the resource on its own side, like i-0abc or 4711" } }, "#/properties/metadata/properties/lifecycle/properties/adopt/properties/id": { "messages": { "pattern": "is not an id: it is empty or has blanks around it" } }, "#/properties/metadata/properties/lifecycle/properties/preventDestroy/items": { "messages": { "pattern": "is not a name or glob: it is empty or has blanks around it" } }, "#/properties/metadata/properties/lifecycle/properties/ignoreChanges/items": { "messages": { "pattern": 'is not a JSON pointer into the spec: it begins with "/", like /mode' } }, "#/properties/metadata/properties/mutex": { "messages": { "pattern": 'is not a name: letters, digits, ".", "_" and "-", with a letter or digit first' } }, "#/properties/metadata/properties/mutex/items": { "messages": { "pattern": 'is not a name: letters, digits, ".", "_" and "-", with a letter or digit first' } }, "#/properties/metadata/properties/timeout": { "messages": { "pattern": "is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)" }, "hints": { "*": 'Write a number and a unit, like "30s".' } }, "#/properties/metadata/properties/retries": { "hints": { "*": "Write {limit: 2, delay: 2s}." }, "fields": { "limit": "Attempts after the first, at most 100", "delay": "Pause before the first further attempt, like 2s; doubles each time" } }, "#/properties/metadata/properties/retries/properties/delay": { "messages": { "pattern": "is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)" }, "hints": { "*": 'Write a number and a unit, like "30s".' } } } },
  file: { validate: fileValidator, notes: { "#": { "messages": { "oneOf": 'needs exactly one of "content", "template" and "source"' }, "hints": { "oneOf": "Keep one: content is the text itself, template a file whose references are filled in, source a file that is copied as it is." }, "fields": { "path": "Where the file is, relative to the working directory", "content": "The text of the file", "template": "Path of a file whose references are filled in", "source": "Path of a file that is copied as it is", "mode": 'Permissions in quoted octal digits, like "0644"' } }, "#/properties/path": { "messages": { "pattern": "is not a path: it is empty" } }, "#/properties/content": { "hints": { "*": "Write text: in quotes, or as lines below `content: |`." } }, "#/properties/template": { "messages": { "pattern": "is not a path: it is empty" } }, "#/properties/source": { "messages": { "pattern": "is not a path: it is empty" } }, "#/properties/mode": { "messages": { "pattern": 'is not a file mode: 3 or 4 octal digits (0 to 7) in quotes, like "0644"' }, "hints": { "*": 'Write it in quotes: "0644". Without them it is a number and loses its meaning.' } } } },
  shell: { validate: shellValidator, notes: { "#": { "fields": { "create": "Script that makes the resource", "update": "Script that changes it", "read": "Script that prints the resource's facts as a JSON object, or nothing when it is absent", "delete": "Script that deletes it", "rollback": "Script that undoes a failed change", "shell": "The shell and its options", "workingDirectory": "Where scripts run", "identity": "Names the resource, so that a renamed task is not taken for a new one, nor another one for the same", "env": "Environment variables for the scripts", "secretEnv": "Environment variables that hold secrets; neither shown nor stored", "passEnv": "Names or globs of environment variables that are handed through; neither recorded nor compared", "inputs": "Globs of files whose change makes the task run again", "outputs": 'Paths and globs of the files that the task produces; "!" in front leaves out', "capture": "Record EXIT_CODE, STDOUT and STDERR as outputs", "sensitiveOutputs": "Names of outputs that are never shown", "compareSecrets": "Another secret in secretEnv counts as a change; when state is sealed, so does another value of the same one", "timeout": "Bound on each script, like 30s or 5m" } }, "#/properties/create": { "messages": { "pattern": "is an empty script" } }, "#/properties/update": { "messages": { "pattern": "is an empty script" } }, "#/properties/read": { "messages": { "pattern": "is an empty script" } }, "#/properties/delete": { "messages": { "pattern": "is an empty script" } }, "#/properties/rollback": { "messages": { "pattern": "is an empty script" } }, "#/properties/shell": { "messages": { "pattern": "is not a shell: it is empty" } }, "#/properties/workingDirectory": { "messages": { "pattern": "is not a path: it is empty" } }, "#/properties/identity": { "messages": { "pattern": "is not a name: it is empty" } }, "#/properties/env/propertyNames": { "messages": { "propertyNames": 'is not the name of an environment variable: letters, digits and "_"' } }, "#/properties/secretEnv/propertyNames": { "messages": { "propertyNames": 'is not the name of an environment variable: letters, digits and "_"' } }, "#/properties/passEnv/items": { "messages": { "pattern": "is not the name or glob of environment variables" } }, "#/properties/inputs/items": { "messages": { "pattern": "is not a glob: it is empty" } }, "#/properties/outputs/items": { "messages": { "pattern": "is not a path or glob: it is empty" } }, "#/properties/sensitiveOutputs/items": { "messages": { "pattern": 'is not the name of an output: letters, digits, "_" and "-"' } }, "#/properties/timeout": { "messages": { "pattern": "is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)" }, "hints": { "*": 'Write a number and a unit, like "30s".' } } } }
};
var lateChecks = {
  HttpResource: () => import("./http-resource.generated-PFJB4ZFS.js"),
  Download: () => import("./download.generated-SOJFD74P.js"),
  Probe: () => import("./probe.generated-NKO2YHJU.js"),
  Folder: () => import("./folder.generated-WQM5LYIB.js")
};
var specs = { "File": "file", "Shell": "shell", "HttpResource": "httpresource", "Download": "download", "Probe": "probe", "Folder": "folder" };
var specFields = ["path", "content", "template", "source", "mode", "create", "update", "read", "delete", "rollback", "shell", "workingDirectory", "identity", "env", "secretEnv", "passEnv", "inputs", "outputs", "capture", "sensitiveOutputs", "compareSecrets", "timeout", "baseUrl", "auth", "headers", "query", "encoding", "id", "item", "find", "request", "response", "aliases", "body", "writeOnly", "createOnly", "replaceOn", "lists", "normalize", "revision", "absent", "poll", "settle", "idempotencyKey", "retryOn", "limits", "rotate", "url", "extract", "sha256", "unpinned", "http", "tcp", "command", "expect", "interval", "tryTimeout", "include", "exclude"];

// src/schema/explain.ts
function explain(error, at, root, notes) {
  const cut = error.schemaPath.lastIndexOf("/");
  const note = notes[error.schemaPath.slice(0, cut)] ?? {};
  const pointer = error.instancePath;
  const place = describePlace(root, pointer);
  const shown = isConfidential(root, pointer) ? "what is written here" : quote(at);
  const message = note.messages?.[error.keyword];
  const hint = note.hints?.[error.keyword] ?? note.hints?.["*"];
  const problem = (code, text, suggestion = hint) => ({
    code,
    message: text,
    pointer,
    ...suggestion !== void 0 && { suggestion }
  });
  const facts = { place, pointer, note, hint, problem };
  const { params } = error;
  switch (error.keyword) {
    case "additionalProperties":
      return unknownField(String(params.additionalProperty), pointer, place, note, root);
    case "required":
      return missingField(String(params.missingProperty), facts);
    case "propertyNames":
      return invalidName(String(params.propertyName), params.pattern, notes[error.schemaPath], facts);
    case "type":
      return wrongType(place, params.type, isConfidential(root, pointer) ? conceal(at) : at, problem, hint);
    case "enum":
      return noneOf(params.allowedValues.map(String), at, facts);
    case "pattern":
      return isConfidential(root, pointer) ? problem(...hiddenForm(place, message, hint)) : problem(...wrongForm(place, shown, message, hint ?? example(at, params.pattern)));
    case "minItems":
      return problem("invalid-value", `${place} is an empty list`, hint ?? "Add an item, or leave the field out.");
    case "minProperties":
      return problem("invalid-value", `${place} is empty`, hint ?? "Add an entry, or leave the field out.");
    case "minimum":
    case "maximum": {
      const [least, side] = error.keyword === "minimum" ? ["at least", "more"] : ["at most", "less"];
      const text = `${place} must be ${least} ${params.limit}, not ${quote(at)}`;
      return problem("invalid-value", text, hint ?? `Write ${params.limit} or ${side}.`);
    }
    default:
      return {
        ...problem("invalid-value", `${place} ${message ?? `is not allowed to be ${shown}`}`),
        atKey: typeof at === "object"
      };
  }
}
function wrongForm(place, shown, message, advice2) {
  const text = `${place} ${shown} ${message ?? "has the wrong form"}`;
  return ["invalid-value", text, advice2 ?? "Fill it in, or delete the field."];
}
function hiddenForm(place, message, advice2) {
  const text = `what is written in ${place} ${message}`;
  return ["invalid-value", text, advice2 ?? "Name the variable, not what it holds."];
}
function missingField(field, { place, pointer, note }) {
  const purpose = note.fields?.[field];
  return {
    code: "missing-field",
    message: `${place} has no "${field}"`,
    pointer,
    atKey: true,
    ...purpose && { suggestion: `Add "${field}": ${lowerFirst(purpose)}.` }
  };
}
function invalidName(key, pattern, inner, { place, pointer }) {
  return {
    code: "invalid-name",
    message: `${quote(key)} in ${place} ${inner?.messages?.propertyNames ?? "is not allowed as a name"}`,
    pointer: below(pointer, key),
    atKey: true,
    suggestion: inner?.hints?.["*"] ?? example(key, pattern) ?? "Choose another name."
  };
}
function noneOf(allowed, at, { place, hint, problem }) {
  const choice = inWords(allowed, "or");
  if (at === null)
    return problem(
      "wrong-type",
      `${place} has no value; it must be ${choice}`,
      hint ?? `Write ${allowed[0]}, for example.`
    );
  const near = typeof at === "string" ? nearest(at, allowed) : void 0;
  return problem(
    "invalid-value",
    `${place} must be ${choice}, not ${quote(at)}`,
    near === void 0 ? hint ?? "Use one of them, or leave the field out." : `Did you mean ${quote(near)}?`
  );
}
function unknownField(field, pointer, place, note, root) {
  const known = Object.keys(note.fields ?? {});
  const near = nearest(field, known);
  return {
    code: "unknown-field",
    message: `${quote(field)} is not a field of ${place}`,
    pointer: below(pointer, field),
    atKey: true,
    suggestion: near === void 0 ? elsewhere(field, pointer, root) ?? note.hints?.["*"] ?? `Fields of ${place}: ${known.join(", ")}.` : `Did you mean "${near}"?`
  };
}
function elsewhere(field, pointer, root) {
  const { notes } = validators.task;
  if (root === "Project" || root === "Values") return void 0;
  const inSpec = root.endsWith(".spec");
  if (Object.hasOwn(notes["#/properties/metadata/properties/lifecycle"]?.fields ?? {}, field)) {
    return `"${field}" belongs under metadata.lifecycle.`;
  }
  if (pointer === "" && Object.hasOwn(notes["#/properties/metadata"]?.fields ?? {}, field)) {
    return `"${field}" belongs under metadata.`;
  }
  if (!inSpec && specFields.includes(field)) {
    return `"${field}" belongs under spec.`;
  }
  return void 0;
}
function example(value, pattern) {
  if (typeof value !== "string" || typeof pattern !== "string" || value.length > 100 || value.trim() === "")
    return void 0;
  const form = new RegExp(pattern, "u");
  const dashed = value.trim().replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+|(?<!-)-+$/g, "");
  const candidates = [
    value.trim(),
    dashed,
    dashed.toLowerCase(),
    dashed.replace(/[^A-Za-z0-9_]/g, "_"),
    `/${value}`,
    `./${value}`
  ];
  const found = candidates.find((candidate) => candidate !== value && candidate !== "" && form.test(candidate));
  return found === void 0 ? void 0 : `Write ${JSON.stringify(found)}, for example.`;
}
function conceal(value) {
  if (Array.isArray(value)) return [];
  return typeof value === "object" && value !== null ? {} : new Concealed(typeof value);
}
var Concealed = class {
  type;
  constructor(type) {
    this.type = type;
  }
};
var typeNames = {
  object: "a mapping",
  array: "a list",
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "empty"
};
function wrongType(place, expected, at, problem, hint) {
  const types = (Array.isArray(expected) ? expected : [expected]).map(String);
  const wanted = inWords(
    types.map((type) => typeNames[type] ?? type),
    "or"
  );
  if (at === null || at === void 0) {
    return problem(
      "wrong-type",
      `${place} has no value; it must be ${wanted}`,
      hint ?? "Give it a value, or delete the field."
    );
  }
  const text = `${place} must be ${wanted}, not ${nameOf(at)}`;
  if (types.includes("array") && typeof at === "string") {
    return problem("wrong-type", text, hint ?? `Write it as a list: [${quote(at)}].`);
  }
  if (place.endsWith(".mode") && typeof at === "number" && /^[0-7]{3,4}$/.test(String(at))) {
    return problem("wrong-type", text, `Write it in quotes: "${String(at).padStart(4, "0")}".`);
  }
  const isScalar = at instanceof Concealed ? at.type !== "string" : typeof at !== "object";
  if (types.length === 1 && types[0] === "string" && isScalar) {
    return problem("wrong-type", text, hint ?? "Put it in quotes, as it is written.");
  }
  const unquoted = typeof at === "string" ? at.trim() : "";
  if (types.includes("boolean") && /^(true|false|yes|no|on|off)$/i.test(unquoted)) {
    const meant = /^(true|yes|on)$/i.test(unquoted);
    return problem("wrong-type", text, `Write ${meant}${/^(true|false)$/.test(unquoted) ? " without quotes" : ""}.`);
  }
  if ((types.includes("integer") || types.includes("number")) && /^-?\d+(\.\d+)?$/.test(unquoted)) {
    return problem("wrong-type", text, `Write ${unquoted} without quotes.`);
  }
  return problem("wrong-type", text, hint ?? advice[types[0] ?? ""]);
}
var advice = {
  object: "Write it as lines of `name: value`, indented below it.",
  array: "Write it as a list: begin each item with a dash, on a line of its own.",
  string: "Write text.",
  number: "Write a number without quotes.",
  integer: "Write a whole number without quotes.",
  boolean: "Write true or false without quotes."
};
function nameOf(value) {
  if (value === null || value === void 0) return "empty";
  if (value instanceof Concealed) return value.type === "string" ? "text" : `a ${value.type}`;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string" ? `the string ${quote(value)}` : `${typeof value === "number" ? "the number " : ""}${quote(value)}`;
}
function below(pointer, key) {
  return `${pointer}/${pointerSegment(key)}`;
}
function describePlace(root, pointer) {
  let text = root;
  for (const segment of pointerPath(pointer)) {
    if (/^\d+$/.test(segment)) text += `[${segment}]`;
    else text += /^[A-Za-z_][A-Za-z0-9_-]*$/.test(segment) ? `.${segment}` : `[${quote(segment)}]`;
  }
  return text;
}
function quote(value) {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 56)}\u2026${typeof value === "string" ? '"' : ""}` : text;
}
function isConfidential(root, pointer) {
  return /^\/secretEnv\//.test(pointer) || root === "Values" && /^\/spec\/secrets\//.test(pointer);
}

// src/schema/validate.ts
var problemLimit = 50;
var loaded = /* @__PURE__ */ new Map();
async function loadSchemas(kinds) {
  for (const kind of kinds) {
    const load = Object.hasOwn(lateChecks, kind) && !loaded.has(kind) ? lateChecks[kind] : void 0;
    if (load) loaded.set(kind, await load());
  }
}
function isSchemaLoaded(kind) {
  return !Object.hasOwn(lateChecks, kind) || loaded.has(kind);
}
function kindsWithSchema(apiVersion) {
  return apiVersion === "opus/v1" ? Object.keys(specs) : [];
}
function validateSpec(apiVersion, kind, spec, options = {}) {
  const name = apiVersion === "opus/v1" && Object.hasOwn(specs, kind) ? specs[kind] : void 0;
  if (name === void 0) return void 0;
  const checks = validators[name] ?? loaded.get(kind);
  if (checks === void 0) throw new Error(`the checks of ${kind} are not loaded`);
  return validate(checks, `${kind}.spec`, spec, options);
}
function validateProject(document) {
  return validate(validators.project, "Project", document, {});
}
function validateValues(document) {
  return validate(validators.values, "Values", document, {});
}
function validateTask(kind, document) {
  return validate(validators.task, kind, document, {});
}
function validate(checks, root, value, options) {
  const { validate: check, notes } = checks;
  if (check(value)) return [];
  const problems = [];
  const seen = /* @__PURE__ */ new Set();
  let keyPattern;
  for (const error of check.errors ?? []) {
    if (problems.length >= problemLimit) break;
    if (error.propertyName !== void 0) keyPattern = error.params.pattern;
    if (belongsToAnother(error)) continue;
    if (error.keyword === "propertyNames") error.params.pattern = keyPattern;
    const at = valueAt(value, error.instancePath);
    if (error.keyword === "oneOf" && !isObject(at)) continue;
    if (options.references && excused(error, at)) continue;
    const problem = explain(error, at, root, notes);
    const key = `${problem.pointer}
${problem.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    problems.push(problem);
  }
  check.errors = null;
  return withoutConsequences(problems);
}
function withoutConsequences(problems) {
  const meant = /* @__PURE__ */ new Map();
  for (const { code, pointer, suggestion } of problems) {
    const near = code === "unknown-field" ? /^Did you mean "(.*)"\?$/.exec(suggestion ?? "")?.[1] : void 0;
    if (near === void 0) continue;
    const parent = pointer.slice(0, pointer.lastIndexOf("/"));
    meant.set(parent, [...meant.get(parent) ?? [], near]);
  }
  if (meant.size === 0) return [...problems];
  return problems.filter(({ code, pointer, message, suggestion, atKey }) => {
    if (atKey !== true || code !== "missing-field" && code !== "invalid-value") return true;
    return !meant.get(pointer)?.some((field) => `${message} ${suggestion}`.includes(`"${field}`));
  });
}
function belongsToAnother(error) {
  return /\/(anyOf|oneOf|not)\/|\/propertyNames\//.test(error.schemaPath);
}
function excused(error, at) {
  const found = typeof at === "string" ? containsReference(at) : "no";
  return found === "whole" || found === "part" && error.keyword !== "type";
}
function containsReference(text) {
  if (text.length > 1e3 || !text.includes("${")) return "no";
  const { parts } = parseTemplate(text);
  if (!parts.some((part) => typeof part !== "string")) return "no";
  return parts.length === 1 ? "whole" : "part";
}
function valueAt(value, pointer) {
  let current = value;
  for (const segment of pointerPath(pointer)) {
    if (typeof current !== "object" || current === null) return void 0;
    current = current[segment];
  }
  return current;
}

export {
  nameOf,
  loadSchemas,
  isSchemaLoaded,
  kindsWithSchema,
  validateSpec,
  validateProject,
  validateValues,
  validateTask,
  containsReference
};
