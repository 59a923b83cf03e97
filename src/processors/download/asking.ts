import type { Http, HttpHeaders, HttpStream } from "../../engine/ports/http.ts";
import { TaskFailure } from "../../engine/ports/task-failure.ts";
import type { Io } from "../../engine/ports/task-io.ts";
import { shownAddress } from "../../engine/text/shown-url.ts";
import { credentialHeaders, lowerCase } from "../http-resource/credentials.ts";
import type { DownloadFields, Version } from "./download-spec.ts";

/** Asks the server of one download, with all that every request to it has. */
export class Asking {
  readonly http: Http;
  /** The address, for people. */
  readonly shown: string;
  readonly #fields: DownloadFields;

  /** @throws TaskFailure in a run that may ask nobody */
  constructor(fields: DownloadFields, { http }: Io) {
    if (!http) throw new TaskFailure("this run makes no requests", { untouched: true });
    this.http = http;
    this.shown = shownAddress(fields.url);
    this.#fields = fields;
  }

  /** @param told progress is told @throws HttpFailure when there is no answer */
  async fetch<T>(headers: HttpHeaders, take: (answer: HttpStream) => Promise<T>, told = false): Promise<T> {
    const { auth = {} } = this.#fields;
    const expired = Symbol("expired");
    const ask = async (fresh: boolean): Promise<T | typeof expired> =>
      this.http.fetch(
        {
          url: this.#fields.url,
          headers: {
            accept: "*/*",
            ...lowerCase(this.#fields.headers),
            ...(await credentialHeaders(auth, this.http, fresh)),
            ...headers,
          },
          ...(this.#fields.limits ? { limits: this.#fields.limits } : {}),
          ...(told ? { what: lastPart(this.shown) } : {}),
          secure: true,
        },
        // A token may end before its time.
        async (answer) => (answer.status === 401 && auth.oauth2 && !fresh ? expired : take(answer)),
      );
    const first = await ask(false);
    return (first === expired ? await ask(true) : first) as T;
  }
}

/** What an answer says of the version of its file. */
export function versionOf({ headers }: Pick<HttpStream, "headers">): Version {
  const { etag, "last-modified": lastModified } = headers;
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

/** `tool.tar.gz` */
function lastPart(address: string): string {
  const { pathname = "", host = address } = URL.parse(address) ?? {};
  return pathname.slice(pathname.lastIndexOf("/") + 1) || host;
}
