export const id = 8673;
export const ids = [8673];
export const modules = {

/***/ 28673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   notes: () => (/* binding */ notes),
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _failed_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34654);

"use strict";
const validate = validate10;
const schema11 = {"properties":{"url":0,"path":0,"extract":0,"sha256":0,"unpinned":0,"mode":0,"headers":0,"auth":0,"limits":0}};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^https?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$", "u");
const pattern1 = new RegExp("^[^\\u0000]+$", "u");
const pattern3 = new RegExp("\\S", "u");
const pattern4 = new RegExp("^[0-9a-fA-F]{64}$", "u");
const pattern5 = new RegExp("^[0-7]{3,4}$", "u");
const pattern6 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/oneOf/0/required", {missingProperty: "path"});
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
if(data.extract === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/oneOf/1/required", {missingProperty: "extract"});
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
if(data.url === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/required", {missingProperty: "url"});
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.url !== undefined){
let data0 = data.url;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/url", "#/properties/url/pattern", {pattern: "^https?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/url", "#/properties/url/type", {type: "string"});
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/path", "#/properties/path/pattern", {pattern: "^[^\\u0000]+$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/path", "#/properties/path/type", {type: "string"});
errors++;
}
}
if(data.extract !== undefined){
let data2 = data.extract;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.to === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract", "#/properties/extract/required", {missingProperty: "to"});
errors++;
}
for(const key1 in data2){
if(!(((key1 === "to") || (key1 === "strip")) || (key1 === "include"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract", "#/properties/extract/additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.to !== undefined){
let data3 = data2.to;
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract/to", "#/properties/extract/properties/to/pattern", {pattern: "^[^\\u0000]+$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract/to", "#/properties/extract/properties/to/type", {type: "string"});
errors++;
}
}
if(data2.strip !== undefined){
let data4 = data2.strip;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract/strip", "#/properties/extract/properties/strip/type", {type: "integer"});
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 20 || isNaN(data4)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract/strip", "#/properties/extract/properties/strip/maximum", {comparison: "<=", limit: 20});
errors++;
}
if(data4 < 0 || isNaN(data4)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract/strip", "#/properties/extract/properties/strip/minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data2.include !== undefined){
let data5 = data2.include;
if(Array.isArray(data5)){
if(data5.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract/include", "#/properties/extract/properties/include/minItems", {limit: 1});
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(!pattern3.test(data6)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract/include/" + i0, "#/properties/extract/properties/include/items/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract/include/" + i0, "#/properties/extract/properties/include/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract/include", "#/properties/extract/properties/include/type", {type: "array"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/extract", "#/properties/extract/type", {type: "object"});
errors++;
}
}
if(data.sha256 !== undefined){
let data7 = data.sha256;
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/sha256", "#/properties/sha256/pattern", {pattern: "^[0-9a-fA-F]{64}$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/sha256", "#/properties/sha256/type", {type: "string"});
errors++;
}
}
if(data.unpinned !== undefined){
if(typeof data.unpinned !== "boolean"){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/unpinned", "#/properties/unpinned/type", {type: "boolean"});
errors++;
}
}
if(data.mode !== undefined){
let data9 = data.mode;
if(typeof data9 === "string"){
if(!pattern5.test(data9)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/mode", "#/properties/mode/pattern", {pattern: "^[0-7]{3,4}$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/mode", "#/properties/mode/type", {type: "string"});
errors++;
}
}
if(data.headers !== undefined){
let data10 = data.headers;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 in data10){
const _errs28 = errors;
if(typeof key2 === "string"){
if(!pattern6.test(key2)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/headers", "#/properties/headers/propertyNames/pattern", {pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"}, key2);
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/headers", "#/properties/headers/propertyNames/type", {type: "string"}, key2);
errors++;
}
var valid5 = _errs28 === errors;
if(!valid5){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/headers", "#/properties/headers/propertyNames", {propertyName: key2});
errors++;
}
}
for(const key3 in data10){
if(typeof data10[key3] !== "string"){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/headers" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key3), "#/properties/headers/additionalProperties/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/headers", "#/properties/headers/type", {type: "object"});
errors++;
}
}
if(data.auth !== undefined){
let data12 = data.auth;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(Object.keys(data12).length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth", "#/properties/auth/minProperties", {limit: 1});
errors++;
}
for(const key4 in data12){
if(!((((key4 === "bearer") || (key4 === "basic")) || (key4 === "header")) || (key4 === "oauth2"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth", "#/properties/auth/additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data12.bearer !== undefined){
let data13 = data12.bearer;
if(typeof data13 === "string"){
if(!pattern3.test(data13)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/bearer", "#/properties/auth/properties/bearer/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/bearer", "#/properties/auth/properties/bearer/type", {type: "string"});
errors++;
}
}
if(data12.basic !== undefined){
let data14 = data12.basic;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.username === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/basic", "#/properties/auth/properties/basic/required", {missingProperty: "username"});
errors++;
}
if(data14.password === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/basic", "#/properties/auth/properties/basic/required", {missingProperty: "password"});
errors++;
}
for(const key5 in data14){
if(!((key5 === "username") || (key5 === "password"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/basic", "#/properties/auth/properties/basic/additionalProperties", {additionalProperty: key5});
errors++;
}
}
if(data14.username !== undefined){
if(typeof data14.username !== "string"){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/basic/username", "#/properties/auth/properties/basic/properties/username/type", {type: "string"});
errors++;
}
}
if(data14.password !== undefined){
if(typeof data14.password !== "string"){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/basic/password", "#/properties/auth/properties/basic/properties/password/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/basic", "#/properties/auth/properties/basic/type", {type: "object"});
errors++;
}
}
if(data12.header !== undefined){
let data17 = data12.header;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.name === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header", "#/properties/auth/properties/header/required", {missingProperty: "name"});
errors++;
}
if(data17.value === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header", "#/properties/auth/properties/header/required", {missingProperty: "value"});
errors++;
}
for(const key6 in data17){
if(!((key6 === "name") || (key6 === "value"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header", "#/properties/auth/properties/header/additionalProperties", {additionalProperty: key6});
errors++;
}
}
if(data17.name !== undefined){
let data18 = data17.name;
if(typeof data18 === "string"){
if(!pattern6.test(data18)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header/name", "#/properties/auth/properties/header/properties/name/pattern", {pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header/name", "#/properties/auth/properties/header/properties/name/type", {type: "string"});
errors++;
}
}
if(data17.value !== undefined){
let data19 = data17.value;
if(typeof data19 === "string"){
if(!pattern3.test(data19)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header/value", "#/properties/auth/properties/header/properties/value/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header/value", "#/properties/auth/properties/header/properties/value/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header", "#/properties/auth/properties/header/type", {type: "object"});
errors++;
}
}
if(data12.oauth2 !== undefined){
let data20 = data12.oauth2;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.tokenUrl === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2", "#/properties/auth/properties/oauth2/required", {missingProperty: "tokenUrl"});
errors++;
}
if(data20.clientId === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2", "#/properties/auth/properties/oauth2/required", {missingProperty: "clientId"});
errors++;
}
if(data20.clientSecret === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2", "#/properties/auth/properties/oauth2/required", {missingProperty: "clientSecret"});
errors++;
}
for(const key7 in data20){
if(!(((((key7 === "tokenUrl") || (key7 === "clientId")) || (key7 === "clientSecret")) || (key7 === "scope")) || (key7 === "audience"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2", "#/properties/auth/properties/oauth2/additionalProperties", {additionalProperty: key7});
errors++;
}
}
if(data20.tokenUrl !== undefined){
let data21 = data20.tokenUrl;
if(typeof data21 === "string"){
if(!pattern3.test(data21)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/tokenUrl", "#/properties/auth/properties/oauth2/properties/tokenUrl/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/tokenUrl", "#/properties/auth/properties/oauth2/properties/tokenUrl/type", {type: "string"});
errors++;
}
}
if(data20.clientId !== undefined){
let data22 = data20.clientId;
if(typeof data22 === "string"){
if(!pattern3.test(data22)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/clientId", "#/properties/auth/properties/oauth2/properties/clientId/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/clientId", "#/properties/auth/properties/oauth2/properties/clientId/type", {type: "string"});
errors++;
}
}
if(data20.clientSecret !== undefined){
let data23 = data20.clientSecret;
if(typeof data23 === "string"){
if(!pattern3.test(data23)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/clientSecret", "#/properties/auth/properties/oauth2/properties/clientSecret/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/clientSecret", "#/properties/auth/properties/oauth2/properties/clientSecret/type", {type: "string"});
errors++;
}
}
if(data20.scope !== undefined){
if(typeof data20.scope !== "string"){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/scope", "#/properties/auth/properties/oauth2/properties/scope/type", {type: "string"});
errors++;
}
}
if(data20.audience !== undefined){
if(typeof data20.audience !== "string"){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/audience", "#/properties/auth/properties/oauth2/properties/audience/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2", "#/properties/auth/properties/oauth2/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth", "#/properties/auth/type", {type: "object"});
errors++;
}
}
if(data.limits !== undefined){
let data26 = data.limits;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key8 in data26){
if(!((key8 === "concurrent") || (key8 === "perSecond"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/limits", "#/properties/limits/additionalProperties", {additionalProperty: key8});
errors++;
}
}
if(data26.concurrent !== undefined){
let data27 = data26.concurrent;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/limits/concurrent", "#/properties/limits/properties/concurrent/type", {type: "integer"});
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 1 || isNaN(data27)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/limits/concurrent", "#/properties/limits/properties/concurrent/minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data26.perSecond !== undefined){
let data28 = data26.perSecond;
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 <= 0 || isNaN(data28)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/limits/perSecond", "#/properties/limits/properties/perSecond/exclusiveMinimum", {comparison: ">", limit: 0});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/limits/perSecond", "#/properties/limits/properties/perSecond/type", {type: "number"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/limits", "#/properties/limits/type", {type: "object"});
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

const notes = {"#":{"messages":{"oneOf":"needs exactly one of \"path\" and \"extract\""},"hints":{"oneOf":"Keep one: path for a file, extract for an archive that is unpacked."},"fields":{"url":"Where the file is, like https://example.com/tool-1.2.0","path":"Where the file is to be, relative to the working directory","extract":"Unpacks a tar.gz or a zip, in place of path","sha256":"The digest that the file must have, as 64 hexadecimal digits","unpinned":"true: takes whatever the server has, and changes with it","mode":"Permissions in quoted octal digits, like \"0755\"","headers":"Headers of every request","auth":"How requests are authorized: one of bearer, basic, header and oauth2","limits":"For all requests of a run to the host"}},"#/properties/url":{"messages":{"pattern":"is not the address of a file"},"hints":{"*":"Write it like https://example.com/tool-1.2.0, without user, password and #. Credentials go into \"auth\"."}},"#/properties/path":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/extract":{"hints":{"*":"Write {to: tools/node, strip: 1}."},"fields":{"to":"The folder that it is unpacked into, relative to the working directory","strip":"How many folders at the beginning of each path are left out","include":"Globs of what is unpacked, below \"to\"; those that begin with ! leave out"}},"#/properties/extract/properties/to":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/extract/properties/include/items":{"messages":{"pattern":"is empty"}},"#/properties/sha256":{"messages":{"pattern":"is not a SHA-256: 64 hexadecimal digits in quotes"},"hints":{"*":"Take it from where the makers publish it, or from `sha256sum` of a file that you trust."}},"#/properties/mode":{"messages":{"pattern":"is not a file mode: 3 or 4 octal digits (0 to 7) in quotes, like \"0755\""},"hints":{"*":"Write it in quotes: \"0755\". Without them it is a number and loses its meaning."}},"#/properties/headers/propertyNames":{"messages":{"pattern":"is not the name of a header","propertyNames":"is not the name of a header"}},"#/properties/auth":{"fields":{"bearer":"A token, as ${SECRET:name}","basic":"User and password","header":"A header of the API's own","oauth2":"A token is got with the client's credentials, once a run"}},"#/properties/auth/properties/bearer":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/basic":{"fields":{"username":"The user","password":"The password, as ${SECRET:name}"}},"#/properties/auth/properties/header":{"fields":{"name":"Name of the header","value":"Its value, with ${SECRET:name} in it"}},"#/properties/auth/properties/header/properties/name":{"messages":{"pattern":"is not the name of a header","propertyNames":"is not the name of a header"}},"#/properties/auth/properties/header/properties/value":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/oauth2":{"fields":{"tokenUrl":"Where tokens are given","clientId":"The client","clientSecret":"Its secret, as ${SECRET:name}","scope":"What the token is to be good for, with blanks between","audience":"Whom the token is for"}},"#/properties/auth/properties/oauth2/properties/tokenUrl":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/oauth2/properties/clientId":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/oauth2/properties/clientSecret":{"messages":{"pattern":"is empty"}},"#/properties/limits":{"fields":{"concurrent":"How many at once","perSecond":"How many a second"}}};


/***/ })

};
