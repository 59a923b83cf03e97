export const id = 1545;
export const ids = [1545];
export const modules = {

/***/ 51545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   notes: () => (/* binding */ notes),
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _failed_ts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34654);

"use strict";
const validate = validate10;
const schema11 = {"properties":{"http":{"properties":{"method":{"enum":["GET","HEAD"]}}},"tcp":0,"command":0,"shell":0,"workingDirectory":0,"env":{"additionalProperties":{"type":["string","number","boolean"]}},"passEnv":0,"expect":{"properties":{"status":{"type":["integer","string","array"],"items":{"type":["integer","string"]}}}},"interval":0,"timeout":0,"tryTimeout":0}};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$", "u");
const pattern1 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
const pattern2 = new RegExp("^[^\\u0000\\r\\n]*$", "u");
const pattern3 = new RegExp("^(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?|(?=[^:]*:[^:]*:)[0-9A-Fa-f:.]+)$", "u");
const pattern4 = new RegExp("\\S", "u");
const pattern6 = new RegExp("^[^\\u0000]+$", "u");
const pattern7 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const pattern8 = new RegExp("^[A-Za-z0-9_*?]+$", "u");
const pattern9 = new RegExp("^[1-5]xx$", "u");
const pattern11 = new RegExp("[\\s\\S]", "u");
const pattern12 = new RegExp("^(?:/(?:[^~]|~[01])*)?$", "u");
const pattern13 = new RegExp("^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath, "#/additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.http !== undefined){
let data0 = data.http;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.url === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/http", "#/properties/http/required", {missingProperty: "url"});
errors++;
}
for(const key1 in data0){
if(!(((key1 === "url") || (key1 === "method")) || (key1 === "headers"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/http", "#/properties/http/additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data0.url !== undefined){
let data1 = data0.url;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/http/url", "#/properties/http/properties/url/pattern", {pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/http/url", "#/properties/http/properties/url/type", {type: "string"});
errors++;
}
}
if(data0.method !== undefined){
let data2 = data0.method;
if(!((data2 === "GET") || (data2 === "HEAD"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/http/method", "#/properties/http/properties/method/enum", {allowedValues: schema11.properties.http.properties.method.enum});
errors++;
}
}
if(data0.headers !== undefined){
let data3 = data0.headers;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key2 in data3){
const _errs10 = errors;
if(typeof key2 === "string"){
if(!pattern1.test(key2)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/http/headers", "#/properties/http/properties/headers/propertyNames/pattern", {pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"}, key2);
errors++;
}
}
var valid2 = _errs10 === errors;
if(!valid2){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/http/headers", "#/properties/http/properties/headers/propertyNames", {propertyName: key2});
errors++;
}
}
for(const key3 in data3){
let data4 = data3[key3];
if(typeof data4 === "string"){
if(!pattern2.test(data4)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/http/headers" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key3), "#/properties/http/properties/headers/additionalProperties/pattern", {pattern: "^[^\\u0000\\r\\n]*$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/http/headers" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key3), "#/properties/http/properties/headers/additionalProperties/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/http/headers", "#/properties/http/properties/headers/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/http", "#/properties/http/type", {type: "object"});
errors++;
}
}
if(data.tcp !== undefined){
let data5 = data.tcp;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.host === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/tcp", "#/properties/tcp/required", {missingProperty: "host"});
errors++;
}
if(data5.port === undefined){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/tcp", "#/properties/tcp/required", {missingProperty: "port"});
errors++;
}
for(const key4 in data5){
if(!((key4 === "host") || (key4 === "port"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/tcp", "#/properties/tcp/additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data5.host !== undefined){
let data6 = data5.host;
if(typeof data6 === "string"){
if(!pattern3.test(data6)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/tcp/host", "#/properties/tcp/properties/host/pattern", {pattern: "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?|(?=[^:]*:[^:]*:)[0-9A-Fa-f:.]+)$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/tcp/host", "#/properties/tcp/properties/host/type", {type: "string"});
errors++;
}
}
if(data5.port !== undefined){
let data7 = data5.port;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/tcp/port", "#/properties/tcp/properties/port/type", {type: "integer"});
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 65535 || isNaN(data7)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/tcp/port", "#/properties/tcp/properties/port/maximum", {comparison: "<=", limit: 65535});
errors++;
}
if(data7 < 1 || isNaN(data7)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/tcp/port", "#/properties/tcp/properties/port/minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/tcp", "#/properties/tcp/type", {type: "object"});
errors++;
}
}
if(data.command !== undefined){
let data8 = data.command;
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/command", "#/properties/command/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/command", "#/properties/command/type", {type: "string"});
errors++;
}
}
if(data.shell !== undefined){
let data9 = data.shell;
if(typeof data9 === "string"){
if(!pattern4.test(data9)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/shell", "#/properties/shell/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/shell", "#/properties/shell/type", {type: "string"});
errors++;
}
}
if(data.workingDirectory !== undefined){
let data10 = data.workingDirectory;
if(typeof data10 === "string"){
if(!pattern6.test(data10)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/workingDirectory", "#/properties/workingDirectory/pattern", {pattern: "^[^\\u0000]+$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/workingDirectory", "#/properties/workingDirectory/type", {type: "string"});
errors++;
}
}
if(data.env !== undefined){
let data11 = data.env;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key5 in data11){
const _errs29 = errors;
if(typeof key5 === "string"){
if(!pattern7.test(key5)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/env", "#/properties/env/propertyNames/pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}, key5);
errors++;
}
}
var valid5 = _errs29 === errors;
if(!valid5){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/env", "#/properties/env/propertyNames", {propertyName: key5});
errors++;
}
}
for(const key6 in data11){
let data12 = data11[key6];
if(((typeof data12 !== "string") && (!((typeof data12 == "number") && (isFinite(data12))))) && (typeof data12 !== "boolean")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/env" + (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .below */ .G)(key6), "#/properties/env/additionalProperties/type", {type: schema11.properties.env.additionalProperties.type});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/env", "#/properties/env/type", {type: "object"});
errors++;
}
}
if(data.passEnv !== undefined){
let data13 = data.passEnv;
if(Array.isArray(data13)){
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(typeof data14 === "string"){
if(!pattern8.test(data14)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/passEnv/" + i0, "#/properties/passEnv/items/pattern", {pattern: "^[A-Za-z0-9_*?]+$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/passEnv/" + i0, "#/properties/passEnv/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/passEnv", "#/properties/passEnv/type", {type: "array"});
errors++;
}
}
if(data.expect !== undefined){
let data15 = data.expect;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect", "#/properties/expect/minProperties", {limit: 1});
errors++;
}
for(const key7 in data15){
if(!((((key7 === "status") || (key7 === "contains")) || (key7 === "json")) || (key7 === "exitCode"))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect", "#/properties/expect/additionalProperties", {additionalProperty: key7});
errors++;
}
}
if(data15.status !== undefined){
let data16 = data15.status;
if(((!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))) && (typeof data16 !== "string")) && (!(Array.isArray(data16)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/status", "#/properties/expect/properties/status/type", {type: schema11.properties.expect.properties.status.type});
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 599 || isNaN(data16)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/status", "#/properties/expect/properties/status/maximum", {comparison: "<=", limit: 599});
errors++;
}
if(data16 < 100 || isNaN(data16)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/status", "#/properties/expect/properties/status/minimum", {comparison: ">=", limit: 100});
errors++;
}
}
if(typeof data16 === "string"){
if(!pattern9.test(data16)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/status", "#/properties/expect/properties/status/pattern", {pattern: "^[1-5]xx$"});
errors++;
}
}
if(Array.isArray(data16)){
if(data16.length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/status", "#/properties/expect/properties/status/minItems", {limit: 1});
errors++;
}
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
if((!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))) && (typeof data17 !== "string")){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/status/" + i1, "#/properties/expect/properties/status/items/type", {type: schema11.properties.expect.properties.status.items.type});
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 599 || isNaN(data17)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/status/" + i1, "#/properties/expect/properties/status/items/maximum", {comparison: "<=", limit: 599});
errors++;
}
if(data17 < 100 || isNaN(data17)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/status/" + i1, "#/properties/expect/properties/status/items/minimum", {comparison: ">=", limit: 100});
errors++;
}
}
if(typeof data17 === "string"){
if(!pattern9.test(data17)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/status/" + i1, "#/properties/expect/properties/status/items/pattern", {pattern: "^[1-5]xx$"});
errors++;
}
}
}
}
}
if(data15.contains !== undefined){
let data18 = data15.contains;
if(typeof data18 === "string"){
if(!pattern11.test(data18)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/contains", "#/properties/expect/properties/contains/pattern", {pattern: "[\\s\\S]"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/contains", "#/properties/expect/properties/contains/type", {type: "string"});
errors++;
}
}
if(data15.json !== undefined){
let data19 = data15.json;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(Object.keys(data19).length < 1){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/json", "#/properties/expect/properties/json/minProperties", {limit: 1});
errors++;
}
for(const key8 in data19){
const _errs48 = errors;
if(typeof key8 === "string"){
if(!pattern12.test(key8)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/json", "#/properties/expect/properties/json/propertyNames/pattern", {pattern: "^(?:/(?:[^~]|~[01])*)?$"}, key8);
errors++;
}
}
var valid12 = _errs48 === errors;
if(!valid12){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/json", "#/properties/expect/properties/json/propertyNames", {propertyName: key8});
errors++;
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/json", "#/properties/expect/properties/json/type", {type: "object"});
errors++;
}
}
if(data15.exitCode !== undefined){
let data20 = data15.exitCode;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/exitCode", "#/properties/expect/properties/exitCode/type", {type: "integer"});
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 255 || isNaN(data20)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/exitCode", "#/properties/expect/properties/exitCode/maximum", {comparison: "<=", limit: 255});
errors++;
}
if(data20 < 0 || isNaN(data20)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect/exitCode", "#/properties/expect/properties/exitCode/minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/expect", "#/properties/expect/type", {type: "object"});
errors++;
}
}
if(data.interval !== undefined){
let data21 = data.interval;
if(typeof data21 === "string"){
if(!pattern13.test(data21)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/interval", "#/properties/interval/pattern", {pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/interval", "#/properties/interval/type", {type: "string"});
errors++;
}
}
if(data.timeout !== undefined){
let data22 = data.timeout;
if(typeof data22 === "string"){
if(!pattern13.test(data22)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/timeout", "#/properties/timeout/pattern", {pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/timeout", "#/properties/timeout/type", {type: "string"});
errors++;
}
}
if(data.tryTimeout !== undefined){
let data23 = data.tryTimeout;
if(typeof data23 === "string"){
if(!pattern13.test(data23)){
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/tryTimeout", "#/properties/tryTimeout/pattern", {pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"});
errors++;
}
}
else {
vErrors = (0,_failed_ts__WEBPACK_IMPORTED_MODULE_0__/* .failed */ .g)(vErrors, instancePath+"/tryTimeout", "#/properties/tryTimeout/type", {type: "string"});
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

const notes = {"#":{"fields":{"http":"Asks a server","tcp":"Connects with a port, and hangs up","command":"A script that ends well when all is as expected","shell":"Of a command: program and options, where {0} stands for the script file","workingDirectory":"Of a command: where it runs","env":"Of a command: environment variables, which may hold secrets","passEnv":"Of a command: names or globs of environment variables that are handed through","expect":"What counts as well","interval":"Pause between two tries","timeout":"How long it is waited for altogether; then the task fails","tryTimeout":"How long one try may take"}},"#/properties/http":{"fields":{"url":"What is asked for","method":"GET, or HEAD for the head of an answer alone","headers":"Sent with each request; secrets as ${SECRET:name}"}},"#/properties/http/properties/url":{"messages":{"pattern":"is not an address"},"hints":{"*":"Write it like https://shop.example/health, without a user or password. Credentials go into \"headers\"."}},"#/properties/http/properties/headers/additionalProperties":{"messages":{"pattern":"can't be in a header: it has a line break or a NUL character"}},"#/properties/http/properties/headers/propertyNames":{"messages":{"propertyNames":"is not the name of a header"}},"#/properties/tcp":{"fields":{"host":"Name or address","port":"From 1 to 65535"}},"#/properties/tcp/properties/host":{"messages":{"pattern":"is neither the name nor the address of a host"},"hints":{"*":"Write it like db.example or 2001:db8::1, without a scheme and without the port."}},"#/properties/command":{"messages":{"pattern":"is an empty script"}},"#/properties/shell":{"messages":{"pattern":"is not a shell: it is empty"}},"#/properties/workingDirectory":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/env/propertyNames":{"messages":{"propertyNames":"is not the name of an environment variable: letters, digits and \"_\""}},"#/properties/passEnv/items":{"messages":{"pattern":"is not the name or glob of environment variables"}},"#/properties/expect":{"fields":{"status":"Of http: a status, a class of them like 2xx, or a list of both","contains":"Text that the answer's body, or what the command prints on stdout, must hold","json":"Of http: values that the answer must have, by JSON pointer","exitCode":"Of a command: how it must end"}},"#/properties/expect/properties/status":{"messages":{"pattern":"is neither a status nor a class of them like \"2xx\""},"hints":{"*":"Write a status like 200, a class like \"2xx\", or a list of both."}},"#/properties/expect/properties/status/items":{"messages":{"pattern":"is neither a status nor a class of them like \"2xx\""},"hints":{"*":"Write a status like 200, or a class like \"2xx\"."}},"#/properties/expect/properties/contains":{"messages":{"pattern":"is empty"}},"#/properties/expect/properties/json/propertyNames":{"messages":{"propertyNames":"is not a JSON pointer: it begins with \"/\""}},"#/properties/interval":{"messages":{"pattern":"is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)"},"hints":{"*":"Write a number and a unit, like \"30s\"."}},"#/properties/timeout":{"messages":{"pattern":"is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)"},"hints":{"*":"Write a number and a unit, like \"30s\"."}},"#/properties/tryTimeout":{"messages":{"pattern":"is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)"},"hints":{"*":"Write a number and a unit, like \"30s\"."}}};


/***/ })

};
