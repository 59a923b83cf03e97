export const id = 5869;
export const ids = [5869];
export const modules = {

/***/ 5869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   notes: () => (/* binding */ notes),
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _failed_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34654);

"use strict";
const validate = validate10;

const pattern0 = new RegExp("^[^\\u0000]+$", "u");
const pattern3 = new RegExp("^[^\\u0000!][^\\u0000]*$", "u");
const pattern5 = new RegExp("^[0-7]{3,4}$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.source === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/oneOf/0/required", {missingProperty: "source"});
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.template === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/oneOf/1/required", {missingProperty: "template"});
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/oneOf", {passingSchemas: passing0});
errors++;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/required", {missingProperty: "path"});
errors++;
}
for(const key0 in data){
if(!((((((key0 === "path") || (key0 === "source")) || (key0 === "template")) || (key0 === "include")) || (key0 === "exclude")) || (key0 === "mode"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.path !== undefined){
let data0 = data.path;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/path", "#/properties/path/pattern", {pattern: "^[^\\u0000]+$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/path", "#/properties/path/type", {type: "string"});
errors++;
}
}
if(data.source !== undefined){
let data1 = data.source;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/source", "#/properties/source/pattern", {pattern: "^[^\\u0000]+$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/source", "#/properties/source/type", {type: "string"});
errors++;
}
}
if(data.template !== undefined){
let data2 = data.template;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/template", "#/properties/template/pattern", {pattern: "^[^\\u0000]+$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/template", "#/properties/template/type", {type: "string"});
errors++;
}
}
if(data.include !== undefined){
let data3 = data.include;
if(Array.isArray(data3)){
if(data3.length > 100){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/include", "#/properties/include/maxItems", {limit: 100});
errors++;
}
if(data3.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/include", "#/properties/include/minItems", {limit: 1});
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(!pattern3.test(data4)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/include/" + i0, "#/properties/include/items/pattern", {pattern: "^[^\\u0000!][^\\u0000]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/include/" + i0, "#/properties/include/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/include", "#/properties/include/type", {type: "array"});
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
if(data5.length > 100){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/exclude", "#/properties/exclude/maxItems", {limit: 100});
errors++;
}
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(typeof data6 === "string"){
if(!pattern3.test(data6)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/exclude/" + i1, "#/properties/exclude/items/pattern", {pattern: "^[^\\u0000!][^\\u0000]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/exclude/" + i1, "#/properties/exclude/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/exclude", "#/properties/exclude/type", {type: "array"});
errors++;
}
}
if(data.mode !== undefined){
let data7 = data.mode;
if(typeof data7 === "string"){
if(!pattern5.test(data7)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/mode", "#/properties/mode/pattern", {pattern: "^[0-7]{3,4}$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/mode", "#/properties/mode/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/type", {type: "object"});
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

const notes = {"#":{"messages":{"oneOf":"needs exactly one of \"source\" and \"template\""},"hints":{"oneOf":"Keep one: source is a folder whose files are copied as they are, template one in whose files references are filled in."},"fields":{"path":"Where the folder is, relative to the working directory","source":"Path of a folder whose files are copied as they are","template":"Path of a folder whose files are copied with their references filled in","include":"Globs of the files that are taken, from the folder that they are in; without a slash at any depth","exclude":"Globs of the files that are left out","mode":"Permissions of all the files in quoted octal digits, like \"0644\""}},"#/properties/path":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/source":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/template":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/include/items":{"messages":{"pattern":"is not a glob of files; what is to be left out stands in exclude, without \"!\""}},"#/properties/exclude/items":{"messages":{"pattern":"is not a glob of files; what is to be left out stands in exclude, without \"!\""}},"#/properties/mode":{"messages":{"pattern":"is not a file mode: 3 or 4 octal digits (0 to 7) in quotes, like \"0644\""},"hints":{"*":"Write it in quotes: \"0644\". Without them it is a number and loses its meaning."}}};


/***/ })

};
