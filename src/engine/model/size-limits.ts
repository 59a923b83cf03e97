import { grouped } from "../text/grouped.ts";

// The most that is taken of what manifests, servers, files and other runs say. What is larger is refused, with its figure.

/** Bytes in one mebibyte. */
export const mebibyte = 1024 ** 2;

/** Bytes of a manifest file that is read again to be changed. */
export const manifestBytes = 16 * mebibyte;

/** Bytes of a file that becomes the source of a task: all of it is looked through for secrets. */
export const fileCopyBytes = 8 * mebibyte;

/** Bytes of one stored state, unpacked, whether sealed or not. */
export const stateBytes = 64 * mebibyte;

/**
 * Lists and objects inside each other in stored JSON: an envelope around entries around specs. Well above what is ever
 * written, and well below what overflows a stack.
 */
export const stateDepth = 200;

/** Values of one report: some hundred for each of 10,000 tasks. */
export const reportValues = 2_000_000;
/** Values of all reports that are joined. */
export const allReportsValues = 5_000_000;

/** Bytes of an entry of the Actions cache, packed. It is smaller than what it holds. */
export const archiveBytes = 64 * mebibyte;

/** Keys for which one state may be sealed. opus seals for one; `age` may have done so by hand for some more. */
export const mostSealedKeys = 100;

/** Entries of one list of an API. */
export const listedEntries = 10_000;

/** Closed issues, of those that changed last, among which one is looked for that is to be opened again. */
export const closedIssues = 1_000;

/** Characters of the summary of a check. */
export const checkSummaryLength = 65_535;

/** Annotations that GitHub takes with one request, */
export const checkAnnotationsAtOnce = 50;
/** and how many are written of all checks of a run. */
export const checkAnnotations = 1_000;

/** Bytes of one answer of an API that gives one thing, or a page of small ones. */
export const answerBytes = 2 * mebibyte;

/** Bytes of one answer that holds texts of people: 100 comments of 65,536 characters each. */
export const textsBytes = 32 * mebibyte;

/** Bytes of one answer that a task gets, unpacked. */
export const taskAnswerBytes = 16 * mebibyte;

/** Bytes of one file that a task downloads. */
export const downloadBytes = 10 * 1024 * mebibyte;

/** Files of one Folder, */
export const folderFiles = 20_000;
/** and bytes up to which state keeps what its files hold, so that differences can be shown and changes undone. */
export const folderBytesKept = 1 * mebibyte;

/** Bytes of a file that is read through only to tell whether it has changed. */
export const comparedDownloadBytes = 64 * mebibyte;

/** Bytes of all files that are unpacked from one archive. */
export const unpackedBytes = 4 * 1024 * mebibyte;
/** The same for each byte of the archive, once they are more than `unpackedFreely`. Texts come to 20, zeros to 1,000. */
export const unpackedRatio = 200;
export const unpackedFreely = 16 * mebibyte;

/** Entries of one archive: state names each file. */
export const archiveEntries = 10_000;

/** Characters of a path in an archive. */
export const archivePathLength = 1_000;

/** Pages of one list that tasks share. */
export const listedPages = 500;

/** Requests in a row to which answers lead. */
export const mostRedirects = 5;

/** Bytes of a message of a webhook that programs read. */
export const webhookMessageBytes = 256 * 1024;
/** The same for Teams, which takes about 28 KB with all that surrounds it. */
export const teamsMessageBytes = 24 * 1024;

/** Characters of the name of an output. */
export const outputNameLength = 1_000;

/** Lists and objects inside each other: of manifests, facts and outputs. Whoever walks over them recurses. */
export const depthLimit = 100;

/** What aliases of a document, or references of a value or spec, may add when each is written out. */
export const addedValuesLimit = 100_000;
export const addedCharactersLimit = 16 * mebibyte;

/** The same for all values together, and for all specs together. */
export const totalAddedValuesLimit = 5_000_000;
export const totalAddedCharactersLimit = 128 * mebibyte;

/** Entries of each list of a plan that a kind of a module gives: fields, outputs and the like. */
export const plannedEntries = 5_000;

/** Problems of one policy with one plan that are told; of others their number is. */
export const policyProblems = 200;
/** Characters of the message of one of them. */
export const policyMessageLength = 4_000;

/** Characters of one line that a program of a kind prints to its stdout. */
export const programLineLength = 16 * mebibyte;

/** Bytes of all earlier versions of state that are read to tell what runs changed, the newest first. */
export const surveyedVersionBytes = 128 * mebibyte;
/** Branches that are looked at where each context or project has one of its own. */
export const surveyedBranches = 100;

/** `64 MiB`, or `2,000 bytes` where that says more. */
export function sizeWords(bytes: number): string {
  if (bytes < mebibyte) return `${grouped(bytes)} bytes`;
  const mebibytes = bytes / mebibyte;
  return `${grouped(Number.isInteger(mebibytes) ? mebibytes : Math.ceil(mebibytes * 10) / 10)} MiB`;
}
