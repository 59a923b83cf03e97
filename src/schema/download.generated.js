// Written by scripts/generate-validators.ts from schema/*.json. Do not edit.
"use strict";
export const validate = validate10;
const schema11 = {"type":"object","required":["url","path"],"additionalProperties":false,"properties":{"url":{"type":"string","pattern":"^https?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$"},"path":{"type":"string","pattern":"^[^\\u0000]+$"},"sha256":{"type":"string","pattern":"^[0-9a-fA-F]{64}$"},"unpinned":{"type":"boolean"},"mode":{"type":"string","pattern":"^[0-7]{3,4}$"},"headers":{"type":"object","propertyNames":{"type":"string","pattern":"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"},"additionalProperties":{"type":"string"}},"auth":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"bearer":{"type":"string","pattern":"\\S"},"basic":{"type":"object","required":["username","password"],"additionalProperties":false,"properties":{"username":{"type":"string"},"password":{"type":"string"}}},"header":{"type":"object","required":["name","value"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"},"value":{"type":"string","pattern":"\\S"}}},"oauth2":{"type":"object","required":["tokenUrl","clientId","clientSecret"],"additionalProperties":false,"properties":{"tokenUrl":{"type":"string","pattern":"\\S"},"clientId":{"type":"string","pattern":"\\S"},"clientSecret":{"type":"string","pattern":"\\S"},"scope":{"type":"string"},"audience":{"type":"string"}}}}},"limits":{"type":"object","additionalProperties":false,"properties":{"concurrent":{"type":"integer","minimum":1},"perSecond":{"type":"number","exclusiveMinimum":0}}}}};
const pattern0 = new RegExp("^https?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$", "u");
const pattern1 = new RegExp("^[^\\u0000]+$", "u");
const pattern2 = new RegExp("^[0-9a-fA-F]{64}$", "u");
const pattern3 = new RegExp("^[0-7]{3,4}$", "u");
const pattern4 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
const pattern5 = new RegExp("\\S", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.url === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "url"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "url") || (key0 === "path")) || (key0 === "sha256")) || (key0 === "unpinned")) || (key0 === "mode")) || (key0 === "headers")) || (key0 === "auth")) || (key0 === "limits"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.url !== undefined){
let data0 = data.url;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err3 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/pattern",keyword:"pattern",params:{pattern: "^https?://[^/?#@\\s]+(?:[/?][^#\\s]*)?$"}};
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
const err4 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(!pattern1.test(data1)){
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000]+$"}};
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
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.sha256 !== undefined){
let data2 = data.sha256;
if(typeof data2 === "string"){
if(!pattern2.test(data2)){
const err7 = {instancePath:instancePath+"/sha256",schemaPath:"#/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{64}$"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/sha256",schemaPath:"#/properties/sha256/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.unpinned !== undefined){
if(typeof data.unpinned !== "boolean"){
const err9 = {instancePath:instancePath+"/unpinned",schemaPath:"#/properties/unpinned/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.mode !== undefined){
let data4 = data.mode;
if(typeof data4 === "string"){
if(!pattern3.test(data4)){
const err10 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/pattern",keyword:"pattern",params:{pattern: "^[0-7]{3,4}$"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.headers !== undefined){
let data5 = data.headers;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
const _errs14 = errors;
if(typeof key1 === "string"){
if(!pattern4.test(key1)){
const err12 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"},propertyName:key1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/propertyNames/type",keyword:"type",params:{type: "string"},propertyName:key1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid1 = _errs14 === errors;
if(!valid1){
const err14 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
for(const key2 in data5){
if(typeof data5[key2] !== "string"){
const err15 = {instancePath:instancePath+"/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/headers/additionalProperties/type",keyword:"type",params:{type: "string"}};
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
else {
const err16 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.auth !== undefined){
let data7 = data.auth;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(Object.keys(data7).length < 1){
const err17 = {instancePath:instancePath+"/auth",schemaPath:"#/properties/auth/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key3 in data7){
if(!((((key3 === "bearer") || (key3 === "basic")) || (key3 === "header")) || (key3 === "oauth2"))){
const err18 = {instancePath:instancePath+"/auth",schemaPath:"#/properties/auth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data7.bearer !== undefined){
let data8 = data7.bearer;
if(typeof data8 === "string"){
if(!pattern5.test(data8)){
const err19 = {instancePath:instancePath+"/auth/bearer",schemaPath:"#/properties/auth/properties/bearer/pattern",keyword:"pattern",params:{pattern: "\\S"}};
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
const err20 = {instancePath:instancePath+"/auth/bearer",schemaPath:"#/properties/auth/properties/bearer/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data7.basic !== undefined){
let data9 = data7.basic;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.username === undefined){
const err21 = {instancePath:instancePath+"/auth/basic",schemaPath:"#/properties/auth/properties/basic/required",keyword:"required",params:{missingProperty: "username"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data9.password === undefined){
const err22 = {instancePath:instancePath+"/auth/basic",schemaPath:"#/properties/auth/properties/basic/required",keyword:"required",params:{missingProperty: "password"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key4 in data9){
if(!((key4 === "username") || (key4 === "password"))){
const err23 = {instancePath:instancePath+"/auth/basic",schemaPath:"#/properties/auth/properties/basic/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data9.username !== undefined){
if(typeof data9.username !== "string"){
const err24 = {instancePath:instancePath+"/auth/basic/username",schemaPath:"#/properties/auth/properties/basic/properties/username/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data9.password !== undefined){
if(typeof data9.password !== "string"){
const err25 = {instancePath:instancePath+"/auth/basic/password",schemaPath:"#/properties/auth/properties/basic/properties/password/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/auth/basic",schemaPath:"#/properties/auth/properties/basic/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data7.header !== undefined){
let data12 = data7.header;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.name === undefined){
const err27 = {instancePath:instancePath+"/auth/header",schemaPath:"#/properties/auth/properties/header/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data12.value === undefined){
const err28 = {instancePath:instancePath+"/auth/header",schemaPath:"#/properties/auth/properties/header/required",keyword:"required",params:{missingProperty: "value"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key5 in data12){
if(!((key5 === "name") || (key5 === "value"))){
const err29 = {instancePath:instancePath+"/auth/header",schemaPath:"#/properties/auth/properties/header/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data12.name !== undefined){
let data13 = data12.name;
if(typeof data13 === "string"){
if(!pattern4.test(data13)){
const err30 = {instancePath:instancePath+"/auth/header/name",schemaPath:"#/properties/auth/properties/header/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/auth/header/name",schemaPath:"#/properties/auth/properties/header/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data12.value !== undefined){
let data14 = data12.value;
if(typeof data14 === "string"){
if(!pattern5.test(data14)){
const err32 = {instancePath:instancePath+"/auth/header/value",schemaPath:"#/properties/auth/properties/header/properties/value/pattern",keyword:"pattern",params:{pattern: "\\S"}};
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
const err33 = {instancePath:instancePath+"/auth/header/value",schemaPath:"#/properties/auth/properties/header/properties/value/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/auth/header",schemaPath:"#/properties/auth/properties/header/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data7.oauth2 !== undefined){
let data15 = data7.oauth2;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.tokenUrl === undefined){
const err35 = {instancePath:instancePath+"/auth/oauth2",schemaPath:"#/properties/auth/properties/oauth2/required",keyword:"required",params:{missingProperty: "tokenUrl"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data15.clientId === undefined){
const err36 = {instancePath:instancePath+"/auth/oauth2",schemaPath:"#/properties/auth/properties/oauth2/required",keyword:"required",params:{missingProperty: "clientId"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data15.clientSecret === undefined){
const err37 = {instancePath:instancePath+"/auth/oauth2",schemaPath:"#/properties/auth/properties/oauth2/required",keyword:"required",params:{missingProperty: "clientSecret"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
for(const key6 in data15){
if(!(((((key6 === "tokenUrl") || (key6 === "clientId")) || (key6 === "clientSecret")) || (key6 === "scope")) || (key6 === "audience"))){
const err38 = {instancePath:instancePath+"/auth/oauth2",schemaPath:"#/properties/auth/properties/oauth2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data15.tokenUrl !== undefined){
let data16 = data15.tokenUrl;
if(typeof data16 === "string"){
if(!pattern5.test(data16)){
const err39 = {instancePath:instancePath+"/auth/oauth2/tokenUrl",schemaPath:"#/properties/auth/properties/oauth2/properties/tokenUrl/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/auth/oauth2/tokenUrl",schemaPath:"#/properties/auth/properties/oauth2/properties/tokenUrl/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data15.clientId !== undefined){
let data17 = data15.clientId;
if(typeof data17 === "string"){
if(!pattern5.test(data17)){
const err41 = {instancePath:instancePath+"/auth/oauth2/clientId",schemaPath:"#/properties/auth/properties/oauth2/properties/clientId/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/auth/oauth2/clientId",schemaPath:"#/properties/auth/properties/oauth2/properties/clientId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data15.clientSecret !== undefined){
let data18 = data15.clientSecret;
if(typeof data18 === "string"){
if(!pattern5.test(data18)){
const err43 = {instancePath:instancePath+"/auth/oauth2/clientSecret",schemaPath:"#/properties/auth/properties/oauth2/properties/clientSecret/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/auth/oauth2/clientSecret",schemaPath:"#/properties/auth/properties/oauth2/properties/clientSecret/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data15.scope !== undefined){
if(typeof data15.scope !== "string"){
const err45 = {instancePath:instancePath+"/auth/oauth2/scope",schemaPath:"#/properties/auth/properties/oauth2/properties/scope/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data15.audience !== undefined){
if(typeof data15.audience !== "string"){
const err46 = {instancePath:instancePath+"/auth/oauth2/audience",schemaPath:"#/properties/auth/properties/oauth2/properties/audience/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/auth/oauth2",schemaPath:"#/properties/auth/properties/oauth2/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/auth",schemaPath:"#/properties/auth/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.limits !== undefined){
let data21 = data.limits;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key7 in data21){
if(!((key7 === "concurrent") || (key7 === "perSecond"))){
const err49 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data21.concurrent !== undefined){
let data22 = data21.concurrent;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err50 = {instancePath:instancePath+"/limits/concurrent",schemaPath:"#/properties/limits/properties/concurrent/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 1 || isNaN(data22)){
const err51 = {instancePath:instancePath+"/limits/concurrent",schemaPath:"#/properties/limits/properties/concurrent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data21.perSecond !== undefined){
let data23 = data21.perSecond;
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 <= 0 || isNaN(data23)){
const err52 = {instancePath:instancePath+"/limits/perSecond",schemaPath:"#/properties/limits/properties/perSecond/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/limits/perSecond",schemaPath:"#/properties/limits/properties/perSecond/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const notes = {"#":{"fields":{"url":"Where the file is, like https://example.com/tool-1.2.0","path":"Where the file is to be, relative to the working directory","sha256":"The digest that the file must have, as 64 hexadecimal digits","unpinned":"true: takes whatever the server has, and changes with it","mode":"Permissions in quoted octal digits, like \"0755\"","headers":"Headers of every request","auth":"How requests are authorized: one of bearer, basic, header and oauth2","limits":"For all requests of a run to the host"}},"#/properties/url":{"messages":{"pattern":"is not the address of a file"},"hints":{"*":"Write it like https://example.com/tool-1.2.0, without user, password and #. Credentials go into \"auth\"."}},"#/properties/path":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/sha256":{"messages":{"pattern":"is not a SHA-256: 64 hexadecimal digits in quotes"},"hints":{"*":"Take it from where the makers publish it, or from `sha256sum` of a file that you trust."}},"#/properties/mode":{"messages":{"pattern":"is not a file mode: 3 or 4 octal digits (0 to 7) in quotes, like \"0755\""},"hints":{"*":"Write it in quotes: \"0755\". Without them it is a number and loses its meaning."}},"#/properties/headers/propertyNames":{"messages":{"pattern":"is not the name of a header","propertyNames":"is not the name of a header"}},"#/properties/auth":{"fields":{"bearer":"A token, as ${SECRET:name}","basic":"User and password","header":"A header of the API's own","oauth2":"A token is got with the client's credentials, once a run"}},"#/properties/auth/properties/bearer":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/basic":{"fields":{"username":"The user","password":"The password, as ${SECRET:name}"}},"#/properties/auth/properties/header":{"fields":{"name":"Name of the header","value":"Its value, with ${SECRET:name} in it"}},"#/properties/auth/properties/header/properties/name":{"messages":{"pattern":"is not the name of a header","propertyNames":"is not the name of a header"}},"#/properties/auth/properties/header/properties/value":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/oauth2":{"fields":{"tokenUrl":"Where tokens are given","clientId":"The client","clientSecret":"Its secret, as ${SECRET:name}","scope":"What the token is to be good for, with blanks between","audience":"Whom the token is for"}},"#/properties/auth/properties/oauth2/properties/tokenUrl":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/oauth2/properties/clientId":{"messages":{"pattern":"is empty"}},"#/properties/auth/properties/oauth2/properties/clientSecret":{"messages":{"pattern":"is empty"}},"#/properties/limits":{"fields":{"concurrent":"How many at once","perSecond":"How many a second"}}};
