import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { errorsPage } from './docs/errors.js';
import { workflowPage } from './docs/workflow.js';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCS = join(ROOT, 'docs');
const TEXTS = parse(readFileSync(join(ROOT, 'rules', 'messages.zh-CN.yaml'), 'utf8'));
const messages = new Map(Object.entries(TEXTS));
/** Pages that are made from code; test/docs fails when one is stale. */
const PAGES = {
    'errors.md': errorsPage,
    'workflow.md': () => workflowPage(messages),
};
for (const [name, page] of Object.entries(PAGES))
    writeFileSync(join(DOCS, name), page());
//# sourceMappingURL=docs.js.map