import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import "./chunk-QHW5LFAW.js";

// src/schema/http-resource.generated.js
var validate = validate10;
var schema11 = { "type": "object", "required": ["baseUrl", "path", "body"], "additionalProperties": false, "properties": { "baseUrl": { "type": "string", "pattern": "^https?://[^/?#@\\s]+(?:/[^?#\\s]*)?$" }, "path": { "type": "string", "pattern": "^(?:/|\\{path\\})[^?#\\s]*$" }, "auth": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "bearer": { "type": "string", "pattern": "\\S" }, "basic": { "type": "object", "required": ["username", "password"], "additionalProperties": false, "properties": { "username": { "type": "string" }, "password": { "type": "string" } } }, "header": { "type": "object", "required": ["name", "value"], "additionalProperties": false, "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, "value": { "type": "string", "pattern": "\\S" } } }, "oauth2": { "type": "object", "required": ["tokenUrl", "clientId", "clientSecret"], "additionalProperties": false, "properties": { "tokenUrl": { "type": "string", "pattern": "\\S" }, "clientId": { "type": "string", "pattern": "\\S" }, "clientSecret": { "type": "string", "pattern": "\\S" }, "scope": { "type": "string" }, "audience": { "type": "string" } } }, "itemBearer": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]*$" } } }, "headers": { "type": "object", "propertyNames": { "type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, "additionalProperties": { "type": "string" } }, "query": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "encoding": { "enum": ["json", "form"] }, "id": { "type": ["string", "object"], "pattern": "^/", "additionalProperties": false, "minProperties": 1, "properties": { "header": { "type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, "body": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" } } }, "item": { "type": "string", "pattern": "^(?:/|\\{path\\})[^?#\\s]*$" }, "find": { "type": ["object", "boolean"], "required": ["match"], "additionalProperties": false, "properties": { "path": { "type": "string", "pattern": "^(?:/|\\{path\\})[^?#\\s]*$" }, "query": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "items": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" }, "match": { "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" } }, "page": { "type": ["string", "object"], "pattern": "^link$", "additionalProperties": false, "properties": { "number": { "type": "string", "pattern": "\\S" }, "offset": { "type": "string", "pattern": "\\S" }, "cursor": { "type": "string", "pattern": "\\S" }, "size": { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": ["string", "integer"] } }, "next": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" }, "more": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" }, "total": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" } } } } }, "request": { "type": "object", "required": ["at"], "additionalProperties": false, "properties": { "at": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" } } }, "response": { "type": "object", "required": ["at"], "additionalProperties": false, "properties": { "at": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" } } }, "aliases": { "type": "object", "propertyNames": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" }, "additionalProperties": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" } }, "body": { "type": "object" }, "writeOnly": { "type": "array", "items": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" } }, "createOnly": { "type": "array", "items": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" } }, "replaceOn": { "type": "array", "items": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" } }, "lists": { "type": "object", "propertyNames": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" }, "additionalProperties": { "type": ["string", "object"], "pattern": "^(?:set|ordered)$", "required": ["key"], "additionalProperties": false, "properties": { "key": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" } } } }, "normalize": { "type": "object", "propertyNames": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" }, "additionalProperties": { "enum": ["lowercase", "trim", "number", "time", "json", "no-trailing-dot"] } }, "create": { "type": "object", "additionalProperties": false, "properties": { "method": { "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"] }, "path": { "type": "string", "pattern": "^(?:/|\\{path\\})[^?#\\s]*$" }, "body": { "type": "object" }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 } } } }, "read": { "type": "object", "additionalProperties": false, "properties": { "method": { "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"] }, "path": { "type": "string", "pattern": "^(?:/|\\{path\\})[^?#\\s]*$" }, "body": { "type": "object" }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 } } } }, "update": { "type": "object", "additionalProperties": false, "properties": { "method": { "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"] }, "path": { "type": "string", "pattern": "^(?:/|\\{path\\})[^?#\\s]*$" }, "body": { "type": "object" }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 } }, "send": { "enum": ["changed", "merged", "declared"] } } }, "delete": { "type": ["object", "boolean"], "additionalProperties": false, "properties": { "method": { "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"] }, "path": { "type": "string", "pattern": "^(?:/|\\{path\\})[^?#\\s]*$" }, "body": { "type": "object" }, "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 } } } }, "revision": { "type": "object", "required": ["from", "to"], "additionalProperties": false, "properties": { "from": { "type": "string", "pattern": "\\S" }, "to": { "type": "string", "pattern": "\\S" } } }, "absent": { "type": ["array", "object"], "items": { "type": "integer", "minimum": 200, "maximum": 599 }, "additionalProperties": false, "properties": { "status": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 } }, "at": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" }, "in": { "type": "array", "minItems": 1, "items": { "type": ["string", "number", "boolean"] } } } }, "poll": { "type": "object", "required": ["url", "done"], "additionalProperties": false, "properties": { "url": { "type": "string", "pattern": "\\S" }, "done": { "type": "object", "required": ["at", "in"], "additionalProperties": false, "properties": { "at": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" }, "in": { "type": "array", "minItems": 1, "items": { "type": ["string", "number", "boolean"] } } } }, "failed": { "type": "object", "required": ["at", "in"], "additionalProperties": false, "properties": { "at": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" }, "in": { "type": "array", "minItems": 1, "items": { "type": ["string", "number", "boolean"] } } } }, "interval": { "type": "string", "pattern": "^[0-9]+(?:ms|s|m)$" } } }, "settle": { "type": "string", "pattern": "^[0-9]+(?:ms|s|m)$" }, "idempotencyKey": { "type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, "retryOn": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 100, "maximum": 599 } }, "outputs": { "type": "object", "propertyNames": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]*$" }, "additionalProperties": { "type": "string", "pattern": "^(?:/(?:[^~/]|~[01])*)*$" } }, "sensitiveOutputs": { "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]*$" } }, "limits": { "type": "object", "additionalProperties": false, "properties": { "concurrent": { "type": "integer", "minimum": 1 }, "perSecond": { "type": "number", "exclusiveMinimum": 0 } } }, "rotate": { "type": "string" } } };
var func2 = Object.prototype.hasOwnProperty;
var pattern0 = new RegExp("^https?://[^/?#@\\s]+(?:/[^?#\\s]*)?$", "u");
var pattern1 = new RegExp("^(?:/|\\{path\\})[^?#\\s]*$", "u");
var pattern2 = new RegExp("\\S", "u");
var pattern3 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
var pattern8 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]*$", "u");
var pattern10 = new RegExp("^/", "u");
var pattern12 = new RegExp("^(?:/(?:[^~/]|~[01])*)*$", "u");
var pattern17 = new RegExp("^link$", "u");
var pattern32 = new RegExp("^(?:set|ordered)$", "u");
var pattern45 = new RegExp("^[0-9]+(?:ms|s|m)$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.baseUrl === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "baseUrl" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.path === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.body === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "body" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.baseUrl !== void 0) {
      let data0 = data.baseUrl;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err4 = { instancePath: instancePath + "/baseUrl", schemaPath: "#/properties/baseUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^/?#@\\s]+(?:/[^?#\\s]*)?$" } };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/baseUrl", schemaPath: "#/properties/baseUrl/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data1 = data.path;
      if (typeof data1 === "string") {
        if (!pattern1.test(data1)) {
          const err6 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^(?:/|\\{path\\})[^?#\\s]*$" } };
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
    if (data.auth !== void 0) {
      let data2 = data.auth;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (Object.keys(data2).length < 1) {
          const err8 = { instancePath: instancePath + "/auth", schemaPath: "#/properties/auth/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "bearer" || key1 === "basic" || key1 === "header" || key1 === "oauth2" || key1 === "itemBearer")) {
            const err9 = { instancePath: instancePath + "/auth", schemaPath: "#/properties/auth/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data2.bearer !== void 0) {
          let data3 = data2.bearer;
          if (typeof data3 === "string") {
            if (!pattern2.test(data3)) {
              const err10 = { instancePath: instancePath + "/auth/bearer", schemaPath: "#/properties/auth/properties/bearer/pattern", keyword: "pattern", params: { pattern: "\\S" } };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/auth/bearer", schemaPath: "#/properties/auth/properties/bearer/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data2.basic !== void 0) {
          let data4 = data2.basic;
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.username === void 0) {
              const err12 = { instancePath: instancePath + "/auth/basic", schemaPath: "#/properties/auth/properties/basic/required", keyword: "required", params: { missingProperty: "username" } };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data4.password === void 0) {
              const err13 = { instancePath: instancePath + "/auth/basic", schemaPath: "#/properties/auth/properties/basic/required", keyword: "required", params: { missingProperty: "password" } };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            for (const key2 in data4) {
              if (!(key2 === "username" || key2 === "password")) {
                const err14 = { instancePath: instancePath + "/auth/basic", schemaPath: "#/properties/auth/properties/basic/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data4.username !== void 0) {
              if (typeof data4.username !== "string") {
                const err15 = { instancePath: instancePath + "/auth/basic/username", schemaPath: "#/properties/auth/properties/basic/properties/username/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
            if (data4.password !== void 0) {
              if (typeof data4.password !== "string") {
                const err16 = { instancePath: instancePath + "/auth/basic/password", schemaPath: "#/properties/auth/properties/basic/properties/password/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
          } else {
            const err17 = { instancePath: instancePath + "/auth/basic", schemaPath: "#/properties/auth/properties/basic/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data2.header !== void 0) {
          let data7 = data2.header;
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.name === void 0) {
              const err18 = { instancePath: instancePath + "/auth/header", schemaPath: "#/properties/auth/properties/header/required", keyword: "required", params: { missingProperty: "name" } };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data7.value === void 0) {
              const err19 = { instancePath: instancePath + "/auth/header", schemaPath: "#/properties/auth/properties/header/required", keyword: "required", params: { missingProperty: "value" } };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            for (const key3 in data7) {
              if (!(key3 === "name" || key3 === "value")) {
                const err20 = { instancePath: instancePath + "/auth/header", schemaPath: "#/properties/auth/properties/header/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            if (data7.name !== void 0) {
              let data8 = data7.name;
              if (typeof data8 === "string") {
                if (!pattern3.test(data8)) {
                  const err21 = { instancePath: instancePath + "/auth/header/name", schemaPath: "#/properties/auth/properties/header/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" } };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              } else {
                const err22 = { instancePath: instancePath + "/auth/header/name", schemaPath: "#/properties/auth/properties/header/properties/name/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data7.value !== void 0) {
              let data9 = data7.value;
              if (typeof data9 === "string") {
                if (!pattern2.test(data9)) {
                  const err23 = { instancePath: instancePath + "/auth/header/value", schemaPath: "#/properties/auth/properties/header/properties/value/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
              } else {
                const err24 = { instancePath: instancePath + "/auth/header/value", schemaPath: "#/properties/auth/properties/header/properties/value/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
          } else {
            const err25 = { instancePath: instancePath + "/auth/header", schemaPath: "#/properties/auth/properties/header/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data2.oauth2 !== void 0) {
          let data10 = data2.oauth2;
          if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
            if (data10.tokenUrl === void 0) {
              const err26 = { instancePath: instancePath + "/auth/oauth2", schemaPath: "#/properties/auth/properties/oauth2/required", keyword: "required", params: { missingProperty: "tokenUrl" } };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data10.clientId === void 0) {
              const err27 = { instancePath: instancePath + "/auth/oauth2", schemaPath: "#/properties/auth/properties/oauth2/required", keyword: "required", params: { missingProperty: "clientId" } };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (data10.clientSecret === void 0) {
              const err28 = { instancePath: instancePath + "/auth/oauth2", schemaPath: "#/properties/auth/properties/oauth2/required", keyword: "required", params: { missingProperty: "clientSecret" } };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            for (const key4 in data10) {
              if (!(key4 === "tokenUrl" || key4 === "clientId" || key4 === "clientSecret" || key4 === "scope" || key4 === "audience")) {
                const err29 = { instancePath: instancePath + "/auth/oauth2", schemaPath: "#/properties/auth/properties/oauth2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data10.tokenUrl !== void 0) {
              let data11 = data10.tokenUrl;
              if (typeof data11 === "string") {
                if (!pattern2.test(data11)) {
                  const err30 = { instancePath: instancePath + "/auth/oauth2/tokenUrl", schemaPath: "#/properties/auth/properties/oauth2/properties/tokenUrl/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
              } else {
                const err31 = { instancePath: instancePath + "/auth/oauth2/tokenUrl", schemaPath: "#/properties/auth/properties/oauth2/properties/tokenUrl/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data10.clientId !== void 0) {
              let data12 = data10.clientId;
              if (typeof data12 === "string") {
                if (!pattern2.test(data12)) {
                  const err32 = { instancePath: instancePath + "/auth/oauth2/clientId", schemaPath: "#/properties/auth/properties/oauth2/properties/clientId/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              } else {
                const err33 = { instancePath: instancePath + "/auth/oauth2/clientId", schemaPath: "#/properties/auth/properties/oauth2/properties/clientId/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data10.clientSecret !== void 0) {
              let data13 = data10.clientSecret;
              if (typeof data13 === "string") {
                if (!pattern2.test(data13)) {
                  const err34 = { instancePath: instancePath + "/auth/oauth2/clientSecret", schemaPath: "#/properties/auth/properties/oauth2/properties/clientSecret/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
              } else {
                const err35 = { instancePath: instancePath + "/auth/oauth2/clientSecret", schemaPath: "#/properties/auth/properties/oauth2/properties/clientSecret/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
            if (data10.scope !== void 0) {
              if (typeof data10.scope !== "string") {
                const err36 = { instancePath: instancePath + "/auth/oauth2/scope", schemaPath: "#/properties/auth/properties/oauth2/properties/scope/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data10.audience !== void 0) {
              if (typeof data10.audience !== "string") {
                const err37 = { instancePath: instancePath + "/auth/oauth2/audience", schemaPath: "#/properties/auth/properties/oauth2/properties/audience/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
          } else {
            const err38 = { instancePath: instancePath + "/auth/oauth2", schemaPath: "#/properties/auth/properties/oauth2/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data2.itemBearer !== void 0) {
          let data16 = data2.itemBearer;
          if (typeof data16 === "string") {
            if (!pattern8.test(data16)) {
              const err39 = { instancePath: instancePath + "/auth/itemBearer", schemaPath: "#/properties/auth/properties/itemBearer/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" } };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          } else {
            const err40 = { instancePath: instancePath + "/auth/itemBearer", schemaPath: "#/properties/auth/properties/itemBearer/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
      } else {
        const err41 = { instancePath: instancePath + "/auth", schemaPath: "#/properties/auth/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.headers !== void 0) {
      let data17 = data.headers;
      if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
        for (const key5 in data17) {
          const _errs42 = errors;
          if (typeof key5 === "string") {
            if (!pattern3.test(key5)) {
              const err42 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, propertyName: key5 };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
          } else {
            const err43 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key5 };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
          var valid5 = _errs42 === errors;
          if (!valid5) {
            const err44 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key5 } };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
        for (const key6 in data17) {
          if (typeof data17[key6] !== "string") {
            const err45 = { instancePath: instancePath + "/headers/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
      } else {
        const err46 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.query !== void 0) {
      let data19 = data.query;
      if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
        for (const key7 in data19) {
          let data20 = data19[key7];
          if (typeof data20 !== "string" && !(typeof data20 == "number" && isFinite(data20)) && typeof data20 !== "boolean") {
            const err47 = { instancePath: instancePath + "/query/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/query/additionalProperties/type", keyword: "type", params: { type: schema11.properties.query.additionalProperties.type } };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
        }
      } else {
        const err48 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.encoding !== void 0) {
      let data21 = data.encoding;
      if (!(data21 === "json" || data21 === "form")) {
        const err49 = { instancePath: instancePath + "/encoding", schemaPath: "#/properties/encoding/enum", keyword: "enum", params: { allowedValues: schema11.properties.encoding.enum } };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data22 = data.id;
      if (typeof data22 !== "string" && !(data22 && typeof data22 == "object" && !Array.isArray(data22))) {
        const err50 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: schema11.properties.id.type } };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
      if (typeof data22 === "string") {
        if (!pattern10.test(data22)) {
          const err51 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^/" } };
          if (vErrors === null) {
            vErrors = [err51];
          } else {
            vErrors.push(err51);
          }
          errors++;
        }
      }
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        if (Object.keys(data22).length < 1) {
          const err52 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
        for (const key8 in data22) {
          if (!(key8 === "header" || key8 === "body")) {
            const err53 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        }
        if (data22.header !== void 0) {
          let data23 = data22.header;
          if (typeof data23 === "string") {
            if (!pattern3.test(data23)) {
              const err54 = { instancePath: instancePath + "/id/header", schemaPath: "#/properties/id/properties/header/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" } };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
          } else {
            const err55 = { instancePath: instancePath + "/id/header", schemaPath: "#/properties/id/properties/header/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
        }
        if (data22.body !== void 0) {
          let data24 = data22.body;
          if (typeof data24 === "string") {
            if (!pattern12.test(data24)) {
              const err56 = { instancePath: instancePath + "/id/body", schemaPath: "#/properties/id/properties/body/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
          } else {
            const err57 = { instancePath: instancePath + "/id/body", schemaPath: "#/properties/id/properties/body/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
        }
      }
    }
    if (data.item !== void 0) {
      let data25 = data.item;
      if (typeof data25 === "string") {
        if (!pattern1.test(data25)) {
          const err58 = { instancePath: instancePath + "/item", schemaPath: "#/properties/item/pattern", keyword: "pattern", params: { pattern: "^(?:/|\\{path\\})[^?#\\s]*$" } };
          if (vErrors === null) {
            vErrors = [err58];
          } else {
            vErrors.push(err58);
          }
          errors++;
        }
      } else {
        const err59 = { instancePath: instancePath + "/item", schemaPath: "#/properties/item/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
    }
    if (data.find !== void 0) {
      let data26 = data.find;
      if (!(data26 && typeof data26 == "object" && !Array.isArray(data26)) && typeof data26 !== "boolean") {
        const err60 = { instancePath: instancePath + "/find", schemaPath: "#/properties/find/type", keyword: "type", params: { type: schema11.properties.find.type } };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
      if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
        if (data26.match === void 0) {
          const err61 = { instancePath: instancePath + "/find", schemaPath: "#/properties/find/required", keyword: "required", params: { missingProperty: "match" } };
          if (vErrors === null) {
            vErrors = [err61];
          } else {
            vErrors.push(err61);
          }
          errors++;
        }
        for (const key9 in data26) {
          if (!(key9 === "path" || key9 === "query" || key9 === "items" || key9 === "match" || key9 === "page")) {
            const err62 = { instancePath: instancePath + "/find", schemaPath: "#/properties/find/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
        }
        if (data26.path !== void 0) {
          let data27 = data26.path;
          if (typeof data27 === "string") {
            if (!pattern1.test(data27)) {
              const err63 = { instancePath: instancePath + "/find/path", schemaPath: "#/properties/find/properties/path/pattern", keyword: "pattern", params: { pattern: "^(?:/|\\{path\\})[^?#\\s]*$" } };
              if (vErrors === null) {
                vErrors = [err63];
              } else {
                vErrors.push(err63);
              }
              errors++;
            }
          } else {
            const err64 = { instancePath: instancePath + "/find/path", schemaPath: "#/properties/find/properties/path/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
        }
        if (data26.query !== void 0) {
          let data28 = data26.query;
          if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
            for (const key10 in data28) {
              let data29 = data28[key10];
              if (typeof data29 !== "string" && !(typeof data29 == "number" && isFinite(data29)) && typeof data29 !== "boolean") {
                const err65 = { instancePath: instancePath + "/find/query/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/find/properties/query/additionalProperties/type", keyword: "type", params: { type: schema11.properties.find.properties.query.additionalProperties.type } };
                if (vErrors === null) {
                  vErrors = [err65];
                } else {
                  vErrors.push(err65);
                }
                errors++;
              }
            }
          } else {
            const err66 = { instancePath: instancePath + "/find/query", schemaPath: "#/properties/find/properties/query/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err66];
            } else {
              vErrors.push(err66);
            }
            errors++;
          }
        }
        if (data26.items !== void 0) {
          let data30 = data26.items;
          if (typeof data30 === "string") {
            if (!pattern12.test(data30)) {
              const err67 = { instancePath: instancePath + "/find/items", schemaPath: "#/properties/find/properties/items/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
              if (vErrors === null) {
                vErrors = [err67];
              } else {
                vErrors.push(err67);
              }
              errors++;
            }
          } else {
            const err68 = { instancePath: instancePath + "/find/items", schemaPath: "#/properties/find/properties/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err68];
            } else {
              vErrors.push(err68);
            }
            errors++;
          }
        }
        if (data26.match !== void 0) {
          let data31 = data26.match;
          if (Array.isArray(data31)) {
            if (data31.length < 1) {
              const err69 = { instancePath: instancePath + "/find/match", schemaPath: "#/properties/find/properties/match/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
            const len0 = data31.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data32 = data31[i0];
              if (typeof data32 === "string") {
                if (!pattern12.test(data32)) {
                  const err70 = { instancePath: instancePath + "/find/match/" + i0, schemaPath: "#/properties/find/properties/match/items/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
                  if (vErrors === null) {
                    vErrors = [err70];
                  } else {
                    vErrors.push(err70);
                  }
                  errors++;
                }
              } else {
                const err71 = { instancePath: instancePath + "/find/match/" + i0, schemaPath: "#/properties/find/properties/match/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err71];
                } else {
                  vErrors.push(err71);
                }
                errors++;
              }
            }
          } else {
            const err72 = { instancePath: instancePath + "/find/match", schemaPath: "#/properties/find/properties/match/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err72];
            } else {
              vErrors.push(err72);
            }
            errors++;
          }
        }
        if (data26.page !== void 0) {
          let data33 = data26.page;
          if (typeof data33 !== "string" && !(data33 && typeof data33 == "object" && !Array.isArray(data33))) {
            const err73 = { instancePath: instancePath + "/find/page", schemaPath: "#/properties/find/properties/page/type", keyword: "type", params: { type: schema11.properties.find.properties.page.type } };
            if (vErrors === null) {
              vErrors = [err73];
            } else {
              vErrors.push(err73);
            }
            errors++;
          }
          if (typeof data33 === "string") {
            if (!pattern17.test(data33)) {
              const err74 = { instancePath: instancePath + "/find/page", schemaPath: "#/properties/find/properties/page/pattern", keyword: "pattern", params: { pattern: "^link$" } };
              if (vErrors === null) {
                vErrors = [err74];
              } else {
                vErrors.push(err74);
              }
              errors++;
            }
          }
          if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
            for (const key11 in data33) {
              if (!(key11 === "number" || key11 === "offset" || key11 === "cursor" || key11 === "size" || key11 === "next" || key11 === "more" || key11 === "total")) {
                const err75 = { instancePath: instancePath + "/find/page", schemaPath: "#/properties/find/properties/page/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } };
                if (vErrors === null) {
                  vErrors = [err75];
                } else {
                  vErrors.push(err75);
                }
                errors++;
              }
            }
            if (data33.number !== void 0) {
              let data34 = data33.number;
              if (typeof data34 === "string") {
                if (!pattern2.test(data34)) {
                  const err76 = { instancePath: instancePath + "/find/page/number", schemaPath: "#/properties/find/properties/page/properties/number/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err76];
                  } else {
                    vErrors.push(err76);
                  }
                  errors++;
                }
              } else {
                const err77 = { instancePath: instancePath + "/find/page/number", schemaPath: "#/properties/find/properties/page/properties/number/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err77];
                } else {
                  vErrors.push(err77);
                }
                errors++;
              }
            }
            if (data33.offset !== void 0) {
              let data35 = data33.offset;
              if (typeof data35 === "string") {
                if (!pattern2.test(data35)) {
                  const err78 = { instancePath: instancePath + "/find/page/offset", schemaPath: "#/properties/find/properties/page/properties/offset/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err78];
                  } else {
                    vErrors.push(err78);
                  }
                  errors++;
                }
              } else {
                const err79 = { instancePath: instancePath + "/find/page/offset", schemaPath: "#/properties/find/properties/page/properties/offset/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err79];
                } else {
                  vErrors.push(err79);
                }
                errors++;
              }
            }
            if (data33.cursor !== void 0) {
              let data36 = data33.cursor;
              if (typeof data36 === "string") {
                if (!pattern2.test(data36)) {
                  const err80 = { instancePath: instancePath + "/find/page/cursor", schemaPath: "#/properties/find/properties/page/properties/cursor/pattern", keyword: "pattern", params: { pattern: "\\S" } };
                  if (vErrors === null) {
                    vErrors = [err80];
                  } else {
                    vErrors.push(err80);
                  }
                  errors++;
                }
              } else {
                const err81 = { instancePath: instancePath + "/find/page/cursor", schemaPath: "#/properties/find/properties/page/properties/cursor/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err81];
                } else {
                  vErrors.push(err81);
                }
                errors++;
              }
            }
            if (data33.size !== void 0) {
              let data37 = data33.size;
              if (Array.isArray(data37)) {
                if (data37.length > 2) {
                  const err82 = { instancePath: instancePath + "/find/page/size", schemaPath: "#/properties/find/properties/page/properties/size/maxItems", keyword: "maxItems", params: { limit: 2 } };
                  if (vErrors === null) {
                    vErrors = [err82];
                  } else {
                    vErrors.push(err82);
                  }
                  errors++;
                }
                if (data37.length < 2) {
                  const err83 = { instancePath: instancePath + "/find/page/size", schemaPath: "#/properties/find/properties/page/properties/size/minItems", keyword: "minItems", params: { limit: 2 } };
                  if (vErrors === null) {
                    vErrors = [err83];
                  } else {
                    vErrors.push(err83);
                  }
                  errors++;
                }
                const len1 = data37.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data38 = data37[i1];
                  if (typeof data38 !== "string" && !(typeof data38 == "number" && (!(data38 % 1) && !isNaN(data38)) && isFinite(data38))) {
                    const err84 = { instancePath: instancePath + "/find/page/size/" + i1, schemaPath: "#/properties/find/properties/page/properties/size/items/type", keyword: "type", params: { type: schema11.properties.find.properties.page.properties.size.items.type } };
                    if (vErrors === null) {
                      vErrors = [err84];
                    } else {
                      vErrors.push(err84);
                    }
                    errors++;
                  }
                }
              } else {
                const err85 = { instancePath: instancePath + "/find/page/size", schemaPath: "#/properties/find/properties/page/properties/size/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err85];
                } else {
                  vErrors.push(err85);
                }
                errors++;
              }
            }
            if (data33.next !== void 0) {
              let data39 = data33.next;
              if (typeof data39 === "string") {
                if (!pattern12.test(data39)) {
                  const err86 = { instancePath: instancePath + "/find/page/next", schemaPath: "#/properties/find/properties/page/properties/next/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
                  if (vErrors === null) {
                    vErrors = [err86];
                  } else {
                    vErrors.push(err86);
                  }
                  errors++;
                }
              } else {
                const err87 = { instancePath: instancePath + "/find/page/next", schemaPath: "#/properties/find/properties/page/properties/next/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err87];
                } else {
                  vErrors.push(err87);
                }
                errors++;
              }
            }
            if (data33.more !== void 0) {
              let data40 = data33.more;
              if (typeof data40 === "string") {
                if (!pattern12.test(data40)) {
                  const err88 = { instancePath: instancePath + "/find/page/more", schemaPath: "#/properties/find/properties/page/properties/more/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
                  if (vErrors === null) {
                    vErrors = [err88];
                  } else {
                    vErrors.push(err88);
                  }
                  errors++;
                }
              } else {
                const err89 = { instancePath: instancePath + "/find/page/more", schemaPath: "#/properties/find/properties/page/properties/more/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err89];
                } else {
                  vErrors.push(err89);
                }
                errors++;
              }
            }
            if (data33.total !== void 0) {
              let data41 = data33.total;
              if (typeof data41 === "string") {
                if (!pattern12.test(data41)) {
                  const err90 = { instancePath: instancePath + "/find/page/total", schemaPath: "#/properties/find/properties/page/properties/total/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
                  if (vErrors === null) {
                    vErrors = [err90];
                  } else {
                    vErrors.push(err90);
                  }
                  errors++;
                }
              } else {
                const err91 = { instancePath: instancePath + "/find/page/total", schemaPath: "#/properties/find/properties/page/properties/total/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err91];
                } else {
                  vErrors.push(err91);
                }
                errors++;
              }
            }
          }
        }
      }
    }
    if (data.request !== void 0) {
      let data42 = data.request;
      if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
        if (data42.at === void 0) {
          const err92 = { instancePath: instancePath + "/request", schemaPath: "#/properties/request/required", keyword: "required", params: { missingProperty: "at" } };
          if (vErrors === null) {
            vErrors = [err92];
          } else {
            vErrors.push(err92);
          }
          errors++;
        }
        for (const key12 in data42) {
          if (!(key12 === "at")) {
            const err93 = { instancePath: instancePath + "/request", schemaPath: "#/properties/request/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 } };
            if (vErrors === null) {
              vErrors = [err93];
            } else {
              vErrors.push(err93);
            }
            errors++;
          }
        }
        if (data42.at !== void 0) {
          let data43 = data42.at;
          if (typeof data43 === "string") {
            if (!pattern12.test(data43)) {
              const err94 = { instancePath: instancePath + "/request/at", schemaPath: "#/properties/request/properties/at/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
              if (vErrors === null) {
                vErrors = [err94];
              } else {
                vErrors.push(err94);
              }
              errors++;
            }
          } else {
            const err95 = { instancePath: instancePath + "/request/at", schemaPath: "#/properties/request/properties/at/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err95];
            } else {
              vErrors.push(err95);
            }
            errors++;
          }
        }
      } else {
        const err96 = { instancePath: instancePath + "/request", schemaPath: "#/properties/request/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err96];
        } else {
          vErrors.push(err96);
        }
        errors++;
      }
    }
    if (data.response !== void 0) {
      let data44 = data.response;
      if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
        if (data44.at === void 0) {
          const err97 = { instancePath: instancePath + "/response", schemaPath: "#/properties/response/required", keyword: "required", params: { missingProperty: "at" } };
          if (vErrors === null) {
            vErrors = [err97];
          } else {
            vErrors.push(err97);
          }
          errors++;
        }
        for (const key13 in data44) {
          if (!(key13 === "at")) {
            const err98 = { instancePath: instancePath + "/response", schemaPath: "#/properties/response/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 } };
            if (vErrors === null) {
              vErrors = [err98];
            } else {
              vErrors.push(err98);
            }
            errors++;
          }
        }
        if (data44.at !== void 0) {
          let data45 = data44.at;
          if (typeof data45 === "string") {
            if (!pattern12.test(data45)) {
              const err99 = { instancePath: instancePath + "/response/at", schemaPath: "#/properties/response/properties/at/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
              if (vErrors === null) {
                vErrors = [err99];
              } else {
                vErrors.push(err99);
              }
              errors++;
            }
          } else {
            const err100 = { instancePath: instancePath + "/response/at", schemaPath: "#/properties/response/properties/at/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err100];
            } else {
              vErrors.push(err100);
            }
            errors++;
          }
        }
      } else {
        const err101 = { instancePath: instancePath + "/response", schemaPath: "#/properties/response/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err101];
        } else {
          vErrors.push(err101);
        }
        errors++;
      }
    }
    if (data.aliases !== void 0) {
      let data46 = data.aliases;
      if (data46 && typeof data46 == "object" && !Array.isArray(data46)) {
        for (const key14 in data46) {
          const _errs109 = errors;
          if (typeof key14 === "string") {
            if (!pattern12.test(key14)) {
              const err102 = { instancePath: instancePath + "/aliases", schemaPath: "#/properties/aliases/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" }, propertyName: key14 };
              if (vErrors === null) {
                vErrors = [err102];
              } else {
                vErrors.push(err102);
              }
              errors++;
            }
          } else {
            const err103 = { instancePath: instancePath + "/aliases", schemaPath: "#/properties/aliases/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key14 };
            if (vErrors === null) {
              vErrors = [err103];
            } else {
              vErrors.push(err103);
            }
            errors++;
          }
          var valid18 = _errs109 === errors;
          if (!valid18) {
            const err104 = { instancePath: instancePath + "/aliases", schemaPath: "#/properties/aliases/propertyNames", keyword: "propertyNames", params: { propertyName: key14 } };
            if (vErrors === null) {
              vErrors = [err104];
            } else {
              vErrors.push(err104);
            }
            errors++;
          }
        }
        for (const key15 in data46) {
          let data47 = data46[key15];
          if (typeof data47 === "string") {
            if (!pattern12.test(data47)) {
              const err105 = { instancePath: instancePath + "/aliases/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/aliases/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
              if (vErrors === null) {
                vErrors = [err105];
              } else {
                vErrors.push(err105);
              }
              errors++;
            }
          } else {
            const err106 = { instancePath: instancePath + "/aliases/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/aliases/additionalProperties/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err106];
            } else {
              vErrors.push(err106);
            }
            errors++;
          }
        }
      } else {
        const err107 = { instancePath: instancePath + "/aliases", schemaPath: "#/properties/aliases/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err107];
        } else {
          vErrors.push(err107);
        }
        errors++;
      }
    }
    if (data.body !== void 0) {
      let data48 = data.body;
      if (!(data48 && typeof data48 == "object" && !Array.isArray(data48))) {
        const err108 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err108];
        } else {
          vErrors.push(err108);
        }
        errors++;
      }
    }
    if (data.writeOnly !== void 0) {
      let data49 = data.writeOnly;
      if (Array.isArray(data49)) {
        const len2 = data49.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data50 = data49[i2];
          if (typeof data50 === "string") {
            if (!pattern12.test(data50)) {
              const err109 = { instancePath: instancePath + "/writeOnly/" + i2, schemaPath: "#/properties/writeOnly/items/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
              if (vErrors === null) {
                vErrors = [err109];
              } else {
                vErrors.push(err109);
              }
              errors++;
            }
          } else {
            const err110 = { instancePath: instancePath + "/writeOnly/" + i2, schemaPath: "#/properties/writeOnly/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err110];
            } else {
              vErrors.push(err110);
            }
            errors++;
          }
        }
      } else {
        const err111 = { instancePath: instancePath + "/writeOnly", schemaPath: "#/properties/writeOnly/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err111];
        } else {
          vErrors.push(err111);
        }
        errors++;
      }
    }
    if (data.createOnly !== void 0) {
      let data51 = data.createOnly;
      if (Array.isArray(data51)) {
        const len3 = data51.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data52 = data51[i3];
          if (typeof data52 === "string") {
            if (!pattern12.test(data52)) {
              const err112 = { instancePath: instancePath + "/createOnly/" + i3, schemaPath: "#/properties/createOnly/items/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
              if (vErrors === null) {
                vErrors = [err112];
              } else {
                vErrors.push(err112);
              }
              errors++;
            }
          } else {
            const err113 = { instancePath: instancePath + "/createOnly/" + i3, schemaPath: "#/properties/createOnly/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err113];
            } else {
              vErrors.push(err113);
            }
            errors++;
          }
        }
      } else {
        const err114 = { instancePath: instancePath + "/createOnly", schemaPath: "#/properties/createOnly/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err114];
        } else {
          vErrors.push(err114);
        }
        errors++;
      }
    }
    if (data.replaceOn !== void 0) {
      let data53 = data.replaceOn;
      if (Array.isArray(data53)) {
        const len4 = data53.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data54 = data53[i4];
          if (typeof data54 === "string") {
            if (!pattern12.test(data54)) {
              const err115 = { instancePath: instancePath + "/replaceOn/" + i4, schemaPath: "#/properties/replaceOn/items/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
              if (vErrors === null) {
                vErrors = [err115];
              } else {
                vErrors.push(err115);
              }
              errors++;
            }
          } else {
            const err116 = { instancePath: instancePath + "/replaceOn/" + i4, schemaPath: "#/properties/replaceOn/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err116];
            } else {
              vErrors.push(err116);
            }
            errors++;
          }
        }
      } else {
        const err117 = { instancePath: instancePath + "/replaceOn", schemaPath: "#/properties/replaceOn/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err117];
        } else {
          vErrors.push(err117);
        }
        errors++;
      }
    }
    if (data.lists !== void 0) {
      let data55 = data.lists;
      if (data55 && typeof data55 == "object" && !Array.isArray(data55)) {
        for (const key16 in data55) {
          const _errs130 = errors;
          if (typeof key16 === "string") {
            if (!pattern12.test(key16)) {
              const err118 = { instancePath: instancePath + "/lists", schemaPath: "#/properties/lists/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" }, propertyName: key16 };
              if (vErrors === null) {
                vErrors = [err118];
              } else {
                vErrors.push(err118);
              }
              errors++;
            }
          } else {
            const err119 = { instancePath: instancePath + "/lists", schemaPath: "#/properties/lists/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key16 };
            if (vErrors === null) {
              vErrors = [err119];
            } else {
              vErrors.push(err119);
            }
            errors++;
          }
          var valid26 = _errs130 === errors;
          if (!valid26) {
            const err120 = { instancePath: instancePath + "/lists", schemaPath: "#/properties/lists/propertyNames", keyword: "propertyNames", params: { propertyName: key16 } };
            if (vErrors === null) {
              vErrors = [err120];
            } else {
              vErrors.push(err120);
            }
            errors++;
          }
        }
        for (const key17 in data55) {
          let data56 = data55[key17];
          if (typeof data56 !== "string" && !(data56 && typeof data56 == "object" && !Array.isArray(data56))) {
            const err121 = { instancePath: instancePath + "/lists/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/lists/additionalProperties/type", keyword: "type", params: { type: schema11.properties.lists.additionalProperties.type } };
            if (vErrors === null) {
              vErrors = [err121];
            } else {
              vErrors.push(err121);
            }
            errors++;
          }
          if (typeof data56 === "string") {
            if (!pattern32.test(data56)) {
              const err122 = { instancePath: instancePath + "/lists/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/lists/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(?:set|ordered)$" } };
              if (vErrors === null) {
                vErrors = [err122];
              } else {
                vErrors.push(err122);
              }
              errors++;
            }
          }
          if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
            if (data56.key === void 0) {
              const err123 = { instancePath: instancePath + "/lists/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/lists/additionalProperties/required", keyword: "required", params: { missingProperty: "key" } };
              if (vErrors === null) {
                vErrors = [err123];
              } else {
                vErrors.push(err123);
              }
              errors++;
            }
            for (const key18 in data56) {
              if (!(key18 === "key")) {
                const err124 = { instancePath: instancePath + "/lists/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/lists/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 } };
                if (vErrors === null) {
                  vErrors = [err124];
                } else {
                  vErrors.push(err124);
                }
                errors++;
              }
            }
            if (data56.key !== void 0) {
              let data57 = data56.key;
              if (typeof data57 === "string") {
                if (!pattern12.test(data57)) {
                  const err125 = { instancePath: instancePath + "/lists/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/key", schemaPath: "#/properties/lists/additionalProperties/properties/key/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
                  if (vErrors === null) {
                    vErrors = [err125];
                  } else {
                    vErrors.push(err125);
                  }
                  errors++;
                }
              } else {
                const err126 = { instancePath: instancePath + "/lists/" + key17.replace(/~/g, "~0").replace(/\//g, "~1") + "/key", schemaPath: "#/properties/lists/additionalProperties/properties/key/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err126];
                } else {
                  vErrors.push(err126);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err127 = { instancePath: instancePath + "/lists", schemaPath: "#/properties/lists/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err127];
        } else {
          vErrors.push(err127);
        }
        errors++;
      }
    }
    if (data.normalize !== void 0) {
      let data58 = data.normalize;
      if (data58 && typeof data58 == "object" && !Array.isArray(data58)) {
        for (const key19 in data58) {
          const _errs140 = errors;
          if (typeof key19 === "string") {
            if (!pattern12.test(key19)) {
              const err128 = { instancePath: instancePath + "/normalize", schemaPath: "#/properties/normalize/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" }, propertyName: key19 };
              if (vErrors === null) {
                vErrors = [err128];
              } else {
                vErrors.push(err128);
              }
              errors++;
            }
          } else {
            const err129 = { instancePath: instancePath + "/normalize", schemaPath: "#/properties/normalize/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key19 };
            if (vErrors === null) {
              vErrors = [err129];
            } else {
              vErrors.push(err129);
            }
            errors++;
          }
          var valid29 = _errs140 === errors;
          if (!valid29) {
            const err130 = { instancePath: instancePath + "/normalize", schemaPath: "#/properties/normalize/propertyNames", keyword: "propertyNames", params: { propertyName: key19 } };
            if (vErrors === null) {
              vErrors = [err130];
            } else {
              vErrors.push(err130);
            }
            errors++;
          }
        }
        for (const key20 in data58) {
          let data59 = data58[key20];
          if (!(data59 === "lowercase" || data59 === "trim" || data59 === "number" || data59 === "time" || data59 === "json" || data59 === "no-trailing-dot")) {
            const err131 = { instancePath: instancePath + "/normalize/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/normalize/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema11.properties.normalize.additionalProperties.enum } };
            if (vErrors === null) {
              vErrors = [err131];
            } else {
              vErrors.push(err131);
            }
            errors++;
          }
        }
      } else {
        const err132 = { instancePath: instancePath + "/normalize", schemaPath: "#/properties/normalize/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err132];
        } else {
          vErrors.push(err132);
        }
        errors++;
      }
    }
    if (data.create !== void 0) {
      let data60 = data.create;
      if (data60 && typeof data60 == "object" && !Array.isArray(data60)) {
        for (const key21 in data60) {
          if (!(key21 === "method" || key21 === "path" || key21 === "body" || key21 === "status")) {
            const err133 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key21 } };
            if (vErrors === null) {
              vErrors = [err133];
            } else {
              vErrors.push(err133);
            }
            errors++;
          }
        }
        if (data60.method !== void 0) {
          let data61 = data60.method;
          if (!(data61 === "GET" || data61 === "POST" || data61 === "PUT" || data61 === "PATCH" || data61 === "DELETE")) {
            const err134 = { instancePath: instancePath + "/create/method", schemaPath: "#/properties/create/properties/method/enum", keyword: "enum", params: { allowedValues: schema11.properties.create.properties.method.enum } };
            if (vErrors === null) {
              vErrors = [err134];
            } else {
              vErrors.push(err134);
            }
            errors++;
          }
        }
        if (data60.path !== void 0) {
          let data62 = data60.path;
          if (typeof data62 === "string") {
            if (!pattern1.test(data62)) {
              const err135 = { instancePath: instancePath + "/create/path", schemaPath: "#/properties/create/properties/path/pattern", keyword: "pattern", params: { pattern: "^(?:/|\\{path\\})[^?#\\s]*$" } };
              if (vErrors === null) {
                vErrors = [err135];
              } else {
                vErrors.push(err135);
              }
              errors++;
            }
          } else {
            const err136 = { instancePath: instancePath + "/create/path", schemaPath: "#/properties/create/properties/path/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err136];
            } else {
              vErrors.push(err136);
            }
            errors++;
          }
        }
        if (data60.body !== void 0) {
          let data63 = data60.body;
          if (!(data63 && typeof data63 == "object" && !Array.isArray(data63))) {
            const err137 = { instancePath: instancePath + "/create/body", schemaPath: "#/properties/create/properties/body/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err137];
            } else {
              vErrors.push(err137);
            }
            errors++;
          }
        }
        if (data60.status !== void 0) {
          let data64 = data60.status;
          if (Array.isArray(data64)) {
            if (data64.length < 1) {
              const err138 = { instancePath: instancePath + "/create/status", schemaPath: "#/properties/create/properties/status/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err138];
              } else {
                vErrors.push(err138);
              }
              errors++;
            }
            const len5 = data64.length;
            for (let i5 = 0; i5 < len5; i5++) {
              let data65 = data64[i5];
              if (!(typeof data65 == "number" && (!(data65 % 1) && !isNaN(data65)) && isFinite(data65))) {
                const err139 = { instancePath: instancePath + "/create/status/" + i5, schemaPath: "#/properties/create/properties/status/items/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                  vErrors = [err139];
                } else {
                  vErrors.push(err139);
                }
                errors++;
              }
              if (typeof data65 == "number" && isFinite(data65)) {
                if (data65 > 599 || isNaN(data65)) {
                  const err140 = { instancePath: instancePath + "/create/status/" + i5, schemaPath: "#/properties/create/properties/status/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
                  if (vErrors === null) {
                    vErrors = [err140];
                  } else {
                    vErrors.push(err140);
                  }
                  errors++;
                }
                if (data65 < 100 || isNaN(data65)) {
                  const err141 = { instancePath: instancePath + "/create/status/" + i5, schemaPath: "#/properties/create/properties/status/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } };
                  if (vErrors === null) {
                    vErrors = [err141];
                  } else {
                    vErrors.push(err141);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err142 = { instancePath: instancePath + "/create/status", schemaPath: "#/properties/create/properties/status/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err142];
            } else {
              vErrors.push(err142);
            }
            errors++;
          }
        }
      } else {
        const err143 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err143];
        } else {
          vErrors.push(err143);
        }
        errors++;
      }
    }
    if (data.read !== void 0) {
      let data66 = data.read;
      if (data66 && typeof data66 == "object" && !Array.isArray(data66)) {
        for (const key22 in data66) {
          if (!(key22 === "method" || key22 === "path" || key22 === "body" || key22 === "status")) {
            const err144 = { instancePath: instancePath + "/read", schemaPath: "#/properties/read/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key22 } };
            if (vErrors === null) {
              vErrors = [err144];
            } else {
              vErrors.push(err144);
            }
            errors++;
          }
        }
        if (data66.method !== void 0) {
          let data67 = data66.method;
          if (!(data67 === "GET" || data67 === "POST" || data67 === "PUT" || data67 === "PATCH" || data67 === "DELETE")) {
            const err145 = { instancePath: instancePath + "/read/method", schemaPath: "#/properties/read/properties/method/enum", keyword: "enum", params: { allowedValues: schema11.properties.read.properties.method.enum } };
            if (vErrors === null) {
              vErrors = [err145];
            } else {
              vErrors.push(err145);
            }
            errors++;
          }
        }
        if (data66.path !== void 0) {
          let data68 = data66.path;
          if (typeof data68 === "string") {
            if (!pattern1.test(data68)) {
              const err146 = { instancePath: instancePath + "/read/path", schemaPath: "#/properties/read/properties/path/pattern", keyword: "pattern", params: { pattern: "^(?:/|\\{path\\})[^?#\\s]*$" } };
              if (vErrors === null) {
                vErrors = [err146];
              } else {
                vErrors.push(err146);
              }
              errors++;
            }
          } else {
            const err147 = { instancePath: instancePath + "/read/path", schemaPath: "#/properties/read/properties/path/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err147];
            } else {
              vErrors.push(err147);
            }
            errors++;
          }
        }
        if (data66.body !== void 0) {
          let data69 = data66.body;
          if (!(data69 && typeof data69 == "object" && !Array.isArray(data69))) {
            const err148 = { instancePath: instancePath + "/read/body", schemaPath: "#/properties/read/properties/body/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err148];
            } else {
              vErrors.push(err148);
            }
            errors++;
          }
        }
        if (data66.status !== void 0) {
          let data70 = data66.status;
          if (Array.isArray(data70)) {
            if (data70.length < 1) {
              const err149 = { instancePath: instancePath + "/read/status", schemaPath: "#/properties/read/properties/status/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err149];
              } else {
                vErrors.push(err149);
              }
              errors++;
            }
            const len6 = data70.length;
            for (let i6 = 0; i6 < len6; i6++) {
              let data71 = data70[i6];
              if (!(typeof data71 == "number" && (!(data71 % 1) && !isNaN(data71)) && isFinite(data71))) {
                const err150 = { instancePath: instancePath + "/read/status/" + i6, schemaPath: "#/properties/read/properties/status/items/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                  vErrors = [err150];
                } else {
                  vErrors.push(err150);
                }
                errors++;
              }
              if (typeof data71 == "number" && isFinite(data71)) {
                if (data71 > 599 || isNaN(data71)) {
                  const err151 = { instancePath: instancePath + "/read/status/" + i6, schemaPath: "#/properties/read/properties/status/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
                  if (vErrors === null) {
                    vErrors = [err151];
                  } else {
                    vErrors.push(err151);
                  }
                  errors++;
                }
                if (data71 < 100 || isNaN(data71)) {
                  const err152 = { instancePath: instancePath + "/read/status/" + i6, schemaPath: "#/properties/read/properties/status/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } };
                  if (vErrors === null) {
                    vErrors = [err152];
                  } else {
                    vErrors.push(err152);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err153 = { instancePath: instancePath + "/read/status", schemaPath: "#/properties/read/properties/status/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err153];
            } else {
              vErrors.push(err153);
            }
            errors++;
          }
        }
      } else {
        const err154 = { instancePath: instancePath + "/read", schemaPath: "#/properties/read/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err154];
        } else {
          vErrors.push(err154);
        }
        errors++;
      }
    }
    if (data.update !== void 0) {
      let data72 = data.update;
      if (data72 && typeof data72 == "object" && !Array.isArray(data72)) {
        for (const key23 in data72) {
          if (!(key23 === "method" || key23 === "path" || key23 === "body" || key23 === "status" || key23 === "send")) {
            const err155 = { instancePath: instancePath + "/update", schemaPath: "#/properties/update/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key23 } };
            if (vErrors === null) {
              vErrors = [err155];
            } else {
              vErrors.push(err155);
            }
            errors++;
          }
        }
        if (data72.method !== void 0) {
          let data73 = data72.method;
          if (!(data73 === "GET" || data73 === "POST" || data73 === "PUT" || data73 === "PATCH" || data73 === "DELETE")) {
            const err156 = { instancePath: instancePath + "/update/method", schemaPath: "#/properties/update/properties/method/enum", keyword: "enum", params: { allowedValues: schema11.properties.update.properties.method.enum } };
            if (vErrors === null) {
              vErrors = [err156];
            } else {
              vErrors.push(err156);
            }
            errors++;
          }
        }
        if (data72.path !== void 0) {
          let data74 = data72.path;
          if (typeof data74 === "string") {
            if (!pattern1.test(data74)) {
              const err157 = { instancePath: instancePath + "/update/path", schemaPath: "#/properties/update/properties/path/pattern", keyword: "pattern", params: { pattern: "^(?:/|\\{path\\})[^?#\\s]*$" } };
              if (vErrors === null) {
                vErrors = [err157];
              } else {
                vErrors.push(err157);
              }
              errors++;
            }
          } else {
            const err158 = { instancePath: instancePath + "/update/path", schemaPath: "#/properties/update/properties/path/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err158];
            } else {
              vErrors.push(err158);
            }
            errors++;
          }
        }
        if (data72.body !== void 0) {
          let data75 = data72.body;
          if (!(data75 && typeof data75 == "object" && !Array.isArray(data75))) {
            const err159 = { instancePath: instancePath + "/update/body", schemaPath: "#/properties/update/properties/body/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err159];
            } else {
              vErrors.push(err159);
            }
            errors++;
          }
        }
        if (data72.status !== void 0) {
          let data76 = data72.status;
          if (Array.isArray(data76)) {
            if (data76.length < 1) {
              const err160 = { instancePath: instancePath + "/update/status", schemaPath: "#/properties/update/properties/status/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err160];
              } else {
                vErrors.push(err160);
              }
              errors++;
            }
            const len7 = data76.length;
            for (let i7 = 0; i7 < len7; i7++) {
              let data77 = data76[i7];
              if (!(typeof data77 == "number" && (!(data77 % 1) && !isNaN(data77)) && isFinite(data77))) {
                const err161 = { instancePath: instancePath + "/update/status/" + i7, schemaPath: "#/properties/update/properties/status/items/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                  vErrors = [err161];
                } else {
                  vErrors.push(err161);
                }
                errors++;
              }
              if (typeof data77 == "number" && isFinite(data77)) {
                if (data77 > 599 || isNaN(data77)) {
                  const err162 = { instancePath: instancePath + "/update/status/" + i7, schemaPath: "#/properties/update/properties/status/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
                  if (vErrors === null) {
                    vErrors = [err162];
                  } else {
                    vErrors.push(err162);
                  }
                  errors++;
                }
                if (data77 < 100 || isNaN(data77)) {
                  const err163 = { instancePath: instancePath + "/update/status/" + i7, schemaPath: "#/properties/update/properties/status/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } };
                  if (vErrors === null) {
                    vErrors = [err163];
                  } else {
                    vErrors.push(err163);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err164 = { instancePath: instancePath + "/update/status", schemaPath: "#/properties/update/properties/status/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err164];
            } else {
              vErrors.push(err164);
            }
            errors++;
          }
        }
        if (data72.send !== void 0) {
          let data78 = data72.send;
          if (!(data78 === "changed" || data78 === "merged" || data78 === "declared")) {
            const err165 = { instancePath: instancePath + "/update/send", schemaPath: "#/properties/update/properties/send/enum", keyword: "enum", params: { allowedValues: schema11.properties.update.properties.send.enum } };
            if (vErrors === null) {
              vErrors = [err165];
            } else {
              vErrors.push(err165);
            }
            errors++;
          }
        }
      } else {
        const err166 = { instancePath: instancePath + "/update", schemaPath: "#/properties/update/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err166];
        } else {
          vErrors.push(err166);
        }
        errors++;
      }
    }
    if (data.delete !== void 0) {
      let data79 = data.delete;
      if (!(data79 && typeof data79 == "object" && !Array.isArray(data79)) && typeof data79 !== "boolean") {
        const err167 = { instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/type", keyword: "type", params: { type: schema11.properties.delete.type } };
        if (vErrors === null) {
          vErrors = [err167];
        } else {
          vErrors.push(err167);
        }
        errors++;
      }
      if (data79 && typeof data79 == "object" && !Array.isArray(data79)) {
        for (const key24 in data79) {
          if (!(key24 === "method" || key24 === "path" || key24 === "body" || key24 === "status")) {
            const err168 = { instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key24 } };
            if (vErrors === null) {
              vErrors = [err168];
            } else {
              vErrors.push(err168);
            }
            errors++;
          }
        }
        if (data79.method !== void 0) {
          let data80 = data79.method;
          if (!(data80 === "GET" || data80 === "POST" || data80 === "PUT" || data80 === "PATCH" || data80 === "DELETE")) {
            const err169 = { instancePath: instancePath + "/delete/method", schemaPath: "#/properties/delete/properties/method/enum", keyword: "enum", params: { allowedValues: schema11.properties.delete.properties.method.enum } };
            if (vErrors === null) {
              vErrors = [err169];
            } else {
              vErrors.push(err169);
            }
            errors++;
          }
        }
        if (data79.path !== void 0) {
          let data81 = data79.path;
          if (typeof data81 === "string") {
            if (!pattern1.test(data81)) {
              const err170 = { instancePath: instancePath + "/delete/path", schemaPath: "#/properties/delete/properties/path/pattern", keyword: "pattern", params: { pattern: "^(?:/|\\{path\\})[^?#\\s]*$" } };
              if (vErrors === null) {
                vErrors = [err170];
              } else {
                vErrors.push(err170);
              }
              errors++;
            }
          } else {
            const err171 = { instancePath: instancePath + "/delete/path", schemaPath: "#/properties/delete/properties/path/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err171];
            } else {
              vErrors.push(err171);
            }
            errors++;
          }
        }
        if (data79.body !== void 0) {
          let data82 = data79.body;
          if (!(data82 && typeof data82 == "object" && !Array.isArray(data82))) {
            const err172 = { instancePath: instancePath + "/delete/body", schemaPath: "#/properties/delete/properties/body/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err172];
            } else {
              vErrors.push(err172);
            }
            errors++;
          }
        }
        if (data79.status !== void 0) {
          let data83 = data79.status;
          if (Array.isArray(data83)) {
            if (data83.length < 1) {
              const err173 = { instancePath: instancePath + "/delete/status", schemaPath: "#/properties/delete/properties/status/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err173];
              } else {
                vErrors.push(err173);
              }
              errors++;
            }
            const len8 = data83.length;
            for (let i8 = 0; i8 < len8; i8++) {
              let data84 = data83[i8];
              if (!(typeof data84 == "number" && (!(data84 % 1) && !isNaN(data84)) && isFinite(data84))) {
                const err174 = { instancePath: instancePath + "/delete/status/" + i8, schemaPath: "#/properties/delete/properties/status/items/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                  vErrors = [err174];
                } else {
                  vErrors.push(err174);
                }
                errors++;
              }
              if (typeof data84 == "number" && isFinite(data84)) {
                if (data84 > 599 || isNaN(data84)) {
                  const err175 = { instancePath: instancePath + "/delete/status/" + i8, schemaPath: "#/properties/delete/properties/status/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
                  if (vErrors === null) {
                    vErrors = [err175];
                  } else {
                    vErrors.push(err175);
                  }
                  errors++;
                }
                if (data84 < 100 || isNaN(data84)) {
                  const err176 = { instancePath: instancePath + "/delete/status/" + i8, schemaPath: "#/properties/delete/properties/status/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } };
                  if (vErrors === null) {
                    vErrors = [err176];
                  } else {
                    vErrors.push(err176);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err177 = { instancePath: instancePath + "/delete/status", schemaPath: "#/properties/delete/properties/status/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err177];
            } else {
              vErrors.push(err177);
            }
            errors++;
          }
        }
      }
    }
    if (data.revision !== void 0) {
      let data85 = data.revision;
      if (data85 && typeof data85 == "object" && !Array.isArray(data85)) {
        if (data85.from === void 0) {
          const err178 = { instancePath: instancePath + "/revision", schemaPath: "#/properties/revision/required", keyword: "required", params: { missingProperty: "from" } };
          if (vErrors === null) {
            vErrors = [err178];
          } else {
            vErrors.push(err178);
          }
          errors++;
        }
        if (data85.to === void 0) {
          const err179 = { instancePath: instancePath + "/revision", schemaPath: "#/properties/revision/required", keyword: "required", params: { missingProperty: "to" } };
          if (vErrors === null) {
            vErrors = [err179];
          } else {
            vErrors.push(err179);
          }
          errors++;
        }
        for (const key25 in data85) {
          if (!(key25 === "from" || key25 === "to")) {
            const err180 = { instancePath: instancePath + "/revision", schemaPath: "#/properties/revision/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key25 } };
            if (vErrors === null) {
              vErrors = [err180];
            } else {
              vErrors.push(err180);
            }
            errors++;
          }
        }
        if (data85.from !== void 0) {
          let data86 = data85.from;
          if (typeof data86 === "string") {
            if (!pattern2.test(data86)) {
              const err181 = { instancePath: instancePath + "/revision/from", schemaPath: "#/properties/revision/properties/from/pattern", keyword: "pattern", params: { pattern: "\\S" } };
              if (vErrors === null) {
                vErrors = [err181];
              } else {
                vErrors.push(err181);
              }
              errors++;
            }
          } else {
            const err182 = { instancePath: instancePath + "/revision/from", schemaPath: "#/properties/revision/properties/from/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err182];
            } else {
              vErrors.push(err182);
            }
            errors++;
          }
        }
        if (data85.to !== void 0) {
          let data87 = data85.to;
          if (typeof data87 === "string") {
            if (!pattern2.test(data87)) {
              const err183 = { instancePath: instancePath + "/revision/to", schemaPath: "#/properties/revision/properties/to/pattern", keyword: "pattern", params: { pattern: "\\S" } };
              if (vErrors === null) {
                vErrors = [err183];
              } else {
                vErrors.push(err183);
              }
              errors++;
            }
          } else {
            const err184 = { instancePath: instancePath + "/revision/to", schemaPath: "#/properties/revision/properties/to/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err184];
            } else {
              vErrors.push(err184);
            }
            errors++;
          }
        }
      } else {
        const err185 = { instancePath: instancePath + "/revision", schemaPath: "#/properties/revision/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err185];
        } else {
          vErrors.push(err185);
        }
        errors++;
      }
    }
    if (data.absent !== void 0) {
      let data88 = data.absent;
      if (!data88 || typeof data88 != "object") {
        const err186 = { instancePath: instancePath + "/absent", schemaPath: "#/properties/absent/type", keyword: "type", params: { type: schema11.properties.absent.type } };
        if (vErrors === null) {
          vErrors = [err186];
        } else {
          vErrors.push(err186);
        }
        errors++;
      }
      if (Array.isArray(data88)) {
        const len9 = data88.length;
        for (let i9 = 0; i9 < len9; i9++) {
          let data89 = data88[i9];
          if (!(typeof data89 == "number" && (!(data89 % 1) && !isNaN(data89)) && isFinite(data89))) {
            const err187 = { instancePath: instancePath + "/absent/" + i9, schemaPath: "#/properties/absent/items/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err187];
            } else {
              vErrors.push(err187);
            }
            errors++;
          }
          if (typeof data89 == "number" && isFinite(data89)) {
            if (data89 > 599 || isNaN(data89)) {
              const err188 = { instancePath: instancePath + "/absent/" + i9, schemaPath: "#/properties/absent/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
              if (vErrors === null) {
                vErrors = [err188];
              } else {
                vErrors.push(err188);
              }
              errors++;
            }
            if (data89 < 200 || isNaN(data89)) {
              const err189 = { instancePath: instancePath + "/absent/" + i9, schemaPath: "#/properties/absent/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 200 } };
              if (vErrors === null) {
                vErrors = [err189];
              } else {
                vErrors.push(err189);
              }
              errors++;
            }
          }
        }
      }
      if (data88 && typeof data88 == "object" && !Array.isArray(data88)) {
        for (const key26 in data88) {
          if (!(key26 === "status" || key26 === "at" || key26 === "in")) {
            const err190 = { instancePath: instancePath + "/absent", schemaPath: "#/properties/absent/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key26 } };
            if (vErrors === null) {
              vErrors = [err190];
            } else {
              vErrors.push(err190);
            }
            errors++;
          }
        }
        if (data88.status !== void 0) {
          let data90 = data88.status;
          if (Array.isArray(data90)) {
            if (data90.length < 1) {
              const err191 = { instancePath: instancePath + "/absent/status", schemaPath: "#/properties/absent/properties/status/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err191];
              } else {
                vErrors.push(err191);
              }
              errors++;
            }
            const len10 = data90.length;
            for (let i10 = 0; i10 < len10; i10++) {
              let data91 = data90[i10];
              if (!(typeof data91 == "number" && (!(data91 % 1) && !isNaN(data91)) && isFinite(data91))) {
                const err192 = { instancePath: instancePath + "/absent/status/" + i10, schemaPath: "#/properties/absent/properties/status/items/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                  vErrors = [err192];
                } else {
                  vErrors.push(err192);
                }
                errors++;
              }
              if (typeof data91 == "number" && isFinite(data91)) {
                if (data91 > 599 || isNaN(data91)) {
                  const err193 = { instancePath: instancePath + "/absent/status/" + i10, schemaPath: "#/properties/absent/properties/status/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
                  if (vErrors === null) {
                    vErrors = [err193];
                  } else {
                    vErrors.push(err193);
                  }
                  errors++;
                }
                if (data91 < 100 || isNaN(data91)) {
                  const err194 = { instancePath: instancePath + "/absent/status/" + i10, schemaPath: "#/properties/absent/properties/status/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } };
                  if (vErrors === null) {
                    vErrors = [err194];
                  } else {
                    vErrors.push(err194);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err195 = { instancePath: instancePath + "/absent/status", schemaPath: "#/properties/absent/properties/status/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err195];
            } else {
              vErrors.push(err195);
            }
            errors++;
          }
        }
        if (data88.at !== void 0) {
          let data92 = data88.at;
          if (typeof data92 === "string") {
            if (!pattern12.test(data92)) {
              const err196 = { instancePath: instancePath + "/absent/at", schemaPath: "#/properties/absent/properties/at/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
              if (vErrors === null) {
                vErrors = [err196];
              } else {
                vErrors.push(err196);
              }
              errors++;
            }
          } else {
            const err197 = { instancePath: instancePath + "/absent/at", schemaPath: "#/properties/absent/properties/at/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err197];
            } else {
              vErrors.push(err197);
            }
            errors++;
          }
        }
        if (data88.in !== void 0) {
          let data93 = data88.in;
          if (Array.isArray(data93)) {
            if (data93.length < 1) {
              const err198 = { instancePath: instancePath + "/absent/in", schemaPath: "#/properties/absent/properties/in/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err198];
              } else {
                vErrors.push(err198);
              }
              errors++;
            }
            const len11 = data93.length;
            for (let i11 = 0; i11 < len11; i11++) {
              let data94 = data93[i11];
              if (typeof data94 !== "string" && !(typeof data94 == "number" && isFinite(data94)) && typeof data94 !== "boolean") {
                const err199 = { instancePath: instancePath + "/absent/in/" + i11, schemaPath: "#/properties/absent/properties/in/items/type", keyword: "type", params: { type: schema11.properties.absent.properties.in.items.type } };
                if (vErrors === null) {
                  vErrors = [err199];
                } else {
                  vErrors.push(err199);
                }
                errors++;
              }
            }
          } else {
            const err200 = { instancePath: instancePath + "/absent/in", schemaPath: "#/properties/absent/properties/in/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err200];
            } else {
              vErrors.push(err200);
            }
            errors++;
          }
        }
      }
    }
    if (data.poll !== void 0) {
      let data95 = data.poll;
      if (data95 && typeof data95 == "object" && !Array.isArray(data95)) {
        if (data95.url === void 0) {
          const err201 = { instancePath: instancePath + "/poll", schemaPath: "#/properties/poll/required", keyword: "required", params: { missingProperty: "url" } };
          if (vErrors === null) {
            vErrors = [err201];
          } else {
            vErrors.push(err201);
          }
          errors++;
        }
        if (data95.done === void 0) {
          const err202 = { instancePath: instancePath + "/poll", schemaPath: "#/properties/poll/required", keyword: "required", params: { missingProperty: "done" } };
          if (vErrors === null) {
            vErrors = [err202];
          } else {
            vErrors.push(err202);
          }
          errors++;
        }
        for (const key27 in data95) {
          if (!(key27 === "url" || key27 === "done" || key27 === "failed" || key27 === "interval")) {
            const err203 = { instancePath: instancePath + "/poll", schemaPath: "#/properties/poll/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key27 } };
            if (vErrors === null) {
              vErrors = [err203];
            } else {
              vErrors.push(err203);
            }
            errors++;
          }
        }
        if (data95.url !== void 0) {
          let data96 = data95.url;
          if (typeof data96 === "string") {
            if (!pattern2.test(data96)) {
              const err204 = { instancePath: instancePath + "/poll/url", schemaPath: "#/properties/poll/properties/url/pattern", keyword: "pattern", params: { pattern: "\\S" } };
              if (vErrors === null) {
                vErrors = [err204];
              } else {
                vErrors.push(err204);
              }
              errors++;
            }
          } else {
            const err205 = { instancePath: instancePath + "/poll/url", schemaPath: "#/properties/poll/properties/url/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err205];
            } else {
              vErrors.push(err205);
            }
            errors++;
          }
        }
        if (data95.done !== void 0) {
          let data97 = data95.done;
          if (data97 && typeof data97 == "object" && !Array.isArray(data97)) {
            if (data97.at === void 0) {
              const err206 = { instancePath: instancePath + "/poll/done", schemaPath: "#/properties/poll/properties/done/required", keyword: "required", params: { missingProperty: "at" } };
              if (vErrors === null) {
                vErrors = [err206];
              } else {
                vErrors.push(err206);
              }
              errors++;
            }
            if (data97.in === void 0) {
              const err207 = { instancePath: instancePath + "/poll/done", schemaPath: "#/properties/poll/properties/done/required", keyword: "required", params: { missingProperty: "in" } };
              if (vErrors === null) {
                vErrors = [err207];
              } else {
                vErrors.push(err207);
              }
              errors++;
            }
            for (const key28 in data97) {
              if (!(key28 === "at" || key28 === "in")) {
                const err208 = { instancePath: instancePath + "/poll/done", schemaPath: "#/properties/poll/properties/done/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key28 } };
                if (vErrors === null) {
                  vErrors = [err208];
                } else {
                  vErrors.push(err208);
                }
                errors++;
              }
            }
            if (data97.at !== void 0) {
              let data98 = data97.at;
              if (typeof data98 === "string") {
                if (!pattern12.test(data98)) {
                  const err209 = { instancePath: instancePath + "/poll/done/at", schemaPath: "#/properties/poll/properties/done/properties/at/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
                  if (vErrors === null) {
                    vErrors = [err209];
                  } else {
                    vErrors.push(err209);
                  }
                  errors++;
                }
              } else {
                const err210 = { instancePath: instancePath + "/poll/done/at", schemaPath: "#/properties/poll/properties/done/properties/at/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err210];
                } else {
                  vErrors.push(err210);
                }
                errors++;
              }
            }
            if (data97.in !== void 0) {
              let data99 = data97.in;
              if (Array.isArray(data99)) {
                if (data99.length < 1) {
                  const err211 = { instancePath: instancePath + "/poll/done/in", schemaPath: "#/properties/poll/properties/done/properties/in/minItems", keyword: "minItems", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err211];
                  } else {
                    vErrors.push(err211);
                  }
                  errors++;
                }
                const len12 = data99.length;
                for (let i12 = 0; i12 < len12; i12++) {
                  let data100 = data99[i12];
                  if (typeof data100 !== "string" && !(typeof data100 == "number" && isFinite(data100)) && typeof data100 !== "boolean") {
                    const err212 = { instancePath: instancePath + "/poll/done/in/" + i12, schemaPath: "#/properties/poll/properties/done/properties/in/items/type", keyword: "type", params: { type: schema11.properties.poll.properties.done.properties.in.items.type } };
                    if (vErrors === null) {
                      vErrors = [err212];
                    } else {
                      vErrors.push(err212);
                    }
                    errors++;
                  }
                }
              } else {
                const err213 = { instancePath: instancePath + "/poll/done/in", schemaPath: "#/properties/poll/properties/done/properties/in/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err213];
                } else {
                  vErrors.push(err213);
                }
                errors++;
              }
            }
          } else {
            const err214 = { instancePath: instancePath + "/poll/done", schemaPath: "#/properties/poll/properties/done/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err214];
            } else {
              vErrors.push(err214);
            }
            errors++;
          }
        }
        if (data95.failed !== void 0) {
          let data101 = data95.failed;
          if (data101 && typeof data101 == "object" && !Array.isArray(data101)) {
            if (data101.at === void 0) {
              const err215 = { instancePath: instancePath + "/poll/failed", schemaPath: "#/properties/poll/properties/failed/required", keyword: "required", params: { missingProperty: "at" } };
              if (vErrors === null) {
                vErrors = [err215];
              } else {
                vErrors.push(err215);
              }
              errors++;
            }
            if (data101.in === void 0) {
              const err216 = { instancePath: instancePath + "/poll/failed", schemaPath: "#/properties/poll/properties/failed/required", keyword: "required", params: { missingProperty: "in" } };
              if (vErrors === null) {
                vErrors = [err216];
              } else {
                vErrors.push(err216);
              }
              errors++;
            }
            for (const key29 in data101) {
              if (!(key29 === "at" || key29 === "in")) {
                const err217 = { instancePath: instancePath + "/poll/failed", schemaPath: "#/properties/poll/properties/failed/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key29 } };
                if (vErrors === null) {
                  vErrors = [err217];
                } else {
                  vErrors.push(err217);
                }
                errors++;
              }
            }
            if (data101.at !== void 0) {
              let data102 = data101.at;
              if (typeof data102 === "string") {
                if (!pattern12.test(data102)) {
                  const err218 = { instancePath: instancePath + "/poll/failed/at", schemaPath: "#/properties/poll/properties/failed/properties/at/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
                  if (vErrors === null) {
                    vErrors = [err218];
                  } else {
                    vErrors.push(err218);
                  }
                  errors++;
                }
              } else {
                const err219 = { instancePath: instancePath + "/poll/failed/at", schemaPath: "#/properties/poll/properties/failed/properties/at/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err219];
                } else {
                  vErrors.push(err219);
                }
                errors++;
              }
            }
            if (data101.in !== void 0) {
              let data103 = data101.in;
              if (Array.isArray(data103)) {
                if (data103.length < 1) {
                  const err220 = { instancePath: instancePath + "/poll/failed/in", schemaPath: "#/properties/poll/properties/failed/properties/in/minItems", keyword: "minItems", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err220];
                  } else {
                    vErrors.push(err220);
                  }
                  errors++;
                }
                const len13 = data103.length;
                for (let i13 = 0; i13 < len13; i13++) {
                  let data104 = data103[i13];
                  if (typeof data104 !== "string" && !(typeof data104 == "number" && isFinite(data104)) && typeof data104 !== "boolean") {
                    const err221 = { instancePath: instancePath + "/poll/failed/in/" + i13, schemaPath: "#/properties/poll/properties/failed/properties/in/items/type", keyword: "type", params: { type: schema11.properties.poll.properties.failed.properties.in.items.type } };
                    if (vErrors === null) {
                      vErrors = [err221];
                    } else {
                      vErrors.push(err221);
                    }
                    errors++;
                  }
                }
              } else {
                const err222 = { instancePath: instancePath + "/poll/failed/in", schemaPath: "#/properties/poll/properties/failed/properties/in/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err222];
                } else {
                  vErrors.push(err222);
                }
                errors++;
              }
            }
          } else {
            const err223 = { instancePath: instancePath + "/poll/failed", schemaPath: "#/properties/poll/properties/failed/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err223];
            } else {
              vErrors.push(err223);
            }
            errors++;
          }
        }
        if (data95.interval !== void 0) {
          let data105 = data95.interval;
          if (typeof data105 === "string") {
            if (!pattern45.test(data105)) {
              const err224 = { instancePath: instancePath + "/poll/interval", schemaPath: "#/properties/poll/properties/interval/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(?:ms|s|m)$" } };
              if (vErrors === null) {
                vErrors = [err224];
              } else {
                vErrors.push(err224);
              }
              errors++;
            }
          } else {
            const err225 = { instancePath: instancePath + "/poll/interval", schemaPath: "#/properties/poll/properties/interval/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err225];
            } else {
              vErrors.push(err225);
            }
            errors++;
          }
        }
      } else {
        const err226 = { instancePath: instancePath + "/poll", schemaPath: "#/properties/poll/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err226];
        } else {
          vErrors.push(err226);
        }
        errors++;
      }
    }
    if (data.settle !== void 0) {
      let data106 = data.settle;
      if (typeof data106 === "string") {
        if (!pattern45.test(data106)) {
          const err227 = { instancePath: instancePath + "/settle", schemaPath: "#/properties/settle/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(?:ms|s|m)$" } };
          if (vErrors === null) {
            vErrors = [err227];
          } else {
            vErrors.push(err227);
          }
          errors++;
        }
      } else {
        const err228 = { instancePath: instancePath + "/settle", schemaPath: "#/properties/settle/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err228];
        } else {
          vErrors.push(err228);
        }
        errors++;
      }
    }
    if (data.idempotencyKey !== void 0) {
      let data107 = data.idempotencyKey;
      if (typeof data107 === "string") {
        if (!pattern3.test(data107)) {
          const err229 = { instancePath: instancePath + "/idempotencyKey", schemaPath: "#/properties/idempotencyKey/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" } };
          if (vErrors === null) {
            vErrors = [err229];
          } else {
            vErrors.push(err229);
          }
          errors++;
        }
      } else {
        const err230 = { instancePath: instancePath + "/idempotencyKey", schemaPath: "#/properties/idempotencyKey/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err230];
        } else {
          vErrors.push(err230);
        }
        errors++;
      }
    }
    if (data.retryOn !== void 0) {
      let data108 = data.retryOn;
      if (Array.isArray(data108)) {
        if (data108.length < 1) {
          const err231 = { instancePath: instancePath + "/retryOn", schemaPath: "#/properties/retryOn/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err231];
          } else {
            vErrors.push(err231);
          }
          errors++;
        }
        const len14 = data108.length;
        for (let i14 = 0; i14 < len14; i14++) {
          let data109 = data108[i14];
          if (!(typeof data109 == "number" && (!(data109 % 1) && !isNaN(data109)) && isFinite(data109))) {
            const err232 = { instancePath: instancePath + "/retryOn/" + i14, schemaPath: "#/properties/retryOn/items/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err232];
            } else {
              vErrors.push(err232);
            }
            errors++;
          }
          if (typeof data109 == "number" && isFinite(data109)) {
            if (data109 > 599 || isNaN(data109)) {
              const err233 = { instancePath: instancePath + "/retryOn/" + i14, schemaPath: "#/properties/retryOn/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
              if (vErrors === null) {
                vErrors = [err233];
              } else {
                vErrors.push(err233);
              }
              errors++;
            }
            if (data109 < 100 || isNaN(data109)) {
              const err234 = { instancePath: instancePath + "/retryOn/" + i14, schemaPath: "#/properties/retryOn/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } };
              if (vErrors === null) {
                vErrors = [err234];
              } else {
                vErrors.push(err234);
              }
              errors++;
            }
          }
        }
      } else {
        const err235 = { instancePath: instancePath + "/retryOn", schemaPath: "#/properties/retryOn/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err235];
        } else {
          vErrors.push(err235);
        }
        errors++;
      }
    }
    if (data.outputs !== void 0) {
      let data110 = data.outputs;
      if (data110 && typeof data110 == "object" && !Array.isArray(data110)) {
        for (const key30 in data110) {
          const _errs250 = errors;
          if (typeof key30 === "string") {
            if (!pattern8.test(key30)) {
              const err236 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" }, propertyName: key30 };
              if (vErrors === null) {
                vErrors = [err236];
              } else {
                vErrors.push(err236);
              }
              errors++;
            }
          } else {
            const err237 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key30 };
            if (vErrors === null) {
              vErrors = [err237];
            } else {
              vErrors.push(err237);
            }
            errors++;
          }
          var valid60 = _errs250 === errors;
          if (!valid60) {
            const err238 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/propertyNames", keyword: "propertyNames", params: { propertyName: key30 } };
            if (vErrors === null) {
              vErrors = [err238];
            } else {
              vErrors.push(err238);
            }
            errors++;
          }
        }
        for (const key31 in data110) {
          let data111 = data110[key31];
          if (typeof data111 === "string") {
            if (!pattern12.test(data111)) {
              const err239 = { instancePath: instancePath + "/outputs/" + key31.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(?:/(?:[^~/]|~[01])*)*$" } };
              if (vErrors === null) {
                vErrors = [err239];
              } else {
                vErrors.push(err239);
              }
              errors++;
            }
          } else {
            const err240 = { instancePath: instancePath + "/outputs/" + key31.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/outputs/additionalProperties/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err240];
            } else {
              vErrors.push(err240);
            }
            errors++;
          }
        }
      } else {
        const err241 = { instancePath: instancePath + "/outputs", schemaPath: "#/properties/outputs/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err241];
        } else {
          vErrors.push(err241);
        }
        errors++;
      }
    }
    if (data.sensitiveOutputs !== void 0) {
      let data112 = data.sensitiveOutputs;
      if (Array.isArray(data112)) {
        const len15 = data112.length;
        for (let i15 = 0; i15 < len15; i15++) {
          let data113 = data112[i15];
          if (typeof data113 === "string") {
            if (!pattern8.test(data113)) {
              const err242 = { instancePath: instancePath + "/sensitiveOutputs/" + i15, schemaPath: "#/properties/sensitiveOutputs/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]*$" } };
              if (vErrors === null) {
                vErrors = [err242];
              } else {
                vErrors.push(err242);
              }
              errors++;
            }
          } else {
            const err243 = { instancePath: instancePath + "/sensitiveOutputs/" + i15, schemaPath: "#/properties/sensitiveOutputs/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err243];
            } else {
              vErrors.push(err243);
            }
            errors++;
          }
        }
      } else {
        const err244 = { instancePath: instancePath + "/sensitiveOutputs", schemaPath: "#/properties/sensitiveOutputs/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err244];
        } else {
          vErrors.push(err244);
        }
        errors++;
      }
    }
    if (data.limits !== void 0) {
      let data114 = data.limits;
      if (data114 && typeof data114 == "object" && !Array.isArray(data114)) {
        for (const key32 in data114) {
          if (!(key32 === "concurrent" || key32 === "perSecond")) {
            const err245 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key32 } };
            if (vErrors === null) {
              vErrors = [err245];
            } else {
              vErrors.push(err245);
            }
            errors++;
          }
        }
        if (data114.concurrent !== void 0) {
          let data115 = data114.concurrent;
          if (!(typeof data115 == "number" && (!(data115 % 1) && !isNaN(data115)) && isFinite(data115))) {
            const err246 = { instancePath: instancePath + "/limits/concurrent", schemaPath: "#/properties/limits/properties/concurrent/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err246];
            } else {
              vErrors.push(err246);
            }
            errors++;
          }
          if (typeof data115 == "number" && isFinite(data115)) {
            if (data115 < 1 || isNaN(data115)) {
              const err247 = { instancePath: instancePath + "/limits/concurrent", schemaPath: "#/properties/limits/properties/concurrent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              if (vErrors === null) {
                vErrors = [err247];
              } else {
                vErrors.push(err247);
              }
              errors++;
            }
          }
        }
        if (data114.perSecond !== void 0) {
          let data116 = data114.perSecond;
          if (typeof data116 == "number" && isFinite(data116)) {
            if (data116 <= 0 || isNaN(data116)) {
              const err248 = { instancePath: instancePath + "/limits/perSecond", schemaPath: "#/properties/limits/properties/perSecond/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
              if (vErrors === null) {
                vErrors = [err248];
              } else {
                vErrors.push(err248);
              }
              errors++;
            }
          } else {
            const err249 = { instancePath: instancePath + "/limits/perSecond", schemaPath: "#/properties/limits/properties/perSecond/type", keyword: "type", params: { type: "number" } };
            if (vErrors === null) {
              vErrors = [err249];
            } else {
              vErrors.push(err249);
            }
            errors++;
          }
        }
      } else {
        const err250 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err250];
        } else {
          vErrors.push(err250);
        }
        errors++;
      }
    }
    if (data.rotate !== void 0) {
      if (typeof data.rotate !== "string") {
        const err251 = { instancePath: instancePath + "/rotate", schemaPath: "#/properties/rotate/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err251];
        } else {
          vErrors.push(err251);
        }
        errors++;
      }
    }
  } else {
    const err252 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err252];
    } else {
      vErrors.push(err252);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
var notes = { "#": { "fields": { "baseUrl": "Where the API is, like https://api.example/v1", "path": "The collection that the thing is in, below baseUrl, like /services", "auth": "How requests are authorized: one of bearer, basic, header and oauth2", "headers": "Headers of every request", "query": "Parameters of every request", "encoding": "How bodies are sent", "id": "Where the id is: a pointer into the answer (default /id), {header: Location}, or {body: /uid} for one that we choose", "item": "Path of the thing itself", "find": "How to find the thing without its id: in which list, and by which values", "request": "What bodies are wrapped in", "response": "What answers are wrapped in", "aliases": "Fields that answers have in another place: pointer in the body \u2192 pointer in the answer", "body": "What the thing is to be", "writeOnly": "Fields of the body that are sent with every write and not compared", "createOnly": "Fields of the body that are sent once, when the thing is made", "replaceOn": "Fields of the body whose change deletes the thing and makes a new one", "lists": "Lists whose order does not count, by pointer: set, or {key: /id} for members that have one", "normalize": "What does not count in values, by pointer", "create": "How it is made", "read": "How it is looked at", "update": "How it is changed", "delete": "How it is deleted", "revision": "What keeps us from overwriting a change that we have not seen: read from one place, sent in another", "absent": "What else means that it is not there, besides 404 and 410: statuses, or {status, at, in} for things that are only marked as deleted", "poll": "How to wait for work that the server goes on with after its answer", "settle": "How long reads may lag behind writes", "idempotencyKey": "Name of the header by which the server recognises a request that it has got already", "retryOn": "Further statuses after which a request is sent again", "outputs": "What other tasks may use: name \u2192 pointer into the answer", "sensitiveOutputs": "Names of outputs that are secret", "limits": "For all requests of a run to the host", "rotate": "Any text: when it changes, all that is write-only is sent again" } }, "#/properties/baseUrl": { "messages": { "pattern": "is not the address of an API" }, "hints": { "*": 'Write it like https://api.example/v1, without user, password and query. Credentials go into "auth".' } }, "#/properties/path": { "messages": { "pattern": 'is not a path: it begins with "/", and has no query' } }, "#/properties/auth": { "fields": { "bearer": "A token, as ${SECRET:name}", "basic": "User and password", "header": "A header of the API's own", "oauth2": "A token is got with the client's credentials, once a run", "itemBearer": "An output of the task: once it is recorded, its value is the token for requests about the thing itself" } }, "#/properties/auth/properties/bearer": { "messages": { "pattern": "is empty" } }, "#/properties/auth/properties/basic": { "fields": { "username": "The user", "password": "The password, as ${SECRET:name}" } }, "#/properties/auth/properties/header": { "fields": { "name": "Name of the header", "value": "Its value, with ${SECRET:name} in it" } }, "#/properties/auth/properties/header/properties/name": { "messages": { "pattern": "is not the name of a header", "propertyNames": "is not the name of a header" } }, "#/properties/auth/properties/header/properties/value": { "messages": { "pattern": "is empty" } }, "#/properties/auth/properties/oauth2": { "fields": { "tokenUrl": "Where tokens are given", "clientId": "The client", "clientSecret": "Its secret, as ${SECRET:name}", "scope": "What the token is to be good for, with blanks between", "audience": "Whom the token is for" } }, "#/properties/auth/properties/oauth2/properties/tokenUrl": { "messages": { "pattern": "is empty" } }, "#/properties/auth/properties/oauth2/properties/clientId": { "messages": { "pattern": "is empty" } }, "#/properties/auth/properties/oauth2/properties/clientSecret": { "messages": { "pattern": "is empty" } }, "#/properties/auth/properties/itemBearer": { "messages": { "pattern": 'is not the name of an output: letters, digits, "_" and "-", with a letter or "_" first', "propertyNames": 'is not the name of an output: letters, digits, "_" and "-", with a letter or "_" first' } }, "#/properties/headers/propertyNames": { "messages": { "pattern": "is not the name of a header", "propertyNames": "is not the name of a header" } }, "#/properties/id": { "messages": { "pattern": "is not a pointer like /id" }, "hints": { "*": "Write /id, {header: Location} or {body: /uid}." }, "fields": { "header": "A header of the answer; the last part of its path is the id", "body": "Where in the body the id is that we choose" } }, "#/properties/id/properties/header": { "messages": { "pattern": "is not the name of a header", "propertyNames": "is not the name of a header" } }, "#/properties/id/properties/body": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/item": { "messages": { "pattern": 'is not a path: it begins with "/", and has no query' } }, "#/properties/find": { "hints": { "*": "Write {match: [/name]}, or false." }, "fields": { "path": "Path of the list", "query": "Parameters of the list", "items": "Where in the answer the list is, or a mapping by id", "match": "The values of the body that must be the same, as pointers", "page": "How the list goes on: link (default), or one of {number, offset, cursor} with the name of its parameter" } }, "#/properties/find/properties/path": { "messages": { "pattern": 'is not a path: it begins with "/", and has no query' } }, "#/properties/find/properties/items": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/find/properties/match/items": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/find/properties/page": { "messages": { "pattern": 'is not "link"' }, "hints": { "*": "Write link, or {offset: offset, size: [limit, 100], more: /more}." }, "fields": { "number": "Parameter with the number of the page, from 1 on", "offset": "Parameter with the number of entries before the page", "cursor": "Parameter with what the page before gave as next", "size": "Parameter with the size of a page, and the size: [limit, 100]", "next": "Where in the answer the cursor of the next page is", "more": "Where in the answer it says whether there is more", "total": "Where in the answer the number of pages is" } }, "#/properties/find/properties/page/properties/number": { "messages": { "pattern": "is empty" } }, "#/properties/find/properties/page/properties/offset": { "messages": { "pattern": "is empty" } }, "#/properties/find/properties/page/properties/cursor": { "messages": { "pattern": "is empty" } }, "#/properties/find/properties/page/properties/next": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/find/properties/page/properties/more": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/find/properties/page/properties/total": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/request": { "fields": { "at": "Where in what is sent the body stands" } }, "#/properties/request/properties/at": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/response": { "fields": { "at": "Where in an answer the thing stands" } }, "#/properties/response/properties/at": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/aliases/additionalProperties": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/aliases/propertyNames": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/writeOnly/items": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/createOnly/items": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/replaceOn/items": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/lists/additionalProperties": { "messages": { "pattern": 'is neither "set" nor "ordered"' }, "hints": { "*": "Write set, or {key: /id}." }, "fields": { "key": "Where in a member its key is" } }, "#/properties/lists/additionalProperties/properties/key": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/lists/propertyNames": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/normalize/propertyNames": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/create": { "fields": { "method": "GET, POST, PUT, PATCH or DELETE", "path": "Another path; may hold {id}", "body": "Fields that are sent besides", "status": "Statuses that mean success" } }, "#/properties/create/properties/path": { "messages": { "pattern": 'is not a path: it begins with "/", and has no query' } }, "#/properties/read": { "fields": { "method": "GET, POST, PUT, PATCH or DELETE", "path": "Another path; may hold {id}", "body": "Fields that are sent besides", "status": "Statuses that mean success" } }, "#/properties/read/properties/path": { "messages": { "pattern": 'is not a path: it begins with "/", and has no query' } }, "#/properties/update": { "fields": { "method": "GET, POST, PUT, PATCH or DELETE", "path": "Another path; may hold {id}", "body": "Fields that are sent besides", "status": "Statuses that mean success", "send": "changed: the fields that differ; merged: all that the server has, with ours over it; declared: all of the body" } }, "#/properties/update/properties/path": { "messages": { "pattern": 'is not a path: it begins with "/", and has no query' } }, "#/properties/delete": { "fields": { "method": "GET, POST, PUT, PATCH or DELETE", "path": "Another path; may hold {id}", "body": "What is sent", "status": "Statuses that mean success" } }, "#/properties/delete/properties/path": { "messages": { "pattern": 'is not a path: it begins with "/", and has no query' } }, "#/properties/revision": { "fields": { "from": "ETag, another header of the answer, or a pointer into it", "to": "If-Match, another header, or a pointer into the body" } }, "#/properties/revision/properties/from": { "messages": { "pattern": "is empty" } }, "#/properties/revision/properties/to": { "messages": { "pattern": "is empty" } }, "#/properties/absent": { "fields": { "status": "Statuses", "at": "Where in the answer it says so", "in": "The values there that mean deleted" } }, "#/properties/absent/properties/at": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/poll": { "fields": { "url": "Where to look: a header like Location, a pointer into the answer, or item", "done": "What means that it is done", "failed": "What means that it has failed", "interval": "Time between two looks" } }, "#/properties/poll/properties/url": { "messages": { "pattern": "is empty" } }, "#/properties/poll/properties/done": { "fields": { "at": "Where in the answer", "in": "The values that mean it" } }, "#/properties/poll/properties/done/properties/at": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/poll/properties/failed": { "fields": { "at": "Where in the answer", "in": "The values that mean it" } }, "#/properties/poll/properties/failed/properties/at": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/poll/properties/interval": { "messages": { "pattern": "is not a duration like 30s" } }, "#/properties/settle": { "messages": { "pattern": "is not a duration like 30s" } }, "#/properties/idempotencyKey": { "messages": { "pattern": "is not the name of a header", "propertyNames": "is not the name of a header" } }, "#/properties/outputs/additionalProperties": { "messages": { "pattern": "is not a pointer" }, "hints": { "*": "Write /name or /config/url; * stands for every member of a list." } }, "#/properties/outputs/propertyNames": { "messages": { "pattern": 'is not the name of an output: letters, digits, "_" and "-", with a letter or "_" first', "propertyNames": 'is not the name of an output: letters, digits, "_" and "-", with a letter or "_" first' } }, "#/properties/sensitiveOutputs/items": { "messages": { "pattern": 'is not the name of an output: letters, digits, "_" and "-", with a letter or "_" first', "propertyNames": 'is not the name of an output: letters, digits, "_" and "-", with a letter or "_" first' } }, "#/properties/limits": { "fields": { "concurrent": "How many at once", "perSecond": "How many a second" } } };
export {
  notes,
  validate
};
