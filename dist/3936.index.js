export const id = 3936;
export const ids = [3936];
export const modules = {

/***/ 13936:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   unzip: () => (/* binding */ unzip)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _archive_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99321);



const crc32 = (node_zlib__WEBPACK_IMPORTED_MODULE_1___default().crc32);
const mostTargetBytes = 4096;
async function unzip({ RandomAccessReader, fromRandomAccessReaderPromise }, data, sink, signal) {
    class DataReader extends RandomAccessReader {
        _readStreamForRange(start, end) {
            return node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from((0,_archive_data_js__WEBPACK_IMPORTED_MODULE_2__/* .piecesOf */ .Xe)(data, start, end), { objectMode: false });
        }
    }
    const options = { autoClose: false, strictFileNames: true };
    const zip = await fromRandomAccessReaderPromise(new DataReader(), data.size, options);
    try {
        for await (const entry of zip.eachEntry()) {
            signal.throwIfAborted();
            await take(zip, entry, sink, signal);
        }
    }
    finally {
        zip.close();
    }
}
async function take(zip, entry, sink, signal) {
    if (entry.isEncrypted())
        throw new Error(`\`${entry.fileName}\` is encrypted`);
    const { type, executable } = kindOf(entry);
    if (type === "symlink") {
        if (entry.uncompressedSize > mostTargetBytes)
            throw new Error(`the link \`${entry.fileName}\` is too long`);
        const pieces = [];
        await read(zip, entry, (piece) => pieces.push(piece), signal);
        sink.entry({ name: entry.fileName, type, executable, target: Buffer.concat(pieces).toString("utf8") });
    }
    else if (sink.entry({ name: entry.fileName, type, executable })) {
        const use = (piece) => {
            sink.unpacked(piece.length);
            sink.bytes(piece);
        };
        await read(zip, entry, use, signal);
        sink.end();
    }
}
async function read(zip, entry, use, signal) {
    let sum = 0;
    for await (const piece of (await zip.openReadStreamPromise(entry))) {
        signal.throwIfAborted();
        sum = crc32?.(piece, sum) ?? sum;
        use(piece);
    }
    if (crc32 && sum !== entry.crc32)
        throw new Error(`\`${entry.fileName}\` is damaged`);
}
function kindOf({ fileName, versionMadeBy, externalFileAttributes }) {
    const isUnix = [3, 19].includes(versionMadeBy >>> 8);
    const mode = isUnix ? externalFileAttributes >>> 16 : 0;
    const executable = (mode & 0o111) !== 0;
    if (fileName.endsWith("/"))
        return { type: "folder", executable };
    switch (mode & 0o170000) {
        case 0:
        case 0o100000:
            return { type: "file", executable };
        case 0o040000:
            return { type: "folder", executable };
        case 0o120000:
            return { type: "symlink", executable };
        default:
            return { type: "other", executable };
    }
}


/***/ })

};
