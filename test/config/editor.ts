import { createRequire } from 'node:module'
import { join } from 'node:path'
import { getLanguageService } from 'yaml-language-server'

type Service = ReturnType<typeof getLanguageService>
type TextDocument = Parameters<Service['doValidation']>[0]
interface TextDocuments {
  TextDocument: { create(uri: string, language: string, version: number, text: string): TextDocument }
}

// The document type that yaml-language-server itself depends on.
const require = createRequire(join(process.cwd(), 'node_modules/yaml-language-server/package.json'))
const { TextDocument } = require('vscode-languageserver-textdocument') as TextDocuments

/** An editor with the project's schemas, driven in process. */
export function editorWith(schemas: ReadonlyMap<string, object>) {
  const service = getLanguageService({
    schemaRequestService: uri => Promise.reject(new Error(`nothing is fetched: ${uri}`)),
    workspaceContext: { resolveRelativePath: path => path },
  } as Parameters<typeof getLanguageService>[0])
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    yamlVersion: '1.2',
    // Each its own copy, as read from disk: the service writes into them.
    schemas: [...schemas].map(([name, schema]) => ({
      uri: `mem://${name}`,
      fileMatch: [`*.${name}.yaml`],
      schema: structuredClone(schema),
    })),
  })
  let opened = 0
  // A name of its own each time: what was parsed is kept by name and version.
  const document = (schema: string, text: string) =>
    TextDocument.create(`file:///${++opened}.${schema}.yaml`, 'yaml', 1, text)
  return {
    /** `line:col message` of everything underlined */
    async errors(schema: string, text: string): Promise<string[]> {
      const found = await service.doValidation(document(schema, text), false)
      return found.map(({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`)
    },
    async hover(schema: string, text: string, line: number, col: number): Promise<string> {
      const found = await service.doHover(document(schema, text), { line: line - 1, character: col - 1 })
      return JSON.stringify(found?.contents ?? '')
    },
    async completions(schema: string, text: string, line: number, col: number): Promise<string[]> {
      const found = await service.doComplete(document(schema, text), { line: line - 1, character: col - 1 }, false)
      return found.items.map(item => item.label)
    },
  }
}
