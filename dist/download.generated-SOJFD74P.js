import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import "./chunk-QHW5LFAW.js";

// src/schema/download.generated.js
var validate = validate10;
var schema11 = { "type": "object", "required": ["url"], "additionalProperties": false, "oneOf": [{ "required": ["path"] }, { "required": ["extract"] }], "properties": { "url": { "type": "string", "pattern": "^https?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$" }, "path": { "type": "string", "pattern": "^[^\\u0000]+$" }, "extract": { "type": "object", "required": ["to"], "additionalProperties": false, "properties": { "to": { "type": "string", "pattern": "^[^\\u0000]+$" }, "strip": { "type": "integer", "minimum": 0, "maximum": 20 }, "include": { "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "\\S" } } } }, "sha256": { "type": "string", "pattern": "^[0-9a-fA-F]{64}$" }, "unpinned": { "type": "boolean" }, "mode": { "type": "string", "pattern": "^[0-7]{3,4}$" }, "headers": { "type": "object", "propertyNames": { "type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, "additionalProperties": { "type": "string" } }, "auth": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "bearer": { "type": "string", "pattern": "\\S" }, "basic": { "type": "object", "required": ["username", "password"], "additionalProperties": false, "properties": { "username": { "type": "string" }, "password": { "type": "string" } } }, "header": { "type": "object", "required": ["name", "value"], "additionalProperties": false, "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, "value": { "type": "string", "pattern": "\\S" } } }, "oauth2": { "type": "object", "required": ["tokenUrl", "clientId", "clientSecret"], "additionalProperties": false, "properties": { "tokenUrl": { "type": "string", "pattern": "\\S" }, "clientId": { "type": "string", "pattern": "\\S" }, "clientSecret": { "type": "string", "pattern": "\\S" }, "scope": { "type": "string" }, "audience": { "type": "string" } } } } }, "limits": { "type": "object", "additionalProperties": false, "properties": { "concurrent": { "type": "integer", "minimum": 1 }, "perSecond": { "type": "number", "exclusiveMinimum": 0 } } } } };
var func2 = Object.prototype.hasOwnProperty;
var pattern0 = new RegExp("^https?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$", "u");
var pattern1 = new RegExp("^[^\\u0000]+$", "u");
var pattern3 = new RegExp("\\S", "u");
var pattern4 = new RegExp("^[0-9a-fA-F]{64}$", "u");
var pattern5 = new RegExp("^[0-7]{3,4}$", "u");
var pattern6 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.path === void 0) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "path" } };
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
    if (data.extract === void 0) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "extract" } };
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
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
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
    if (data.url === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data0 = data.url;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err5 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/pattern", keyword: "pattern", params: { pattern: "^https?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$" } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data1 = data.path;
      if (typeof data1 === "string") {
        if (!pattern1.test(data1)) {
          const err7 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]+$" } };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.extract !== void 0) {
      let data2 = data.extract;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.to === void 0) {
          const err9 = { instancePath: instancePath + "/extract", schemaPath: "#/properties/extract/required", keyword: "required", params: { missingProperty: "to" } };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "to" || key1 === "strip" || key1 === "include")) {
            const err10 = { instancePath: instancePath + "/extract", schemaPath: "#/properties/extract/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data2.to !== void 0) {
          let data3 = data2.to;
          if (typeof data3 === "string") {
            if (!pattern1.test(data3)) {
              const err11 = { instancePath: instancePath + "/extract/to", schemaPath: "#/properties/extract/properties/to/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]+$" } };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/extract/to", schemaPath: "#/properties/extract/properties/to/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data2.strip !== void 0) {
          let data4 = data2.strip;
          if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
            const err13 = { instancePath: instancePath + "/extract/strip", schemaPath: "#/properties/extract/properties/strip/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 > 20 || isNaN(data4)) {
              const err14 = { instancePath: instancePath + "/extract/strip", schemaPath: "#/properties/extract/properties/strip/maximum", keyword: "maximum", params: { comparison: "<=", limit: 20 } };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
            if (data4 < 0 || isNaN(data4)) {
              const err15 = { instancePath: instancePath + "/extract/strip", schemaPath: "#/properties/extract/properties/strip/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          }
        }
        if (data2.include !== void 0) {
          let data5 = data2.include;
          if (Array.isArray(data5)) {
            if (data5.length < 1) {
              const err16 = { instancePath: instancePath + "/extract/include", schemaPath: "#/properties/extract/properties/include/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (typeof data6 === "string") {
                if (!pattern3.test(data6)) {
                  const err17 = { instancePath: instancePath + "/extract/include/" + i0, schemaPath: "#/properties/extract/properties/include/items/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
              } else {
                const err18 = { instancePath: instancePath + "/extract/include/" + i0, schemaPath: "#/properties/extract/properties/include/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
          } else {
            const err19 = { instancePath: instancePath + "/extract/include", schemaPath: "#/properties/extract/properties/include/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/extract", schemaPath: "#/properties/extract/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.sha256 !== void 0) {
      let data7 = data.sha256;
      if (typeof data7 === "string") {
        if (!pattern4.test(data7)) {
          const err21 = { instancePath: instancePath + "/sha256", schemaPath: "#/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{64}$" } };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = { instancePath: instancePath + "/sha256", schemaPath: "#/properties/sha256/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.unpinned !== void 0) {
      if (typeof data.unpinned !== "boolean") {
        const err23 = { instancePath: instancePath + "/unpinned", schemaPath: "#/properties/unpinned/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.mode !== void 0) {
      let data9 = data.mode;
      if (typeof data9 === "string") {
        if (!pattern5.test(data9)) {
          const err24 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/pattern", keyword: "pattern", params: { pattern: "^[0-7]{3,4}$" } };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.headers !== void 0) {
      let data10 = data.headers;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (const key2 in data10) {
          const _errs28 = errors;
          if (typeof key2 === "string") {
            if (!pattern6.test(key2)) {
              const err26 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, propertyName: key2 };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          } else {
            const err27 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key2 };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          var valid5 = _errs28 === errors;
          if (!valid5) {
            const err28 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key2 } };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        for (const key3 in data10) {
          if (typeof data10[key3] !== "string") {
            const err29 = { instancePath: instancePath + "/headers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
      } else {
        const err30 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.auth !== void 0) {
      let data12 = data.auth;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        if (Object.keys(data12).length < 1) {
          const err31 = { instancePath: instancePath + "/auth", schemaPath: "#/properties/auth/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        for (const key4 in data12) {
          if (!(key4 === "bearer" || key4 === "basic" || key4 === "header" || key4 === "oauth2")) {
            const err32 = { instancePath: instancePath + "/auth", schemaPath: "#/properties/auth/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data12.bearer !== void 0) {
          let data13 = data12.bearer;
          if (typeof data13 === "string") {
            if (!pattern3.test(data13)) {
              const err33 = { instancePath: instancePath + "/auth/bearer", schemaPath: "#/properties/auth/properties/bearer/pattern", keyword: "pattern", params: { pattern: "\\S" } };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          } else {
            const err34 = { instancePath: instancePath + "/auth/bearer", schemaPath: "#/properties/auth/properties/bearer/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data12.basic !== void 0) {
          let data14 = data12.basic;
          if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
            if (data14.username === void 0) {
              const err35 = { instancePath: instancePath + "/auth/basic", schemaPath: "#/properties/auth/properties/basic/required", keyword: "required", params: { missingProperty: "username" } };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data14.password === void 0) {
              const err36 = { instancePath: instancePath + "/auth/basic", schemaPath: "#/properties/auth/properties/basic/required", keyword: "required", params: { missingProperty: "password" } };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            for (const key5 in data14) {
              if (!(key5 === "username" || key5 === "password")) {
                const err37 = { instancePath: instancePath + "/auth/basic", schemaPath: "#/properties/auth/properties/basic/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
            if (data14.username !== void 0) {
              if (typeof data14.username !== "string") {
                const err38 = { instancePath: instancePath + "/auth/basic/username", schemaPath: "#/properties/auth/properties/basic/properties/username/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
            if (data14.password !== void 0) {
              if (typeof data14.password !== "string") {
                const err39 = { instancePath: instancePath + "/auth/basic/password", schemaPath: "#/properties/auth/properties/basic/properties/password/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
          } else {
            const err40 = { instancePath: instancePath + "/auth/basic", schemaPath: "#/properties/auth/properties/basic/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        if (data12.header !== void 0) {
          let data17 = data12.header;
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            if (data17.name === void 0) {
              const err41 = { instancePath: instancePath + "/auth/header", schemaPath: "#/properties/auth/properties/header/required", keyword: "required", params: { missingProperty: "name" } };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
            if (data17.value === void 0) {
              const err42 = { instancePath: instancePath + "/auth/header", schemaPath: "#/properties/auth/properties/header/required", keyword: "required", params: { missingProperty: "value" } };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            for (const key6 in data17) {
              if (!(key6 === "name" || key6 === "value")) {
                const err43 = { instancePath: instancePath + "/auth/header", schemaPath: "#/properties/auth/properties/header/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
                if (vErrors === null) {
                  vErrors = [err43];
                } else {
                  vErrors.push(err43);
                }
                errors++;
              }
            }
            if (data17.name !== void 0) {
              let data18 = data17.name;
              if (typeof data18 === "string") {
                if (!pattern6.test(data18)) {
                  const err44 = { instancePath: instancePath + "/auth/header/name", schemaPath: "#/properties/auth/properties/header/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" } };
                  if (vErrors === null) {
                    vErrors = [err44];
                  } else {
                    vErrors.push(err44);
                  }
                  errors++;
                }
              } else {
                const err45 = { instancePath: instancePath + "/auth/header/name", schemaPath: "#/properties/auth/properties/header/properties/name/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err45];
                } else {
                  vErrors.push(err45);
                }
                errors++;
              }
            }
            if (data17.value !== void 0) {
              let data19 = data17.value;
              if (typeof data19 === "string") {
                if (!pattern3.test(data19)) {
                  const err46 = { instancePath: instancePath + "/auth/header/value", schemaPath: "#/properties/auth/properties/header/properties/value/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err46];
                  } else {
                    vErrors.push(err46);
                  }
                  errors++;
                }
              } else {
                const err47 = { instancePath: instancePath + "/auth/header/value", schemaPath: "#/properties/auth/properties/header/properties/value/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
            }
          } else {
            const err48 = { instancePath: instancePath + "/auth/header", schemaPath: "#/properties/auth/properties/header/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        if (data12.oauth2 !== void 0) {
          let data20 = data12.oauth2;
          if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
            if (data20.tokenUrl === void 0) {
              const err49 = { instancePath: instancePath + "/auth/oauth2", schemaPath: "#/properties/auth/properties/oauth2/required", keyword: "required", params: { missingProperty: "tokenUrl" } };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            if (data20.clientId === void 0) {
              const err50 = { instancePath: instancePath + "/auth/oauth2", schemaPath: "#/properties/auth/properties/oauth2/required", keyword: "required", params: { missingProperty: "clientId" } };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
            if (data20.clientSecret === void 0) {
              const err51 = { instancePath: instancePath + "/auth/oauth2", schemaPath: "#/properties/auth/properties/oauth2/required", keyword: "required", params: { missingProperty: "clientSecret" } };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
            for (const key7 in data20) {
              if (!(key7 === "tokenUrl" || key7 === "clientId" || key7 === "clientSecret" || key7 === "scope" || key7 === "audience")) {
                const err52 = { instancePath: instancePath + "/auth/oauth2", schemaPath: "#/properties/auth/properties/oauth2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
            }
            if (data20.tokenUrl !== void 0) {
              let data21 = data20.tokenUrl;
              if (typeof data21 === "string") {
                if (!pattern3.test(data21)) {
                  const err53 = { instancePath: instancePath + "/auth/oauth2/tokenUrl", schemaPath: "#/properties/auth/properties/oauth2/properties/tokenUrl/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err53];
                  } else {
                    vErrors.push(err53);
                  }
                  errors++;
                }
              } else {
                const err54 = { instancePath: instancePath + "/auth/oauth2/tokenUrl", schemaPath: "#/properties/auth/properties/oauth2/properties/tokenUrl/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
            if (data20.clientId !== void 0) {
              let data22 = data20.clientId;
              if (typeof data22 === "string") {
                if (!pattern3.test(data22)) {
                  const err55 = { instancePath: instancePath + "/auth/oauth2/clientId", schemaPath: "#/properties/auth/properties/oauth2/properties/clientId/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err55];
                  } else {
                    vErrors.push(err55);
                  }
                  errors++;
                }
              } else {
                const err56 = { instancePath: instancePath + "/auth/oauth2/clientId", schemaPath: "#/properties/auth/properties/oauth2/properties/clientId/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
            }
            if (data20.clientSecret !== void 0) {
              let data23 = data20.clientSecret;
              if (typeof data23 === "string") {
                if (!pattern3.test(data23)) {
                  const err57 = { instancePath: instancePath + "/auth/oauth2/clientSecret", schemaPath: "#/properties/auth/properties/oauth2/properties/clientSecret/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err57];
                  } else {
                    vErrors.push(err57);
                  }
                  errors++;
                }
              } else {
                const err58 = { instancePath: instancePath + "/auth/oauth2/clientSecret", schemaPath: "#/properties/auth/properties/oauth2/properties/clientSecret/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
            if (data20.scope !== void 0) {
              if (typeof data20.scope !== "string") {
                const err59 = { instancePath: instancePath + "/auth/oauth2/scope", schemaPath: "#/properties/auth/properties/oauth2/properties/scope/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
            }
            if (data20.audience !== void 0) {
              if (typeof data20.audience !== "string") {
                const err60 = { instancePath: instancePath + "/auth/oauth2/audience", schemaPath: "#/properties/auth/properties/oauth2/properties/audience/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
          } else {
            const err61 = { instancePath: instancePath + "/auth/oauth2", schemaPath: "#/properties/auth/properties/oauth2/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
      } else {
        const err62 = { instancePath: instancePath + "/auth", schemaPath: "#/properties/auth/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
          vErrors.push(err62);
        }
        errors++;
      }
    }
    if (data.limits !== void 0) {
      let data26 = data.limits;
      if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
        for (const key8 in data26) {
          if (!(key8 === "concurrent" || key8 === "perSecond")) {
            const err63 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
        }
        if (data26.concurrent !== void 0) {
          let data27 = data26.concurrent;
          if (!(typeof data27 == "number" && (!(data27 % 1) && !isNaN(data27)) && isFinite(data27))) {
            const err64 = { instancePath: instancePath + "/limits/concurrent", schemaPath: "#/properties/limits/properties/concurrent/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
          if (typeof data27 == "number" && isFinite(data27)) {
            if (data27 < 1 || isNaN(data27)) {
              const err65 = { instancePath: instancePath + "/limits/concurrent", schemaPath: "#/properties/limits/properties/concurrent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              if (vErrors === null) {
                vErrors = [err65];
              } else {
                vErrors.push(err65);
              }
              errors++;
            }
          }
        }
        if (data26.perSecond !== void 0) {
          let data28 = data26.perSecond;
          if (typeof data28 == "number" && isFinite(data28)) {
            if (data28 <= 0 || isNaN(data28)) {
              const err66 = { instancePath: instancePath + "/limits/perSecond", schemaPath: "#/properties/limits/properties/perSecond/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
              if (vErrors === null) {
                vErrors = [err66];
              } else {
                vErrors.push(err66);
              }
              errors++;
            }
          } else {
            const err67 = { instancePath: instancePath + "/limits/perSecond", schemaPath: "#/properties/limits/properties/perSecond/type", keyword: "type", params: { type: "number" } };
            if (vErrors === null) {
              vErrors = [err67];
            } else {
              vErrors.push(err67);
            }
            errors++;
          }
        }
      } else {
        const err68 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err68];
        } else {
          vErrors.push(err68);
        }
        errors++;
      }
    }
  } else {
    const err69 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err69];
    } else {
      vErrors.push(err69);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
var notes = { "#": { "messages": { "oneOf": 'needs exactly one of "path" and "extract"' }, "hints": { "oneOf": "Keep one: path for a file, extract for an archive that is unpacked." }, "fields": { "url": "Where the file is, like https://example.com/tool-1.2.0", "path": "Where the file is to be, relative to the working directory", "extract": "Unpacks a tar.gz or a zip, in place of path", "sha256": "The digest that the file must have, as 64 hexadecimal digits", "unpinned": "true: takes whatever the server has, and changes with it", "mode": 'Permissions in quoted octal digits, like "0755"', "headers": "Headers of every request", "auth": "How requests are authorized: one of bearer, basic, header and oauth2", "limits": "For all requests of a run to the host" } }, "#/properties/url": { "messages": { "pattern": "is not the address of a file" }, "hints": { "*": 'Write it like https://example.com/tool-1.2.0, without user, password and #. Credentials go into "auth".' } }, "#/properties/path": { "messages": { "pattern": "is not a path: it is empty" } }, "#/properties/extract": { "hints": { "*": "Write {to: tools/node, strip: 1}." }, "fields": { "to": "The folder that it is unpacked into, relative to the working directory", "strip": "How many folders at the beginning of each path are left out", "include": 'Globs of what is unpacked, below "to"; those that begin with ! leave out' } }, "#/properties/extract/properties/to": { "messages": { "pattern": "is not a path: it is empty" } }, "#/properties/extract/properties/include/items": { "messages": { "pattern": "is empty" } }, "#/properties/sha256": { "messages": { "pattern": "is not a SHA-256: 64 hexadecimal digits in quotes" }, "hints": { "*": "Take it from where the makers publish it, or from `sha256sum` of a file that you trust." } }, "#/properties/mode": { "messages": { "pattern": 'is not a file mode: 3 or 4 octal digits (0 to 7) in quotes, like "0755"' }, "hints": { "*": 'Write it in quotes: "0755". Without them it is a number and loses its meaning.' } }, "#/properties/headers/propertyNames": { "messages": { "pattern": "is not the name of a header", "propertyNames": "is not the name of a header" } }, "#/properties/auth": { "fields": { "bearer": "A token, as ${SECRET:name}", "basic": "User and password", "header": "A header of the API's own", "oauth2": "A token is got with the client's credentials, once a run" } }, "#/properties/auth/properties/bearer": { "messages": { "pattern": "is empty" } }, "#/properties/auth/properties/basic": { "fields": { "username": "The user", "password": "The password, as ${SECRET:name}" } }, "#/properties/auth/properties/header": { "fields": { "name": "Name of the header", "value": "Its value, with ${SECRET:name} in it" } }, "#/properties/auth/properties/header/properties/name": { "messages": { "pattern": "is not the name of a header", "propertyNames": "is not the name of a header" } }, "#/properties/auth/properties/header/properties/value": { "messages": { "pattern": "is empty" } }, "#/properties/auth/properties/oauth2": { "fields": { "tokenUrl": "Where tokens are given", "clientId": "The client", "clientSecret": "Its secret, as ${SECRET:name}", "scope": "What the token is to be good for, with blanks between", "audience": "Whom the token is for" } }, "#/properties/auth/properties/oauth2/properties/tokenUrl": { "messages": { "pattern": "is empty" } }, "#/properties/auth/properties/oauth2/properties/clientId": { "messages": { "pattern": "is empty" } }, "#/properties/auth/properties/oauth2/properties/clientSecret": { "messages": { "pattern": "is empty" } }, "#/properties/limits": { "fields": { "concurrent": "How many at once", "perSecond": "How many a second" } } };
export {
  notes,
  validate
};
