import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import "./chunk-QHW5LFAW.js";

// src/schema/probe.generated.js
var validate = validate10;
var schema11 = { "type": "object", "additionalProperties": false, "properties": { "http": { "type": "object", "required": ["url"], "additionalProperties": false, "properties": { "url": { "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$", "examples": ["https://shop.example/health"] }, "method": { "enum": ["GET", "HEAD"] }, "headers": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, "additionalProperties": { "type": "string", "pattern": "^[^\\u0000\\r\\n]*$" }, "examples": [{ "authorization": "Bearer ${SECRET:token}" }] } } }, "tcp": { "type": "object", "required": ["host", "port"], "additionalProperties": false, "properties": { "host": { "type": "string", "pattern": "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?|(?=[^:]*:[^:]*:)[0-9A-Fa-f:.]+)$", "examples": ["db.example"] }, "port": { "type": "integer", "minimum": 1, "maximum": 65535 } } }, "command": { "type": "string", "pattern": "\\S", "examples": ['pg_isready --host "$DB"'] }, "shell": { "type": "string", "pattern": "\\S" }, "workingDirectory": { "type": "string", "pattern": "^[^\\u0000]+$" }, "env": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": ["string", "number", "boolean"] } }, "passEnv": { "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9_*?]+$" } }, "expect": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "status": { "type": ["integer", "string", "array"], "minimum": 100, "maximum": 599, "pattern": "^[1-5]xx$", "minItems": 1, "items": { "type": ["integer", "string"], "minimum": 100, "maximum": 599, "pattern": "^[1-5]xx$" }, "examples": ["2xx", 204, ["2xx", 401]] }, "contains": { "type": "string", "pattern": "[\\s\\S]" }, "json": { "type": "object", "minProperties": 1, "propertyNames": { "pattern": "^(?:/(?:[^~]|~[01])*)?$" }, "examples": [{ "/status": "up" }] }, "exitCode": { "type": "integer", "minimum": 0, "maximum": 255 } } }, "interval": { "type": "string", "pattern": "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" }, "timeout": { "type": "string", "pattern": "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" }, "tryTimeout": { "type": "string", "pattern": "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" } } };
var func2 = Object.prototype.hasOwnProperty;
var pattern0 = new RegExp("^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$", "u");
var pattern1 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
var pattern2 = new RegExp("^[^\\u0000\\r\\n]*$", "u");
var pattern3 = new RegExp("^(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?|(?=[^:]*:[^:]*:)[0-9A-Fa-f:.]+)$", "u");
var pattern4 = new RegExp("\\S", "u");
var pattern6 = new RegExp("^[^\\u0000]+$", "u");
var pattern7 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
var pattern8 = new RegExp("^[A-Za-z0-9_*?]+$", "u");
var pattern9 = new RegExp("^[1-5]xx$", "u");
var pattern11 = new RegExp("[\\s\\S]", "u");
var pattern12 = new RegExp("^(?:/(?:[^~]|~[01])*)?$", "u");
var pattern13 = new RegExp("^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.http !== void 0) {
      let data0 = data.http;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.url === void 0) {
          const err1 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/required", keyword: "required", params: { missingProperty: "url" } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        for (const key1 in data0) {
          if (!(key1 === "url" || key1 === "method" || key1 === "headers")) {
            const err2 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        if (data0.url !== void 0) {
          let data1 = data0.url;
          if (typeof data1 === "string") {
            if (!pattern0.test(data1)) {
              const err3 = { instancePath: instancePath + "/http/url", schemaPath: "#/properties/http/properties/url/pattern", keyword: "pattern", params: { pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$" } };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          } else {
            const err4 = { instancePath: instancePath + "/http/url", schemaPath: "#/properties/http/properties/url/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        if (data0.method !== void 0) {
          let data2 = data0.method;
          if (!(data2 === "GET" || data2 === "HEAD")) {
            const err5 = { instancePath: instancePath + "/http/method", schemaPath: "#/properties/http/properties/method/enum", keyword: "enum", params: { allowedValues: schema11.properties.http.properties.method.enum } };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data0.headers !== void 0) {
          let data3 = data0.headers;
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            for (const key2 in data3) {
              const _errs10 = errors;
              if (typeof key2 === "string") {
                if (!pattern1.test(key2)) {
                  const err6 = { instancePath: instancePath + "/http/headers", schemaPath: "#/properties/http/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, propertyName: key2 };
                  if (vErrors === null) {
                    vErrors = [err6];
                  } else {
                    vErrors.push(err6);
                  }
                  errors++;
                }
              }
              var valid2 = _errs10 === errors;
              if (!valid2) {
                const err7 = { instancePath: instancePath + "/http/headers", schemaPath: "#/properties/http/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key2 } };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
            for (const key3 in data3) {
              let data4 = data3[key3];
              if (typeof data4 === "string") {
                if (!pattern2.test(data4)) {
                  const err8 = { instancePath: instancePath + "/http/headers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/http/properties/headers/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000\\r\\n]*$" } };
                  if (vErrors === null) {
                    vErrors = [err8];
                  } else {
                    vErrors.push(err8);
                  }
                  errors++;
                }
              } else {
                const err9 = { instancePath: instancePath + "/http/headers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/http/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
          } else {
            const err10 = { instancePath: instancePath + "/http/headers", schemaPath: "#/properties/http/properties/headers/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.tcp !== void 0) {
      let data5 = data.tcp;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.host === void 0) {
          const err12 = { instancePath: instancePath + "/tcp", schemaPath: "#/properties/tcp/required", keyword: "required", params: { missingProperty: "host" } };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data5.port === void 0) {
          const err13 = { instancePath: instancePath + "/tcp", schemaPath: "#/properties/tcp/required", keyword: "required", params: { missingProperty: "port" } };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        for (const key4 in data5) {
          if (!(key4 === "host" || key4 === "port")) {
            const err14 = { instancePath: instancePath + "/tcp", schemaPath: "#/properties/tcp/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data5.host !== void 0) {
          let data6 = data5.host;
          if (typeof data6 === "string") {
            if (!pattern3.test(data6)) {
              const err15 = { instancePath: instancePath + "/tcp/host", schemaPath: "#/properties/tcp/properties/host/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?|(?=[^:]*:[^:]*:)[0-9A-Fa-f:.]+)$" } };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/tcp/host", schemaPath: "#/properties/tcp/properties/host/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data5.port !== void 0) {
          let data7 = data5.port;
          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
            const err17 = { instancePath: instancePath + "/tcp/port", schemaPath: "#/properties/tcp/properties/port/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 65535 || isNaN(data7)) {
              const err18 = { instancePath: instancePath + "/tcp/port", schemaPath: "#/properties/tcp/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 } };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data7 < 1 || isNaN(data7)) {
              const err19 = { instancePath: instancePath + "/tcp/port", schemaPath: "#/properties/tcp/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/tcp", schemaPath: "#/properties/tcp/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.command !== void 0) {
      let data8 = data.command;
      if (typeof data8 === "string") {
        if (!pattern4.test(data8)) {
          const err21 = { instancePath: instancePath + "/command", schemaPath: "#/properties/command/pattern", keyword: "pattern", params: { pattern: "\\S" } };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = { instancePath: instancePath + "/command", schemaPath: "#/properties/command/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.shell !== void 0) {
      let data9 = data.shell;
      if (typeof data9 === "string") {
        if (!pattern4.test(data9)) {
          const err23 = { instancePath: instancePath + "/shell", schemaPath: "#/properties/shell/pattern", keyword: "pattern", params: { pattern: "\\S" } };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/shell", schemaPath: "#/properties/shell/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.workingDirectory !== void 0) {
      let data10 = data.workingDirectory;
      if (typeof data10 === "string") {
        if (!pattern6.test(data10)) {
          const err25 = { instancePath: instancePath + "/workingDirectory", schemaPath: "#/properties/workingDirectory/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]+$" } };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/workingDirectory", schemaPath: "#/properties/workingDirectory/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.env !== void 0) {
      let data11 = data.env;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        for (const key5 in data11) {
          const _errs29 = errors;
          if (typeof key5 === "string") {
            if (!pattern7.test(key5)) {
              const err27 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, propertyName: key5 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
          var valid5 = _errs29 === errors;
          if (!valid5) {
            const err28 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/propertyNames", keyword: "propertyNames", params: { propertyName: key5 } };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        for (const key6 in data11) {
          let data12 = data11[key6];
          if (typeof data12 !== "string" && !(typeof data12 == "number" && isFinite(data12)) && typeof data12 !== "boolean") {
            const err29 = { instancePath: instancePath + "/env/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/env/additionalProperties/type", keyword: "type", params: { type: schema11.properties.env.additionalProperties.type } };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
      } else {
        const err30 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.passEnv !== void 0) {
      let data13 = data.passEnv;
      if (Array.isArray(data13)) {
        const len0 = data13.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data14 = data13[i0];
          if (typeof data14 === "string") {
            if (!pattern8.test(data14)) {
              const err31 = { instancePath: instancePath + "/passEnv/" + i0, schemaPath: "#/properties/passEnv/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_*?]+$" } };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/passEnv/" + i0, schemaPath: "#/properties/passEnv/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
      } else {
        const err33 = { instancePath: instancePath + "/passEnv", schemaPath: "#/properties/passEnv/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.expect !== void 0) {
      let data15 = data.expect;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        if (Object.keys(data15).length < 1) {
          const err34 = { instancePath: instancePath + "/expect", schemaPath: "#/properties/expect/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        for (const key7 in data15) {
          if (!(key7 === "status" || key7 === "contains" || key7 === "json" || key7 === "exitCode")) {
            const err35 = { instancePath: instancePath + "/expect", schemaPath: "#/properties/expect/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        if (data15.status !== void 0) {
          let data16 = data15.status;
          if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16)) && typeof data16 !== "string" && !Array.isArray(data16)) {
            const err36 = { instancePath: instancePath + "/expect/status", schemaPath: "#/properties/expect/properties/status/type", keyword: "type", params: { type: schema11.properties.expect.properties.status.type } };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
          if (typeof data16 == "number" && isFinite(data16)) {
            if (data16 > 599 || isNaN(data16)) {
              const err37 = { instancePath: instancePath + "/expect/status", schemaPath: "#/properties/expect/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            if (data16 < 100 || isNaN(data16)) {
              const err38 = { instancePath: instancePath + "/expect/status", schemaPath: "#/properties/expect/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          }
          if (typeof data16 === "string") {
            if (!pattern9.test(data16)) {
              const err39 = { instancePath: instancePath + "/expect/status", schemaPath: "#/properties/expect/properties/status/pattern", keyword: "pattern", params: { pattern: "^[1-5]xx$" } };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          }
          if (Array.isArray(data16)) {
            if (data16.length < 1) {
              const err40 = { instancePath: instancePath + "/expect/status", schemaPath: "#/properties/expect/properties/status/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
            const len1 = data16.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data17 = data16[i1];
              if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17)) && typeof data17 !== "string") {
                const err41 = { instancePath: instancePath + "/expect/status/" + i1, schemaPath: "#/properties/expect/properties/status/items/type", keyword: "type", params: { type: schema11.properties.expect.properties.status.items.type } };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
              if (typeof data17 == "number" && isFinite(data17)) {
                if (data17 > 599 || isNaN(data17)) {
                  const err42 = { instancePath: instancePath + "/expect/status/" + i1, schemaPath: "#/properties/expect/properties/status/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
                if (data17 < 100 || isNaN(data17)) {
                  const err43 = { instancePath: instancePath + "/expect/status/" + i1, schemaPath: "#/properties/expect/properties/status/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
              }
              if (typeof data17 === "string") {
                if (!pattern9.test(data17)) {
                  const err44 = { instancePath: instancePath + "/expect/status/" + i1, schemaPath: "#/properties/expect/properties/status/items/pattern", keyword: "pattern", params: { pattern: "^[1-5]xx$" } };
                  if (vErrors === null) {
                    vErrors = [err44];
                  } else {
                    vErrors.push(err44);
                  }
                  errors++;
                }
              }
            }
          }
        }
        if (data15.contains !== void 0) {
          let data18 = data15.contains;
          if (typeof data18 === "string") {
            if (!pattern11.test(data18)) {
              const err45 = { instancePath: instancePath + "/expect/contains", schemaPath: "#/properties/expect/properties/contains/pattern", keyword: "pattern", params: { pattern: "[\\s\\S]" } };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
          } else {
            const err46 = { instancePath: instancePath + "/expect/contains", schemaPath: "#/properties/expect/properties/contains/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
        if (data15.json !== void 0) {
          let data19 = data15.json;
          if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
            if (Object.keys(data19).length < 1) {
              const err47 = { instancePath: instancePath + "/expect/json", schemaPath: "#/properties/expect/properties/json/minProperties", keyword: "minProperties", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
            for (const key8 in data19) {
              const _errs48 = errors;
              if (typeof key8 === "string") {
                if (!pattern12.test(key8)) {
                  const err48 = { instancePath: instancePath + "/expect/json", schemaPath: "#/properties/expect/properties/json/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~]|~[01])*)?$" }, propertyName: key8 };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
              }
              var valid12 = _errs48 === errors;
              if (!valid12) {
                const err49 = { instancePath: instancePath + "/expect/json", schemaPath: "#/properties/expect/properties/json/propertyNames", keyword: "propertyNames", params: { propertyName: key8 } };
                if (vErrors === null) {
                  vErrors = [err49];
                } else {
                  vErrors.push(err49);
                }
                errors++;
              }
            }
          } else {
            const err50 = { instancePath: instancePath + "/expect/json", schemaPath: "#/properties/expect/properties/json/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
        }
        if (data15.exitCode !== void 0) {
          let data20 = data15.exitCode;
          if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
            const err51 = { instancePath: instancePath + "/expect/exitCode", schemaPath: "#/properties/expect/properties/exitCode/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
          if (typeof data20 == "number" && isFinite(data20)) {
            if (data20 > 255 || isNaN(data20)) {
              const err52 = { instancePath: instancePath + "/expect/exitCode", schemaPath: "#/properties/expect/properties/exitCode/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 } };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
            if (data20 < 0 || isNaN(data20)) {
              const err53 = { instancePath: instancePath + "/expect/exitCode", schemaPath: "#/properties/expect/properties/exitCode/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
          }
        }
      } else {
        const err54 = { instancePath: instancePath + "/expect", schemaPath: "#/properties/expect/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
    if (data.interval !== void 0) {
      let data21 = data.interval;
      if (typeof data21 === "string") {
        if (!pattern13.test(data21)) {
          const err55 = { instancePath: instancePath + "/interval", schemaPath: "#/properties/interval/pattern", keyword: "pattern", params: { pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" } };
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        }
      } else {
        const err56 = { instancePath: instancePath + "/interval", schemaPath: "#/properties/interval/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      let data22 = data.timeout;
      if (typeof data22 === "string") {
        if (!pattern13.test(data22)) {
          const err57 = { instancePath: instancePath + "/timeout", schemaPath: "#/properties/timeout/pattern", keyword: "pattern", params: { pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" } };
          if (vErrors === null) {
            vErrors = [err57];
          } else {
            vErrors.push(err57);
          }
          errors++;
        }
      } else {
        const err58 = { instancePath: instancePath + "/timeout", schemaPath: "#/properties/timeout/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
    }
    if (data.tryTimeout !== void 0) {
      let data23 = data.tryTimeout;
      if (typeof data23 === "string") {
        if (!pattern13.test(data23)) {
          const err59 = { instancePath: instancePath + "/tryTimeout", schemaPath: "#/properties/tryTimeout/pattern", keyword: "pattern", params: { pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$" } };
          if (vErrors === null) {
            vErrors = [err59];
          } else {
            vErrors.push(err59);
          }
          errors++;
        }
      } else {
        const err60 = { instancePath: instancePath + "/tryTimeout", schemaPath: "#/properties/tryTimeout/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
    }
  } else {
    const err61 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err61];
    } else {
      vErrors.push(err61);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
var notes = { "#": { "fields": { "http": "Asks a server", "tcp": "Connects with a port, and hangs up", "command": "A script that ends well when all is as expected", "shell": "Of a command: program and options, where {0} stands for the script file", "workingDirectory": "Of a command: where it runs", "env": "Of a command: environment variables, which may hold secrets", "passEnv": "Of a command: names or globs of environment variables that are handed through", "expect": "What counts as well", "interval": "Pause between two tries", "timeout": "How long it is waited for altogether; then the task fails", "tryTimeout": "How long one try may take" } }, "#/properties/http": { "fields": { "url": "What is asked for", "method": "GET, or HEAD for the head of an answer alone", "headers": "Sent with each request; secrets as ${SECRET:name}" } }, "#/properties/http/properties/url": { "messages": { "pattern": "is not an address" }, "hints": { "*": 'Write it like https://shop.example/health, without a user or password. Credentials go into "headers".' } }, "#/properties/http/properties/headers/additionalProperties": { "messages": { "pattern": "can't be in a header: it has a line break or a NUL character" } }, "#/properties/http/properties/headers/propertyNames": { "messages": { "propertyNames": "is not the name of a header" } }, "#/properties/tcp": { "fields": { "host": "Name or address", "port": "From 1 to 65535" } }, "#/properties/tcp/properties/host": { "messages": { "pattern": "is neither the name nor the address of a host" }, "hints": { "*": "Write it like db.example or 2001:db8::1, without a scheme and without the port." } }, "#/properties/command": { "messages": { "pattern": "is an empty script" } }, "#/properties/shell": { "messages": { "pattern": "is not a shell: it is empty" } }, "#/properties/workingDirectory": { "messages": { "pattern": "is not a path: it is empty" } }, "#/properties/env/propertyNames": { "messages": { "propertyNames": 'is not the name of an environment variable: letters, digits and "_"' } }, "#/properties/passEnv/items": { "messages": { "pattern": "is not the name or glob of environment variables" } }, "#/properties/expect": { "fields": { "status": "Of http: a status, a class of them like 2xx, or a list of both", "contains": "Text that the answer's body, or what the command prints on stdout, must hold", "json": "Of http: values that the answer must have, by JSON pointer", "exitCode": "Of a command: how it must end" } }, "#/properties/expect/properties/status": { "messages": { "pattern": 'is neither a status nor a class of them like "2xx"' }, "hints": { "*": 'Write a status like 200, a class like "2xx", or a list of both.' } }, "#/properties/expect/properties/status/items": { "messages": { "pattern": 'is neither a status nor a class of them like "2xx"' }, "hints": { "*": 'Write a status like 200, or a class like "2xx".' } }, "#/properties/expect/properties/contains": { "messages": { "pattern": "is empty" } }, "#/properties/expect/properties/json/propertyNames": { "messages": { "propertyNames": 'is not a JSON pointer: it begins with "/"' } }, "#/properties/interval": { "messages": { "pattern": "is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)" }, "hints": { "*": 'Write a number and a unit, like "30s".' } }, "#/properties/timeout": { "messages": { "pattern": "is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)" }, "hints": { "*": 'Write a number and a unit, like "30s".' } }, "#/properties/tryTimeout": { "messages": { "pattern": "is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)" }, "hints": { "*": 'Write a number and a unit, like "30s".' } } };
export {
  notes,
  validate
};
