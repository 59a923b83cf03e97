// Written by scripts/generate-validators.ts from schema/*.json. Do not edit.
"use strict";
export const validateReport = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","required":["format","version","command","project","result","failureReason","diagnostics","contexts"],"properties":{"format":{"const":"opus-report"},"version":{"const":1},"command":{"$ref":"#/definitions/word"},"previews":{"anyOf":[{"$ref":"#/definitions/name"},{"type":"null"}]},"project":{"$ref":"#/definitions/name"},"result":{"enum":["success","failure","cancelled"]},"failureReason":{"$ref":"#/definitions/failureReason"},"diagnostics":{"type":"array","maxItems":10000,"items":{"type":"object","required":["severity","code","message"],"properties":{"severity":{"enum":["error","warning","notice"]},"code":{"$ref":"#/definitions/name"},"message":{"$ref":"#/definitions/text"},"file":{"$ref":"#/definitions/textOrNull"},"line":{"$ref":"#/definitions/placeOrNull"},"column":{"$ref":"#/definitions/placeOrNull"},"suggestion":{"$ref":"#/definitions/textOrNull"}}}},"contexts":{"type":"array","maxItems":1000,"items":{"type":"object","required":["name","order","planDigest","state","counts","tasks"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","maxLength":1000},"order":{"type":"array","maxItems":200000,"items":{"$ref":"#/definitions/name"}},"planDigest":{"anyOf":[{"$ref":"#/definitions/digest"},{"type":"null"}]},"failureReason":{"$ref":"#/definitions/failureReason"},"state":{"type":"object","required":["backend","lineage","serial","revision"],"properties":{"backend":{"$ref":"#/definitions/name"},"sealed":{"type":"boolean"},"lineage":{"$ref":"#/definitions/textOrNull"},"serial":{"type":"integer","minimum":0},"revision":{"$ref":"#/definitions/textOrNull"}}},"counts":{"type":"object","required":["create","update","replace","delete","adopt","forget","noop","failed","skipped","unknown"],"additionalProperties":{"type":"integer","minimum":0,"maximum":1000000}},"reviewable":{"type":"object","required":["seal","changes"],"properties":{"seal":{"anyOf":[{"$ref":"#/definitions/digest"},{"type":"null"}]},"changes":{"type":"object","additionalProperties":{"type":"object","required":["change","wanted","recorded","live"],"properties":{"change":{"$ref":"#/definitions/change"},"wanted":{"$ref":"#/definitions/shortOrNull"},"recorded":{"$ref":"#/definitions/shortOrNull"},"live":{"$ref":"#/definitions/shortOrNull"}}}}}},"tasks":{"type":"array","maxItems":200000,"items":{"$ref":"#/definitions/task"}}}}}},"definitions":{"field":{"type":"object","required":["path"],"properties":{"path":{"$ref":"#/definitions/text"},"before":{},"after":{},"drifted":{"type":"boolean"},"left":{},"effect":{"enum":["now","later","recorded"]},"runs":{"$ref":"#/definitions/name"},"sensitive":{"type":"boolean"},"forcesReplacement":{"type":"boolean"},"knownAfter":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/name"}},"otherValues":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/name"}}}},"name":{"type":"string","maxLength":1000},"word":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","maxLength":1000},"text":{"type":"string","maxLength":1000000},"textOrNull":{"anyOf":[{"type":"string","maxLength":1000000},{"type":"null"}]},"shortOrNull":{"anyOf":[{"type":"string","pattern":"^[0-9a-f]{1,64}$"},{"type":"null"}]},"placeOrNull":{"anyOf":[{"type":"integer","minimum":0},{"type":"null"}]},"digest":{"type":"string","pattern":"^(?:sha256|hmac-sha256):[0-9a-f]{64}$"},"change":{"enum":["create","update","replace","delete","adopt","forget","noop","none"]},"failureReason":{"enum":[null,"invalid-input","invalid-manifest","no-context","untrusted","state-unavailable","state-locked","state-conflict","plan-changed","plan-not-reviewed","guarded","task-failed","drift-detected","changes-pending","superseded","cancelled","internal"]},"error":{"type":"object","required":["message"],"properties":{"message":{"type":"string","maxLength":1000000},"hint":{"type":"string","maxLength":1000000},"detail":{"type":"string","maxLength":10000000},"causes":{"type":"array","maxItems":100,"items":{"type":"object","required":["message"],"properties":{"message":{"type":"string","maxLength":1000000},"hint":{"type":"string","maxLength":1000000},"detail":{"type":"string","maxLength":10000000}}}}}},"task":{"type":"object","required":["name","apiVersion","kind","change","reason","status","drift","fields","durationMs","outputs","error","location"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","maxLength":1000},"apiVersion":{"$ref":"#/definitions/name"},"kind":{"$ref":"#/definitions/name"},"change":{"$ref":"#/definitions/change"},"reason":{"$ref":"#/definitions/text"},"status":{"enum":["planned","done","failed","rolled-back","tainted","skipped","cancelled","observed"]},"rollback":{"enum":["needless","impossible"]},"drift":{"enum":["in-sync","spec-changed","resource-changed","both","missing","unobservable","unknown","untracked"]},"fields":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/field"}},"compared":{"enum":["live","recorded"]},"metadata":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/field"}},"durationMs":{"type":"number","minimum":0},"outputs":{"type":"object"},"sensitiveOutputs":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/name"}},"error":{"anyOf":[{"$ref":"#/definitions/error"},{"type":"null"}]},"location":{"anyOf":[{"type":"object","required":["file","line","column"],"properties":{"file":{"type":"string","maxLength":4096},"line":{"type":"integer","minimum":0},"column":{"type":"integer","minimum":0}}},{"type":"null"}]},"dependencies":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/name"}}}}}};
const schema12 = {"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","maxLength":1000};
const schema13 = {"type":"string","maxLength":1000};
const schema15 = {"enum":[null,"invalid-input","invalid-manifest","no-context","untrusted","state-unavailable","state-locked","state-conflict","plan-changed","plan-not-reviewed","guarded","task-failed","drift-detected","changes-pending","superseded","cancelled","internal"]};
const schema17 = {"type":"string","maxLength":1000000};
const schema18 = {"anyOf":[{"type":"string","maxLength":1000000},{"type":"null"}]};
const schema19 = {"anyOf":[{"type":"integer","minimum":0},{"type":"null"}]};
const schema23 = {"type":"string","pattern":"^(?:sha256|hmac-sha256):[0-9a-f]{64}$"};
const schema29 = {"enum":["create","update","replace","delete","adopt","forget","noop","none"]};
const schema30 = {"anyOf":[{"type":"string","pattern":"^[0-9a-f]{1,64}$"},{"type":"null"}]};
const pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
const pattern2 = new RegExp("^(?:sha256|hmac-sha256):[0-9a-f]{64}$", "u");
const pattern4 = new RegExp("^[0-9a-f]{1,64}$", "u");
const schema33 = {"type":"object","required":["name","apiVersion","kind","change","reason","status","drift","fields","durationMs","outputs","error","location"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","maxLength":1000},"apiVersion":{"$ref":"#/definitions/name"},"kind":{"$ref":"#/definitions/name"},"change":{"$ref":"#/definitions/change"},"reason":{"$ref":"#/definitions/text"},"status":{"enum":["planned","done","failed","rolled-back","tainted","skipped","cancelled","observed"]},"rollback":{"enum":["needless","impossible"]},"drift":{"enum":["in-sync","spec-changed","resource-changed","both","missing","unobservable","unknown","untracked"]},"fields":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/field"}},"compared":{"enum":["live","recorded"]},"metadata":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/field"}},"durationMs":{"type":"number","minimum":0},"outputs":{"type":"object"},"sensitiveOutputs":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/name"}},"error":{"anyOf":[{"$ref":"#/definitions/error"},{"type":"null"}]},"location":{"anyOf":[{"type":"object","required":["file","line","column"],"properties":{"file":{"type":"string","maxLength":4096},"line":{"type":"integer","minimum":0},"column":{"type":"integer","minimum":0}}},{"type":"null"}]},"dependencies":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/name"}}}};
const schema44 = {"type":"object","required":["message"],"properties":{"message":{"type":"string","maxLength":1000000},"hint":{"type":"string","maxLength":1000000},"detail":{"type":"string","maxLength":10000000},"causes":{"type":"array","maxItems":100,"items":{"type":"object","required":["message"],"properties":{"message":{"type":"string","maxLength":1000000},"hint":{"type":"string","maxLength":1000000},"detail":{"type":"string","maxLength":10000000}}}}}};
const schema38 = {"type":"object","required":["path"],"properties":{"path":{"$ref":"#/definitions/text"},"before":{},"after":{},"drifted":{"type":"boolean"},"left":{},"effect":{"enum":["now","later","recorded"]},"runs":{"$ref":"#/definitions/name"},"sensitive":{"type":"boolean"},"forcesReplacement":{"type":"boolean"},"knownAfter":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/name"}},"otherValues":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/name"}}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.path === undefined) && (missing0 = "path")){
validate12.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.path !== undefined){
let data0 = data.path;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 1000000){
validate12.errors = [{instancePath:instancePath+"/path",schemaPath:"#/definitions/text/maxLength",keyword:"maxLength",params:{limit: 1000000}}];
return false;
}
}
else {
validate12.errors = [{instancePath:instancePath+"/path",schemaPath:"#/definitions/text/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.drifted !== undefined){
const _errs4 = errors;
if(typeof data.drifted !== "boolean"){
validate12.errors = [{instancePath:instancePath+"/drifted",schemaPath:"#/properties/drifted/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.effect !== undefined){
let data2 = data.effect;
const _errs6 = errors;
if(!(((data2 === "now") || (data2 === "later")) || (data2 === "recorded"))){
validate12.errors = [{instancePath:instancePath+"/effect",schemaPath:"#/properties/effect/enum",keyword:"enum",params:{allowedValues: schema38.properties.effect.enum}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runs !== undefined){
let data3 = data.runs;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(data3.length > 1000){
validate12.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
}
else {
validate12.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sensitive !== undefined){
const _errs10 = errors;
if(typeof data.sensitive !== "boolean"){
validate12.errors = [{instancePath:instancePath+"/sensitive",schemaPath:"#/properties/sensitive/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.forcesReplacement !== undefined){
const _errs12 = errors;
if(typeof data.forcesReplacement !== "boolean"){
validate12.errors = [{instancePath:instancePath+"/forcesReplacement",schemaPath:"#/properties/forcesReplacement/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.knownAfter !== undefined){
let data6 = data.knownAfter;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data6)){
if(data6.length > 1000){
validate12.errors = [{instancePath:instancePath+"/knownAfter",schemaPath:"#/properties/knownAfter/maxItems",keyword:"maxItems",params:{limit: 1000}}];
return false;
}
else {
var valid3 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(data7.length > 1000){
validate12.errors = [{instancePath:instancePath+"/knownAfter/" + i0,schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
}
else {
validate12.errors = [{instancePath:instancePath+"/knownAfter/" + i0,schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs16 === errors;
if(!valid3){
break;
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/knownAfter",schemaPath:"#/properties/knownAfter/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.otherValues !== undefined){
let data8 = data.otherValues;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data8)){
if(data8.length > 1000){
validate12.errors = [{instancePath:instancePath+"/otherValues",schemaPath:"#/properties/otherValues/maxItems",keyword:"maxItems",params:{limit: 1000}}];
return false;
}
else {
var valid5 = true;
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
const _errs21 = errors;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data9 === "string"){
if(data9.length > 1000){
validate12.errors = [{instancePath:instancePath+"/otherValues/" + i1,schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
}
else {
validate12.errors = [{instancePath:instancePath+"/otherValues/" + i1,schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs21 === errors;
if(!valid5){
break;
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/otherValues",schemaPath:"#/properties/otherValues/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate12.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.name === undefined) && (missing0 = "name")) || ((data.apiVersion === undefined) && (missing0 = "apiVersion"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.change === undefined) && (missing0 = "change"))) || ((data.reason === undefined) && (missing0 = "reason"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.drift === undefined) && (missing0 = "drift"))) || ((data.fields === undefined) && (missing0 = "fields"))) || ((data.durationMs === undefined) && (missing0 = "durationMs"))) || ((data.outputs === undefined) && (missing0 = "outputs"))) || ((data.error === undefined) && (missing0 = "error"))) || ((data.location === undefined) && (missing0 = "location"))){
validate11.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.name !== undefined){
let data0 = data.name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 1000){
validate11.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern0.test(data0)){
validate11.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}}];
return false;
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.apiVersion !== undefined){
let data1 = data.apiVersion;
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length > 1000){
validate11.errors = [{instancePath:instancePath+"/apiVersion",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/apiVersion",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
let data2 = data.kind;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(data2.length > 1000){
validate11.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.change !== undefined){
let data3 = data.change;
const _errs9 = errors;
if(!((((((((data3 === "create") || (data3 === "update")) || (data3 === "replace")) || (data3 === "delete")) || (data3 === "adopt")) || (data3 === "forget")) || (data3 === "noop")) || (data3 === "none"))){
validate11.errors = [{instancePath:instancePath+"/change",schemaPath:"#/definitions/change/enum",keyword:"enum",params:{allowedValues: schema29.enum}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
let data4 = data.reason;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data4 === "string"){
if(data4.length > 1000000){
validate11.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/definitions/text/maxLength",keyword:"maxLength",params:{limit: 1000000}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/definitions/text/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data5 = data.status;
const _errs14 = errors;
if(!((((((((data5 === "planned") || (data5 === "done")) || (data5 === "failed")) || (data5 === "rolled-back")) || (data5 === "tainted")) || (data5 === "skipped")) || (data5 === "cancelled")) || (data5 === "observed"))){
validate11.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema33.properties.status.enum}}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rollback !== undefined){
let data6 = data.rollback;
const _errs15 = errors;
if(!((data6 === "needless") || (data6 === "impossible"))){
validate11.errors = [{instancePath:instancePath+"/rollback",schemaPath:"#/properties/rollback/enum",keyword:"enum",params:{allowedValues: schema33.properties.rollback.enum}}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.drift !== undefined){
let data7 = data.drift;
const _errs16 = errors;
if(!((((((((data7 === "in-sync") || (data7 === "spec-changed")) || (data7 === "resource-changed")) || (data7 === "both")) || (data7 === "missing")) || (data7 === "unobservable")) || (data7 === "unknown")) || (data7 === "untracked"))){
validate11.errors = [{instancePath:instancePath+"/drift",schemaPath:"#/properties/drift/enum",keyword:"enum",params:{allowedValues: schema33.properties.drift.enum}}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fields !== undefined){
let data8 = data.fields;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data8)){
if(data8.length > 10000){
validate11.errors = [{instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid5 = true;
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
const _errs19 = errors;
if(!(validate12(data8[i0], {instancePath:instancePath+"/fields/" + i0,parentData:data8,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
var valid5 = _errs19 === errors;
if(!valid5){
break;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.compared !== undefined){
let data10 = data.compared;
const _errs20 = errors;
if(!((data10 === "live") || (data10 === "recorded"))){
validate11.errors = [{instancePath:instancePath+"/compared",schemaPath:"#/properties/compared/enum",keyword:"enum",params:{allowedValues: schema33.properties.compared.enum}}];
return false;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metadata !== undefined){
let data11 = data.metadata;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data11)){
if(data11.length > 10000){
validate11.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid6 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
const _errs23 = errors;
if(!(validate12(data11[i1], {instancePath:instancePath+"/metadata/" + i1,parentData:data11,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
var valid6 = _errs23 === errors;
if(!valid6){
break;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.durationMs !== undefined){
let data13 = data.durationMs;
const _errs24 = errors;
if(errors === _errs24){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 0 || isNaN(data13)){
validate11.errors = [{instancePath:instancePath+"/durationMs",schemaPath:"#/properties/durationMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/durationMs",schemaPath:"#/properties/durationMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outputs !== undefined){
let data14 = data.outputs;
const _errs26 = errors;
if(!(data14 && typeof data14 == "object" && !Array.isArray(data14))){
validate11.errors = [{instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sensitiveOutputs !== undefined){
let data15 = data.sensitiveOutputs;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data15)){
if(data15.length > 10000){
validate11.errors = [{instancePath:instancePath+"/sensitiveOutputs",schemaPath:"#/properties/sensitiveOutputs/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid7 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data16 === "string"){
if(data16.length > 1000){
validate11.errors = [{instancePath:instancePath+"/sensitiveOutputs/" + i2,schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/sensitiveOutputs/" + i2,schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs30 === errors;
if(!valid7){
break;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/sensitiveOutputs",schemaPath:"#/properties/sensitiveOutputs/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.error !== undefined){
let data17 = data.error;
const _errs33 = errors;
const _errs34 = errors;
let valid9 = false;
const _errs35 = errors;
const _errs36 = errors;
if(errors === _errs36){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing1;
if((data17.message === undefined) && (missing1 = "message")){
const err0 = {instancePath:instancePath+"/error",schemaPath:"#/definitions/error/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data17.message !== undefined){
let data18 = data17.message;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data18 === "string"){
if(data18.length > 1000000){
const err1 = {instancePath:instancePath+"/error/message",schemaPath:"#/definitions/error/properties/message/maxLength",keyword:"maxLength",params:{limit: 1000000}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/error/message",schemaPath:"#/definitions/error/properties/message/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var valid11 = _errs38 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data17.hint !== undefined){
let data19 = data17.hint;
const _errs40 = errors;
if(errors === _errs40){
if(typeof data19 === "string"){
if(data19.length > 1000000){
const err3 = {instancePath:instancePath+"/error/hint",schemaPath:"#/definitions/error/properties/hint/maxLength",keyword:"maxLength",params:{limit: 1000000}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/error/hint",schemaPath:"#/definitions/error/properties/hint/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var valid11 = _errs40 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data17.detail !== undefined){
let data20 = data17.detail;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data20 === "string"){
if(data20.length > 10000000){
const err5 = {instancePath:instancePath+"/error/detail",schemaPath:"#/definitions/error/properties/detail/maxLength",keyword:"maxLength",params:{limit: 10000000}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/error/detail",schemaPath:"#/definitions/error/properties/detail/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var valid11 = _errs42 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data17.causes !== undefined){
let data21 = data17.causes;
const _errs44 = errors;
if(errors === _errs44){
if(Array.isArray(data21)){
if(data21.length > 100){
const err7 = {instancePath:instancePath+"/error/causes",schemaPath:"#/definitions/error/properties/causes/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
var valid12 = true;
const len3 = data21.length;
for(let i3=0; i3<len3; i3++){
let data22 = data21[i3];
const _errs46 = errors;
if(errors === _errs46){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
let missing2;
if((data22.message === undefined) && (missing2 = "message")){
const err8 = {instancePath:instancePath+"/error/causes/" + i3,schemaPath:"#/definitions/error/properties/causes/items/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
if(data22.message !== undefined){
let data23 = data22.message;
const _errs48 = errors;
if(errors === _errs48){
if(typeof data23 === "string"){
if(data23.length > 1000000){
const err9 = {instancePath:instancePath+"/error/causes/" + i3+"/message",schemaPath:"#/definitions/error/properties/causes/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 1000000}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/error/causes/" + i3+"/message",schemaPath:"#/definitions/error/properties/causes/items/properties/message/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var valid13 = _errs48 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.hint !== undefined){
let data24 = data22.hint;
const _errs50 = errors;
if(errors === _errs50){
if(typeof data24 === "string"){
if(data24.length > 1000000){
const err11 = {instancePath:instancePath+"/error/causes/" + i3+"/hint",schemaPath:"#/definitions/error/properties/causes/items/properties/hint/maxLength",keyword:"maxLength",params:{limit: 1000000}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/error/causes/" + i3+"/hint",schemaPath:"#/definitions/error/properties/causes/items/properties/hint/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var valid13 = _errs50 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data22.detail !== undefined){
let data25 = data22.detail;
const _errs52 = errors;
if(errors === _errs52){
if(typeof data25 === "string"){
if(data25.length > 10000000){
const err13 = {instancePath:instancePath+"/error/causes/" + i3+"/detail",schemaPath:"#/definitions/error/properties/causes/items/properties/detail/maxLength",keyword:"maxLength",params:{limit: 10000000}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/error/causes/" + i3+"/detail",schemaPath:"#/definitions/error/properties/causes/items/properties/detail/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid13 = _errs52 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/error/causes/" + i3,schemaPath:"#/definitions/error/properties/causes/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
var valid12 = _errs46 === errors;
if(!valid12){
break;
}
}
}
}
else {
const err16 = {instancePath:instancePath+"/error/causes",schemaPath:"#/definitions/error/properties/causes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var valid11 = _errs44 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
else {
const err17 = {instancePath:instancePath+"/error",schemaPath:"#/definitions/error/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var _valid0 = _errs35 === errors;
valid9 = valid9 || _valid0;
if(!valid9){
const _errs54 = errors;
if(data17 !== null){
const err18 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid0 = _errs54 === errors;
valid9 = valid9 || _valid0;
}
if(!valid9){
const err19 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
validate11.errors = vErrors;
return false;
}
else {
errors = _errs34;
if(vErrors !== null){
if(_errs34){
vErrors.length = _errs34;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.location !== undefined){
let data26 = data.location;
const _errs56 = errors;
const _errs57 = errors;
let valid14 = false;
const _errs58 = errors;
if(errors === _errs58){
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
let missing3;
if((((data26.file === undefined) && (missing3 = "file")) || ((data26.line === undefined) && (missing3 = "line"))) || ((data26.column === undefined) && (missing3 = "column"))){
const err20 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/anyOf/0/required",keyword:"required",params:{missingProperty: missing3}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
if(data26.file !== undefined){
let data27 = data26.file;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data27 === "string"){
if(data27.length > 4096){
const err21 = {instancePath:instancePath+"/location/file",schemaPath:"#/properties/location/anyOf/0/properties/file/maxLength",keyword:"maxLength",params:{limit: 4096}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/location/file",schemaPath:"#/properties/location/anyOf/0/properties/file/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var valid15 = _errs60 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data26.line !== undefined){
let data28 = data26.line;
const _errs62 = errors;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err23 = {instancePath:instancePath+"/location/line",schemaPath:"#/properties/location/anyOf/0/properties/line/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(errors === _errs62){
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 0 || isNaN(data28)){
const err24 = {instancePath:instancePath+"/location/line",schemaPath:"#/properties/location/anyOf/0/properties/line/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
var valid15 = _errs62 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data26.column !== undefined){
let data29 = data26.column;
const _errs64 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err25 = {instancePath:instancePath+"/location/column",schemaPath:"#/properties/location/anyOf/0/properties/column/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(errors === _errs64){
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
const err26 = {instancePath:instancePath+"/location/column",schemaPath:"#/properties/location/anyOf/0/properties/column/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
var valid15 = _errs64 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
else {
const err27 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
var _valid1 = _errs58 === errors;
valid14 = valid14 || _valid1;
if(!valid14){
const _errs66 = errors;
if(data26 !== null){
const err28 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var _valid1 = _errs66 === errors;
valid14 = valid14 || _valid1;
}
if(!valid14){
const err29 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
validate11.errors = vErrors;
return false;
}
else {
errors = _errs57;
if(vErrors !== null){
if(_errs57){
vErrors.length = _errs57;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs56 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dependencies !== undefined){
let data30 = data.dependencies;
const _errs68 = errors;
if(errors === _errs68){
if(Array.isArray(data30)){
if(data30.length > 10000){
validate11.errors = [{instancePath:instancePath+"/dependencies",schemaPath:"#/properties/dependencies/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid16 = true;
const len4 = data30.length;
for(let i4=0; i4<len4; i4++){
let data31 = data30[i4];
const _errs70 = errors;
const _errs71 = errors;
if(errors === _errs71){
if(typeof data31 === "string"){
if(data31.length > 1000){
validate11.errors = [{instancePath:instancePath+"/dependencies/" + i4,schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/dependencies/" + i4,schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid16 = _errs70 === errors;
if(!valid16){
break;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/dependencies",schemaPath:"#/properties/dependencies/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs68 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate11.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.format === undefined) && (missing0 = "format")) || ((data.version === undefined) && (missing0 = "version"))) || ((data.command === undefined) && (missing0 = "command"))) || ((data.project === undefined) && (missing0 = "project"))) || ((data.result === undefined) && (missing0 = "result"))) || ((data.failureReason === undefined) && (missing0 = "failureReason"))) || ((data.diagnostics === undefined) && (missing0 = "diagnostics"))) || ((data.contexts === undefined) && (missing0 = "contexts"))){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.format !== undefined){
const _errs1 = errors;
if("opus-report" !== data.format){
validate10.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "opus-report"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs2 = errors;
if(1 !== data.version){
validate10.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined){
let data2 = data.command;
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data2 === "string"){
if(data2.length > 1000){
validate10.errors = [{instancePath:instancePath+"/command",schemaPath:"#/definitions/word/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern0.test(data2)){
validate10.errors = [{instancePath:instancePath+"/command",schemaPath:"#/definitions/word/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/command",schemaPath:"#/definitions/word/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.previews !== undefined){
let data3 = data.previews;
const _errs6 = errors;
const _errs7 = errors;
let valid2 = false;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data3 === "string"){
if(data3.length > 1000){
const err0 = {instancePath:instancePath+"/previews",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/previews",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs8 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs11 = errors;
if(data3 !== null){
const err2 = {instancePath:instancePath+"/previews",schemaPath:"#/properties/previews/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs11 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err3 = {instancePath:instancePath+"/previews",schemaPath:"#/properties/previews/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.project !== undefined){
let data4 = data.project;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(data4.length > 1000){
validate10.errors = [{instancePath:instancePath+"/project",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/project",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.result !== undefined){
let data5 = data.result;
const _errs16 = errors;
if(!(((data5 === "success") || (data5 === "failure")) || (data5 === "cancelled"))){
validate10.errors = [{instancePath:instancePath+"/result",schemaPath:"#/properties/result/enum",keyword:"enum",params:{allowedValues: schema11.properties.result.enum}}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failureReason !== undefined){
let data6 = data.failureReason;
const _errs17 = errors;
if(!(((((((((((((((((data6 === null) || (data6 === "invalid-input")) || (data6 === "invalid-manifest")) || (data6 === "no-context")) || (data6 === "untrusted")) || (data6 === "state-unavailable")) || (data6 === "state-locked")) || (data6 === "state-conflict")) || (data6 === "plan-changed")) || (data6 === "plan-not-reviewed")) || (data6 === "guarded")) || (data6 === "task-failed")) || (data6 === "drift-detected")) || (data6 === "changes-pending")) || (data6 === "superseded")) || (data6 === "cancelled")) || (data6 === "internal"))){
validate10.errors = [{instancePath:instancePath+"/failureReason",schemaPath:"#/definitions/failureReason/enum",keyword:"enum",params:{allowedValues: schema15.enum}}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.diagnostics !== undefined){
let data7 = data.diagnostics;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data7)){
if(data7.length > 10000){
validate10.errors = [{instancePath:instancePath+"/diagnostics",schemaPath:"#/properties/diagnostics/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid6 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
const _errs21 = errors;
if(errors === _errs21){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if((((data8.severity === undefined) && (missing1 = "severity")) || ((data8.code === undefined) && (missing1 = "code"))) || ((data8.message === undefined) && (missing1 = "message"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0,schemaPath:"#/properties/diagnostics/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data8.severity !== undefined){
let data9 = data8.severity;
const _errs23 = errors;
if(!(((data9 === "error") || (data9 === "warning")) || (data9 === "notice"))){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/severity",schemaPath:"#/properties/diagnostics/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema11.properties.diagnostics.items.properties.severity.enum}}];
return false;
}
var valid7 = _errs23 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.code !== undefined){
let data10 = data8.code;
const _errs24 = errors;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data10 === "string"){
if(data10.length > 1000){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/code",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/code",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs24 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.message !== undefined){
let data11 = data8.message;
const _errs27 = errors;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data11 === "string"){
if(data11.length > 1000000){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/message",schemaPath:"#/definitions/text/maxLength",keyword:"maxLength",params:{limit: 1000000}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/message",schemaPath:"#/definitions/text/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs27 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.file !== undefined){
let data12 = data8.file;
const _errs30 = errors;
const _errs32 = errors;
let valid11 = false;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data12 === "string"){
if(data12.length > 1000000){
const err4 = {instancePath:instancePath+"/diagnostics/" + i0+"/file",schemaPath:"#/definitions/textOrNull/anyOf/0/maxLength",keyword:"maxLength",params:{limit: 1000000}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/diagnostics/" + i0+"/file",schemaPath:"#/definitions/textOrNull/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid1 = _errs33 === errors;
valid11 = valid11 || _valid1;
if(!valid11){
const _errs35 = errors;
if(data12 !== null){
const err6 = {instancePath:instancePath+"/diagnostics/" + i0+"/file",schemaPath:"#/definitions/textOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid1 = _errs35 === errors;
valid11 = valid11 || _valid1;
}
if(!valid11){
const err7 = {instancePath:instancePath+"/diagnostics/" + i0+"/file",schemaPath:"#/definitions/textOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs32;
if(vErrors !== null){
if(_errs32){
vErrors.length = _errs32;
}
else {
vErrors = null;
}
}
}
var valid7 = _errs30 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.line !== undefined){
let data13 = data8.line;
const _errs37 = errors;
const _errs39 = errors;
let valid13 = false;
const _errs40 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err8 = {instancePath:instancePath+"/diagnostics/" + i0+"/line",schemaPath:"#/definitions/placeOrNull/anyOf/0/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(errors === _errs40){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 0 || isNaN(data13)){
const err9 = {instancePath:instancePath+"/diagnostics/" + i0+"/line",schemaPath:"#/definitions/placeOrNull/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
var _valid2 = _errs40 === errors;
valid13 = valid13 || _valid2;
if(!valid13){
const _errs42 = errors;
if(data13 !== null){
const err10 = {instancePath:instancePath+"/diagnostics/" + i0+"/line",schemaPath:"#/definitions/placeOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid2 = _errs42 === errors;
valid13 = valid13 || _valid2;
}
if(!valid13){
const err11 = {instancePath:instancePath+"/diagnostics/" + i0+"/line",schemaPath:"#/definitions/placeOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs39;
if(vErrors !== null){
if(_errs39){
vErrors.length = _errs39;
}
else {
vErrors = null;
}
}
}
var valid7 = _errs37 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.column !== undefined){
let data14 = data8.column;
const _errs44 = errors;
const _errs46 = errors;
let valid15 = false;
const _errs47 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err12 = {instancePath:instancePath+"/diagnostics/" + i0+"/column",schemaPath:"#/definitions/placeOrNull/anyOf/0/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(errors === _errs47){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
const err13 = {instancePath:instancePath+"/diagnostics/" + i0+"/column",schemaPath:"#/definitions/placeOrNull/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
var _valid3 = _errs47 === errors;
valid15 = valid15 || _valid3;
if(!valid15){
const _errs49 = errors;
if(data14 !== null){
const err14 = {instancePath:instancePath+"/diagnostics/" + i0+"/column",schemaPath:"#/definitions/placeOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid3 = _errs49 === errors;
valid15 = valid15 || _valid3;
}
if(!valid15){
const err15 = {instancePath:instancePath+"/diagnostics/" + i0+"/column",schemaPath:"#/definitions/placeOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
}
var valid7 = _errs44 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.suggestion !== undefined){
let data15 = data8.suggestion;
const _errs51 = errors;
const _errs53 = errors;
let valid17 = false;
const _errs54 = errors;
if(errors === _errs54){
if(typeof data15 === "string"){
if(data15.length > 1000000){
const err16 = {instancePath:instancePath+"/diagnostics/" + i0+"/suggestion",schemaPath:"#/definitions/textOrNull/anyOf/0/maxLength",keyword:"maxLength",params:{limit: 1000000}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/diagnostics/" + i0+"/suggestion",schemaPath:"#/definitions/textOrNull/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var _valid4 = _errs54 === errors;
valid17 = valid17 || _valid4;
if(!valid17){
const _errs56 = errors;
if(data15 !== null){
const err18 = {instancePath:instancePath+"/diagnostics/" + i0+"/suggestion",schemaPath:"#/definitions/textOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid4 = _errs56 === errors;
valid17 = valid17 || _valid4;
}
if(!valid17){
const err19 = {instancePath:instancePath+"/diagnostics/" + i0+"/suggestion",schemaPath:"#/definitions/textOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs53;
if(vErrors !== null){
if(_errs53){
vErrors.length = _errs53;
}
else {
vErrors = null;
}
}
}
var valid7 = _errs51 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0,schemaPath:"#/properties/diagnostics/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid6 = _errs21 === errors;
if(!valid6){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics",schemaPath:"#/properties/diagnostics/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contexts !== undefined){
let data16 = data.contexts;
const _errs58 = errors;
if(errors === _errs58){
if(Array.isArray(data16)){
if(data16.length > 1000){
validate10.errors = [{instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/maxItems",keyword:"maxItems",params:{limit: 1000}}];
return false;
}
else {
var valid18 = true;
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
const _errs60 = errors;
if(errors === _errs60){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing2;
if(((((((data17.name === undefined) && (missing2 = "name")) || ((data17.order === undefined) && (missing2 = "order"))) || ((data17.planDigest === undefined) && (missing2 = "planDigest"))) || ((data17.state === undefined) && (missing2 = "state"))) || ((data17.counts === undefined) && (missing2 = "counts"))) || ((data17.tasks === undefined) && (missing2 = "tasks"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1,schemaPath:"#/properties/contexts/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data17.name !== undefined){
let data18 = data17.name;
const _errs62 = errors;
if(errors === _errs62){
if(typeof data18 === "string"){
if(data18.length > 1000){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/name",schemaPath:"#/properties/contexts/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern0.test(data18)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/name",schemaPath:"#/properties/contexts/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/name",schemaPath:"#/properties/contexts/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid19 = _errs62 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data17.order !== undefined){
let data19 = data17.order;
const _errs64 = errors;
if(errors === _errs64){
if(Array.isArray(data19)){
if(data19.length > 200000){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/order",schemaPath:"#/properties/contexts/items/properties/order/maxItems",keyword:"maxItems",params:{limit: 200000}}];
return false;
}
else {
var valid20 = true;
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
let data20 = data19[i2];
const _errs66 = errors;
const _errs67 = errors;
if(errors === _errs67){
if(typeof data20 === "string"){
if(data20.length > 1000){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/order/" + i2,schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/order/" + i2,schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid20 = _errs66 === errors;
if(!valid20){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/order",schemaPath:"#/properties/contexts/items/properties/order/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid19 = _errs64 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data17.planDigest !== undefined){
let data21 = data17.planDigest;
const _errs69 = errors;
const _errs70 = errors;
let valid22 = false;
const _errs71 = errors;
const _errs72 = errors;
if(errors === _errs72){
if(typeof data21 === "string"){
if(!pattern2.test(data21)){
const err20 = {instancePath:instancePath+"/contexts/" + i1+"/planDigest",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^(?:sha256|hmac-sha256):[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/contexts/" + i1+"/planDigest",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
var _valid5 = _errs71 === errors;
valid22 = valid22 || _valid5;
if(!valid22){
const _errs74 = errors;
if(data21 !== null){
const err22 = {instancePath:instancePath+"/contexts/" + i1+"/planDigest",schemaPath:"#/properties/contexts/items/properties/planDigest/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var _valid5 = _errs74 === errors;
valid22 = valid22 || _valid5;
}
if(!valid22){
const err23 = {instancePath:instancePath+"/contexts/" + i1+"/planDigest",schemaPath:"#/properties/contexts/items/properties/planDigest/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs70;
if(vErrors !== null){
if(_errs70){
vErrors.length = _errs70;
}
else {
vErrors = null;
}
}
}
var valid19 = _errs69 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data17.failureReason !== undefined){
let data22 = data17.failureReason;
const _errs76 = errors;
if(!(((((((((((((((((data22 === null) || (data22 === "invalid-input")) || (data22 === "invalid-manifest")) || (data22 === "no-context")) || (data22 === "untrusted")) || (data22 === "state-unavailable")) || (data22 === "state-locked")) || (data22 === "state-conflict")) || (data22 === "plan-changed")) || (data22 === "plan-not-reviewed")) || (data22 === "guarded")) || (data22 === "task-failed")) || (data22 === "drift-detected")) || (data22 === "changes-pending")) || (data22 === "superseded")) || (data22 === "cancelled")) || (data22 === "internal"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/failureReason",schemaPath:"#/definitions/failureReason/enum",keyword:"enum",params:{allowedValues: schema15.enum}}];
return false;
}
var valid19 = _errs76 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data17.state !== undefined){
let data23 = data17.state;
const _errs78 = errors;
if(errors === _errs78){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing3;
if(((((data23.backend === undefined) && (missing3 = "backend")) || ((data23.lineage === undefined) && (missing3 = "lineage"))) || ((data23.serial === undefined) && (missing3 = "serial"))) || ((data23.revision === undefined) && (missing3 = "revision"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/state",schemaPath:"#/properties/contexts/items/properties/state/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data23.backend !== undefined){
let data24 = data23.backend;
const _errs80 = errors;
const _errs81 = errors;
if(errors === _errs81){
if(typeof data24 === "string"){
if(data24.length > 1000){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/state/backend",schemaPath:"#/definitions/name/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/state/backend",schemaPath:"#/definitions/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid25 = _errs80 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data23.sealed !== undefined){
const _errs83 = errors;
if(typeof data23.sealed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/state/sealed",schemaPath:"#/properties/contexts/items/properties/state/properties/sealed/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid25 = _errs83 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data23.lineage !== undefined){
let data26 = data23.lineage;
const _errs85 = errors;
const _errs87 = errors;
let valid28 = false;
const _errs88 = errors;
if(errors === _errs88){
if(typeof data26 === "string"){
if(data26.length > 1000000){
const err24 = {instancePath:instancePath+"/contexts/" + i1+"/state/lineage",schemaPath:"#/definitions/textOrNull/anyOf/0/maxLength",keyword:"maxLength",params:{limit: 1000000}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/contexts/" + i1+"/state/lineage",schemaPath:"#/definitions/textOrNull/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
var _valid6 = _errs88 === errors;
valid28 = valid28 || _valid6;
if(!valid28){
const _errs90 = errors;
if(data26 !== null){
const err26 = {instancePath:instancePath+"/contexts/" + i1+"/state/lineage",schemaPath:"#/definitions/textOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid6 = _errs90 === errors;
valid28 = valid28 || _valid6;
}
if(!valid28){
const err27 = {instancePath:instancePath+"/contexts/" + i1+"/state/lineage",schemaPath:"#/definitions/textOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs87;
if(vErrors !== null){
if(_errs87){
vErrors.length = _errs87;
}
else {
vErrors = null;
}
}
}
var valid25 = _errs85 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data23.serial !== undefined){
let data27 = data23.serial;
const _errs92 = errors;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/state/serial",schemaPath:"#/properties/contexts/items/properties/state/properties/serial/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs92){
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 0 || isNaN(data27)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/state/serial",schemaPath:"#/properties/contexts/items/properties/state/properties/serial/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid25 = _errs92 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data23.revision !== undefined){
let data28 = data23.revision;
const _errs94 = errors;
const _errs96 = errors;
let valid30 = false;
const _errs97 = errors;
if(errors === _errs97){
if(typeof data28 === "string"){
if(data28.length > 1000000){
const err28 = {instancePath:instancePath+"/contexts/" + i1+"/state/revision",schemaPath:"#/definitions/textOrNull/anyOf/0/maxLength",keyword:"maxLength",params:{limit: 1000000}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/contexts/" + i1+"/state/revision",schemaPath:"#/definitions/textOrNull/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
var _valid7 = _errs97 === errors;
valid30 = valid30 || _valid7;
if(!valid30){
const _errs99 = errors;
if(data28 !== null){
const err30 = {instancePath:instancePath+"/contexts/" + i1+"/state/revision",schemaPath:"#/definitions/textOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var _valid7 = _errs99 === errors;
valid30 = valid30 || _valid7;
}
if(!valid30){
const err31 = {instancePath:instancePath+"/contexts/" + i1+"/state/revision",schemaPath:"#/definitions/textOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs96;
if(vErrors !== null){
if(_errs96){
vErrors.length = _errs96;
}
else {
vErrors = null;
}
}
}
var valid25 = _errs94 === errors;
}
else {
var valid25 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/state",schemaPath:"#/properties/contexts/items/properties/state/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid19 = _errs78 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data17.counts !== undefined){
let data29 = data17.counts;
const _errs101 = errors;
if(errors === _errs101){
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
let missing4;
if(((((((((((data29.create === undefined) && (missing4 = "create")) || ((data29.update === undefined) && (missing4 = "update"))) || ((data29.replace === undefined) && (missing4 = "replace"))) || ((data29.delete === undefined) && (missing4 = "delete"))) || ((data29.adopt === undefined) && (missing4 = "adopt"))) || ((data29.forget === undefined) && (missing4 = "forget"))) || ((data29.noop === undefined) && (missing4 = "noop"))) || ((data29.failed === undefined) && (missing4 = "failed"))) || ((data29.skipped === undefined) && (missing4 = "skipped"))) || ((data29.unknown === undefined) && (missing4 = "unknown"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/counts",schemaPath:"#/properties/contexts/items/properties/counts/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
for(const key0 in data29){
let data30 = data29[key0];
const _errs104 = errors;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/counts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/contexts/items/properties/counts/additionalProperties/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs104){
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 1000000 || isNaN(data30)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/counts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/contexts/items/properties/counts/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}}];
return false;
}
else {
if(data30 < 0 || isNaN(data30)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/counts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/contexts/items/properties/counts/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid31 = _errs104 === errors;
if(!valid31){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/counts",schemaPath:"#/properties/contexts/items/properties/counts/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid19 = _errs101 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data17.reviewable !== undefined){
let data31 = data17.reviewable;
const _errs106 = errors;
if(errors === _errs106){
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
let missing5;
if(((data31.seal === undefined) && (missing5 = "seal")) || ((data31.changes === undefined) && (missing5 = "changes"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/reviewable",schemaPath:"#/properties/contexts/items/properties/reviewable/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
if(data31.seal !== undefined){
let data32 = data31.seal;
const _errs108 = errors;
const _errs109 = errors;
let valid33 = false;
const _errs110 = errors;
const _errs111 = errors;
if(errors === _errs111){
if(typeof data32 === "string"){
if(!pattern2.test(data32)){
const err32 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/seal",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^(?:sha256|hmac-sha256):[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/seal",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
var _valid8 = _errs110 === errors;
valid33 = valid33 || _valid8;
if(!valid33){
const _errs113 = errors;
if(data32 !== null){
const err34 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/seal",schemaPath:"#/properties/contexts/items/properties/reviewable/properties/seal/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
var _valid8 = _errs113 === errors;
valid33 = valid33 || _valid8;
}
if(!valid33){
const err35 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/seal",schemaPath:"#/properties/contexts/items/properties/reviewable/properties/seal/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs109;
if(vErrors !== null){
if(_errs109){
vErrors.length = _errs109;
}
else {
vErrors = null;
}
}
}
var valid32 = _errs108 === errors;
}
else {
var valid32 = true;
}
if(valid32){
if(data31.changes !== undefined){
let data33 = data31.changes;
const _errs115 = errors;
if(errors === _errs115){
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key1 in data33){
let data34 = data33[key1];
const _errs118 = errors;
if(errors === _errs118){
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
let missing6;
if(((((data34.change === undefined) && (missing6 = "change")) || ((data34.wanted === undefined) && (missing6 = "wanted"))) || ((data34.recorded === undefined) && (missing6 = "recorded"))) || ((data34.live === undefined) && (missing6 = "live"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/contexts/items/properties/reviewable/properties/changes/additionalProperties/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
if(data34.change !== undefined){
let data35 = data34.change;
const _errs120 = errors;
if(!((((((((data35 === "create") || (data35 === "update")) || (data35 === "replace")) || (data35 === "delete")) || (data35 === "adopt")) || (data35 === "forget")) || (data35 === "noop")) || (data35 === "none"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/change",schemaPath:"#/definitions/change/enum",keyword:"enum",params:{allowedValues: schema29.enum}}];
return false;
}
var valid36 = _errs120 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data34.wanted !== undefined){
let data36 = data34.wanted;
const _errs122 = errors;
const _errs124 = errors;
let valid39 = false;
const _errs125 = errors;
if(errors === _errs125){
if(typeof data36 === "string"){
if(!pattern4.test(data36)){
const err36 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/wanted",schemaPath:"#/definitions/shortOrNull/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{1,64}$"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/wanted",schemaPath:"#/definitions/shortOrNull/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
var _valid9 = _errs125 === errors;
valid39 = valid39 || _valid9;
if(!valid39){
const _errs127 = errors;
if(data36 !== null){
const err38 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/wanted",schemaPath:"#/definitions/shortOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var _valid9 = _errs127 === errors;
valid39 = valid39 || _valid9;
}
if(!valid39){
const err39 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/wanted",schemaPath:"#/definitions/shortOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs124;
if(vErrors !== null){
if(_errs124){
vErrors.length = _errs124;
}
else {
vErrors = null;
}
}
}
var valid36 = _errs122 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data34.recorded !== undefined){
let data37 = data34.recorded;
const _errs129 = errors;
const _errs131 = errors;
let valid41 = false;
const _errs132 = errors;
if(errors === _errs132){
if(typeof data37 === "string"){
if(!pattern4.test(data37)){
const err40 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/recorded",schemaPath:"#/definitions/shortOrNull/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{1,64}$"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/recorded",schemaPath:"#/definitions/shortOrNull/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
var _valid10 = _errs132 === errors;
valid41 = valid41 || _valid10;
if(!valid41){
const _errs134 = errors;
if(data37 !== null){
const err42 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/recorded",schemaPath:"#/definitions/shortOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
var _valid10 = _errs134 === errors;
valid41 = valid41 || _valid10;
}
if(!valid41){
const err43 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/recorded",schemaPath:"#/definitions/shortOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs131;
if(vErrors !== null){
if(_errs131){
vErrors.length = _errs131;
}
else {
vErrors = null;
}
}
}
var valid36 = _errs129 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data34.live !== undefined){
let data38 = data34.live;
const _errs136 = errors;
const _errs138 = errors;
let valid43 = false;
const _errs139 = errors;
if(errors === _errs139){
if(typeof data38 === "string"){
if(!pattern4.test(data38)){
const err44 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/live",schemaPath:"#/definitions/shortOrNull/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{1,64}$"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/live",schemaPath:"#/definitions/shortOrNull/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
var _valid11 = _errs139 === errors;
valid43 = valid43 || _valid11;
if(!valid43){
const _errs141 = errors;
if(data38 !== null){
const err46 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/live",schemaPath:"#/definitions/shortOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var _valid11 = _errs141 === errors;
valid43 = valid43 || _valid11;
}
if(!valid43){
const err47 = {instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/live",schemaPath:"#/definitions/shortOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs138;
if(vErrors !== null){
if(_errs138){
vErrors.length = _errs138;
}
else {
vErrors = null;
}
}
}
var valid36 = _errs136 === errors;
}
else {
var valid36 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/contexts/items/properties/reviewable/properties/changes/additionalProperties/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid35 = _errs118 === errors;
if(!valid35){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/reviewable/changes",schemaPath:"#/properties/contexts/items/properties/reviewable/properties/changes/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid32 = _errs115 === errors;
}
else {
var valid32 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/reviewable",schemaPath:"#/properties/contexts/items/properties/reviewable/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid19 = _errs106 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data17.tasks !== undefined){
let data39 = data17.tasks;
const _errs143 = errors;
if(errors === _errs143){
if(Array.isArray(data39)){
if(data39.length > 200000){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/tasks",schemaPath:"#/properties/contexts/items/properties/tasks/maxItems",keyword:"maxItems",params:{limit: 200000}}];
return false;
}
else {
var valid44 = true;
const len3 = data39.length;
for(let i3=0; i3<len3; i3++){
const _errs145 = errors;
if(!(validate11(data39[i3], {instancePath:instancePath+"/contexts/" + i1+"/tasks/" + i3,parentData:data39,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid44 = _errs145 === errors;
if(!valid44){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1+"/tasks",schemaPath:"#/properties/contexts/items/properties/tasks/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid19 = _errs143 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i1,schemaPath:"#/properties/contexts/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid18 = _errs60 === errors;
if(!valid18){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}

