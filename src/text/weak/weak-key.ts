import { LOOK_ALIKES, SPLIT } from './glyphs.js'
import { SOUNDS } from './sounds.js'

/**
 * The second, weaker key: what a match key sounds like. Every Chinese character becomes its toneless reading, with the
 * readings that southern speakers do not tell apart made one; look-alikes, characters taken apart, pinyin and the
 * usual letters for 微信 are undone first. Much that is innocent sounds like something else: to be used together with
 * other evidence only.
 */
export interface WeakKey {
  /** one private-use character a syllable (U+E000 and up); what has no reading is itself */
  key: string
  /** key[i] came from `starts[i]` to `ends[i]` of the match key; several may come from the same letters (vx) */
  starts: Uint32Array
  ends: Uint32Array
}

const FIRST_SYLLABLE = 0xe000

/** zh/z, ch/c, sh/s and -ng/-n are one for most of the south. */
function blurred(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n')
}

interface Tables {
  /** by UTF-16 unit: the syllable's private character, or 0 */
  sound: Uint16Array
  /** one bit for each unit that `written` knows: most begin nothing longer */
  begins: Uint32Array
  /** by first unit: longer ways to write one or more characters, longest first */
  written: Map<number, [written: string, sounds: string][]>
  /** readings in letters, with the private character */
  spelled: Map<string, string>
}

let tables: Tables | undefined

/** Built when first needed, some milliseconds. */
function build(): Tables {
  const sound = new Uint16Array(0x10000)
  const spelled = new Map<string, string>()
  const codes = new Map<string, number>()
  for (const line of SOUNDS.trim().split('\n')) {
    const [syllable = '', characters = ''] = line.split(' ')
    const name = blurred(syllable)
    const code = codes.get(name) ?? FIRST_SYLLABLE + codes.size
    codes.set(name, code)
    spelled.set(syllable, String.fromCharCode(code))
    for (let i = 0; i < characters.length; i++) sound[characters.charCodeAt(i)] = code
  }
  for (const line of LOOK_ALIKES.trim().split('\n')) {
    const [meant = '', doubles = ''] = line.split(' ')
    for (let i = 0; i < doubles.length; i++) sound[doubles.charCodeAt(i)] = sound[meant.charCodeAt(0)] as number
  }
  const read = (text: string): string =>
    [...text].map(character => String.fromCharCode(sound[character.charCodeAt(0)] || character.charCodeAt(0))).join('')
  const written: Tables['written'] = new Map()
  for (const entry of SPLIT.trim().split(/\s+/)) {
    const [parts = '', meant = ''] = entry.split(':')
    const known = written.get(parts.charCodeAt(0)) ?? []
    known.push([parts, read(meant)])
    written.set(parts.charCodeAt(0), known)
  }
  for (const known of written.values()) known.sort((a, b) => b[0].length - a[0].length)
  const begins = new Uint32Array(2048)
  for (const code of written.keys()) begins[code >>> 5] = (begins[code >>> 5] as number) | (1 << (code & 31))
  return { sound, begins, written, spelled }
}

const LONGEST_SYLLABLE = 6
const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a

/** The last answers: whoever judges a text asks several times in a row. */
let lastSound = { of: '', is: '' }
let lastKey: { of: string; is: WeakKey } = {
  of: '',
  is: { key: '', starts: new Uint32Array(), ends: new Uint32Array() },
}

/** What a match key sounds like, without the places: all that is needed to look something up in it. */
export function soundOf(key: string): string {
  if (lastSound.of !== key) lastSound = { of: key, is: read(key).text() }
  return lastSound.is
}

/** The weak key of a match key (as `NormalText.key`). Linear in its length. */
export function weakKey(key: string): WeakKey {
  if (lastKey.of !== key) {
    const { length, starts, ends } = read(key)
    lastKey = { of: key, is: { key: soundOf(key), starts: starts.slice(0, length), ends: ends.slice(0, length) } }
  }
  return lastKey.is
}

/** What is being read, in arrays that are used again and again; grows with the longest text. */
class Syllables {
  codes = new Uint16Array(512)
  starts = new Uint32Array(512)
  ends = new Uint32Array(512)
  length = 0

  begin(atMost: number): this {
    if (this.codes.length < atMost) {
      this.codes = new Uint16Array(atMost)
      this.starts = new Uint32Array(atMost)
      this.ends = new Uint32Array(atMost)
    }
    this.length = 0
    return this
  }

  push(code: number, from: number, to: number): void {
    this.codes[this.length] = code
    this.starts[this.length] = from
    this.ends[this.length++] = to
  }

  pushAll(sounds: string, from: number, to: number): void {
    for (let i = 0; i < sounds.length; i++) this.push(sounds.charCodeAt(i), from, to)
  }

  last(): number {
    return this.length === 0 ? 0 : (this.codes[this.length - 1] as number)
  }

  /** In slices: characters are arguments here, and a stack holds only so many. */
  text(): string {
    let text = ''
    for (let i = 0; i < this.length; i += 4096) {
      const slice = this.codes.subarray(i, Math.min(i + 4096, this.length))
      text += String.fromCharCode.apply(null, slice as unknown as number[])
    }
    return text
  }
}

const syllables = new Syllables()

/** Good until the next text is read. */
function read(key: string): Syllables {
  const { sound, begins, written } = (tables ??= build())
  const into = syllables.begin(key.length)
  let i = 0
  while (i < key.length) {
    const code = key.charCodeAt(i)
    if (isLetter(code)) {
      let end = i + 1
      while (end < key.length && isLetter(key.charCodeAt(end))) end++
      spellOut(key, i, end, into)
      i = end
      continue
    }
    const begun = ((begins[code >>> 5] as number) & (1 << (code & 31))) !== 0
    const longer = begun && written.get(code)?.find(([parts]) => key.startsWith(parts, i))
    if (longer) {
      into.pushAll(longer[1], i, i + longer[0].length)
      i += longer[0].length
      continue
    }
    into.push(sound[code] || code, i, i + 1)
    i += 1
  }
  return into
}

/** What people type for 微信, the letters that end in 信 (v信, wei信) aside. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['vx', '微信'],
  ['wx', '微信'],
  ['wxin', '微信'],
  ['vxin', '微信'],
  ['weix', '微信'],
  ['jwx', '加微信'],
  ['jvx', '加微信'],
  ['jiawx', '加微信'],
  ['jiavx', '加微信'],
  ['jiav', '加微'],
  ['wechat', '微信'],
])

/** A run of letters: 微信 in its usual short forms, pinyin if it is nothing else from end to end, or itself. */
function spellOut(key: string, from: number, to: number, into: Syllables): void {
  const run = key.slice(from, to)
  const { sound } = tables as Tables
  const toneless = (character: string) => String.fromCharCode(sound[character.charCodeAt(0)] as number)
  const known = LETTERS.get(run)
  if (known) return into.pushAll([...known].map(toneless).join(''), from, to)
  const next = to < key.length ? (sound[key.charCodeAt(to)] as number) : 0
  const besideWords = next === toneless('信').charCodeAt(0) || into.last() === toneless('加').charCodeAt(0)
  if ((run === 'v' || run === 'w') && besideWords) return into.pushAll(toneless('微'), from, to)
  const syllables = to - from >= 4 || next === toneless('信').charCodeAt(0) ? syllablesOf(run) : null
  if (!syllables) return pushRun(run, from, into)
  let at = from
  for (const [spelling, syllable] of syllables) {
    into.pushAll(syllable, at, at + spelling.length)
    at += spelling.length
  }
}

function pushRun(run: string, from: number, into: Syllables): void {
  for (let i = 0; i < run.length; i++) into.pushAll(run[i] as string, from + i, from + i + 1)
}

/** Pinyin from end to end, longest syllables first; null if it is not. Runs that nobody types are not tried. */
function syllablesOf(run: string): [spelling: string, sound: string][] | null {
  if (run.length > 40) return null
  const { spelled } = tables as Tables
  const found: [string, string][] = []
  const dead = new Uint8Array(run.length + 1)
  const from = (at: number): boolean => {
    if (at === run.length) return true
    if (dead[at]) return false
    for (let size = Math.min(LONGEST_SYLLABLE, run.length - at); size > 0; size--) {
      const spelling = run.slice(at, at + size)
      const sound = spelled.get(spelling)
      if (sound === undefined) continue
      found.push([spelling, sound])
      if (from(at + size)) return true
      found.pop()
    }
    dead[at] = 1
    return false
  }
  return from(0) ? found : null
}
