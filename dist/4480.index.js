export const id = 4480;
export const ids = [4480];
export const modules = {

/***/ 44480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   notes: () => (/* binding */ notes),
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _failed_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34654);

"use strict";
const validate = validate10;
const schema11 = {"properties":{"baseUrl":0,"path":0,"auth":0,"headers":0,"query":{"additionalProperties":{"type":["string","number","boolean"]}},"encoding":{"enum":["json","form"]},"id":{"type":["string","object"]},"item":0,"find":{"type":["object","boolean"],"properties":{"query":{"additionalProperties":{"type":["string","number","boolean"]}},"page":{"type":["string","object"],"properties":{"size":{"items":{"type":["string","integer"]}}}}}},"request":0,"response":0,"aliases":0,"body":0,"writeOnly":0,"createOnly":0,"replaceOn":0,"lists":{"additionalProperties":{"type":["string","object"]}},"normalize":{"additionalProperties":{"enum":["lowercase","trim","number","time","json","no-trailing-dot"]}},"create":{"properties":{"method":{"enum":["GET","POST","PUT","PATCH","DELETE"]}}},"read":{"properties":{"method":{"enum":["GET","POST","PUT","PATCH","DELETE"]}}},"update":{"properties":{"method":{"enum":["GET","POST","PUT","PATCH","DELETE"]},"send":{"enum":["changed","merged","declared"]}}},"delete":{"type":["object","boolean"],"properties":{"method":{"enum":["GET","POST","PUT","PATCH","DELETE"]}}},"revision":0,"absent":{"type":["array","object"],"properties":{"in":{"items":{"type":["string","number","boolean"]}}}},"poll":{"properties":{"done":{"properties":{"in":{"items":{"type":["string","number","boolean"]}}}},"failed":{"properties":{"in":{"items":{"type":["string","number","boolean"]}}}}}},"settle":0,"idempotencyKey":0,"retryOn":0,"outputs":0,"sensitiveOutputs":0,"limits":0,"rotate":0}};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^https?://[^/?#@\\s]+(?:/[^?#\\s]*)?$", "u");
const pattern1 = new RegExp("^(?:/|\\{path\\})[^?#\\s]*$", "u");
const pattern2 = new RegExp("\\S", "u");
const pattern3 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
const pattern8 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]*$", "u");
const pattern10 = new RegExp("^/", "u");
const pattern12 = new RegExp("^(?:/(?:[^~/]|~[01])*)*$", "u");
const pattern17 = new RegExp("^link$", "u");
const pattern32 = new RegExp("^(?:set|ordered)$", "u");
const pattern45 = new RegExp("^[0-9]+(?:ms|s|m)$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.baseUrl === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/required", {missingProperty: "baseUrl"});
errors++;
}
if(data.path === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/required", {missingProperty: "path"});
errors++;
}
if(data.body === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/required", {missingProperty: "body"});
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.baseUrl !== undefined){
let data0 = data.baseUrl;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/baseUrl", "#/properties/baseUrl/pattern", {pattern: "^https?://[^/?#@\\s]+(?:/[^?#\\s]*)?$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/baseUrl", "#/properties/baseUrl/type", {type: "string"});
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/path", "#/properties/path/pattern", {pattern: "^(?:/|\\{path\\})[^?#\\s]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/path", "#/properties/path/type", {type: "string"});
errors++;
}
}
if(data.auth !== undefined){
let data2 = data.auth;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth", "#/properties/auth/minProperties", {limit: 1});
errors++;
}
for(const key1 in data2){
if(!(((((key1 === "bearer") || (key1 === "basic")) || (key1 === "header")) || (key1 === "oauth2")) || (key1 === "itemBearer"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth", "#/properties/auth/additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.bearer !== undefined){
let data3 = data2.bearer;
if(typeof data3 === "string"){
if(!pattern2.test(data3)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/bearer", "#/properties/auth/properties/bearer/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/bearer", "#/properties/auth/properties/bearer/type", {type: "string"});
errors++;
}
}
if(data2.basic !== undefined){
let data4 = data2.basic;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.username === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/basic", "#/properties/auth/properties/basic/required", {missingProperty: "username"});
errors++;
}
if(data4.password === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/basic", "#/properties/auth/properties/basic/required", {missingProperty: "password"});
errors++;
}
for(const key2 in data4){
if(!((key2 === "username") || (key2 === "password"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/basic", "#/properties/auth/properties/basic/additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data4.username !== undefined){
if(typeof data4.username !== "string"){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/basic/username", "#/properties/auth/properties/basic/properties/username/type", {type: "string"});
errors++;
}
}
if(data4.password !== undefined){
if(typeof data4.password !== "string"){
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
if(data2.header !== undefined){
let data7 = data2.header;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.name === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header", "#/properties/auth/properties/header/required", {missingProperty: "name"});
errors++;
}
if(data7.value === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header", "#/properties/auth/properties/header/required", {missingProperty: "value"});
errors++;
}
for(const key3 in data7){
if(!((key3 === "name") || (key3 === "value"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header", "#/properties/auth/properties/header/additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data7.name !== undefined){
let data8 = data7.name;
if(typeof data8 === "string"){
if(!pattern3.test(data8)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header/name", "#/properties/auth/properties/header/properties/name/pattern", {pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/header/name", "#/properties/auth/properties/header/properties/name/type", {type: "string"});
errors++;
}
}
if(data7.value !== undefined){
let data9 = data7.value;
if(typeof data9 === "string"){
if(!pattern2.test(data9)){
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
if(data2.oauth2 !== undefined){
let data10 = data2.oauth2;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.tokenUrl === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2", "#/properties/auth/properties/oauth2/required", {missingProperty: "tokenUrl"});
errors++;
}
if(data10.clientId === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2", "#/properties/auth/properties/oauth2/required", {missingProperty: "clientId"});
errors++;
}
if(data10.clientSecret === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2", "#/properties/auth/properties/oauth2/required", {missingProperty: "clientSecret"});
errors++;
}
for(const key4 in data10){
if(!(((((key4 === "tokenUrl") || (key4 === "clientId")) || (key4 === "clientSecret")) || (key4 === "scope")) || (key4 === "audience"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2", "#/properties/auth/properties/oauth2/additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data10.tokenUrl !== undefined){
let data11 = data10.tokenUrl;
if(typeof data11 === "string"){
if(!pattern2.test(data11)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/tokenUrl", "#/properties/auth/properties/oauth2/properties/tokenUrl/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/tokenUrl", "#/properties/auth/properties/oauth2/properties/tokenUrl/type", {type: "string"});
errors++;
}
}
if(data10.clientId !== undefined){
let data12 = data10.clientId;
if(typeof data12 === "string"){
if(!pattern2.test(data12)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/clientId", "#/properties/auth/properties/oauth2/properties/clientId/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/clientId", "#/properties/auth/properties/oauth2/properties/clientId/type", {type: "string"});
errors++;
}
}
if(data10.clientSecret !== undefined){
let data13 = data10.clientSecret;
if(typeof data13 === "string"){
if(!pattern2.test(data13)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/clientSecret", "#/properties/auth/properties/oauth2/properties/clientSecret/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/clientSecret", "#/properties/auth/properties/oauth2/properties/clientSecret/type", {type: "string"});
errors++;
}
}
if(data10.scope !== undefined){
if(typeof data10.scope !== "string"){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/oauth2/scope", "#/properties/auth/properties/oauth2/properties/scope/type", {type: "string"});
errors++;
}
}
if(data10.audience !== undefined){
if(typeof data10.audience !== "string"){
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
if(data2.itemBearer !== undefined){
let data16 = data2.itemBearer;
if(typeof data16 === "string"){
if(!pattern8.test(data16)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/itemBearer", "#/properties/auth/properties/itemBearer/pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_-]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth/itemBearer", "#/properties/auth/properties/itemBearer/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/auth", "#/properties/auth/type", {type: "object"});
errors++;
}
}
if(data.headers !== undefined){
let data17 = data.headers;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key5 in data17){
const _errs42 = errors;
if(typeof key5 === "string"){
if(!pattern3.test(key5)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/headers", "#/properties/headers/propertyNames/pattern", {pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"}, key5);
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/headers", "#/properties/headers/propertyNames/type", {type: "string"}, key5);
errors++;
}
var valid5 = _errs42 === errors;
if(!valid5){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/headers", "#/properties/headers/propertyNames", {propertyName: key5});
errors++;
}
}
for(const key6 in data17){
if(typeof data17[key6] !== "string"){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/headers" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key6), "#/properties/headers/additionalProperties/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/headers", "#/properties/headers/type", {type: "object"});
errors++;
}
}
if(data.query !== undefined){
let data19 = data.query;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key7 in data19){
let data20 = data19[key7];
if(((typeof data20 !== "string") && (!((typeof data20 == "number") && (isFinite(data20))))) && (typeof data20 !== "boolean")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/query" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key7), "#/properties/query/additionalProperties/type", {type: schema11.properties.query.additionalProperties.type});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/query", "#/properties/query/type", {type: "object"});
errors++;
}
}
if(data.encoding !== undefined){
let data21 = data.encoding;
if(!((data21 === "json") || (data21 === "form"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/encoding", "#/properties/encoding/enum", {allowedValues: schema11.properties.encoding.enum});
errors++;
}
}
if(data.id !== undefined){
let data22 = data.id;
if((typeof data22 !== "string") && (!(data22 && typeof data22 == "object" && !Array.isArray(data22)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/id", "#/properties/id/type", {type: schema11.properties.id.type});
errors++;
}
if(typeof data22 === "string"){
if(!pattern10.test(data22)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/id", "#/properties/id/pattern", {pattern: "^/"});
errors++;
}
}
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(Object.keys(data22).length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/id", "#/properties/id/minProperties", {limit: 1});
errors++;
}
for(const key8 in data22){
if(!((key8 === "header") || (key8 === "body"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/id", "#/properties/id/additionalProperties", {additionalProperty: key8});
errors++;
}
}
if(data22.header !== undefined){
let data23 = data22.header;
if(typeof data23 === "string"){
if(!pattern3.test(data23)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/id/header", "#/properties/id/properties/header/pattern", {pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/id/header", "#/properties/id/properties/header/type", {type: "string"});
errors++;
}
}
if(data22.body !== undefined){
let data24 = data22.body;
if(typeof data24 === "string"){
if(!pattern12.test(data24)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/id/body", "#/properties/id/properties/body/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/id/body", "#/properties/id/properties/body/type", {type: "string"});
errors++;
}
}
}
}
if(data.item !== undefined){
let data25 = data.item;
if(typeof data25 === "string"){
if(!pattern1.test(data25)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/item", "#/properties/item/pattern", {pattern: "^(?:/|\\{path\\})[^?#\\s]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/item", "#/properties/item/type", {type: "string"});
errors++;
}
}
if(data.find !== undefined){
let data26 = data.find;
if((!(data26 && typeof data26 == "object" && !Array.isArray(data26))) && (typeof data26 !== "boolean")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find", "#/properties/find/type", {type: schema11.properties.find.type});
errors++;
}
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.match === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find", "#/properties/find/required", {missingProperty: "match"});
errors++;
}
for(const key9 in data26){
if(!(((((key9 === "path") || (key9 === "query")) || (key9 === "items")) || (key9 === "match")) || (key9 === "page"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find", "#/properties/find/additionalProperties", {additionalProperty: key9});
errors++;
}
}
if(data26.path !== undefined){
let data27 = data26.path;
if(typeof data27 === "string"){
if(!pattern1.test(data27)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/path", "#/properties/find/properties/path/pattern", {pattern: "^(?:/|\\{path\\})[^?#\\s]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/path", "#/properties/find/properties/path/type", {type: "string"});
errors++;
}
}
if(data26.query !== undefined){
let data28 = data26.query;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key10 in data28){
let data29 = data28[key10];
if(((typeof data29 !== "string") && (!((typeof data29 == "number") && (isFinite(data29))))) && (typeof data29 !== "boolean")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/query" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key10), "#/properties/find/properties/query/additionalProperties/type", {type: schema11.properties.find.properties.query.additionalProperties.type});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/query", "#/properties/find/properties/query/type", {type: "object"});
errors++;
}
}
if(data26.items !== undefined){
let data30 = data26.items;
if(typeof data30 === "string"){
if(!pattern12.test(data30)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/items", "#/properties/find/properties/items/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/items", "#/properties/find/properties/items/type", {type: "string"});
errors++;
}
}
if(data26.match !== undefined){
let data31 = data26.match;
if(Array.isArray(data31)){
if(data31.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/match", "#/properties/find/properties/match/minItems", {limit: 1});
errors++;
}
const len0 = data31.length;
for(let i0=0; i0<len0; i0++){
let data32 = data31[i0];
if(typeof data32 === "string"){
if(!pattern12.test(data32)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/match/" + i0, "#/properties/find/properties/match/items/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/match/" + i0, "#/properties/find/properties/match/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/match", "#/properties/find/properties/match/type", {type: "array"});
errors++;
}
}
if(data26.page !== undefined){
let data33 = data26.page;
if((typeof data33 !== "string") && (!(data33 && typeof data33 == "object" && !Array.isArray(data33)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page", "#/properties/find/properties/page/type", {type: schema11.properties.find.properties.page.type});
errors++;
}
if(typeof data33 === "string"){
if(!pattern17.test(data33)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page", "#/properties/find/properties/page/pattern", {pattern: "^link$"});
errors++;
}
}
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key11 in data33){
if(!(((((((key11 === "number") || (key11 === "offset")) || (key11 === "cursor")) || (key11 === "size")) || (key11 === "next")) || (key11 === "more")) || (key11 === "total"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page", "#/properties/find/properties/page/additionalProperties", {additionalProperty: key11});
errors++;
}
}
if(data33.number !== undefined){
let data34 = data33.number;
if(typeof data34 === "string"){
if(!pattern2.test(data34)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/number", "#/properties/find/properties/page/properties/number/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/number", "#/properties/find/properties/page/properties/number/type", {type: "string"});
errors++;
}
}
if(data33.offset !== undefined){
let data35 = data33.offset;
if(typeof data35 === "string"){
if(!pattern2.test(data35)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/offset", "#/properties/find/properties/page/properties/offset/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/offset", "#/properties/find/properties/page/properties/offset/type", {type: "string"});
errors++;
}
}
if(data33.cursor !== undefined){
let data36 = data33.cursor;
if(typeof data36 === "string"){
if(!pattern2.test(data36)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/cursor", "#/properties/find/properties/page/properties/cursor/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/cursor", "#/properties/find/properties/page/properties/cursor/type", {type: "string"});
errors++;
}
}
if(data33.size !== undefined){
let data37 = data33.size;
if(Array.isArray(data37)){
if(data37.length > 2){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/size", "#/properties/find/properties/page/properties/size/maxItems", {limit: 2});
errors++;
}
if(data37.length < 2){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/size", "#/properties/find/properties/page/properties/size/minItems", {limit: 2});
errors++;
}
const len1 = data37.length;
for(let i1=0; i1<len1; i1++){
let data38 = data37[i1];
if((typeof data38 !== "string") && (!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38))))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/size/" + i1, "#/properties/find/properties/page/properties/size/items/type", {type: schema11.properties.find.properties.page.properties.size.items.type});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/size", "#/properties/find/properties/page/properties/size/type", {type: "array"});
errors++;
}
}
if(data33.next !== undefined){
let data39 = data33.next;
if(typeof data39 === "string"){
if(!pattern12.test(data39)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/next", "#/properties/find/properties/page/properties/next/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/next", "#/properties/find/properties/page/properties/next/type", {type: "string"});
errors++;
}
}
if(data33.more !== undefined){
let data40 = data33.more;
if(typeof data40 === "string"){
if(!pattern12.test(data40)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/more", "#/properties/find/properties/page/properties/more/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/more", "#/properties/find/properties/page/properties/more/type", {type: "string"});
errors++;
}
}
if(data33.total !== undefined){
let data41 = data33.total;
if(typeof data41 === "string"){
if(!pattern12.test(data41)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/total", "#/properties/find/properties/page/properties/total/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/find/page/total", "#/properties/find/properties/page/properties/total/type", {type: "string"});
errors++;
}
}
}
}
}
}
if(data.request !== undefined){
let data42 = data.request;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.at === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/request", "#/properties/request/required", {missingProperty: "at"});
errors++;
}
for(const key12 in data42){
if(!(key12 === "at")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/request", "#/properties/request/additionalProperties", {additionalProperty: key12});
errors++;
}
}
if(data42.at !== undefined){
let data43 = data42.at;
if(typeof data43 === "string"){
if(!pattern12.test(data43)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/request/at", "#/properties/request/properties/at/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/request/at", "#/properties/request/properties/at/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/request", "#/properties/request/type", {type: "object"});
errors++;
}
}
if(data.response !== undefined){
let data44 = data.response;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(data44.at === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/response", "#/properties/response/required", {missingProperty: "at"});
errors++;
}
for(const key13 in data44){
if(!(key13 === "at")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/response", "#/properties/response/additionalProperties", {additionalProperty: key13});
errors++;
}
}
if(data44.at !== undefined){
let data45 = data44.at;
if(typeof data45 === "string"){
if(!pattern12.test(data45)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/response/at", "#/properties/response/properties/at/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/response/at", "#/properties/response/properties/at/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/response", "#/properties/response/type", {type: "object"});
errors++;
}
}
if(data.aliases !== undefined){
let data46 = data.aliases;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
for(const key14 in data46){
const _errs109 = errors;
if(typeof key14 === "string"){
if(!pattern12.test(key14)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/aliases", "#/properties/aliases/propertyNames/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"}, key14);
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/aliases", "#/properties/aliases/propertyNames/type", {type: "string"}, key14);
errors++;
}
var valid18 = _errs109 === errors;
if(!valid18){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/aliases", "#/properties/aliases/propertyNames", {propertyName: key14});
errors++;
}
}
for(const key15 in data46){
let data47 = data46[key15];
if(typeof data47 === "string"){
if(!pattern12.test(data47)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/aliases" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key15), "#/properties/aliases/additionalProperties/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/aliases" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key15), "#/properties/aliases/additionalProperties/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/aliases", "#/properties/aliases/type", {type: "object"});
errors++;
}
}
if(data.body !== undefined){
let data48 = data.body;
if(!(data48 && typeof data48 == "object" && !Array.isArray(data48))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/body", "#/properties/body/type", {type: "object"});
errors++;
}
}
if(data.writeOnly !== undefined){
let data49 = data.writeOnly;
if(Array.isArray(data49)){
const len2 = data49.length;
for(let i2=0; i2<len2; i2++){
let data50 = data49[i2];
if(typeof data50 === "string"){
if(!pattern12.test(data50)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/writeOnly/" + i2, "#/properties/writeOnly/items/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/writeOnly/" + i2, "#/properties/writeOnly/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/writeOnly", "#/properties/writeOnly/type", {type: "array"});
errors++;
}
}
if(data.createOnly !== undefined){
let data51 = data.createOnly;
if(Array.isArray(data51)){
const len3 = data51.length;
for(let i3=0; i3<len3; i3++){
let data52 = data51[i3];
if(typeof data52 === "string"){
if(!pattern12.test(data52)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/createOnly/" + i3, "#/properties/createOnly/items/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/createOnly/" + i3, "#/properties/createOnly/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/createOnly", "#/properties/createOnly/type", {type: "array"});
errors++;
}
}
if(data.replaceOn !== undefined){
let data53 = data.replaceOn;
if(Array.isArray(data53)){
const len4 = data53.length;
for(let i4=0; i4<len4; i4++){
let data54 = data53[i4];
if(typeof data54 === "string"){
if(!pattern12.test(data54)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/replaceOn/" + i4, "#/properties/replaceOn/items/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/replaceOn/" + i4, "#/properties/replaceOn/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/replaceOn", "#/properties/replaceOn/type", {type: "array"});
errors++;
}
}
if(data.lists !== undefined){
let data55 = data.lists;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
for(const key16 in data55){
const _errs130 = errors;
if(typeof key16 === "string"){
if(!pattern12.test(key16)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/lists", "#/properties/lists/propertyNames/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"}, key16);
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/lists", "#/properties/lists/propertyNames/type", {type: "string"}, key16);
errors++;
}
var valid26 = _errs130 === errors;
if(!valid26){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/lists", "#/properties/lists/propertyNames", {propertyName: key16});
errors++;
}
}
for(const key17 in data55){
let data56 = data55[key17];
if((typeof data56 !== "string") && (!(data56 && typeof data56 == "object" && !Array.isArray(data56)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/lists" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key17), "#/properties/lists/additionalProperties/type", {type: schema11.properties.lists.additionalProperties.type});
errors++;
}
if(typeof data56 === "string"){
if(!pattern32.test(data56)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/lists" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key17), "#/properties/lists/additionalProperties/pattern", {pattern: "^(?:set|ordered)$"});
errors++;
}
}
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.key === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/lists" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key17), "#/properties/lists/additionalProperties/required", {missingProperty: "key"});
errors++;
}
for(const key18 in data56){
if(!(key18 === "key")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/lists" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key17), "#/properties/lists/additionalProperties/additionalProperties", {additionalProperty: key18});
errors++;
}
}
if(data56.key !== undefined){
let data57 = data56.key;
if(typeof data57 === "string"){
if(!pattern12.test(data57)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/lists" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key17)+"/key", "#/properties/lists/additionalProperties/properties/key/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/lists" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key17)+"/key", "#/properties/lists/additionalProperties/properties/key/type", {type: "string"});
errors++;
}
}
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/lists", "#/properties/lists/type", {type: "object"});
errors++;
}
}
if(data.normalize !== undefined){
let data58 = data.normalize;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
for(const key19 in data58){
const _errs140 = errors;
if(typeof key19 === "string"){
if(!pattern12.test(key19)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/normalize", "#/properties/normalize/propertyNames/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"}, key19);
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/normalize", "#/properties/normalize/propertyNames/type", {type: "string"}, key19);
errors++;
}
var valid29 = _errs140 === errors;
if(!valid29){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/normalize", "#/properties/normalize/propertyNames", {propertyName: key19});
errors++;
}
}
for(const key20 in data58){
let data59 = data58[key20];
if(!((((((data59 === "lowercase") || (data59 === "trim")) || (data59 === "number")) || (data59 === "time")) || (data59 === "json")) || (data59 === "no-trailing-dot"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/normalize" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key20), "#/properties/normalize/additionalProperties/enum", {allowedValues: schema11.properties.normalize.additionalProperties.enum});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/normalize", "#/properties/normalize/type", {type: "object"});
errors++;
}
}
if(data.create !== undefined){
let data60 = data.create;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key21 in data60){
if(!((((key21 === "method") || (key21 === "path")) || (key21 === "body")) || (key21 === "status"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/create", "#/properties/create/additionalProperties", {additionalProperty: key21});
errors++;
}
}
if(data60.method !== undefined){
let data61 = data60.method;
if(!(((((data61 === "GET") || (data61 === "POST")) || (data61 === "PUT")) || (data61 === "PATCH")) || (data61 === "DELETE"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/create/method", "#/properties/create/properties/method/enum", {allowedValues: schema11.properties.create.properties.method.enum});
errors++;
}
}
if(data60.path !== undefined){
let data62 = data60.path;
if(typeof data62 === "string"){
if(!pattern1.test(data62)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/create/path", "#/properties/create/properties/path/pattern", {pattern: "^(?:/|\\{path\\})[^?#\\s]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/create/path", "#/properties/create/properties/path/type", {type: "string"});
errors++;
}
}
if(data60.body !== undefined){
let data63 = data60.body;
if(!(data63 && typeof data63 == "object" && !Array.isArray(data63))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/create/body", "#/properties/create/properties/body/type", {type: "object"});
errors++;
}
}
if(data60.status !== undefined){
let data64 = data60.status;
if(Array.isArray(data64)){
if(data64.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/create/status", "#/properties/create/properties/status/minItems", {limit: 1});
errors++;
}
const len5 = data64.length;
for(let i5=0; i5<len5; i5++){
let data65 = data64[i5];
if(!(((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65))) && (isFinite(data65)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/create/status/" + i5, "#/properties/create/properties/status/items/type", {type: "integer"});
errors++;
}
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 > 599 || isNaN(data65)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/create/status/" + i5, "#/properties/create/properties/status/items/maximum", {comparison: "<=", limit: 599});
errors++;
}
if(data65 < 100 || isNaN(data65)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/create/status/" + i5, "#/properties/create/properties/status/items/minimum", {comparison: ">=", limit: 100});
errors++;
}
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/create/status", "#/properties/create/properties/status/type", {type: "array"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/create", "#/properties/create/type", {type: "object"});
errors++;
}
}
if(data.read !== undefined){
let data66 = data.read;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
for(const key22 in data66){
if(!((((key22 === "method") || (key22 === "path")) || (key22 === "body")) || (key22 === "status"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/read", "#/properties/read/additionalProperties", {additionalProperty: key22});
errors++;
}
}
if(data66.method !== undefined){
let data67 = data66.method;
if(!(((((data67 === "GET") || (data67 === "POST")) || (data67 === "PUT")) || (data67 === "PATCH")) || (data67 === "DELETE"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/read/method", "#/properties/read/properties/method/enum", {allowedValues: schema11.properties.read.properties.method.enum});
errors++;
}
}
if(data66.path !== undefined){
let data68 = data66.path;
if(typeof data68 === "string"){
if(!pattern1.test(data68)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/read/path", "#/properties/read/properties/path/pattern", {pattern: "^(?:/|\\{path\\})[^?#\\s]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/read/path", "#/properties/read/properties/path/type", {type: "string"});
errors++;
}
}
if(data66.body !== undefined){
let data69 = data66.body;
if(!(data69 && typeof data69 == "object" && !Array.isArray(data69))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/read/body", "#/properties/read/properties/body/type", {type: "object"});
errors++;
}
}
if(data66.status !== undefined){
let data70 = data66.status;
if(Array.isArray(data70)){
if(data70.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/read/status", "#/properties/read/properties/status/minItems", {limit: 1});
errors++;
}
const len6 = data70.length;
for(let i6=0; i6<len6; i6++){
let data71 = data70[i6];
if(!(((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71))) && (isFinite(data71)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/read/status/" + i6, "#/properties/read/properties/status/items/type", {type: "integer"});
errors++;
}
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 > 599 || isNaN(data71)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/read/status/" + i6, "#/properties/read/properties/status/items/maximum", {comparison: "<=", limit: 599});
errors++;
}
if(data71 < 100 || isNaN(data71)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/read/status/" + i6, "#/properties/read/properties/status/items/minimum", {comparison: ">=", limit: 100});
errors++;
}
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/read/status", "#/properties/read/properties/status/type", {type: "array"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/read", "#/properties/read/type", {type: "object"});
errors++;
}
}
if(data.update !== undefined){
let data72 = data.update;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
for(const key23 in data72){
if(!(((((key23 === "method") || (key23 === "path")) || (key23 === "body")) || (key23 === "status")) || (key23 === "send"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update", "#/properties/update/additionalProperties", {additionalProperty: key23});
errors++;
}
}
if(data72.method !== undefined){
let data73 = data72.method;
if(!(((((data73 === "GET") || (data73 === "POST")) || (data73 === "PUT")) || (data73 === "PATCH")) || (data73 === "DELETE"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update/method", "#/properties/update/properties/method/enum", {allowedValues: schema11.properties.update.properties.method.enum});
errors++;
}
}
if(data72.path !== undefined){
let data74 = data72.path;
if(typeof data74 === "string"){
if(!pattern1.test(data74)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update/path", "#/properties/update/properties/path/pattern", {pattern: "^(?:/|\\{path\\})[^?#\\s]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update/path", "#/properties/update/properties/path/type", {type: "string"});
errors++;
}
}
if(data72.body !== undefined){
let data75 = data72.body;
if(!(data75 && typeof data75 == "object" && !Array.isArray(data75))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update/body", "#/properties/update/properties/body/type", {type: "object"});
errors++;
}
}
if(data72.status !== undefined){
let data76 = data72.status;
if(Array.isArray(data76)){
if(data76.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update/status", "#/properties/update/properties/status/minItems", {limit: 1});
errors++;
}
const len7 = data76.length;
for(let i7=0; i7<len7; i7++){
let data77 = data76[i7];
if(!(((typeof data77 == "number") && (!(data77 % 1) && !isNaN(data77))) && (isFinite(data77)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update/status/" + i7, "#/properties/update/properties/status/items/type", {type: "integer"});
errors++;
}
if((typeof data77 == "number") && (isFinite(data77))){
if(data77 > 599 || isNaN(data77)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update/status/" + i7, "#/properties/update/properties/status/items/maximum", {comparison: "<=", limit: 599});
errors++;
}
if(data77 < 100 || isNaN(data77)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update/status/" + i7, "#/properties/update/properties/status/items/minimum", {comparison: ">=", limit: 100});
errors++;
}
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update/status", "#/properties/update/properties/status/type", {type: "array"});
errors++;
}
}
if(data72.send !== undefined){
let data78 = data72.send;
if(!(((data78 === "changed") || (data78 === "merged")) || (data78 === "declared"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update/send", "#/properties/update/properties/send/enum", {allowedValues: schema11.properties.update.properties.send.enum});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/update", "#/properties/update/type", {type: "object"});
errors++;
}
}
if(data.delete !== undefined){
let data79 = data.delete;
if((!(data79 && typeof data79 == "object" && !Array.isArray(data79))) && (typeof data79 !== "boolean")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/delete", "#/properties/delete/type", {type: schema11.properties.delete.type});
errors++;
}
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
for(const key24 in data79){
if(!((((key24 === "method") || (key24 === "path")) || (key24 === "body")) || (key24 === "status"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/delete", "#/properties/delete/additionalProperties", {additionalProperty: key24});
errors++;
}
}
if(data79.method !== undefined){
let data80 = data79.method;
if(!(((((data80 === "GET") || (data80 === "POST")) || (data80 === "PUT")) || (data80 === "PATCH")) || (data80 === "DELETE"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/delete/method", "#/properties/delete/properties/method/enum", {allowedValues: schema11.properties.delete.properties.method.enum});
errors++;
}
}
if(data79.path !== undefined){
let data81 = data79.path;
if(typeof data81 === "string"){
if(!pattern1.test(data81)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/delete/path", "#/properties/delete/properties/path/pattern", {pattern: "^(?:/|\\{path\\})[^?#\\s]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/delete/path", "#/properties/delete/properties/path/type", {type: "string"});
errors++;
}
}
if(data79.body !== undefined){
let data82 = data79.body;
if(!(data82 && typeof data82 == "object" && !Array.isArray(data82))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/delete/body", "#/properties/delete/properties/body/type", {type: "object"});
errors++;
}
}
if(data79.status !== undefined){
let data83 = data79.status;
if(Array.isArray(data83)){
if(data83.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/delete/status", "#/properties/delete/properties/status/minItems", {limit: 1});
errors++;
}
const len8 = data83.length;
for(let i8=0; i8<len8; i8++){
let data84 = data83[i8];
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/delete/status/" + i8, "#/properties/delete/properties/status/items/type", {type: "integer"});
errors++;
}
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 > 599 || isNaN(data84)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/delete/status/" + i8, "#/properties/delete/properties/status/items/maximum", {comparison: "<=", limit: 599});
errors++;
}
if(data84 < 100 || isNaN(data84)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/delete/status/" + i8, "#/properties/delete/properties/status/items/minimum", {comparison: ">=", limit: 100});
errors++;
}
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/delete/status", "#/properties/delete/properties/status/type", {type: "array"});
errors++;
}
}
}
}
if(data.revision !== undefined){
let data85 = data.revision;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(data85.from === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/revision", "#/properties/revision/required", {missingProperty: "from"});
errors++;
}
if(data85.to === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/revision", "#/properties/revision/required", {missingProperty: "to"});
errors++;
}
for(const key25 in data85){
if(!((key25 === "from") || (key25 === "to"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/revision", "#/properties/revision/additionalProperties", {additionalProperty: key25});
errors++;
}
}
if(data85.from !== undefined){
let data86 = data85.from;
if(typeof data86 === "string"){
if(!pattern2.test(data86)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/revision/from", "#/properties/revision/properties/from/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/revision/from", "#/properties/revision/properties/from/type", {type: "string"});
errors++;
}
}
if(data85.to !== undefined){
let data87 = data85.to;
if(typeof data87 === "string"){
if(!pattern2.test(data87)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/revision/to", "#/properties/revision/properties/to/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/revision/to", "#/properties/revision/properties/to/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/revision", "#/properties/revision/type", {type: "object"});
errors++;
}
}
if(data.absent !== undefined){
let data88 = data.absent;
if(!data88 || typeof data88 != "object"){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent", "#/properties/absent/type", {type: schema11.properties.absent.type});
errors++;
}
if(Array.isArray(data88)){
const len9 = data88.length;
for(let i9=0; i9<len9; i9++){
let data89 = data88[i9];
if(!(((typeof data89 == "number") && (!(data89 % 1) && !isNaN(data89))) && (isFinite(data89)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/" + i9, "#/properties/absent/items/type", {type: "integer"});
errors++;
}
if((typeof data89 == "number") && (isFinite(data89))){
if(data89 > 599 || isNaN(data89)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/" + i9, "#/properties/absent/items/maximum", {comparison: "<=", limit: 599});
errors++;
}
if(data89 < 200 || isNaN(data89)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/" + i9, "#/properties/absent/items/minimum", {comparison: ">=", limit: 200});
errors++;
}
}
}
}
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
for(const key26 in data88){
if(!(((key26 === "status") || (key26 === "at")) || (key26 === "in"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent", "#/properties/absent/additionalProperties", {additionalProperty: key26});
errors++;
}
}
if(data88.status !== undefined){
let data90 = data88.status;
if(Array.isArray(data90)){
if(data90.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/status", "#/properties/absent/properties/status/minItems", {limit: 1});
errors++;
}
const len10 = data90.length;
for(let i10=0; i10<len10; i10++){
let data91 = data90[i10];
if(!(((typeof data91 == "number") && (!(data91 % 1) && !isNaN(data91))) && (isFinite(data91)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/status/" + i10, "#/properties/absent/properties/status/items/type", {type: "integer"});
errors++;
}
if((typeof data91 == "number") && (isFinite(data91))){
if(data91 > 599 || isNaN(data91)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/status/" + i10, "#/properties/absent/properties/status/items/maximum", {comparison: "<=", limit: 599});
errors++;
}
if(data91 < 100 || isNaN(data91)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/status/" + i10, "#/properties/absent/properties/status/items/minimum", {comparison: ">=", limit: 100});
errors++;
}
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/status", "#/properties/absent/properties/status/type", {type: "array"});
errors++;
}
}
if(data88.at !== undefined){
let data92 = data88.at;
if(typeof data92 === "string"){
if(!pattern12.test(data92)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/at", "#/properties/absent/properties/at/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/at", "#/properties/absent/properties/at/type", {type: "string"});
errors++;
}
}
if(data88.in !== undefined){
let data93 = data88.in;
if(Array.isArray(data93)){
if(data93.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/in", "#/properties/absent/properties/in/minItems", {limit: 1});
errors++;
}
const len11 = data93.length;
for(let i11=0; i11<len11; i11++){
let data94 = data93[i11];
if(((typeof data94 !== "string") && (!((typeof data94 == "number") && (isFinite(data94))))) && (typeof data94 !== "boolean")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/in/" + i11, "#/properties/absent/properties/in/items/type", {type: schema11.properties.absent.properties.in.items.type});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/absent/in", "#/properties/absent/properties/in/type", {type: "array"});
errors++;
}
}
}
}
if(data.poll !== undefined){
let data95 = data.poll;
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(data95.url === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll", "#/properties/poll/required", {missingProperty: "url"});
errors++;
}
if(data95.done === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll", "#/properties/poll/required", {missingProperty: "done"});
errors++;
}
for(const key27 in data95){
if(!((((key27 === "url") || (key27 === "done")) || (key27 === "failed")) || (key27 === "interval"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll", "#/properties/poll/additionalProperties", {additionalProperty: key27});
errors++;
}
}
if(data95.url !== undefined){
let data96 = data95.url;
if(typeof data96 === "string"){
if(!pattern2.test(data96)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/url", "#/properties/poll/properties/url/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/url", "#/properties/poll/properties/url/type", {type: "string"});
errors++;
}
}
if(data95.done !== undefined){
let data97 = data95.done;
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(data97.at === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/done", "#/properties/poll/properties/done/required", {missingProperty: "at"});
errors++;
}
if(data97.in === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/done", "#/properties/poll/properties/done/required", {missingProperty: "in"});
errors++;
}
for(const key28 in data97){
if(!((key28 === "at") || (key28 === "in"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/done", "#/properties/poll/properties/done/additionalProperties", {additionalProperty: key28});
errors++;
}
}
if(data97.at !== undefined){
let data98 = data97.at;
if(typeof data98 === "string"){
if(!pattern12.test(data98)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/done/at", "#/properties/poll/properties/done/properties/at/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/done/at", "#/properties/poll/properties/done/properties/at/type", {type: "string"});
errors++;
}
}
if(data97.in !== undefined){
let data99 = data97.in;
if(Array.isArray(data99)){
if(data99.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/done/in", "#/properties/poll/properties/done/properties/in/minItems", {limit: 1});
errors++;
}
const len12 = data99.length;
for(let i12=0; i12<len12; i12++){
let data100 = data99[i12];
if(((typeof data100 !== "string") && (!((typeof data100 == "number") && (isFinite(data100))))) && (typeof data100 !== "boolean")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/done/in/" + i12, "#/properties/poll/properties/done/properties/in/items/type", {type: schema11.properties.poll.properties.done.properties.in.items.type});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/done/in", "#/properties/poll/properties/done/properties/in/type", {type: "array"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/done", "#/properties/poll/properties/done/type", {type: "object"});
errors++;
}
}
if(data95.failed !== undefined){
let data101 = data95.failed;
if(data101 && typeof data101 == "object" && !Array.isArray(data101)){
if(data101.at === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/failed", "#/properties/poll/properties/failed/required", {missingProperty: "at"});
errors++;
}
if(data101.in === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/failed", "#/properties/poll/properties/failed/required", {missingProperty: "in"});
errors++;
}
for(const key29 in data101){
if(!((key29 === "at") || (key29 === "in"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/failed", "#/properties/poll/properties/failed/additionalProperties", {additionalProperty: key29});
errors++;
}
}
if(data101.at !== undefined){
let data102 = data101.at;
if(typeof data102 === "string"){
if(!pattern12.test(data102)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/failed/at", "#/properties/poll/properties/failed/properties/at/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/failed/at", "#/properties/poll/properties/failed/properties/at/type", {type: "string"});
errors++;
}
}
if(data101.in !== undefined){
let data103 = data101.in;
if(Array.isArray(data103)){
if(data103.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/failed/in", "#/properties/poll/properties/failed/properties/in/minItems", {limit: 1});
errors++;
}
const len13 = data103.length;
for(let i13=0; i13<len13; i13++){
let data104 = data103[i13];
if(((typeof data104 !== "string") && (!((typeof data104 == "number") && (isFinite(data104))))) && (typeof data104 !== "boolean")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/failed/in/" + i13, "#/properties/poll/properties/failed/properties/in/items/type", {type: schema11.properties.poll.properties.failed.properties.in.items.type});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/failed/in", "#/properties/poll/properties/failed/properties/in/type", {type: "array"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/failed", "#/properties/poll/properties/failed/type", {type: "object"});
errors++;
}
}
if(data95.interval !== undefined){
let data105 = data95.interval;
if(typeof data105 === "string"){
if(!pattern45.test(data105)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/interval", "#/properties/poll/properties/interval/pattern", {pattern: "^[0-9]+(?:ms|s|m)$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll/interval", "#/properties/poll/properties/interval/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/poll", "#/properties/poll/type", {type: "object"});
errors++;
}
}
if(data.settle !== undefined){
let data106 = data.settle;
if(typeof data106 === "string"){
if(!pattern45.test(data106)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/settle", "#/properties/settle/pattern", {pattern: "^[0-9]+(?:ms|s|m)$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/settle", "#/properties/settle/type", {type: "string"});
errors++;
}
}
if(data.idempotencyKey !== undefined){
let data107 = data.idempotencyKey;
if(typeof data107 === "string"){
if(!pattern3.test(data107)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/idempotencyKey", "#/properties/idempotencyKey/pattern", {pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/idempotencyKey", "#/properties/idempotencyKey/type", {type: "string"});
errors++;
}
}
if(data.retryOn !== undefined){
let data108 = data.retryOn;
if(Array.isArray(data108)){
if(data108.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/retryOn", "#/properties/retryOn/minItems", {limit: 1});
errors++;
}
const len14 = data108.length;
for(let i14=0; i14<len14; i14++){
let data109 = data108[i14];
if(!(((typeof data109 == "number") && (!(data109 % 1) && !isNaN(data109))) && (isFinite(data109)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/retryOn/" + i14, "#/properties/retryOn/items/type", {type: "integer"});
errors++;
}
if((typeof data109 == "number") && (isFinite(data109))){
if(data109 > 599 || isNaN(data109)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/retryOn/" + i14, "#/properties/retryOn/items/maximum", {comparison: "<=", limit: 599});
errors++;
}
if(data109 < 100 || isNaN(data109)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/retryOn/" + i14, "#/properties/retryOn/items/minimum", {comparison: ">=", limit: 100});
errors++;
}
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/retryOn", "#/properties/retryOn/type", {type: "array"});
errors++;
}
}
if(data.outputs !== undefined){
let data110 = data.outputs;
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
for(const key30 in data110){
const _errs250 = errors;
if(typeof key30 === "string"){
if(!pattern8.test(key30)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/outputs", "#/properties/outputs/propertyNames/pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_-]*$"}, key30);
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/outputs", "#/properties/outputs/propertyNames/type", {type: "string"}, key30);
errors++;
}
var valid60 = _errs250 === errors;
if(!valid60){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/outputs", "#/properties/outputs/propertyNames", {propertyName: key30});
errors++;
}
}
for(const key31 in data110){
let data111 = data110[key31];
if(typeof data111 === "string"){
if(!pattern12.test(data111)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/outputs" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key31), "#/properties/outputs/additionalProperties/pattern", {pattern: "^(?:/(?:[^~/]|~[01])*)*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/outputs" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key31), "#/properties/outputs/additionalProperties/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/outputs", "#/properties/outputs/type", {type: "object"});
errors++;
}
}
if(data.sensitiveOutputs !== undefined){
let data112 = data.sensitiveOutputs;
if(Array.isArray(data112)){
const len15 = data112.length;
for(let i15=0; i15<len15; i15++){
let data113 = data112[i15];
if(typeof data113 === "string"){
if(!pattern8.test(data113)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/sensitiveOutputs/" + i15, "#/properties/sensitiveOutputs/items/pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_-]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/sensitiveOutputs/" + i15, "#/properties/sensitiveOutputs/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/sensitiveOutputs", "#/properties/sensitiveOutputs/type", {type: "array"});
errors++;
}
}
if(data.limits !== undefined){
let data114 = data.limits;
if(data114 && typeof data114 == "object" && !Array.isArray(data114)){
for(const key32 in data114){
if(!((key32 === "concurrent") || (key32 === "perSecond"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/limits", "#/properties/limits/additionalProperties", {additionalProperty: key32});
errors++;
}
}
if(data114.concurrent !== undefined){
let data115 = data114.concurrent;
if(!(((typeof data115 == "number") && (!(data115 % 1) && !isNaN(data115))) && (isFinite(data115)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/limits/concurrent", "#/properties/limits/properties/concurrent/type", {type: "integer"});
errors++;
}
if((typeof data115 == "number") && (isFinite(data115))){
if(data115 < 1 || isNaN(data115)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/limits/concurrent", "#/properties/limits/properties/concurrent/minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data114.perSecond !== undefined){
let data116 = data114.perSecond;
if((typeof data116 == "number") && (isFinite(data116))){
if(data116 <= 0 || isNaN(data116)){
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
if(data.rotate !== undefined){
if(typeof data.rotate !== "string"){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/rotate", "#/properties/rotate/type", {type: "string"});
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

const notes = {"#":{"fields":{"baseUrl":"Where the API is, like https://api.example/v1","path":"The collection that the thing is in, below baseUrl, like /services","auth":"How requests are authorized: one of bearer, basic, header and oauth2","headers":"Headers of every request","query":"Parameters of every request","encoding":"How bodies are sent","id":"Where the id is: a pointer into the answer (default /id), {header: Location}, or {body: /uid} for one that we choose","item":"Path of the thing itself","find":"How to find the thing without its id: in which list, and by which values","request":"What bodies are wrapped in","response":"What answers are wrapped in","aliases":"Fields that answers have in another place: pointer in the body \u2192 pointer in the answer","body":"What the thing is to be","writeOnly":"Fields of the body that are sent with every write and not compared","createOnly":"Fields of the body that are sent once, when the thing is made","replaceOn":"Fields of the body whose change deletes the thing and makes a new one","lists":"Lists whose order does not count, by pointer: set, or {key: /id} for members that have one","normalize":"What does not count in values, by pointer","create":"How it is made","read":"How it is looked at","update":"How it is changed","delete":"How it is deleted","revision":"What keeps us from overwriting a change that we have not seen: read from one place, sent in another","absent":"What else means that it is not there, besides 404 and 410: statuses, or {status, at, in} for things that are only marked as deleted","poll":"How to wait for work that the server goes on with after its answer","settle":"How long reads may lag behind writes","idempotencyKey":"Name of the header by which the server recognises a request that it has got already","retryOn":"Further statuses after which a request is sent again","outputs":"What other tasks may use: name \u2192 pointer into the answer","sensitiveOutputs":"Names of outputs that are secret","limits":"For all requests of a run to the host","rotate":"Any text: when it changes, all that is write-only is sent again"}},"#/properties/baseUrl":{"messages":{"pattern":"is not the address of an API"},"hints":{"*":"Write it like https://api.example/v1, without user, password and query. Credentials go into \"auth\"."}},"#/properties/path":{"messages":{"pattern":"is not a path: it begins with \"/\", and has no query"}},"#/properties/auth":{"fields":{"bearer":"A token, as ${SECRET:name}","basic":"User and password","header":"A header of the API's own","oauth2":"A token is got with the client's credentials, once a run","itemBearer":"An output of the task: once it is recorded, its value is the token for requests about the thing itself"}},"#/properties/auth/properties/bearer":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/basic":{"fields":{"username":"The user","password":"The password, as ${SECRET:name}"}},"#/properties/auth/properties/header":{"fields":{"name":"Name of the header","value":"Its value, with ${SECRET:name} in it"}},"#/properties/auth/properties/header/properties/name":{"messages":{"pattern":"is not the name of a header","propertyNames":"is not the name of a header"}},"#/properties/auth/properties/header/properties/value":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/oauth2":{"fields":{"tokenUrl":"Where tokens are given","clientId":"The client","clientSecret":"Its secret, as ${SECRET:name}","scope":"What the token is to be good for, with blanks between","audience":"Whom the token is for"}},"#/properties/auth/properties/oauth2/properties/tokenUrl":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/oauth2/properties/clientId":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/oauth2/properties/clientSecret":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/itemBearer":{"messages":{"pattern":"is not the name of an output: letters, digits, \"_\" and \"-\", with a letter or \"_\" first","propertyNames":"is not the name of an output: letters, digits, \"_\" and \"-\", with a letter or \"_\" first"}},"#/properties/headers/propertyNames":{"messages":{"pattern":"is not the name of a header","propertyNames":"is not the name of a header"}},"#/properties/id":{"messages":{"pattern":"is not a pointer like /id"},"hints":{"*":"Write /id, {header: Location} or {body: /uid}."},"fields":{"header":"A header of the answer; the last part of its path is the id","body":"Where in the body the id is that we choose"}},"#/properties/id/properties/header":{"messages":{"pattern":"is not the name of a header","propertyNames":"is not the name of a header"}},"#/properties/id/properties/body":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/item":{"messages":{"pattern":"is not a path: it begins with \"/\", and has no query"}},"#/properties/find":{"hints":{"*":"Write {match: [/name]}, or false."},"fields":{"path":"Path of the list","query":"Parameters of the list","items":"Where in the answer the list is, or a mapping by id","match":"The values of the body that must be the same, as pointers","page":"How the list goes on: link (default), or one of {number, offset, cursor} with the name of its parameter"}},"#/properties/find/properties/path":{"messages":{"pattern":"is not a path: it begins with \"/\", and has no query"}},"#/properties/find/properties/items":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/find/properties/match/items":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/find/properties/page":{"messages":{"pattern":"is not \"link\""},"hints":{"*":"Write link, or {offset: offset, size: [limit, 100], more: /more}."},"fields":{"number":"Parameter with the number of the page, from 1 on","offset":"Parameter with the number of entries before the page","cursor":"Parameter with what the page before gave as next","size":"Parameter with the size of a page, and the size: [limit, 100]","next":"Where in the answer the cursor of the next page is","more":"Where in the answer it says whether there is more","total":"Where in the answer the number of pages is"}},"#/properties/find/properties/page/properties/number":{"messages":{"pattern":"is empty"}},"#/properties/find/properties/page/properties/offset":{"messages":{"pattern":"is empty"}},"#/properties/find/properties/page/properties/cursor":{"messages":{"pattern":"is empty"}},"#/properties/find/properties/page/properties/next":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/find/properties/page/properties/more":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/find/properties/page/properties/total":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/request":{"fields":{"at":"Where in what is sent the body stands"}},"#/properties/request/properties/at":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/response":{"fields":{"at":"Where in an answer the thing stands"}},"#/properties/response/properties/at":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/aliases/additionalProperties":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/aliases/propertyNames":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/writeOnly/items":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/createOnly/items":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/replaceOn/items":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/lists/additionalProperties":{"messages":{"pattern":"is neither \"set\" nor \"ordered\""},"hints":{"*":"Write set, or {key: /id}."},"fields":{"key":"Where in a member its key is"}},"#/properties/lists/additionalProperties/properties/key":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/lists/propertyNames":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/normalize/propertyNames":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/create":{"fields":{"method":"GET, POST, PUT, PATCH or DELETE","path":"Another path; may hold {id}","body":"Fields that are sent besides","status":"Statuses that mean success"}},"#/properties/create/properties/path":{"messages":{"pattern":"is not a path: it begins with \"/\", and has no query"}},"#/properties/read":{"fields":{"method":"GET, POST, PUT, PATCH or DELETE","path":"Another path; may hold {id}","body":"Fields that are sent besides","status":"Statuses that mean success"}},"#/properties/read/properties/path":{"messages":{"pattern":"is not a path: it begins with \"/\", and has no query"}},"#/properties/update":{"fields":{"method":"GET, POST, PUT, PATCH or DELETE","path":"Another path; may hold {id}","body":"Fields that are sent besides","status":"Statuses that mean success","send":"changed: the fields that differ; merged: all that the server has, with ours over it; declared: all of the body"}},"#/properties/update/properties/path":{"messages":{"pattern":"is not a path: it begins with \"/\", and has no query"}},"#/properties/delete":{"fields":{"method":"GET, POST, PUT, PATCH or DELETE","path":"Another path; may hold {id}","body":"What is sent","status":"Statuses that mean success"}},"#/properties/delete/properties/path":{"messages":{"pattern":"is not a path: it begins with \"/\", and has no query"}},"#/properties/revision":{"fields":{"from":"ETag, another header of the answer, or a pointer into it","to":"If-Match, another header, or a pointer into the body"}},"#/properties/revision/properties/from":{"messages":{"pattern":"is empty"}},"#/properties/revision/properties/to":{"messages":{"pattern":"is empty"}},"#/properties/absent":{"fields":{"status":"Statuses","at":"Where in the answer it says so","in":"The values there that mean deleted"}},"#/properties/absent/properties/at":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/poll":{"fields":{"url":"Where to look: a header like Location, a pointer into the answer, or item","done":"What means that it is done","failed":"What means that it has failed","interval":"Time between two looks"}},"#/properties/poll/properties/url":{"messages":{"pattern":"is empty"}},"#/properties/poll/properties/done":{"fields":{"at":"Where in the answer","in":"The values that mean it"}},"#/properties/poll/properties/done/properties/at":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/poll/properties/failed":{"fields":{"at":"Where in the answer","in":"The values that mean it"}},"#/properties/poll/properties/failed/properties/at":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/poll/properties/interval":{"messages":{"pattern":"is not a duration like 30s"}},"#/properties/settle":{"messages":{"pattern":"is not a duration like 30s"}},"#/properties/idempotencyKey":{"messages":{"pattern":"is not the name of a header","propertyNames":"is not the name of a header"}},"#/properties/outputs/additionalProperties":{"messages":{"pattern":"is not a pointer"},"hints":{"*":"Write /name or /config/url; * stands for every member of a list."}},"#/properties/outputs/propertyNames":{"messages":{"pattern":"is not the name of an output: letters, digits, \"_\" and \"-\", with a letter or \"_\" first","propertyNames":"is not the name of an output: letters, digits, \"_\" and \"-\", with a letter or \"_\" first"}},"#/properties/sensitiveOutputs/items":{"messages":{"pattern":"is not the name of an output: letters, digits, \"_\" and \"-\", with a letter or \"_\" first","propertyNames":"is not the name of an output: letters, digits, \"_\" and \"-\", with a letter or \"_\" first"}},"#/properties/limits":{"fields":{"concurrent":"How many at once","perSecond":"How many a second"}}};


/***/ })

};
