import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { errorsPage } from './docs/errors.js'
import { workflowPage } from './docs/workflow.js'

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url))

/** Pages that are made from code; test/docs fails when one is stale. */
const PAGES: Readonly<Record<string, () => string>> = {
  'errors.md': errorsPage,
  'workflow.md': workflowPage,
}

for (const [name, page] of Object.entries(PAGES)) writeFileSync(join(DOCS, name), page())
