import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { jsonSchemas, writeSchemas } from '../../src/config/index.js'
import { MESSAGE_KEYS } from '../../src/model/message.js'
import { editorWith } from './editor.js'
import { build, catalogue, goodFiles, messagesYaml, RULE } from './helpers.js'

const schemas = jsonSchemas(catalogue)
const editor = editorWith(schemas)
const PACK = 'pack: common\ntitle: 通用\n'
const MESSAGES = goodFiles()['messages.zh-CN.yaml'] as string

describe('the schemas', () => {
  it('are six, draft 7, with a Chinese title', () => {
    expect([...schemas.keys()]).toEqual([
      'pack.json',
      'rules.json',
      'conditions.json',
      'lexicon.json',
      'messages.json',
      'school.json',
    ])
    for (const schema of schemas.values()) {
      expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
      expect(schema.title).toMatch(/^班长：/)
    }
  })

  it('lie beside the shipped rules as they are now', async () => {
    const folder = new URL('../../rules/schema/', import.meta.url)
    expect((await readdir(folder)).sort()).toEqual([...schemas.keys()].sort())
    for (const [name, schema] of schemas)
      expect(`${name} ${await readFile(new URL(name, folder), 'utf8')}`).toBe(
        `${name} ${JSON.stringify(schema, null, 2)}\n`,
      )
  })

  it('know every signal and every message', () => {
    const rules = JSON.stringify(schemas.get('rules.json'))
    for (const name of catalogue.names()) expect(rules).toContain(`"${name}":`)
    expect(schemas.get('messages.json')?.required).toEqual(Object.keys(MESSAGE_KEYS))
  })

  it('have a Chinese line for every key of a rule, a school and a pack', () => {
    const { properties } = (
      schemas.get('rules.json') as { items: { properties: Record<string, { description?: string }> } }
    ).items
    const school = schemas.get('school.json')?.properties as Record<string, { description?: string }>
    for (const [key, { description }] of Object.entries({ ...properties, ...school })) {
      expect([key, description ?? '']).toEqual([key, expect.stringMatching(/\p{Script=Han}/u)])
    }
  })

  it('are the same whenever they are made', () => {
    expect(JSON.stringify([...jsonSchemas(catalogue)])).toBe(JSON.stringify([...schemas]))
  })

  it('are written to the folder, and only when they have changed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'banzhang-schema-'))
    try {
      expect(await writeSchemas(dir, catalogue)).toEqual([...schemas.keys()])
      expect((await readdir(join(dir, 'schema'))).sort()).toEqual([...schemas.keys()].sort())
      const path = join(dir, 'schema', 'rules.json')
      const text = await readFile(path, 'utf8')
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(schemas.get('rules.json'))))
      expect(text.endsWith('}\n')).toBe(true)
      const before = await stat(path)
      await writeSchemas(dir, catalogue)
      expect((await stat(path)).ino).toBe(before.ino)
    } finally {
      await rm(dir, { recursive: true })
    }
  })
})

describe('an editor', () => {
  it.each([
    ['rules.json', RULE],
    [
      'pack.json',
      `${PACK}extends: x\nparams: { quiet: { from: "22:00", to: 07:00 } }\noverride:\n  a: { burst: null, when: { price: any }, examples: { hit: [x] } }\n`,
    ],
    ['lexicon.json', 'offer: [批发价]\n'],
    ['messages.json', MESSAGES],
    [
      'school.json',
      'school: x\nbot: { id: a }\ngroups: [{ id: a, topic: b, pack: c, members: [{ name: d }] }]\npeople: [{ name: e, role: admin }]\n',
    ],
  ])('finds nothing wrong in a good %s', async (schema, text) => expect(await editor.errors(schema, text)).toEqual([]))

  it.each([
    ['an unknown key', ['  title:', '  titel:']],
    ['a wrong type', ['title: 商业推销', 'title: 12']],
    ['a value outside its set', ['tier: conduct', 'tier: conduckt']],
    ['an unknown signal', ['{ words: commerce.offer }', '{ wrods: commerce.offer }']],
    ['two signals in one condition', ['{ words: commerce.offer }', '\n    words: commerce.offer\n    price: any']],
    [
      'a wrong option of a signal',
      ['{ words: commerce.offer }', '[{ any: [{ words: { list: commerce.offer, in: title } }] }]'],
    ],
    ['an unknown option of a signal', ['{ words: commerce.offer }', '{ words: { list: commerce.offer, atleast: 1 } }']],
    ['a wrong kind', ['{ words: commerce.offer }', '{ kind: [text, vioce] }']],
    ['an unknown response', ['respond: remind', 'respond: warn']],
    [
      'a wrong duration',
      ['  when:', '  escalate_after: { strikes: 2, within: 7天, to: admin, severity: P2 }\n  when:'],
    ],
    ['a wrong role', ['  when:', '  applies: { roles: [parnt] }\n  when:']],
    ['a wrong key of an example', ['hit: [批发价来了,', 'hit: [{ text: x, form: parent },']],
  ] as const)('underlines %s on the line that check names', async (_, [from, to]) => {
    const text = RULE.replace(from, to)
    const result = await build({ 'packs/common/rules.yaml': text })
    const lines = result.ok ? [] : result.diagnostics.map(diagnostic => diagnostic.place.line)
    const underlined = (await editor.errors('rules.json', text)).map(error => Number(error.split(':')[0]))
    expect(lines.length).toBeGreaterThan(0)
    expect(underlined.length).toBeGreaterThan(0)
    for (const line of lines)
      expect(Math.min(...underlined.map(other => Math.abs(other - line)))).toBeLessThanOrEqual(1)
  })

  it.each([
    ['title: 商业推销', 'title: 12', '2:10'],
    ['tier: conduct', 'tier: conduckt', '5:9'],
    ['{ words: commerce.offer }', '{ wrods: commerce.offer }', '6:11'],
    ['{ words: commerce.offer }', '{ kind: vioce }', '6:17'],
    ['  tier:', '  teir:', '5:3'],
  ])('puts it at the very column: %s → %s', async (from, to, place) => {
    const text = RULE.replace(from, to)
    const result = await build({ 'packs/common/rules.yaml': text })
    const places = result.ok
      ? []
      : result.diagnostics.map(diagnostic => `${diagnostic.place.line}:${diagnostic.place.col}`)
    expect(places).toContain(place)
    expect((await editor.errors('rules.json', text)).map(error => error.split(' ')[0])).toContain(place)
  })

  it('misses a message that the code needs', async () => {
    expect(await editor.errors('messages.json', messagesYaml(['reply.help']))).toHaveLength(1)
  })

  it('completes signals and explains keys', async () => {
    const text = RULE.replace('{ words: commerce.offer }', '\n    w')
    expect(await editor.completions('rules.json', text, 7, 6)).toEqual(
      expect.arrayContaining(['words', 'price', 'all', 'any', 'not']),
    )
    expect(await editor.hover('rules.json', RULE, 5, 4)).toContain('先看哪一层')
    expect(await editor.hover('rules.json', RULE, 6, 12)).toMatch(/词表/)
  })
})
