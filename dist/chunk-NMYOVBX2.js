import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);
import {
  at,
  isWithin,
  leaves,
  ruleAt,
  withAt
} from "./chunk-JO7QTVSF.js";
import {
  equalJson
} from "./chunk-CHHS7TI7.js";
import {
  isObject,
  pointerSegment
} from "./chunk-RRD47Q5D.js";

// src/processors/http-resource/same-value.ts
function isEmpty(value) {
  if (value === void 0 || value === null || value === "") return true;
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
function normalized(value, rule) {
  if (rule === void 0 || value === void 0 || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => normalized(member, rule));
  switch (rule) {
    case "lowercase":
      return typeof value === "string" ? value.toLowerCase() : value;
    case "trim":
      return typeof value === "string" ? value.trim() : value;
    case "no-trailing-dot":
      return typeof value === "string" ? value.replace(/\.$/, "") : value;
    case "number":
      return typeof value === "string" && isNumber(value) ? Number(value) : value;
    case "time":
      return timeOf(value) ?? value;
    case "json":
      return typeof value === "string" ? parsed(value) : value;
  }
}
function sameScalar(wanted, found) {
  return equalJson(wanted, found) || isEmpty(wanted) && isEmpty(found);
}
function likeScalar(wanted, found) {
  if (sameScalar(wanted, found)) return true;
  if (isEmpty(wanted) || isEmpty(found) || typeof wanted === "object" || typeof found === "object") return false;
  const [left, right] = [plain(wanted), plain(found)];
  if (left === right) return true;
  if (isNumber(left) && isNumber(right)) return isRounded(Number(left), right);
  const [time, other] = [timeOf(wanted ?? null), timeOf(found ?? null)];
  return time !== void 0 && time === other;
}
function plain(value) {
  return String(value).trim().toLowerCase().replace(/\.$/, "");
}
function isNumber(text) {
  return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text.trim());
}
function isRounded(wanted, found) {
  const kept = Number(found);
  if (wanted === kept) return true;
  const digits = (/\.(\d+)/.exec(found)?.[1] ?? "").length;
  const half = 0.5 * 10 ** -digits * (1 + 1e-9);
  return Math.abs(wanted - kept) <= half && Math.abs(wanted - kept) <= Math.abs(wanted) / 10;
}
function timeOf(value) {
  if (typeof value !== "string") return void 0;
  const [, date, clock = "T00:00:00", zone = "Z"] = /^(\d{4}-\d\d-\d\d)([T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(value.trim()) ?? [];
  if (date === void 0) return void 0;
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const time = Date.parse(`${date}${clock.replace(" ", "T").toUpperCase()}${offset}`);
  return Number.isNaN(time) ? void 0 : time;
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// src/processors/http-resource/compare-body.ts
function declaredPart(wanted, found, rules, pointer = "") {
  if (found === void 0 || isWithin(rules.unseen, pointer)) return void 0;
  if (isObject(wanted)) {
    if (!isObject(found)) return found === null || typeof found !== "object" ? found : {};
    const entries = Object.entries(wanted).flatMap(([key, member]) => {
      const value = Object.hasOwn(found, key) ? found[key] : void 0;
      const part = declaredPart(member, value, rules, `${pointer}/${pointerSegment(key)}`);
      return part === void 0 ? [] : [[key, part]];
    });
    return Object.fromEntries(entries);
  }
  if (Array.isArray(found)) return declaredMembers(Array.isArray(wanted) ? wanted : [], found, rules, pointer);
  return isObject(found) ? {} : found;
}
function declaredMembers(wanted, found, rules, pointer) {
  const rule = ruleAt(rules.lists, pointer);
  const all = Object.assign({}, ...wanted.filter(isObject));
  const parts = found.map((member, index) => {
    if (!isObject(member)) return [index, Array.isArray(member) ? [] : member];
    const like = partner(wanted, member, index, rule) ?? all;
    const known = wanted.indexOf(like);
    const part = declaredPart(isObject(like) ? like : {}, member, rules, `${pointer}/${known === -1 ? index : known}`);
    return [known === -1 ? wanted.length + index : known, part ?? null];
  });
  return (typeof rule === "object" ? parts.sort(([left], [right]) => left - right) : parts).map(([, part]) => part);
}
function partner(wanted, member, index, rule) {
  if (typeof rule !== "object") return rule === "set" ? void 0 : wanted[index];
  const key = at(member, rule.key);
  return wanted.find((one) => likeScalar(at(one, rule.key), key));
}
function bodyDifferences(wanted, found, rules, pointer = "") {
  if (isWithin(rules.unseen, pointer)) return [];
  if (isObject(wanted)) {
    if (isEmpty(wanted)) return [];
    if (found !== void 0 && found !== null && !isObject(found)) return [difference(wanted, found, rules, pointer)];
    return Object.entries(wanted).flatMap(([key, member]) => {
      const value = isObject(found) && Object.hasOwn(found, key) ? found[key] : void 0;
      return bodyDifferences(member, value, rules, `${pointer}/${pointerSegment(key)}`);
    });
  }
  const rule = ruleAt(rules.normalize, pointer);
  if (Array.isArray(wanted)) return listDifferences(wanted, found, rules, pointer, rule);
  const same = rules.weak ? likeScalar : sameScalar;
  if (same(normalized(wanted, rule), normalized(found, rule))) return [];
  return [difference(wanted, found, rules, pointer)];
}
function difference(wanted, found, rules, pointer) {
  const before = declaredPart(wanted, found, rules, pointer);
  return { path: pointer, ...before === void 0 ? {} : { before }, after: wanted };
}
function listDifferences(wanted, given, rules, pointer, rule) {
  if (isEmpty(wanted) && isEmpty(given)) return [];
  const whole = [difference(wanted, given, rules, pointer)];
  const found = normalizedList(given, rule);
  if (!found || found.length !== wanted.length) return whole;
  const order = ruleAt(rules.lists, pointer) ?? "ordered";
  const compare = (index, member) => bodyDifferences(wanted[index], member, inMember(rules, rule, pointer), `${pointer}/${index}`);
  if (order !== "set" && typeof order === "object") {
    const partners = wanted.map((one) => found.find((member) => likeScalar(at(one, order.key), at(member, order.key))));
    if (partners.includes(void 0)) return whole;
    return partners.flatMap((member, index) => compare(index, member));
  }
  if (order === "set" || rules.weak) {
    const left = [...found];
    const isThere = (_, index) => {
      const match = left.findIndex((member) => compare(index, member).length === 0);
      if (match !== -1) left.splice(match, 1);
      return match !== -1;
    };
    return wanted.every(isThere) ? [] : whole;
  }
  return found.flatMap((member, index) => compare(index, member));
}
function normalizedList(given, rule) {
  const list = rule === "json" ? normalized(given, rule) : given;
  return Array.isArray(list) ? list : void 0;
}
function inMember(rules, rule, pointer) {
  return rule === void 0 ? rules : { ...rules, normalize: { ...rules.normalize, [`${pointer}/*`]: rule } };
}
function holdsAll(wanted, found, unseen, pointer = "") {
  if (isWithin(unseen, pointer)) return true;
  if (isObject(wanted)) {
    return isObject(found) && Object.entries(wanted).every(([key, member]) => {
      const place = `${pointer}/${pointerSegment(key)}`;
      const value = Object.hasOwn(found, key) ? found[key] : void 0;
      return value === void 0 && isEmpty(member) || holdsAll(member, value, unseen, place);
    });
  }
  if (!Array.isArray(wanted)) return found !== void 0;
  const first = wanted.find(isObject);
  if (!Array.isArray(found) || !isObject(first)) return found !== void 0;
  return found.every(
    (member) => !isObject(member) || holdsAll(first, member, unseen, `${pointer}/0`)
  );
}

// src/processors/http-resource/resource-facts.ts
function readFacts(facts) {
  if (!facts || typeof facts.id !== "string") return void 0;
  const unseen = Array.isArray(facts.unseen) ? facts.unseen.filter((one) => typeof one === "string") : [];
  return { id: facts.id, body: isObject(facts.body) ? facts.body : {}, unseen };
}
function storedFacts({ id, body, unseen }) {
  return { id, body, ...unseen.length > 0 ? { unseen } : {} };
}
function unseenPlaces(fields, containsSecret) {
  const { writeOnly = [], createOnly = [], body } = fields;
  const secret = [...leaves(body)].flatMap(
    ([pointer, value]) => typeof value === "string" && value !== "" && containsSecret(value) ? [pointer] : []
  );
  return [...writeOnly, ...createOnly, ...secret];
}
function inOurShape({ aliases = {} }, thing) {
  return Object.entries(aliases).reduce((shaped, [ours, theirs]) => {
    const value = at(thing, theirs);
    return value === void 0 ? shaped : withAt(shaped, ours, value);
  }, thing);
}
function factsOf(fields, id, thing, unseen) {
  const rules = comparison(fields, unseen);
  const body = declaredPart(fields.body, inOurShape(fields, thing), rules);
  return { id, body: isObject(body) ? body : {}, unseen };
}
function comparison({ lists, normalize }, unseen, weak = false) {
  return { ...lists ? { lists } : {}, ...normalize ? { normalize } : {}, unseen, ...weak ? { weak } : {} };
}
function factDifferences(facts, fields, observed) {
  const found = readFacts(facts);
  if (!found) return [];
  const made = readFacts(observed);
  const rules = comparison(fields, found.unseen);
  return bodyDifferences(fields.body, found.body, rules).filter(({ path }) => !withAncestors(path).some((place) => isMade(place, found, made, fields))).map((field) => ({ ...field, path: `/body${field.path}` }));
}
function withAncestors(pointer) {
  const path = pointer.split("/");
  return path.map((_, index) => path.slice(0, path.length - index).join("/"));
}
function isMade(pointer, found, made, fields) {
  const [wanted, now, then] = [fields.body, found.body, made?.body ?? {}].map((body) => at(body, pointer));
  if (wanted === void 0 || then === void 0) return false;
  const strict = comparison(fields, found.unseen);
  if (bodyDifferences(wanted, then, { ...strict, weak: true }, pointer).length > 0) return false;
  const isMoved = Array.isArray(wanted) && bodyDifferences(wanted, then, strict, pointer).length > 0;
  const rules = isMoved ? { ...strict, lists: { ...strict.lists, [pointer]: "set" } } : strict;
  return bodyDifferences(then, now, rules, pointer).length === 0;
}

export {
  normalized,
  sameScalar,
  likeScalar,
  bodyDifferences,
  holdsAll,
  readFacts,
  storedFacts,
  unseenPlaces,
  inOurShape,
  factsOf,
  comparison,
  factDifferences
};
