export const id = 1149;
export const ids = [1149];
export const modules = {

/***/ 91149:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ readReport),
  g: () => (/* binding */ reportLimit)
});

var diagnostic = __webpack_require__(9246);
var json = __webpack_require__(81567);
var report = __webpack_require__(24584);
var size_limits = __webpack_require__(44608);
var shorten = __webpack_require__(23445);
var cut = __webpack_require__(37119);
;// CONCATENATED MODULE: ./src/schema/report.generated.js

const validateReport = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","required":["format","version","command","project","result","failureReason","diagnostics","contexts"],"properties":{"format":{"const":"opus-report"},"version":{"const":1},"command":{"$ref":"#/definitions/word"},"previews":{"anyOf":[{"$ref":"#/definitions/word"},{"type":"null"}]},"project":{"$ref":"#/definitions/line"},"result":{"enum":["success","failure","cancelled"]},"failureReason":{"$ref":"#/definitions/failureReason"},"diagnostics":{"type":"array","maxItems":10000,"items":{"type":"object","required":["severity","code","message"],"properties":{"severity":{"enum":["error","warning","notice"]},"code":{"$ref":"#/definitions/line"},"message":{"$ref":"#/definitions/text"},"file":{"anyOf":[{"$ref":"#/definitions/path"},{"type":"null"}]},"line":{"$ref":"#/definitions/placeOrNull"},"column":{"$ref":"#/definitions/placeOrNull"},"suggestion":{"anyOf":[{"$ref":"#/definitions/text"},{"type":"null"}]},"context":{"$ref":"#/definitions/word"},"project":{"$ref":"#/definitions/line"}}}},"projects":{"type":"array","maxItems":10000,"items":{"type":"object","required":["project","context"],"properties":{"project":{"$ref":"#/definitions/line"},"context":{"$ref":"#/definitions/line"},"manifest":{"$ref":"#/definitions/path"},"working-directory":{"$ref":"#/definitions/path"},"changed":{"enum":[true,null]},"error":{"$ref":"#/definitions/line"}}}},"unchanged":{"type":"array","maxItems":10000,"items":{"type":"object","required":["project","context"],"properties":{"project":{"$ref":"#/definitions/line"},"context":{"$ref":"#/definitions/line"}}}},"contexts":{"type":"array","maxItems":1000,"items":{"type":"object","required":["name","order","planDigest","state","counts","tasks"],"properties":{"name":{"$ref":"#/definitions/word"},"project":{"$ref":"#/definitions/line"},"place":{"type":"integer","minimum":0,"maximum":1000000},"order":{"type":"array","maxItems":200000,"items":{"$ref":"#/definitions/line"}},"planDigest":{"anyOf":[{"$ref":"#/definitions/digest"},{"type":"null"}]},"failureReason":{"$ref":"#/definitions/failureReason"},"state":{"type":"object","required":["backend","lineage","serial","revision"],"properties":{"backend":{"enum":["","branch","cache","file"]},"sealed":{"type":"boolean"},"lineage":{"$ref":"#/definitions/lineOrNull"},"serial":{"type":"integer","minimum":0,"maximum":9007199254740991},"revision":{"$ref":"#/definitions/lineOrNull"}}},"counts":{"type":"object","required":["create","update","replace","delete","adopt","forget","noop","failed","skipped","unknown"],"additionalProperties":{"type":"integer","minimum":0,"maximum":1000000}},"reviewable":{"type":"object","required":["seal","changes"],"properties":{"seal":{"anyOf":[{"$ref":"#/definitions/digest"},{"type":"null"}]},"changes":{"type":"object","maxProperties":200000,"propertyNames":{"$ref":"#/definitions/word"},"additionalProperties":{"type":"object","required":["change","wanted","recorded","live"],"properties":{"change":{"$ref":"#/definitions/change"},"wanted":{"$ref":"#/definitions/shortOrNull"},"recorded":{"$ref":"#/definitions/shortOrNull"},"live":{"$ref":"#/definitions/shortOrNull"}}}}}},"tasks":{"type":"array","maxItems":200000,"items":{"$ref":"#/definitions/task"}}}}}},"definitions":{"field":{"type":"object","required":["path"],"properties":{"path":{"$ref":"#/definitions/path"},"before":{},"after":{},"drifted":{"type":"boolean"},"unfinished":{"type":"boolean"},"left":{},"effect":{"enum":["now","later","recorded"]},"runs":{"$ref":"#/definitions/line"},"sensitive":{"type":"boolean"},"forcesReplacement":{"type":"boolean"},"writeOnly":{"type":"boolean"},"knownAfter":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/line"}},"otherValues":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/line"}}}},"word":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","maxLength":1000},"line":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$","maxLength":1000},"lineOrNull":{"anyOf":[{"$ref":"#/definitions/line"},{"type":"null"}]},"path":{"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$","maxLength":100000},"text":{"type":"string","pattern":"^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$","maxLength":1000000},"shortOrNull":{"anyOf":[{"type":"string","pattern":"^[0-9a-f]{1,64}$"},{"type":"null"}]},"place":{"type":"integer","minimum":0,"maximum":1000000000},"longText":{"type":"string","pattern":"^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$","maxLength":10000000},"placeOrNull":{"anyOf":[{"$ref":"#/definitions/place"},{"type":"null"}]},"digest":{"type":"string","pattern":"^(?:sha256|hmac-sha256):[0-9a-f]{64}$"},"change":{"enum":["create","update","replace","delete","adopt","forget","noop","none"]},"failureReason":{"enum":[null,"invalid-input","invalid-manifest","no-context","untrusted","state-unavailable","state-locked","state-conflict","plan-changed","plan-not-reviewed","guarded","task-failed","drift-detected","changes-pending","not-reported","superseded","policy","cancelled","internal"]},"error":{"type":"object","required":["message"],"properties":{"message":{"$ref":"#/definitions/text"},"hint":{"$ref":"#/definitions/text"},"detail":{"$ref":"#/definitions/longText"},"causes":{"type":"array","maxItems":100,"items":{"$ref":"#/definitions/error"}}}},"task":{"type":"object","required":["name","apiVersion","kind","change","reason","status","drift","fields","durationMs","outputs","error","location"],"properties":{"name":{"$ref":"#/definitions/word"},"apiVersion":{"$ref":"#/definitions/line"},"kind":{"$ref":"#/definitions/line"},"change":{"$ref":"#/definitions/change"},"reason":{"$ref":"#/definitions/text"},"status":{"enum":["planned","done","failed","rolled-back","tainted","skipped","cancelled","observed"]},"rollback":{"enum":["needless","impossible"]},"drift":{"enum":["in-sync","spec-changed","resource-changed","both","missing","unobservable","unknown","untracked"]},"recordedAt":{"type":"string","pattern":"^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$","maxLength":40},"gate":{"enum":["holds","does-not-hold","after-changes","in-turn","unknown"]},"fields":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/field"}},"compared":{"enum":["live","recorded"]},"metadata":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/field"}},"durationMs":{"type":"number","minimum":0,"maximum":1000000000000},"outputs":{"type":"object","propertyNames":{"$ref":"#/definitions/line"}},"sensitiveOutputs":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/line"}},"error":{"anyOf":[{"$ref":"#/definitions/error"},{"type":"null"}]},"location":{"anyOf":[{"type":"object","required":["file","line","column"],"properties":{"file":{"$ref":"#/definitions/path"},"line":{"$ref":"#/definitions/place"},"column":{"$ref":"#/definitions/place"}}},{"type":"null"}]},"dependencies":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/line"}}}}}};
const schema12 = {"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$","maxLength":1000};
const schema14 = {"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$","maxLength":1000};
const schema15 = {"enum":[null,"invalid-input","invalid-manifest","no-context","untrusted","state-unavailable","state-locked","state-conflict","plan-changed","plan-not-reviewed","guarded","task-failed","drift-detected","changes-pending","not-reported","superseded","policy","cancelled","internal"]};
const schema17 = {"type":"string","pattern":"^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$","maxLength":1000000};
const schema18 = {"type":"string","pattern":"^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$","maxLength":100000};
const schema34 = {"type":"string","pattern":"^(?:sha256|hmac-sha256):[0-9a-f]{64}$"};
const schema40 = {"enum":["create","update","replace","delete","adopt","forget","noop","none"]};
const schema41 = {"anyOf":[{"type":"string","pattern":"^[0-9a-f]{1,64}$"},{"type":"null"}]};
const pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "");
const pattern2 = new RegExp("^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$", "");
const pattern4 = new RegExp("^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$", "");
const pattern19 = new RegExp("^(?:sha256|hmac-sha256):[0-9a-f]{64}$", "");
const pattern23 = new RegExp("^[0-9a-f]{1,64}$", "");
const schema19 = {"anyOf":[{"$ref":"#/definitions/place"},{"type":"null"}]};
const schema20 = {"type":"integer","minimum":0,"maximum":1000000000};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
const _errs2 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/definitions/place/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(errors === _errs2){
if((typeof data == "number") && (isFinite(data))){
if(data > 1000000000 || isNaN(data)){
const err1 = {instancePath,schemaPath:"#/definitions/place/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(data < 0 || isNaN(data)){
const err2 = {instancePath,schemaPath:"#/definitions/place/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(data !== null){
const err3 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate11.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate11.errors = vErrors;
return errors === 0;
}

const schema36 = {"anyOf":[{"$ref":"#/definitions/line"},{"type":"null"}]};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data === "string"){
if(data.length > 1000){
const err0 = {instancePath,schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(!pattern2.test(data)){
const err1 = {instancePath,schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs4 = errors;
if(data !== null){
const err3 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate14.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate14.errors = vErrors;
return errors === 0;
}

const schema44 = {"type":"object","required":["name","apiVersion","kind","change","reason","status","drift","fields","durationMs","outputs","error","location"],"properties":{"name":{"$ref":"#/definitions/word"},"apiVersion":{"$ref":"#/definitions/line"},"kind":{"$ref":"#/definitions/line"},"change":{"$ref":"#/definitions/change"},"reason":{"$ref":"#/definitions/text"},"status":{"enum":["planned","done","failed","rolled-back","tainted","skipped","cancelled","observed"]},"rollback":{"enum":["needless","impossible"]},"drift":{"enum":["in-sync","spec-changed","resource-changed","both","missing","unobservable","unknown","untracked"]},"recordedAt":{"type":"string","pattern":"^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$","maxLength":40},"gate":{"enum":["holds","does-not-hold","after-changes","in-turn","unknown"]},"fields":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/field"}},"compared":{"enum":["live","recorded"]},"metadata":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/field"}},"durationMs":{"type":"number","minimum":0,"maximum":1000000000000},"outputs":{"type":"object","propertyNames":{"$ref":"#/definitions/line"}},"sensitiveOutputs":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/line"}},"error":{"anyOf":[{"$ref":"#/definitions/error"},{"type":"null"}]},"location":{"anyOf":[{"type":"object","required":["file","line","column"],"properties":{"file":{"$ref":"#/definitions/path"},"line":{"$ref":"#/definitions/place"},"column":{"$ref":"#/definitions/place"}}},{"type":"null"}]},"dependencies":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/line"}}}};
const pattern30 = new RegExp("^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$", "");
const schema50 = {"type":"object","required":["path"],"properties":{"path":{"$ref":"#/definitions/path"},"before":{},"after":{},"drifted":{"type":"boolean"},"unfinished":{"type":"boolean"},"left":{},"effect":{"enum":["now","later","recorded"]},"runs":{"$ref":"#/definitions/line"},"sensitive":{"type":"boolean"},"forcesReplacement":{"type":"boolean"},"writeOnly":{"type":"boolean"},"knownAfter":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/line"}},"otherValues":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/line"}}}};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.path === undefined) && (missing0 = "path")){
validate18.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.path !== undefined){
let data0 = data.path;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 100000){
validate18.errors = [{instancePath:instancePath+"/path",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 100000}}];
return false;
}
else {
if(!pattern2.test(data0)){
validate18.errors = [{instancePath:instancePath+"/path",schemaPath:"#/definitions/path/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"}}];
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
validate18.errors = [{instancePath:instancePath+"/drifted",schemaPath:"#/properties/drifted/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unfinished !== undefined){
const _errs6 = errors;
if(typeof data.unfinished !== "boolean"){
validate18.errors = [{instancePath:instancePath+"/unfinished",schemaPath:"#/properties/unfinished/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.effect !== undefined){
let data3 = data.effect;
const _errs8 = errors;
if(!(((data3 === "now") || (data3 === "later")) || (data3 === "recorded"))){
validate18.errors = [{instancePath:instancePath+"/effect",schemaPath:"#/properties/effect/enum",keyword:"enum",params:{allowedValues: schema50.properties.effect.enum}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runs !== undefined){
let data4 = data.runs;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(data4.length > 1000){
validate18.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data4)){
validate18.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sensitive !== undefined){
const _errs12 = errors;
if(typeof data.sensitive !== "boolean"){
validate18.errors = [{instancePath:instancePath+"/sensitive",schemaPath:"#/properties/sensitive/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.forcesReplacement !== undefined){
const _errs14 = errors;
if(typeof data.forcesReplacement !== "boolean"){
validate18.errors = [{instancePath:instancePath+"/forcesReplacement",schemaPath:"#/properties/forcesReplacement/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.writeOnly !== undefined){
const _errs16 = errors;
if(typeof data.writeOnly !== "boolean"){
validate18.errors = [{instancePath:instancePath+"/writeOnly",schemaPath:"#/properties/writeOnly/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.knownAfter !== undefined){
let data8 = data.knownAfter;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data8)){
if(data8.length > 1000){
validate18.errors = [{instancePath:instancePath+"/knownAfter",schemaPath:"#/properties/knownAfter/maxItems",keyword:"maxItems",params:{limit: 1000}}];
return false;
}
else {
var valid3 = true;
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data9 === "string"){
if(data9.length > 1000){
validate18.errors = [{instancePath:instancePath+"/knownAfter/" + i0,schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data9)){
validate18.errors = [{instancePath:instancePath+"/knownAfter/" + i0,schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/knownAfter/" + i0,schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs20 === errors;
if(!valid3){
break;
}
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/knownAfter",schemaPath:"#/properties/knownAfter/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.otherValues !== undefined){
let data10 = data.otherValues;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data10)){
if(data10.length > 1000){
validate18.errors = [{instancePath:instancePath+"/otherValues",schemaPath:"#/properties/otherValues/maxItems",keyword:"maxItems",params:{limit: 1000}}];
return false;
}
else {
var valid5 = true;
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
const _errs25 = errors;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data11 === "string"){
if(data11.length > 1000){
validate18.errors = [{instancePath:instancePath+"/otherValues/" + i1,schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data11)){
validate18.errors = [{instancePath:instancePath+"/otherValues/" + i1,schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/otherValues/" + i1,schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs25 === errors;
if(!valid5){
break;
}
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/otherValues",schemaPath:"#/properties/otherValues/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs23 === errors;
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
else {
validate18.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate18.errors = vErrors;
return errors === 0;
}

const schema57 = {"type":"object","required":["message"],"properties":{"message":{"$ref":"#/definitions/text"},"hint":{"$ref":"#/definitions/text"},"detail":{"$ref":"#/definitions/longText"},"causes":{"type":"array","maxItems":100,"items":{"$ref":"#/definitions/error"}}}};
const schema60 = {"type":"string","pattern":"^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$","maxLength":10000000};
const wrapper0 = {validate: validate21};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.message === undefined) && (missing0 = "message")){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.message !== undefined){
let data0 = data.message;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 1000000){
validate21.errors = [{instancePath:instancePath+"/message",schemaPath:"#/definitions/text/maxLength",keyword:"maxLength",params:{limit: 1000000}}];
return false;
}
else {
if(!pattern4.test(data0)){
validate21.errors = [{instancePath:instancePath+"/message",schemaPath:"#/definitions/text/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$"}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/message",schemaPath:"#/definitions/text/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hint !== undefined){
let data1 = data.hint;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(data1.length > 1000000){
validate21.errors = [{instancePath:instancePath+"/hint",schemaPath:"#/definitions/text/maxLength",keyword:"maxLength",params:{limit: 1000000}}];
return false;
}
else {
if(!pattern4.test(data1)){
validate21.errors = [{instancePath:instancePath+"/hint",schemaPath:"#/definitions/text/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$"}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/hint",schemaPath:"#/definitions/text/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.detail !== undefined){
let data2 = data.detail;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(data2.length > 10000000){
validate21.errors = [{instancePath:instancePath+"/detail",schemaPath:"#/definitions/longText/maxLength",keyword:"maxLength",params:{limit: 10000000}}];
return false;
}
else {
if(!pattern4.test(data2)){
validate21.errors = [{instancePath:instancePath+"/detail",schemaPath:"#/definitions/longText/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$"}}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/detail",schemaPath:"#/definitions/longText/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.causes !== undefined){
let data3 = data.causes;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data3)){
if(data3.length > 100){
validate21.errors = [{instancePath:instancePath+"/causes",schemaPath:"#/properties/causes/maxItems",keyword:"maxItems",params:{limit: 100}}];
return false;
}
else {
var valid4 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs12 = errors;
if(!(wrapper0.validate(data3[i0], {instancePath:instancePath+"/causes/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
errors = vErrors.length;
}
var valid4 = _errs12 === errors;
if(!valid4){
break;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/causes",schemaPath:"#/properties/causes/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}


function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.name === undefined) && (missing0 = "name")) || ((data.apiVersion === undefined) && (missing0 = "apiVersion"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.change === undefined) && (missing0 = "change"))) || ((data.reason === undefined) && (missing0 = "reason"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.drift === undefined) && (missing0 = "drift"))) || ((data.fields === undefined) && (missing0 = "fields"))) || ((data.durationMs === undefined) && (missing0 = "durationMs"))) || ((data.outputs === undefined) && (missing0 = "outputs"))) || ((data.error === undefined) && (missing0 = "error"))) || ((data.location === undefined) && (missing0 = "location"))){
validate17.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.name !== undefined){
let data0 = data.name;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 1000){
validate17.errors = [{instancePath:instancePath+"/name",schemaPath:"#/definitions/word/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern0.test(data0)){
validate17.errors = [{instancePath:instancePath+"/name",schemaPath:"#/definitions/word/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}}];
return false;
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/name",schemaPath:"#/definitions/word/type",keyword:"type",params:{type: "string"}}];
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
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(data1.length > 1000){
validate17.errors = [{instancePath:instancePath+"/apiVersion",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data1)){
validate17.errors = [{instancePath:instancePath+"/apiVersion",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/apiVersion",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
let data2 = data.kind;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(data2.length > 1000){
validate17.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data2)){
validate17.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.change !== undefined){
let data3 = data.change;
const _errs10 = errors;
if(!((((((((data3 === "create") || (data3 === "update")) || (data3 === "replace")) || (data3 === "delete")) || (data3 === "adopt")) || (data3 === "forget")) || (data3 === "noop")) || (data3 === "none"))){
validate17.errors = [{instancePath:instancePath+"/change",schemaPath:"#/definitions/change/enum",keyword:"enum",params:{allowedValues: schema40.enum}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
let data4 = data.reason;
const _errs12 = errors;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data4 === "string"){
if(data4.length > 1000000){
validate17.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/definitions/text/maxLength",keyword:"maxLength",params:{limit: 1000000}}];
return false;
}
else {
if(!pattern4.test(data4)){
validate17.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/definitions/text/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$"}}];
return false;
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/definitions/text/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data5 = data.status;
const _errs15 = errors;
if(!((((((((data5 === "planned") || (data5 === "done")) || (data5 === "failed")) || (data5 === "rolled-back")) || (data5 === "tainted")) || (data5 === "skipped")) || (data5 === "cancelled")) || (data5 === "observed"))){
validate17.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema44.properties.status.enum}}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rollback !== undefined){
let data6 = data.rollback;
const _errs16 = errors;
if(!((data6 === "needless") || (data6 === "impossible"))){
validate17.errors = [{instancePath:instancePath+"/rollback",schemaPath:"#/properties/rollback/enum",keyword:"enum",params:{allowedValues: schema44.properties.rollback.enum}}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.drift !== undefined){
let data7 = data.drift;
const _errs17 = errors;
if(!((((((((data7 === "in-sync") || (data7 === "spec-changed")) || (data7 === "resource-changed")) || (data7 === "both")) || (data7 === "missing")) || (data7 === "unobservable")) || (data7 === "unknown")) || (data7 === "untracked"))){
validate17.errors = [{instancePath:instancePath+"/drift",schemaPath:"#/properties/drift/enum",keyword:"enum",params:{allowedValues: schema44.properties.drift.enum}}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordedAt !== undefined){
let data8 = data.recordedAt;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data8 === "string"){
if(data8.length > 40){
validate17.errors = [{instancePath:instancePath+"/recordedAt",schemaPath:"#/properties/recordedAt/maxLength",keyword:"maxLength",params:{limit: 40}}];
return false;
}
else {
if(!pattern30.test(data8)){
validate17.errors = [{instancePath:instancePath+"/recordedAt",schemaPath:"#/properties/recordedAt/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$"}}];
return false;
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/recordedAt",schemaPath:"#/properties/recordedAt/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gate !== undefined){
let data9 = data.gate;
const _errs20 = errors;
if(!(((((data9 === "holds") || (data9 === "does-not-hold")) || (data9 === "after-changes")) || (data9 === "in-turn")) || (data9 === "unknown"))){
validate17.errors = [{instancePath:instancePath+"/gate",schemaPath:"#/properties/gate/enum",keyword:"enum",params:{allowedValues: schema44.properties.gate.enum}}];
return false;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fields !== undefined){
let data10 = data.fields;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data10)){
if(data10.length > 10000){
validate17.errors = [{instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid6 = true;
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
const _errs23 = errors;
if(!(validate18(data10[i0], {instancePath:instancePath+"/fields/" + i0,parentData:data10,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
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
validate17.errors = [{instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.compared !== undefined){
let data12 = data.compared;
const _errs24 = errors;
if(!((data12 === "live") || (data12 === "recorded"))){
validate17.errors = [{instancePath:instancePath+"/compared",schemaPath:"#/properties/compared/enum",keyword:"enum",params:{allowedValues: schema44.properties.compared.enum}}];
return false;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metadata !== undefined){
let data13 = data.metadata;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data13)){
if(data13.length > 10000){
validate17.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid7 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
const _errs27 = errors;
if(!(validate18(data13[i1], {instancePath:instancePath+"/metadata/" + i1,parentData:data13,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
var valid7 = _errs27 === errors;
if(!valid7){
break;
}
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.durationMs !== undefined){
let data15 = data.durationMs;
const _errs28 = errors;
if(errors === _errs28){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 1000000000000 || isNaN(data15)){
validate17.errors = [{instancePath:instancePath+"/durationMs",schemaPath:"#/properties/durationMs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}}];
return false;
}
else {
if(data15 < 0 || isNaN(data15)){
validate17.errors = [{instancePath:instancePath+"/durationMs",schemaPath:"#/properties/durationMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/durationMs",schemaPath:"#/properties/durationMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outputs !== undefined){
let data16 = data.outputs;
const _errs30 = errors;
if(errors === _errs30){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key0 in data16){
const _errs32 = errors;
const _errs33 = errors;
if(errors === _errs33){
if(typeof key0 === "string"){
if(key0.length > 1000){
const err0 = {instancePath:instancePath+"/outputs",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000},propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(!pattern2.test(key0)){
const err1 = {instancePath:instancePath+"/outputs",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"},propertyName:key0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/outputs",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"},propertyName:key0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var valid8 = _errs32 === errors;
if(!valid8){
const err3 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/propertyNames",keyword:"propertyNames",params:{propertyName: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate17.errors = vErrors;
return false;
break;
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sensitiveOutputs !== undefined){
let data17 = data.sensitiveOutputs;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data17)){
if(data17.length > 10000){
validate17.errors = [{instancePath:instancePath+"/sensitiveOutputs",schemaPath:"#/properties/sensitiveOutputs/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid10 = true;
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
let data18 = data17[i2];
const _errs37 = errors;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data18 === "string"){
if(data18.length > 1000){
validate17.errors = [{instancePath:instancePath+"/sensitiveOutputs/" + i2,schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data18)){
validate17.errors = [{instancePath:instancePath+"/sensitiveOutputs/" + i2,schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/sensitiveOutputs/" + i2,schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid10 = _errs37 === errors;
if(!valid10){
break;
}
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/sensitiveOutputs",schemaPath:"#/properties/sensitiveOutputs/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.error !== undefined){
let data19 = data.error;
const _errs40 = errors;
const _errs41 = errors;
let valid12 = false;
const _errs42 = errors;
if(!(validate21(data19, {instancePath:instancePath+"/error",parentData:data,parentDataProperty:"error",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var _valid0 = _errs42 === errors;
valid12 = valid12 || _valid0;
if(!valid12){
const _errs43 = errors;
if(data19 !== null){
const err4 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs43 === errors;
valid12 = valid12 || _valid0;
}
if(!valid12){
const err5 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate17.errors = vErrors;
return false;
}
else {
errors = _errs41;
if(vErrors !== null){
if(_errs41){
vErrors.length = _errs41;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.location !== undefined){
let data20 = data.location;
const _errs45 = errors;
const _errs46 = errors;
let valid13 = false;
const _errs47 = errors;
if(errors === _errs47){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing1;
if((((data20.file === undefined) && (missing1 = "file")) || ((data20.line === undefined) && (missing1 = "line"))) || ((data20.column === undefined) && (missing1 = "column"))){
const err6 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/anyOf/0/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
if(data20.file !== undefined){
let data21 = data20.file;
const _errs49 = errors;
const _errs50 = errors;
if(errors === _errs50){
if(typeof data21 === "string"){
if(data21.length > 100000){
const err7 = {instancePath:instancePath+"/location/file",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 100000}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
if(!pattern2.test(data21)){
const err8 = {instancePath:instancePath+"/location/file",schemaPath:"#/definitions/path/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/location/file",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var valid14 = _errs49 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data20.line !== undefined){
let data22 = data20.line;
const _errs52 = errors;
const _errs53 = errors;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err10 = {instancePath:instancePath+"/location/line",schemaPath:"#/definitions/place/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(errors === _errs53){
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 1000000000 || isNaN(data22)){
const err11 = {instancePath:instancePath+"/location/line",schemaPath:"#/definitions/place/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
if(data22 < 0 || isNaN(data22)){
const err12 = {instancePath:instancePath+"/location/line",schemaPath:"#/definitions/place/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
var valid14 = _errs52 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data20.column !== undefined){
let data23 = data20.column;
const _errs55 = errors;
const _errs56 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err13 = {instancePath:instancePath+"/location/column",schemaPath:"#/definitions/place/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(errors === _errs56){
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 1000000000 || isNaN(data23)){
const err14 = {instancePath:instancePath+"/location/column",schemaPath:"#/definitions/place/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
if(data23 < 0 || isNaN(data23)){
const err15 = {instancePath:instancePath+"/location/column",schemaPath:"#/definitions/place/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
var valid14 = _errs55 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
else {
const err16 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var _valid1 = _errs47 === errors;
valid13 = valid13 || _valid1;
if(!valid13){
const _errs58 = errors;
if(data20 !== null){
const err17 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid1 = _errs58 === errors;
valid13 = valid13 || _valid1;
}
if(!valid13){
const err18 = {instancePath:instancePath+"/location",schemaPath:"#/properties/location/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
validate17.errors = vErrors;
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
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dependencies !== undefined){
let data24 = data.dependencies;
const _errs60 = errors;
if(errors === _errs60){
if(Array.isArray(data24)){
if(data24.length > 10000){
validate17.errors = [{instancePath:instancePath+"/dependencies",schemaPath:"#/properties/dependencies/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid18 = true;
const len3 = data24.length;
for(let i3=0; i3<len3; i3++){
let data25 = data24[i3];
const _errs62 = errors;
const _errs63 = errors;
if(errors === _errs63){
if(typeof data25 === "string"){
if(data25.length > 1000){
validate17.errors = [{instancePath:instancePath+"/dependencies/" + i3,schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data25)){
validate17.errors = [{instancePath:instancePath+"/dependencies/" + i3,schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/dependencies/" + i3,schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid18 = _errs62 === errors;
if(!valid18){
break;
}
}
}
}
else {
validate17.errors = [{instancePath:instancePath+"/dependencies",schemaPath:"#/properties/dependencies/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs60 === errors;
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
}
}
else {
validate17.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate17.errors = vErrors;
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
const err0 = {instancePath:instancePath+"/previews",schemaPath:"#/definitions/word/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(!pattern0.test(data3)){
const err1 = {instancePath:instancePath+"/previews",schemaPath:"#/definitions/word/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/previews",schemaPath:"#/definitions/word/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs8 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const _errs11 = errors;
if(data3 !== null){
const err3 = {instancePath:instancePath+"/previews",schemaPath:"#/properties/previews/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs11 === errors;
valid2 = valid2 || _valid0;
}
if(!valid2){
const err4 = {instancePath:instancePath+"/previews",schemaPath:"#/properties/previews/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
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
validate10.errors = [{instancePath:instancePath+"/project",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data4)){
validate10.errors = [{instancePath:instancePath+"/project",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/project",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
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
if(!(((((((((((((((((((data6 === null) || (data6 === "invalid-input")) || (data6 === "invalid-manifest")) || (data6 === "no-context")) || (data6 === "untrusted")) || (data6 === "state-unavailable")) || (data6 === "state-locked")) || (data6 === "state-conflict")) || (data6 === "plan-changed")) || (data6 === "plan-not-reviewed")) || (data6 === "guarded")) || (data6 === "task-failed")) || (data6 === "drift-detected")) || (data6 === "changes-pending")) || (data6 === "not-reported")) || (data6 === "superseded")) || (data6 === "policy")) || (data6 === "cancelled")) || (data6 === "internal"))){
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
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/code",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data10)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/code",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/code",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
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
else {
if(!pattern4.test(data11)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/message",schemaPath:"#/definitions/text/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$"}}];
return false;
}
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
const _errs31 = errors;
let valid10 = false;
const _errs32 = errors;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data12 === "string"){
if(data12.length > 100000){
const err5 = {instancePath:instancePath+"/diagnostics/" + i0+"/file",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 100000}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
if(!pattern2.test(data12)){
const err6 = {instancePath:instancePath+"/diagnostics/" + i0+"/file",schemaPath:"#/definitions/path/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/diagnostics/" + i0+"/file",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid1 = _errs32 === errors;
valid10 = valid10 || _valid1;
if(!valid10){
const _errs35 = errors;
if(data12 !== null){
const err8 = {instancePath:instancePath+"/diagnostics/" + i0+"/file",schemaPath:"#/properties/diagnostics/items/properties/file/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid1 = _errs35 === errors;
valid10 = valid10 || _valid1;
}
if(!valid10){
const err9 = {instancePath:instancePath+"/diagnostics/" + i0+"/file",schemaPath:"#/properties/diagnostics/items/properties/file/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
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
const _errs37 = errors;
if(!(validate11(data8.line, {instancePath:instancePath+"/diagnostics/" + i0+"/line",parentData:data8,parentDataProperty:"line",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid7 = _errs37 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.column !== undefined){
const _errs38 = errors;
if(!(validate11(data8.column, {instancePath:instancePath+"/diagnostics/" + i0+"/column",parentData:data8,parentDataProperty:"column",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
var valid7 = _errs38 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.suggestion !== undefined){
let data15 = data8.suggestion;
const _errs39 = errors;
const _errs40 = errors;
let valid12 = false;
const _errs41 = errors;
const _errs42 = errors;
if(errors === _errs42){
if(typeof data15 === "string"){
if(data15.length > 1000000){
const err10 = {instancePath:instancePath+"/diagnostics/" + i0+"/suggestion",schemaPath:"#/definitions/text/maxLength",keyword:"maxLength",params:{limit: 1000000}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
if(!pattern4.test(data15)){
const err11 = {instancePath:instancePath+"/diagnostics/" + i0+"/suggestion",schemaPath:"#/definitions/text/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/diagnostics/" + i0+"/suggestion",schemaPath:"#/definitions/text/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var _valid2 = _errs41 === errors;
valid12 = valid12 || _valid2;
if(!valid12){
const _errs44 = errors;
if(data15 !== null){
const err13 = {instancePath:instancePath+"/diagnostics/" + i0+"/suggestion",schemaPath:"#/properties/diagnostics/items/properties/suggestion/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid2 = _errs44 === errors;
valid12 = valid12 || _valid2;
}
if(!valid12){
const err14 = {instancePath:instancePath+"/diagnostics/" + i0+"/suggestion",schemaPath:"#/properties/diagnostics/items/properties/suggestion/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs40;
if(vErrors !== null){
if(_errs40){
vErrors.length = _errs40;
}
else {
vErrors = null;
}
}
}
var valid7 = _errs39 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.context !== undefined){
let data16 = data8.context;
const _errs46 = errors;
const _errs47 = errors;
if(errors === _errs47){
if(typeof data16 === "string"){
if(data16.length > 1000){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/context",schemaPath:"#/definitions/word/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern0.test(data16)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/context",schemaPath:"#/definitions/word/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/context",schemaPath:"#/definitions/word/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs46 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data8.project !== undefined){
let data17 = data8.project;
const _errs49 = errors;
const _errs50 = errors;
if(errors === _errs50){
if(typeof data17 === "string"){
if(data17.length > 1000){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/project",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data17)){
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/project",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/diagnostics/" + i0+"/project",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs49 === errors;
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
if(data.projects !== undefined){
let data18 = data.projects;
const _errs52 = errors;
if(errors === _errs52){
if(Array.isArray(data18)){
if(data18.length > 10000){
validate10.errors = [{instancePath:instancePath+"/projects",schemaPath:"#/properties/projects/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid16 = true;
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
let data19 = data18[i1];
const _errs54 = errors;
if(errors === _errs54){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing2;
if(((data19.project === undefined) && (missing2 = "project")) || ((data19.context === undefined) && (missing2 = "context"))){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1,schemaPath:"#/properties/projects/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data19.project !== undefined){
let data20 = data19.project;
const _errs56 = errors;
const _errs57 = errors;
if(errors === _errs57){
if(typeof data20 === "string"){
if(data20.length > 1000){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/project",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data20)){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/project",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/project",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid17 = _errs56 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data19.context !== undefined){
let data21 = data19.context;
const _errs59 = errors;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data21 === "string"){
if(data21.length > 1000){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/context",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data21)){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/context",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/context",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid17 = _errs59 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data19.manifest !== undefined){
let data22 = data19.manifest;
const _errs62 = errors;
const _errs63 = errors;
if(errors === _errs63){
if(typeof data22 === "string"){
if(data22.length > 100000){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/manifest",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 100000}}];
return false;
}
else {
if(!pattern2.test(data22)){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/manifest",schemaPath:"#/definitions/path/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/manifest",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid17 = _errs62 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data19["working-directory"] !== undefined){
let data23 = data19["working-directory"];
const _errs65 = errors;
const _errs66 = errors;
if(errors === _errs66){
if(typeof data23 === "string"){
if(data23.length > 100000){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/working-directory",schemaPath:"#/definitions/path/maxLength",keyword:"maxLength",params:{limit: 100000}}];
return false;
}
else {
if(!pattern2.test(data23)){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/working-directory",schemaPath:"#/definitions/path/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/working-directory",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid17 = _errs65 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data19.changed !== undefined){
let data24 = data19.changed;
const _errs68 = errors;
if(!((data24 === true) || (data24 === null))){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/changed",schemaPath:"#/properties/projects/items/properties/changed/enum",keyword:"enum",params:{allowedValues: schema11.properties.projects.items.properties.changed.enum}}];
return false;
}
var valid17 = _errs68 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data19.error !== undefined){
let data25 = data19.error;
const _errs69 = errors;
const _errs70 = errors;
if(errors === _errs70){
if(typeof data25 === "string"){
if(data25.length > 1000){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/error",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data25)){
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/error",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/projects/" + i1+"/error",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid17 = _errs69 === errors;
}
else {
var valid17 = true;
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/projects/" + i1,schemaPath:"#/properties/projects/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid16 = _errs54 === errors;
if(!valid16){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/projects",schemaPath:"#/properties/projects/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unchanged !== undefined){
let data26 = data.unchanged;
const _errs72 = errors;
if(errors === _errs72){
if(Array.isArray(data26)){
if(data26.length > 10000){
validate10.errors = [{instancePath:instancePath+"/unchanged",schemaPath:"#/properties/unchanged/maxItems",keyword:"maxItems",params:{limit: 10000}}];
return false;
}
else {
var valid23 = true;
const len2 = data26.length;
for(let i2=0; i2<len2; i2++){
let data27 = data26[i2];
const _errs74 = errors;
if(errors === _errs74){
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
let missing3;
if(((data27.project === undefined) && (missing3 = "project")) || ((data27.context === undefined) && (missing3 = "context"))){
validate10.errors = [{instancePath:instancePath+"/unchanged/" + i2,schemaPath:"#/properties/unchanged/items/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data27.project !== undefined){
let data28 = data27.project;
const _errs76 = errors;
const _errs77 = errors;
if(errors === _errs77){
if(typeof data28 === "string"){
if(data28.length > 1000){
validate10.errors = [{instancePath:instancePath+"/unchanged/" + i2+"/project",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data28)){
validate10.errors = [{instancePath:instancePath+"/unchanged/" + i2+"/project",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/unchanged/" + i2+"/project",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid24 = _errs76 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data27.context !== undefined){
let data29 = data27.context;
const _errs79 = errors;
const _errs80 = errors;
if(errors === _errs80){
if(typeof data29 === "string"){
if(data29.length > 1000){
validate10.errors = [{instancePath:instancePath+"/unchanged/" + i2+"/context",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data29)){
validate10.errors = [{instancePath:instancePath+"/unchanged/" + i2+"/context",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/unchanged/" + i2+"/context",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid24 = _errs79 === errors;
}
else {
var valid24 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/unchanged/" + i2,schemaPath:"#/properties/unchanged/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid23 = _errs74 === errors;
if(!valid23){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/unchanged",schemaPath:"#/properties/unchanged/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs72 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contexts !== undefined){
let data30 = data.contexts;
const _errs82 = errors;
if(errors === _errs82){
if(Array.isArray(data30)){
if(data30.length > 1000){
validate10.errors = [{instancePath:instancePath+"/contexts",schemaPath:"#/properties/contexts/maxItems",keyword:"maxItems",params:{limit: 1000}}];
return false;
}
else {
var valid27 = true;
const len3 = data30.length;
for(let i3=0; i3<len3; i3++){
let data31 = data30[i3];
const _errs84 = errors;
if(errors === _errs84){
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
let missing4;
if(((((((data31.name === undefined) && (missing4 = "name")) || ((data31.order === undefined) && (missing4 = "order"))) || ((data31.planDigest === undefined) && (missing4 = "planDigest"))) || ((data31.state === undefined) && (missing4 = "state"))) || ((data31.counts === undefined) && (missing4 = "counts"))) || ((data31.tasks === undefined) && (missing4 = "tasks"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3,schemaPath:"#/properties/contexts/items/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
if(data31.name !== undefined){
let data32 = data31.name;
const _errs86 = errors;
const _errs87 = errors;
if(errors === _errs87){
if(typeof data32 === "string"){
if(data32.length > 1000){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/name",schemaPath:"#/definitions/word/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern0.test(data32)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/name",schemaPath:"#/definitions/word/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/name",schemaPath:"#/definitions/word/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid28 = _errs86 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data31.project !== undefined){
let data33 = data31.project;
const _errs89 = errors;
const _errs90 = errors;
if(errors === _errs90){
if(typeof data33 === "string"){
if(data33.length > 1000){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/project",schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data33)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/project",schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/project",schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid28 = _errs89 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data31.place !== undefined){
let data34 = data31.place;
const _errs92 = errors;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/place",schemaPath:"#/properties/contexts/items/properties/place/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs92){
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 1000000 || isNaN(data34)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/place",schemaPath:"#/properties/contexts/items/properties/place/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}}];
return false;
}
else {
if(data34 < 0 || isNaN(data34)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/place",schemaPath:"#/properties/contexts/items/properties/place/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid28 = _errs92 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data31.order !== undefined){
let data35 = data31.order;
const _errs94 = errors;
if(errors === _errs94){
if(Array.isArray(data35)){
if(data35.length > 200000){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/order",schemaPath:"#/properties/contexts/items/properties/order/maxItems",keyword:"maxItems",params:{limit: 200000}}];
return false;
}
else {
var valid31 = true;
const len4 = data35.length;
for(let i4=0; i4<len4; i4++){
let data36 = data35[i4];
const _errs96 = errors;
const _errs97 = errors;
if(errors === _errs97){
if(typeof data36 === "string"){
if(data36.length > 1000){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/order/" + i4,schemaPath:"#/definitions/line/maxLength",keyword:"maxLength",params:{limit: 1000}}];
return false;
}
else {
if(!pattern2.test(data36)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/order/" + i4,schemaPath:"#/definitions/line/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$"}}];
return false;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/order/" + i4,schemaPath:"#/definitions/line/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid31 = _errs96 === errors;
if(!valid31){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/order",schemaPath:"#/properties/contexts/items/properties/order/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid28 = _errs94 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data31.planDigest !== undefined){
let data37 = data31.planDigest;
const _errs99 = errors;
const _errs100 = errors;
let valid33 = false;
const _errs101 = errors;
const _errs102 = errors;
if(errors === _errs102){
if(typeof data37 === "string"){
if(!pattern19.test(data37)){
const err15 = {instancePath:instancePath+"/contexts/" + i3+"/planDigest",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^(?:sha256|hmac-sha256):[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/contexts/" + i3+"/planDigest",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var _valid3 = _errs101 === errors;
valid33 = valid33 || _valid3;
if(!valid33){
const _errs104 = errors;
if(data37 !== null){
const err17 = {instancePath:instancePath+"/contexts/" + i3+"/planDigest",schemaPath:"#/properties/contexts/items/properties/planDigest/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid3 = _errs104 === errors;
valid33 = valid33 || _valid3;
}
if(!valid33){
const err18 = {instancePath:instancePath+"/contexts/" + i3+"/planDigest",schemaPath:"#/properties/contexts/items/properties/planDigest/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs100;
if(vErrors !== null){
if(_errs100){
vErrors.length = _errs100;
}
else {
vErrors = null;
}
}
}
var valid28 = _errs99 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data31.failureReason !== undefined){
let data38 = data31.failureReason;
const _errs106 = errors;
if(!(((((((((((((((((((data38 === null) || (data38 === "invalid-input")) || (data38 === "invalid-manifest")) || (data38 === "no-context")) || (data38 === "untrusted")) || (data38 === "state-unavailable")) || (data38 === "state-locked")) || (data38 === "state-conflict")) || (data38 === "plan-changed")) || (data38 === "plan-not-reviewed")) || (data38 === "guarded")) || (data38 === "task-failed")) || (data38 === "drift-detected")) || (data38 === "changes-pending")) || (data38 === "not-reported")) || (data38 === "superseded")) || (data38 === "policy")) || (data38 === "cancelled")) || (data38 === "internal"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/failureReason",schemaPath:"#/definitions/failureReason/enum",keyword:"enum",params:{allowedValues: schema15.enum}}];
return false;
}
var valid28 = _errs106 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data31.state !== undefined){
let data39 = data31.state;
const _errs108 = errors;
if(errors === _errs108){
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing5;
if(((((data39.backend === undefined) && (missing5 = "backend")) || ((data39.lineage === undefined) && (missing5 = "lineage"))) || ((data39.serial === undefined) && (missing5 = "serial"))) || ((data39.revision === undefined) && (missing5 = "revision"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/state",schemaPath:"#/properties/contexts/items/properties/state/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
if(data39.backend !== undefined){
let data40 = data39.backend;
const _errs110 = errors;
if(!((((data40 === "") || (data40 === "branch")) || (data40 === "cache")) || (data40 === "file"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/state/backend",schemaPath:"#/properties/contexts/items/properties/state/properties/backend/enum",keyword:"enum",params:{allowedValues: schema11.properties.contexts.items.properties.state.properties.backend.enum}}];
return false;
}
var valid36 = _errs110 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data39.sealed !== undefined){
const _errs111 = errors;
if(typeof data39.sealed !== "boolean"){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/state/sealed",schemaPath:"#/properties/contexts/items/properties/state/properties/sealed/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid36 = _errs111 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data39.lineage !== undefined){
const _errs113 = errors;
if(!(validate14(data39.lineage, {instancePath:instancePath+"/contexts/" + i3+"/state/lineage",parentData:data39,parentDataProperty:"lineage",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
var valid36 = _errs113 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data39.serial !== undefined){
let data43 = data39.serial;
const _errs114 = errors;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/state/serial",schemaPath:"#/properties/contexts/items/properties/state/properties/serial/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs114){
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 > 9007199254740991 || isNaN(data43)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/state/serial",schemaPath:"#/properties/contexts/items/properties/state/properties/serial/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data43 < 0 || isNaN(data43)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/state/serial",schemaPath:"#/properties/contexts/items/properties/state/properties/serial/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid36 = _errs114 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data39.revision !== undefined){
const _errs116 = errors;
if(!(validate14(data39.revision, {instancePath:instancePath+"/contexts/" + i3+"/state/revision",parentData:data39,parentDataProperty:"revision",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
var valid36 = _errs116 === errors;
}
else {
var valid36 = true;
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/state",schemaPath:"#/properties/contexts/items/properties/state/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid28 = _errs108 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data31.counts !== undefined){
let data45 = data31.counts;
const _errs117 = errors;
if(errors === _errs117){
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
let missing6;
if(((((((((((data45.create === undefined) && (missing6 = "create")) || ((data45.update === undefined) && (missing6 = "update"))) || ((data45.replace === undefined) && (missing6 = "replace"))) || ((data45.delete === undefined) && (missing6 = "delete"))) || ((data45.adopt === undefined) && (missing6 = "adopt"))) || ((data45.forget === undefined) && (missing6 = "forget"))) || ((data45.noop === undefined) && (missing6 = "noop"))) || ((data45.failed === undefined) && (missing6 = "failed"))) || ((data45.skipped === undefined) && (missing6 = "skipped"))) || ((data45.unknown === undefined) && (missing6 = "unknown"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/counts",schemaPath:"#/properties/contexts/items/properties/counts/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
for(const key0 in data45){
let data46 = data45[key0];
const _errs120 = errors;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/counts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/contexts/items/properties/counts/additionalProperties/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs120){
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 > 1000000 || isNaN(data46)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/counts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/contexts/items/properties/counts/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000}}];
return false;
}
else {
if(data46 < 0 || isNaN(data46)){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/counts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/contexts/items/properties/counts/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid37 = _errs120 === errors;
if(!valid37){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/counts",schemaPath:"#/properties/contexts/items/properties/counts/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid28 = _errs117 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data31.reviewable !== undefined){
let data47 = data31.reviewable;
const _errs122 = errors;
if(errors === _errs122){
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
let missing7;
if(((data47.seal === undefined) && (missing7 = "seal")) || ((data47.changes === undefined) && (missing7 = "changes"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/reviewable",schemaPath:"#/properties/contexts/items/properties/reviewable/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
if(data47.seal !== undefined){
let data48 = data47.seal;
const _errs124 = errors;
const _errs125 = errors;
let valid39 = false;
const _errs126 = errors;
const _errs127 = errors;
if(errors === _errs127){
if(typeof data48 === "string"){
if(!pattern19.test(data48)){
const err19 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/seal",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^(?:sha256|hmac-sha256):[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/seal",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
var _valid4 = _errs126 === errors;
valid39 = valid39 || _valid4;
if(!valid39){
const _errs129 = errors;
if(data48 !== null){
const err21 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/seal",schemaPath:"#/properties/contexts/items/properties/reviewable/properties/seal/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var _valid4 = _errs129 === errors;
valid39 = valid39 || _valid4;
}
if(!valid39){
const err22 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/seal",schemaPath:"#/properties/contexts/items/properties/reviewable/properties/seal/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs125;
if(vErrors !== null){
if(_errs125){
vErrors.length = _errs125;
}
else {
vErrors = null;
}
}
}
var valid38 = _errs124 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data47.changes !== undefined){
let data49 = data47.changes;
const _errs131 = errors;
if(errors === _errs131){
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
if(Object.keys(data49).length > 200000){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes",schemaPath:"#/properties/contexts/items/properties/reviewable/properties/changes/maxProperties",keyword:"maxProperties",params:{limit: 200000}}];
return false;
}
else {
for(const key1 in data49){
const _errs133 = errors;
const _errs134 = errors;
if(errors === _errs134){
if(typeof key1 === "string"){
if(key1.length > 1000){
const err23 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes",schemaPath:"#/definitions/word/maxLength",keyword:"maxLength",params:{limit: 1000},propertyName:key1};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
if(!pattern0.test(key1)){
const err24 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes",schemaPath:"#/definitions/word/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"},propertyName:key1};
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
else {
const err25 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes",schemaPath:"#/definitions/word/type",keyword:"type",params:{type: "string"},propertyName:key1};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
var valid41 = _errs133 === errors;
if(!valid41){
const err26 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes",schemaPath:"#/properties/contexts/items/properties/reviewable/properties/changes/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
validate10.errors = vErrors;
return false;
break;
}
}
if(valid41){
for(const key2 in data49){
let data50 = data49[key2];
const _errs137 = errors;
if(errors === _errs137){
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
let missing8;
if(((((data50.change === undefined) && (missing8 = "change")) || ((data50.wanted === undefined) && (missing8 = "wanted"))) || ((data50.recorded === undefined) && (missing8 = "recorded"))) || ((data50.live === undefined) && (missing8 = "live"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/contexts/items/properties/reviewable/properties/changes/additionalProperties/required",keyword:"required",params:{missingProperty: missing8}}];
return false;
}
else {
if(data50.change !== undefined){
let data51 = data50.change;
const _errs139 = errors;
if(!((((((((data51 === "create") || (data51 === "update")) || (data51 === "replace")) || (data51 === "delete")) || (data51 === "adopt")) || (data51 === "forget")) || (data51 === "noop")) || (data51 === "none"))){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/change",schemaPath:"#/definitions/change/enum",keyword:"enum",params:{allowedValues: schema40.enum}}];
return false;
}
var valid44 = _errs139 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data50.wanted !== undefined){
let data52 = data50.wanted;
const _errs141 = errors;
const _errs143 = errors;
let valid47 = false;
const _errs144 = errors;
if(errors === _errs144){
if(typeof data52 === "string"){
if(!pattern23.test(data52)){
const err27 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/wanted",schemaPath:"#/definitions/shortOrNull/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{1,64}$"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/wanted",schemaPath:"#/definitions/shortOrNull/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
var _valid5 = _errs144 === errors;
valid47 = valid47 || _valid5;
if(!valid47){
const _errs146 = errors;
if(data52 !== null){
const err29 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/wanted",schemaPath:"#/definitions/shortOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var _valid5 = _errs146 === errors;
valid47 = valid47 || _valid5;
}
if(!valid47){
const err30 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/wanted",schemaPath:"#/definitions/shortOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs143;
if(vErrors !== null){
if(_errs143){
vErrors.length = _errs143;
}
else {
vErrors = null;
}
}
}
var valid44 = _errs141 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data50.recorded !== undefined){
let data53 = data50.recorded;
const _errs148 = errors;
const _errs150 = errors;
let valid49 = false;
const _errs151 = errors;
if(errors === _errs151){
if(typeof data53 === "string"){
if(!pattern23.test(data53)){
const err31 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/recorded",schemaPath:"#/definitions/shortOrNull/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{1,64}$"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/recorded",schemaPath:"#/definitions/shortOrNull/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
var _valid6 = _errs151 === errors;
valid49 = valid49 || _valid6;
if(!valid49){
const _errs153 = errors;
if(data53 !== null){
const err33 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/recorded",schemaPath:"#/definitions/shortOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
var _valid6 = _errs153 === errors;
valid49 = valid49 || _valid6;
}
if(!valid49){
const err34 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/recorded",schemaPath:"#/definitions/shortOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs150;
if(vErrors !== null){
if(_errs150){
vErrors.length = _errs150;
}
else {
vErrors = null;
}
}
}
var valid44 = _errs148 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data50.live !== undefined){
let data54 = data50.live;
const _errs155 = errors;
const _errs157 = errors;
let valid51 = false;
const _errs158 = errors;
if(errors === _errs158){
if(typeof data54 === "string"){
if(!pattern23.test(data54)){
const err35 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/live",schemaPath:"#/definitions/shortOrNull/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{1,64}$"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/live",schemaPath:"#/definitions/shortOrNull/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
var _valid7 = _errs158 === errors;
valid51 = valid51 || _valid7;
if(!valid51){
const _errs160 = errors;
if(data54 !== null){
const err37 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/live",schemaPath:"#/definitions/shortOrNull/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
var _valid7 = _errs160 === errors;
valid51 = valid51 || _valid7;
}
if(!valid51){
const err38 = {instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/live",schemaPath:"#/definitions/shortOrNull/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs157;
if(vErrors !== null){
if(_errs157){
vErrors.length = _errs157;
}
else {
vErrors = null;
}
}
}
var valid44 = _errs155 === errors;
}
else {
var valid44 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/contexts/items/properties/reviewable/properties/changes/additionalProperties/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid43 = _errs137 === errors;
if(!valid43){
break;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/reviewable/changes",schemaPath:"#/properties/contexts/items/properties/reviewable/properties/changes/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid38 = _errs131 === errors;
}
else {
var valid38 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/reviewable",schemaPath:"#/properties/contexts/items/properties/reviewable/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid28 = _errs122 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data31.tasks !== undefined){
let data55 = data31.tasks;
const _errs162 = errors;
if(errors === _errs162){
if(Array.isArray(data55)){
if(data55.length > 200000){
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/tasks",schemaPath:"#/properties/contexts/items/properties/tasks/maxItems",keyword:"maxItems",params:{limit: 200000}}];
return false;
}
else {
var valid52 = true;
const len5 = data55.length;
for(let i5=0; i5<len5; i5++){
const _errs164 = errors;
if(!(validate17(data55[i5], {instancePath:instancePath+"/contexts/" + i3+"/tasks/" + i5,parentData:data55,parentDataProperty:i5,rootData}))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
var valid52 = _errs164 === errors;
if(!valid52){
break;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3+"/tasks",schemaPath:"#/properties/contexts/items/properties/tasks/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid28 = _errs162 === errors;
}
else {
var valid28 = true;
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
validate10.errors = [{instancePath:instancePath+"/contexts/" + i3,schemaPath:"#/properties/contexts/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid27 = _errs84 === errors;
if(!valid27){
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
var valid0 = _errs82 === errors;
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
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}


var backends = __webpack_require__(93970);
var json_text = __webpack_require__(84635);
;// CONCATENATED MODULE: ./src/app/report/join/read-report.ts









const reportLimit = size_limits/* stateBytes */.t2;
function readReport(text) {
    const content = (0,json_text/* parseStored */.Tw)(text, size_limits/* reportValues */.Jq);
    if (!content.ok)
        return content;
    const parsed = content.value;
    if (!(0,json/* isObject */.Gv)(parsed) || parsed.format !== "opus-report")
        return (0,diagnostic/* err */._q)('it is no report: "format" is not "opus-report"');
    if (parsed.version !== 1)
        return (0,diagnostic/* err */._q)(`its version is ${JSON.stringify(parsed.version)}, and this opus knows 1`);
    if (!validateReport(parsed))
        return (0,diagnostic/* err */._q)(`it is not what a report looks like: ${(validateReport.errors ?? []).map(told).join("; ")}`);
    const report = reportOf(parsed);
    const hidden = report.contexts.map(uncounted).find((one) => one !== undefined);
    return hidden === undefined ? (0,diagnostic.ok)(report) : (0,diagnostic/* err */._q)(hidden);
}
function uncounted({ name, counts, tasks }) {
    for (const change of ["delete", "replace"]) {
        const isCounted = ({ status }) => status === "planned" || status === "done";
        const listed = tasks.filter((task) => task.change === change && isCounted(task)).length;
        if (counts[change] < listed)
            return `it counts ${counts[change]} to ${change} in the context "${name}", and lists ${listed}`;
    }
    return undefined;
}
function told({ instancePath, keyword, params }) {
    const where = instancePath === "" ? "/" : (0,cut/* clip */.$Q)(instancePath, 200);
    if (keyword === "pattern")
        return `${where} holds a character that may not stand there`;
    const what = Object.values(params)
        .map((value) => JSON.stringify(value))
        .join(" ");
    return `${where} does not fit (${keyword} ${(0,shorten/* shortened */.v)(what, 200)})`;
}
function reportOf(report) {
    const { command, previews, project, result, failureReason, diagnostics, contexts, projects, unchanged } = report;
    return {
        format: "opus-report",
        version: 1,
        command,
        ...(typeof previews === "string" ? { previews } : {}),
        project,
        result,
        failureReason,
        diagnostics: diagnostics.map(diagnosticOf),
        contexts: contexts.map(contextOf),
        ...(projects ? { projects: projects.map(rowOf) } : {}),
        ...(unchanged ? { unchanged: unchanged.map((one) => ({ project: one.project, context: one.context })) } : {}),
    };
}
function rowOf(row) {
    const { project, context, manifest, "working-directory": folder, changed, error } = row;
    return {
        project,
        context,
        ...(manifest === undefined ? {} : { manifest }),
        ...(folder === undefined ? {} : { "working-directory": folder }),
        ...(changed === undefined ? {} : { changed }),
        ...(error === undefined ? {} : { error }),
    };
}
function diagnosticOf({ severity, code, message, file, line, column, suggestion, project, context }) {
    const place = typeof file === "string" ? { location: { file, line: Number(line) || 1, column: Number(column) || 1 } } : {};
    const advice = typeof suggestion === "string" ? { suggestion } : {};
    const whose = {
        ...(typeof project === "string" ? { project } : {}),
        ...(typeof context === "string" ? { context } : {}),
    };
    return { severity, code, message, ...place, ...advice, ...whose };
}
function contextOf(context) {
    const { name, project, place, order, planDigest, failureReason = null, state, counts, tasks, reviewable } = context;
    const { backend, sealed, lineage, serial, revision } = state;
    const label = (0,backends/* backendNamed */.i)(backend)?.label;
    return {
        name,
        ...(project === undefined ? {} : { project }),
        ...(place === undefined ? {} : { place }),
        order,
        planDigest,
        failureReason,
        state: { backend, ...(label ? { label } : {}), lineage, serial, revision, ...(sealed ? { sealed } : {}) },
        counts: Object.fromEntries(report/* countNames */.s.map((one) => [one, counts[one] ?? 0])),
        tasks: tasks.map(taskOf),
        ...(reviewable ? { reviewable: { seal: reviewable.seal, changes: reviewable.changes } } : {}),
    };
}
function taskOf(task) {
    const { name, apiVersion, kind, change, reason, status, drift, fields, durationMs, outputs, error, location } = task;
    const { sensitiveOutputs, rollback, dependencies = [], compared, metadata, gate, recordedAt } = task;
    const base = { name, apiVersion, kind, change, reason, status, drift, durationMs, outputs, error, location };
    return {
        ...base,
        dependencies,
        fields: fields.map(fieldOf),
        ...(gate ? { gate } : {}),
        ...(recordedAt === undefined ? {} : { recordedAt }),
        ...(compared ? { compared } : {}),
        ...(metadata ? { metadata: metadata.map(fieldOf) } : {}),
        ...(sensitiveOutputs ? { sensitiveOutputs } : {}),
        ...(rollback ? { rollback } : {}),
    };
}
function fieldOf(field) {
    const { path, sensitive, forcesReplacement, writeOnly, knownAfter, otherValues, effect, runs } = field;
    const { drifted, unfinished, left } = field;
    const given = field;
    const side = (name) => given[name] === undefined || (name === "after" && knownAfter) ? {} : { [name]: given[name] };
    return {
        path,
        ...side("before"),
        ...side("after"),
        ...(drifted ? { drifted } : {}),
        ...(unfinished ? { unfinished } : {}),
        ...(left === undefined ? {} : { left }),
        ...(effect ? { effect } : {}),
        ...(runs === undefined ? {} : { runs }),
        ...(sensitive ? { sensitive } : {}),
        ...(forcesReplacement ? { forcesReplacement } : {}),
        ...(writeOnly ? { writeOnly } : {}),
        ...(knownAfter ? { knownAfter } : {}),
        ...(otherValues ? { otherValues } : {}),
    };
}


/***/ })

};
