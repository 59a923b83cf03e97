// Stands for actions/deploy-pages: what was kept is published, in a folder of the test.
import { appendFileSync, cpSync, rmSync } from "node:fs";
import { join } from "node:path";

const { ARTIFACTS, GITHUB_RUN_ID, GITHUB_OUTPUT } = process.env;
const published = join(ARTIFACTS, "published");
rmSync(published, { recursive: true, force: true });
cpSync(join(ARTIFACTS, GITHUB_RUN_ID, "github-pages"), published, { recursive: true });
appendFileSync(GITHUB_OUTPUT, "page_url=https://octo.example/storefront/\n");
