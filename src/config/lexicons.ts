import { z } from 'zod'
import type { Findings } from './diagnostics.js'
import { check } from './diagnostics.js'
import { line, withForm } from './forms.js'
import { isObject, type Located } from './yaml.js'

const listName = withForm(z.string().regex(/^[a-z0-9][a-z0-9_-]*$/), {
  text: '小写字母、数字、_ 和 -',
  suggest: () => null,
})
export const wordsSchema = z.array(line).min(1).describe('词；比较时不分繁简、大小写、全半角，不看空格和标点')
export const lexiconSchema = z.record(listName, wordsSchema)

/** Reads one file of word lists into `lexicons`, each list under `<file>.<list>`. */
export function readLexicon(
  file: string,
  root: Located,
  lexicons: Map<string, readonly string[]>,
  findings: Findings,
): void {
  if (!isObject(root.value)) {
    findings.add(root.spot(), 'BZ103', '词表文件应为“名称: [词, …]”的一组', { expected: '例如 offer: [批发价, 拿货]' })
    return
  }
  for (const list of root.keys()) {
    const at = root.at(list)
    if (!listName.safeParse(list).success) {
      findings.add(at.keySpot(), 'BZ104', `词表名 ${list} 的写法不对`, { expected: '小写字母、数字、_ 和 -' })
    }
    const words = check(wordsSchema, at, findings)
    // A list with a mistake in it is known all the same.
    lexicons.set(`${file}.${list}`, words ?? [])
  }
}
