// Written by scripts/generate-validators.ts from schema/*.json. Do not edit.
"use strict";
const projectValidator = validate10;
const schema11 = {"type":"object","required":["apiVersion","kind","metadata"],"additionalProperties":false,"properties":{"apiVersion":{"const":"opus/v1"},"kind":{"const":"Project"},"metadata":{"type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$"},"formerNames":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$"}},"description":{"type":"string"}}},"spec":{"type":"object","additionalProperties":false,"properties":{"include":{"type":"array","items":{"type":"string","pattern":"^\\S(?:.*\\S)?$"}},"contexts":{"type":"array","items":{"type":"object","additionalProperties":false,"anyOf":[{"required":["input"]},{"required":["context"]},{"required":["contexts"]}],"not":{"required":["context","contexts"]},"properties":{"input":{"type":["boolean","array"],"minItems":1,"items":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$"},"not":{"const":false}},"event":{"type":["string","array"],"minItems":1,"pattern":"^[a-z_]+$","items":{"type":"string","pattern":"^[a-z_]+$"}},"label":{"type":"string","pattern":"^\\S(?:.*\\S)?$"},"branch":{"type":"string","pattern":"^\\S(?:.*\\S)?$"},"tag":{"type":"string","pattern":"^\\S(?:.*\\S)?$"},"context":{"type":"string","pattern":"^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"},"contexts":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"}},"formerNames":{"type":"array","items":{"type":"string","pattern":"^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"}},"inherits":{"type":"string","pattern":"^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"}}}},"commands":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9-]*$"},"additionalProperties":{"enum":["apply","create","update","delete","describe","drift","rollback"]}},"state":{"type":"object","additionalProperties":false,"properties":{"backend":{"enum":["branch","cache","file"]},"branch":{"type":"string","pattern":"^(?!refs/|[-/.]|@$|[Hh][Ee][Aa][Dd]$)(?!.*(?:\\.\\.|@\\{|//|/\\.|\\.lock(?:/|$)|[/.]$))(?:[^\\s~^:?*[\\\\\\u0000-\\u001f\\u007f]|\\$\\{OPUS:(?:context|project)\\})+$"},"path":{"type":"string","pattern":"^\\S(?:.*\\S)?$"}}},"limits":{"type":"object","additionalProperties":false,"properties":{"maxDeletes":{"type":"integer","minimum":0},"maxDeletePercent":{"type":"number","minimum":0,"maximum":100}}},"http":{"type":"object","additionalProperties":false,"properties":{"allow":{"type":"array","items":{"type":"string","pattern":"^(?:\\*\\.)?(?:[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?$"}}}},"hooks":{"type":"array","items":{"type":"object","required":["use"],"additionalProperties":false,"properties":{"use":{"type":"string","pattern":"^(?:[a-z][a-z-]*|\\./.+)$"},"with":{"type":"object"},"on":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^[a-z][a-z0-9-]*$"}}}}},"processors":{"type":"array","items":{"type":["string","object"],"pattern":"^\\S(?:.*\\S)?$","required":["use"],"additionalProperties":false,"properties":{"use":{"type":"string","pattern":"^\\S(?:.*\\S)?$"},"with":{"type":"object"}}}}}}}};
const pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
const pattern2 = new RegExp("^\\S(?:.*\\S)?$", "u");
const pattern4 = new RegExp("^[a-z_]+$", "u");
const pattern9 = new RegExp("^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$", "u");
const pattern13 = new RegExp("^[a-z][a-z0-9-]*$", "u");
const pattern14 = new RegExp("^(?!refs/|[-/.]|@$|[Hh][Ee][Aa][Dd]$)(?!.*(?:\\.\\.|@\\{|//|/\\.|\\.lock(?:/|$)|[/.]$))(?:[^\\s~^:?*[\\\\\\u0000-\\u001f\\u007f]|\\$\\{OPUS:(?:context|project)\\})+$", "u");
const pattern16 = new RegExp("^(?:\\*\\.)?(?:[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?$", "u");
const pattern17 = new RegExp("^(?:[a-z][a-z-]*|\\./.+)$", "u");
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("opus/v1" !== data.apiVersion){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "opus/v1"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
if("Project" !== data.kind){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Project"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err6 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data2){
if(!(((key1 === "name") || (key1 === "formerNames")) || (key1 === "description"))){
const err7 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err8 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.formerNames !== undefined){
let data4 = data2.formerNames;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
const err10 = {instancePath:instancePath+"/metadata/formerNames/" + i0,schemaPath:"#/properties/metadata/properties/formerNames/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
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
const err11 = {instancePath:instancePath+"/metadata/formerNames/" + i0,schemaPath:"#/properties/metadata/properties/formerNames/items/type",keyword:"type",params:{type: "string"}};
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
const err12 = {instancePath:instancePath+"/metadata/formerNames",schemaPath:"#/properties/metadata/properties/formerNames/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data2.description !== undefined){
if(typeof data2.description !== "string"){
const err13 = {instancePath:instancePath+"/metadata/description",schemaPath:"#/properties/metadata/properties/description/type",keyword:"type",params:{type: "string"}};
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
else {
const err14 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.spec !== undefined){
let data7 = data.spec;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
if(!((((((((key2 === "include") || (key2 === "contexts")) || (key2 === "commands")) || (key2 === "state")) || (key2 === "limits")) || (key2 === "http")) || (key2 === "hooks")) || (key2 === "processors"))){
const err15 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data7.include !== undefined){
let data8 = data7.include;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(typeof data9 === "string"){
if(!pattern2.test(data9)){
const err16 = {instancePath:instancePath+"/spec/include/" + i1,schemaPath:"#/properties/spec/properties/include/items/pattern",keyword:"pattern",params:{pattern: "^\\S(?:.*\\S)?$"}};
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
const err17 = {instancePath:instancePath+"/spec/include/" + i1,schemaPath:"#/properties/spec/properties/include/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/spec/include",schemaPath:"#/properties/spec/properties/include/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data7.contexts !== undefined){
let data10 = data7.contexts;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
const _errs26 = errors;
const _errs27 = errors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing0;
if(((data11.context === undefined) && (missing0 = "context")) || ((data11.contexts === undefined) && (missing0 = "contexts"))){
const err19 = {};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var valid9 = _errs27 === errors;
if(valid9){
const err20 = {instancePath:instancePath+"/spec/contexts/" + i2,schemaPath:"#/properties/spec/properties/contexts/items/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
const _errs28 = errors;
let valid10 = false;
const _errs29 = errors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.input === undefined){
const err21 = {instancePath:instancePath+"/spec/contexts/" + i2,schemaPath:"#/properties/spec/properties/contexts/items/anyOf/0/required",keyword:"required",params:{missingProperty: "input"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
var _valid0 = _errs29 === errors;
valid10 = valid10 || _valid0;
if(!valid10){
const _errs30 = errors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.context === undefined){
const err22 = {instancePath:instancePath+"/spec/contexts/" + i2,schemaPath:"#/properties/spec/properties/contexts/items/anyOf/1/required",keyword:"required",params:{missingProperty: "context"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var _valid0 = _errs30 === errors;
valid10 = valid10 || _valid0;
if(!valid10){
const _errs31 = errors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.contexts === undefined){
const err23 = {instancePath:instancePath+"/spec/contexts/" + i2,schemaPath:"#/properties/spec/properties/contexts/items/anyOf/2/required",keyword:"required",params:{missingProperty: "contexts"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
var _valid0 = _errs31 === errors;
valid10 = valid10 || _valid0;
}
}
if(!valid10){
const err24 = {instancePath:instancePath+"/spec/contexts/" + i2,schemaPath:"#/properties/spec/properties/contexts/items/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
else {
errors = _errs28;
if(vErrors !== null){
if(_errs28){
vErrors.length = _errs28;
}
else {
vErrors = null;
}
}
}
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key3 in data11){
if(!(func2.call(schema11.properties.spec.properties.contexts.items.properties, key3))){
const err25 = {instancePath:instancePath+"/spec/contexts/" + i2,schemaPath:"#/properties/spec/properties/contexts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.input !== undefined){
let data12 = data11.input;
if((typeof data12 !== "boolean") && (!(Array.isArray(data12)))){
const err26 = {instancePath:instancePath+"/spec/contexts/" + i2+"/input",schemaPath:"#/properties/spec/properties/contexts/items/properties/input/type",keyword:"type",params:{type: schema11.properties.spec.properties.contexts.items.properties.input.type}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
const _errs35 = errors;
const _errs36 = errors;
if(false !== data12){
const err27 = {};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var valid12 = _errs36 === errors;
if(valid12){
const err28 = {instancePath:instancePath+"/spec/contexts/" + i2+"/input",schemaPath:"#/properties/spec/properties/contexts/items/properties/input/not",keyword:"not",params:{}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
if(Array.isArray(data12)){
if(data12.length < 1){
const err29 = {instancePath:instancePath+"/spec/contexts/" + i2+"/input",schemaPath:"#/properties/spec/properties/contexts/items/properties/input/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
let data13 = data12[i3];
if(typeof data13 === "string"){
if(!pattern0.test(data13)){
const err30 = {instancePath:instancePath+"/spec/contexts/" + i2+"/input/" + i3,schemaPath:"#/properties/spec/properties/contexts/items/properties/input/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
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
const err31 = {instancePath:instancePath+"/spec/contexts/" + i2+"/input/" + i3,schemaPath:"#/properties/spec/properties/contexts/items/properties/input/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
}
if(data11.event !== undefined){
let data14 = data11.event;
if((typeof data14 !== "string") && (!(Array.isArray(data14)))){
const err32 = {instancePath:instancePath+"/spec/contexts/" + i2+"/event",schemaPath:"#/properties/spec/properties/contexts/items/properties/event/type",keyword:"type",params:{type: schema11.properties.spec.properties.contexts.items.properties.event.type}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(typeof data14 === "string"){
if(!pattern4.test(data14)){
const err33 = {instancePath:instancePath+"/spec/contexts/" + i2+"/event",schemaPath:"#/properties/spec/properties/contexts/items/properties/event/pattern",keyword:"pattern",params:{pattern: "^[a-z_]+$"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(Array.isArray(data14)){
if(data14.length < 1){
const err34 = {instancePath:instancePath+"/spec/contexts/" + i2+"/event",schemaPath:"#/properties/spec/properties/contexts/items/properties/event/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
let data15 = data14[i4];
if(typeof data15 === "string"){
if(!pattern4.test(data15)){
const err35 = {instancePath:instancePath+"/spec/contexts/" + i2+"/event/" + i4,schemaPath:"#/properties/spec/properties/contexts/items/properties/event/items/pattern",keyword:"pattern",params:{pattern: "^[a-z_]+$"}};
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
const err36 = {instancePath:instancePath+"/spec/contexts/" + i2+"/event/" + i4,schemaPath:"#/properties/spec/properties/contexts/items/properties/event/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
if(data11.label !== undefined){
let data16 = data11.label;
if(typeof data16 === "string"){
if(!pattern2.test(data16)){
const err37 = {instancePath:instancePath+"/spec/contexts/" + i2+"/label",schemaPath:"#/properties/spec/properties/contexts/items/properties/label/pattern",keyword:"pattern",params:{pattern: "^\\S(?:.*\\S)?$"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/spec/contexts/" + i2+"/label",schemaPath:"#/properties/spec/properties/contexts/items/properties/label/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data11.branch !== undefined){
let data17 = data11.branch;
if(typeof data17 === "string"){
if(!pattern2.test(data17)){
const err39 = {instancePath:instancePath+"/spec/contexts/" + i2+"/branch",schemaPath:"#/properties/spec/properties/contexts/items/properties/branch/pattern",keyword:"pattern",params:{pattern: "^\\S(?:.*\\S)?$"}};
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
const err40 = {instancePath:instancePath+"/spec/contexts/" + i2+"/branch",schemaPath:"#/properties/spec/properties/contexts/items/properties/branch/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data11.tag !== undefined){
let data18 = data11.tag;
if(typeof data18 === "string"){
if(!pattern2.test(data18)){
const err41 = {instancePath:instancePath+"/spec/contexts/" + i2+"/tag",schemaPath:"#/properties/spec/properties/contexts/items/properties/tag/pattern",keyword:"pattern",params:{pattern: "^\\S(?:.*\\S)?$"}};
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
const err42 = {instancePath:instancePath+"/spec/contexts/" + i2+"/tag",schemaPath:"#/properties/spec/properties/contexts/items/properties/tag/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data11.context !== undefined){
let data19 = data11.context;
if(typeof data19 === "string"){
if(!pattern9.test(data19)){
const err43 = {instancePath:instancePath+"/spec/contexts/" + i2+"/context",schemaPath:"#/properties/spec/properties/contexts/items/properties/context/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"}};
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
const err44 = {instancePath:instancePath+"/spec/contexts/" + i2+"/context",schemaPath:"#/properties/spec/properties/contexts/items/properties/context/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data11.contexts !== undefined){
let data20 = data11.contexts;
if(Array.isArray(data20)){
if(data20.length < 1){
const err45 = {instancePath:instancePath+"/spec/contexts/" + i2+"/contexts",schemaPath:"#/properties/spec/properties/contexts/items/properties/contexts/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
const len5 = data20.length;
for(let i5=0; i5<len5; i5++){
let data21 = data20[i5];
if(typeof data21 === "string"){
if(!pattern9.test(data21)){
const err46 = {instancePath:instancePath+"/spec/contexts/" + i2+"/contexts/" + i5,schemaPath:"#/properties/spec/properties/contexts/items/properties/contexts/items/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/spec/contexts/" + i2+"/contexts/" + i5,schemaPath:"#/properties/spec/properties/contexts/items/properties/contexts/items/type",keyword:"type",params:{type: "string"}};
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
const err48 = {instancePath:instancePath+"/spec/contexts/" + i2+"/contexts",schemaPath:"#/properties/spec/properties/contexts/items/properties/contexts/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data11.formerNames !== undefined){
let data22 = data11.formerNames;
if(Array.isArray(data22)){
const len6 = data22.length;
for(let i6=0; i6<len6; i6++){
let data23 = data22[i6];
if(typeof data23 === "string"){
if(!pattern9.test(data23)){
const err49 = {instancePath:instancePath+"/spec/contexts/" + i2+"/formerNames/" + i6,schemaPath:"#/properties/spec/properties/contexts/items/properties/formerNames/items/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/spec/contexts/" + i2+"/formerNames/" + i6,schemaPath:"#/properties/spec/properties/contexts/items/properties/formerNames/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/spec/contexts/" + i2+"/formerNames",schemaPath:"#/properties/spec/properties/contexts/items/properties/formerNames/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data11.inherits !== undefined){
let data24 = data11.inherits;
if(typeof data24 === "string"){
if(!pattern9.test(data24)){
const err52 = {instancePath:instancePath+"/spec/contexts/" + i2+"/inherits",schemaPath:"#/properties/spec/properties/contexts/items/properties/inherits/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"}};
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
const err53 = {instancePath:instancePath+"/spec/contexts/" + i2+"/inherits",schemaPath:"#/properties/spec/properties/contexts/items/properties/inherits/type",keyword:"type",params:{type: "string"}};
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
const err54 = {instancePath:instancePath+"/spec/contexts/" + i2,schemaPath:"#/properties/spec/properties/contexts/items/type",keyword:"type",params:{type: "object"}};
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
const err55 = {instancePath:instancePath+"/spec/contexts",schemaPath:"#/properties/spec/properties/contexts/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data7.commands !== undefined){
let data25 = data7.commands;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key4 in data25){
const _errs63 = errors;
if(typeof key4 === "string"){
if(!pattern13.test(key4)){
const err56 = {instancePath:instancePath+"/spec/commands",schemaPath:"#/properties/spec/properties/commands/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]*$"},propertyName:key4};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
var valid21 = _errs63 === errors;
if(!valid21){
const err57 = {instancePath:instancePath+"/spec/commands",schemaPath:"#/properties/spec/properties/commands/propertyNames",keyword:"propertyNames",params:{propertyName: key4}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
for(const key5 in data25){
let data26 = data25[key5];
if(!(((((((data26 === "apply") || (data26 === "create")) || (data26 === "update")) || (data26 === "delete")) || (data26 === "describe")) || (data26 === "drift")) || (data26 === "rollback"))){
const err58 = {instancePath:instancePath+"/spec/commands/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/commands/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.commands.additionalProperties.enum}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/spec/commands",schemaPath:"#/properties/spec/properties/commands/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data7.state !== undefined){
let data27 = data7.state;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key6 in data27){
if(!(((key6 === "backend") || (key6 === "branch")) || (key6 === "path"))){
const err60 = {instancePath:instancePath+"/spec/state",schemaPath:"#/properties/spec/properties/state/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data27.backend !== undefined){
let data28 = data27.backend;
if(!(((data28 === "branch") || (data28 === "cache")) || (data28 === "file"))){
const err61 = {instancePath:instancePath+"/spec/state/backend",schemaPath:"#/properties/spec/properties/state/properties/backend/enum",keyword:"enum",params:{allowedValues: schema11.properties.spec.properties.state.properties.backend.enum}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data27.branch !== undefined){
let data29 = data27.branch;
if(typeof data29 === "string"){
if(!pattern14.test(data29)){
const err62 = {instancePath:instancePath+"/spec/state/branch",schemaPath:"#/properties/spec/properties/state/properties/branch/pattern",keyword:"pattern",params:{pattern: "^(?!refs/|[-/.]|@$|[Hh][Ee][Aa][Dd]$)(?!.*(?:\\.\\.|@\\{|//|/\\.|\\.lock(?:/|$)|[/.]$))(?:[^\\s~^:?*[\\\\\\u0000-\\u001f\\u007f]|\\$\\{OPUS:(?:context|project)\\})+$"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/spec/state/branch",schemaPath:"#/properties/spec/properties/state/properties/branch/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data27.path !== undefined){
let data30 = data27.path;
if(typeof data30 === "string"){
if(!pattern2.test(data30)){
const err64 = {instancePath:instancePath+"/spec/state/path",schemaPath:"#/properties/spec/properties/state/properties/path/pattern",keyword:"pattern",params:{pattern: "^\\S(?:.*\\S)?$"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/spec/state/path",schemaPath:"#/properties/spec/properties/state/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/spec/state",schemaPath:"#/properties/spec/properties/state/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data7.limits !== undefined){
let data31 = data7.limits;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key7 in data31){
if(!((key7 === "maxDeletes") || (key7 === "maxDeletePercent"))){
const err67 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data31.maxDeletes !== undefined){
let data32 = data31.maxDeletes;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err68 = {instancePath:instancePath+"/spec/limits/maxDeletes",schemaPath:"#/properties/spec/properties/limits/properties/maxDeletes/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 0 || isNaN(data32)){
const err69 = {instancePath:instancePath+"/spec/limits/maxDeletes",schemaPath:"#/properties/spec/properties/limits/properties/maxDeletes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data31.maxDeletePercent !== undefined){
let data33 = data31.maxDeletePercent;
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 100 || isNaN(data33)){
const err70 = {instancePath:instancePath+"/spec/limits/maxDeletePercent",schemaPath:"#/properties/spec/properties/limits/properties/maxDeletePercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data33 < 0 || isNaN(data33)){
const err71 = {instancePath:instancePath+"/spec/limits/maxDeletePercent",schemaPath:"#/properties/spec/properties/limits/properties/maxDeletePercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/spec/limits/maxDeletePercent",schemaPath:"#/properties/spec/properties/limits/properties/maxDeletePercent/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/spec/limits",schemaPath:"#/properties/spec/properties/limits/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data7.http !== undefined){
let data34 = data7.http;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key8 in data34){
if(!(key8 === "allow")){
const err74 = {instancePath:instancePath+"/spec/http",schemaPath:"#/properties/spec/properties/http/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data34.allow !== undefined){
let data35 = data34.allow;
if(Array.isArray(data35)){
const len7 = data35.length;
for(let i7=0; i7<len7; i7++){
let data36 = data35[i7];
if(typeof data36 === "string"){
if(!pattern16.test(data36)){
const err75 = {instancePath:instancePath+"/spec/http/allow/" + i7,schemaPath:"#/properties/spec/properties/http/properties/allow/items/pattern",keyword:"pattern",params:{pattern: "^(?:\\*\\.)?(?:[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?$"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/spec/http/allow/" + i7,schemaPath:"#/properties/spec/properties/http/properties/allow/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/spec/http/allow",schemaPath:"#/properties/spec/properties/http/properties/allow/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/spec/http",schemaPath:"#/properties/spec/properties/http/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data7.hooks !== undefined){
let data37 = data7.hooks;
if(Array.isArray(data37)){
const len8 = data37.length;
for(let i8=0; i8<len8; i8++){
let data38 = data37[i8];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.use === undefined){
const err79 = {instancePath:instancePath+"/spec/hooks/" + i8,schemaPath:"#/properties/spec/properties/hooks/items/required",keyword:"required",params:{missingProperty: "use"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
for(const key9 in data38){
if(!(((key9 === "use") || (key9 === "with")) || (key9 === "on"))){
const err80 = {instancePath:instancePath+"/spec/hooks/" + i8,schemaPath:"#/properties/spec/properties/hooks/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data38.use !== undefined){
let data39 = data38.use;
if(typeof data39 === "string"){
if(!pattern17.test(data39)){
const err81 = {instancePath:instancePath+"/spec/hooks/" + i8+"/use",schemaPath:"#/properties/spec/properties/hooks/items/properties/use/pattern",keyword:"pattern",params:{pattern: "^(?:[a-z][a-z-]*|\\./.+)$"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/spec/hooks/" + i8+"/use",schemaPath:"#/properties/spec/properties/hooks/items/properties/use/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data38.with !== undefined){
let data40 = data38.with;
if(!(data40 && typeof data40 == "object" && !Array.isArray(data40))){
const err83 = {instancePath:instancePath+"/spec/hooks/" + i8+"/with",schemaPath:"#/properties/spec/properties/hooks/items/properties/with/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data38.on !== undefined){
let data41 = data38.on;
if(Array.isArray(data41)){
if(data41.length < 1){
const err84 = {instancePath:instancePath+"/spec/hooks/" + i8+"/on",schemaPath:"#/properties/spec/properties/hooks/items/properties/on/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
const len9 = data41.length;
for(let i9=0; i9<len9; i9++){
let data42 = data41[i9];
if(typeof data42 === "string"){
if(!pattern13.test(data42)){
const err85 = {instancePath:instancePath+"/spec/hooks/" + i8+"/on/" + i9,schemaPath:"#/properties/spec/properties/hooks/items/properties/on/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]*$"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/spec/hooks/" + i8+"/on/" + i9,schemaPath:"#/properties/spec/properties/hooks/items/properties/on/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath:instancePath+"/spec/hooks/" + i8+"/on",schemaPath:"#/properties/spec/properties/hooks/items/properties/on/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/spec/hooks/" + i8,schemaPath:"#/properties/spec/properties/hooks/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/spec/hooks",schemaPath:"#/properties/spec/properties/hooks/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data7.processors !== undefined){
let data43 = data7.processors;
if(Array.isArray(data43)){
const len10 = data43.length;
for(let i10=0; i10<len10; i10++){
let data44 = data43[i10];
if((typeof data44 !== "string") && (!(data44 && typeof data44 == "object" && !Array.isArray(data44)))){
const err90 = {instancePath:instancePath+"/spec/processors/" + i10,schemaPath:"#/properties/spec/properties/processors/items/type",keyword:"type",params:{type: schema11.properties.spec.properties.processors.items.type}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(typeof data44 === "string"){
if(!pattern2.test(data44)){
const err91 = {instancePath:instancePath+"/spec/processors/" + i10,schemaPath:"#/properties/spec/properties/processors/items/pattern",keyword:"pattern",params:{pattern: "^\\S(?:.*\\S)?$"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(data44.use === undefined){
const err92 = {instancePath:instancePath+"/spec/processors/" + i10,schemaPath:"#/properties/spec/properties/processors/items/required",keyword:"required",params:{missingProperty: "use"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
for(const key10 in data44){
if(!((key10 === "use") || (key10 === "with"))){
const err93 = {instancePath:instancePath+"/spec/processors/" + i10,schemaPath:"#/properties/spec/properties/processors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data44.use !== undefined){
let data45 = data44.use;
if(typeof data45 === "string"){
if(!pattern2.test(data45)){
const err94 = {instancePath:instancePath+"/spec/processors/" + i10+"/use",schemaPath:"#/properties/spec/properties/processors/items/properties/use/pattern",keyword:"pattern",params:{pattern: "^\\S(?:.*\\S)?$"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/spec/processors/" + i10+"/use",schemaPath:"#/properties/spec/properties/processors/items/properties/use/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data44.with !== undefined){
let data46 = data44.with;
if(!(data46 && typeof data46 == "object" && !Array.isArray(data46))){
const err96 = {instancePath:instancePath+"/spec/processors/" + i10+"/with",schemaPath:"#/properties/spec/properties/processors/items/properties/with/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
}
}
else {
const err97 = {instancePath:instancePath+"/spec/processors",schemaPath:"#/properties/spec/properties/processors/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
else {
const err98 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

const valuesValidator = validate11;
const schema12 = {"type":"object","required":["apiVersion","kind","spec"],"additionalProperties":false,"properties":{"apiVersion":{"const":"opus/v1"},"kind":{"const":"Values"},"metadata":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$"},"description":{"type":"string"}}},"spec":{"type":"object","additionalProperties":false,"properties":{"values":{"type":"object","propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9._-]*$"},"additionalProperties":{"type":"object","required":["type"],"additionalProperties":false,"properties":{"type":{"enum":["string","integer","number","boolean","array","object"]},"required":{"type":"boolean"},"default":{},"contexts":{"type":"object","propertyNames":{"pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$"}},"description":{"type":"string"}}}},"secrets":{"type":"object","propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9._-]*$"},"additionalProperties":{"type":"object","additionalProperties":false,"anyOf":[{"required":["env"]},{"required":["contexts"]}],"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"},"contexts":{"type":"object","propertyNames":{"pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$"},"minProperties":1,"additionalProperties":{"type":"object","required":["env"],"additionalProperties":false,"properties":{"env":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}}}},"description":{"type":"string"}}}}}}}};
const pattern22 = new RegExp("^[A-Za-z_][A-Za-z0-9._-]*$", "u");
const pattern25 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.spec === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("opus/v1" !== data.apiVersion){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "opus/v1"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
if("Values" !== data.kind){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Values"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((key1 === "name") || (key1 === "description"))){
const err6 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err7 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
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
const err8 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.description !== undefined){
if(typeof data2.description !== "string"){
const err9 = {instancePath:instancePath+"/metadata/description",schemaPath:"#/properties/metadata/properties/description/type",keyword:"type",params:{type: "string"}};
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
else {
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.spec !== undefined){
let data5 = data.spec;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(!((key2 === "values") || (key2 === "secrets"))){
const err11 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data5.values !== undefined){
let data6 = data5.values;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key3 in data6){
const _errs16 = errors;
if(typeof key3 === "string"){
if(!pattern22.test(key3)){
const err12 = {instancePath:instancePath+"/spec/values",schemaPath:"#/properties/spec/properties/values/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9._-]*$"},propertyName:key3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var valid3 = _errs16 === errors;
if(!valid3){
const err13 = {instancePath:instancePath+"/spec/values",schemaPath:"#/properties/spec/properties/values/propertyNames",keyword:"propertyNames",params:{propertyName: key3}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
for(const key4 in data6){
let data7 = data6[key4];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.type === undefined){
const err14 = {instancePath:instancePath+"/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/values/additionalProperties/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key5 in data7){
if(!(((((key5 === "type") || (key5 === "required")) || (key5 === "default")) || (key5 === "contexts")) || (key5 === "description"))){
const err15 = {instancePath:instancePath+"/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/values/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data7.type !== undefined){
let data8 = data7.type;
if(!((((((data8 === "string") || (data8 === "integer")) || (data8 === "number")) || (data8 === "boolean")) || (data8 === "array")) || (data8 === "object"))){
const err16 = {instancePath:instancePath+"/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/spec/properties/values/additionalProperties/properties/type/enum",keyword:"enum",params:{allowedValues: schema12.properties.spec.properties.values.additionalProperties.properties.type.enum}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data7.required !== undefined){
if(typeof data7.required !== "boolean"){
const err17 = {instancePath:instancePath+"/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/required",schemaPath:"#/properties/spec/properties/values/additionalProperties/properties/required/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data7.contexts !== undefined){
let data10 = data7.contexts;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key6 in data10){
const _errs26 = errors;
if(typeof key6 === "string"){
if(!pattern0.test(key6)){
const err18 = {instancePath:instancePath+"/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts",schemaPath:"#/properties/spec/properties/values/additionalProperties/properties/contexts/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"},propertyName:key6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid6 = _errs26 === errors;
if(!valid6){
const err19 = {instancePath:instancePath+"/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts",schemaPath:"#/properties/spec/properties/values/additionalProperties/properties/contexts/propertyNames",keyword:"propertyNames",params:{propertyName: key6}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts",schemaPath:"#/properties/spec/properties/values/additionalProperties/properties/contexts/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data7.description !== undefined){
if(typeof data7.description !== "string"){
const err21 = {instancePath:instancePath+"/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/spec/properties/values/additionalProperties/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/spec/values/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/values/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/spec/values",schemaPath:"#/properties/spec/properties/values/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data5.secrets !== undefined){
let data12 = data5.secrets;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key7 in data12){
const _errs31 = errors;
if(typeof key7 === "string"){
if(!pattern22.test(key7)){
const err24 = {instancePath:instancePath+"/spec/secrets",schemaPath:"#/properties/spec/properties/secrets/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9._-]*$"},propertyName:key7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var valid7 = _errs31 === errors;
if(!valid7){
const err25 = {instancePath:instancePath+"/spec/secrets",schemaPath:"#/properties/spec/properties/secrets/propertyNames",keyword:"propertyNames",params:{propertyName: key7}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
for(const key8 in data12){
let data13 = data12[key8];
const _errs35 = errors;
let valid9 = false;
const _errs36 = errors;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.env === undefined){
const err26 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/secrets/additionalProperties/anyOf/0/required",keyword:"required",params:{missingProperty: "env"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
var _valid0 = _errs36 === errors;
valid9 = valid9 || _valid0;
if(!valid9){
const _errs37 = errors;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.contexts === undefined){
const err27 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/secrets/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty: "contexts"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
var _valid0 = _errs37 === errors;
valid9 = valid9 || _valid0;
}
if(!valid9){
const err28 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/secrets/additionalProperties/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key9 in data13){
if(!(((key9 === "env") || (key9 === "contexts")) || (key9 === "description"))){
const err29 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/secrets/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data13.env !== undefined){
let data14 = data13.env;
if(typeof data14 === "string"){
if(!pattern25.test(data14)){
const err30 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/env",schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
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
const err31 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/env",schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/env/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data13.contexts !== undefined){
let data15 = data13.contexts;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length < 1){
const err32 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts",schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key10 in data15){
const _errs43 = errors;
if(typeof key10 === "string"){
if(!pattern0.test(key10)){
const err33 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts",schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"},propertyName:key10};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
var valid11 = _errs43 === errors;
if(!valid11){
const err34 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts",schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/propertyNames",keyword:"propertyNames",params:{propertyName: key10}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
for(const key11 in data15){
let data16 = data15[key11];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.env === undefined){
const err35 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/required",keyword:"required",params:{missingProperty: "env"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key12 in data16){
if(!(key12 === "env")){
const err36 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data16.env !== undefined){
let data17 = data16.env;
if(typeof data17 === "string"){
if(!pattern25.test(data17)){
const err37 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts/" + key11.replace(/~/g, "~0").replace(/\//g, "~1")+"/env",schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/properties/env/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts/" + key11.replace(/~/g, "~0").replace(/\//g, "~1")+"/env",schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/properties/env/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/contexts",schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data13.description !== undefined){
if(typeof data13.description !== "string"){
const err41 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/spec/properties/secrets/additionalProperties/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/spec/secrets/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/secrets/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/spec/secrets",schemaPath:"#/properties/spec/properties/secrets/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const taskValidator = validate12;
const schema13 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"additionalProperties":false,"properties":{"apiVersion":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._/-]*$"},"kind":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_]*$"},"metadata":{"type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$"},"description":{"type":"string"},"formerNames":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$"}},"dependencies":{"type":"array","items":{"type":"object","required":["tasks"],"additionalProperties":false,"properties":{"tasks":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$"}},"commands":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^[a-z][a-z0-9-]*$"}},"contexts":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^\\S(?:.*\\S)?$"}}}}},"processingScope":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"properties":{"commands":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^[a-z][a-z0-9-]*$"}},"contexts":{"type":"array","minItems":1,"items":{"type":"string","pattern":"^\\S(?:.*\\S)?$"}}}}},"autoRollback":{"type":"boolean"},"lifecycle":{"type":"object","additionalProperties":false,"properties":{"adopt":{"type":["boolean","object"],"additionalProperties":false,"required":["id"],"properties":{"id":{"type":"string","pattern":"^\\S(?:.*\\S)?$"}}},"recreate":{"type":"boolean"},"onRemove":{"enum":["delete","forget"]},"preventDestroy":{"type":["boolean","array"],"items":{"type":"string","pattern":"^\\S(?:.*\\S)?$"}},"ignoreChanges":{"type":"array","items":{"type":"string","pattern":"^/"}},"ephemeral":{"type":"boolean"},"onInterrupted":{"enum":["stop","rerun"]}}},"timeout":{"type":"string","pattern":"^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"},"retries":{"type":"object","additionalProperties":false,"required":["limit"],"properties":{"limit":{"type":"integer","minimum":0,"maximum":100},"delay":{"type":"string","pattern":"^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"}}}}},"spec":{"type":"object"}}};
const pattern28 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._/-]*$", "u");
const pattern29 = new RegExp("^[A-Za-z][A-Za-z0-9_]*$", "u");
const pattern39 = new RegExp("^/", "u");
const pattern40 = new RegExp("^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$", "u");

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 === "string"){
if(!pattern28.test(data0)){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]*$"}};
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
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 === "string"){
if(!pattern29.test(data1)){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]*$"}};
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
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data2){
if(!(func2.call(schema13.properties.metadata.properties, key1))){
const err10 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
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
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data2.description !== undefined){
if(typeof data2.description !== "string"){
const err13 = {instancePath:instancePath+"/metadata/description",schemaPath:"#/properties/metadata/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.formerNames !== undefined){
let data5 = data2.formerNames;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
const err14 = {instancePath:instancePath+"/metadata/formerNames/" + i0,schemaPath:"#/properties/metadata/properties/formerNames/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/metadata/formerNames/" + i0,schemaPath:"#/properties/metadata/properties/formerNames/items/type",keyword:"type",params:{type: "string"}};
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
const err16 = {instancePath:instancePath+"/metadata/formerNames",schemaPath:"#/properties/metadata/properties/formerNames/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.dependencies !== undefined){
let data7 = data2.dependencies;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.tasks === undefined){
const err17 = {instancePath:instancePath+"/metadata/dependencies/" + i1,schemaPath:"#/properties/metadata/properties/dependencies/items/required",keyword:"required",params:{missingProperty: "tasks"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key2 in data8){
if(!(((key2 === "tasks") || (key2 === "commands")) || (key2 === "contexts"))){
const err18 = {instancePath:instancePath+"/metadata/dependencies/" + i1,schemaPath:"#/properties/metadata/properties/dependencies/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data8.tasks !== undefined){
let data9 = data8.tasks;
if(Array.isArray(data9)){
if(data9.length < 1){
const err19 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/tasks",schemaPath:"#/properties/metadata/properties/dependencies/items/properties/tasks/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
const err20 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/tasks/" + i2,schemaPath:"#/properties/metadata/properties/dependencies/items/properties/tasks/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}};
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
const err21 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/tasks/" + i2,schemaPath:"#/properties/metadata/properties/dependencies/items/properties/tasks/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/tasks",schemaPath:"#/properties/metadata/properties/dependencies/items/properties/tasks/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data8.commands !== undefined){
let data11 = data8.commands;
if(Array.isArray(data11)){
if(data11.length < 1){
const err23 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/commands",schemaPath:"#/properties/metadata/properties/dependencies/items/properties/commands/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
const len3 = data11.length;
for(let i3=0; i3<len3; i3++){
let data12 = data11[i3];
if(typeof data12 === "string"){
if(!pattern13.test(data12)){
const err24 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/commands/" + i3,schemaPath:"#/properties/metadata/properties/dependencies/items/properties/commands/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]*$"}};
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
const err25 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/commands/" + i3,schemaPath:"#/properties/metadata/properties/dependencies/items/properties/commands/items/type",keyword:"type",params:{type: "string"}};
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
const err26 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/commands",schemaPath:"#/properties/metadata/properties/dependencies/items/properties/commands/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data8.contexts !== undefined){
let data13 = data8.contexts;
if(Array.isArray(data13)){
if(data13.length < 1){
const err27 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/contexts",schemaPath:"#/properties/metadata/properties/dependencies/items/properties/contexts/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len4 = data13.length;
for(let i4=0; i4<len4; i4++){
let data14 = data13[i4];
if(typeof data14 === "string"){
if(!pattern2.test(data14)){
const err28 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/contexts/" + i4,schemaPath:"#/properties/metadata/properties/dependencies/items/properties/contexts/items/pattern",keyword:"pattern",params:{pattern: "^\\S(?:.*\\S)?$"}};
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
const err29 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/contexts/" + i4,schemaPath:"#/properties/metadata/properties/dependencies/items/properties/contexts/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/metadata/dependencies/" + i1+"/contexts",schemaPath:"#/properties/metadata/properties/dependencies/items/properties/contexts/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/metadata/dependencies/" + i1,schemaPath:"#/properties/metadata/properties/dependencies/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/metadata/dependencies",schemaPath:"#/properties/metadata/properties/dependencies/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data2.processingScope !== undefined){
let data15 = data2.processingScope;
if(Array.isArray(data15)){
if(data15.length < 1){
const err33 = {instancePath:instancePath+"/metadata/processingScope",schemaPath:"#/properties/metadata/properties/processingScope/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
const len5 = data15.length;
for(let i5=0; i5<len5; i5++){
let data16 = data15[i5];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key3 in data16){
if(!((key3 === "commands") || (key3 === "contexts"))){
const err34 = {instancePath:instancePath+"/metadata/processingScope/" + i5,schemaPath:"#/properties/metadata/properties/processingScope/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data16.commands !== undefined){
let data17 = data16.commands;
if(Array.isArray(data17)){
if(data17.length < 1){
const err35 = {instancePath:instancePath+"/metadata/processingScope/" + i5+"/commands",schemaPath:"#/properties/metadata/properties/processingScope/items/properties/commands/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const len6 = data17.length;
for(let i6=0; i6<len6; i6++){
let data18 = data17[i6];
if(typeof data18 === "string"){
if(!pattern13.test(data18)){
const err36 = {instancePath:instancePath+"/metadata/processingScope/" + i5+"/commands/" + i6,schemaPath:"#/properties/metadata/properties/processingScope/items/properties/commands/items/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]*$"}};
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
const err37 = {instancePath:instancePath+"/metadata/processingScope/" + i5+"/commands/" + i6,schemaPath:"#/properties/metadata/properties/processingScope/items/properties/commands/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/metadata/processingScope/" + i5+"/commands",schemaPath:"#/properties/metadata/properties/processingScope/items/properties/commands/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data16.contexts !== undefined){
let data19 = data16.contexts;
if(Array.isArray(data19)){
if(data19.length < 1){
const err39 = {instancePath:instancePath+"/metadata/processingScope/" + i5+"/contexts",schemaPath:"#/properties/metadata/properties/processingScope/items/properties/contexts/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
const len7 = data19.length;
for(let i7=0; i7<len7; i7++){
let data20 = data19[i7];
if(typeof data20 === "string"){
if(!pattern2.test(data20)){
const err40 = {instancePath:instancePath+"/metadata/processingScope/" + i5+"/contexts/" + i7,schemaPath:"#/properties/metadata/properties/processingScope/items/properties/contexts/items/pattern",keyword:"pattern",params:{pattern: "^\\S(?:.*\\S)?$"}};
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
const err41 = {instancePath:instancePath+"/metadata/processingScope/" + i5+"/contexts/" + i7,schemaPath:"#/properties/metadata/properties/processingScope/items/properties/contexts/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/metadata/processingScope/" + i5+"/contexts",schemaPath:"#/properties/metadata/properties/processingScope/items/properties/contexts/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/metadata/processingScope/" + i5,schemaPath:"#/properties/metadata/properties/processingScope/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/metadata/processingScope",schemaPath:"#/properties/metadata/properties/processingScope/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data2.autoRollback !== undefined){
if(typeof data2.autoRollback !== "boolean"){
const err45 = {instancePath:instancePath+"/metadata/autoRollback",schemaPath:"#/properties/metadata/properties/autoRollback/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data2.lifecycle !== undefined){
let data22 = data2.lifecycle;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key4 in data22){
if(!(((((((key4 === "adopt") || (key4 === "recreate")) || (key4 === "onRemove")) || (key4 === "preventDestroy")) || (key4 === "ignoreChanges")) || (key4 === "ephemeral")) || (key4 === "onInterrupted"))){
const err46 = {instancePath:instancePath+"/metadata/lifecycle",schemaPath:"#/properties/metadata/properties/lifecycle/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data22.adopt !== undefined){
let data23 = data22.adopt;
if((typeof data23 !== "boolean") && (!(data23 && typeof data23 == "object" && !Array.isArray(data23)))){
const err47 = {instancePath:instancePath+"/metadata/lifecycle/adopt",schemaPath:"#/properties/metadata/properties/lifecycle/properties/adopt/type",keyword:"type",params:{type: schema13.properties.metadata.properties.lifecycle.properties.adopt.type}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.id === undefined){
const err48 = {instancePath:instancePath+"/metadata/lifecycle/adopt",schemaPath:"#/properties/metadata/properties/lifecycle/properties/adopt/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
for(const key5 in data23){
if(!(key5 === "id")){
const err49 = {instancePath:instancePath+"/metadata/lifecycle/adopt",schemaPath:"#/properties/metadata/properties/lifecycle/properties/adopt/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data23.id !== undefined){
let data24 = data23.id;
if(typeof data24 === "string"){
if(!pattern2.test(data24)){
const err50 = {instancePath:instancePath+"/metadata/lifecycle/adopt/id",schemaPath:"#/properties/metadata/properties/lifecycle/properties/adopt/properties/id/pattern",keyword:"pattern",params:{pattern: "^\\S(?:.*\\S)?$"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/metadata/lifecycle/adopt/id",schemaPath:"#/properties/metadata/properties/lifecycle/properties/adopt/properties/id/type",keyword:"type",params:{type: "string"}};
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
}
if(data22.recreate !== undefined){
if(typeof data22.recreate !== "boolean"){
const err52 = {instancePath:instancePath+"/metadata/lifecycle/recreate",schemaPath:"#/properties/metadata/properties/lifecycle/properties/recreate/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data22.onRemove !== undefined){
let data26 = data22.onRemove;
if(!((data26 === "delete") || (data26 === "forget"))){
const err53 = {instancePath:instancePath+"/metadata/lifecycle/onRemove",schemaPath:"#/properties/metadata/properties/lifecycle/properties/onRemove/enum",keyword:"enum",params:{allowedValues: schema13.properties.metadata.properties.lifecycle.properties.onRemove.enum}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data22.preventDestroy !== undefined){
let data27 = data22.preventDestroy;
if((typeof data27 !== "boolean") && (!(Array.isArray(data27)))){
const err54 = {instancePath:instancePath+"/metadata/lifecycle/preventDestroy",schemaPath:"#/properties/metadata/properties/lifecycle/properties/preventDestroy/type",keyword:"type",params:{type: schema13.properties.metadata.properties.lifecycle.properties.preventDestroy.type}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(Array.isArray(data27)){
const len8 = data27.length;
for(let i8=0; i8<len8; i8++){
let data28 = data27[i8];
if(typeof data28 === "string"){
if(!pattern2.test(data28)){
const err55 = {instancePath:instancePath+"/metadata/lifecycle/preventDestroy/" + i8,schemaPath:"#/properties/metadata/properties/lifecycle/properties/preventDestroy/items/pattern",keyword:"pattern",params:{pattern: "^\\S(?:.*\\S)?$"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/metadata/lifecycle/preventDestroy/" + i8,schemaPath:"#/properties/metadata/properties/lifecycle/properties/preventDestroy/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
}
if(data22.ignoreChanges !== undefined){
let data29 = data22.ignoreChanges;
if(Array.isArray(data29)){
const len9 = data29.length;
for(let i9=0; i9<len9; i9++){
let data30 = data29[i9];
if(typeof data30 === "string"){
if(!pattern39.test(data30)){
const err57 = {instancePath:instancePath+"/metadata/lifecycle/ignoreChanges/" + i9,schemaPath:"#/properties/metadata/properties/lifecycle/properties/ignoreChanges/items/pattern",keyword:"pattern",params:{pattern: "^/"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/metadata/lifecycle/ignoreChanges/" + i9,schemaPath:"#/properties/metadata/properties/lifecycle/properties/ignoreChanges/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/metadata/lifecycle/ignoreChanges",schemaPath:"#/properties/metadata/properties/lifecycle/properties/ignoreChanges/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data22.ephemeral !== undefined){
if(typeof data22.ephemeral !== "boolean"){
const err60 = {instancePath:instancePath+"/metadata/lifecycle/ephemeral",schemaPath:"#/properties/metadata/properties/lifecycle/properties/ephemeral/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data22.onInterrupted !== undefined){
let data32 = data22.onInterrupted;
if(!((data32 === "stop") || (data32 === "rerun"))){
const err61 = {instancePath:instancePath+"/metadata/lifecycle/onInterrupted",schemaPath:"#/properties/metadata/properties/lifecycle/properties/onInterrupted/enum",keyword:"enum",params:{allowedValues: schema13.properties.metadata.properties.lifecycle.properties.onInterrupted.enum}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/metadata/lifecycle",schemaPath:"#/properties/metadata/properties/lifecycle/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data2.timeout !== undefined){
let data33 = data2.timeout;
if(typeof data33 === "string"){
if(!pattern40.test(data33)){
const err63 = {instancePath:instancePath+"/metadata/timeout",schemaPath:"#/properties/metadata/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/metadata/timeout",schemaPath:"#/properties/metadata/properties/timeout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data2.retries !== undefined){
let data34 = data2.retries;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.limit === undefined){
const err65 = {instancePath:instancePath+"/metadata/retries",schemaPath:"#/properties/metadata/properties/retries/required",keyword:"required",params:{missingProperty: "limit"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
for(const key6 in data34){
if(!((key6 === "limit") || (key6 === "delay"))){
const err66 = {instancePath:instancePath+"/metadata/retries",schemaPath:"#/properties/metadata/properties/retries/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data34.limit !== undefined){
let data35 = data34.limit;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err67 = {instancePath:instancePath+"/metadata/retries/limit",schemaPath:"#/properties/metadata/properties/retries/properties/limit/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 100 || isNaN(data35)){
const err68 = {instancePath:instancePath+"/metadata/retries/limit",schemaPath:"#/properties/metadata/properties/retries/properties/limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data35 < 0 || isNaN(data35)){
const err69 = {instancePath:instancePath+"/metadata/retries/limit",schemaPath:"#/properties/metadata/properties/retries/properties/limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
if(data34.delay !== undefined){
let data36 = data34.delay;
if(typeof data36 === "string"){
if(!pattern40.test(data36)){
const err70 = {instancePath:instancePath+"/metadata/retries/delay",schemaPath:"#/properties/metadata/properties/retries/properties/delay/pattern",keyword:"pattern",params:{pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/metadata/retries/delay",schemaPath:"#/properties/metadata/properties/retries/properties/delay/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath:instancePath+"/metadata/retries",schemaPath:"#/properties/metadata/properties/retries/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data.spec !== undefined){
let data37 = data.spec;
if(!(data37 && typeof data37 == "object" && !Array.isArray(data37))){
const err74 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

const fileValidator = validate13;
const schema14 = {"type":"object","required":["path"],"additionalProperties":false,"oneOf":[{"required":["content"]},{"required":["template"]},{"required":["source"]}],"properties":{"path":{"type":"string","pattern":"^[^\\u0000]+$"},"content":{"type":"string"},"template":{"type":"string","pattern":"^[^\\u0000]+$"},"source":{"type":"string","pattern":"^[^\\u0000]+$"},"mode":{"type":"string","pattern":"^[0-7]{3,4}$"}}};
const pattern42 = new RegExp("^[^\\u0000]+$", "u");
const pattern45 = new RegExp("^[0-7]{3,4}$", "u");

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.content === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "content"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
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
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "template"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
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
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.source === undefined){
const err2 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "source"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
}
}
if(!valid0){
const err3 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
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
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "path") || (key0 === "content")) || (key0 === "template")) || (key0 === "source")) || (key0 === "mode"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.path !== undefined){
let data0 = data.path;
if(typeof data0 === "string"){
if(!pattern42.test(data0)){
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000]+$"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.content !== undefined){
if(typeof data.content !== "string"){
const err8 = {instancePath:instancePath+"/content",schemaPath:"#/properties/content/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.template !== undefined){
let data2 = data.template;
if(typeof data2 === "string"){
if(!pattern42.test(data2)){
const err9 = {instancePath:instancePath+"/template",schemaPath:"#/properties/template/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000]+$"}};
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
const err10 = {instancePath:instancePath+"/template",schemaPath:"#/properties/template/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.source !== undefined){
let data3 = data.source;
if(typeof data3 === "string"){
if(!pattern42.test(data3)){
const err11 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000]+$"}};
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
const err12 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.mode !== undefined){
let data4 = data.mode;
if(typeof data4 === "string"){
if(!pattern45.test(data4)){
const err13 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/pattern",keyword:"pattern",params:{pattern: "^[0-7]{3,4}$"}};
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
const err14 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

const shellValidator = validate14;
const schema15 = {"type":"object","required":["create"],"additionalProperties":false,"properties":{"create":{"type":"string","pattern":"\\S"},"update":{"type":"string","pattern":"\\S"},"read":{"type":"string","pattern":"\\S"},"delete":{"type":"string","pattern":"\\S"},"rollback":{"type":"string","pattern":"\\S"},"shell":{"type":"string","pattern":"\\S"},"workingDirectory":{"type":"string","pattern":"^[^\\u0000]+$"},"identity":{"type":"string","pattern":"\\S"},"env":{"type":"object","propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]*$"},"additionalProperties":{"type":["string","number","boolean"]}},"secretEnv":{"type":"object","propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]*$"},"additionalProperties":{"type":"string"}},"passEnv":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_*?]+$"}},"inputs":{"type":"array","items":{"type":"string","pattern":"\\S"}},"outputs":{"type":"array","items":{"type":"string","pattern":"[^\\s!]"},"examples":[["out/raw.csv","dist/**"]]},"capture":{"type":"boolean"},"sensitiveOutputs":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_-]*$"}},"compareSecrets":{"type":"boolean"},"timeout":{"type":"string","pattern":"^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"}}};
const pattern46 = new RegExp("\\S", "u");
const pattern56 = new RegExp("^[A-Za-z0-9_*?]+$", "u");
const pattern58 = new RegExp("[^\\s!]", "u");
const pattern59 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]*$", "u");

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.create === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "create"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema15.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.create !== undefined){
let data0 = data.create;
if(typeof data0 === "string"){
if(!pattern46.test(data0)){
const err2 = {instancePath:instancePath+"/create",schemaPath:"#/properties/create/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/create",schemaPath:"#/properties/create/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.update !== undefined){
let data1 = data.update;
if(typeof data1 === "string"){
if(!pattern46.test(data1)){
const err4 = {instancePath:instancePath+"/update",schemaPath:"#/properties/update/pattern",keyword:"pattern",params:{pattern: "\\S"}};
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
const err5 = {instancePath:instancePath+"/update",schemaPath:"#/properties/update/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.read !== undefined){
let data2 = data.read;
if(typeof data2 === "string"){
if(!pattern46.test(data2)){
const err6 = {instancePath:instancePath+"/read",schemaPath:"#/properties/read/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/read",schemaPath:"#/properties/read/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.delete !== undefined){
let data3 = data.delete;
if(typeof data3 === "string"){
if(!pattern46.test(data3)){
const err8 = {instancePath:instancePath+"/delete",schemaPath:"#/properties/delete/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/delete",schemaPath:"#/properties/delete/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.rollback !== undefined){
let data4 = data.rollback;
if(typeof data4 === "string"){
if(!pattern46.test(data4)){
const err10 = {instancePath:instancePath+"/rollback",schemaPath:"#/properties/rollback/pattern",keyword:"pattern",params:{pattern: "\\S"}};
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
const err11 = {instancePath:instancePath+"/rollback",schemaPath:"#/properties/rollback/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.shell !== undefined){
let data5 = data.shell;
if(typeof data5 === "string"){
if(!pattern46.test(data5)){
const err12 = {instancePath:instancePath+"/shell",schemaPath:"#/properties/shell/pattern",keyword:"pattern",params:{pattern: "\\S"}};
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
const err13 = {instancePath:instancePath+"/shell",schemaPath:"#/properties/shell/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.workingDirectory !== undefined){
let data6 = data.workingDirectory;
if(typeof data6 === "string"){
if(!pattern42.test(data6)){
const err14 = {instancePath:instancePath+"/workingDirectory",schemaPath:"#/properties/workingDirectory/pattern",keyword:"pattern",params:{pattern: "^[^\\u0000]+$"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/workingDirectory",schemaPath:"#/properties/workingDirectory/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.identity !== undefined){
let data7 = data.identity;
if(typeof data7 === "string"){
if(!pattern46.test(data7)){
const err16 = {instancePath:instancePath+"/identity",schemaPath:"#/properties/identity/pattern",keyword:"pattern",params:{pattern: "\\S"}};
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
const err17 = {instancePath:instancePath+"/identity",schemaPath:"#/properties/identity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.env !== undefined){
let data8 = data.env;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
const _errs20 = errors;
if(typeof key1 === "string"){
if(!pattern25.test(key1)){
const err18 = {instancePath:instancePath+"/env",schemaPath:"#/properties/env/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},propertyName:key1};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid1 = _errs20 === errors;
if(!valid1){
const err19 = {instancePath:instancePath+"/env",schemaPath:"#/properties/env/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key2 in data8){
let data9 = data8[key2];
if(((typeof data9 !== "string") && (!((typeof data9 == "number") && (isFinite(data9))))) && (typeof data9 !== "boolean")){
const err20 = {instancePath:instancePath+"/env/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/env/additionalProperties/type",keyword:"type",params:{type: schema15.properties.env.additionalProperties.type}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/env",schemaPath:"#/properties/env/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.secretEnv !== undefined){
let data10 = data.secretEnv;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key3 in data10){
const _errs26 = errors;
if(typeof key3 === "string"){
if(!pattern25.test(key3)){
const err22 = {instancePath:instancePath+"/secretEnv",schemaPath:"#/properties/secretEnv/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},propertyName:key3};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var valid3 = _errs26 === errors;
if(!valid3){
const err23 = {instancePath:instancePath+"/secretEnv",schemaPath:"#/properties/secretEnv/propertyNames",keyword:"propertyNames",params:{propertyName: key3}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
for(const key4 in data10){
if(typeof data10[key4] !== "string"){
const err24 = {instancePath:instancePath+"/secretEnv/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/secretEnv/additionalProperties/type",keyword:"type",params:{type: "string"}};
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
const err25 = {instancePath:instancePath+"/secretEnv",schemaPath:"#/properties/secretEnv/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.passEnv !== undefined){
let data12 = data.passEnv;
if(Array.isArray(data12)){
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
let data13 = data12[i0];
if(typeof data13 === "string"){
if(!pattern56.test(data13)){
const err26 = {instancePath:instancePath+"/passEnv/" + i0,schemaPath:"#/properties/passEnv/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_*?]+$"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/passEnv/" + i0,schemaPath:"#/properties/passEnv/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/passEnv",schemaPath:"#/properties/passEnv/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.inputs !== undefined){
let data14 = data.inputs;
if(Array.isArray(data14)){
const len1 = data14.length;
for(let i1=0; i1<len1; i1++){
let data15 = data14[i1];
if(typeof data15 === "string"){
if(!pattern46.test(data15)){
const err29 = {instancePath:instancePath+"/inputs/" + i1,schemaPath:"#/properties/inputs/items/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/inputs/" + i1,schemaPath:"#/properties/inputs/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/inputs",schemaPath:"#/properties/inputs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.outputs !== undefined){
let data16 = data.outputs;
if(Array.isArray(data16)){
const len2 = data16.length;
for(let i2=0; i2<len2; i2++){
let data17 = data16[i2];
if(typeof data17 === "string"){
if(!pattern58.test(data17)){
const err32 = {instancePath:instancePath+"/outputs/" + i2,schemaPath:"#/properties/outputs/items/pattern",keyword:"pattern",params:{pattern: "[^\\s!]"}};
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
const err33 = {instancePath:instancePath+"/outputs/" + i2,schemaPath:"#/properties/outputs/items/type",keyword:"type",params:{type: "string"}};
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
const err34 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.capture !== undefined){
if(typeof data.capture !== "boolean"){
const err35 = {instancePath:instancePath+"/capture",schemaPath:"#/properties/capture/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.sensitiveOutputs !== undefined){
let data19 = data.sensitiveOutputs;
if(Array.isArray(data19)){
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
let data20 = data19[i3];
if(typeof data20 === "string"){
if(!pattern59.test(data20)){
const err36 = {instancePath:instancePath+"/sensitiveOutputs/" + i3,schemaPath:"#/properties/sensitiveOutputs/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_-]*$"}};
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
const err37 = {instancePath:instancePath+"/sensitiveOutputs/" + i3,schemaPath:"#/properties/sensitiveOutputs/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/sensitiveOutputs",schemaPath:"#/properties/sensitiveOutputs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.compareSecrets !== undefined){
if(typeof data.compareSecrets !== "boolean"){
const err39 = {instancePath:instancePath+"/compareSecrets",schemaPath:"#/properties/compareSecrets/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.timeout !== undefined){
let data22 = data.timeout;
if(typeof data22 === "string"){
if(!pattern40.test(data22)){
const err40 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"}};
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
const err41 = {instancePath:instancePath+"/timeout",schemaPath:"#/properties/timeout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}


/** Makes of two texts a validator and its notes when somebody asks for them. */
function late(code, notes) {
  const known = {};
  return {
    get validate() {
      if (!known.validate) {
        const module = { exports: {} };
        new Function("module", "exports", code)(module, module.exports);
        known.validate = module.exports;
      }
      return known.validate;
    },
    get notes() {
      known.notes ??= JSON.parse(notes);
      return known.notes;
    },
  };
}

export const validators = {
  project: { validate: projectValidator, notes: {"#":{"fields":{"apiVersion":"opus/v1","kind":"Project","metadata":"The name of the project, and those that it had before","spec":"Contexts, commands, state, limits, hooks and processors"}},"#/properties/metadata":{"fields":{"name":"The name of the project; state is kept under it","formerNames":"Names that the project had before","description":"What the project is for"}},"#/properties/metadata/properties/name":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/metadata/properties/formerNames/items":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/spec":{"fields":{"include":"Globs of further manifest files, relative to the working directory","contexts":"Which event leads to which context","commands":"Custom names of commands, like {deploy: apply}","state":"Where state is kept","limits":"A plan that goes over one of them is stopped before it changes anything","http":"Which hosts tasks may ask that are not on the internet","hooks":"Built-in hooks to configure and the repository's own, in order","processors":"ES modules with the repository's own kinds: a path or glob each, or {use: path, with: settings}"}},"#/properties/spec/properties/include/items":{"messages":{"pattern":"is not a path: it is empty or has blanks around it"}},"#/properties/spec/properties/contexts/items":{"messages":{"anyOf":"names no context","not":"has both \"context\" and \"contexts\""},"hints":{"anyOf":"Add \"context: name\", \"contexts: [names]\", or \"input: true\" to take the context input.","not":"Keep \"context\" for one that may be written to, or \"contexts\" for several that are only read.","*":"Write {branch: main, context: prod}."},"fields":{"input":"true: the context input names the context; a list: only these names","event":"The event that started the workflow, or a list of events","label":"A label that the pull request must have","branch":"Name or glob of the pushed branch; of a pull request: the branch it goes into","tag":"Name or glob of the pushed tag","context":"The context","contexts":"Contexts for commands that only read, one after the other","formerNames":"Names that the context had before","inherits":"The context whose values and scopes hold where this one has none of its own"}},"#/properties/spec/properties/contexts/items/properties/input":{"messages":{"not":"can't be false"},"hints":{"not":"Delete it, or write true or a list of names."}},"#/properties/spec/properties/contexts/items/properties/input/items":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/spec/properties/contexts/items/properties/event":{"messages":{"pattern":"is not the name of an event like push or pull_request"}},"#/properties/spec/properties/contexts/items/properties/event/items":{"messages":{"pattern":"is not the name of an event like push or pull_request"}},"#/properties/spec/properties/contexts/items/properties/label":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/spec/properties/contexts/items/properties/branch":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/spec/properties/contexts/items/properties/tag":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/spec/properties/contexts/items/properties/context":{"messages":{"pattern":"is not the name of a context: letters, digits, \".\", \"_\", \"-\" and references like ${GITHUB:event.number}"}},"#/properties/spec/properties/contexts/items/properties/contexts/items":{"messages":{"pattern":"is not the name of a context: letters, digits, \".\", \"_\", \"-\" and references like ${GITHUB:event.number}"}},"#/properties/spec/properties/contexts/items/properties/formerNames/items":{"messages":{"pattern":"is not the name of a context: letters, digits, \".\", \"_\", \"-\" and references like ${GITHUB:event.number}"}},"#/properties/spec/properties/contexts/items/properties/inherits":{"messages":{"pattern":"is not the name of a context: letters, digits, \".\", \"_\", \"-\" and references like ${GITHUB:event.number}"}},"#/properties/spec/properties/commands/propertyNames":{"messages":{"propertyNames":"is not a name for a command: lower-case letters, digits and \"-\", with a letter first"}},"#/properties/spec/properties/state":{"fields":{"backend":"branch: a branch of this repository; cache: the Actions cache, best effort; file: a local folder","branch":"Name of the branch; with ${OPUS:context} or ${OPUS:project} in it, one for each","path":"Folder for the file backend, relative to the working directory"}},"#/properties/spec/properties/state/properties/branch":{"messages":{"pattern":"is not the name of a branch, in which of references only ${OPUS:context} and ${OPUS:project} may stand"}},"#/properties/spec/properties/state/properties/path":{"messages":{"pattern":"is not a path: it is empty or has blanks around it"}},"#/properties/spec/properties/limits":{"fields":{"maxDeletes":"How many resources a run may delete or replace","maxDeletePercent":"Which part of the recorded tasks a run may delete or replace, once there are 10"}},"#/properties/spec/properties/http":{"fields":{"allow":"Hosts that may be asked although their address is a loopback, private or otherwise reserved one"}},"#/properties/spec/properties/http/properties/allow/items":{"messages":{"pattern":"is not a host: a name, \"*.\" before one, or an address (IPv6 in brackets), and a port if you like"},"hints":{"*":"Write db.corp.example, \"*.corp.example\" or \"127.0.0.1:8399\", in quotes."}},"#/properties/spec/properties/hooks/items":{"hints":{"*":"Write {use: summary}."},"fields":{"use":"Name of a built-in hook, or path of an ES module that begins with ./","with":"Settings of the hook","on":"Commands for which the hook is active"}},"#/properties/spec/properties/hooks/items/properties/use":{"messages":{"pattern":"is neither the name of a built-in hook nor a path that begins with ./"}},"#/properties/spec/properties/hooks/items/properties/on/items":{"messages":{"pattern":"is not the name of a command: lower-case letters, digits and \"-\""}},"#/properties/spec/properties/processors/items":{"messages":{"pattern":"is not a path: it is empty or has blanks around it"},"hints":{"*":"Write a path, or {use: ./kinds/pets.mjs, with: {address: …}}."},"fields":{"use":"Path or glob of the modules","with":"What their kinds get when they are opened: an address, a token as ${SECRET:name}"}},"#/properties/spec/properties/processors/items/properties/use":{"messages":{"pattern":"is not a path: it is empty or has blanks around it"}}} },
  values: { validate: valuesValidator, notes: {"#":{"fields":{"apiVersion":"opus/v1","kind":"Values","metadata":"A name for people","spec":"The declarations, by name"}},"#/properties/metadata":{"fields":{"name":"A name for people","description":"What the values are for"}},"#/properties/metadata/properties/name":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/spec":{"fields":{"values":"Typed values, by name","secrets":"Secrets, by name: which environment variable holds each"}},"#/properties/spec/properties/values/additionalProperties":{"hints":{"*":"Write {type: string, default: …}."},"fields":{"type":"string, integer, number, boolean, array or object","required":"Without a value for the context the run stops","default":"The value where nothing else gives one","contexts":"The value in each context","description":"What the value is for"}},"#/properties/spec/properties/values/additionalProperties/properties/contexts/propertyNames":{"messages":{"propertyNames":"is not the name of a context"},"hints":{"*":"Globs don't work here: use \"default\", or a context that others inherit."}},"#/properties/spec/properties/values/propertyNames":{"messages":{"propertyNames":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or \"_\" first"}},"#/properties/spec/properties/secrets/additionalProperties":{"messages":{"anyOf":"names no environment variable"},"hints":{"anyOf":"Add \"env: NAME\", the environment variable that holds the secret.","*":"Name the environment variable that holds it: {env: HOOK_TOKEN}. The secret itself never stands in a manifest."},"fields":{"env":"The environment variable that holds the secret","contexts":"Another variable in some contexts","description":"What the secret is for"}},"#/properties/spec/properties/secrets/additionalProperties/properties/env":{"messages":{"pattern":"is not the name of an environment variable: letters, digits and \"_\""}},"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties":{"hints":{"*":"Write {env: PROD_HOOK_TOKEN}."},"fields":{"env":"The environment variable that holds the secret in this context"}},"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/properties/env":{"messages":{"pattern":"is not the name of an environment variable: letters, digits and \"_\""}},"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/propertyNames":{"messages":{"propertyNames":"is not the name of a context"},"hints":{"*":"Globs don't work here: use \"default\", or a context that others inherit."}},"#/properties/spec/properties/secrets/propertyNames":{"messages":{"propertyNames":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or \"_\" first"}}} },
  task: { validate: taskValidator, notes: {"#":{"fields":{"apiVersion":"Who defines the kind: opus/v1 for the kinds that opus ships, another for a repository's own","kind":"The kind of resource, like File or Shell","metadata":"Name, order, scope and lifecycle of the task","spec":"What the resource should be"}},"#/properties/apiVersion":{"messages":{"pattern":"is not an apiVersion like opus/v1"}},"#/properties/kind":{"messages":{"pattern":"is not a kind like File or Shell"}},"#/properties/metadata":{"fields":{"name":"The name of the task, unique in the project","description":"What the task is for","formerNames":"Names that the task had before","dependencies":"Tasks that come first","processingScope":"When the task is processed: one of the rules must match","autoRollback":"Undo what a failed change left behind","lifecycle":"What may happen to the resource, and when","timeout":"Bound on one attempt of one operation, like 30s or 5m","retries":"Further attempts after a failed one"}},"#/properties/metadata/properties/name":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/metadata/properties/formerNames/items":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/metadata/properties/dependencies/items":{"hints":{"*":"Write {tasks: [name]}."},"fields":{"tasks":"Names of tasks that come first","commands":"Commands for which the rule counts","contexts":"Contexts, or globs of contexts, in which the rule counts"}},"#/properties/metadata/properties/dependencies/items/properties/tasks/items":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/metadata/properties/dependencies/items/properties/commands/items":{"messages":{"pattern":"is not the name of a command: lower-case letters, digits and \"-\""}},"#/properties/metadata/properties/dependencies/items/properties/contexts/items":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/metadata/properties/processingScope/items":{"hints":{"*":"Write {commands: [apply], contexts: [prod]}; either may be left out."},"fields":{"commands":"Commands for which the rule matches","contexts":"Contexts, or globs of contexts, in which the rule matches"}},"#/properties/metadata/properties/processingScope/items/properties/commands/items":{"messages":{"pattern":"is not the name of a command: lower-case letters, digits and \"-\""}},"#/properties/metadata/properties/processingScope/items/properties/contexts/items":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/metadata/properties/lifecycle":{"fields":{"adopt":"true: take over and change a resource that exists, differs and was not made by opus","recreate":"false: a resource that is gone is not made again; the run fails instead, so that somebody looks first","onRemove":"What happens to the resource when the task leaves the manifest","preventDestroy":"true, or the contexts (globs) in which the resource may be neither deleted nor replaced","ignoreChanges":"JSON pointers into the spec, like /mode, whose differences don't count","ephemeral":"Gone is normal, as with files on a hosted runner: made again in silence","onInterrupted":"What to do when a crash left it unclear whether the task ran"}},"#/properties/metadata/properties/lifecycle/properties/adopt":{"hints":{"*":"Write true, or {id: name}."},"fields":{"id":"How the kind names the resource on its own side, like i-0abc or 4711"}},"#/properties/metadata/properties/lifecycle/properties/adopt/properties/id":{"messages":{"pattern":"is not an id: it is empty or has blanks around it"}},"#/properties/metadata/properties/lifecycle/properties/preventDestroy/items":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/metadata/properties/lifecycle/properties/ignoreChanges/items":{"messages":{"pattern":"is not a JSON pointer into the spec: it begins with \"/\", like /mode"}},"#/properties/metadata/properties/timeout":{"messages":{"pattern":"is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)"},"hints":{"*":"Write a number and a unit, like \"30s\"."}},"#/properties/metadata/properties/retries":{"hints":{"*":"Write {limit: 2, delay: 2s}."},"fields":{"limit":"Attempts after the first, at most 100","delay":"Pause before the first further attempt, like 2s; doubles each time"}},"#/properties/metadata/properties/retries/properties/delay":{"messages":{"pattern":"is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)"},"hints":{"*":"Write a number and a unit, like \"30s\"."}}} },
  file: { validate: fileValidator, notes: {"#":{"messages":{"oneOf":"needs exactly one of \"content\", \"template\" and \"source\""},"hints":{"oneOf":"Keep one: content is the text itself, template a file whose references are filled in, source a file that is copied as it is."},"fields":{"path":"Where the file is, relative to the working directory","content":"The text of the file","template":"Path of a file whose references are filled in","source":"Path of a file that is copied as it is","mode":"Permissions in quoted octal digits, like \"0644\""}},"#/properties/path":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/content":{"hints":{"*":"Write text: in quotes, or as lines below `content: |`."}},"#/properties/template":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/source":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/mode":{"messages":{"pattern":"is not a file mode: 3 or 4 octal digits (0 to 7) in quotes, like \"0644\""},"hints":{"*":"Write it in quotes: \"0644\". Without them it is a number and loses its meaning."}}} },
  shell: { validate: shellValidator, notes: {"#":{"fields":{"create":"Script that makes the resource","update":"Script that changes it","read":"Script that prints the resource's facts as a JSON object, or nothing when it is absent","delete":"Script that deletes it","rollback":"Script that undoes a failed change","shell":"The shell and its options","workingDirectory":"Where scripts run","identity":"Names the resource, so that a renamed task is not taken for a new one, nor another one for the same","env":"Environment variables for the scripts","secretEnv":"Environment variables that hold secrets; neither shown nor stored","passEnv":"Names or globs of environment variables that are handed through; neither recorded nor compared","inputs":"Globs of files whose change makes the task run again","outputs":"Paths and globs of the files that the task produces; \"!\" in front leaves out","capture":"Record EXIT_CODE, STDOUT and STDERR as outputs","sensitiveOutputs":"Names of outputs that are never shown","compareSecrets":"Another secret in secretEnv counts as a change; when state is sealed, so does another value of the same one","timeout":"Bound on each script, like 30s or 5m"}},"#/properties/create":{"messages":{"pattern":"is an empty script"}},"#/properties/update":{"messages":{"pattern":"is an empty script"}},"#/properties/read":{"messages":{"pattern":"is an empty script"}},"#/properties/delete":{"messages":{"pattern":"is an empty script"}},"#/properties/rollback":{"messages":{"pattern":"is an empty script"}},"#/properties/shell":{"messages":{"pattern":"is not a shell: it is empty"}},"#/properties/workingDirectory":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/identity":{"messages":{"pattern":"is not a name: it is empty"}},"#/properties/env/propertyNames":{"messages":{"propertyNames":"is not the name of an environment variable: letters, digits and \"_\""}},"#/properties/secretEnv/propertyNames":{"messages":{"propertyNames":"is not the name of an environment variable: letters, digits and \"_\""}},"#/properties/passEnv/items":{"messages":{"pattern":"is not the name or glob of environment variables"}},"#/properties/inputs/items":{"messages":{"pattern":"is not a glob: it is empty"}},"#/properties/outputs/items":{"messages":{"pattern":"is not a path or glob: it is empty"}},"#/properties/sensitiveOutputs/items":{"messages":{"pattern":"is not the name of an output: letters, digits, \"_\" and \"-\""}},"#/properties/timeout":{"messages":{"pattern":"is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)"},"hints":{"*":"Write a number and a unit, like \"30s\"."}}} },
  httpresource: late("\"use strict\";module.exports = validate10;module.exports.default = validate10;const schema11 = {\"type\":\"object\",\"required\":[\"baseUrl\",\"path\",\"body\"],\"additionalProperties\":false,\"properties\":{\"baseUrl\":{\"type\":\"string\",\"pattern\":\"^https?://[^/?#@\\\\s]+(?:/[^?#\\\\s]*)?$\"},\"path\":{\"type\":\"string\",\"pattern\":\"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"},\"auth\":{\"type\":\"object\",\"additionalProperties\":false,\"minProperties\":1,\"properties\":{\"bearer\":{\"type\":\"string\",\"pattern\":\"\\\\S\"},\"basic\":{\"type\":\"object\",\"required\":[\"username\",\"password\"],\"additionalProperties\":false,\"properties\":{\"username\":{\"type\":\"string\"},\"password\":{\"type\":\"string\"}}},\"header\":{\"type\":\"object\",\"required\":[\"name\",\"value\"],\"additionalProperties\":false,\"properties\":{\"name\":{\"type\":\"string\",\"pattern\":\"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$\"},\"value\":{\"type\":\"string\",\"pattern\":\"\\\\S\"}}},\"oauth2\":{\"type\":\"object\",\"required\":[\"tokenUrl\",\"clientId\",\"clientSecret\"],\"additionalProperties\":false,\"properties\":{\"tokenUrl\":{\"type\":\"string\",\"pattern\":\"\\\\S\"},\"clientId\":{\"type\":\"string\",\"pattern\":\"\\\\S\"},\"clientSecret\":{\"type\":\"string\",\"pattern\":\"\\\\S\"},\"scope\":{\"type\":\"string\"},\"audience\":{\"type\":\"string\"}}},\"itemBearer\":{\"type\":\"string\",\"pattern\":\"^[A-Za-z_][A-Za-z0-9_-]*$\"}}},\"headers\":{\"type\":\"object\",\"propertyNames\":{\"type\":\"string\",\"pattern\":\"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$\"},\"additionalProperties\":{\"type\":\"string\"}},\"query\":{\"type\":\"object\",\"additionalProperties\":{\"type\":[\"string\",\"number\",\"boolean\"]}},\"encoding\":{\"enum\":[\"json\",\"form\"]},\"id\":{\"type\":[\"string\",\"object\"],\"pattern\":\"^/\",\"additionalProperties\":false,\"minProperties\":1,\"properties\":{\"header\":{\"type\":\"string\",\"pattern\":\"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$\"},\"body\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"}}},\"item\":{\"type\":\"string\",\"pattern\":\"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"},\"find\":{\"type\":[\"object\",\"boolean\"],\"required\":[\"match\"],\"additionalProperties\":false,\"properties\":{\"path\":{\"type\":\"string\",\"pattern\":\"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"},\"query\":{\"type\":\"object\",\"additionalProperties\":{\"type\":[\"string\",\"number\",\"boolean\"]}},\"items\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"},\"match\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"}},\"page\":{\"type\":[\"string\",\"object\"],\"pattern\":\"^link$\",\"additionalProperties\":false,\"properties\":{\"number\":{\"type\":\"string\",\"pattern\":\"\\\\S\"},\"offset\":{\"type\":\"string\",\"pattern\":\"\\\\S\"},\"cursor\":{\"type\":\"string\",\"pattern\":\"\\\\S\"},\"size\":{\"type\":\"array\",\"minItems\":2,\"maxItems\":2,\"items\":{\"type\":[\"string\",\"integer\"]}},\"next\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"},\"more\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"},\"total\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"}}}}},\"request\":{\"type\":\"object\",\"required\":[\"at\"],\"additionalProperties\":false,\"properties\":{\"at\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"}}},\"response\":{\"type\":\"object\",\"required\":[\"at\"],\"additionalProperties\":false,\"properties\":{\"at\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"}}},\"aliases\":{\"type\":\"object\",\"propertyNames\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"},\"additionalProperties\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"}},\"body\":{\"type\":\"object\"},\"writeOnly\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"}},\"createOnly\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"}},\"replaceOn\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"}},\"lists\":{\"type\":\"object\",\"propertyNames\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"},\"additionalProperties\":{\"type\":[\"string\",\"object\"],\"pattern\":\"^(?:set|ordered)$\",\"required\":[\"key\"],\"additionalProperties\":false,\"properties\":{\"key\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"}}}},\"normalize\":{\"type\":\"object\",\"propertyNames\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"},\"additionalProperties\":{\"enum\":[\"lowercase\",\"trim\",\"number\",\"time\",\"json\",\"no-trailing-dot\"]}},\"create\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"method\":{\"enum\":[\"GET\",\"POST\",\"PUT\",\"PATCH\",\"DELETE\"]},\"path\":{\"type\":\"string\",\"pattern\":\"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"},\"body\":{\"type\":\"object\"},\"status\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"integer\",\"minimum\":100,\"maximum\":599}}}},\"read\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"method\":{\"enum\":[\"GET\",\"POST\",\"PUT\",\"PATCH\",\"DELETE\"]},\"path\":{\"type\":\"string\",\"pattern\":\"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"},\"body\":{\"type\":\"object\"},\"status\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"integer\",\"minimum\":100,\"maximum\":599}}}},\"update\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"method\":{\"enum\":[\"GET\",\"POST\",\"PUT\",\"PATCH\",\"DELETE\"]},\"path\":{\"type\":\"string\",\"pattern\":\"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"},\"body\":{\"type\":\"object\"},\"status\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"integer\",\"minimum\":100,\"maximum\":599}},\"send\":{\"enum\":[\"changed\",\"merged\",\"declared\"]}}},\"delete\":{\"type\":[\"object\",\"boolean\"],\"additionalProperties\":false,\"properties\":{\"method\":{\"enum\":[\"GET\",\"POST\",\"PUT\",\"PATCH\",\"DELETE\"]},\"path\":{\"type\":\"string\",\"pattern\":\"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"},\"body\":{\"type\":\"object\"},\"status\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"integer\",\"minimum\":100,\"maximum\":599}}}},\"revision\":{\"type\":\"object\",\"required\":[\"from\",\"to\"],\"additionalProperties\":false,\"properties\":{\"from\":{\"type\":\"string\",\"pattern\":\"\\\\S\"},\"to\":{\"type\":\"string\",\"pattern\":\"\\\\S\"}}},\"absent\":{\"type\":[\"array\",\"object\"],\"items\":{\"type\":\"integer\",\"minimum\":200,\"maximum\":599},\"additionalProperties\":false,\"properties\":{\"status\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"integer\",\"minimum\":100,\"maximum\":599}},\"at\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"},\"in\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":[\"string\",\"number\",\"boolean\"]}}}},\"poll\":{\"type\":\"object\",\"required\":[\"url\",\"done\"],\"additionalProperties\":false,\"properties\":{\"url\":{\"type\":\"string\",\"pattern\":\"\\\\S\"},\"done\":{\"type\":\"object\",\"required\":[\"at\",\"in\"],\"additionalProperties\":false,\"properties\":{\"at\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"},\"in\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":[\"string\",\"number\",\"boolean\"]}}}},\"failed\":{\"type\":\"object\",\"required\":[\"at\",\"in\"],\"additionalProperties\":false,\"properties\":{\"at\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"},\"in\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":[\"string\",\"number\",\"boolean\"]}}}},\"interval\":{\"type\":\"string\",\"pattern\":\"^[0-9]+(?:ms|s|m)$\"}}},\"settle\":{\"type\":\"string\",\"pattern\":\"^[0-9]+(?:ms|s|m)$\"},\"idempotencyKey\":{\"type\":\"string\",\"pattern\":\"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$\"},\"retryOn\":{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"integer\",\"minimum\":100,\"maximum\":599}},\"outputs\":{\"type\":\"object\",\"propertyNames\":{\"type\":\"string\",\"pattern\":\"^[A-Za-z_][A-Za-z0-9_-]*$\"},\"additionalProperties\":{\"type\":\"string\",\"pattern\":\"^(?:/(?:[^~/]|~[01])*)*$\"}},\"sensitiveOutputs\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"pattern\":\"^[A-Za-z_][A-Za-z0-9_-]*$\"}},\"limits\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"concurrent\":{\"type\":\"integer\",\"minimum\":1},\"perSecond\":{\"type\":\"number\",\"exclusiveMinimum\":0}}},\"rotate\":{\"type\":\"string\"}}};const func2 = Object.prototype.hasOwnProperty;const pattern0 = new RegExp(\"^https?://[^/?#@\\\\s]+(?:/[^?#\\\\s]*)?$\", \"u\");const pattern1 = new RegExp(\"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\", \"u\");const pattern2 = new RegExp(\"\\\\S\", \"u\");const pattern3 = new RegExp(\"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$\", \"u\");const pattern8 = new RegExp(\"^[A-Za-z_][A-Za-z0-9_-]*$\", \"u\");const pattern10 = new RegExp(\"^/\", \"u\");const pattern12 = new RegExp(\"^(?:/(?:[^~/]|~[01])*)*$\", \"u\");const pattern17 = new RegExp(\"^link$\", \"u\");const pattern32 = new RegExp(\"^(?:set|ordered)$\", \"u\");const pattern45 = new RegExp(\"^[0-9]+(?:ms|s|m)$\", \"u\");function validate10(data, {instancePath=\"\", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(data && typeof data == \"object\" && !Array.isArray(data)){if(data.baseUrl === undefined){const err0 = {instancePath,schemaPath:\"#/required\",keyword:\"required\",params:{missingProperty: \"baseUrl\"}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(data.path === undefined){const err1 = {instancePath,schemaPath:\"#/required\",keyword:\"required\",params:{missingProperty: \"path\"}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if(data.body === undefined){const err2 = {instancePath,schemaPath:\"#/required\",keyword:\"required\",params:{missingProperty: \"body\"}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}for(const key0 in data){if(!(func2.call(schema11.properties, key0))){const err3 = {instancePath,schemaPath:\"#/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key0}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}if(data.baseUrl !== undefined){let data0 = data.baseUrl;if(typeof data0 === \"string\"){if(!pattern0.test(data0)){const err4 = {instancePath:instancePath+\"/baseUrl\",schemaPath:\"#/properties/baseUrl/pattern\",keyword:\"pattern\",params:{pattern: \"^https?://[^/?#@\\\\s]+(?:/[^?#\\\\s]*)?$\"}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}else {const err5 = {instancePath:instancePath+\"/baseUrl\",schemaPath:\"#/properties/baseUrl/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}}if(data.path !== undefined){let data1 = data.path;if(typeof data1 === \"string\"){if(!pattern1.test(data1)){const err6 = {instancePath:instancePath+\"/path\",schemaPath:\"#/properties/path/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}else {const err7 = {instancePath:instancePath+\"/path\",schemaPath:\"#/properties/path/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}if(data.auth !== undefined){let data2 = data.auth;if(data2 && typeof data2 == \"object\" && !Array.isArray(data2)){if(Object.keys(data2).length < 1){const err8 = {instancePath:instancePath+\"/auth\",schemaPath:\"#/properties/auth/minProperties\",keyword:\"minProperties\",params:{limit: 1}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}for(const key1 in data2){if(!(((((key1 === \"bearer\") || (key1 === \"basic\")) || (key1 === \"header\")) || (key1 === \"oauth2\")) || (key1 === \"itemBearer\"))){const err9 = {instancePath:instancePath+\"/auth\",schemaPath:\"#/properties/auth/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key1}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}}if(data2.bearer !== undefined){let data3 = data2.bearer;if(typeof data3 === \"string\"){if(!pattern2.test(data3)){const err10 = {instancePath:instancePath+\"/auth/bearer\",schemaPath:\"#/properties/auth/properties/bearer/pattern\",keyword:\"pattern\",params:{pattern: \"\\\\S\"}};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}else {const err11 = {instancePath:instancePath+\"/auth/bearer\",schemaPath:\"#/properties/auth/properties/bearer/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}}if(data2.basic !== undefined){let data4 = data2.basic;if(data4 && typeof data4 == \"object\" && !Array.isArray(data4)){if(data4.username === undefined){const err12 = {instancePath:instancePath+\"/auth/basic\",schemaPath:\"#/properties/auth/properties/basic/required\",keyword:\"required\",params:{missingProperty: \"username\"}};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}if(data4.password === undefined){const err13 = {instancePath:instancePath+\"/auth/basic\",schemaPath:\"#/properties/auth/properties/basic/required\",keyword:\"required\",params:{missingProperty: \"password\"}};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}for(const key2 in data4){if(!((key2 === \"username\") || (key2 === \"password\"))){const err14 = {instancePath:instancePath+\"/auth/basic\",schemaPath:\"#/properties/auth/properties/basic/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key2}};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}}if(data4.username !== undefined){if(typeof data4.username !== \"string\"){const err15 = {instancePath:instancePath+\"/auth/basic/username\",schemaPath:\"#/properties/auth/properties/basic/properties/username/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}}if(data4.password !== undefined){if(typeof data4.password !== \"string\"){const err16 = {instancePath:instancePath+\"/auth/basic/password\",schemaPath:\"#/properties/auth/properties/basic/properties/password/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}}}else {const err17 = {instancePath:instancePath+\"/auth/basic\",schemaPath:\"#/properties/auth/properties/basic/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}}if(data2.header !== undefined){let data7 = data2.header;if(data7 && typeof data7 == \"object\" && !Array.isArray(data7)){if(data7.name === undefined){const err18 = {instancePath:instancePath+\"/auth/header\",schemaPath:\"#/properties/auth/properties/header/required\",keyword:\"required\",params:{missingProperty: \"name\"}};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;}if(data7.value === undefined){const err19 = {instancePath:instancePath+\"/auth/header\",schemaPath:\"#/properties/auth/properties/header/required\",keyword:\"required\",params:{missingProperty: \"value\"}};if(vErrors === null){vErrors = [err19];}else {vErrors.push(err19);}errors++;}for(const key3 in data7){if(!((key3 === \"name\") || (key3 === \"value\"))){const err20 = {instancePath:instancePath+\"/auth/header\",schemaPath:\"#/properties/auth/properties/header/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key3}};if(vErrors === null){vErrors = [err20];}else {vErrors.push(err20);}errors++;}}if(data7.name !== undefined){let data8 = data7.name;if(typeof data8 === \"string\"){if(!pattern3.test(data8)){const err21 = {instancePath:instancePath+\"/auth/header/name\",schemaPath:\"#/properties/auth/properties/header/properties/name/pattern\",keyword:\"pattern\",params:{pattern: \"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$\"}};if(vErrors === null){vErrors = [err21];}else {vErrors.push(err21);}errors++;}}else {const err22 = {instancePath:instancePath+\"/auth/header/name\",schemaPath:\"#/properties/auth/properties/header/properties/name/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err22];}else {vErrors.push(err22);}errors++;}}if(data7.value !== undefined){let data9 = data7.value;if(typeof data9 === \"string\"){if(!pattern2.test(data9)){const err23 = {instancePath:instancePath+\"/auth/header/value\",schemaPath:\"#/properties/auth/properties/header/properties/value/pattern\",keyword:\"pattern\",params:{pattern: \"\\\\S\"}};if(vErrors === null){vErrors = [err23];}else {vErrors.push(err23);}errors++;}}else {const err24 = {instancePath:instancePath+\"/auth/header/value\",schemaPath:\"#/properties/auth/properties/header/properties/value/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err24];}else {vErrors.push(err24);}errors++;}}}else {const err25 = {instancePath:instancePath+\"/auth/header\",schemaPath:\"#/properties/auth/properties/header/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err25];}else {vErrors.push(err25);}errors++;}}if(data2.oauth2 !== undefined){let data10 = data2.oauth2;if(data10 && typeof data10 == \"object\" && !Array.isArray(data10)){if(data10.tokenUrl === undefined){const err26 = {instancePath:instancePath+\"/auth/oauth2\",schemaPath:\"#/properties/auth/properties/oauth2/required\",keyword:\"required\",params:{missingProperty: \"tokenUrl\"}};if(vErrors === null){vErrors = [err26];}else {vErrors.push(err26);}errors++;}if(data10.clientId === undefined){const err27 = {instancePath:instancePath+\"/auth/oauth2\",schemaPath:\"#/properties/auth/properties/oauth2/required\",keyword:\"required\",params:{missingProperty: \"clientId\"}};if(vErrors === null){vErrors = [err27];}else {vErrors.push(err27);}errors++;}if(data10.clientSecret === undefined){const err28 = {instancePath:instancePath+\"/auth/oauth2\",schemaPath:\"#/properties/auth/properties/oauth2/required\",keyword:\"required\",params:{missingProperty: \"clientSecret\"}};if(vErrors === null){vErrors = [err28];}else {vErrors.push(err28);}errors++;}for(const key4 in data10){if(!(((((key4 === \"tokenUrl\") || (key4 === \"clientId\")) || (key4 === \"clientSecret\")) || (key4 === \"scope\")) || (key4 === \"audience\"))){const err29 = {instancePath:instancePath+\"/auth/oauth2\",schemaPath:\"#/properties/auth/properties/oauth2/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key4}};if(vErrors === null){vErrors = [err29];}else {vErrors.push(err29);}errors++;}}if(data10.tokenUrl !== undefined){let data11 = data10.tokenUrl;if(typeof data11 === \"string\"){if(!pattern2.test(data11)){const err30 = {instancePath:instancePath+\"/auth/oauth2/tokenUrl\",schemaPath:\"#/properties/auth/properties/oauth2/properties/tokenUrl/pattern\",keyword:\"pattern\",params:{pattern: \"\\\\S\"}};if(vErrors === null){vErrors = [err30];}else {vErrors.push(err30);}errors++;}}else {const err31 = {instancePath:instancePath+\"/auth/oauth2/tokenUrl\",schemaPath:\"#/properties/auth/properties/oauth2/properties/tokenUrl/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err31];}else {vErrors.push(err31);}errors++;}}if(data10.clientId !== undefined){let data12 = data10.clientId;if(typeof data12 === \"string\"){if(!pattern2.test(data12)){const err32 = {instancePath:instancePath+\"/auth/oauth2/clientId\",schemaPath:\"#/properties/auth/properties/oauth2/properties/clientId/pattern\",keyword:\"pattern\",params:{pattern: \"\\\\S\"}};if(vErrors === null){vErrors = [err32];}else {vErrors.push(err32);}errors++;}}else {const err33 = {instancePath:instancePath+\"/auth/oauth2/clientId\",schemaPath:\"#/properties/auth/properties/oauth2/properties/clientId/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err33];}else {vErrors.push(err33);}errors++;}}if(data10.clientSecret !== undefined){let data13 = data10.clientSecret;if(typeof data13 === \"string\"){if(!pattern2.test(data13)){const err34 = {instancePath:instancePath+\"/auth/oauth2/clientSecret\",schemaPath:\"#/properties/auth/properties/oauth2/properties/clientSecret/pattern\",keyword:\"pattern\",params:{pattern: \"\\\\S\"}};if(vErrors === null){vErrors = [err34];}else {vErrors.push(err34);}errors++;}}else {const err35 = {instancePath:instancePath+\"/auth/oauth2/clientSecret\",schemaPath:\"#/properties/auth/properties/oauth2/properties/clientSecret/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err35];}else {vErrors.push(err35);}errors++;}}if(data10.scope !== undefined){if(typeof data10.scope !== \"string\"){const err36 = {instancePath:instancePath+\"/auth/oauth2/scope\",schemaPath:\"#/properties/auth/properties/oauth2/properties/scope/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err36];}else {vErrors.push(err36);}errors++;}}if(data10.audience !== undefined){if(typeof data10.audience !== \"string\"){const err37 = {instancePath:instancePath+\"/auth/oauth2/audience\",schemaPath:\"#/properties/auth/properties/oauth2/properties/audience/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err37];}else {vErrors.push(err37);}errors++;}}}else {const err38 = {instancePath:instancePath+\"/auth/oauth2\",schemaPath:\"#/properties/auth/properties/oauth2/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err38];}else {vErrors.push(err38);}errors++;}}if(data2.itemBearer !== undefined){let data16 = data2.itemBearer;if(typeof data16 === \"string\"){if(!pattern8.test(data16)){const err39 = {instancePath:instancePath+\"/auth/itemBearer\",schemaPath:\"#/properties/auth/properties/itemBearer/pattern\",keyword:\"pattern\",params:{pattern: \"^[A-Za-z_][A-Za-z0-9_-]*$\"}};if(vErrors === null){vErrors = [err39];}else {vErrors.push(err39);}errors++;}}else {const err40 = {instancePath:instancePath+\"/auth/itemBearer\",schemaPath:\"#/properties/auth/properties/itemBearer/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err40];}else {vErrors.push(err40);}errors++;}}}else {const err41 = {instancePath:instancePath+\"/auth\",schemaPath:\"#/properties/auth/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err41];}else {vErrors.push(err41);}errors++;}}if(data.headers !== undefined){let data17 = data.headers;if(data17 && typeof data17 == \"object\" && !Array.isArray(data17)){for(const key5 in data17){const _errs42 = errors;if(typeof key5 === \"string\"){if(!pattern3.test(key5)){const err42 = {instancePath:instancePath+\"/headers\",schemaPath:\"#/properties/headers/propertyNames/pattern\",keyword:\"pattern\",params:{pattern: \"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$\"},propertyName:key5};if(vErrors === null){vErrors = [err42];}else {vErrors.push(err42);}errors++;}}else {const err43 = {instancePath:instancePath+\"/headers\",schemaPath:\"#/properties/headers/propertyNames/type\",keyword:\"type\",params:{type: \"string\"},propertyName:key5};if(vErrors === null){vErrors = [err43];}else {vErrors.push(err43);}errors++;}var valid5 = _errs42 === errors;if(!valid5){const err44 = {instancePath:instancePath+\"/headers\",schemaPath:\"#/properties/headers/propertyNames\",keyword:\"propertyNames\",params:{propertyName: key5}};if(vErrors === null){vErrors = [err44];}else {vErrors.push(err44);}errors++;}}for(const key6 in data17){if(typeof data17[key6] !== \"string\"){const err45 = {instancePath:instancePath+\"/headers/\" + key6.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/headers/additionalProperties/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err45];}else {vErrors.push(err45);}errors++;}}}else {const err46 = {instancePath:instancePath+\"/headers\",schemaPath:\"#/properties/headers/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err46];}else {vErrors.push(err46);}errors++;}}if(data.query !== undefined){let data19 = data.query;if(data19 && typeof data19 == \"object\" && !Array.isArray(data19)){for(const key7 in data19){let data20 = data19[key7];if(((typeof data20 !== \"string\") && (!((typeof data20 == \"number\") && (isFinite(data20))))) && (typeof data20 !== \"boolean\")){const err47 = {instancePath:instancePath+\"/query/\" + key7.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/query/additionalProperties/type\",keyword:\"type\",params:{type: schema11.properties.query.additionalProperties.type}};if(vErrors === null){vErrors = [err47];}else {vErrors.push(err47);}errors++;}}}else {const err48 = {instancePath:instancePath+\"/query\",schemaPath:\"#/properties/query/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err48];}else {vErrors.push(err48);}errors++;}}if(data.encoding !== undefined){let data21 = data.encoding;if(!((data21 === \"json\") || (data21 === \"form\"))){const err49 = {instancePath:instancePath+\"/encoding\",schemaPath:\"#/properties/encoding/enum\",keyword:\"enum\",params:{allowedValues: schema11.properties.encoding.enum}};if(vErrors === null){vErrors = [err49];}else {vErrors.push(err49);}errors++;}}if(data.id !== undefined){let data22 = data.id;if((typeof data22 !== \"string\") && (!(data22 && typeof data22 == \"object\" && !Array.isArray(data22)))){const err50 = {instancePath:instancePath+\"/id\",schemaPath:\"#/properties/id/type\",keyword:\"type\",params:{type: schema11.properties.id.type}};if(vErrors === null){vErrors = [err50];}else {vErrors.push(err50);}errors++;}if(typeof data22 === \"string\"){if(!pattern10.test(data22)){const err51 = {instancePath:instancePath+\"/id\",schemaPath:\"#/properties/id/pattern\",keyword:\"pattern\",params:{pattern: \"^/\"}};if(vErrors === null){vErrors = [err51];}else {vErrors.push(err51);}errors++;}}if(data22 && typeof data22 == \"object\" && !Array.isArray(data22)){if(Object.keys(data22).length < 1){const err52 = {instancePath:instancePath+\"/id\",schemaPath:\"#/properties/id/minProperties\",keyword:\"minProperties\",params:{limit: 1}};if(vErrors === null){vErrors = [err52];}else {vErrors.push(err52);}errors++;}for(const key8 in data22){if(!((key8 === \"header\") || (key8 === \"body\"))){const err53 = {instancePath:instancePath+\"/id\",schemaPath:\"#/properties/id/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key8}};if(vErrors === null){vErrors = [err53];}else {vErrors.push(err53);}errors++;}}if(data22.header !== undefined){let data23 = data22.header;if(typeof data23 === \"string\"){if(!pattern3.test(data23)){const err54 = {instancePath:instancePath+\"/id/header\",schemaPath:\"#/properties/id/properties/header/pattern\",keyword:\"pattern\",params:{pattern: \"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$\"}};if(vErrors === null){vErrors = [err54];}else {vErrors.push(err54);}errors++;}}else {const err55 = {instancePath:instancePath+\"/id/header\",schemaPath:\"#/properties/id/properties/header/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err55];}else {vErrors.push(err55);}errors++;}}if(data22.body !== undefined){let data24 = data22.body;if(typeof data24 === \"string\"){if(!pattern12.test(data24)){const err56 = {instancePath:instancePath+\"/id/body\",schemaPath:\"#/properties/id/properties/body/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err56];}else {vErrors.push(err56);}errors++;}}else {const err57 = {instancePath:instancePath+\"/id/body\",schemaPath:\"#/properties/id/properties/body/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err57];}else {vErrors.push(err57);}errors++;}}}}if(data.item !== undefined){let data25 = data.item;if(typeof data25 === \"string\"){if(!pattern1.test(data25)){const err58 = {instancePath:instancePath+\"/item\",schemaPath:\"#/properties/item/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"}};if(vErrors === null){vErrors = [err58];}else {vErrors.push(err58);}errors++;}}else {const err59 = {instancePath:instancePath+\"/item\",schemaPath:\"#/properties/item/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err59];}else {vErrors.push(err59);}errors++;}}if(data.find !== undefined){let data26 = data.find;if((!(data26 && typeof data26 == \"object\" && !Array.isArray(data26))) && (typeof data26 !== \"boolean\")){const err60 = {instancePath:instancePath+\"/find\",schemaPath:\"#/properties/find/type\",keyword:\"type\",params:{type: schema11.properties.find.type}};if(vErrors === null){vErrors = [err60];}else {vErrors.push(err60);}errors++;}if(data26 && typeof data26 == \"object\" && !Array.isArray(data26)){if(data26.match === undefined){const err61 = {instancePath:instancePath+\"/find\",schemaPath:\"#/properties/find/required\",keyword:\"required\",params:{missingProperty: \"match\"}};if(vErrors === null){vErrors = [err61];}else {vErrors.push(err61);}errors++;}for(const key9 in data26){if(!(((((key9 === \"path\") || (key9 === \"query\")) || (key9 === \"items\")) || (key9 === \"match\")) || (key9 === \"page\"))){const err62 = {instancePath:instancePath+\"/find\",schemaPath:\"#/properties/find/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key9}};if(vErrors === null){vErrors = [err62];}else {vErrors.push(err62);}errors++;}}if(data26.path !== undefined){let data27 = data26.path;if(typeof data27 === \"string\"){if(!pattern1.test(data27)){const err63 = {instancePath:instancePath+\"/find/path\",schemaPath:\"#/properties/find/properties/path/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"}};if(vErrors === null){vErrors = [err63];}else {vErrors.push(err63);}errors++;}}else {const err64 = {instancePath:instancePath+\"/find/path\",schemaPath:\"#/properties/find/properties/path/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err64];}else {vErrors.push(err64);}errors++;}}if(data26.query !== undefined){let data28 = data26.query;if(data28 && typeof data28 == \"object\" && !Array.isArray(data28)){for(const key10 in data28){let data29 = data28[key10];if(((typeof data29 !== \"string\") && (!((typeof data29 == \"number\") && (isFinite(data29))))) && (typeof data29 !== \"boolean\")){const err65 = {instancePath:instancePath+\"/find/query/\" + key10.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/find/properties/query/additionalProperties/type\",keyword:\"type\",params:{type: schema11.properties.find.properties.query.additionalProperties.type}};if(vErrors === null){vErrors = [err65];}else {vErrors.push(err65);}errors++;}}}else {const err66 = {instancePath:instancePath+\"/find/query\",schemaPath:\"#/properties/find/properties/query/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err66];}else {vErrors.push(err66);}errors++;}}if(data26.items !== undefined){let data30 = data26.items;if(typeof data30 === \"string\"){if(!pattern12.test(data30)){const err67 = {instancePath:instancePath+\"/find/items\",schemaPath:\"#/properties/find/properties/items/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err67];}else {vErrors.push(err67);}errors++;}}else {const err68 = {instancePath:instancePath+\"/find/items\",schemaPath:\"#/properties/find/properties/items/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err68];}else {vErrors.push(err68);}errors++;}}if(data26.match !== undefined){let data31 = data26.match;if(Array.isArray(data31)){if(data31.length < 1){const err69 = {instancePath:instancePath+\"/find/match\",schemaPath:\"#/properties/find/properties/match/minItems\",keyword:\"minItems\",params:{limit: 1}};if(vErrors === null){vErrors = [err69];}else {vErrors.push(err69);}errors++;}const len0 = data31.length;for(let i0=0; i0<len0; i0++){let data32 = data31[i0];if(typeof data32 === \"string\"){if(!pattern12.test(data32)){const err70 = {instancePath:instancePath+\"/find/match/\" + i0,schemaPath:\"#/properties/find/properties/match/items/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err70];}else {vErrors.push(err70);}errors++;}}else {const err71 = {instancePath:instancePath+\"/find/match/\" + i0,schemaPath:\"#/properties/find/properties/match/items/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err71];}else {vErrors.push(err71);}errors++;}}}else {const err72 = {instancePath:instancePath+\"/find/match\",schemaPath:\"#/properties/find/properties/match/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err72];}else {vErrors.push(err72);}errors++;}}if(data26.page !== undefined){let data33 = data26.page;if((typeof data33 !== \"string\") && (!(data33 && typeof data33 == \"object\" && !Array.isArray(data33)))){const err73 = {instancePath:instancePath+\"/find/page\",schemaPath:\"#/properties/find/properties/page/type\",keyword:\"type\",params:{type: schema11.properties.find.properties.page.type}};if(vErrors === null){vErrors = [err73];}else {vErrors.push(err73);}errors++;}if(typeof data33 === \"string\"){if(!pattern17.test(data33)){const err74 = {instancePath:instancePath+\"/find/page\",schemaPath:\"#/properties/find/properties/page/pattern\",keyword:\"pattern\",params:{pattern: \"^link$\"}};if(vErrors === null){vErrors = [err74];}else {vErrors.push(err74);}errors++;}}if(data33 && typeof data33 == \"object\" && !Array.isArray(data33)){for(const key11 in data33){if(!(((((((key11 === \"number\") || (key11 === \"offset\")) || (key11 === \"cursor\")) || (key11 === \"size\")) || (key11 === \"next\")) || (key11 === \"more\")) || (key11 === \"total\"))){const err75 = {instancePath:instancePath+\"/find/page\",schemaPath:\"#/properties/find/properties/page/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key11}};if(vErrors === null){vErrors = [err75];}else {vErrors.push(err75);}errors++;}}if(data33.number !== undefined){let data34 = data33.number;if(typeof data34 === \"string\"){if(!pattern2.test(data34)){const err76 = {instancePath:instancePath+\"/find/page/number\",schemaPath:\"#/properties/find/properties/page/properties/number/pattern\",keyword:\"pattern\",params:{pattern: \"\\\\S\"}};if(vErrors === null){vErrors = [err76];}else {vErrors.push(err76);}errors++;}}else {const err77 = {instancePath:instancePath+\"/find/page/number\",schemaPath:\"#/properties/find/properties/page/properties/number/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err77];}else {vErrors.push(err77);}errors++;}}if(data33.offset !== undefined){let data35 = data33.offset;if(typeof data35 === \"string\"){if(!pattern2.test(data35)){const err78 = {instancePath:instancePath+\"/find/page/offset\",schemaPath:\"#/properties/find/properties/page/properties/offset/pattern\",keyword:\"pattern\",params:{pattern: \"\\\\S\"}};if(vErrors === null){vErrors = [err78];}else {vErrors.push(err78);}errors++;}}else {const err79 = {instancePath:instancePath+\"/find/page/offset\",schemaPath:\"#/properties/find/properties/page/properties/offset/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err79];}else {vErrors.push(err79);}errors++;}}if(data33.cursor !== undefined){let data36 = data33.cursor;if(typeof data36 === \"string\"){if(!pattern2.test(data36)){const err80 = {instancePath:instancePath+\"/find/page/cursor\",schemaPath:\"#/properties/find/properties/page/properties/cursor/pattern\",keyword:\"pattern\",params:{pattern: \"\\\\S\"}};if(vErrors === null){vErrors = [err80];}else {vErrors.push(err80);}errors++;}}else {const err81 = {instancePath:instancePath+\"/find/page/cursor\",schemaPath:\"#/properties/find/properties/page/properties/cursor/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err81];}else {vErrors.push(err81);}errors++;}}if(data33.size !== undefined){let data37 = data33.size;if(Array.isArray(data37)){if(data37.length > 2){const err82 = {instancePath:instancePath+\"/find/page/size\",schemaPath:\"#/properties/find/properties/page/properties/size/maxItems\",keyword:\"maxItems\",params:{limit: 2}};if(vErrors === null){vErrors = [err82];}else {vErrors.push(err82);}errors++;}if(data37.length < 2){const err83 = {instancePath:instancePath+\"/find/page/size\",schemaPath:\"#/properties/find/properties/page/properties/size/minItems\",keyword:\"minItems\",params:{limit: 2}};if(vErrors === null){vErrors = [err83];}else {vErrors.push(err83);}errors++;}const len1 = data37.length;for(let i1=0; i1<len1; i1++){let data38 = data37[i1];if((typeof data38 !== \"string\") && (!(((typeof data38 == \"number\") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38))))){const err84 = {instancePath:instancePath+\"/find/page/size/\" + i1,schemaPath:\"#/properties/find/properties/page/properties/size/items/type\",keyword:\"type\",params:{type: schema11.properties.find.properties.page.properties.size.items.type}};if(vErrors === null){vErrors = [err84];}else {vErrors.push(err84);}errors++;}}}else {const err85 = {instancePath:instancePath+\"/find/page/size\",schemaPath:\"#/properties/find/properties/page/properties/size/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err85];}else {vErrors.push(err85);}errors++;}}if(data33.next !== undefined){let data39 = data33.next;if(typeof data39 === \"string\"){if(!pattern12.test(data39)){const err86 = {instancePath:instancePath+\"/find/page/next\",schemaPath:\"#/properties/find/properties/page/properties/next/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err86];}else {vErrors.push(err86);}errors++;}}else {const err87 = {instancePath:instancePath+\"/find/page/next\",schemaPath:\"#/properties/find/properties/page/properties/next/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err87];}else {vErrors.push(err87);}errors++;}}if(data33.more !== undefined){let data40 = data33.more;if(typeof data40 === \"string\"){if(!pattern12.test(data40)){const err88 = {instancePath:instancePath+\"/find/page/more\",schemaPath:\"#/properties/find/properties/page/properties/more/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err88];}else {vErrors.push(err88);}errors++;}}else {const err89 = {instancePath:instancePath+\"/find/page/more\",schemaPath:\"#/properties/find/properties/page/properties/more/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err89];}else {vErrors.push(err89);}errors++;}}if(data33.total !== undefined){let data41 = data33.total;if(typeof data41 === \"string\"){if(!pattern12.test(data41)){const err90 = {instancePath:instancePath+\"/find/page/total\",schemaPath:\"#/properties/find/properties/page/properties/total/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err90];}else {vErrors.push(err90);}errors++;}}else {const err91 = {instancePath:instancePath+\"/find/page/total\",schemaPath:\"#/properties/find/properties/page/properties/total/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err91];}else {vErrors.push(err91);}errors++;}}}}}}if(data.request !== undefined){let data42 = data.request;if(data42 && typeof data42 == \"object\" && !Array.isArray(data42)){if(data42.at === undefined){const err92 = {instancePath:instancePath+\"/request\",schemaPath:\"#/properties/request/required\",keyword:\"required\",params:{missingProperty: \"at\"}};if(vErrors === null){vErrors = [err92];}else {vErrors.push(err92);}errors++;}for(const key12 in data42){if(!(key12 === \"at\")){const err93 = {instancePath:instancePath+\"/request\",schemaPath:\"#/properties/request/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key12}};if(vErrors === null){vErrors = [err93];}else {vErrors.push(err93);}errors++;}}if(data42.at !== undefined){let data43 = data42.at;if(typeof data43 === \"string\"){if(!pattern12.test(data43)){const err94 = {instancePath:instancePath+\"/request/at\",schemaPath:\"#/properties/request/properties/at/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err94];}else {vErrors.push(err94);}errors++;}}else {const err95 = {instancePath:instancePath+\"/request/at\",schemaPath:\"#/properties/request/properties/at/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err95];}else {vErrors.push(err95);}errors++;}}}else {const err96 = {instancePath:instancePath+\"/request\",schemaPath:\"#/properties/request/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err96];}else {vErrors.push(err96);}errors++;}}if(data.response !== undefined){let data44 = data.response;if(data44 && typeof data44 == \"object\" && !Array.isArray(data44)){if(data44.at === undefined){const err97 = {instancePath:instancePath+\"/response\",schemaPath:\"#/properties/response/required\",keyword:\"required\",params:{missingProperty: \"at\"}};if(vErrors === null){vErrors = [err97];}else {vErrors.push(err97);}errors++;}for(const key13 in data44){if(!(key13 === \"at\")){const err98 = {instancePath:instancePath+\"/response\",schemaPath:\"#/properties/response/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key13}};if(vErrors === null){vErrors = [err98];}else {vErrors.push(err98);}errors++;}}if(data44.at !== undefined){let data45 = data44.at;if(typeof data45 === \"string\"){if(!pattern12.test(data45)){const err99 = {instancePath:instancePath+\"/response/at\",schemaPath:\"#/properties/response/properties/at/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err99];}else {vErrors.push(err99);}errors++;}}else {const err100 = {instancePath:instancePath+\"/response/at\",schemaPath:\"#/properties/response/properties/at/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err100];}else {vErrors.push(err100);}errors++;}}}else {const err101 = {instancePath:instancePath+\"/response\",schemaPath:\"#/properties/response/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err101];}else {vErrors.push(err101);}errors++;}}if(data.aliases !== undefined){let data46 = data.aliases;if(data46 && typeof data46 == \"object\" && !Array.isArray(data46)){for(const key14 in data46){const _errs109 = errors;if(typeof key14 === \"string\"){if(!pattern12.test(key14)){const err102 = {instancePath:instancePath+\"/aliases\",schemaPath:\"#/properties/aliases/propertyNames/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"},propertyName:key14};if(vErrors === null){vErrors = [err102];}else {vErrors.push(err102);}errors++;}}else {const err103 = {instancePath:instancePath+\"/aliases\",schemaPath:\"#/properties/aliases/propertyNames/type\",keyword:\"type\",params:{type: \"string\"},propertyName:key14};if(vErrors === null){vErrors = [err103];}else {vErrors.push(err103);}errors++;}var valid18 = _errs109 === errors;if(!valid18){const err104 = {instancePath:instancePath+\"/aliases\",schemaPath:\"#/properties/aliases/propertyNames\",keyword:\"propertyNames\",params:{propertyName: key14}};if(vErrors === null){vErrors = [err104];}else {vErrors.push(err104);}errors++;}}for(const key15 in data46){let data47 = data46[key15];if(typeof data47 === \"string\"){if(!pattern12.test(data47)){const err105 = {instancePath:instancePath+\"/aliases/\" + key15.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/aliases/additionalProperties/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err105];}else {vErrors.push(err105);}errors++;}}else {const err106 = {instancePath:instancePath+\"/aliases/\" + key15.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/aliases/additionalProperties/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err106];}else {vErrors.push(err106);}errors++;}}}else {const err107 = {instancePath:instancePath+\"/aliases\",schemaPath:\"#/properties/aliases/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err107];}else {vErrors.push(err107);}errors++;}}if(data.body !== undefined){let data48 = data.body;if(!(data48 && typeof data48 == \"object\" && !Array.isArray(data48))){const err108 = {instancePath:instancePath+\"/body\",schemaPath:\"#/properties/body/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err108];}else {vErrors.push(err108);}errors++;}}if(data.writeOnly !== undefined){let data49 = data.writeOnly;if(Array.isArray(data49)){const len2 = data49.length;for(let i2=0; i2<len2; i2++){let data50 = data49[i2];if(typeof data50 === \"string\"){if(!pattern12.test(data50)){const err109 = {instancePath:instancePath+\"/writeOnly/\" + i2,schemaPath:\"#/properties/writeOnly/items/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err109];}else {vErrors.push(err109);}errors++;}}else {const err110 = {instancePath:instancePath+\"/writeOnly/\" + i2,schemaPath:\"#/properties/writeOnly/items/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err110];}else {vErrors.push(err110);}errors++;}}}else {const err111 = {instancePath:instancePath+\"/writeOnly\",schemaPath:\"#/properties/writeOnly/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err111];}else {vErrors.push(err111);}errors++;}}if(data.createOnly !== undefined){let data51 = data.createOnly;if(Array.isArray(data51)){const len3 = data51.length;for(let i3=0; i3<len3; i3++){let data52 = data51[i3];if(typeof data52 === \"string\"){if(!pattern12.test(data52)){const err112 = {instancePath:instancePath+\"/createOnly/\" + i3,schemaPath:\"#/properties/createOnly/items/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err112];}else {vErrors.push(err112);}errors++;}}else {const err113 = {instancePath:instancePath+\"/createOnly/\" + i3,schemaPath:\"#/properties/createOnly/items/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err113];}else {vErrors.push(err113);}errors++;}}}else {const err114 = {instancePath:instancePath+\"/createOnly\",schemaPath:\"#/properties/createOnly/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err114];}else {vErrors.push(err114);}errors++;}}if(data.replaceOn !== undefined){let data53 = data.replaceOn;if(Array.isArray(data53)){const len4 = data53.length;for(let i4=0; i4<len4; i4++){let data54 = data53[i4];if(typeof data54 === \"string\"){if(!pattern12.test(data54)){const err115 = {instancePath:instancePath+\"/replaceOn/\" + i4,schemaPath:\"#/properties/replaceOn/items/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err115];}else {vErrors.push(err115);}errors++;}}else {const err116 = {instancePath:instancePath+\"/replaceOn/\" + i4,schemaPath:\"#/properties/replaceOn/items/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err116];}else {vErrors.push(err116);}errors++;}}}else {const err117 = {instancePath:instancePath+\"/replaceOn\",schemaPath:\"#/properties/replaceOn/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err117];}else {vErrors.push(err117);}errors++;}}if(data.lists !== undefined){let data55 = data.lists;if(data55 && typeof data55 == \"object\" && !Array.isArray(data55)){for(const key16 in data55){const _errs130 = errors;if(typeof key16 === \"string\"){if(!pattern12.test(key16)){const err118 = {instancePath:instancePath+\"/lists\",schemaPath:\"#/properties/lists/propertyNames/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"},propertyName:key16};if(vErrors === null){vErrors = [err118];}else {vErrors.push(err118);}errors++;}}else {const err119 = {instancePath:instancePath+\"/lists\",schemaPath:\"#/properties/lists/propertyNames/type\",keyword:\"type\",params:{type: \"string\"},propertyName:key16};if(vErrors === null){vErrors = [err119];}else {vErrors.push(err119);}errors++;}var valid26 = _errs130 === errors;if(!valid26){const err120 = {instancePath:instancePath+\"/lists\",schemaPath:\"#/properties/lists/propertyNames\",keyword:\"propertyNames\",params:{propertyName: key16}};if(vErrors === null){vErrors = [err120];}else {vErrors.push(err120);}errors++;}}for(const key17 in data55){let data56 = data55[key17];if((typeof data56 !== \"string\") && (!(data56 && typeof data56 == \"object\" && !Array.isArray(data56)))){const err121 = {instancePath:instancePath+\"/lists/\" + key17.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/lists/additionalProperties/type\",keyword:\"type\",params:{type: schema11.properties.lists.additionalProperties.type}};if(vErrors === null){vErrors = [err121];}else {vErrors.push(err121);}errors++;}if(typeof data56 === \"string\"){if(!pattern32.test(data56)){const err122 = {instancePath:instancePath+\"/lists/\" + key17.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/lists/additionalProperties/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:set|ordered)$\"}};if(vErrors === null){vErrors = [err122];}else {vErrors.push(err122);}errors++;}}if(data56 && typeof data56 == \"object\" && !Array.isArray(data56)){if(data56.key === undefined){const err123 = {instancePath:instancePath+\"/lists/\" + key17.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/lists/additionalProperties/required\",keyword:\"required\",params:{missingProperty: \"key\"}};if(vErrors === null){vErrors = [err123];}else {vErrors.push(err123);}errors++;}for(const key18 in data56){if(!(key18 === \"key\")){const err124 = {instancePath:instancePath+\"/lists/\" + key17.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/lists/additionalProperties/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key18}};if(vErrors === null){vErrors = [err124];}else {vErrors.push(err124);}errors++;}}if(data56.key !== undefined){let data57 = data56.key;if(typeof data57 === \"string\"){if(!pattern12.test(data57)){const err125 = {instancePath:instancePath+\"/lists/\" + key17.replace(/~/g, \"~0\").replace(/\\//g, \"~1\")+\"/key\",schemaPath:\"#/properties/lists/additionalProperties/properties/key/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err125];}else {vErrors.push(err125);}errors++;}}else {const err126 = {instancePath:instancePath+\"/lists/\" + key17.replace(/~/g, \"~0\").replace(/\\//g, \"~1\")+\"/key\",schemaPath:\"#/properties/lists/additionalProperties/properties/key/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err126];}else {vErrors.push(err126);}errors++;}}}}}else {const err127 = {instancePath:instancePath+\"/lists\",schemaPath:\"#/properties/lists/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err127];}else {vErrors.push(err127);}errors++;}}if(data.normalize !== undefined){let data58 = data.normalize;if(data58 && typeof data58 == \"object\" && !Array.isArray(data58)){for(const key19 in data58){const _errs140 = errors;if(typeof key19 === \"string\"){if(!pattern12.test(key19)){const err128 = {instancePath:instancePath+\"/normalize\",schemaPath:\"#/properties/normalize/propertyNames/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"},propertyName:key19};if(vErrors === null){vErrors = [err128];}else {vErrors.push(err128);}errors++;}}else {const err129 = {instancePath:instancePath+\"/normalize\",schemaPath:\"#/properties/normalize/propertyNames/type\",keyword:\"type\",params:{type: \"string\"},propertyName:key19};if(vErrors === null){vErrors = [err129];}else {vErrors.push(err129);}errors++;}var valid29 = _errs140 === errors;if(!valid29){const err130 = {instancePath:instancePath+\"/normalize\",schemaPath:\"#/properties/normalize/propertyNames\",keyword:\"propertyNames\",params:{propertyName: key19}};if(vErrors === null){vErrors = [err130];}else {vErrors.push(err130);}errors++;}}for(const key20 in data58){let data59 = data58[key20];if(!((((((data59 === \"lowercase\") || (data59 === \"trim\")) || (data59 === \"number\")) || (data59 === \"time\")) || (data59 === \"json\")) || (data59 === \"no-trailing-dot\"))){const err131 = {instancePath:instancePath+\"/normalize/\" + key20.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/normalize/additionalProperties/enum\",keyword:\"enum\",params:{allowedValues: schema11.properties.normalize.additionalProperties.enum}};if(vErrors === null){vErrors = [err131];}else {vErrors.push(err131);}errors++;}}}else {const err132 = {instancePath:instancePath+\"/normalize\",schemaPath:\"#/properties/normalize/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err132];}else {vErrors.push(err132);}errors++;}}if(data.create !== undefined){let data60 = data.create;if(data60 && typeof data60 == \"object\" && !Array.isArray(data60)){for(const key21 in data60){if(!((((key21 === \"method\") || (key21 === \"path\")) || (key21 === \"body\")) || (key21 === \"status\"))){const err133 = {instancePath:instancePath+\"/create\",schemaPath:\"#/properties/create/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key21}};if(vErrors === null){vErrors = [err133];}else {vErrors.push(err133);}errors++;}}if(data60.method !== undefined){let data61 = data60.method;if(!(((((data61 === \"GET\") || (data61 === \"POST\")) || (data61 === \"PUT\")) || (data61 === \"PATCH\")) || (data61 === \"DELETE\"))){const err134 = {instancePath:instancePath+\"/create/method\",schemaPath:\"#/properties/create/properties/method/enum\",keyword:\"enum\",params:{allowedValues: schema11.properties.create.properties.method.enum}};if(vErrors === null){vErrors = [err134];}else {vErrors.push(err134);}errors++;}}if(data60.path !== undefined){let data62 = data60.path;if(typeof data62 === \"string\"){if(!pattern1.test(data62)){const err135 = {instancePath:instancePath+\"/create/path\",schemaPath:\"#/properties/create/properties/path/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"}};if(vErrors === null){vErrors = [err135];}else {vErrors.push(err135);}errors++;}}else {const err136 = {instancePath:instancePath+\"/create/path\",schemaPath:\"#/properties/create/properties/path/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err136];}else {vErrors.push(err136);}errors++;}}if(data60.body !== undefined){let data63 = data60.body;if(!(data63 && typeof data63 == \"object\" && !Array.isArray(data63))){const err137 = {instancePath:instancePath+\"/create/body\",schemaPath:\"#/properties/create/properties/body/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err137];}else {vErrors.push(err137);}errors++;}}if(data60.status !== undefined){let data64 = data60.status;if(Array.isArray(data64)){if(data64.length < 1){const err138 = {instancePath:instancePath+\"/create/status\",schemaPath:\"#/properties/create/properties/status/minItems\",keyword:\"minItems\",params:{limit: 1}};if(vErrors === null){vErrors = [err138];}else {vErrors.push(err138);}errors++;}const len5 = data64.length;for(let i5=0; i5<len5; i5++){let data65 = data64[i5];if(!(((typeof data65 == \"number\") && (!(data65 % 1) && !isNaN(data65))) && (isFinite(data65)))){const err139 = {instancePath:instancePath+\"/create/status/\" + i5,schemaPath:\"#/properties/create/properties/status/items/type\",keyword:\"type\",params:{type: \"integer\"}};if(vErrors === null){vErrors = [err139];}else {vErrors.push(err139);}errors++;}if((typeof data65 == \"number\") && (isFinite(data65))){if(data65 > 599 || isNaN(data65)){const err140 = {instancePath:instancePath+\"/create/status/\" + i5,schemaPath:\"#/properties/create/properties/status/items/maximum\",keyword:\"maximum\",params:{comparison: \"<=\", limit: 599}};if(vErrors === null){vErrors = [err140];}else {vErrors.push(err140);}errors++;}if(data65 < 100 || isNaN(data65)){const err141 = {instancePath:instancePath+\"/create/status/\" + i5,schemaPath:\"#/properties/create/properties/status/items/minimum\",keyword:\"minimum\",params:{comparison: \">=\", limit: 100}};if(vErrors === null){vErrors = [err141];}else {vErrors.push(err141);}errors++;}}}}else {const err142 = {instancePath:instancePath+\"/create/status\",schemaPath:\"#/properties/create/properties/status/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err142];}else {vErrors.push(err142);}errors++;}}}else {const err143 = {instancePath:instancePath+\"/create\",schemaPath:\"#/properties/create/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err143];}else {vErrors.push(err143);}errors++;}}if(data.read !== undefined){let data66 = data.read;if(data66 && typeof data66 == \"object\" && !Array.isArray(data66)){for(const key22 in data66){if(!((((key22 === \"method\") || (key22 === \"path\")) || (key22 === \"body\")) || (key22 === \"status\"))){const err144 = {instancePath:instancePath+\"/read\",schemaPath:\"#/properties/read/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key22}};if(vErrors === null){vErrors = [err144];}else {vErrors.push(err144);}errors++;}}if(data66.method !== undefined){let data67 = data66.method;if(!(((((data67 === \"GET\") || (data67 === \"POST\")) || (data67 === \"PUT\")) || (data67 === \"PATCH\")) || (data67 === \"DELETE\"))){const err145 = {instancePath:instancePath+\"/read/method\",schemaPath:\"#/properties/read/properties/method/enum\",keyword:\"enum\",params:{allowedValues: schema11.properties.read.properties.method.enum}};if(vErrors === null){vErrors = [err145];}else {vErrors.push(err145);}errors++;}}if(data66.path !== undefined){let data68 = data66.path;if(typeof data68 === \"string\"){if(!pattern1.test(data68)){const err146 = {instancePath:instancePath+\"/read/path\",schemaPath:\"#/properties/read/properties/path/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"}};if(vErrors === null){vErrors = [err146];}else {vErrors.push(err146);}errors++;}}else {const err147 = {instancePath:instancePath+\"/read/path\",schemaPath:\"#/properties/read/properties/path/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err147];}else {vErrors.push(err147);}errors++;}}if(data66.body !== undefined){let data69 = data66.body;if(!(data69 && typeof data69 == \"object\" && !Array.isArray(data69))){const err148 = {instancePath:instancePath+\"/read/body\",schemaPath:\"#/properties/read/properties/body/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err148];}else {vErrors.push(err148);}errors++;}}if(data66.status !== undefined){let data70 = data66.status;if(Array.isArray(data70)){if(data70.length < 1){const err149 = {instancePath:instancePath+\"/read/status\",schemaPath:\"#/properties/read/properties/status/minItems\",keyword:\"minItems\",params:{limit: 1}};if(vErrors === null){vErrors = [err149];}else {vErrors.push(err149);}errors++;}const len6 = data70.length;for(let i6=0; i6<len6; i6++){let data71 = data70[i6];if(!(((typeof data71 == \"number\") && (!(data71 % 1) && !isNaN(data71))) && (isFinite(data71)))){const err150 = {instancePath:instancePath+\"/read/status/\" + i6,schemaPath:\"#/properties/read/properties/status/items/type\",keyword:\"type\",params:{type: \"integer\"}};if(vErrors === null){vErrors = [err150];}else {vErrors.push(err150);}errors++;}if((typeof data71 == \"number\") && (isFinite(data71))){if(data71 > 599 || isNaN(data71)){const err151 = {instancePath:instancePath+\"/read/status/\" + i6,schemaPath:\"#/properties/read/properties/status/items/maximum\",keyword:\"maximum\",params:{comparison: \"<=\", limit: 599}};if(vErrors === null){vErrors = [err151];}else {vErrors.push(err151);}errors++;}if(data71 < 100 || isNaN(data71)){const err152 = {instancePath:instancePath+\"/read/status/\" + i6,schemaPath:\"#/properties/read/properties/status/items/minimum\",keyword:\"minimum\",params:{comparison: \">=\", limit: 100}};if(vErrors === null){vErrors = [err152];}else {vErrors.push(err152);}errors++;}}}}else {const err153 = {instancePath:instancePath+\"/read/status\",schemaPath:\"#/properties/read/properties/status/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err153];}else {vErrors.push(err153);}errors++;}}}else {const err154 = {instancePath:instancePath+\"/read\",schemaPath:\"#/properties/read/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err154];}else {vErrors.push(err154);}errors++;}}if(data.update !== undefined){let data72 = data.update;if(data72 && typeof data72 == \"object\" && !Array.isArray(data72)){for(const key23 in data72){if(!(((((key23 === \"method\") || (key23 === \"path\")) || (key23 === \"body\")) || (key23 === \"status\")) || (key23 === \"send\"))){const err155 = {instancePath:instancePath+\"/update\",schemaPath:\"#/properties/update/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key23}};if(vErrors === null){vErrors = [err155];}else {vErrors.push(err155);}errors++;}}if(data72.method !== undefined){let data73 = data72.method;if(!(((((data73 === \"GET\") || (data73 === \"POST\")) || (data73 === \"PUT\")) || (data73 === \"PATCH\")) || (data73 === \"DELETE\"))){const err156 = {instancePath:instancePath+\"/update/method\",schemaPath:\"#/properties/update/properties/method/enum\",keyword:\"enum\",params:{allowedValues: schema11.properties.update.properties.method.enum}};if(vErrors === null){vErrors = [err156];}else {vErrors.push(err156);}errors++;}}if(data72.path !== undefined){let data74 = data72.path;if(typeof data74 === \"string\"){if(!pattern1.test(data74)){const err157 = {instancePath:instancePath+\"/update/path\",schemaPath:\"#/properties/update/properties/path/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"}};if(vErrors === null){vErrors = [err157];}else {vErrors.push(err157);}errors++;}}else {const err158 = {instancePath:instancePath+\"/update/path\",schemaPath:\"#/properties/update/properties/path/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err158];}else {vErrors.push(err158);}errors++;}}if(data72.body !== undefined){let data75 = data72.body;if(!(data75 && typeof data75 == \"object\" && !Array.isArray(data75))){const err159 = {instancePath:instancePath+\"/update/body\",schemaPath:\"#/properties/update/properties/body/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err159];}else {vErrors.push(err159);}errors++;}}if(data72.status !== undefined){let data76 = data72.status;if(Array.isArray(data76)){if(data76.length < 1){const err160 = {instancePath:instancePath+\"/update/status\",schemaPath:\"#/properties/update/properties/status/minItems\",keyword:\"minItems\",params:{limit: 1}};if(vErrors === null){vErrors = [err160];}else {vErrors.push(err160);}errors++;}const len7 = data76.length;for(let i7=0; i7<len7; i7++){let data77 = data76[i7];if(!(((typeof data77 == \"number\") && (!(data77 % 1) && !isNaN(data77))) && (isFinite(data77)))){const err161 = {instancePath:instancePath+\"/update/status/\" + i7,schemaPath:\"#/properties/update/properties/status/items/type\",keyword:\"type\",params:{type: \"integer\"}};if(vErrors === null){vErrors = [err161];}else {vErrors.push(err161);}errors++;}if((typeof data77 == \"number\") && (isFinite(data77))){if(data77 > 599 || isNaN(data77)){const err162 = {instancePath:instancePath+\"/update/status/\" + i7,schemaPath:\"#/properties/update/properties/status/items/maximum\",keyword:\"maximum\",params:{comparison: \"<=\", limit: 599}};if(vErrors === null){vErrors = [err162];}else {vErrors.push(err162);}errors++;}if(data77 < 100 || isNaN(data77)){const err163 = {instancePath:instancePath+\"/update/status/\" + i7,schemaPath:\"#/properties/update/properties/status/items/minimum\",keyword:\"minimum\",params:{comparison: \">=\", limit: 100}};if(vErrors === null){vErrors = [err163];}else {vErrors.push(err163);}errors++;}}}}else {const err164 = {instancePath:instancePath+\"/update/status\",schemaPath:\"#/properties/update/properties/status/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err164];}else {vErrors.push(err164);}errors++;}}if(data72.send !== undefined){let data78 = data72.send;if(!(((data78 === \"changed\") || (data78 === \"merged\")) || (data78 === \"declared\"))){const err165 = {instancePath:instancePath+\"/update/send\",schemaPath:\"#/properties/update/properties/send/enum\",keyword:\"enum\",params:{allowedValues: schema11.properties.update.properties.send.enum}};if(vErrors === null){vErrors = [err165];}else {vErrors.push(err165);}errors++;}}}else {const err166 = {instancePath:instancePath+\"/update\",schemaPath:\"#/properties/update/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err166];}else {vErrors.push(err166);}errors++;}}if(data.delete !== undefined){let data79 = data.delete;if((!(data79 && typeof data79 == \"object\" && !Array.isArray(data79))) && (typeof data79 !== \"boolean\")){const err167 = {instancePath:instancePath+\"/delete\",schemaPath:\"#/properties/delete/type\",keyword:\"type\",params:{type: schema11.properties.delete.type}};if(vErrors === null){vErrors = [err167];}else {vErrors.push(err167);}errors++;}if(data79 && typeof data79 == \"object\" && !Array.isArray(data79)){for(const key24 in data79){if(!((((key24 === \"method\") || (key24 === \"path\")) || (key24 === \"body\")) || (key24 === \"status\"))){const err168 = {instancePath:instancePath+\"/delete\",schemaPath:\"#/properties/delete/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key24}};if(vErrors === null){vErrors = [err168];}else {vErrors.push(err168);}errors++;}}if(data79.method !== undefined){let data80 = data79.method;if(!(((((data80 === \"GET\") || (data80 === \"POST\")) || (data80 === \"PUT\")) || (data80 === \"PATCH\")) || (data80 === \"DELETE\"))){const err169 = {instancePath:instancePath+\"/delete/method\",schemaPath:\"#/properties/delete/properties/method/enum\",keyword:\"enum\",params:{allowedValues: schema11.properties.delete.properties.method.enum}};if(vErrors === null){vErrors = [err169];}else {vErrors.push(err169);}errors++;}}if(data79.path !== undefined){let data81 = data79.path;if(typeof data81 === \"string\"){if(!pattern1.test(data81)){const err170 = {instancePath:instancePath+\"/delete/path\",schemaPath:\"#/properties/delete/properties/path/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/|\\\\{path\\\\})[^?#\\\\s]*$\"}};if(vErrors === null){vErrors = [err170];}else {vErrors.push(err170);}errors++;}}else {const err171 = {instancePath:instancePath+\"/delete/path\",schemaPath:\"#/properties/delete/properties/path/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err171];}else {vErrors.push(err171);}errors++;}}if(data79.body !== undefined){let data82 = data79.body;if(!(data82 && typeof data82 == \"object\" && !Array.isArray(data82))){const err172 = {instancePath:instancePath+\"/delete/body\",schemaPath:\"#/properties/delete/properties/body/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err172];}else {vErrors.push(err172);}errors++;}}if(data79.status !== undefined){let data83 = data79.status;if(Array.isArray(data83)){if(data83.length < 1){const err173 = {instancePath:instancePath+\"/delete/status\",schemaPath:\"#/properties/delete/properties/status/minItems\",keyword:\"minItems\",params:{limit: 1}};if(vErrors === null){vErrors = [err173];}else {vErrors.push(err173);}errors++;}const len8 = data83.length;for(let i8=0; i8<len8; i8++){let data84 = data83[i8];if(!(((typeof data84 == \"number\") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){const err174 = {instancePath:instancePath+\"/delete/status/\" + i8,schemaPath:\"#/properties/delete/properties/status/items/type\",keyword:\"type\",params:{type: \"integer\"}};if(vErrors === null){vErrors = [err174];}else {vErrors.push(err174);}errors++;}if((typeof data84 == \"number\") && (isFinite(data84))){if(data84 > 599 || isNaN(data84)){const err175 = {instancePath:instancePath+\"/delete/status/\" + i8,schemaPath:\"#/properties/delete/properties/status/items/maximum\",keyword:\"maximum\",params:{comparison: \"<=\", limit: 599}};if(vErrors === null){vErrors = [err175];}else {vErrors.push(err175);}errors++;}if(data84 < 100 || isNaN(data84)){const err176 = {instancePath:instancePath+\"/delete/status/\" + i8,schemaPath:\"#/properties/delete/properties/status/items/minimum\",keyword:\"minimum\",params:{comparison: \">=\", limit: 100}};if(vErrors === null){vErrors = [err176];}else {vErrors.push(err176);}errors++;}}}}else {const err177 = {instancePath:instancePath+\"/delete/status\",schemaPath:\"#/properties/delete/properties/status/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err177];}else {vErrors.push(err177);}errors++;}}}}if(data.revision !== undefined){let data85 = data.revision;if(data85 && typeof data85 == \"object\" && !Array.isArray(data85)){if(data85.from === undefined){const err178 = {instancePath:instancePath+\"/revision\",schemaPath:\"#/properties/revision/required\",keyword:\"required\",params:{missingProperty: \"from\"}};if(vErrors === null){vErrors = [err178];}else {vErrors.push(err178);}errors++;}if(data85.to === undefined){const err179 = {instancePath:instancePath+\"/revision\",schemaPath:\"#/properties/revision/required\",keyword:\"required\",params:{missingProperty: \"to\"}};if(vErrors === null){vErrors = [err179];}else {vErrors.push(err179);}errors++;}for(const key25 in data85){if(!((key25 === \"from\") || (key25 === \"to\"))){const err180 = {instancePath:instancePath+\"/revision\",schemaPath:\"#/properties/revision/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key25}};if(vErrors === null){vErrors = [err180];}else {vErrors.push(err180);}errors++;}}if(data85.from !== undefined){let data86 = data85.from;if(typeof data86 === \"string\"){if(!pattern2.test(data86)){const err181 = {instancePath:instancePath+\"/revision/from\",schemaPath:\"#/properties/revision/properties/from/pattern\",keyword:\"pattern\",params:{pattern: \"\\\\S\"}};if(vErrors === null){vErrors = [err181];}else {vErrors.push(err181);}errors++;}}else {const err182 = {instancePath:instancePath+\"/revision/from\",schemaPath:\"#/properties/revision/properties/from/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err182];}else {vErrors.push(err182);}errors++;}}if(data85.to !== undefined){let data87 = data85.to;if(typeof data87 === \"string\"){if(!pattern2.test(data87)){const err183 = {instancePath:instancePath+\"/revision/to\",schemaPath:\"#/properties/revision/properties/to/pattern\",keyword:\"pattern\",params:{pattern: \"\\\\S\"}};if(vErrors === null){vErrors = [err183];}else {vErrors.push(err183);}errors++;}}else {const err184 = {instancePath:instancePath+\"/revision/to\",schemaPath:\"#/properties/revision/properties/to/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err184];}else {vErrors.push(err184);}errors++;}}}else {const err185 = {instancePath:instancePath+\"/revision\",schemaPath:\"#/properties/revision/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err185];}else {vErrors.push(err185);}errors++;}}if(data.absent !== undefined){let data88 = data.absent;if(!data88 || typeof data88 != \"object\"){const err186 = {instancePath:instancePath+\"/absent\",schemaPath:\"#/properties/absent/type\",keyword:\"type\",params:{type: schema11.properties.absent.type}};if(vErrors === null){vErrors = [err186];}else {vErrors.push(err186);}errors++;}if(Array.isArray(data88)){const len9 = data88.length;for(let i9=0; i9<len9; i9++){let data89 = data88[i9];if(!(((typeof data89 == \"number\") && (!(data89 % 1) && !isNaN(data89))) && (isFinite(data89)))){const err187 = {instancePath:instancePath+\"/absent/\" + i9,schemaPath:\"#/properties/absent/items/type\",keyword:\"type\",params:{type: \"integer\"}};if(vErrors === null){vErrors = [err187];}else {vErrors.push(err187);}errors++;}if((typeof data89 == \"number\") && (isFinite(data89))){if(data89 > 599 || isNaN(data89)){const err188 = {instancePath:instancePath+\"/absent/\" + i9,schemaPath:\"#/properties/absent/items/maximum\",keyword:\"maximum\",params:{comparison: \"<=\", limit: 599}};if(vErrors === null){vErrors = [err188];}else {vErrors.push(err188);}errors++;}if(data89 < 200 || isNaN(data89)){const err189 = {instancePath:instancePath+\"/absent/\" + i9,schemaPath:\"#/properties/absent/items/minimum\",keyword:\"minimum\",params:{comparison: \">=\", limit: 200}};if(vErrors === null){vErrors = [err189];}else {vErrors.push(err189);}errors++;}}}}if(data88 && typeof data88 == \"object\" && !Array.isArray(data88)){for(const key26 in data88){if(!(((key26 === \"status\") || (key26 === \"at\")) || (key26 === \"in\"))){const err190 = {instancePath:instancePath+\"/absent\",schemaPath:\"#/properties/absent/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key26}};if(vErrors === null){vErrors = [err190];}else {vErrors.push(err190);}errors++;}}if(data88.status !== undefined){let data90 = data88.status;if(Array.isArray(data90)){if(data90.length < 1){const err191 = {instancePath:instancePath+\"/absent/status\",schemaPath:\"#/properties/absent/properties/status/minItems\",keyword:\"minItems\",params:{limit: 1}};if(vErrors === null){vErrors = [err191];}else {vErrors.push(err191);}errors++;}const len10 = data90.length;for(let i10=0; i10<len10; i10++){let data91 = data90[i10];if(!(((typeof data91 == \"number\") && (!(data91 % 1) && !isNaN(data91))) && (isFinite(data91)))){const err192 = {instancePath:instancePath+\"/absent/status/\" + i10,schemaPath:\"#/properties/absent/properties/status/items/type\",keyword:\"type\",params:{type: \"integer\"}};if(vErrors === null){vErrors = [err192];}else {vErrors.push(err192);}errors++;}if((typeof data91 == \"number\") && (isFinite(data91))){if(data91 > 599 || isNaN(data91)){const err193 = {instancePath:instancePath+\"/absent/status/\" + i10,schemaPath:\"#/properties/absent/properties/status/items/maximum\",keyword:\"maximum\",params:{comparison: \"<=\", limit: 599}};if(vErrors === null){vErrors = [err193];}else {vErrors.push(err193);}errors++;}if(data91 < 100 || isNaN(data91)){const err194 = {instancePath:instancePath+\"/absent/status/\" + i10,schemaPath:\"#/properties/absent/properties/status/items/minimum\",keyword:\"minimum\",params:{comparison: \">=\", limit: 100}};if(vErrors === null){vErrors = [err194];}else {vErrors.push(err194);}errors++;}}}}else {const err195 = {instancePath:instancePath+\"/absent/status\",schemaPath:\"#/properties/absent/properties/status/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err195];}else {vErrors.push(err195);}errors++;}}if(data88.at !== undefined){let data92 = data88.at;if(typeof data92 === \"string\"){if(!pattern12.test(data92)){const err196 = {instancePath:instancePath+\"/absent/at\",schemaPath:\"#/properties/absent/properties/at/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err196];}else {vErrors.push(err196);}errors++;}}else {const err197 = {instancePath:instancePath+\"/absent/at\",schemaPath:\"#/properties/absent/properties/at/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err197];}else {vErrors.push(err197);}errors++;}}if(data88.in !== undefined){let data93 = data88.in;if(Array.isArray(data93)){if(data93.length < 1){const err198 = {instancePath:instancePath+\"/absent/in\",schemaPath:\"#/properties/absent/properties/in/minItems\",keyword:\"minItems\",params:{limit: 1}};if(vErrors === null){vErrors = [err198];}else {vErrors.push(err198);}errors++;}const len11 = data93.length;for(let i11=0; i11<len11; i11++){let data94 = data93[i11];if(((typeof data94 !== \"string\") && (!((typeof data94 == \"number\") && (isFinite(data94))))) && (typeof data94 !== \"boolean\")){const err199 = {instancePath:instancePath+\"/absent/in/\" + i11,schemaPath:\"#/properties/absent/properties/in/items/type\",keyword:\"type\",params:{type: schema11.properties.absent.properties.in.items.type}};if(vErrors === null){vErrors = [err199];}else {vErrors.push(err199);}errors++;}}}else {const err200 = {instancePath:instancePath+\"/absent/in\",schemaPath:\"#/properties/absent/properties/in/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err200];}else {vErrors.push(err200);}errors++;}}}}if(data.poll !== undefined){let data95 = data.poll;if(data95 && typeof data95 == \"object\" && !Array.isArray(data95)){if(data95.url === undefined){const err201 = {instancePath:instancePath+\"/poll\",schemaPath:\"#/properties/poll/required\",keyword:\"required\",params:{missingProperty: \"url\"}};if(vErrors === null){vErrors = [err201];}else {vErrors.push(err201);}errors++;}if(data95.done === undefined){const err202 = {instancePath:instancePath+\"/poll\",schemaPath:\"#/properties/poll/required\",keyword:\"required\",params:{missingProperty: \"done\"}};if(vErrors === null){vErrors = [err202];}else {vErrors.push(err202);}errors++;}for(const key27 in data95){if(!((((key27 === \"url\") || (key27 === \"done\")) || (key27 === \"failed\")) || (key27 === \"interval\"))){const err203 = {instancePath:instancePath+\"/poll\",schemaPath:\"#/properties/poll/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key27}};if(vErrors === null){vErrors = [err203];}else {vErrors.push(err203);}errors++;}}if(data95.url !== undefined){let data96 = data95.url;if(typeof data96 === \"string\"){if(!pattern2.test(data96)){const err204 = {instancePath:instancePath+\"/poll/url\",schemaPath:\"#/properties/poll/properties/url/pattern\",keyword:\"pattern\",params:{pattern: \"\\\\S\"}};if(vErrors === null){vErrors = [err204];}else {vErrors.push(err204);}errors++;}}else {const err205 = {instancePath:instancePath+\"/poll/url\",schemaPath:\"#/properties/poll/properties/url/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err205];}else {vErrors.push(err205);}errors++;}}if(data95.done !== undefined){let data97 = data95.done;if(data97 && typeof data97 == \"object\" && !Array.isArray(data97)){if(data97.at === undefined){const err206 = {instancePath:instancePath+\"/poll/done\",schemaPath:\"#/properties/poll/properties/done/required\",keyword:\"required\",params:{missingProperty: \"at\"}};if(vErrors === null){vErrors = [err206];}else {vErrors.push(err206);}errors++;}if(data97.in === undefined){const err207 = {instancePath:instancePath+\"/poll/done\",schemaPath:\"#/properties/poll/properties/done/required\",keyword:\"required\",params:{missingProperty: \"in\"}};if(vErrors === null){vErrors = [err207];}else {vErrors.push(err207);}errors++;}for(const key28 in data97){if(!((key28 === \"at\") || (key28 === \"in\"))){const err208 = {instancePath:instancePath+\"/poll/done\",schemaPath:\"#/properties/poll/properties/done/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key28}};if(vErrors === null){vErrors = [err208];}else {vErrors.push(err208);}errors++;}}if(data97.at !== undefined){let data98 = data97.at;if(typeof data98 === \"string\"){if(!pattern12.test(data98)){const err209 = {instancePath:instancePath+\"/poll/done/at\",schemaPath:\"#/properties/poll/properties/done/properties/at/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err209];}else {vErrors.push(err209);}errors++;}}else {const err210 = {instancePath:instancePath+\"/poll/done/at\",schemaPath:\"#/properties/poll/properties/done/properties/at/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err210];}else {vErrors.push(err210);}errors++;}}if(data97.in !== undefined){let data99 = data97.in;if(Array.isArray(data99)){if(data99.length < 1){const err211 = {instancePath:instancePath+\"/poll/done/in\",schemaPath:\"#/properties/poll/properties/done/properties/in/minItems\",keyword:\"minItems\",params:{limit: 1}};if(vErrors === null){vErrors = [err211];}else {vErrors.push(err211);}errors++;}const len12 = data99.length;for(let i12=0; i12<len12; i12++){let data100 = data99[i12];if(((typeof data100 !== \"string\") && (!((typeof data100 == \"number\") && (isFinite(data100))))) && (typeof data100 !== \"boolean\")){const err212 = {instancePath:instancePath+\"/poll/done/in/\" + i12,schemaPath:\"#/properties/poll/properties/done/properties/in/items/type\",keyword:\"type\",params:{type: schema11.properties.poll.properties.done.properties.in.items.type}};if(vErrors === null){vErrors = [err212];}else {vErrors.push(err212);}errors++;}}}else {const err213 = {instancePath:instancePath+\"/poll/done/in\",schemaPath:\"#/properties/poll/properties/done/properties/in/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err213];}else {vErrors.push(err213);}errors++;}}}else {const err214 = {instancePath:instancePath+\"/poll/done\",schemaPath:\"#/properties/poll/properties/done/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err214];}else {vErrors.push(err214);}errors++;}}if(data95.failed !== undefined){let data101 = data95.failed;if(data101 && typeof data101 == \"object\" && !Array.isArray(data101)){if(data101.at === undefined){const err215 = {instancePath:instancePath+\"/poll/failed\",schemaPath:\"#/properties/poll/properties/failed/required\",keyword:\"required\",params:{missingProperty: \"at\"}};if(vErrors === null){vErrors = [err215];}else {vErrors.push(err215);}errors++;}if(data101.in === undefined){const err216 = {instancePath:instancePath+\"/poll/failed\",schemaPath:\"#/properties/poll/properties/failed/required\",keyword:\"required\",params:{missingProperty: \"in\"}};if(vErrors === null){vErrors = [err216];}else {vErrors.push(err216);}errors++;}for(const key29 in data101){if(!((key29 === \"at\") || (key29 === \"in\"))){const err217 = {instancePath:instancePath+\"/poll/failed\",schemaPath:\"#/properties/poll/properties/failed/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key29}};if(vErrors === null){vErrors = [err217];}else {vErrors.push(err217);}errors++;}}if(data101.at !== undefined){let data102 = data101.at;if(typeof data102 === \"string\"){if(!pattern12.test(data102)){const err218 = {instancePath:instancePath+\"/poll/failed/at\",schemaPath:\"#/properties/poll/properties/failed/properties/at/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err218];}else {vErrors.push(err218);}errors++;}}else {const err219 = {instancePath:instancePath+\"/poll/failed/at\",schemaPath:\"#/properties/poll/properties/failed/properties/at/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err219];}else {vErrors.push(err219);}errors++;}}if(data101.in !== undefined){let data103 = data101.in;if(Array.isArray(data103)){if(data103.length < 1){const err220 = {instancePath:instancePath+\"/poll/failed/in\",schemaPath:\"#/properties/poll/properties/failed/properties/in/minItems\",keyword:\"minItems\",params:{limit: 1}};if(vErrors === null){vErrors = [err220];}else {vErrors.push(err220);}errors++;}const len13 = data103.length;for(let i13=0; i13<len13; i13++){let data104 = data103[i13];if(((typeof data104 !== \"string\") && (!((typeof data104 == \"number\") && (isFinite(data104))))) && (typeof data104 !== \"boolean\")){const err221 = {instancePath:instancePath+\"/poll/failed/in/\" + i13,schemaPath:\"#/properties/poll/properties/failed/properties/in/items/type\",keyword:\"type\",params:{type: schema11.properties.poll.properties.failed.properties.in.items.type}};if(vErrors === null){vErrors = [err221];}else {vErrors.push(err221);}errors++;}}}else {const err222 = {instancePath:instancePath+\"/poll/failed/in\",schemaPath:\"#/properties/poll/properties/failed/properties/in/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err222];}else {vErrors.push(err222);}errors++;}}}else {const err223 = {instancePath:instancePath+\"/poll/failed\",schemaPath:\"#/properties/poll/properties/failed/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err223];}else {vErrors.push(err223);}errors++;}}if(data95.interval !== undefined){let data105 = data95.interval;if(typeof data105 === \"string\"){if(!pattern45.test(data105)){const err224 = {instancePath:instancePath+\"/poll/interval\",schemaPath:\"#/properties/poll/properties/interval/pattern\",keyword:\"pattern\",params:{pattern: \"^[0-9]+(?:ms|s|m)$\"}};if(vErrors === null){vErrors = [err224];}else {vErrors.push(err224);}errors++;}}else {const err225 = {instancePath:instancePath+\"/poll/interval\",schemaPath:\"#/properties/poll/properties/interval/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err225];}else {vErrors.push(err225);}errors++;}}}else {const err226 = {instancePath:instancePath+\"/poll\",schemaPath:\"#/properties/poll/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err226];}else {vErrors.push(err226);}errors++;}}if(data.settle !== undefined){let data106 = data.settle;if(typeof data106 === \"string\"){if(!pattern45.test(data106)){const err227 = {instancePath:instancePath+\"/settle\",schemaPath:\"#/properties/settle/pattern\",keyword:\"pattern\",params:{pattern: \"^[0-9]+(?:ms|s|m)$\"}};if(vErrors === null){vErrors = [err227];}else {vErrors.push(err227);}errors++;}}else {const err228 = {instancePath:instancePath+\"/settle\",schemaPath:\"#/properties/settle/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err228];}else {vErrors.push(err228);}errors++;}}if(data.idempotencyKey !== undefined){let data107 = data.idempotencyKey;if(typeof data107 === \"string\"){if(!pattern3.test(data107)){const err229 = {instancePath:instancePath+\"/idempotencyKey\",schemaPath:\"#/properties/idempotencyKey/pattern\",keyword:\"pattern\",params:{pattern: \"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$\"}};if(vErrors === null){vErrors = [err229];}else {vErrors.push(err229);}errors++;}}else {const err230 = {instancePath:instancePath+\"/idempotencyKey\",schemaPath:\"#/properties/idempotencyKey/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err230];}else {vErrors.push(err230);}errors++;}}if(data.retryOn !== undefined){let data108 = data.retryOn;if(Array.isArray(data108)){if(data108.length < 1){const err231 = {instancePath:instancePath+\"/retryOn\",schemaPath:\"#/properties/retryOn/minItems\",keyword:\"minItems\",params:{limit: 1}};if(vErrors === null){vErrors = [err231];}else {vErrors.push(err231);}errors++;}const len14 = data108.length;for(let i14=0; i14<len14; i14++){let data109 = data108[i14];if(!(((typeof data109 == \"number\") && (!(data109 % 1) && !isNaN(data109))) && (isFinite(data109)))){const err232 = {instancePath:instancePath+\"/retryOn/\" + i14,schemaPath:\"#/properties/retryOn/items/type\",keyword:\"type\",params:{type: \"integer\"}};if(vErrors === null){vErrors = [err232];}else {vErrors.push(err232);}errors++;}if((typeof data109 == \"number\") && (isFinite(data109))){if(data109 > 599 || isNaN(data109)){const err233 = {instancePath:instancePath+\"/retryOn/\" + i14,schemaPath:\"#/properties/retryOn/items/maximum\",keyword:\"maximum\",params:{comparison: \"<=\", limit: 599}};if(vErrors === null){vErrors = [err233];}else {vErrors.push(err233);}errors++;}if(data109 < 100 || isNaN(data109)){const err234 = {instancePath:instancePath+\"/retryOn/\" + i14,schemaPath:\"#/properties/retryOn/items/minimum\",keyword:\"minimum\",params:{comparison: \">=\", limit: 100}};if(vErrors === null){vErrors = [err234];}else {vErrors.push(err234);}errors++;}}}}else {const err235 = {instancePath:instancePath+\"/retryOn\",schemaPath:\"#/properties/retryOn/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err235];}else {vErrors.push(err235);}errors++;}}if(data.outputs !== undefined){let data110 = data.outputs;if(data110 && typeof data110 == \"object\" && !Array.isArray(data110)){for(const key30 in data110){const _errs250 = errors;if(typeof key30 === \"string\"){if(!pattern8.test(key30)){const err236 = {instancePath:instancePath+\"/outputs\",schemaPath:\"#/properties/outputs/propertyNames/pattern\",keyword:\"pattern\",params:{pattern: \"^[A-Za-z_][A-Za-z0-9_-]*$\"},propertyName:key30};if(vErrors === null){vErrors = [err236];}else {vErrors.push(err236);}errors++;}}else {const err237 = {instancePath:instancePath+\"/outputs\",schemaPath:\"#/properties/outputs/propertyNames/type\",keyword:\"type\",params:{type: \"string\"},propertyName:key30};if(vErrors === null){vErrors = [err237];}else {vErrors.push(err237);}errors++;}var valid60 = _errs250 === errors;if(!valid60){const err238 = {instancePath:instancePath+\"/outputs\",schemaPath:\"#/properties/outputs/propertyNames\",keyword:\"propertyNames\",params:{propertyName: key30}};if(vErrors === null){vErrors = [err238];}else {vErrors.push(err238);}errors++;}}for(const key31 in data110){let data111 = data110[key31];if(typeof data111 === \"string\"){if(!pattern12.test(data111)){const err239 = {instancePath:instancePath+\"/outputs/\" + key31.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/outputs/additionalProperties/pattern\",keyword:\"pattern\",params:{pattern: \"^(?:/(?:[^~/]|~[01])*)*$\"}};if(vErrors === null){vErrors = [err239];}else {vErrors.push(err239);}errors++;}}else {const err240 = {instancePath:instancePath+\"/outputs/\" + key31.replace(/~/g, \"~0\").replace(/\\//g, \"~1\"),schemaPath:\"#/properties/outputs/additionalProperties/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err240];}else {vErrors.push(err240);}errors++;}}}else {const err241 = {instancePath:instancePath+\"/outputs\",schemaPath:\"#/properties/outputs/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err241];}else {vErrors.push(err241);}errors++;}}if(data.sensitiveOutputs !== undefined){let data112 = data.sensitiveOutputs;if(Array.isArray(data112)){const len15 = data112.length;for(let i15=0; i15<len15; i15++){let data113 = data112[i15];if(typeof data113 === \"string\"){if(!pattern8.test(data113)){const err242 = {instancePath:instancePath+\"/sensitiveOutputs/\" + i15,schemaPath:\"#/properties/sensitiveOutputs/items/pattern\",keyword:\"pattern\",params:{pattern: \"^[A-Za-z_][A-Za-z0-9_-]*$\"}};if(vErrors === null){vErrors = [err242];}else {vErrors.push(err242);}errors++;}}else {const err243 = {instancePath:instancePath+\"/sensitiveOutputs/\" + i15,schemaPath:\"#/properties/sensitiveOutputs/items/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err243];}else {vErrors.push(err243);}errors++;}}}else {const err244 = {instancePath:instancePath+\"/sensitiveOutputs\",schemaPath:\"#/properties/sensitiveOutputs/type\",keyword:\"type\",params:{type: \"array\"}};if(vErrors === null){vErrors = [err244];}else {vErrors.push(err244);}errors++;}}if(data.limits !== undefined){let data114 = data.limits;if(data114 && typeof data114 == \"object\" && !Array.isArray(data114)){for(const key32 in data114){if(!((key32 === \"concurrent\") || (key32 === \"perSecond\"))){const err245 = {instancePath:instancePath+\"/limits\",schemaPath:\"#/properties/limits/additionalProperties\",keyword:\"additionalProperties\",params:{additionalProperty: key32}};if(vErrors === null){vErrors = [err245];}else {vErrors.push(err245);}errors++;}}if(data114.concurrent !== undefined){let data115 = data114.concurrent;if(!(((typeof data115 == \"number\") && (!(data115 % 1) && !isNaN(data115))) && (isFinite(data115)))){const err246 = {instancePath:instancePath+\"/limits/concurrent\",schemaPath:\"#/properties/limits/properties/concurrent/type\",keyword:\"type\",params:{type: \"integer\"}};if(vErrors === null){vErrors = [err246];}else {vErrors.push(err246);}errors++;}if((typeof data115 == \"number\") && (isFinite(data115))){if(data115 < 1 || isNaN(data115)){const err247 = {instancePath:instancePath+\"/limits/concurrent\",schemaPath:\"#/properties/limits/properties/concurrent/minimum\",keyword:\"minimum\",params:{comparison: \">=\", limit: 1}};if(vErrors === null){vErrors = [err247];}else {vErrors.push(err247);}errors++;}}}if(data114.perSecond !== undefined){let data116 = data114.perSecond;if((typeof data116 == \"number\") && (isFinite(data116))){if(data116 <= 0 || isNaN(data116)){const err248 = {instancePath:instancePath+\"/limits/perSecond\",schemaPath:\"#/properties/limits/properties/perSecond/exclusiveMinimum\",keyword:\"exclusiveMinimum\",params:{comparison: \">\", limit: 0}};if(vErrors === null){vErrors = [err248];}else {vErrors.push(err248);}errors++;}}else {const err249 = {instancePath:instancePath+\"/limits/perSecond\",schemaPath:\"#/properties/limits/properties/perSecond/type\",keyword:\"type\",params:{type: \"number\"}};if(vErrors === null){vErrors = [err249];}else {vErrors.push(err249);}errors++;}}}else {const err250 = {instancePath:instancePath+\"/limits\",schemaPath:\"#/properties/limits/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err250];}else {vErrors.push(err250);}errors++;}}if(data.rotate !== undefined){if(typeof data.rotate !== \"string\"){const err251 = {instancePath:instancePath+\"/rotate\",schemaPath:\"#/properties/rotate/type\",keyword:\"type\",params:{type: \"string\"}};if(vErrors === null){vErrors = [err251];}else {vErrors.push(err251);}errors++;}}}else {const err252 = {instancePath,schemaPath:\"#/type\",keyword:\"type\",params:{type: \"object\"}};if(vErrors === null){vErrors = [err252];}else {vErrors.push(err252);}errors++;}validate10.errors = vErrors;return errors === 0;}", "{\"#\":{\"fields\":{\"baseUrl\":\"Where the API is, like https://api.example/v1\",\"path\":\"The collection that the thing is in, below baseUrl, like /services\",\"auth\":\"How requests are authorized: one of bearer, basic, header and oauth2\",\"headers\":\"Headers of every request\",\"query\":\"Parameters of every request\",\"encoding\":\"How bodies are sent\",\"id\":\"Where the id is: a pointer into the answer (default /id), {header: Location}, or {body: /uid} for one that we choose\",\"item\":\"Path of the thing itself\",\"find\":\"How to find the thing without its id: in which list, and by which values\",\"request\":\"What bodies are wrapped in\",\"response\":\"What answers are wrapped in\",\"aliases\":\"Fields that answers have in another place: pointer in the body → pointer in the answer\",\"body\":\"What the thing is to be\",\"writeOnly\":\"Fields of the body that are sent with every write and not compared\",\"createOnly\":\"Fields of the body that are sent once, when the thing is made\",\"replaceOn\":\"Fields of the body whose change deletes the thing and makes a new one\",\"lists\":\"Lists whose order does not count, by pointer: set, or {key: /id} for members that have one\",\"normalize\":\"What does not count in values, by pointer\",\"create\":\"How it is made\",\"read\":\"How it is looked at\",\"update\":\"How it is changed\",\"delete\":\"How it is deleted\",\"revision\":\"What keeps us from overwriting a change that we have not seen: read from one place, sent in another\",\"absent\":\"What else means that it is not there, besides 404 and 410: statuses, or {status, at, in} for things that are only marked as deleted\",\"poll\":\"How to wait for work that the server goes on with after its answer\",\"settle\":\"How long reads may lag behind writes\",\"idempotencyKey\":\"Name of the header by which the server recognises a request that it has got already\",\"retryOn\":\"Further statuses after which a request is sent again\",\"outputs\":\"What other tasks may use: name → pointer into the answer\",\"sensitiveOutputs\":\"Names of outputs that are secret\",\"limits\":\"For all requests of a run to the host\",\"rotate\":\"Any text: when it changes, all that is write-only is sent again\"}},\"#/properties/baseUrl\":{\"messages\":{\"pattern\":\"is not the address of an API\"},\"hints\":{\"*\":\"Write it like https://api.example/v1, without user, password and query. Credentials go into \\\"auth\\\".\"}},\"#/properties/path\":{\"messages\":{\"pattern\":\"is not a path: it begins with \\\"/\\\", and has no query\"}},\"#/properties/auth\":{\"fields\":{\"bearer\":\"A token, as ${SECRET:name}\",\"basic\":\"User and password\",\"header\":\"A header of the API's own\",\"oauth2\":\"A token is got with the client's credentials, once a run\",\"itemBearer\":\"An output of the task: once it is recorded, its value is the token for requests about the thing itself\"}},\"#/properties/auth/properties/bearer\":{\"messages\":{\"pattern\":\"is empty\"}},\"#/properties/auth/properties/basic\":{\"fields\":{\"username\":\"The user\",\"password\":\"The password, as ${SECRET:name}\"}},\"#/properties/auth/properties/header\":{\"fields\":{\"name\":\"Name of the header\",\"value\":\"Its value, with ${SECRET:name} in it\"}},\"#/properties/auth/properties/header/properties/name\":{\"messages\":{\"pattern\":\"is not the name of a header\",\"propertyNames\":\"is not the name of a header\"}},\"#/properties/auth/properties/header/properties/value\":{\"messages\":{\"pattern\":\"is empty\"}},\"#/properties/auth/properties/oauth2\":{\"fields\":{\"tokenUrl\":\"Where tokens are given\",\"clientId\":\"The client\",\"clientSecret\":\"Its secret, as ${SECRET:name}\",\"scope\":\"What the token is to be good for, with blanks between\",\"audience\":\"Whom the token is for\"}},\"#/properties/auth/properties/oauth2/properties/tokenUrl\":{\"messages\":{\"pattern\":\"is empty\"}},\"#/properties/auth/properties/oauth2/properties/clientId\":{\"messages\":{\"pattern\":\"is empty\"}},\"#/properties/auth/properties/oauth2/properties/clientSecret\":{\"messages\":{\"pattern\":\"is empty\"}},\"#/properties/auth/properties/itemBearer\":{\"messages\":{\"pattern\":\"is not the name of an output: letters, digits, \\\"_\\\" and \\\"-\\\", with a letter or \\\"_\\\" first\",\"propertyNames\":\"is not the name of an output: letters, digits, \\\"_\\\" and \\\"-\\\", with a letter or \\\"_\\\" first\"}},\"#/properties/headers/propertyNames\":{\"messages\":{\"pattern\":\"is not the name of a header\",\"propertyNames\":\"is not the name of a header\"}},\"#/properties/id\":{\"messages\":{\"pattern\":\"is not a pointer like /id\"},\"hints\":{\"*\":\"Write /id, {header: Location} or {body: /uid}.\"},\"fields\":{\"header\":\"A header of the answer; the last part of its path is the id\",\"body\":\"Where in the body the id is that we choose\"}},\"#/properties/id/properties/header\":{\"messages\":{\"pattern\":\"is not the name of a header\",\"propertyNames\":\"is not the name of a header\"}},\"#/properties/id/properties/body\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/item\":{\"messages\":{\"pattern\":\"is not a path: it begins with \\\"/\\\", and has no query\"}},\"#/properties/find\":{\"hints\":{\"*\":\"Write {match: [/name]}, or false.\"},\"fields\":{\"path\":\"Path of the list\",\"query\":\"Parameters of the list\",\"items\":\"Where in the answer the list is, or a mapping by id\",\"match\":\"The values of the body that must be the same, as pointers\",\"page\":\"How the list goes on: link, or one of {number, offset, cursor} with the name of its parameter\"}},\"#/properties/find/properties/path\":{\"messages\":{\"pattern\":\"is not a path: it begins with \\\"/\\\", and has no query\"}},\"#/properties/find/properties/items\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/find/properties/match/items\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/find/properties/page\":{\"messages\":{\"pattern\":\"is not \\\"link\\\"\"},\"hints\":{\"*\":\"Write link, or {offset: offset, size: [limit, 100], more: /more}.\"},\"fields\":{\"number\":\"Parameter with the number of the page, from 1 on\",\"offset\":\"Parameter with the number of entries before the page\",\"cursor\":\"Parameter with what the page before gave as next\",\"size\":\"Parameter with the size of a page, and the size: [limit, 100]\",\"next\":\"Where in the answer the cursor of the next page is\",\"more\":\"Where in the answer it says whether there is more\",\"total\":\"Where in the answer the number of pages is\"}},\"#/properties/find/properties/page/properties/number\":{\"messages\":{\"pattern\":\"is empty\"}},\"#/properties/find/properties/page/properties/offset\":{\"messages\":{\"pattern\":\"is empty\"}},\"#/properties/find/properties/page/properties/cursor\":{\"messages\":{\"pattern\":\"is empty\"}},\"#/properties/find/properties/page/properties/next\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/find/properties/page/properties/more\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/find/properties/page/properties/total\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/request\":{\"fields\":{\"at\":\"Where in what is sent the body stands\"}},\"#/properties/request/properties/at\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/response\":{\"fields\":{\"at\":\"Where in an answer the thing stands\"}},\"#/properties/response/properties/at\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/aliases/additionalProperties\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/aliases/propertyNames\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/writeOnly/items\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/createOnly/items\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/replaceOn/items\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/lists/additionalProperties\":{\"messages\":{\"pattern\":\"is neither \\\"set\\\" nor \\\"ordered\\\"\"},\"hints\":{\"*\":\"Write set, or {key: /id}.\"},\"fields\":{\"key\":\"Where in a member its key is\"}},\"#/properties/lists/additionalProperties/properties/key\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/lists/propertyNames\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/normalize/propertyNames\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/create\":{\"fields\":{\"method\":\"GET, POST, PUT, PATCH or DELETE\",\"path\":\"Another path; may hold {id}\",\"body\":\"Fields that are sent besides\",\"status\":\"Statuses that mean success\"}},\"#/properties/create/properties/path\":{\"messages\":{\"pattern\":\"is not a path: it begins with \\\"/\\\", and has no query\"}},\"#/properties/read\":{\"fields\":{\"method\":\"GET, POST, PUT, PATCH or DELETE\",\"path\":\"Another path; may hold {id}\",\"body\":\"Fields that are sent besides\",\"status\":\"Statuses that mean success\"}},\"#/properties/read/properties/path\":{\"messages\":{\"pattern\":\"is not a path: it begins with \\\"/\\\", and has no query\"}},\"#/properties/update\":{\"fields\":{\"method\":\"GET, POST, PUT, PATCH or DELETE\",\"path\":\"Another path; may hold {id}\",\"body\":\"Fields that are sent besides\",\"status\":\"Statuses that mean success\",\"send\":\"changed: the fields that differ; merged: all that the server has, with ours over it; declared: all of the body\"}},\"#/properties/update/properties/path\":{\"messages\":{\"pattern\":\"is not a path: it begins with \\\"/\\\", and has no query\"}},\"#/properties/delete\":{\"fields\":{\"method\":\"GET, POST, PUT, PATCH or DELETE\",\"path\":\"Another path; may hold {id}\",\"body\":\"What is sent\",\"status\":\"Statuses that mean success\"}},\"#/properties/delete/properties/path\":{\"messages\":{\"pattern\":\"is not a path: it begins with \\\"/\\\", and has no query\"}},\"#/properties/revision\":{\"fields\":{\"from\":\"ETag, another header of the answer, or a pointer into it\",\"to\":\"If-Match, another header, or a pointer into the body\"}},\"#/properties/revision/properties/from\":{\"messages\":{\"pattern\":\"is empty\"}},\"#/properties/revision/properties/to\":{\"messages\":{\"pattern\":\"is empty\"}},\"#/properties/absent\":{\"fields\":{\"status\":\"Statuses\",\"at\":\"Where in the answer it says so\",\"in\":\"The values there that mean deleted\"}},\"#/properties/absent/properties/at\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/poll\":{\"fields\":{\"url\":\"Where to look: a header like Location, a pointer into the answer, or item\",\"done\":\"What means that it is done\",\"failed\":\"What means that it has failed\",\"interval\":\"Time between two looks\"}},\"#/properties/poll/properties/url\":{\"messages\":{\"pattern\":\"is empty\"}},\"#/properties/poll/properties/done\":{\"fields\":{\"at\":\"Where in the answer\",\"in\":\"The values that mean it\"}},\"#/properties/poll/properties/done/properties/at\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/poll/properties/failed\":{\"fields\":{\"at\":\"Where in the answer\",\"in\":\"The values that mean it\"}},\"#/properties/poll/properties/failed/properties/at\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/poll/properties/interval\":{\"messages\":{\"pattern\":\"is not a duration like 30s\"}},\"#/properties/settle\":{\"messages\":{\"pattern\":\"is not a duration like 30s\"}},\"#/properties/idempotencyKey\":{\"messages\":{\"pattern\":\"is not the name of a header\",\"propertyNames\":\"is not the name of a header\"}},\"#/properties/outputs/additionalProperties\":{\"messages\":{\"pattern\":\"is not a pointer\"},\"hints\":{\"*\":\"Write /name or /config/url; * stands for every member of a list.\"}},\"#/properties/outputs/propertyNames\":{\"messages\":{\"pattern\":\"is not the name of an output: letters, digits, \\\"_\\\" and \\\"-\\\", with a letter or \\\"_\\\" first\",\"propertyNames\":\"is not the name of an output: letters, digits, \\\"_\\\" and \\\"-\\\", with a letter or \\\"_\\\" first\"}},\"#/properties/sensitiveOutputs/items\":{\"messages\":{\"pattern\":\"is not the name of an output: letters, digits, \\\"_\\\" and \\\"-\\\", with a letter or \\\"_\\\" first\",\"propertyNames\":\"is not the name of an output: letters, digits, \\\"_\\\" and \\\"-\\\", with a letter or \\\"_\\\" first\"}},\"#/properties/limits\":{\"fields\":{\"concurrent\":\"How many at once\",\"perSecond\":\"How many a second\"}}}"),
};
export const specs = {"File":"file","Shell":"shell","HttpResource":"httpresource"};
