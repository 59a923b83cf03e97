// Written by scripts/generate-validators.ts from schema/*.json. Do not edit.
import { below, failed } from "./failed.ts";
"use strict";
const projectValidator = validate10;
const schema11 = {"properties":{"spec":{"properties":{"include":0,"contexts":{"items":{"properties":{"input":{"type":["boolean","array"]},"event":{"type":["string","array"]},"label":0,"branch":0,"tag":0,"context":0,"contexts":0,"formerNames":0,"inherits":0}}},"commands":{"additionalProperties":{"enum":["apply","create","update","delete","describe","drift","rollback"]}},"state":{"properties":{"backend":{"enum":["branch","cache","file"]}}},"limits":0,"http":0,"plan":{"properties":{"missingSecrets":{"enum":["fail","unknown"]}}},"hooks":0,"processors":{"items":{"type":["string","object"]}}}}}};
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
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "metadata"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.apiVersion !== undefined){
if("opus/v1" !== data.apiVersion){
vErrors = failed(vErrors, instancePath+"/apiVersion", "#/properties/apiVersion/const", {allowedValue: "opus/v1"});
errors++;
}
}
if(data.kind !== undefined){
if("Project" !== data.kind){
vErrors = failed(vErrors, instancePath+"/kind", "#/properties/kind/const", {allowedValue: "Project"});
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
vErrors = failed(vErrors, instancePath+"/metadata", "#/properties/metadata/required", {missingProperty: "name"});
errors++;
}
for(const key1 in data2){
if(!(((key1 === "name") || (key1 === "formerNames")) || (key1 === "description"))){
vErrors = failed(vErrors, instancePath+"/metadata", "#/properties/metadata/additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
vErrors = failed(vErrors, instancePath+"/metadata/name", "#/properties/metadata/properties/name/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/name", "#/properties/metadata/properties/name/type", {type: "string"});
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
vErrors = failed(vErrors, instancePath+"/metadata/formerNames/" + i0, "#/properties/metadata/properties/formerNames/items/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/formerNames/" + i0, "#/properties/metadata/properties/formerNames/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/formerNames", "#/properties/metadata/properties/formerNames/type", {type: "array"});
errors++;
}
}
if(data2.description !== undefined){
if(typeof data2.description !== "string"){
vErrors = failed(vErrors, instancePath+"/metadata/description", "#/properties/metadata/properties/description/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata", "#/properties/metadata/type", {type: "object"});
errors++;
}
}
if(data.spec !== undefined){
let data7 = data.spec;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
if(!(func2.call(schema11.properties.spec.properties, key2))){
vErrors = failed(vErrors, instancePath+"/spec", "#/properties/spec/additionalProperties", {additionalProperty: key2});
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
vErrors = failed(vErrors, instancePath+"/spec/include/" + i1, "#/properties/spec/properties/include/items/pattern", {pattern: "^\\S(?:.*\\S)?$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/include/" + i1, "#/properties/spec/properties/include/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/include", "#/properties/spec/properties/include/type", {type: "array"});
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
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2, "#/properties/spec/properties/contexts/items/not", {});
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
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2, "#/properties/spec/properties/contexts/items/anyOf/0/required", {missingProperty: "input"});
errors++;
}
}
var _valid0 = _errs29 === errors;
valid10 = valid10 || _valid0;
if(!valid10){
const _errs30 = errors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.context === undefined){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2, "#/properties/spec/properties/contexts/items/anyOf/1/required", {missingProperty: "context"});
errors++;
}
}
var _valid0 = _errs30 === errors;
valid10 = valid10 || _valid0;
if(!valid10){
const _errs31 = errors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.contexts === undefined){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2, "#/properties/spec/properties/contexts/items/anyOf/2/required", {missingProperty: "contexts"});
errors++;
}
}
var _valid0 = _errs31 === errors;
valid10 = valid10 || _valid0;
}
}
if(!valid10){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2, "#/properties/spec/properties/contexts/items/anyOf", {});
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
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2, "#/properties/spec/properties/contexts/items/additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data11.input !== undefined){
let data12 = data11.input;
if((typeof data12 !== "boolean") && (!(Array.isArray(data12)))){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/input", "#/properties/spec/properties/contexts/items/properties/input/type", {type: schema11.properties.spec.properties.contexts.items.properties.input.type});
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
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/input", "#/properties/spec/properties/contexts/items/properties/input/not", {});
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
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/input", "#/properties/spec/properties/contexts/items/properties/input/minItems", {limit: 1});
errors++;
}
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
let data13 = data12[i3];
if(typeof data13 === "string"){
if(!pattern0.test(data13)){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/input/" + i3, "#/properties/spec/properties/contexts/items/properties/input/items/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/input/" + i3, "#/properties/spec/properties/contexts/items/properties/input/items/type", {type: "string"});
errors++;
}
}
}
}
if(data11.event !== undefined){
let data14 = data11.event;
if((typeof data14 !== "string") && (!(Array.isArray(data14)))){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/event", "#/properties/spec/properties/contexts/items/properties/event/type", {type: schema11.properties.spec.properties.contexts.items.properties.event.type});
errors++;
}
if(typeof data14 === "string"){
if(!pattern4.test(data14)){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/event", "#/properties/spec/properties/contexts/items/properties/event/pattern", {pattern: "^[a-z_]+$"});
errors++;
}
}
if(Array.isArray(data14)){
if(data14.length < 1){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/event", "#/properties/spec/properties/contexts/items/properties/event/minItems", {limit: 1});
errors++;
}
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
let data15 = data14[i4];
if(typeof data15 === "string"){
if(!pattern4.test(data15)){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/event/" + i4, "#/properties/spec/properties/contexts/items/properties/event/items/pattern", {pattern: "^[a-z_]+$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/event/" + i4, "#/properties/spec/properties/contexts/items/properties/event/items/type", {type: "string"});
errors++;
}
}
}
}
if(data11.label !== undefined){
let data16 = data11.label;
if(typeof data16 === "string"){
if(!pattern2.test(data16)){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/label", "#/properties/spec/properties/contexts/items/properties/label/pattern", {pattern: "^\\S(?:.*\\S)?$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/label", "#/properties/spec/properties/contexts/items/properties/label/type", {type: "string"});
errors++;
}
}
if(data11.branch !== undefined){
let data17 = data11.branch;
if(typeof data17 === "string"){
if(!pattern2.test(data17)){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/branch", "#/properties/spec/properties/contexts/items/properties/branch/pattern", {pattern: "^\\S(?:.*\\S)?$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/branch", "#/properties/spec/properties/contexts/items/properties/branch/type", {type: "string"});
errors++;
}
}
if(data11.tag !== undefined){
let data18 = data11.tag;
if(typeof data18 === "string"){
if(!pattern2.test(data18)){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/tag", "#/properties/spec/properties/contexts/items/properties/tag/pattern", {pattern: "^\\S(?:.*\\S)?$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/tag", "#/properties/spec/properties/contexts/items/properties/tag/type", {type: "string"});
errors++;
}
}
if(data11.context !== undefined){
let data19 = data11.context;
if(typeof data19 === "string"){
if(!pattern9.test(data19)){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/context", "#/properties/spec/properties/contexts/items/properties/context/pattern", {pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/context", "#/properties/spec/properties/contexts/items/properties/context/type", {type: "string"});
errors++;
}
}
if(data11.contexts !== undefined){
let data20 = data11.contexts;
if(Array.isArray(data20)){
if(data20.length < 1){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/contexts", "#/properties/spec/properties/contexts/items/properties/contexts/minItems", {limit: 1});
errors++;
}
const len5 = data20.length;
for(let i5=0; i5<len5; i5++){
let data21 = data20[i5];
if(typeof data21 === "string"){
if(!pattern9.test(data21)){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/contexts/" + i5, "#/properties/spec/properties/contexts/items/properties/contexts/items/pattern", {pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/contexts/" + i5, "#/properties/spec/properties/contexts/items/properties/contexts/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/contexts", "#/properties/spec/properties/contexts/items/properties/contexts/type", {type: "array"});
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
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/formerNames/" + i6, "#/properties/spec/properties/contexts/items/properties/formerNames/items/pattern", {pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/formerNames/" + i6, "#/properties/spec/properties/contexts/items/properties/formerNames/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/formerNames", "#/properties/spec/properties/contexts/items/properties/formerNames/type", {type: "array"});
errors++;
}
}
if(data11.inherits !== undefined){
let data24 = data11.inherits;
if(typeof data24 === "string"){
if(!pattern9.test(data24)){
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/inherits", "#/properties/spec/properties/contexts/items/properties/inherits/pattern", {pattern: "^(?:[A-Za-z0-9]|\\$\\{[^}]*\\})(?:[A-Za-z0-9._-]|\\$\\{[^}]*\\})*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2+"/inherits", "#/properties/spec/properties/contexts/items/properties/inherits/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts/" + i2, "#/properties/spec/properties/contexts/items/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/contexts", "#/properties/spec/properties/contexts/type", {type: "array"});
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
vErrors = failed(vErrors, instancePath+"/spec/commands", "#/properties/spec/properties/commands/propertyNames/pattern", {pattern: "^[a-z][a-z0-9-]*$"}, key4);
errors++;
}
}
var valid21 = _errs63 === errors;
if(!valid21){
vErrors = failed(vErrors, instancePath+"/spec/commands", "#/properties/spec/properties/commands/propertyNames", {propertyName: key4});
errors++;
}
}
for(const key5 in data25){
let data26 = data25[key5];
if(!(((((((data26 === "apply") || (data26 === "create")) || (data26 === "update")) || (data26 === "delete")) || (data26 === "describe")) || (data26 === "drift")) || (data26 === "rollback"))){
vErrors = failed(vErrors, instancePath+"/spec/commands" + below(key5), "#/properties/spec/properties/commands/additionalProperties/enum", {allowedValues: schema11.properties.spec.properties.commands.additionalProperties.enum});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/commands", "#/properties/spec/properties/commands/type", {type: "object"});
errors++;
}
}
if(data7.state !== undefined){
let data27 = data7.state;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key6 in data27){
if(!(((key6 === "backend") || (key6 === "branch")) || (key6 === "path"))){
vErrors = failed(vErrors, instancePath+"/spec/state", "#/properties/spec/properties/state/additionalProperties", {additionalProperty: key6});
errors++;
}
}
if(data27.backend !== undefined){
let data28 = data27.backend;
if(!(((data28 === "branch") || (data28 === "cache")) || (data28 === "file"))){
vErrors = failed(vErrors, instancePath+"/spec/state/backend", "#/properties/spec/properties/state/properties/backend/enum", {allowedValues: schema11.properties.spec.properties.state.properties.backend.enum});
errors++;
}
}
if(data27.branch !== undefined){
let data29 = data27.branch;
if(typeof data29 === "string"){
if(!pattern14.test(data29)){
vErrors = failed(vErrors, instancePath+"/spec/state/branch", "#/properties/spec/properties/state/properties/branch/pattern", {pattern: "^(?!refs/|[-/.]|@$|[Hh][Ee][Aa][Dd]$)(?!.*(?:\\.\\.|@\\{|//|/\\.|\\.lock(?:/|$)|[/.]$))(?:[^\\s~^:?*[\\\\\\u0000-\\u001f\\u007f]|\\$\\{OPUS:(?:context|project)\\})+$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/state/branch", "#/properties/spec/properties/state/properties/branch/type", {type: "string"});
errors++;
}
}
if(data27.path !== undefined){
let data30 = data27.path;
if(typeof data30 === "string"){
if(!pattern2.test(data30)){
vErrors = failed(vErrors, instancePath+"/spec/state/path", "#/properties/spec/properties/state/properties/path/pattern", {pattern: "^\\S(?:.*\\S)?$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/state/path", "#/properties/spec/properties/state/properties/path/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/state", "#/properties/spec/properties/state/type", {type: "object"});
errors++;
}
}
if(data7.limits !== undefined){
let data31 = data7.limits;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key7 in data31){
if(!(((key7 === "maxDeletes") || (key7 === "maxDeletePercent")) || (key7 === "maxIssues"))){
vErrors = failed(vErrors, instancePath+"/spec/limits", "#/properties/spec/properties/limits/additionalProperties", {additionalProperty: key7});
errors++;
}
}
if(data31.maxDeletes !== undefined){
let data32 = data31.maxDeletes;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
vErrors = failed(vErrors, instancePath+"/spec/limits/maxDeletes", "#/properties/spec/properties/limits/properties/maxDeletes/type", {type: "integer"});
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 0 || isNaN(data32)){
vErrors = failed(vErrors, instancePath+"/spec/limits/maxDeletes", "#/properties/spec/properties/limits/properties/maxDeletes/minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data31.maxDeletePercent !== undefined){
let data33 = data31.maxDeletePercent;
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 100 || isNaN(data33)){
vErrors = failed(vErrors, instancePath+"/spec/limits/maxDeletePercent", "#/properties/spec/properties/limits/properties/maxDeletePercent/maximum", {comparison: "<=", limit: 100});
errors++;
}
if(data33 < 0 || isNaN(data33)){
vErrors = failed(vErrors, instancePath+"/spec/limits/maxDeletePercent", "#/properties/spec/properties/limits/properties/maxDeletePercent/minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/limits/maxDeletePercent", "#/properties/spec/properties/limits/properties/maxDeletePercent/type", {type: "number"});
errors++;
}
}
if(data31.maxIssues !== undefined){
let data34 = data31.maxIssues;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
vErrors = failed(vErrors, instancePath+"/spec/limits/maxIssues", "#/properties/spec/properties/limits/properties/maxIssues/type", {type: "integer"});
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 1000 || isNaN(data34)){
vErrors = failed(vErrors, instancePath+"/spec/limits/maxIssues", "#/properties/spec/properties/limits/properties/maxIssues/maximum", {comparison: "<=", limit: 1000});
errors++;
}
if(data34 < 1 || isNaN(data34)){
vErrors = failed(vErrors, instancePath+"/spec/limits/maxIssues", "#/properties/spec/properties/limits/properties/maxIssues/minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/limits", "#/properties/spec/properties/limits/type", {type: "object"});
errors++;
}
}
if(data7.http !== undefined){
let data35 = data7.http;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key8 in data35){
if(!(key8 === "allow")){
vErrors = failed(vErrors, instancePath+"/spec/http", "#/properties/spec/properties/http/additionalProperties", {additionalProperty: key8});
errors++;
}
}
if(data35.allow !== undefined){
let data36 = data35.allow;
if(Array.isArray(data36)){
const len7 = data36.length;
for(let i7=0; i7<len7; i7++){
let data37 = data36[i7];
if(typeof data37 === "string"){
if(!pattern16.test(data37)){
vErrors = failed(vErrors, instancePath+"/spec/http/allow/" + i7, "#/properties/spec/properties/http/properties/allow/items/pattern", {pattern: "^(?:\\*\\.)?(?:[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/http/allow/" + i7, "#/properties/spec/properties/http/properties/allow/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/http/allow", "#/properties/spec/properties/http/properties/allow/type", {type: "array"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/http", "#/properties/spec/properties/http/type", {type: "object"});
errors++;
}
}
if(data7.plan !== undefined){
let data38 = data7.plan;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key9 in data38){
if(!(key9 === "missingSecrets")){
vErrors = failed(vErrors, instancePath+"/spec/plan", "#/properties/spec/properties/plan/additionalProperties", {additionalProperty: key9});
errors++;
}
}
if(data38.missingSecrets !== undefined){
let data39 = data38.missingSecrets;
if(!((data39 === "fail") || (data39 === "unknown"))){
vErrors = failed(vErrors, instancePath+"/spec/plan/missingSecrets", "#/properties/spec/properties/plan/properties/missingSecrets/enum", {allowedValues: schema11.properties.spec.properties.plan.properties.missingSecrets.enum});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/plan", "#/properties/spec/properties/plan/type", {type: "object"});
errors++;
}
}
if(data7.hooks !== undefined){
let data40 = data7.hooks;
if(Array.isArray(data40)){
const len8 = data40.length;
for(let i8=0; i8<len8; i8++){
let data41 = data40[i8];
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.use === undefined){
vErrors = failed(vErrors, instancePath+"/spec/hooks/" + i8, "#/properties/spec/properties/hooks/items/required", {missingProperty: "use"});
errors++;
}
for(const key10 in data41){
if(!(((key10 === "use") || (key10 === "with")) || (key10 === "on"))){
vErrors = failed(vErrors, instancePath+"/spec/hooks/" + i8, "#/properties/spec/properties/hooks/items/additionalProperties", {additionalProperty: key10});
errors++;
}
}
if(data41.use !== undefined){
let data42 = data41.use;
if(typeof data42 === "string"){
if(!pattern17.test(data42)){
vErrors = failed(vErrors, instancePath+"/spec/hooks/" + i8+"/use", "#/properties/spec/properties/hooks/items/properties/use/pattern", {pattern: "^(?:[a-z][a-z-]*|\\./.+)$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/hooks/" + i8+"/use", "#/properties/spec/properties/hooks/items/properties/use/type", {type: "string"});
errors++;
}
}
if(data41.with !== undefined){
let data43 = data41.with;
if(!(data43 && typeof data43 == "object" && !Array.isArray(data43))){
vErrors = failed(vErrors, instancePath+"/spec/hooks/" + i8+"/with", "#/properties/spec/properties/hooks/items/properties/with/type", {type: "object"});
errors++;
}
}
if(data41.on !== undefined){
let data44 = data41.on;
if(Array.isArray(data44)){
if(data44.length < 1){
vErrors = failed(vErrors, instancePath+"/spec/hooks/" + i8+"/on", "#/properties/spec/properties/hooks/items/properties/on/minItems", {limit: 1});
errors++;
}
const len9 = data44.length;
for(let i9=0; i9<len9; i9++){
let data45 = data44[i9];
if(typeof data45 === "string"){
if(!pattern13.test(data45)){
vErrors = failed(vErrors, instancePath+"/spec/hooks/" + i8+"/on/" + i9, "#/properties/spec/properties/hooks/items/properties/on/items/pattern", {pattern: "^[a-z][a-z0-9-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/hooks/" + i8+"/on/" + i9, "#/properties/spec/properties/hooks/items/properties/on/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/hooks/" + i8+"/on", "#/properties/spec/properties/hooks/items/properties/on/type", {type: "array"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/hooks/" + i8, "#/properties/spec/properties/hooks/items/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/hooks", "#/properties/spec/properties/hooks/type", {type: "array"});
errors++;
}
}
if(data7.processors !== undefined){
let data46 = data7.processors;
if(Array.isArray(data46)){
const len10 = data46.length;
for(let i10=0; i10<len10; i10++){
let data47 = data46[i10];
if((typeof data47 !== "string") && (!(data47 && typeof data47 == "object" && !Array.isArray(data47)))){
vErrors = failed(vErrors, instancePath+"/spec/processors/" + i10, "#/properties/spec/properties/processors/items/type", {type: schema11.properties.spec.properties.processors.items.type});
errors++;
}
if(typeof data47 === "string"){
if(!pattern2.test(data47)){
vErrors = failed(vErrors, instancePath+"/spec/processors/" + i10, "#/properties/spec/properties/processors/items/pattern", {pattern: "^\\S(?:.*\\S)?$"});
errors++;
}
}
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.use === undefined){
vErrors = failed(vErrors, instancePath+"/spec/processors/" + i10, "#/properties/spec/properties/processors/items/required", {missingProperty: "use"});
errors++;
}
for(const key11 in data47){
if(!((key11 === "use") || (key11 === "with"))){
vErrors = failed(vErrors, instancePath+"/spec/processors/" + i10, "#/properties/spec/properties/processors/items/additionalProperties", {additionalProperty: key11});
errors++;
}
}
if(data47.use !== undefined){
let data48 = data47.use;
if(typeof data48 === "string"){
if(!pattern2.test(data48)){
vErrors = failed(vErrors, instancePath+"/spec/processors/" + i10+"/use", "#/properties/spec/properties/processors/items/properties/use/pattern", {pattern: "^\\S(?:.*\\S)?$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/processors/" + i10+"/use", "#/properties/spec/properties/processors/items/properties/use/type", {type: "string"});
errors++;
}
}
if(data47.with !== undefined){
let data49 = data47.with;
if(!(data49 && typeof data49 == "object" && !Array.isArray(data49))){
vErrors = failed(vErrors, instancePath+"/spec/processors/" + i10+"/with", "#/properties/spec/properties/processors/items/properties/with/type", {type: "object"});
errors++;
}
}
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/processors", "#/properties/spec/properties/processors/type", {type: "array"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec", "#/properties/spec/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath, "#/type", {type: "object"});
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

const valuesValidator = validate11;
const schema12 = {"properties":{"spec":{"properties":{"values":{"additionalProperties":{"properties":{"type":{"enum":["string","integer","number","boolean","array","object"]}}}}}}}};
const pattern22 = new RegExp("^[A-Za-z_][A-Za-z0-9._-]*$", "u");
const pattern25 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "kind"});
errors++;
}
if(data.spec === undefined){
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "spec"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.apiVersion !== undefined){
if("opus/v1" !== data.apiVersion){
vErrors = failed(vErrors, instancePath+"/apiVersion", "#/properties/apiVersion/const", {allowedValue: "opus/v1"});
errors++;
}
}
if(data.kind !== undefined){
if("Values" !== data.kind){
vErrors = failed(vErrors, instancePath+"/kind", "#/properties/kind/const", {allowedValue: "Values"});
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((key1 === "name") || (key1 === "description"))){
vErrors = failed(vErrors, instancePath+"/metadata", "#/properties/metadata/additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
vErrors = failed(vErrors, instancePath+"/metadata/name", "#/properties/metadata/properties/name/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/name", "#/properties/metadata/properties/name/type", {type: "string"});
errors++;
}
}
if(data2.description !== undefined){
if(typeof data2.description !== "string"){
vErrors = failed(vErrors, instancePath+"/metadata/description", "#/properties/metadata/properties/description/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata", "#/properties/metadata/type", {type: "object"});
errors++;
}
}
if(data.spec !== undefined){
let data5 = data.spec;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(!((key2 === "values") || (key2 === "secrets"))){
vErrors = failed(vErrors, instancePath+"/spec", "#/properties/spec/additionalProperties", {additionalProperty: key2});
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
vErrors = failed(vErrors, instancePath+"/spec/values", "#/properties/spec/properties/values/propertyNames/pattern", {pattern: "^[A-Za-z_][A-Za-z0-9._-]*$"}, key3);
errors++;
}
}
var valid3 = _errs16 === errors;
if(!valid3){
vErrors = failed(vErrors, instancePath+"/spec/values", "#/properties/spec/properties/values/propertyNames", {propertyName: key3});
errors++;
}
}
for(const key4 in data6){
let data7 = data6[key4];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.type === undefined){
vErrors = failed(vErrors, instancePath+"/spec/values" + below(key4), "#/properties/spec/properties/values/additionalProperties/required", {missingProperty: "type"});
errors++;
}
for(const key5 in data7){
if(!(((((key5 === "type") || (key5 === "required")) || (key5 === "default")) || (key5 === "contexts")) || (key5 === "description"))){
vErrors = failed(vErrors, instancePath+"/spec/values" + below(key4), "#/properties/spec/properties/values/additionalProperties/additionalProperties", {additionalProperty: key5});
errors++;
}
}
if(data7.type !== undefined){
let data8 = data7.type;
if(!((((((data8 === "string") || (data8 === "integer")) || (data8 === "number")) || (data8 === "boolean")) || (data8 === "array")) || (data8 === "object"))){
vErrors = failed(vErrors, instancePath+"/spec/values" + below(key4)+"/type", "#/properties/spec/properties/values/additionalProperties/properties/type/enum", {allowedValues: schema12.properties.spec.properties.values.additionalProperties.properties.type.enum});
errors++;
}
}
if(data7.required !== undefined){
if(typeof data7.required !== "boolean"){
vErrors = failed(vErrors, instancePath+"/spec/values" + below(key4)+"/required", "#/properties/spec/properties/values/additionalProperties/properties/required/type", {type: "boolean"});
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
vErrors = failed(vErrors, instancePath+"/spec/values" + below(key4)+"/contexts", "#/properties/spec/properties/values/additionalProperties/properties/contexts/propertyNames/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}, key6);
errors++;
}
}
var valid6 = _errs26 === errors;
if(!valid6){
vErrors = failed(vErrors, instancePath+"/spec/values" + below(key4)+"/contexts", "#/properties/spec/properties/values/additionalProperties/properties/contexts/propertyNames", {propertyName: key6});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/values" + below(key4)+"/contexts", "#/properties/spec/properties/values/additionalProperties/properties/contexts/type", {type: "object"});
errors++;
}
}
if(data7.description !== undefined){
if(typeof data7.description !== "string"){
vErrors = failed(vErrors, instancePath+"/spec/values" + below(key4)+"/description", "#/properties/spec/properties/values/additionalProperties/properties/description/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/values" + below(key4), "#/properties/spec/properties/values/additionalProperties/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/values", "#/properties/spec/properties/values/type", {type: "object"});
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
vErrors = failed(vErrors, instancePath+"/spec/secrets", "#/properties/spec/properties/secrets/propertyNames/pattern", {pattern: "^[A-Za-z_][A-Za-z0-9._-]*$"}, key7);
errors++;
}
}
var valid7 = _errs31 === errors;
if(!valid7){
vErrors = failed(vErrors, instancePath+"/spec/secrets", "#/properties/spec/properties/secrets/propertyNames", {propertyName: key7});
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
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8), "#/properties/spec/properties/secrets/additionalProperties/anyOf/0/required", {missingProperty: "env"});
errors++;
}
}
var _valid0 = _errs36 === errors;
valid9 = valid9 || _valid0;
if(!valid9){
const _errs37 = errors;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.contexts === undefined){
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8), "#/properties/spec/properties/secrets/additionalProperties/anyOf/1/required", {missingProperty: "contexts"});
errors++;
}
}
var _valid0 = _errs37 === errors;
valid9 = valid9 || _valid0;
}
if(!valid9){
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8), "#/properties/spec/properties/secrets/additionalProperties/anyOf", {});
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
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8), "#/properties/spec/properties/secrets/additionalProperties/additionalProperties", {additionalProperty: key9});
errors++;
}
}
if(data13.env !== undefined){
let data14 = data13.env;
if(typeof data14 === "string"){
if(!pattern25.test(data14)){
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/env", "#/properties/spec/properties/secrets/additionalProperties/properties/env/pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/env", "#/properties/spec/properties/secrets/additionalProperties/properties/env/type", {type: "string"});
errors++;
}
}
if(data13.contexts !== undefined){
let data15 = data13.contexts;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length < 1){
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/contexts", "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/minProperties", {limit: 1});
errors++;
}
for(const key10 in data15){
const _errs43 = errors;
if(typeof key10 === "string"){
if(!pattern0.test(key10)){
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/contexts", "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/propertyNames/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"}, key10);
errors++;
}
}
var valid11 = _errs43 === errors;
if(!valid11){
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/contexts", "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/propertyNames", {propertyName: key10});
errors++;
}
}
for(const key11 in data15){
let data16 = data15[key11];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.env === undefined){
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/contexts" + below(key11), "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/required", {missingProperty: "env"});
errors++;
}
for(const key12 in data16){
if(!(key12 === "env")){
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/contexts" + below(key11), "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/additionalProperties", {additionalProperty: key12});
errors++;
}
}
if(data16.env !== undefined){
let data17 = data16.env;
if(typeof data17 === "string"){
if(!pattern25.test(data17)){
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/contexts" + below(key11)+"/env", "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/properties/env/pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/contexts" + below(key11)+"/env", "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/properties/env/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/contexts" + below(key11), "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/contexts", "#/properties/spec/properties/secrets/additionalProperties/properties/contexts/type", {type: "object"});
errors++;
}
}
if(data13.description !== undefined){
if(typeof data13.description !== "string"){
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8)+"/description", "#/properties/spec/properties/secrets/additionalProperties/properties/description/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/secrets" + below(key8), "#/properties/spec/properties/secrets/additionalProperties/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec/secrets", "#/properties/spec/properties/secrets/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/spec", "#/properties/spec/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath, "#/type", {type: "object"});
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const taskValidator = validate12;
const schema13 = {"properties":{"metadata":{"properties":{"name":0,"description":0,"formerNames":0,"dependencies":0,"processingScope":0,"autoRollback":0,"lifecycle":{"properties":{"adopt":{"type":["boolean","object"]},"onRemove":{"enum":["delete","forget"]},"preventDestroy":{"type":["boolean","array"]},"onInterrupted":{"enum":["stop","rerun"]}}},"mutex":{"type":["string","array"]},"timeout":0,"retries":0}}}};
const pattern28 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._/-]*$", "u");
const pattern29 = new RegExp("^[A-Za-z][A-Za-z0-9_]*$", "u");
const pattern39 = new RegExp("^/", "u");
const pattern42 = new RegExp("^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$", "u");

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "apiVersion"});
errors++;
}
if(data.kind === undefined){
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "kind"});
errors++;
}
if(data.metadata === undefined){
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "metadata"});
errors++;
}
if(data.spec === undefined){
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "spec"});
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 === "string"){
if(!pattern28.test(data0)){
vErrors = failed(vErrors, instancePath+"/apiVersion", "#/properties/apiVersion/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/apiVersion", "#/properties/apiVersion/type", {type: "string"});
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 === "string"){
if(!pattern29.test(data1)){
vErrors = failed(vErrors, instancePath+"/kind", "#/properties/kind/pattern", {pattern: "^[A-Za-z][A-Za-z0-9_]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/kind", "#/properties/kind/type", {type: "string"});
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
vErrors = failed(vErrors, instancePath+"/metadata", "#/properties/metadata/required", {missingProperty: "name"});
errors++;
}
for(const key1 in data2){
if(!(func2.call(schema13.properties.metadata.properties, key1))){
vErrors = failed(vErrors, instancePath+"/metadata", "#/properties/metadata/additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
vErrors = failed(vErrors, instancePath+"/metadata/name", "#/properties/metadata/properties/name/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/name", "#/properties/metadata/properties/name/type", {type: "string"});
errors++;
}
}
if(data2.description !== undefined){
if(typeof data2.description !== "string"){
vErrors = failed(vErrors, instancePath+"/metadata/description", "#/properties/metadata/properties/description/type", {type: "string"});
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
vErrors = failed(vErrors, instancePath+"/metadata/formerNames/" + i0, "#/properties/metadata/properties/formerNames/items/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/formerNames/" + i0, "#/properties/metadata/properties/formerNames/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/formerNames", "#/properties/metadata/properties/formerNames/type", {type: "array"});
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
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1, "#/properties/metadata/properties/dependencies/items/required", {missingProperty: "tasks"});
errors++;
}
for(const key2 in data8){
if(!(((key2 === "tasks") || (key2 === "commands")) || (key2 === "contexts"))){
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1, "#/properties/metadata/properties/dependencies/items/additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data8.tasks !== undefined){
let data9 = data8.tasks;
if(Array.isArray(data9)){
if(data9.length < 1){
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/tasks", "#/properties/metadata/properties/dependencies/items/properties/tasks/minItems", {limit: 1});
errors++;
}
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/tasks/" + i2, "#/properties/metadata/properties/dependencies/items/properties/tasks/items/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/tasks/" + i2, "#/properties/metadata/properties/dependencies/items/properties/tasks/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/tasks", "#/properties/metadata/properties/dependencies/items/properties/tasks/type", {type: "array"});
errors++;
}
}
if(data8.commands !== undefined){
let data11 = data8.commands;
if(Array.isArray(data11)){
if(data11.length < 1){
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/commands", "#/properties/metadata/properties/dependencies/items/properties/commands/minItems", {limit: 1});
errors++;
}
const len3 = data11.length;
for(let i3=0; i3<len3; i3++){
let data12 = data11[i3];
if(typeof data12 === "string"){
if(!pattern13.test(data12)){
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/commands/" + i3, "#/properties/metadata/properties/dependencies/items/properties/commands/items/pattern", {pattern: "^[a-z][a-z0-9-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/commands/" + i3, "#/properties/metadata/properties/dependencies/items/properties/commands/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/commands", "#/properties/metadata/properties/dependencies/items/properties/commands/type", {type: "array"});
errors++;
}
}
if(data8.contexts !== undefined){
let data13 = data8.contexts;
if(Array.isArray(data13)){
if(data13.length < 1){
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/contexts", "#/properties/metadata/properties/dependencies/items/properties/contexts/minItems", {limit: 1});
errors++;
}
const len4 = data13.length;
for(let i4=0; i4<len4; i4++){
let data14 = data13[i4];
if(typeof data14 === "string"){
if(!pattern2.test(data14)){
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/contexts/" + i4, "#/properties/metadata/properties/dependencies/items/properties/contexts/items/pattern", {pattern: "^\\S(?:.*\\S)?$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/contexts/" + i4, "#/properties/metadata/properties/dependencies/items/properties/contexts/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1+"/contexts", "#/properties/metadata/properties/dependencies/items/properties/contexts/type", {type: "array"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/dependencies/" + i1, "#/properties/metadata/properties/dependencies/items/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/dependencies", "#/properties/metadata/properties/dependencies/type", {type: "array"});
errors++;
}
}
if(data2.processingScope !== undefined){
let data15 = data2.processingScope;
if(Array.isArray(data15)){
if(data15.length < 1){
vErrors = failed(vErrors, instancePath+"/metadata/processingScope", "#/properties/metadata/properties/processingScope/minItems", {limit: 1});
errors++;
}
const len5 = data15.length;
for(let i5=0; i5<len5; i5++){
let data16 = data15[i5];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key3 in data16){
if(!((key3 === "commands") || (key3 === "contexts"))){
vErrors = failed(vErrors, instancePath+"/metadata/processingScope/" + i5, "#/properties/metadata/properties/processingScope/items/additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data16.commands !== undefined){
let data17 = data16.commands;
if(Array.isArray(data17)){
if(data17.length < 1){
vErrors = failed(vErrors, instancePath+"/metadata/processingScope/" + i5+"/commands", "#/properties/metadata/properties/processingScope/items/properties/commands/minItems", {limit: 1});
errors++;
}
const len6 = data17.length;
for(let i6=0; i6<len6; i6++){
let data18 = data17[i6];
if(typeof data18 === "string"){
if(!pattern13.test(data18)){
vErrors = failed(vErrors, instancePath+"/metadata/processingScope/" + i5+"/commands/" + i6, "#/properties/metadata/properties/processingScope/items/properties/commands/items/pattern", {pattern: "^[a-z][a-z0-9-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/processingScope/" + i5+"/commands/" + i6, "#/properties/metadata/properties/processingScope/items/properties/commands/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/processingScope/" + i5+"/commands", "#/properties/metadata/properties/processingScope/items/properties/commands/type", {type: "array"});
errors++;
}
}
if(data16.contexts !== undefined){
let data19 = data16.contexts;
if(Array.isArray(data19)){
if(data19.length < 1){
vErrors = failed(vErrors, instancePath+"/metadata/processingScope/" + i5+"/contexts", "#/properties/metadata/properties/processingScope/items/properties/contexts/minItems", {limit: 1});
errors++;
}
const len7 = data19.length;
for(let i7=0; i7<len7; i7++){
let data20 = data19[i7];
if(typeof data20 === "string"){
if(!pattern2.test(data20)){
vErrors = failed(vErrors, instancePath+"/metadata/processingScope/" + i5+"/contexts/" + i7, "#/properties/metadata/properties/processingScope/items/properties/contexts/items/pattern", {pattern: "^\\S(?:.*\\S)?$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/processingScope/" + i5+"/contexts/" + i7, "#/properties/metadata/properties/processingScope/items/properties/contexts/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/processingScope/" + i5+"/contexts", "#/properties/metadata/properties/processingScope/items/properties/contexts/type", {type: "array"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/processingScope/" + i5, "#/properties/metadata/properties/processingScope/items/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/processingScope", "#/properties/metadata/properties/processingScope/type", {type: "array"});
errors++;
}
}
if(data2.autoRollback !== undefined){
if(typeof data2.autoRollback !== "boolean"){
vErrors = failed(vErrors, instancePath+"/metadata/autoRollback", "#/properties/metadata/properties/autoRollback/type", {type: "boolean"});
errors++;
}
}
if(data2.lifecycle !== undefined){
let data22 = data2.lifecycle;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key4 in data22){
if(!(((((((key4 === "adopt") || (key4 === "recreate")) || (key4 === "onRemove")) || (key4 === "preventDestroy")) || (key4 === "ignoreChanges")) || (key4 === "ephemeral")) || (key4 === "onInterrupted"))){
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle", "#/properties/metadata/properties/lifecycle/additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data22.adopt !== undefined){
let data23 = data22.adopt;
if((typeof data23 !== "boolean") && (!(data23 && typeof data23 == "object" && !Array.isArray(data23)))){
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/adopt", "#/properties/metadata/properties/lifecycle/properties/adopt/type", {type: schema13.properties.metadata.properties.lifecycle.properties.adopt.type});
errors++;
}
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.id === undefined){
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/adopt", "#/properties/metadata/properties/lifecycle/properties/adopt/required", {missingProperty: "id"});
errors++;
}
for(const key5 in data23){
if(!(key5 === "id")){
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/adopt", "#/properties/metadata/properties/lifecycle/properties/adopt/additionalProperties", {additionalProperty: key5});
errors++;
}
}
if(data23.id !== undefined){
let data24 = data23.id;
if(typeof data24 === "string"){
if(!pattern2.test(data24)){
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/adopt/id", "#/properties/metadata/properties/lifecycle/properties/adopt/properties/id/pattern", {pattern: "^\\S(?:.*\\S)?$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/adopt/id", "#/properties/metadata/properties/lifecycle/properties/adopt/properties/id/type", {type: "string"});
errors++;
}
}
}
}
if(data22.recreate !== undefined){
if(typeof data22.recreate !== "boolean"){
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/recreate", "#/properties/metadata/properties/lifecycle/properties/recreate/type", {type: "boolean"});
errors++;
}
}
if(data22.onRemove !== undefined){
let data26 = data22.onRemove;
if(!((data26 === "delete") || (data26 === "forget"))){
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/onRemove", "#/properties/metadata/properties/lifecycle/properties/onRemove/enum", {allowedValues: schema13.properties.metadata.properties.lifecycle.properties.onRemove.enum});
errors++;
}
}
if(data22.preventDestroy !== undefined){
let data27 = data22.preventDestroy;
if((typeof data27 !== "boolean") && (!(Array.isArray(data27)))){
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/preventDestroy", "#/properties/metadata/properties/lifecycle/properties/preventDestroy/type", {type: schema13.properties.metadata.properties.lifecycle.properties.preventDestroy.type});
errors++;
}
if(Array.isArray(data27)){
const len8 = data27.length;
for(let i8=0; i8<len8; i8++){
let data28 = data27[i8];
if(typeof data28 === "string"){
if(!pattern2.test(data28)){
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/preventDestroy/" + i8, "#/properties/metadata/properties/lifecycle/properties/preventDestroy/items/pattern", {pattern: "^\\S(?:.*\\S)?$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/preventDestroy/" + i8, "#/properties/metadata/properties/lifecycle/properties/preventDestroy/items/type", {type: "string"});
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
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/ignoreChanges/" + i9, "#/properties/metadata/properties/lifecycle/properties/ignoreChanges/items/pattern", {pattern: "^/"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/ignoreChanges/" + i9, "#/properties/metadata/properties/lifecycle/properties/ignoreChanges/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/ignoreChanges", "#/properties/metadata/properties/lifecycle/properties/ignoreChanges/type", {type: "array"});
errors++;
}
}
if(data22.ephemeral !== undefined){
if(typeof data22.ephemeral !== "boolean"){
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/ephemeral", "#/properties/metadata/properties/lifecycle/properties/ephemeral/type", {type: "boolean"});
errors++;
}
}
if(data22.onInterrupted !== undefined){
let data32 = data22.onInterrupted;
if(!((data32 === "stop") || (data32 === "rerun"))){
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle/onInterrupted", "#/properties/metadata/properties/lifecycle/properties/onInterrupted/enum", {allowedValues: schema13.properties.metadata.properties.lifecycle.properties.onInterrupted.enum});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/lifecycle", "#/properties/metadata/properties/lifecycle/type", {type: "object"});
errors++;
}
}
if(data2.mutex !== undefined){
let data33 = data2.mutex;
if((typeof data33 !== "string") && (!(Array.isArray(data33)))){
vErrors = failed(vErrors, instancePath+"/metadata/mutex", "#/properties/metadata/properties/mutex/type", {type: schema13.properties.metadata.properties.mutex.type});
errors++;
}
if(typeof data33 === "string"){
if(!pattern0.test(data33)){
vErrors = failed(vErrors, instancePath+"/metadata/mutex", "#/properties/metadata/properties/mutex/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"});
errors++;
}
}
if(Array.isArray(data33)){
if(data33.length > 20){
vErrors = failed(vErrors, instancePath+"/metadata/mutex", "#/properties/metadata/properties/mutex/maxItems", {limit: 20});
errors++;
}
if(data33.length < 1){
vErrors = failed(vErrors, instancePath+"/metadata/mutex", "#/properties/metadata/properties/mutex/minItems", {limit: 1});
errors++;
}
const len10 = data33.length;
for(let i10=0; i10<len10; i10++){
let data34 = data33[i10];
if(typeof data34 === "string"){
if(!pattern0.test(data34)){
vErrors = failed(vErrors, instancePath+"/metadata/mutex/" + i10, "#/properties/metadata/properties/mutex/items/pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/mutex/" + i10, "#/properties/metadata/properties/mutex/items/type", {type: "string"});
errors++;
}
}
}
}
if(data2.timeout !== undefined){
let data35 = data2.timeout;
if(typeof data35 === "string"){
if(!pattern42.test(data35)){
vErrors = failed(vErrors, instancePath+"/metadata/timeout", "#/properties/metadata/properties/timeout/pattern", {pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/timeout", "#/properties/metadata/properties/timeout/type", {type: "string"});
errors++;
}
}
if(data2.retries !== undefined){
let data36 = data2.retries;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.limit === undefined){
vErrors = failed(vErrors, instancePath+"/metadata/retries", "#/properties/metadata/properties/retries/required", {missingProperty: "limit"});
errors++;
}
for(const key6 in data36){
if(!((key6 === "limit") || (key6 === "delay"))){
vErrors = failed(vErrors, instancePath+"/metadata/retries", "#/properties/metadata/properties/retries/additionalProperties", {additionalProperty: key6});
errors++;
}
}
if(data36.limit !== undefined){
let data37 = data36.limit;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
vErrors = failed(vErrors, instancePath+"/metadata/retries/limit", "#/properties/metadata/properties/retries/properties/limit/type", {type: "integer"});
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 > 100 || isNaN(data37)){
vErrors = failed(vErrors, instancePath+"/metadata/retries/limit", "#/properties/metadata/properties/retries/properties/limit/maximum", {comparison: "<=", limit: 100});
errors++;
}
if(data37 < 0 || isNaN(data37)){
vErrors = failed(vErrors, instancePath+"/metadata/retries/limit", "#/properties/metadata/properties/retries/properties/limit/minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data36.delay !== undefined){
let data38 = data36.delay;
if(typeof data38 === "string"){
if(!pattern42.test(data38)){
vErrors = failed(vErrors, instancePath+"/metadata/retries/delay", "#/properties/metadata/properties/retries/properties/delay/pattern", {pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/retries/delay", "#/properties/metadata/properties/retries/properties/delay/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata/retries", "#/properties/metadata/properties/retries/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/metadata", "#/properties/metadata/type", {type: "object"});
errors++;
}
}
if(data.spec !== undefined){
let data39 = data.spec;
if(!(data39 && typeof data39 == "object" && !Array.isArray(data39))){
vErrors = failed(vErrors, instancePath+"/spec", "#/properties/spec/type", {type: "object"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath, "#/type", {type: "object"});
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

const fileValidator = validate13;

const pattern44 = new RegExp("^[^\\u0000]+$", "u");
const pattern47 = new RegExp("^[0-7]{3,4}$", "u");

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.content === undefined){
vErrors = failed(vErrors, instancePath, "#/oneOf/0/required", {missingProperty: "content"});
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
vErrors = failed(vErrors, instancePath, "#/oneOf/1/required", {missingProperty: "template"});
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
vErrors = failed(vErrors, instancePath, "#/oneOf/2/required", {missingProperty: "source"});
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
vErrors = failed(vErrors, instancePath, "#/oneOf", {passingSchemas: passing0});
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
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "path"});
errors++;
}
for(const key0 in data){
if(!(((((key0 === "path") || (key0 === "content")) || (key0 === "template")) || (key0 === "source")) || (key0 === "mode"))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.path !== undefined){
let data0 = data.path;
if(typeof data0 === "string"){
if(!pattern44.test(data0)){
vErrors = failed(vErrors, instancePath+"/path", "#/properties/path/pattern", {pattern: "^[^\\u0000]+$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/path", "#/properties/path/type", {type: "string"});
errors++;
}
}
if(data.content !== undefined){
if(typeof data.content !== "string"){
vErrors = failed(vErrors, instancePath+"/content", "#/properties/content/type", {type: "string"});
errors++;
}
}
if(data.template !== undefined){
let data2 = data.template;
if(typeof data2 === "string"){
if(!pattern44.test(data2)){
vErrors = failed(vErrors, instancePath+"/template", "#/properties/template/pattern", {pattern: "^[^\\u0000]+$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/template", "#/properties/template/type", {type: "string"});
errors++;
}
}
if(data.source !== undefined){
let data3 = data.source;
if(typeof data3 === "string"){
if(!pattern44.test(data3)){
vErrors = failed(vErrors, instancePath+"/source", "#/properties/source/pattern", {pattern: "^[^\\u0000]+$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/source", "#/properties/source/type", {type: "string"});
errors++;
}
}
if(data.mode !== undefined){
let data4 = data.mode;
if(typeof data4 === "string"){
if(!pattern47.test(data4)){
vErrors = failed(vErrors, instancePath+"/mode", "#/properties/mode/pattern", {pattern: "^[0-7]{3,4}$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/mode", "#/properties/mode/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath, "#/type", {type: "object"});
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

const shellValidator = validate14;
const schema15 = {"properties":{"create":0,"update":0,"read":0,"delete":0,"rollback":0,"shell":0,"workingDirectory":0,"identity":0,"env":{"additionalProperties":{"type":["string","number","boolean"]}},"secretEnv":0,"passEnv":0,"inputs":0,"outputs":0,"capture":0,"sensitiveOutputs":0,"compareSecrets":0,"timeout":0}};
const pattern48 = new RegExp("\\S", "u");
const pattern58 = new RegExp("^[A-Za-z0-9_*?]+$", "u");
const pattern60 = new RegExp("[^\\s!]", "u");
const pattern61 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]*$", "u");

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.create === undefined){
vErrors = failed(vErrors, instancePath, "#/required", {missingProperty: "create"});
errors++;
}
for(const key0 in data){
if(!(func2.call(schema15.properties, key0))){
vErrors = failed(vErrors, instancePath, "#/additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.create !== undefined){
let data0 = data.create;
if(typeof data0 === "string"){
if(!pattern48.test(data0)){
vErrors = failed(vErrors, instancePath+"/create", "#/properties/create/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/create", "#/properties/create/type", {type: "string"});
errors++;
}
}
if(data.update !== undefined){
let data1 = data.update;
if(typeof data1 === "string"){
if(!pattern48.test(data1)){
vErrors = failed(vErrors, instancePath+"/update", "#/properties/update/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/update", "#/properties/update/type", {type: "string"});
errors++;
}
}
if(data.read !== undefined){
let data2 = data.read;
if(typeof data2 === "string"){
if(!pattern48.test(data2)){
vErrors = failed(vErrors, instancePath+"/read", "#/properties/read/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/read", "#/properties/read/type", {type: "string"});
errors++;
}
}
if(data.delete !== undefined){
let data3 = data.delete;
if(typeof data3 === "string"){
if(!pattern48.test(data3)){
vErrors = failed(vErrors, instancePath+"/delete", "#/properties/delete/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/delete", "#/properties/delete/type", {type: "string"});
errors++;
}
}
if(data.rollback !== undefined){
let data4 = data.rollback;
if(typeof data4 === "string"){
if(!pattern48.test(data4)){
vErrors = failed(vErrors, instancePath+"/rollback", "#/properties/rollback/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/rollback", "#/properties/rollback/type", {type: "string"});
errors++;
}
}
if(data.shell !== undefined){
let data5 = data.shell;
if(typeof data5 === "string"){
if(!pattern48.test(data5)){
vErrors = failed(vErrors, instancePath+"/shell", "#/properties/shell/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/shell", "#/properties/shell/type", {type: "string"});
errors++;
}
}
if(data.workingDirectory !== undefined){
let data6 = data.workingDirectory;
if(typeof data6 === "string"){
if(!pattern44.test(data6)){
vErrors = failed(vErrors, instancePath+"/workingDirectory", "#/properties/workingDirectory/pattern", {pattern: "^[^\\u0000]+$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/workingDirectory", "#/properties/workingDirectory/type", {type: "string"});
errors++;
}
}
if(data.identity !== undefined){
let data7 = data.identity;
if(typeof data7 === "string"){
if(!pattern48.test(data7)){
vErrors = failed(vErrors, instancePath+"/identity", "#/properties/identity/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/identity", "#/properties/identity/type", {type: "string"});
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
vErrors = failed(vErrors, instancePath+"/env", "#/properties/env/propertyNames/pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}, key1);
errors++;
}
}
var valid1 = _errs20 === errors;
if(!valid1){
vErrors = failed(vErrors, instancePath+"/env", "#/properties/env/propertyNames", {propertyName: key1});
errors++;
}
}
for(const key2 in data8){
let data9 = data8[key2];
if(((typeof data9 !== "string") && (!((typeof data9 == "number") && (isFinite(data9))))) && (typeof data9 !== "boolean")){
vErrors = failed(vErrors, instancePath+"/env" + below(key2), "#/properties/env/additionalProperties/type", {type: schema15.properties.env.additionalProperties.type});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/env", "#/properties/env/type", {type: "object"});
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
vErrors = failed(vErrors, instancePath+"/secretEnv", "#/properties/secretEnv/propertyNames/pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_]*$"}, key3);
errors++;
}
}
var valid3 = _errs26 === errors;
if(!valid3){
vErrors = failed(vErrors, instancePath+"/secretEnv", "#/properties/secretEnv/propertyNames", {propertyName: key3});
errors++;
}
}
for(const key4 in data10){
if(typeof data10[key4] !== "string"){
vErrors = failed(vErrors, instancePath+"/secretEnv" + below(key4), "#/properties/secretEnv/additionalProperties/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/secretEnv", "#/properties/secretEnv/type", {type: "object"});
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
if(!pattern58.test(data13)){
vErrors = failed(vErrors, instancePath+"/passEnv/" + i0, "#/properties/passEnv/items/pattern", {pattern: "^[A-Za-z0-9_*?]+$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/passEnv/" + i0, "#/properties/passEnv/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/passEnv", "#/properties/passEnv/type", {type: "array"});
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
if(!pattern48.test(data15)){
vErrors = failed(vErrors, instancePath+"/inputs/" + i1, "#/properties/inputs/items/pattern", {pattern: "\\S"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/inputs/" + i1, "#/properties/inputs/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/inputs", "#/properties/inputs/type", {type: "array"});
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
if(!pattern60.test(data17)){
vErrors = failed(vErrors, instancePath+"/outputs/" + i2, "#/properties/outputs/items/pattern", {pattern: "[^\\s!]"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/outputs/" + i2, "#/properties/outputs/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/outputs", "#/properties/outputs/type", {type: "array"});
errors++;
}
}
if(data.capture !== undefined){
if(typeof data.capture !== "boolean"){
vErrors = failed(vErrors, instancePath+"/capture", "#/properties/capture/type", {type: "boolean"});
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
if(!pattern61.test(data20)){
vErrors = failed(vErrors, instancePath+"/sensitiveOutputs/" + i3, "#/properties/sensitiveOutputs/items/pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_-]*$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/sensitiveOutputs/" + i3, "#/properties/sensitiveOutputs/items/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath+"/sensitiveOutputs", "#/properties/sensitiveOutputs/type", {type: "array"});
errors++;
}
}
if(data.compareSecrets !== undefined){
if(typeof data.compareSecrets !== "boolean"){
vErrors = failed(vErrors, instancePath+"/compareSecrets", "#/properties/compareSecrets/type", {type: "boolean"});
errors++;
}
}
if(data.timeout !== undefined){
let data22 = data.timeout;
if(typeof data22 === "string"){
if(!pattern42.test(data22)){
vErrors = failed(vErrors, instancePath+"/timeout", "#/properties/timeout/pattern", {pattern: "^(?:[1-9][0-9]{0,8}ms|[1-9][0-9]{0,5}s|[1-9][0-9]{0,3}m|[1-9][0-9]?h)$"});
errors++;
}
}
else {
vErrors = failed(vErrors, instancePath+"/timeout", "#/properties/timeout/type", {type: "string"});
errors++;
}
}
}
else {
vErrors = failed(vErrors, instancePath, "#/type", {type: "object"});
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

export const validators = {
  project: { validate: projectValidator, notes: {"#":{"fields":{"apiVersion":"opus/v1","kind":"Project","metadata":"The name of the project, and those that it had before","spec":"Contexts, commands, state, limits, hooks and processors"}},"#/properties/metadata":{"fields":{"name":"The name of the project; state is kept under it","formerNames":"Names that the project had before","description":"What the project is for"}},"#/properties/metadata/properties/name":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/metadata/properties/formerNames/items":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/spec":{"fields":{"include":"Globs of further manifest files, relative to the working directory","contexts":"Which event leads to which context","commands":"Custom names of commands, like {deploy: apply}","state":"Where state is kept","limits":"A plan that goes over one of them is stopped before it changes anything","http":"Which hosts tasks may ask that are not on the internet","plan":"How plans are made that are only shown","hooks":"Built-in hooks to configure and the repository's own, in order","processors":"ES modules with the repository's own kinds: a path or glob each, or {use: path, with: settings}"}},"#/properties/spec/properties/include/items":{"messages":{"pattern":"is not a path: it is empty or has blanks around it"}},"#/properties/spec/properties/contexts/items":{"messages":{"anyOf":"names no context","not":"has both \"context\" and \"contexts\""},"hints":{"anyOf":"Add \"context: name\", \"contexts: [names]\", or \"input: true\" to take the context input.","not":"Keep \"context\" for one that may be written to, or \"contexts\" for several that are only read.","*":"Write {branch: main, context: prod}."},"fields":{"input":"true: the context input names the context; a list: only these names","event":"The event that started the workflow, or a list of events","label":"A label that the pull request must have","branch":"Name or glob of the pushed branch; of a pull request: the branch it goes into","tag":"Name or glob of the pushed tag","context":"The context","contexts":"Contexts for commands that only read, one after the other","formerNames":"Names that the context had before","inherits":"The context whose values and scopes hold where this one has none of its own"}},"#/properties/spec/properties/contexts/items/properties/input":{"messages":{"not":"can't be false"},"hints":{"not":"Delete it, or write true or a list of names."}},"#/properties/spec/properties/contexts/items/properties/input/items":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/spec/properties/contexts/items/properties/event":{"messages":{"pattern":"is not the name of an event like push or pull_request"}},"#/properties/spec/properties/contexts/items/properties/event/items":{"messages":{"pattern":"is not the name of an event like push or pull_request"}},"#/properties/spec/properties/contexts/items/properties/label":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/spec/properties/contexts/items/properties/branch":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/spec/properties/contexts/items/properties/tag":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/spec/properties/contexts/items/properties/context":{"messages":{"pattern":"is not the name of a context: letters, digits, \".\", \"_\", \"-\" and references like ${GITHUB:event.number}"}},"#/properties/spec/properties/contexts/items/properties/contexts/items":{"messages":{"pattern":"is not the name of a context: letters, digits, \".\", \"_\", \"-\" and references like ${GITHUB:event.number}"}},"#/properties/spec/properties/contexts/items/properties/formerNames/items":{"messages":{"pattern":"is not the name of a context: letters, digits, \".\", \"_\", \"-\" and references like ${GITHUB:event.number}"}},"#/properties/spec/properties/contexts/items/properties/inherits":{"messages":{"pattern":"is not the name of a context: letters, digits, \".\", \"_\", \"-\" and references like ${GITHUB:event.number}"}},"#/properties/spec/properties/commands/propertyNames":{"messages":{"propertyNames":"is not a name for a command: lower-case letters, digits and \"-\", with a letter first"}},"#/properties/spec/properties/state":{"fields":{"backend":"branch: a branch of this repository; cache: the Actions cache, best effort; file: a local folder","branch":"Name of the branch; with ${OPUS:context} or ${OPUS:project} in it, one for each","path":"Folder for the file backend, relative to the working directory"}},"#/properties/spec/properties/state/properties/branch":{"messages":{"pattern":"is not the name of a branch, in which of references only ${OPUS:context} and ${OPUS:project} may stand"}},"#/properties/spec/properties/state/properties/path":{"messages":{"pattern":"is not a path: it is empty or has blanks around it"}},"#/properties/spec/properties/limits":{"fields":{"maxDeletes":"How many resources a run may delete or replace","maxDeletePercent":"Which part of the recorded tasks a run may delete or replace, once there are 10","maxIssues":"How many issues about drift of this project may be open at once, of those that opus opens"}},"#/properties/spec/properties/http":{"fields":{"allow":"Hosts that may be asked although their address is a loopback, private or otherwise reserved one"}},"#/properties/spec/properties/http/properties/allow/items":{"messages":{"pattern":"is not a host: a name, \"*.\" before one, or an address (IPv6 in brackets), and a port if you like"},"hints":{"*":"Write db.corp.example, \"*.corp.example\" or \"127.0.0.1:8399\", in quotes."}},"#/properties/spec/properties/plan":{"fields":{"missingSecrets":"What a declared secret leads to that is not set where the plan is made"}},"#/properties/spec/properties/hooks/items":{"hints":{"*":"Write {use: summary}."},"fields":{"use":"Name of a built-in hook, or path of an ES module that begins with ./","with":"Settings of the hook","on":"Commands for which the hook is active"}},"#/properties/spec/properties/hooks/items/properties/use":{"messages":{"pattern":"is neither the name of a built-in hook nor a path that begins with ./"}},"#/properties/spec/properties/hooks/items/properties/on/items":{"messages":{"pattern":"is not the name of a command: lower-case letters, digits and \"-\""}},"#/properties/spec/properties/processors/items":{"messages":{"pattern":"is not a path: it is empty or has blanks around it"},"hints":{"*":"Write a path, or {use: ./kinds/pets.mjs, with: {address: …}}."},"fields":{"use":"Path or glob of the modules","with":"What their kinds get when they are opened: an address, a token as ${SECRET:name}"}},"#/properties/spec/properties/processors/items/properties/use":{"messages":{"pattern":"is not a path: it is empty or has blanks around it"}}} },
  values: { validate: valuesValidator, notes: {"#":{"fields":{"apiVersion":"opus/v1","kind":"Values","metadata":"A name for people","spec":"The declarations, by name"}},"#/properties/metadata":{"fields":{"name":"A name for people","description":"What the values are for"}},"#/properties/metadata/properties/name":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/spec":{"fields":{"values":"Typed values, by name","secrets":"Secrets, by name: which environment variable holds each"}},"#/properties/spec/properties/values/additionalProperties":{"hints":{"*":"Write {type: string, default: …}."},"fields":{"type":"string, integer, number, boolean, array or object","required":"Without a value for the context the run stops","default":"The value where nothing else gives one","contexts":"The value in each context","description":"What the value is for"}},"#/properties/spec/properties/values/additionalProperties/properties/contexts/propertyNames":{"messages":{"propertyNames":"is not the name of a context"},"hints":{"*":"Globs don't work here: use \"default\", or a context that others inherit."}},"#/properties/spec/properties/values/propertyNames":{"messages":{"propertyNames":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or \"_\" first"}},"#/properties/spec/properties/secrets/additionalProperties":{"messages":{"anyOf":"names no environment variable"},"hints":{"anyOf":"Add \"env: NAME\", the environment variable that holds the secret.","*":"Name the environment variable that holds it: {env: HOOK_TOKEN}. The secret itself never stands in a manifest."},"fields":{"env":"The environment variable that holds the secret","contexts":"Another variable in some contexts","description":"What the secret is for"}},"#/properties/spec/properties/secrets/additionalProperties/properties/env":{"messages":{"pattern":"is not the name of an environment variable: letters, digits and \"_\""}},"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties":{"hints":{"*":"Write {env: PROD_HOOK_TOKEN}."},"fields":{"env":"The environment variable that holds the secret in this context"}},"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/additionalProperties/properties/env":{"messages":{"pattern":"is not the name of an environment variable: letters, digits and \"_\""}},"#/properties/spec/properties/secrets/additionalProperties/properties/contexts/propertyNames":{"messages":{"propertyNames":"is not the name of a context"},"hints":{"*":"Globs don't work here: use \"default\", or a context that others inherit."}},"#/properties/spec/properties/secrets/propertyNames":{"messages":{"propertyNames":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or \"_\" first"}}} },
  task: { validate: taskValidator, notes: {"#":{"fields":{"apiVersion":"Who defines the kind: opus/v1 for the kinds that opus ships, another for a repository's own","kind":"The kind of resource, like File or Shell","metadata":"Name, order, scope and lifecycle of the task","spec":"What the resource should be"}},"#/properties/apiVersion":{"messages":{"pattern":"is not an apiVersion like opus/v1"}},"#/properties/kind":{"messages":{"pattern":"is not a kind like File or Shell"}},"#/properties/metadata":{"fields":{"name":"The name of the task, unique in the project","description":"What the task is for","formerNames":"Names that the task had before","dependencies":"Tasks that come first","processingScope":"When the task is processed: one of the rules must match","autoRollback":"Undo what a failed change left behind","lifecycle":"What may happen to the resource, and when","mutex":"Names of what the task shares with others, like a database in one file","timeout":"Bound on one attempt of one operation, like 30s or 5m","retries":"Further attempts after a failed one"}},"#/properties/metadata/properties/name":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/metadata/properties/formerNames/items":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/metadata/properties/dependencies/items":{"hints":{"*":"Write {tasks: [name]}."},"fields":{"tasks":"Names of tasks that come first","commands":"Commands for which the rule counts","contexts":"Contexts, or globs of contexts, in which the rule counts"}},"#/properties/metadata/properties/dependencies/items/properties/tasks/items":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/metadata/properties/dependencies/items/properties/commands/items":{"messages":{"pattern":"is not the name of a command: lower-case letters, digits and \"-\""}},"#/properties/metadata/properties/dependencies/items/properties/contexts/items":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/metadata/properties/processingScope/items":{"hints":{"*":"Write {commands: [apply], contexts: [prod]}; either may be left out."},"fields":{"commands":"Commands for which the rule matches","contexts":"Contexts, or globs of contexts, in which the rule matches"}},"#/properties/metadata/properties/processingScope/items/properties/commands/items":{"messages":{"pattern":"is not the name of a command: lower-case letters, digits and \"-\""}},"#/properties/metadata/properties/processingScope/items/properties/contexts/items":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/metadata/properties/lifecycle":{"fields":{"adopt":"true: take over and change a resource that exists, differs and was not made by opus","recreate":"false: a resource that is gone is not made again; the run fails instead, so that somebody looks first","onRemove":"What happens to the resource when the task leaves the manifest","preventDestroy":"true, or the contexts (globs) in which the resource may be neither deleted nor replaced","ignoreChanges":"JSON pointers into the spec, like /mode, whose differences don't count","ephemeral":"Gone is normal, as with files on a hosted runner: made again in silence","onInterrupted":"What to do when a crash left it unclear whether the task ran"}},"#/properties/metadata/properties/lifecycle/properties/adopt":{"hints":{"*":"Write true, or {id: name}."},"fields":{"id":"How the kind names the resource on its own side, like i-0abc or 4711"}},"#/properties/metadata/properties/lifecycle/properties/adopt/properties/id":{"messages":{"pattern":"is not an id: it is empty or has blanks around it"}},"#/properties/metadata/properties/lifecycle/properties/preventDestroy/items":{"messages":{"pattern":"is not a name or glob: it is empty or has blanks around it"}},"#/properties/metadata/properties/lifecycle/properties/ignoreChanges/items":{"messages":{"pattern":"is not a JSON pointer into the spec: it begins with \"/\", like /mode"}},"#/properties/metadata/properties/mutex":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/metadata/properties/mutex/items":{"messages":{"pattern":"is not a name: letters, digits, \".\", \"_\" and \"-\", with a letter or digit first"}},"#/properties/metadata/properties/timeout":{"messages":{"pattern":"is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)"},"hints":{"*":"Write a number and a unit, like \"30s\"."}},"#/properties/metadata/properties/retries":{"hints":{"*":"Write {limit: 2, delay: 2s}."},"fields":{"limit":"Attempts after the first, at most 100","delay":"Pause before the first further attempt, like 2s; doubles each time"}},"#/properties/metadata/properties/retries/properties/delay":{"messages":{"pattern":"is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)"},"hints":{"*":"Write a number and a unit, like \"30s\"."}}} },
  file: { validate: fileValidator, notes: {"#":{"messages":{"oneOf":"needs exactly one of \"content\", \"template\" and \"source\""},"hints":{"oneOf":"Keep one: content is the text itself, template a file whose references are filled in, source a file that is copied as it is."},"fields":{"path":"Where the file is, relative to the working directory","content":"The text of the file","template":"Path of a file whose references are filled in","source":"Path of a file that is copied as it is","mode":"Permissions in quoted octal digits, like \"0644\""}},"#/properties/path":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/content":{"hints":{"*":"Write text: in quotes, or as lines below `content: |`."}},"#/properties/template":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/source":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/mode":{"messages":{"pattern":"is not a file mode: 3 or 4 octal digits (0 to 7) in quotes, like \"0644\""},"hints":{"*":"Write it in quotes: \"0644\". Without them it is a number and loses its meaning."}}} },
  shell: { validate: shellValidator, notes: {"#":{"fields":{"create":"Script that makes the resource","update":"Script that changes it","read":"Script that prints the resource's facts as a JSON object, or nothing when it is absent","delete":"Script that deletes it","rollback":"Script that undoes a failed change","shell":"The shell and its options","workingDirectory":"Where scripts run","identity":"Names the resource, so that a renamed task is not taken for a new one, nor another one for the same","env":"Environment variables for the scripts","secretEnv":"Environment variables that hold secrets; neither shown nor stored","passEnv":"Names or globs of environment variables that are handed through; neither recorded nor compared","inputs":"Globs of files whose change makes the task run again","outputs":"Paths and globs of the files that the task produces; \"!\" in front leaves out","capture":"Record EXIT_CODE, STDOUT and STDERR as outputs","sensitiveOutputs":"Names of outputs that are never shown","compareSecrets":"Another secret in secretEnv counts as a change; when state is sealed, so does another value of the same one","timeout":"Bound on each script, like 30s or 5m"}},"#/properties/create":{"messages":{"pattern":"is an empty script"}},"#/properties/update":{"messages":{"pattern":"is an empty script"}},"#/properties/read":{"messages":{"pattern":"is an empty script"}},"#/properties/delete":{"messages":{"pattern":"is an empty script"}},"#/properties/rollback":{"messages":{"pattern":"is an empty script"}},"#/properties/shell":{"messages":{"pattern":"is not a shell: it is empty"}},"#/properties/workingDirectory":{"messages":{"pattern":"is not a path: it is empty"}},"#/properties/identity":{"messages":{"pattern":"is not a name: it is empty"}},"#/properties/env/propertyNames":{"messages":{"propertyNames":"is not the name of an environment variable: letters, digits and \"_\""}},"#/properties/secretEnv/propertyNames":{"messages":{"propertyNames":"is not the name of an environment variable: letters, digits and \"_\""}},"#/properties/passEnv/items":{"messages":{"pattern":"is not the name or glob of environment variables"}},"#/properties/inputs/items":{"messages":{"pattern":"is not a glob: it is empty"}},"#/properties/outputs/items":{"messages":{"pattern":"is not a path or glob: it is empty"}},"#/properties/sensitiveOutputs/items":{"messages":{"pattern":"is not the name of an output: letters, digits, \"_\" and \"-\""}},"#/properties/timeout":{"messages":{"pattern":"is not a duration: a whole number above 0 and a unit, like 500ms, 30s, 5m or 1h (at most 99h)"},"hints":{"*":"Write a number and a unit, like \"30s\"."}}} },
};
export const lateChecks = {
  HttpResource: () => import("./http-resource.generated.js"),
  Download: () => import("./download.generated.js"),
  Probe: () => import("./probe.generated.js"),
  Folder: () => import("./folder.generated.js"),
};
export const specs = {"File":"file","Shell":"shell","HttpResource":"httpresource","Download":"download","Probe":"probe","Folder":"folder"};
export const specFields = ["path","content","template","source","mode","create","update","read","delete","rollback","shell","workingDirectory","identity","env","secretEnv","passEnv","inputs","outputs","capture","sensitiveOutputs","compareSecrets","timeout","baseUrl","auth","headers","query","encoding","id","item","find","request","response","aliases","body","writeOnly","createOnly","replaceOn","lists","normalize","revision","absent","poll","settle","idempotencyKey","retryOn","limits","rotate","url","extract","sha256","unpinned","http","tcp","command","expect","interval","tryTimeout","include","exclude"];
