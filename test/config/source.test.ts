import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { decode, hashSources, readSources, readText } from '../../src/config/source.js'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banzhang-source-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function put(files: Record<string, string | Uint8Array>) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), content)
  }
}
const whole = { 'packs/common/pack.yaml': 'pack: common\n', 'messages.zh-CN.yaml': 'a: b\n' }
const told = async () =>
  (await readSources(dir)).diagnostics.map(({ code, place, message }) => `${code} ${place.file} ${message}`)

describe('readSources', () => {
  it('reads packs, lexicons and messages, in name order', async () => {
    await put({ ...whole, 'packs/common/b.yaml': 'b', 'packs/common/a.yml': 'a', 'lexicons/x.yaml': 'x: [y]' })
    const { texts, diagnostics } = await readSources(dir)
    expect(diagnostics).toEqual([])
    expect([...texts.keys()]).toEqual([
      'packs/common/a.yml',
      'packs/common/b.yaml',
      'packs/common/pack.yaml',
      'lexicons/x.yaml',
      'messages.zh-CN.yaml',
    ])
  })

  it('reads shared conditions, where there are any', async () => {
    await put({ ...whole, 'conditions.yaml': 'a: { price: any }' })
    const { texts } = await readSources(dir)
    expect([...texts.keys()]).toEqual(['packs/common/pack.yaml', 'conditions.yaml', 'messages.zh-CN.yaml'])
  })

  it('never reads the school file: what is read is kept in the ledger', async () => {
    await put({ ...whole, 'school.yaml': 'school: x', 'schema/pack.json': '{}' })
    expect([...(await readSources(dir)).texts.keys()]).toEqual(['packs/common/pack.yaml', 'messages.zh-CN.yaml'])
  })

  it('leaves alone what editors leave behind', async () => {
    await put({
      ...whole,
      'packs/common/.a.yaml.swp': '',
      'packs/common/a.yaml~': '',
      'packs/common/README.md': '',
      'packs/.git/x.yaml': '',
    })
    expect((await readSources(dir)).texts.size).toBe(2)
  })

  it('tells of YAML that would never be read', async () => {
    await put({ ...whole, 'packs/rules.yaml': 'x', 'packs/common/more/a.yaml': 'x' })
    expect(await told()).toEqual([
      'BZ114 packs/common/more 规则包里不能再有文件夹，里面的规则不会被读取',
      'BZ114 packs/rules.yaml 规则文件要放在某个规则包的文件夹里',
    ])
  })

  it('says so when there is no folder, nothing in it, or no packs', async () => {
    expect(await told()).toEqual(['BZ114 . 规则文件夹是空的'])
    await put({ 'messages.zh-CN.yaml': 'a: b' })
    expect(await told()).toEqual(['BZ114 packs 规则文件夹里没有 packs 文件夹'])
    dir = join(dir, 'nowhere')
    expect(await told()).toEqual(['BZ114 . 文件夹无法读取：不存在'])
  })

  it('says so when there are no messages', async () => {
    await put({ 'packs/common/pack.yaml': 'pack: common\n' })
    expect(await told()).toEqual(['BZ114 messages.zh-CN.yaml 没有 messages.zh-CN.yaml，机器人不知道该说什么'])
  })

  it('goes on after a file that cannot be read', async () => {
    await put({ ...whole, 'packs/common/a.yaml': new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'packs/common/b.yaml': 'b' })
    const { texts } = await readSources(dir)
    expect(texts.has('packs/common/b.yaml')).toBe(true)
    expect(await told()).toEqual(['BZ115 packs/common/a.yaml 文件不是文本（第 5 个字节是 0）'])
  })

  it('tells of a link that leads nowhere', async () => {
    await put(whole)
    await symlink(join(dir, 'gone.yaml'), join(dir, 'packs/common/a.yaml'))
    expect(await told()).toEqual(['BZ114 packs/common/a.yaml 文件无法读取：不存在'])
  })

  it('tells of a file that it may not read', async () => {
    if (process.getuid?.() === 0) return // root may read everything
    await put({ ...whole, 'packs/common/a.yaml': 'x' })
    await chmod(join(dir, 'packs/common/a.yaml'), 0)
    expect(await told()).toEqual(['BZ114 packs/common/a.yaml 文件无法读取：没有读取权限'])
  })

  it('follows links to folders, as mounted configuration uses them', async () => {
    await put({ ...whole, 'elsewhere/pack.yaml': 'pack: linked\n' })
    await symlink(join(dir, 'elsewhere'), join(dir, 'packs/linked'))
    expect([...(await readSources(dir)).texts.keys()]).toContain('packs/linked/pack.yaml')
  })
})

describe('readText', () => {
  it('refuses a file that is no rule file by its size', async () => {
    await put({ 'big.yaml': 'x'.repeat(1024 * 1024 + 1) })
    expect(await readText(join(dir, 'big.yaml'), 'big.yaml')).toMatchObject({
      code: 'BZ114',
      message: '文件有 1025 KB，太大了',
    })
  })

  it('refuses a folder', async () => {
    expect(await readText(dir, 'x')).toMatchObject({ message: '文件无法读取：是文件夹，不是文件' })
  })
})

describe('decode', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const message = (input: Uint8Array) => (decode(input, 'a.yaml') as { message: string }).message

  it('reads UTF-8, without byte order mark', () => {
    expect(decode(bytes('\ufeff班长: 1\n'), 'a')).toBe('班长: 1\n')
    expect(decode(new Uint8Array(), 'a')).toBe('')
  })

  it('names the other encodings that a Chinese Windows saves in', () => {
    expect(message(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toBe('文件是 UTF-16 编码')
    expect(message(new Uint8Array([0x61, 0x3a, 0x20, 0xb0, 0xe0, 0xb3, 0xa4, 0x0a]))).toBe(
      '文件不是 UTF-8 编码，像是 GBK',
    )
  })

  it('tells a file cut within a character from one in another encoding', () => {
    const text = bytes('标题: 班级微信群')
    expect(message(text.subarray(0, -1))).toBe('文件在半个汉字处断开，可能没有保存完整')
    expect(message(text.subarray(0, -2))).toBe('文件在半个汉字处断开，可能没有保存完整')
  })

  it('refuses binary', () => {
    expect(message(new Uint8Array([0x89, 0x50, 0xff, 0xff, 0xff]))).toBe('文件不是文本')
  })
})

describe('hashSources', () => {
  it('does not depend on the order of reading', () => {
    const one = new Map([
      ['a', '1'],
      ['b', '2'],
    ])
    const other = new Map([
      ['b', '2'],
      ['a', '1'],
    ])
    expect(hashSources(one)).toBe(hashSources(other))
    expect(hashSources(one)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('changes with a name, a text, or where one ends and the next begins', () => {
    const hashes = [
      new Map([['a', '12']]),
      new Map([['b', '12']]),
      new Map([['a', '13']]),
      new Map([
        ['a', '1'],
        ['2', ''],
      ]),
      new Map([['a1', '2']]),
      new Map<string, string>(),
    ].map(hashSources)
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
